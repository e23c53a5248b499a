"""What the app says in whole sentences: a figure, a balance, a share."""

from __future__ import annotations

from desktop_app.domain.amounts import Comparator, Interval
from desktop_app.domain.dates import DateKind
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Basis, Measure
from desktop_app.words.amount_sentences import (
    amount,
    amount_before_noun,
    amount_echo,
    amount_short,
    amount_with_unit,
    interval,
    plural_of,
)
from desktop_app.words.date_sentences import (
    date,
    date_as_written,
    date_echo,
    date_full,
    day_range,
    period,
    start,
)
from desktop_app.words.formats import Formats
from desktop_app.words.measure_words import counted, measure_verb
from desktop_app.words.translate import _

__all__ = [
    "added",
    "amount",
    "amount_before_noun",
    "amount_echo",
    "amount_short",
    "amount_with_unit",
    "balance",
    "counted_amount",
    "date",
    "date_as_written",
    "date_echo",
    "date_full",
    "day_range",
    "figure",
    "figure_time",
    "interval",
    "period",
    "plural_of",
    "share",
    "start",
]


_RANGES = (DateKind.BY, DateKind.SINCE, DateKind.SPAN, DateKind.UNDATED)
"""Dates that already say how they bound: "as at by 9 Nov" would say it twice."""


def counted_amount(figure: Figure, measure: Measure, formats: Formats) -> str:
    """A figure's number with what it counts: "more than 1,700 people arrived by small boat"."""
    if figure.amount.comparator is Comparator.UNQUANTIFIED:
        return counted(measure, figure.amount_words or _("no number given:"), 2)
    said = counted(measure, amount_before_noun(figure.amount, formats), plural_of(figure.amount))
    if figure.basis is Basis.TARGET and measure.basis is not Basis.TARGET:
        return _("target: {counted}").format(counted=said)
    return said


def figure_time(figure: Figure, formats: Formats) -> str:
    """What a figure's number covers: "running total since 6 Aug 2025, as at some day 1–10 Nov 2025"."""
    when = date_full(figure.as_at, formats)
    match figure.basis:
        case Basis.CUMULATIVE:
            said = _("{total}, {when}") if figure.as_at.kind in _RANGES else _("{total}, as at {when}")
            return said.format(total=_running_total(figure, formats), when=when)
        case Basis.STOCK:
            return _("as at {when}").format(when=when)
        case _:
            return when


def _running_total(figure: Figure, formats: Formats) -> str:
    if not figure.counted_since.is_dated:
        return _("running total")
    return _("running total since {start}").format(start=start(figure.counted_since, formats))


def figure(figure: Figure, measure: Measure, publishers: str, formats: Formats) -> str:
    """A figure in one line, with everything that it must not be separated from.

    "94 people returned to France, running total since 6 Aug 2025, as at some day 1–10 Nov 2025 — Anadolu".
    `publishers` names who published it; the speaker stands before them where known.
    """
    facts = {"counted": counted_amount(figure, measure, formats), "time": figure_time(figure, formats)}
    if figure.speaker and publishers and figure.speaker != publishers:
        line = _("{counted}, {time} — {speaker}, in {publishers}")
    elif figure.speaker or publishers:
        line = _("{counted}, {time} — {source}")
    else:
        line = _("{counted}, {time} — no source yet")
    return line.format(
        **facts, speaker=figure.speaker, publishers=publishers, source=publishers or figure.speaker
    )


def added(figure: Figure, measure: Measure, formats: Formats) -> str:
    """The notice after a figure was recorded: "Added: 94 people returned to France, early Nov 2025"."""
    when = date_as_written(figure.period, figure.period_words, formats)
    return _("Added: {counted}, {when}").format(counted=counted_amount(figure, measure, formats), when=when)


def balance(difference: Interval, outbound: Measure, inbound: Measure, formats: Formats) -> str:
    """Returned minus admitted in words, neutral in both directions: "69 more admitted than returned"."""
    out, into = measure_verb(outbound), measure_verb(inbound)
    low, high = difference.low, difference.high
    if low == 0 and high == 0:
        return _("as many {out} as {into}").format(out=out, into=into)
    if low is not None and low >= 0:
        return _more(difference, out, into, formats)
    if high is not None and high <= 0:
        return _more(-difference, into, out, formats)
    if low is None or high is None:
        return _("{out} and {into} cannot be compared: one total is not known").format(out=out, into=into)
    return _("{out} and {into} cannot be told apart: from {low} more {into} to {high} more {out}").format(
        out=out, into=into, low=formats.number(-low), high=formats.number(high)
    )


def share(per_thousand: Interval, outbound: Measure, pressure: Measure, formats: Formats) -> str:
    """Returned for each thousand who arrived: "6.9 returned per 1,000 arrived"."""
    return _("{number} {out} per {thousand} {arrived}").format(
        number=interval(per_thousand, formats),
        out=measure_verb(outbound),
        thousand=formats.number(1000),
        arrived=measure_verb(pressure),
    )


def _more(surplus: Interval, more: str, fewer: str, formats: Formats) -> str:
    """The larger total first; `surplus` is not below zero."""
    low, high = surplus.low, surplus.high
    numbers = {"more": more, "fewer": fewer}
    if low is None or (low == 0 and high is None):
        return _("at least as many {more} as {fewer}").format(**numbers)
    if high is None:
        return _("at least {low} more {more} than {fewer}").format(low=formats.number(low), **numbers)
    if low == high:
        return _("{low} more {more} than {fewer}").format(low=formats.number(low), **numbers)
    if low == 0:
        return _("as many {more} as {fewer}, or up to {high} more {more}").format(
            high=formats.number(high), **numbers
        )
    return _("between {low} and {high} more {more} than {fewer}").format(
        low=formats.number(low), high=formats.number(high), **numbers
    )
