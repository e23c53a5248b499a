"""What needs a look: rival readings, figures without a source or a date, totals that fall or grow old."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import pairwise
from operator import attrgetter

from desktop_app.domain.figures import Figure
from desktop_app.domain.flows import flow, period_of
from desktop_app.domain.measures import ADM, ARR, RET, Basis
from desktop_app.domain.readings import Known, Series, known
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.series import running_totals
from desktop_app.domain.views import View

OLD_AFTER_DAYS = 60

Values = dict[str, str | int | date]


class AttentionCode(StrEnum):
    """Why somebody should look; each has one sentence in `words`."""

    CONTESTED = "contested"
    """Two figures about the same thing cannot both be right. Values: measure, start, end (days)."""
    FALLS = "falls"
    """A running total is lower than the one before. Values: measure, start, end (days)."""
    OLD = "old"
    """The last figure of a headline measure is older than OLD_AFTER_DAYS. Values: measure, end, days."""
    UNDATED = "undated"
    """No day can be put to it, so it is kept as written and is on no chart. Values: measure."""
    NO_SOURCE = "no source"
    """Nothing says where it was read or heard. Values: measure."""
    UNPUBLISHED = "unpublished"
    """It has no publication day, so it is in no view as known on a day. Values: measure."""
    AHEAD = "ahead"
    """It was published before the first day that it is about. Values: measure, start, published (days)."""


@dataclass(frozen=True)
class Attention:
    """One thing to look at. A code and plain values: the words are made elsewhere."""

    code: AttentionCode
    figures: tuple[str, ...]
    """Ids of the figures it is about; of rivals, the drawn one first."""
    values: Values = field(default_factory=dict)


def look(view: View | Known, today: date, headline: Iterable[str] = ()) -> list[Attention]:
    """What needs a look, in the order of AttentionCode, and under each code the newest first.

    `headline` names the measures whose last figure may be too old; left out, those of the schemes.
    """
    ledger = known(view)
    main = tuple(headline) or headline_measures(ledger)
    found: list[Attention] = []
    for measure in ledger.measures:
        found.extend(of_measure(ledger, measure, today, main))
    for figure in ledger.standing:
        found.extend(of_figure(figure))
    order = {code: place for place, code in enumerate(AttentionCode)}
    # Sorting keeps the order of equals, so a second sort by code keeps the newest first under each.
    found.sort(key=_newest_first, reverse=True)
    found.sort(key=lambda entry: order[entry.code])
    return found


def of_measure(ledger: Known, measure: str, today: date, main: Collection[str]) -> Iterator[Attention]:
    """What the figures of a measure say together; only of the main measures the last can be old."""
    totals = running_totals(ledger, measure)
    # Most flows have one figure a period and no say in what is old: they need no line drawn.
    counts = [flow(ledger, measure)] if measure in main or _repeats(ledger, measure) else []
    for series in (*totals, *counts):
        yield from _contested(series)
    for series in totals:
        yield from falls(series)
    if measure in main:
        yield from old((*totals, *counts), today)


def headline_measures(ledger: Known) -> tuple[str, ...]:
    """The measures of the schemes, whose last figure may be too old."""
    codes = [code for one in ledger.view.every(Scheme) for code in (one.outbound, one.inbound, one.pressure)]
    return tuple(dict.fromkeys(codes)) or (RET, ADM, ARR)


def _contested(series: Series) -> Iterator[Attention]:
    for reading in series.readings:
        if reading.rival:
            values: Values = {"measure": series.measure, "start": reading.start, "end": reading.end}
            yield Attention(AttentionCode.CONTESTED, reading.inputs, values)


def falls(series: Series) -> Iterator[Attention]:
    """Where a running total is lower than before."""
    if series.basis is Basis.STOCK:
        return
    for before, now in pairwise(series.readings):
        low, high = before.drawn.amount.low, now.drawn.amount.high
        if low is not None and high is not None and high < low:
            values: Values = {"measure": series.measure, "start": before.end, "end": now.end}
            yield Attention(AttentionCode.FALLS, (before.drawn.id, now.drawn.id), values)


def old(every: Iterable[Series], today: date) -> Iterator[Attention]:
    """The last figure of a measure, if it is more than OLD_AFTER_DAYS old."""
    last = max((one.readings[-1] for one in every if one.readings), key=attrgetter("end"), default=None)
    if last is not None and (days := (today - last.end).days) > OLD_AFTER_DAYS:
        values: Values = {"measure": last.drawn.measure, "end": last.end, "days": days}
        yield Attention(AttentionCode.OLD, (last.drawn.id,), values)


def _repeats(ledger: Known, measure: str) -> bool:
    """Whether any two flows count the same period."""
    periods = [period_of(figure) for figure in ledger.figures(measure) if figure.basis is Basis.FLOW]
    return len(set(periods)) < len(periods)


def of_figure(figure: Figure) -> list[Attention]:
    """What can be said of a figure alone."""
    found = []
    first = _first_day(figure)
    published = figure.published.latest
    about: Values = {"measure": figure.measure}
    if not figure.citations:
        found.append(Attention(AttentionCode.NO_SOURCE, (figure.id,), about))
    if published is None:
        found.append(Attention(AttentionCode.UNPUBLISHED, (figure.id,), about))
    if figure.basis is Basis.TARGET:
        return found
    if first is None:
        found.append(Attention(AttentionCode.UNDATED, (figure.id,), about))
    elif published is not None and published < first:
        values: Values = {"measure": figure.measure, "start": first, "published": published}
        found.append(Attention(AttentionCode.AHEAD, (figure.id,), values))
    return found


def _first_day(figure: Figure) -> date | None:
    """The earliest day that the figure stands for or counts; None where it cannot be put on a chart."""
    if figure.basis is Basis.FLOW:
        period = period_of(figure)
        return None if period is None else period[0]
    as_at = figure.as_at
    return None if as_at.latest is None else as_at.earliest or as_at.latest


def _newest_first(entry: Attention) -> date:
    day = entry.values.get("end") or entry.values.get("start")
    return day if isinstance(day, date) else date.min
