"""Our cases beside the published totals, in words: what is logged, what was published, and the arithmetic."""

from __future__ import annotations

from desktop_app.domain.case_totals import Beside, Bounds, Verdict
from desktop_app.domain.intervals import Interval
from desktop_app.domain.readings import Reading
from desktop_app.domain.views import View
from desktop_app.words import amount_sentences, date_sentences, findings
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n


def days(row: Beside, formats: Formats) -> str:
    """The stretch of days."""
    return date_sentences.period(row.first, row.last, formats)


def logged(row: Beside, formats: Formats) -> str:
    """How many are logged: "1", "0–2" where some may have been on other days."""
    low, high = formats.number(len(row.certain)), formats.number(len(row.possible))
    return low if low == high else _("{low}–{high}").format(low=low, high=high)


def published(row: Beside, formats: Formats) -> str:
    """How many were published: "349", "0–3", "at least 0", or that nothing was."""
    return _("nothing") if row.bounds is None else interval(row.bounds.interval, formats)


def interval(span: Interval, formats: Formats) -> str:
    """An interval of people, short."""
    low, high = span.low or 0, span.high
    if high is None:
        return _("{number} or more").format(number=formats.number(low))
    if low == high:
        return formats.number(low)
    return _("{low}–{high}").format(low=formats.number(low), high=formats.number(high))


def verdict(row: Beside) -> str:
    """What it comes to, in a word or two."""
    words = {
        Verdict.FITS: _("fits"),
        Verdict.CONFLICT: _("does not fit"),
        Verdict.CANNOT_TELL: _("cannot tell"),
    }
    return words[row.verdict]


def sentence(row: Beside, view: View, formats: Formats) -> str:
    """The whole comparison: what is logged, what was published, and what the check finds."""
    parts = [_logged_said(row, formats)]
    if not row.findings:
        # What the check finds says what the series counts by itself.
        parts.append(_published_said(row, formats))
    parts += [findings.message(finding, view, formats) for finding in row.findings]
    if row.verdict is Verdict.CONFLICT and not row.findings:
        parts.append(_("So more is logged than was published."))
    return " ".join(part for part in parts if part)


def _logged_said(row: Beside, formats: Formats) -> str:
    certain, possible = len(row.certain), len(row.possible)
    when = days(row, formats)
    if certain == possible:
        words = _n("{n} logged event, {days}.", "{n} logged events, {days}.", certain)
        return words.format(n=formats.number(certain), days=when)
    words = _n(
        "{low} logged for certain, and {n} at most, {days}.",
        "{low} logged for certain, and {n} at most, {days}.",
        possible,
    )
    return words.format(low=formats.number(certain), n=formats.number(possible), days=when)


def _published_said(row: Beside, formats: Formats) -> str:
    if row.bounds is None:
        return _("Nothing was published of these days.")
    number = interval(row.bounds.interval, formats)
    if row.bounds.is_counted:
        return _("The official series counts {number}.").format(number=number)
    return _difference(row.bounds, number, formats)


def _difference(bounds: Bounds, number: str, formats: Formats) -> str:
    """The subtraction that leaves so many at most."""
    if bounds.to is None:
        return _("Published: {number}, for no later total bounds it.").format(number=number)
    to = _total(bounds.to, formats)
    if bounds.since is None:
        return _(
            "Published: {number}, for the total was {to}, and nothing before the scheme or the first total."
        ).format(number=number, to=to)
    return _("Published: {number}, for the total was {to}, less {since}.").format(
        number=number, to=to, since=_total(bounds.since, formats)
    )


def _total(reading: Reading, formats: Formats) -> str:
    amount = amount_sentences.amount_short(reading.drawn.amount, formats)
    if reading.drawn.amount.interval != reading.interval:
        amount = interval(reading.interval, formats)
    day = formats.day(reading.end)
    if reading.start < reading.end:
        day = date_sentences.period(reading.start, reading.end, formats)
    return _("{amount} by {day}").format(amount=amount, day=day)
