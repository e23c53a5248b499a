"""Sizes and days of kept copies as people write them."""

from __future__ import annotations

import pytest

from desktop_app.domain.attachments import Attachment
from desktop_app.words import copy_words
from desktop_app.words.formats import PlainFormats


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1_000, "1 kB"),
        (123_456, "123 kB"),
        (1_000_000, "1 MB"),
        (1_260_000, "1.3 MB"),
        (50 * 1024 * 1024, "52 MB"),
    ],
)
def test_a_size_is_short(count: int, words: str) -> None:
    assert copy_words.size(count, PlainFormats()) == words


def test_a_copy_says_since_when_it_is_kept() -> None:
    kept = Attachment(size=12, recorded="2025-11-10T12:00:00Z")
    assert copy_words.facts(kept, PlainFormats()) == "12 bytes, kept 10 Nov 2025"
    assert copy_words.facts(Attachment(size=12), PlainFormats()) == "12 bytes"
