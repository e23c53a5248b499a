"""A talk: the saved charts of a workspace in their order, and what has happened so far as moments to show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.intervals import Number
from desktop_app.domain.measures import Basis
from desktop_app.domain.scenes import Scene
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.sources import Source
from desktop_app.domain.views import View


@dataclass(frozen=True, slots=True)
class Moment:
    """A day on which something new was known of a scheme: what had happened, and what was counted."""

    day: date
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    """The new highest totals, of each of the scheme's two measures at most one."""


TOLD = (
    EventKind.SIGNED,
    EventKind.IN_FORCE,
    EventKind.FIRST_RETURN,
    EventKind.EXTENDED,
    EventKind.AMENDED,
    EventKind.ENDED,
)
"""The kinds of event that are moments of their own; each once, when it was first known."""


def is_text(scene: Scene) -> bool:
    """Whether a scene shows its words alone: one that names no chart."""
    return not scene.chart


def in_order(scenes: Iterable[Scene]) -> tuple[Scene, ...]:
    """The scenes as they follow each other. No two are equal in this order, so it is always the same."""
    return tuple(sorted(scenes, key=lambda scene: (scene.place, scene.id)))


def moved(scenes: Iterable[Scene], id: str, by: int) -> tuple[Scene, ...]:
    """The scenes in their new order, each with its place, after one of them went `by` places on.

    It stops at either end. Where it stays, every place stays.
    """
    before = in_order(scenes)
    at = next((number for number, scene in enumerate(before) if scene.id == id), None)
    if at is None:
        return before
    to = min(max(at + by, 0), len(before) - 1)
    if to == at:
        return before
    rest = [*before[:at], *before[at + 1 :]]
    after = [*rest[:to], before[at], *rest[to:]]
    return tuple(replace(scene, place=number) for number, scene in enumerate(after, start=1))


def moments(view: View, scheme: Scheme) -> tuple[Moment, ...]:
    """The days on which a scheme went on as far as the view shows it, the earliest first.

    A figure counts on the day it was published, where its total is higher than any published before. An event
    counts on the day it was first known (`KnownOn` says when that is). Undated ones are left out.
    """
    figures: dict[date, list[Figure]] = {}
    for measure in (scheme.outbound, scheme.inbound):
        for day, figure in _records(view, measure):
            figures.setdefault(day, []).append(figure)
    events: dict[date, list[Event]] = {}
    for known, event in _first_known(view):
        events.setdefault(known, []).append(event)
    days = sorted({*figures, *events})
    return tuple(Moment(day, tuple(events.get(day, ())), tuple(figures.get(day, ()))) for day in days)


def _records(view: View, measure: str) -> Iterable[tuple[date, Figure]]:
    """The figures that gave a higher total of a measure than any before, with their days of publication."""
    told: list[tuple[date, Number, Figure]] = []
    for figure in view.every(Figure):
        if figure.measure != measure or figure.basis is not Basis.CUMULATIVE:
            continue
        day, total = figure.published.latest, figure.amount.value
        if day is not None and total is not None and figure.rank is not Rank.DEPRECATED:
            told.append((day, total, figure))
    highest: Number = 0
    # Of one day the highest total counts; of equal ones the exact, then that of the smaller name.
    for day, total, figure in sorted(told, key=lambda one: (one[0], -one[1], *_doubt(one[2]))):
        least = figure.amount.low
        # "Fewer than 100" is not known to be more than 94.
        if least is not None and least > highest:
            highest = total
            yield day, figure


def _doubt(figure: Figure) -> tuple[bool, str]:
    return not figure.amount.is_exact, figure.id


def _first_known(view: View) -> Iterable[tuple[date, Event]]:
    """The scheme's own events that are told, each kind once: the one that was known first."""
    first: dict[EventKind, tuple[date, str, Event]] = {}
    for event in view.every(Event):
        if event.case or event.kind not in TOLD:
            continue
        day = _known_day(view, event)
        if day is not None:
            known = (day, event.id, event)
            before = first.get(event.kind)
            first[event.kind] = known if before is None or known[:2] < before[:2] else before
    return [(first[kind][0], first[kind][2]) for kind in TOLD if kind in first]


def _known_day(view: View, event: Event) -> date | None:
    cited: Sequence[Source | None] = [view.get(Source, citation.source) for citation in event.citations]
    published = [source.published.latest or source.published.earliest for source in cited if source]
    days = [day for day in published if day is not None]
    return min(days) if days else (event.date.latest or event.date.earliest)
