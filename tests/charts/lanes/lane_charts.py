"""Cases as the timeline draws them, for its tests."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from hypothesis import strategies as st

from desktop_app.charts.lanes import building
from desktop_app.charts.lanes.outlines import outline
from desktop_app.charts.lanes.relative import aligned
from desktop_app.charts.lanes.shapes import Axis, LaneChart, LaneGroup
from desktop_app.domain.cases import Case
from desktop_app.domain.dates import PartialDate, by, on_day, since, span, within
from desktop_app.domain.events import Event, EventKind, Verification
from desktop_app.domain.first_arrival import first_arrival
from desktop_app.domain.sources import Citation, Stance
from desktop_app.domain.timeline import timeline
from desktop_app.words.formats import PlainFormats

PUBLIC = (
    (EventKind.ARRIVED_BOAT, "2025-08-06"),
    (EventKind.RETURNED, "2025-09-19"),
    (EventKind.ARRIVED_BOAT, "2025-10-18"),
    (EventKind.DETAINED, "2025-10-18"),
    (EventKind.RETURNED, "[2025-11-01..2025-11-10]"),
)


def happened(*events: tuple[EventKind, str], case: str = "c") -> list[Event]:
    return [
        Event(id=f"{case} {place}", case=case, kind=kind, date=PartialDate.parse(when))
        for place, (kind, when) in enumerate(events)
    ]


def chart(
    *cases: Iterable[Event], axis: Axis = Axis.CALENDAR, groups: tuple[LaneGroup, ...] = ()
) -> LaneChart:
    formats = PlainFormats()
    rows, outlines, known = [], [], []
    for place, events in enumerate(cases):
        case = Case(id=f"case {place}", code=f"C-{place + 1:03d}", description="a person")
        made = timeline(events)
        row = building.track(case, made, source_name, formats)
        if axis is Axis.SINCE_ARRIVAL:
            row = aligned(row, first_arrival(made), formats)
        known.append(case)
        rows.append(row)
        outlines.append(outline(made))
    bounds = building.bounds(outlines, axis)
    return building.chart(known, rows, outlines, bounds, formats, axis=axis, groups=groups)


def source_name(source_id: str) -> str:
    return source_id.title()


days = st.integers(0, 150).map(lambda n: date(2025, 8, 1) + timedelta(days=n))
pairs = st.tuples(days, days).map(sorted)
dates = st.one_of(
    days.map(on_day),
    days.map(lambda day: PartialDate.parse(f"{day}?")),
    pairs.map(lambda ends: within(*ends)),
    pairs.map(lambda ends: span(*ends)),
    days.map(by),
    days.map(since),
    st.just(PartialDate()),
)
events = st.lists(
    st.builds(
        Event,
        kind=st.sampled_from(EventKind),
        date=dates,
        verification=st.sampled_from(Verification),
        citations=st.sampled_from([(), (Citation("a paper"),), (Citation("a paper", stance=Stance.DENIES),)]),
    ),
    max_size=14,
)
