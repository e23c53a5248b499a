"""The numbers that were published more than once: what can be asked how it changed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from desktop_app.domain import named
from desktop_app.domain.figures import Figure
from desktop_app.domain.intervals import Interval
from desktop_app.domain.views import View

_UNKNOWN = Interval(None, None)


@dataclass(frozen=True, slots=True)
class Changed:
    """One number with all its publications, each with its day, in their order."""

    figures: tuple[Figure, ...]

    @property
    def first(self) -> Figure:
        """Its first publication: known on every day on which any of it is."""
        return self.figures[0]

    @property
    def last(self) -> Figure:
        """Its last publication."""
        return self.figures[-1]

    @property
    def changes(self) -> int:
        """How often its value became another; one that comes back (390, 322, 390) changed twice."""
        return sum(one.amount.interval != other.amount.interval for one, other in pairwise(self.figures))

    @property
    def day(self) -> date:
        """The day on which it was published with another value for the last time, or at all."""
        for before, now in reversed(list(pairwise(self.figures))):
            if before.amount.interval != now.amount.interval:
                return _published(now)
        return date.min

    @property
    def spread(self) -> float:
        """From its least to its most value, as a share of the most."""
        ends = [
            end
            for figure in self.figures
            for end in (figure.amount.low, figure.amount.high)
            if end is not None
        ]
        return float((max(ends) - min(ends)) / max(ends)) if ends and max(ends) > 0 else 0.0


def changed(view: View) -> tuple[Changed, ...]:
    """The numbers that were published more than once, those that changed last coming first.

    To one number belong figures joined by revision, and what the same publisher said of the same measure and
    period without a word of revising. What has no number or no day of publication is left out.
    """
    leader: dict[str, str] = {}

    def lead(id: str) -> str:
        while (above := leader.setdefault(id, id)) != id:
            leader[id] = leader[above]
            id = above
        return id

    told: list[Figure] = []
    firsts: dict[tuple[str, ...], str] = {}
    for figure in view.every(Figure):
        if figure.revises:
            leader[lead(figure.id)] = lead(figure.revises)
        if figure.published.latest is None or figure.amount.interval == _UNKNOWN:
            continue
        told.append(figure)
        source = named.read_in(view, figure)
        if source is not None and source.publisher:
            about = (figure.measure, figure.basis.value, figure.as_at.edtf, figure.counted_since.edtf)
            leader[lead(figure.id)] = lead(firsts.setdefault((*about, source.publisher), figure.id))
    groups: dict[str, list[Figure]] = defaultdict(list)
    for figure in told:
        groups[lead(figure.id)].append(figure)
    found = [Changed(tuple(sorted(each, key=_order))) for each in groups.values() if len(each) > 1]
    return tuple(sorted(found, key=_newest, reverse=True))


def most_changed(found: tuple[Changed, ...]) -> Changed | None:
    """The number whose published values changed most often, and among equals the most."""
    return max(found, key=_weight, default=None)


def of_figure(view: View, id: str) -> Changed | None:
    """The number that a figure is a publication of; None where it was published no more than once."""
    return next((each for each in changed(view) if any(one.id == id for one in each.figures)), None)


def _weight(each: Changed) -> tuple[int, int, float, date, str]:
    return each.changes, len(each.figures), each.spread, _published(each.last), each.last.id


def _newest(each: Changed) -> tuple[date, date, date, str]:
    return each.day, _published(each.last), each.last.as_at.latest or date.min, each.last.id


def _published(figure: Figure) -> date:
    return figure.published.latest or date.max


def _order(figure: Figure) -> tuple[date, str, str]:
    return _published(figure), figure.recorded, figure.id
