"""What the timeline draws of a case, before it has any pixels."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from desktop_app.charts.lanes.shapes import Extent, Form, LaneMark
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.events import Event, EventKind, Verification
from desktop_app.domain.journeys import Territory
from desktop_app.domain.sources import Citation, Stance
from desktop_app.domain.timeline import timeline
from tests.charts.lanes.lane_charts import PUBLIC, chart, events, happened


def marks(*found: Event) -> tuple[LaneMark, ...]:
    return chart(found).tracks[0].all_marks


def test_marks_are_told_apart_by_their_form_and_words() -> None:
    kinds = (
        (EventKind.ARRIVED_BOAT, "2025-08-06"),
        (EventKind.DETAINED, "2025-08-07"),
        (EventKind.REQUESTED, "2025-08-08"),
        (EventKind.RETURNED, "2025-09-19"),
        (EventKind.ADMITTED, "2025-10-20"),
    )
    found = marks(*happened(*kinds))
    assert [mark.form for mark in found] == [
        Form.ARRIVAL,
        Form.DETENTION,
        Form.OTHER,
        Form.RETURN,
        Form.ADMISSION,
    ]
    assert [mark.label for mark in found] == ["arrived", "detained", "requested", "returned", "admitted"]


def test_a_second_arrival_and_return_say_so() -> None:
    labels = [mark.label for mark in marks(*happened(*PUBLIC)) if mark.crosses]
    assert labels == ["arrived", "returned", "arrived again", "returned again"]


def test_stays_carry_their_length_and_the_last_one_a_tail() -> None:
    (track,) = chart(happened(*PUBLIC)).tracks
    assert [stay.words for stay in track.stays] == ["44 days", "29 days", "14–23 days", ""]
    assert [stay.lane for stay in track.stays[:2]] == [Territory.UK, Territory.FRANCE]
    (tail,) = track.tails
    assert tail.words == "not known since"
    (exact,) = chart(happened(*PUBLIC[:1])).tracks[0].tails
    assert exact.words == "not known since 6 Aug 2025"


def test_a_vague_return_ends_the_certain_part_of_the_stay_at_its_earliest_day() -> None:
    stay = chart(happened(*PUBLIC)).tracks[0].stays[2]
    days = [PartialDate.parse(day).earliest for day in ("2025-10-18", "2025-11-01", "2025-11-10")]
    assert [stay.solid_from, stay.solid_to, stay.possible_to] == [day.toordinal() for day in days if day]


def test_no_vague_date_becomes_a_day() -> None:
    extents = [
        mark.extent
        for mark in marks(
            *happened(
                (EventKind.ARRIVED_BOAT, "2025-08-06"),
                (EventKind.DETAINED, "2025-08-07~"),
                (EventKind.TESTIMONY, "2025-08-08/2025-08-09"),
                (EventKind.RETURNED, "2025-09"),
                (EventKind.RELEASED, "../2025-10-09"),
            )
        )
    ]
    assert extents == [Extent.DAY, Extent.ABOUT, Extent.WHOLE, Extent.WITHIN, Extent.WITHIN]


def test_a_contested_event_says_by_whom() -> None:
    (event,) = happened((EventKind.ARRIVED_BOAT, "2025-11-10"))
    denied = replace(event, citations=(Citation("a paper"), Citation("the ministry", stance=Stance.DENIES)))
    (mark,) = marks(denied)
    assert mark.contested
    assert "Contested: denied by The Ministry" in mark.tip()
    (doubted,) = marks(replace(event, verification=Verification.POSSIBLE))
    assert "contested: possible" in doubted.spoken()


def test_what_has_no_date_goes_into_the_tray() -> None:
    (track,) = chart(happened(*PUBLIC[:1], (EventKind.DETAINED, ""), (EventKind.RETURNED, ""))).tracks
    assert track.undated_words == "No date (2)"
    assert [mark.label for mark in track.undated] == ["detained", "returned"]


def test_the_chart_has_a_name_and_describes_each_case() -> None:
    made = chart(happened(*PUBLIC), happened(*PUBLIC[:1], case="d"))
    assert made.name == "Timeline of 2 cases"
    assert "In the UK: 44 days, from 6 Aug 2025 to 19 Sep 2025" in made.description
    assert "C-002" in made.description


@given(events)
def test_any_case_is_drawn_event_for_event_as_it_is_listed(found: list[Event]) -> None:
    listed = [event.id for event in timeline(found).events]
    assert [mark.event for mark in marks(*found)] == listed
