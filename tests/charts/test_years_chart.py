"""Year on year: years without a gap, this year in front, the 29th of February between its neighbours."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop_app.charts.files import tables
from desktop_app.charts.kinds import years_chart
from desktop_app.charts.kinds.kept_years import place_of
from desktop_app.charts.shapes import Mark
from desktop_app.domain.measures import ARR, Basis
from tests.charts.samples import days
from tests.charts.time_samples import asked, check_words, plot
from tests.domain.ledgers import HOME_OFFICE, Ledger, daily, figure

pytestmark = pytest.mark.usefixtures("qapp")


def test_this_year_is_thick_and_the_others_are_named_at_their_ends() -> None:
    sheet = years_chart.build(asked(Ledger(*days(date(2018, 1, 1), date(2026, 2, 15)))))
    tracks = plot(sheet).panels[0].tracks
    assert [track.name for track in tracks] == [str(year) for year in range(2018, 2027)]
    assert [track.is_thick for track in tracks] == [False] * 8 + [True]
    assert tracks[0].end.startswith("2018  ")
    assert tracks[-1].end.startswith("2026: ")
    assert tracks[-1].end.endswith(" by 15 Feb")
    check_words(sheet)


def test_the_29th_of_february_has_a_place_of_its_own() -> None:
    places = [place_of(date(2024, 2, 28) + timedelta(days=number)) for number in range(3)]
    assert [later - places[0] for later in places] == [0, 1, 2]
    assert place_of(date(2025, 3, 1)) == places[2]


def test_the_same_day_of_a_year_before_is_the_28th_where_there_is_no_29th() -> None:
    view = Ledger(*daily("2023-01-01", [10] * 365), *daily("2024-01-01", [20] * 60))
    assert years_chart.build(asked(view)).headline == "1,200 arrived by 29 Feb 2024; 590 by then in 2023"


def test_a_year_with_a_gap_is_not_drawn_and_that_is_said() -> None:
    view = Ledger(*daily("2024-01-01", [1, 1, None, 1]), *daily("2025-01-01", [2, 2]))
    sheet = years_chart.build(asked(view))
    assert [track.name for track in plot(sheet).panels[0].tracks] == ["2025"]
    assert [note.text for note in sheet.notes] == ["Days are missing of 2024: that year is not drawn."]


def test_stated_totals_stand_in_where_days_are_not_known() -> None:
    said = figure(ARR, "38726", "2025-11-09", basis=Basis.CUMULATIVE, counted_since="2025-01-01")
    sheet = years_chart.build(asked(Ledger(*daily("2025-11-03", [0, 5, 0]), said)))
    (track,) = plot(sheet).panels[0].tracks
    assert [dot.value for dot in track.dots] == [38726]
    assert "totals that were stated" in sheet.subtitle


def test_each_plotted_day_is_a_line_of_the_table_with_its_figure() -> None:
    sheet = years_chart.build(asked(Ledger(*daily("2025-01-01", [2, 0, 5]))))
    assert [(line["last"], line["low"]) for line in tables.values(sheet)] == [
        ("2025-01-01", 2),
        ("2025-01-02", 2),
        ("2025-01-03", 7),
    ]
    assert all(line["figures"] for line in tables.values(sheet))


def test_nothing_is_said_plainly() -> None:
    assert years_chart.build(asked(Ledger())).headline == "No year to draw yet"


def test_a_year_counted_as_a_whole_is_a_mark_at_its_end() -> None:
    whole = figure(ARR, "45755", "2022", HOME_OFFICE)
    sheet = years_chart.build(asked(Ledger(whole, *daily("2023-01-01", [5] * 40))))
    track = plot(sheet).panels[0].tracks[0]
    assert [(dot.day, dot.value, dot.mark) for dot in track.dots] == [
        (place_of(date(2022, 12, 31)), 45755, Mark.EXACT)
    ]
    assert track.end == "2022  45,755"
