"""Puts a date into a field in words that the field understands again, so that nobody must edit EDTF."""

from __future__ import annotations

from datetime import date

from desktop_app.domain import date_words
from desktop_app.domain.dates import PartialDate
from desktop_app.words import date_sentences
from desktop_app.words.formats import Formats


def to_edit(when: PartialDate, today: date, formats: Formats) -> str:
    """The date as it stands on screen ("10–16 Aug 2026"), or its EDTF where that would be read otherwise."""
    if not when.is_dated:
        return str(when)
    words = date_sentences.date(when, formats)
    return words if date_words.read(words, today=today).date == when else str(when)
