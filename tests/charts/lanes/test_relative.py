"""Days since first arrival: by ranges where the arrival is vague, and not at all where it is not known."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.charts.lanes import outlines as of
from desktop_app.charts.lanes.outlines import FORMS, gather
from desktop_app.charts.lanes.shapes import Axis, Extent, LaneMark, LaneTrack
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.first_arrival import first_arrival
from desktop_app.domain.journeys import Territory
from desktop_app.domain.timeline import timeline
from tests.charts.lanes.lane_charts import PUBLIC, chart, events, happened

EXTENTS = (Extent.DAY, Extent.ABOUT, Extent.WITHIN, Extent.WHOLE)
VAGUE = (
    (EventKind.ARRIVED_BOAT, "[2025-08-01..2025-08-09]"),
    (EventKind.DETAINED, "2025-08-20"),
    (EventKind.RETURNED, "[2025-09-19..2025-09-21]"),
)


def track(*found: tuple[EventKind, str]) -> LaneTrack:
    return chart(happened(*found), axis=Axis.SINCE_ARRIVAL).tracks[0]


def days(marks: tuple[LaneMark, ...]) -> list[tuple[int | None, int | None]]:
    return [(mark.start, mark.end) for mark in marks]


def test_an_exact_first_arrival_moves_everything_by_whole_days() -> None:
    made = track(*PUBLIC)
    assert days(made.marks) == [(0, 0), (44, 44), (73, 73), (73, 73), (87, 96)]
    assert [mark.extent for mark in made.marks] == [Extent.DAY] * 4 + [Extent.WITHIN]
    assert [stay.words for stay in made.stays] == ["44 days", "29 days", "14–23 days", ""]


def test_after_a_vague_first_arrival_exact_days_become_ranges() -> None:
    made = track(*VAGUE)
    assert days(made.marks) == [(0, 0), (11, 19), (41, 51)]
    assert [mark.extent for mark in made.marks] == [Extent.ABOUT, Extent.WITHIN, Extent.WITHIN]
    assert made.marks[1].span_words == "11–19 days"
    assert "41–51 days since first arrival" in made.marks[2].tip()


def test_a_first_arrival_in_doubt_leaves_no_mark_without_one() -> None:
    made = track((EventKind.ARRIVED_BOAT, "2025-08-06?"), (EventKind.RETURNED, "2025-09-19"))
    assert days(made.marks) == [(0, 0), (44, 44)]
    assert [mark.extent for mark in made.marks] == [Extent.ABOUT, Extent.ABOUT]


def test_a_case_that_cannot_be_aligned_is_on_no_day() -> None:
    made = track((EventKind.RETURNED, "2025-09-19"), (EventKind.ARRIVED_BOAT, "2025-11-10"))
    assert made.marks == ()
    assert [mark.event for mark in made.all_marks] == ["c 0", "c 1"]
    assert days(made.undated) == [(None, None)] * 2
    assert made.undated_words == "Not aligned (2)"
    assert made.aside == "Not aligned: first arrival date is not known"


@given(events)
def test_no_event_of_a_case_that_cannot_be_aligned_stands_at_0(found: list[Event]) -> None:
    made = chart(found, axis=Axis.SINCE_ARRIVAL).tracks[0]
    if first_arrival(timeline(found)) is None:
        assert made.marks == ()


@given(events, st.sampled_from(Axis))
def test_on_either_axis_any_case_is_drawn_event_for_event_as_it_is_listed(
    found: list[Event], axis: Axis
) -> None:
    (made,) = chart(found, axis=axis).tracks
    assert [mark.event for mark in made.all_marks] == [event.id for event in timeline(found).events]


@given(events, st.sampled_from(Axis))
def test_no_vague_date_is_ever_drawn_as_a_day(found: list[Event], axis: Axis) -> None:
    (made,) = chart(found, axis=axis).tracks
    dates = {event.id: event.date for event in found}
    first = first_arrival(timeline(found))
    for mark in made.marks:
        if mark.extent is Extent.DAY:
            assert dates[mark.event].is_exact_day
            assert mark.start == mark.end
            assert axis is Axis.CALENDAR or (first is not None and first.is_exact)


@given(events, st.sampled_from(Axis))
def test_the_outline_of_a_case_is_its_row_in_numbers(found: list[Event], axis: Axis) -> None:
    made = chart(found, axis=axis)
    (row,) = made.tracks
    lines = gather(made.outlines, relative=axis is Axis.SINCE_ARRIVAL)
    assert lines.starts.tolist() == [-math.inf if m.start is None else m.start for m in row.marks]
    assert lines.ends.tolist() == [math.inf if m.end is None else m.end for m in row.marks]
    assert [EXTENTS[extent] for extent in lines.extents] == [mark.extent for mark in row.marks]
    assert [FORMS[int(form)] for form in lines.marks[:, of.FORM]] == [mark.form for mark in row.marks]
    for column, wanted in (
        (of.FRANCE, [mark.lane is Territory.FRANCE for mark in row.marks]),
        (of.CROSSES, [mark.crosses for mark in row.marks]),
        (of.CONTESTED, [mark.contested for mark in row.marks]),
    ):
        assert lines.marks[:, column].astype(bool).tolist() == wanted
    for stay, line in zip(row.stays, lines.stays, strict=True):
        assert number(line[of.POSSIBLE_FROM]) == stay.possible_from
        assert number(line[of.SOLID_FROM]) == stay.solid_from
        assert number(line[of.SOLID_TO]) == stay.solid_to
        assert number(line[of.POSSIBLE_TO]) == stay.possible_to
    assert lines.aside.tolist() == [bool(row.undated)]


def number(value: float) -> float | None:
    return value if math.isfinite(value) else None


@pytest.mark.parametrize("axis", list(Axis))
def test_the_bounds_are_the_first_and_the_last_day_of_any_event(axis: Axis) -> None:
    made = chart(happened(*PUBLIC), happened(*VAGUE, case="d"), axis=axis)
    ends = [
        day for row in made.tracks for mark in row.marks for day in (mark.start, mark.end) if day is not None
    ]
    assert (made.first, made.last) == (min(ends), max(ends))
