"""A figure's facts in the words of the table and the inspector."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from desktop_app.domain import date_words
from desktop_app.domain.dates import DateKind, Obtained
from desktop_app.domain.figures import Figure, Status
from desktop_app.domain.intervals import Interval
from desktop_app.domain.measures import Basis, Unit
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.sources import Source
from desktop_app.domain.views import View
from desktop_app.services.figure_company import Change
from desktop_app.words import amount_sentences, date_sentences, labels
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _p

SHAPES: Mapping[Status, str] = {
    Status.NORMAL: "●",
    Status.PROVISIONAL: "◐",
    Status.ESTIMATED: "◌",
    Status.UNVALIDATED: "○",
    Status.DEFINITION_DIFFERS: "◇",
    Status.BREAK: "◆",
    Status.MISSING: "✕",
}
"""A mark for each status, told apart without colour."""


def value(figure: Figure, unit: Unit, formats: Formats) -> str:
    """The number in short, with percent or pounds where it counts those."""
    said = amount_sentences.amount_short(figure.amount, formats)
    if not figure.amount.has_number:
        return said
    if unit is Unit.PERCENT:
        return _("{amount}%").format(amount=said)
    return _p("pounds", "£{amount}").format(amount=said) if unit is Unit.POUND else said


def when(figure: Figure, today: date, formats: Formats) -> str:
    """The date in its source's words where they say it by themselves, else in ours."""
    words = figure.period_words
    if not figure.period.is_dated or (words and _says_itself(words, figure, today)):
        return date_sentences.date_as_written(figure.period, words, formats)
    return date_sentences.date(figure.period, formats)


def counted(figure: Figure, usual: Basis, scheme: Scheme | None, formats: Formats) -> str:
    """How it is counted, in two or three words: "since start", "year so far", "in the period"."""
    if figure.basis is Basis.CUMULATIVE:
        return _counted_since(figure, usual, scheme, formats)
    if figure.basis is Basis.FLOW:
        return PERIODS.get(figure.period.kind, lambda: _("in the period"))()
    return _("on the day") if figure.basis is Basis.STOCK else _("target")


def _counted_since(figure: Figure, usual: Basis, scheme: Scheme | None, formats: Formats) -> str:
    since, first = figure.counted_since, figure.counted_since.earliest
    if first is None:
        return _("since start") if usual is Basis.CUMULATIVE else _("running total")
    if scheme is not None and first == scheme.start.earliest:
        return _("since start")
    last = figure.as_at.latest or figure.as_at.earliest
    if (first.month, first.day) == (1, 1) and last is not None and last.year == first.year:
        return _("year so far")
    start = date_sentences.start(since, formats)
    if since.is_exact_day and last is not None and last.year == first.year:
        start = formats.day_month(first)
    return _("since {start}").format(start=start)


def status(status: Status) -> str:
    """A status with its mark: "○ Reported"."""
    return _("{mark} {status}").format(mark=SHAPES[status], status=labels.status(status))


def change(change: Change, formats: Formats) -> str:
    """What a running total adds: "after 75 on 31 Oct 2025: +19 in 1–10 days"."""
    facts = {
        "amount": amount_sentences.amount_short(change.before.amount, formats),
        "date": date_sentences.date(change.before.as_at, formats),
        "change": _signed(change.difference, formats),
        "days": date_sentences.day_range(change.days),
    }
    if change.difference.is_open or change.days.high is None:
        return _("after {amount} on {date}").format(**facts)
    return _("after {amount} on {date}: {change} in {days}").format(**facts)


def publishers(view: View, figure: Figure) -> str:
    """Who published it, in the order of its citations: "Anadolu Ajansı, The Guardian"."""
    found = [view.get(Source, citation.source) for citation in figure.citations]
    return ", ".join(dict.fromkeys(source.short_name for source in found if source is not None))


def _signed(difference: Interval, formats: Formats) -> str:
    low, high = difference.low, difference.high
    if low is None or high is None:
        return ""
    ends = [f"+{formats.number(end)}" if end >= 0 else formats.number(end) for end in (low, high)]
    return ends[0] if low == high else _("{low} to {high}").format(low=ends[0], high=ends[1])


def _says_itself(words: str, figure: Figure, today: date) -> bool:
    """Whether a reader of the words alone understands the date; "on Tuesday" needs to know when."""
    if figure.period_how is not Obtained.STATED or not any(letter.isdigit() for letter in words):
        return False
    return date_words.read(words, today=today, order="dmy").date == figure.period


PERIODS: Mapping[DateKind, Callable[[], str]] = {
    DateKind.DAY: lambda: _("on the day"),
    DateKind.MONTH: lambda: _("in the month"),
    DateKind.YEAR: lambda: _("in the year"),
}
