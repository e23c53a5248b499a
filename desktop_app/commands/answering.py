"""Says the answer of a command on standard output."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from desktop_app.domain.refusals import Refusal, RefusalCode


class Answer(NamedTuple):
    """What is to be said of a thing done: to a reader, and to a script."""

    sentences: Sequence[str]
    plain: dict[str, Any]


def say_json(plain: object) -> None:
    """Write an answer of plain values as JSON."""
    say(as_json(plain))


def as_json(plain: object, indent: int = 2) -> str:
    """Plain values as JSON, in letters that standard output can write."""
    return json.dumps(plain, ensure_ascii=not _encoding().startswith("utf"), indent=indent)


_ACTS: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What a terminal acts on in place of showing it."""


def say(text: str) -> None:
    """Write an answer at once, so that it cannot fail to be written after all has been told to be well."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(f"{_harmless(text)}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # What is left in the buffer would be tried again at the end, and complained of.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise Refusal(RefusalCode.NO_OUTPUT) from error


def _harmless(text: str) -> str:
    """The text as it can be written: without halves of letters, and for a terminal without codes it obeys."""
    written = text.encode(_encoding(), "backslashreplace").decode(_encoding())
    if not sys.stdout.isatty():
        return written
    return _ACTS.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), written)


def _encoding() -> str:
    """How standard output writes letters; what is redirected on Windows, and in old locales, knows few."""
    return (getattr(sys.stdout, "encoding", None) or "utf-8").lower()
