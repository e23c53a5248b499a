"""Returns against arrivals in one panel: totals since one start, and on steps of ten what 0 is told about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.charts import registry
from desktop_app.charts.choice import ChartChoice, Scale
from desktop_app.charts.drawing.sheet_stage import SheetStage
from desktop_app.charts.files import export, tables
from desktop_app.charts.kinds.comparison import NAME, Show
from desktop_app.charts.layout.lettering import Lettering
from desktop_app.charts.layout.ticks import power_ticks
from desktop_app.charts.layout.time_frame import Field, frame, risen
from desktop_app.charts.looks.palette import DARK, LIGHT
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.periods import Period, Preset
from desktop_app.charts.sheets import Sheet
from desktop_app.charts.time_plot import TimePlot, Track
from desktop_app.domain.measures import RET
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.views import View
from desktop_app.words.formats import PlainFormats
from tests.charts.samples import SCHEME, START, ledger
from tests.charts.time_samples import asked, check_words, plot
from tests.domain.ledgers import GOV_UK, PAPER, Ledger, daily, figure

pytestmark = pytest.mark.usefixtures("qapp")

SCALES = pytest.mark.parametrize("scale", [Scale.ONE_AXIS, Scale.LOG])
FEW = (
    SCHEME,
    *daily("2025-08-06", [0, 0, 40, 60, 0, 900]),
    figure(RET, "0", "2025-08-07", PAPER),
    figure(RET, "3", "2025-08-09", PAPER),
    figure(RET, "12", "2025-08-11", GOV_UK),
)


def built(view: View, scale: Scale, **choice: object) -> Sheet:
    sheet = registry.build(NAME, replace(asked(view), choice=ChartChoice(scale=scale, **choice)))  # type: ignore[arg-type]
    assert isinstance(sheet, Sheet)
    return sheet


def tracks(sheet: Sheet) -> dict[str, Track]:
    (panel,) = plot(sheet).panels
    return {track.name: track for track in panel.tracks}


def field(sheet: Sheet) -> Field:
    style = ChartStyle.export(LIGHT, (1280, 720))
    stage = SheetStage(style, 1280, 720)
    stage.show(sheet)
    assert stage.arrangement is not None
    (found,) = frame(plot(sheet), stage.arrangement.body, style, Lettering(), PlainFormats()).fields
    return found


def test_all_three_are_totals_since_the_scheme_came_into_force_on_one_axis_from_zero() -> None:
    sheet = built(Ledger(*FEW), Scale.ONE_AXIS)
    found = tracks(sheet)
    first = START.toordinal()
    assert found["arrived"].corners[0] == (first, 0)
    assert found["arrived"].corners[-1] == (first + 5, 1000)
    assert [dot.value for dot in found["returned"].dots] == [0, 3, 12]
    there = field(sheet)
    assert (there.low, there.ticks[0].at) == (0, 0)
    # Equal heights mean equal numbers: one axis for all.
    assert there.y(0) - there.y(12) == pytest.approx((there.y(0) - there.y(1000)) * 12 / 1000)
    assert "zeros" not in {note.code for note in sheet.notes}


def test_on_steps_of_ten_nothing_is_drawn_of_zero_and_the_chart_says_so() -> None:
    sheet = built(Ledger(*FEW), Scale.LOG)
    found = tracks(sheet)
    assert [dot.value for dot in found["returned"].dots] == [3, 12]
    assert min(value for track in found.values() for _day, value in track.corners) >= 1
    (panel,) = plot(sheet).panels
    assert panel.remark.startswith(
        "Each grid step is ten times the one before. Equal heights do not mean equal numbers."
    )
    assert "The axis begins at 1 person; there is no place on it for 0." in panel.remark
    assert "3 totals of 0 are not drawn" in sheet.notes[0].text
    assert all(line["low"] for line in tables.values(sheet)), "what is not drawn is not listed as drawn"


def test_ticks_of_steps_of_ten_are_whole_people_and_evenly_apart() -> None:
    there = field(built(Ledger(*FEW), Scale.LOG))
    assert [tick.text for tick in there.ticks] == ["1", "10", "100", "1,000"]
    heights = [there.y(tick.at) for tick in there.ticks]
    steps = [one - other for one, other in pairwise(heights)]
    assert steps == pytest.approx([steps[0]] * 3)
    assert there.y(1) == there.y(0) == pytest.approx(there.box.bottom)


@given(st.floats(0, 1e9), st.floats(0, 1e9))
def test_what_is_more_never_stands_lower(one: float, other: float) -> None:
    less, more = sorted((one, other))
    assert 0 <= risen(less) <= risen(more)
    if less >= 1 and more > less * 1.000001:
        assert risen(less) < risen(more)


@given(st.floats(1, 12))
def test_ticks_are_the_powers_of_ten_up_to_the_top(high: float) -> None:
    ticks = power_ticks(high, PlainFormats())
    assert [tick.at for tick in ticks] == [10**power for power in range(int(high) + 1)]


def test_a_range_that_begins_at_zero_reaches_the_foot_of_steps_of_ten() -> None:
    view = Ledger(*FEW, figure(RET, "0..30", "2025-08-12", PAPER))
    there = field(built(view, Scale.LOG))
    assert there.y(0) == pytest.approx(there.box.bottom)


def test_days_without_a_record_make_arrivals_at_least_so_many() -> None:
    view = Ledger(SCHEME, *daily("2025-08-06", [10, None, 10]), figure(RET, "3", "2025-08-08", PAPER))
    sheet = built(view, Scale.ONE_AXIS)
    assert tracks(sheet)["arrived"].end == "at least 20 arrived"
    assert sheet.notes[0].text == "Arrivals of 1 day are missing: the total is then at least so much."


def test_the_days_shown_do_not_change_from_when_is_counted() -> None:
    shown = Period.custom(date(2025, 8, 10), date(2025, 8, 11))
    arrived = tracks(built(Ledger(*FEW), Scale.ONE_AXIS, period=shown))["arrived"]
    assert arrived.corners == ((shown.first.toordinal(), 100), *arrived.corners[1:])  # type: ignore[union-attr]
    assert arrived.corners[-1][1] == 1000


@SCALES
def test_series_ranges_and_milestones_can_be_left_out(scale: Scale) -> None:
    shown = Show(arrivals=False, admitted=False, ranges=False, milestones=False)
    sheet = built(ledger(SCHEME), scale, show=shown)
    assert list(tracks(sheet)) == ["returned"]
    assert plot(sheet).milestones == ()
    assert plot(sheet).panels[0].shades == ()


@SCALES
def test_words_keep_clear_of_each_other(scale: Scale) -> None:
    check_words(built(ledger(SCHEME), scale))


@SCALES
@pytest.mark.parametrize("preset", list(Preset))
def test_each_period_is_drawn(scale: Scale, preset: Preset) -> None:
    sheet = built(ledger(SCHEME), scale, period=Period(preset))
    for tokens in (LIGHT, DARK):
        assert export.rendered(sheet, ".svg", style=ChartStyle.export(tokens), size=(600, 400))


@SCALES
def test_without_a_common_start_it_says_why(scale: Scale) -> None:
    sheet = built(Ledger(Scheme(id="uk-fr"), *FEW[1:]), scale)
    assert (sheet.is_empty, sheet.headline) == (True, "No common start is known")
    assert isinstance(sheet.body, TimePlot)


@SCALES
def test_figures_before_the_start_alone_are_nothing(scale: Scale) -> None:
    sheet = built(Ledger(SCHEME, *daily("2025-07-01", [5, 5])), scale)
    assert sheet.is_empty
