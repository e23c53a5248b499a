"""The timelines of all cases of a view, gathered in one go, and room for what is made of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from operator import is_
from typing import Any, Protocol, TypeVar

from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event
from desktop_app.domain.timeline import Timeline, timeline
from desktop_app.domain.views import View

T = TypeVar("T")

_BLOCK = 128
"""Of so many cases one result is kept: one that changed makes work for its block."""


def events_by_case(view: View) -> dict[str, list[Event]]:
    """The events of every case, by the case's id; an empty list for a case without any."""
    by_case: dict[str, list[Event]] = {case.id: [] for case in view.every(Case)}
    for event in view.every(Event):
        if event.case in by_case:
            by_case[event.case].append(event)
    return by_case


def timelines(view: View) -> Mapping[str, Timeline]:
    """The timeline of every case, by the case's id."""
    return case_lines(view).lines


@dataclass(frozen=True, slots=True)
class CaseLines:
    """The timelines of the cases of a view, in its order; those that did not change are the same objects."""

    lines: Mapping[str, Timeline]
    beside: dict[object, Any] = field(default_factory=dict)
    """Room for what others make of them; it is kept as long as somebody keeps the cases up to date."""

    def by_blocks(self, what: object, make: Callable[[Mapping[str, Timeline]], T]) -> list[T]:
        """What `make` makes of some cases after the other, in their order; again only where one changed.

        `what` tells it from other things made of them, and from the same on another day.
        """
        before: list[tuple[dict[str, Timeline], T]] = self.beside.get(what, [])
        found: list[tuple[dict[str, Timeline], T]] = []
        lines = iter(self.lines.items())
        while block := dict(islice(lines, _BLOCK)):
            kept = before[len(found)] if len(found) < len(before) else None
            if kept is None or not _are_same(kept[0], block):
                kept = (block, make(block))
            found.append(kept)
        self.beside[what] = found
        return [made for _block, made in found]


def _are_same(some: dict[str, Timeline], others: dict[str, Timeline]) -> bool:
    same_cases = len(some) == len(others) and list(some) == list(others)
    return same_cases and all(map(is_, some.values(), others.values()))


class KeepsCases(View, Protocol):
    """A view that keeps its timelines up to date, so that nobody need go through all events."""

    @property
    def cases(self) -> CaseLines:
        """Those of this moment."""
        ...


def case_lines(view: View | KeepsCases) -> CaseLines:
    """The timelines of a view: those it keeps, else worked out."""
    kept: CaseLines | None = getattr(view, "cases", None)
    if kept is not None:
        return kept
    return CaseLines({id: timeline(events) for id, events in events_by_case(view).items()})
