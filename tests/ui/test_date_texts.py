from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QLocale

from desktop_app.domain import date_words
from desktop_app.domain.dates import PartialDate
from desktop_app.ui.date_texts import to_edit
from desktop_app.ui.formats import QtFormats

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("language", ["en_GB", "en_US", "fr_FR", "ar_EG"])
@pytest.mark.parametrize(
    "edtf",
    [
        "2026-08-10/2026-08-16",
        "2025-12-29/2026-01-04",
        "2025-11-05",
        "2025-11",
        "2025",
        "[2025-11-01..2025-11-10]",
        "[2025-08-04,2025-08-06]",
        "../2025-09-07",
        "2025-08-06/..",
        "2025-11-05~",
        "2025-11-05?",
        "",
    ],
)
def test_a_field_understands_again_what_it_was_given(edtf: str, language: str) -> None:
    when = PartialDate.parse(edtf)
    text = to_edit(when, TODAY, QtFormats(QLocale(language)))
    assert date_words.read(text, today=TODAY).date == when


def test_an_english_field_is_given_words() -> None:
    formats = QtFormats(QLocale("en_GB"))
    assert to_edit(PartialDate.parse("2026-08-10/2026-08-16"), TODAY, formats) == "10–16 Aug 2026"
