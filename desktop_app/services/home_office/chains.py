"""What the Home Office has said of each day and week so far, in the order of its publication."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from desktop_app.domain import measures
from desktop_app.domain.amounts import Comparator
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Basis
from desktop_app.domain.sources import Source
from desktop_app.domain.views import View
from desktop_app.services.home_office.editions import is_home_office

Key = tuple[str, str]
"""A measure and a period in its notation."""

_BY_DAY = frozenset({measures.ARR, measures.ARR_BOATS, measures.ARR_UNCTRL})
_BY_WEEK = frozenset({measures.PREV, measures.PREV_EV})
_WEEK = timedelta(days=6)


class Chains:
    """The figures of the series' measures by what they count, oldest publication first."""

    def __init__(self, view: View) -> None:
        theirs = {source.id for source in view.every(Source) if is_home_office(source)}
        self._figures: dict[Key, list[Figure]] = {}
        for figure in view.every(Figure):
            measure = figure.measure
            if (measure in _BY_DAY or measure in _BY_WEEK) and figure.basis is Basis.FLOW:
                for cited in figure.citations:
                    if cited.source in theirs and figure.published.latest is not None:
                        self._figures.setdefault((measure, figure.period.edtf), []).append(figure)
                        break
        for chain in self._figures.values():
            if len(chain) > 1:
                chain.sort(key=_published)

    def __len__(self) -> int:
        return len(self._figures)

    def __contains__(self, key: Key) -> bool:
        return key in self._figures

    def around(self, key: Key, edition: date) -> tuple[Figure | None, Figure | None]:
        """What was known on the day of an edition, and what was published next after it."""
        before = None
        for figure in self._figures.get(key, ()):
            if _published(figure) > edition:
                return before, figure
            before = figure
        return before, None

    def alone(self, edition: date) -> dict[Key, int | Decimal | None]:
        """The values of which all that is known is one exact figure, from before an edition or with it."""
        return {
            key: chain[0].amount.low
            for key, chain in self._figures.items()
            if len(chain) == 1
            and chain[0].amount.comparator is Comparator.EXACTLY
            and _published(chain[0]) <= edition
        }

    def missing(self, seen: set[Key], edition: date, last: date) -> Iterator[Figure]:
        """The figures known on the day of an edition, for days and weeks up to `last`, that it lacks."""
        for key in [key for key in self._figures if key not in seen]:
            before, _ = self.around(key, edition)
            if before is not None and _in_series(before.measure, before.period, last):
                yield before


def _published(figure: Figure) -> date:
    return figure.published.latest or date.max


def _in_series(measure: str, period: PartialDate, last: date) -> bool:
    """Whether the series has a row for a period: a day of arrivals, or a week of people prevented."""
    first, end = period.earliest, period.latest
    if first is None or end is None or end > last:
        return False
    return end - first == (_WEEK if measure in _BY_WEEK else timedelta(0))
