"""Why a figure is the one that a line is drawn through, or why another one is."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from desktop_app.domain.amounts import Comparator
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.flows import flow
from desktop_app.domain.measures import Basis
from desktop_app.domain.narrowed import OfMeasures, TheseFigures
from desktop_app.domain.readings import Known, Reading, known
from desktop_app.domain.series import running_totals
from desktop_app.domain.standing import Standing, Why
from desktop_app.domain.views import View

_END = attrgetter("end")


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a figure stands to the line: what is drawn, why, and what cannot be right beside it."""

    standing: Standing
    drawn: Figure | None = None
    """The figure drawn for its days, itself or another; None where there is none."""
    reasons: tuple[Why, ...] = ()
    """What decided for the one drawn, over this figure, or where it is this one over any other."""
    others: tuple[Figure, ...] = ()
    """The other figures of the reading, the likelier drawn first."""
    rivals: tuple[Figure, ...] = ()
    """Those of the others that cannot be right together with this figure."""
    revised_by: Figure | None = None


def why_drawn(view: View | Known, figure: Figure) -> Drawing:
    """How a figure stands to the line that charts draw of its measure."""
    ledger = _ledger(view, figure)
    reading = _reading(ledger, figure)
    if reading is None:
        return _off_line(ledger, figure)
    others = tuple(other for other in reading.figures if other.id != figure.id)
    rivals = tuple(other for other in others if not other.amount.interval.meets(figure.amount.interval))
    if not others:
        return Drawing(Standing.ALONE, figure)
    if reading.drawn.id == figure.id:
        found = {_decided(ledger, figure, other) for other in others}
        reasons = tuple(why for why in Why if why in found)
        return Drawing(Standing.DRAWN, figure, reasons, others, rivals)
    reasons = (_decided(ledger, reading.drawn, figure),)
    return Drawing(Standing.BESIDE, reading.drawn, reasons, others, rivals)


def reasons_among(view: View, figures: Sequence[Figure]) -> tuple[Why, ...]:
    """What decided for the first of the figures of one reading over the others, which come after it."""
    ledger = known(view) if _is_accounted(view) else Known(TheseFigures(view, figures))
    found = {_decided(ledger, figures[0], other) for other in figures[1:]}
    return tuple(why for why in Why if why in found)


def preferred_beside(view: View, figure: Figure) -> tuple[Figure, ...]:
    """The other figures about the same days that are preferred already."""
    preferred = (
        one.rank is Rank.PREFERRED and one.measure == figure.measure and one.id != figure.id
        for one in view.every(Figure)
    )
    if not any(preferred):
        return ()
    return tuple(other for other in why_drawn(view, figure).others if other.rank is Rank.PREFERRED)


def _ledger(view: View | Known, figure: Figure) -> Known:
    """What counts: as it is kept account of, else looked through for the measure alone."""
    if isinstance(view, Known) or _is_accounted(view):
        return known(view)
    return Known(OfMeasures(view, frozenset({figure.measure})))


def _is_accounted(view: View) -> bool:
    return getattr(view, "account", None) is not None


def _reading(ledger: Known, figure: Figure) -> Reading | None:
    for readings in _lines(ledger, figure):
        for reading in _near(readings, figure):
            if any(one.id == figure.id for one in reading.figures):
                return reading
    return None


def _lines(ledger: Known, figure: Figure) -> Iterator[Sequence[Reading]]:
    if figure.basis is Basis.FLOW:
        yield flow(ledger, figure.measure).readings
        return
    for total in running_totals(ledger, figure.measure):
        if total.basis is figure.basis:
            yield total.readings


def _near(readings: Sequence[Reading], figure: Figure) -> Sequence[Reading]:
    """The readings that the figure can be part of: those that end within its days, and the last before."""
    first = figure.as_at.earliest or figure.as_at.latest
    last = figure.as_at.latest or figure.as_at.earliest
    if figure.basis is Basis.FLOW:
        first, last = figure.period.earliest or first, figure.period.latest or last
    if first is None or last is None:
        return ()
    begin = bisect_left(readings, first, key=_END)
    return readings[max(begin - 1, 0) : bisect_right(readings, last, lo=begin, key=_END)]


def _off_line(ledger: Known, figure: Figure) -> Drawing:
    if figure.rank is Rank.DEPRECATED:
        return Drawing(Standing.DEPRECATED)
    if figure.id in ledger.superseded:
        by = next((one for one in ledger.revisers(figure.id) if ledger.stands(one.id)), None)
        return Drawing(Standing.REVISED, by, revised_by=by)
    if figure.amount.comparator is Comparator.UNQUANTIFIED:
        return Drawing(Standing.NO_NUMBER)
    return Drawing(Standing.OFF_LINE if figure.as_at.is_dated else Standing.NO_DATE)


def _decided(ledger: Known, winner: Figure, other: Figure) -> Why:
    """The first of the rules that sets the two apart (`readings.Known.weight`)."""
    ranked, beaten = ledger.weight(winner), ledger.weight(other)
    by_rule = (Why.PREFERRED, Why.OFFICIAL, Why.RELIABILITY, Why.EARLIER, Why.FIRST_KEPT)
    for why, mine, its in zip(by_rule, ranked, beaten, strict=True):
        if mine != its:
            # A heavier one that is not drawn may be about other days: vaguer ones yield to exact ones.
            return why if mine < its else Why.CLOSER_DATES  # type: ignore[operator]
    return Why.FIRST_KEPT
