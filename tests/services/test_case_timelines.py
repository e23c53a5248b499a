"""Timelines made when asked for are those made all at once, whatever steps were taken in between."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.cases import Case
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.sharing import Sharing
from desktop_app.services import cases
from desktop_app.services.case_timelines import CaseTimelines
from desktop_app.services.workspace import Step, Workspace

DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["case", "drop case", "event", "move", "date", "drop event", "undo"]),
        st.integers(0, 9),
        st.integers(0, 9),
    ),
    max_size=14,
)


def follow(kept: CaseTimelines, step: Step) -> None:
    kept.take(step.edits)


def do(workspace: Workspace, deed: str, one: int, other: int) -> None:
    known, events = list(workspace.every(Case)), list(workspace.every(Event))
    if deed == "undo":
        workspace.undo()
        return
    with workspace.change(deed) as work:
        if deed == "case":
            work.put(Case(code=f"C-{one}{len(known)}", sharing=Sharing.CLEAR))
        elif deed == "drop case" and known:
            case = known[one % len(known)]
            for event in events:
                if event.case == case.id:
                    work.remove(event)
            work.remove(case)
        elif deed == "event" and known:
            when = PartialDate.parse(f"2025-08-{one + 1:02}")
            case, kind = known[other % len(known)], list(EventKind)[one]
            work.put(Event(case=case.id, kind=kind, date=when, sharing=Sharing.CLEAR))
        elif deed == "move" and events and known:
            event = events[one % len(events)]
            work.put(replace(event, case=known[other % len(known)].id), replacing=event)
        elif deed == "date" and events:
            event = events[one % len(events)]
            work.put(replace(event, date=PartialDate.parse(f"2025-09-{other + 1:02}")), replacing=event)
        elif deed == "drop event" and events:
            work.remove(events[one % len(events)])


@given(DEEDS)
@settings(max_examples=40, deadline=None)
def test_they_follow_any_steps(deeds: list[tuple[str, int, int]]) -> None:
    with Workspace.in_memory() as workspace:
        kept = CaseTimelines(workspace)
        kept.refresh()
        workspace.subscribe(partial(follow, kept))
        for deed in deeds:
            do(workspace, *deed)
            assert dict(kept) == cases.timelines(workspace)
