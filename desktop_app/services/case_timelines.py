"""The timelines of all cases, each worked out when it is first asked for, and kept step by step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event
from desktop_app.domain.steps import Edit
from desktop_app.domain.timeline import Timeline, timeline
from desktop_app.domain.views import View
from desktop_app.services import cases


class CaseTimelines(Mapping[str, Timeline]):
    """By the id of the case. Ten thousand cases are only sorted into; few of them are looked at."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._events: dict[str, list[Event]] = {}
        self._made: dict[str, Timeline] = {}

    def refresh(self) -> None:
        """Read everything anew."""
        self._events = cases.events_by_case(self._view)
        self._made.clear()

    def take(self, edits: Iterable[Edit]) -> set[str]:
        """Bring the cases up to date that these edits touch; answers their ids."""
        touched: set[str] = set()
        changed: dict[str, set[str]] = {}
        for edit in edits:
            for record in (edit.before, edit.after):
                if isinstance(record, Event) and record.case:
                    changed.setdefault(record.case, set()).add(record.id)
                elif isinstance(record, Case):
                    touched.add(record.id)
        touched |= changed.keys()
        for case_id in touched:
            self._made.pop(case_id, None)
            if self._view.get(Case, case_id) is None:
                self._events.pop(case_id, None)
            elif case_id not in self._events:
                self._events[case_id] = cases.events_of(self._view, case_id)
            else:
                self._change(case_id, changed.get(case_id, set()))
        return touched

    def _change(self, case_id: str, event_ids: set[str]) -> None:
        kept = [event for event in self._events[case_id] if event.id not in event_ids]
        found = (self._view.get(Event, event_id) for event_id in event_ids)
        kept += [event for event in found if event is not None and event.case == case_id]
        self._events[case_id] = kept

    @property
    def events_of(self) -> Mapping[str, list[Event]]:
        """The events of each case, in no particular order."""
        return self._events

    def __getitem__(self, case_id: str) -> Timeline:
        found = self._made.get(case_id)
        if found is None:
            found = self._made[case_id] = timeline(self._events[case_id])
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._events)

    def __len__(self) -> int:
        return len(self._events)

    def __contains__(self, case_id: object) -> bool:
        return case_id in self._events
