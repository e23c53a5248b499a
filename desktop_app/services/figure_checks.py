"""What is to be said of each figure beside its number, worked out for many at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from desktop_app.domain import attention
from desktop_app.domain.amounts import Amount
from desktop_app.domain.attention import Attention, AttentionCode
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.readings import Known
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
    figures = [figure for each in entry.figures if (figure := view.get(Figure, each)) is not None]
    for figure in figures:
        # The drawn one comes first, so a rival is told against what the chart shows.
        rival = next((one for one in figures if not one.amount.interval.meets(figure.amount.interval)), None)
        if rival is not None:
            yield figure.id, Check(CheckCode.RIVAL, rival.amount)


def _settled(view: View, ledger: Known) -> Iterator[tuple[str, Check]]:
    """What somebody has decided: the publisher by a revision, or a person by deprecating."""
    for figure in view.every(Figure):
        if figure.rank is Rank.DEPRECATED:
            yield figure.id, Check(CheckCode.DEPRECATED, words=figure.rank_reason)
        elif figure.revises in ledger.superseded:
            yield figure.revises, Check(CheckCode.REVISED, figure.amount)
