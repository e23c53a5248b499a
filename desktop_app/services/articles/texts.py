"""Reads the text of an article from a file: plain text in any usual encoding, of a size that people write."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services import incoming

SUFFIXES: Final = frozenset({".txt", ".text"})
"""Files that are looked at as articles."""

_MOST_BYTES: Final = 2_000_000


def load(path: Path) -> str:
    """The text of a file. Raises Refusal where it is not there, may not be read, or is no text."""
    found = incoming.whole(path, _MOST_BYTES, RefusalCode.NOT_TEXT, RefusalCode.NOT_TEXT)
    return decoded(found, path)


def decoded(found: bytes, path: Path) -> str:
    """The text that bytes hold, with plain line ends. Raises Refusal NOT_TEXT where they hold none."""
    if found.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = found.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise Refusal(RefusalCode.NOT_TEXT, path=str(path))
