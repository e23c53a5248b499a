"""What is to be said of each figure beside its number, worked out for many at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from desktop_app.domain import attention
from desktop_app.domain.amounts import Amount
from desktop_app.domain.attention import Attention, AttentionCode
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.following import Following
from desktop_app.domain.readings import Known, Reading, Series
from desktop_app.domain.series import flow, running_totals
from desktop_app.domain.views import View
from desktop_app.services.figure_company import OfMeasures


class CheckCode(Enum):
    """What is said of a figure."""

    RIVAL = "rival"
    """Another figure about the same thing cannot be right as well; `amount` is what it says."""
    FALLS = "falls"
    """A running total that is lower than the one before, or that one."""
    NO_SOURCE = "no source"
    UNDATED = "undated"
    UNPUBLISHED = "unpublished"
    """Nobody says when it was published, so it is in no view as known on a day."""
    AHEAD = "ahead"
    """It was published before the first day that it is about."""
    OLD = "old"
    """The last figure of a headline measure, and old."""
    DEPRECATED = "deprecated"
    """`words` is why."""
    REVISED = "revised"
    """The same publisher has replaced it; `amount` is by what."""


QUIET = frozenset({CheckCode.DEPRECATED, CheckCode.REVISED})
"""What needs no look: somebody has decided it already."""

_CODES = {
    AttentionCode.FALLS: CheckCode.FALLS,
    AttentionCode.NO_SOURCE: CheckCode.NO_SOURCE,
    AttentionCode.UNDATED: CheckCode.UNDATED,
    AttentionCode.UNPUBLISHED: CheckCode.UNPUBLISHED,
    AttentionCode.AHEAD: CheckCode.AHEAD,
    AttentionCode.OLD: CheckCode.OLD,
}


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to say of a figure."""

    code: CheckCode
    amount: Amount | None = None
    words: str = ""

    @property
    def needs_a_look(self) -> bool:
        """Whether somebody should decide something."""
        return self.code not in QUIET


Checks = dict[str, tuple[Check, ...]]
"""By figure id; figures of which nothing is to be said are absent."""
Pairs = tuple[tuple[str, Check], ...]


def checks(view: View, today: date, measures: Iterable[str] | None = None) -> Checks:
    """What is to be said of the figures, of these measures only where they are named."""
    below: View = view if measures is None else OfMeasures(view, frozenset(measures))
    ledger = Known(below)
    found: dict[str, list[Check]] = {}
    for entry in attention.look(ledger, today):
        for figure_id, check in _of_entry(below, entry):
            found.setdefault(figure_id, []).append(check)
    for figure_id, check in _settled(below, ledger):
        found.setdefault(figure_id, []).append(check)
    return {figure_id: tuple(dict.fromkeys(said)) for figure_id, said in found.items()}


def _of_entry(view: View, entry: Attention) -> Iterator[tuple[str, Check]]:
    if entry.code is not AttentionCode.CONTESTED:
        for figure_id in entry.figures:
            yield figure_id, Check(_CODES[entry.code])
        return
    yield from _rivals([figure for each in entry.figures if (figure := view.get(Figure, each)) is not None])


def _rivals(figures: Sequence[Figure]) -> Iterator[tuple[str, Check]]:
    for figure in figures:
        # The drawn one comes first, so a rival is told against what the chart shows.
        said = figure.amount.interval
        rival = next((one for one in figures if not one.amount.interval.meets(said)), None)
        if rival is not None:
            yield figure.id, Check(CheckCode.RIVAL, rival.amount)


def _settled(view: View, ledger: Known) -> Iterator[tuple[str, Check]]:
    """What somebody has decided: the publisher by a revision, or a person by deprecating."""
    for figure in view.every(Figure):
        if figure.rank is Rank.DEPRECATED:
            yield figure.id, Check(CheckCode.DEPRECATED, words=figure.rank_reason)
        elif figure.revises in ledger.superseded:
            yield figure.revises, Check(CheckCode.REVISED, figure.amount)


class FigureChecks:
    """What is to be said of each figure that `account` tells of, worked out when it is asked for.

    It equals `checks` once `renew` has been called for every measure that a change may concern, and
    `renew_alone` for every figure. Until then it says what was so before, and never costs more than a glance.
    """

    def __init__(self, account: Callable[[], Following], view: View) -> None:
        self._account, self._view = account, view
        self._together: dict[str, Checks] = {}
        self._rivals: dict[str, dict[int, tuple[Reading, Pairs]]] = {}
        self._alone: set[str] = set()

    def of(self, figure: Figure) -> tuple[Check, ...]:
        """What is to be said of one figure."""
        ledger = self._account()
        if ledger.stands(figure.id):
            said = self._together.get(figure.measure, {}).get(figure.id, ())
            alone = [Check(_CODES[entry.code]) for entry in attention.of_figure(figure)]
            return tuple(dict.fromkeys((*said, *sorted(alone, key=_undated_first))))
        revised = (one for one in ledger.revisers(figure.id) if one.rank is not Rank.DEPRECATED)
        found = [Check(CheckCode.REVISED, one.amount) for one in revised]
        if figure.rank is Rank.DEPRECATED:
            found.insert(0, Check(CheckCode.DEPRECATED, words=figure.rank_reason))
        return tuple(dict.fromkeys(found))

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures of which anything counts, or did."""
        return tuple(dict.fromkeys((*self._account().measures, *self._together)))

    def renew(self, measure: str, today: date) -> set[str]:
        """Look again at what the figures of a measure say together; ids of those for which it differs."""
        ledger = self._account()
        totals, counted = running_totals(ledger, measure), flow(ledger, measure)
        found: dict[str, tuple[Check, ...]] = {}
        for id, check in self._rival_pairs(measure, (*totals, counted)):
            found[id] = (*found[id], check) if id in found else (check,)
        others = [entry for series in totals for entry in attention.falls(series)]
        if measure in attention.headline_measures(ledger):
            others.extend(attention.old((*totals, counted), today))
        for entry in others:
            for id in entry.figures:
                found[id] = (*found.get(id, ()), Check(_CODES[entry.code]))
        before = self._together.get(measure, {})
        self._together[measure] = found
        return {id for id in {*before, *found} if before.get(id) != found.get(id)}

    def _rival_pairs(self, measure: str, every: Iterable[Series]) -> Iterator[tuple[str, Check]]:
        """What is to be said of the figures of rival readings; of a reading looked at before, the same."""
        before = self._rivals.get(measure, {})
        now: dict[int, tuple[Reading, Pairs]] = {}
        for series in every:
            for reading in series.readings:
                if reading.rival:
                    known_one = before.get(id(reading)) or (reading, tuple(_rivals(reading.figures)))
                    now[id(reading)] = known_one
                    yield from known_one[1]
        self._rivals[measure] = now

    def renew_alone(self, ids: Iterable[str]) -> None:
        """Look again whether these figures, some of which may be gone, need a look by themselves."""
        ledger, get, alone = self._account(), self._view.get, self._alone
        for id in ids:
            figure = get(Figure, id) if ledger.stands(id) else None
            if figure is not None and attention.of_figure(figure):
                alone.add(id)
            else:
                alone.discard(id)

    def needs_a_look(self, id: str, measure: str) -> bool:
        """Whether somebody should look at a figure of a measure."""
        return id in self._alone or id in self._together.get(measure, ())

    @property
    def to_look_at(self) -> int:
        """How many figures somebody should look at."""
        return len(self._alone.union(*self._together.values()))


def _undated_first(check: Check) -> bool:
    return check.code is not CheckCode.UNDATED
