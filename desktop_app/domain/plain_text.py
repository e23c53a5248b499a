"""Text as any XML document can hold it."""

from __future__ import annotations

import re

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """The text without characters that no XML 1.0 document can hold, such as NUL."""
    return _NOT_XML.sub("", text)
