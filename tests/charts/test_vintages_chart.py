"""How a figure changed: by day of publication, also where a revision was taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.charts.asked import Asked
from desktop_app.charts.choice import ChartChoice, Subject
from desktop_app.charts.files import tables
from desktop_app.charts.kinds import vintages_chart
from desktop_app.domain import changed
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import ARR
from desktop_app.domain.views import KnownOn, View
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
    assert [dot.label for dot in dots] == ["390", "322 (−68)", "390 (+68)"]
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


SMALL = (published("1097", "2025-09-07"), published("1101", "2025-11-14", "2025-07-15 2025-09-07"))


def test_a_small_change_is_to_be_seen_and_the_axis_says_that_it_is_cut() -> None:
    sheet = vintages_chart.build(asked(Ledger(*SMALL)))
    (panel,) = plot(sheet).panels
    assert panel.floor == 1095
    assert panel.remark == "Axis begins at 1,095, not at 0. Lowest and highest differ by 0.4%."
    assert "on an axis from 1,095" in sheet.alt
    assert [dot.label for dot in panel.tracks[0].dots] == ["1,097", "1,101 (+4)"]
    check_words(sheet)


def test_a_change_that_is_plain_from_zero_is_drawn_from_zero() -> None:
    wide = (published("100", "2025-11-14"), published("322", "2026-01-30", "2025-07-15 2025-11-14"))
    (panel,) = plot(vintages_chart.build(asked(Ledger(*wide)))).panels
    assert (panel.floor, panel.remark) == (None, "")


@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_an_axis_begins_at_zero_or_below_all_and_keeps_the_change_in_view(one: int, other: int) -> None:
    low, high = sorted((one, other))
    start = vintages_chart.axis_start(low, high)
    if start is None:
        return
    assert 0 < start < low
    assert start == int(start)
    assert (high - low) >= (high - start) * 0.4, "the change takes a good part of the height"


def with_number(view: View, id: str) -> Asked:
    return replace(asked(view), choice=ChartChoice(subject=Subject(figure=id)))


def test_the_number_that_is_asked_for_is_drawn_from_any_of_its_publications() -> None:
    view = Ledger(*BACK, *ONCE)
    for one in ONCE:
        sheet = vintages_chart.build(with_number(view, one.id))
        assert sheet.headline == "Published 2 times: 10, then 90"


def test_a_number_asked_for_is_drawn_on_the_day_it_was_first_published() -> None:
    view = KnownOn(Ledger(*ONCE), date(2025, 11, 14))
    sheet = vintages_chart.build(with_number(view, ONCE[0].id))
    assert (sheet.headline, sheet.is_empty) == ("Published 1 time: 10", False)
    check_words(sheet)


def test_a_number_that_is_not_to_be_seen_is_not_replaced_by_another() -> None:
    sheet = vintages_chart.build(with_number(Ledger(*BACK), "deleted"))
    assert (sheet.is_empty, sheet.headline) == (True, "The chosen number is not to be seen here")


ONCE = (
    published("10", "2025-11-14", about="2025-07-16"),
    published("90", "2026-01-30", "2025-07-16 2025-11-14", about="2025-07-16"),
)
