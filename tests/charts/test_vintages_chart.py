"""How a figure changed: by day of publication, also where a revision was taken back."""

from __future__ import annotations

import pytest

from desktop_app.charts import tables, vintages_chart
from desktop_app.domain import changed
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import ARR
from tests.charts.time_samples import asked, check_words, plot
from tests.domain.ledgers import HOME_OFFICE, Ledger, figure

pytestmark = pytest.mark.usefixtures("qapp")


def published(amount: str, day: str, revises: str = "", about: str = "2025-07-15") -> Figure:
    return figure(ARR, amount, about, HOME_OFFICE, id=f"{about} {day}", published=day, revises=revises)


BACK = (
    published("390", "2025-11-14"),
    published("322", "2026-01-30", "2025-07-15 2025-11-14"),
    published("390", "2026-06-05", "2025-07-15 2026-01-30"),
)


def test_a_revision_that_is_taken_back_stays_three_values() -> None:
    sheet = vintages_chart.build(asked(Ledger(*BACK)))
    assert [line["low"] for line in tables.values(sheet)] == [390, 322, 390]
    assert sheet.headline == "Published 3 times: 390, then 322, then 390"
    dots = plot(sheet).panels[0].tracks[0].dots
    assert [dot.is_faint for dot in dots] == [True, True, False]
    assert [dot.label for dot in dots] == ["390", "322, 68 fewer", "390, 68 more"]
    check_words(sheet)


def test_the_number_that_changed_most_often_is_shown() -> None:
    once = (
        published("10", "2025-11-14", about="2025-07-16"),
        published("90", "2026-01-30", "2025-07-16 2025-11-14", about="2025-07-16"),
    )
    same = tuple(
        published("7", day, about="2025-07-17") for day in ("2025-11-14", "2026-01-30", "2026-06-05")
    )
    view = Ledger(*once, *same, *BACK)
    most = changed.most_changed(changed.changed(view))
    assert most is not None
    assert most.figures == BACK
    most = changed.most_changed(changed.changed(Ledger(*once, *same)))
    assert most is not None
    assert most.figures == once


def test_one_publication_alone_is_no_change() -> None:
    sheet = vintages_chart.build(asked(Ledger(BACK[0])))
    assert (sheet.is_empty, sheet.headline) == (True, "No figure has changed yet")
