"""Where things lie in a row: every event somewhere, and no label over another or over a mark."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.charts.lanes.arranging import ArrangedTrack, arrange
from desktop_app.charts.lanes.layout import LaneLayout, levels_for
from desktop_app.charts.lanes.scale import LaneScale
from desktop_app.charts.lanes.shapes import LaneChart
from desktop_app.charts.placing import Box
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.journeys import Territory
from tests.charts.lanes.lane_charts import PUBLIC, chart, events, happened

LETTER = 13.0


def measure(text: str, size: float) -> float:
    return len(text) * size * 0.55


def arranged(made: LaneChart, width: float = 800, chosen: str = "") -> ArrangedTrack:
    track = made.tracks[0]
    layout = layout_of(made)
    first, last = made.first or 0, made.last or 30
    return arrange(track, LaneScale(first - 5, last + 30, 120, 120 + width), layout, measure, chosen)


def layout_of(made: LaneChart) -> LaneLayout:
    uk, france = (levels_for(made.tracks, lane) for lane in (Territory.UK, Territory.FRANCE))
    return LaneLayout(LETTER, uk, france)


def covered(found: ArrangedTrack) -> list[tuple[str, str]]:
    """Labels that meet another label, or a mark."""
    boxes = [(label.text, label.box) for label in found.labels]
    clashes = [(a, b) for (a, one), (b, other) in combinations(boxes, 2) if one.meets(other)]
    for text, box in boxes:
        clashes += [(text, placed.mark.label) for placed in found.marks if box.meets(placed.box)]
    return clashes


@pytest.mark.parametrize("width", [220, 500, 800, 1600])
def test_no_label_of_the_public_case_covers_another(width: int) -> None:
    found = arranged(chart(happened(*PUBLIC)), width)
    assert covered(found) == []


def test_in_a_wide_row_everything_is_named() -> None:
    texts = {label.text for label in arranged(chart(happened(*PUBLIC)), 1_000).labels}
    assert {"44 days", "29 days", "14–23 days"} <= texts
    assert {"arrived", "returned", "arrived again", "returned again 1–10 Nov 2025", "detained"} <= texts


def test_the_chosen_event_is_named_before_others() -> None:
    rivals = happened((EventKind.REQUESTED, "2025-08-07"), (EventKind.ACCEPTED, "2025-08-08"))
    for event in rivals:
        labels = arranged(chart(rivals), 150, chosen=event.id).labels
        assert labels[0].event == event.id


def test_events_of_one_day_stand_over_each_other_and_on_their_day() -> None:
    same_day = happened(*((kind, "2025-08-06") for kind in (EventKind.DETAINED, EventKind.BIOMETRICS)))
    one, other = (placed.box for placed in arranged(chart(same_day)).marks)
    assert not one.meets(other)
    assert one.x + one.width / 2 == other.x + other.width / 2


def test_a_vague_journey_is_a_box_over_both_lanes_from_its_earliest_to_its_latest_day() -> None:
    made = chart(happened(*PUBLIC))
    found = arranged(made)
    box = found.marks[-1].box
    layout = layout_of(made)
    assert box.y == layout.uk_top
    assert box.bottom == pytest.approx(layout.france_top + layout.lane)
    assert box.width == pytest.approx(10 * 800 / (made.last - made.first + 35))  # type: ignore[operator]


def test_a_link_joins_the_lanes_on_the_day_of_an_exact_journey_only() -> None:
    found = arranged(chart(happened(*PUBLIC)))
    exact = [placed for placed in found.marks if placed.mark.crosses and placed.mark.is_point]
    assert [link.x0 for link in found.links] == [placed.box.x + placed.box.width / 2 for placed in exact]


@given(events, st.sampled_from([200, 640, 1_500]))
def test_no_label_ever_covers_another_or_a_mark_or_leaves_its_row(found: list[Event], width: int) -> None:
    made = chart(found)
    row = arranged(made, width)
    assert [placed.mark.event for placed in row.marks] == [mark.event for mark in made.tracks[0].marks]
    labels = [label.box for label in row.labels]
    assert not any(one.meets(other) for one, other in combinations(labels, 2))
    assert not any(box.meets(placed.box) for box in labels for placed in row.marks)
    badges = [placed.badge for placed in row.marks if placed.badge is not None]
    assert not any(box.meets(badge) for box in labels for badge in badges)
    outer = Box(120, 0, width, layout_of(made).row)
    assert all(box.within(outer) for box in labels)
