"""What would it take: always a scenario, drawn from recorded paces, with ranges and levels said."""

from __future__ import annotations

import itertools
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.charts.asked import Asked
from desktop_app.charts.bodies import Level, Supposed
from desktop_app.charts.choice import ChartChoice
from desktop_app.charts.drawing.sheet_stage import arrange_sheet
from desktop_app.charts.files import export
from desktop_app.charts.kinds import what_would_it_take
from desktop_app.charts.layout.forms import Form, Sign
from desktop_app.charts.layout.lettering import Lettering
from desktop_app.charts.layout.scenario_layout import CHOSEN, lay_scenario
from desktop_app.charts.looks.palette import DARK, LIGHT
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.placing import Box
from desktop_app.charts.sheets import Sheet
from desktop_app.domain.measures import RET, TGT_RET_WK, Basis
from desktop_app.domain.scenario import ASSUMED, Assumption
from desktop_app.domain.views import View
from desktop_app.words.formats import PlainFormats
from tests.charts.samples import SCHEME, TODAY
from tests.domain.ledgers import Ledger, daily, figure

pytestmark = pytest.mark.usefixtures("qapp")

SIZES = ((320, 240), (600, 380), (1280, 720), (1123, 794), (3840, 2160))
TARGET = figure(TGT_RET_WK, "<=50", "2025-08-06/2026-06", basis=Basis.TARGET, published="2025-08-06")
TWELVE_WEEKS = [142] * 83 + [148]
"""Adds up to 994.5 a week."""


def recorded() -> Ledger:
    return Ledger(
        SCHEME,
        *daily("2025-09-01", TWELVE_WEEKS),
        figure(RET, "13", "2025-08-31", id="first"),
        figure(RET, "193", "2025-11-23", id="last"),
        TARGET,
    )


def build(view: View, assumed: Assumption = ASSUMED) -> Sheet:
    return what_would_it_take.build(Asked(view, PlainFormats(), TODAY, choice=ChartChoice(assumed=assumed)))


def supposed(sheet: Sheet) -> Supposed:
    assert isinstance(sheet.body, Supposed)
    return sheet.body


def test_5_percent_at_994_5_a_week() -> None:
    sheet = build(recorded())
    assert sheet.headline == "Scenario: 5% of arrivals would take 49.7 returns a week"
    assert "994.5 arrivals a week, the pace of the 12 weeks to 23 November 2025" in sheet.subtitle
    assert supposed(sheet).at(5.0) == pytest.approx((49.725, 49.725))
    assert supposed(sheet).tag == "Scenario"
    assert len(sheet.headline.split()) <= 12
    assert len(sheet.alt) <= 200


def test_the_table_holds_what_is_plotted_with_its_figures() -> None:
    lines = {line.key: line for line in build(recorded()).table.lines}
    assert (lines["scenario"].values["percent"], lines["scenario"].values["low"]) == (5, 49.7)
    assert lines["arrivals"].values["high"] == 994.5
    assert len(lines["arrivals"].records) == 84
    assert (lines["returns"].values["low"], lines["returns"].values["percent"]) == (15, 1.5)
    assert set(lines["returns"].records) == {"first", "last"}
    assert (lines["target"].values["high"], lines["target"].values["percent"]) == (50, 5)
    assert lines["target"].records == (TARGET.id,)


def test_another_share_and_window() -> None:
    sheet = build(recorded(), Assumption(Decimal("12.5"), 4))
    assert sheet.headline.startswith("Scenario: 12.5% of arrivals would take ")
    assert "4 weeks to" in sheet.subtitle
    assert supposed(sheet).farthest >= 12.5


def test_missing_days_are_a_range_in_words_and_picture() -> None:
    view = Ledger(SCHEME, *daily("2025-11-01", [100] * 10 + [None, None] + [100] * 16))
    sheet = build(view, Assumption(weeks=4))
    assert sheet.headline == "Scenario: 5% of arrivals would take 32.5–35 returns a week"
    assert "2 days have no record" in sheet.subtitle
    low, high = supposed(sheet).arriving
    assert low < high
    there = arrange_sheet(sheet, ChartStyle.export(LIGHT), Lettering(), 1200, 750)
    assert any(isinstance(form, Form) and form.is_closed and form.fill for form in there.laid.forms)
    assert sum(isinstance(form, Sign) for form in there.laid.forms) == 2


def test_nothing_recorded_is_still_marked_a_scenario() -> None:
    sheet = build(Ledger(figure(RET, "5", "2025-11-01")))
    assert sheet.is_empty
    assert sheet.headline.startswith("Scenario:")


@pytest.mark.parametrize("size", SIZES)
def test_all_is_inside_and_no_words_cover_others(size: tuple[int, int]) -> None:
    there = arrange_sheet(build(recorded()), ChartStyle.export(LIGHT, size), Lettering(), *size)
    for words in there.laid.words:
        assert words.box.within(Box(0, 0, *size)), words
    for one, other in itertools.combinations(there.laid.words, 2):
        assert not one.box.grown(-0.5).meets(other.box.grown(-0.5)), (one.text, other.text)
    assert CHOSEN in {spot.key for spot in there.laid.spots}
    assert any(words.text == "Scenario" for words in there.laid.words)


@settings(max_examples=60, deadline=None)
@given(
    st.integers(1, 1000),
    st.floats(0, 5000),
    st.floats(0, 500),
    st.lists(st.tuples(st.floats(0, 300), st.floats(0, 60)), max_size=3),
)
def test_words_never_overlap_whatever_is_supposed(
    tenths: int, arriving: float, more: float, levels: list[tuple[float, float]]
) -> None:
    percent = tenths / 10
    body = Supposed(
        (arriving, arriving + more),
        percent,
        min(100.0, percent * 1.6),
        f"{percent}%: some a week",
        "Scenario",
        ("Returns a week", "of arrivals"),
        tuple(
            Level(
                f"level {place}",
                low,
                low + span,
                f"level {place}: so many a week",
                f"level {place}",
                is_recorded=place % 2 == 0,
            )
            for place, (low, span) in enumerate(levels)
        ),
    )
    box = Box(10, 10, 700, 380)
    laid = lay_scenario(body, box, ChartStyle.page(LIGHT), Lettering(), PlainFormats())
    for one, other in itertools.combinations(laid.words, 2):
        assert not one.box.grown(-0.5).meets(other.box.grown(-0.5)), (one.text, other.text)
    for words in laid.words:
        assert words.box.within(box.grown(12)), words


def test_it_can_be_drawn_dark_and_as_a_drawing() -> None:
    data = export.rendered(build(recorded()), ".svg", style=ChartStyle.export(DARK), size=(1200, 750))
    assert "Scenario: 5% of arrivals" in data.decode()
    assert date(2025, 11, 23).isoformat() in str(build(recorded()).table.lines[0].values["last"])
