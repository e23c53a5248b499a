"""The few numbers a workspace is opened for: latest totals of the scheme's measures, each with its inputs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.balance import BalancePoint, balance
from desktop_app.domain.flows import accumulate, flow
from desktop_app.domain.intervals import Interval
from desktop_app.domain.measures import REARR, Basis
from desktop_app.domain.readings import Known, Reading, known
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.series import running_total
from desktop_app.domain.views import View


@dataclass(frozen=True, slots=True)
class Headline:
    """One number: what is counted, how many, to which day, on whose word."""

    measure: str
    interval: Interval
    """As drawn: of a total that sources dispute, the reading that is drawn."""
    reading: Reading
    """The last reading that went into it."""
    to: date
    year: int | None = None
    """The calendar year that a sum covers, where it is a sum."""
    inputs: tuple[str, ...] = ()
    """Ids of the figures it is made from, the last one first."""


def headlines(view: View, scheme: Scheme) -> list[Headline]:
    """Returned, admitted, arrived this year, arrived again: those of which anything is known."""
    ledger = known(view)
    found = [
        _total(ledger, scheme.outbound),
        _total(ledger, scheme.inbound),
        _year(ledger, scheme.pressure),
        _total(ledger, REARR),
    ]
    return [headline for headline in found if headline is not None]


def latest_balance(view: View, scheme: Scheme) -> BalancePoint | None:
    """Returned minus admitted on the last day that either was reported; None before both are known."""
    ledger = known(view)
    points = balance(running_total(ledger, scheme.outbound), running_total(ledger, scheme.inbound)).points
    return points[-1] if points else None


def _total(ledger: Known, measure: str) -> Headline | None:
    series = running_total(ledger, measure)
    if not series.readings:
        return None
    last = series.readings[-1]
    return Headline(measure, last.drawn.amount.interval, last, last.end, inputs=last.inputs)


def _year(ledger: Known, measure: str) -> Headline | None:
    """The sum of the last recorded year; where no flow is known, the last running total."""
    series = flow(ledger, measure)
    if series.basis is not Basis.FLOW or not series.readings:
        return _total(ledger, measure)
    last = series.readings[-1]
    year = last.end.year
    sums = accumulate(series, date(year, 1, 1), last.end)
    if not sums:
        return None
    total = sums[-1]
    stated = _stated(ledger, measure, year) if total.missing else None
    if stated is not None and total.low <= (stated.interval.low or 0):
        return stated
    inputs = tuple(figure.id for figure in reversed(total.figures))
    return Headline(measure, Interval(total.low, total.high), last, last.end, year, inputs)


def _stated(ledger: Known, measure: str, year: int) -> Headline | None:
    """The year's own running total, as somebody stated it: it knows the days that have no record here."""
    series = running_total(ledger, measure, date(year, 1, 1))
    if not series.readings or series.readings[-1].end.year != year:
        return None
    last = series.readings[-1]
    return Headline(measure, last.drawn.amount.interval, last, last.end, year, last.inputs)
