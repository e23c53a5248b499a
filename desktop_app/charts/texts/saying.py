"""What a reading says, in words that never claim more than is known."""

from __future__ import annotations

from desktop_app.charts.shapes import Mark
from desktop_app.domain import dates
from desktop_app.domain.amounts import Comparator
from desktop_app.domain.figures import Figure, Status
from desktop_app.domain.intervals import Interval, Number
from desktop_app.domain.series import Reading
from desktop_app.words import sentences
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

MARKS = {
    Comparator.ABOUT: Mark.ABOUT,
    Comparator.NEARLY: Mark.ABOUT,
    Comparator.MORE_THAN: Mark.MORE_THAN,
    Comparator.AT_LEAST: Mark.MORE_THAN,
    Comparator.LESS_THAN: Mark.FEWER_THAN,
    Comparator.AT_MOST: Mark.FEWER_THAN,
    Comparator.BETWEEN: Mark.RANGE,
    Comparator.ORDER_OF: Mark.RANGE,
}


def differs(reading: Reading) -> bool:
    """Whether figures about the same thing leave more possible than the drawn one does."""
    return not reading.summed and reading.interval != reading.drawn.amount.interval


def mark_of(reading: Reading) -> Mark:
    """How a reading is marked; only what is exact, official and undisputed gets the exact mark."""
    if reading.rival:
        return Mark.CONTESTED
    if differs(reading) and not reading.interval.is_open:
        return Mark.RANGE
    if not reading.summed and reading.drawn.amount.comparator in MARKS:
        return MARKS[reading.drawn.amount.comparator]
    if not reading.interval.is_exact:
        return Mark.RANGE
    return Mark.EXACT if reading.official else Mark.REPORTED


def interval(span: Interval, formats: Formats) -> str:
    """An interval in words: "17", "between 16 and 18", "at least 16", "at most 18"."""
    low, high = span.low, span.high
    if low is not None and high is not None:
        if low == high:
            return formats.number(low)
        return _("between {low} and {high}").format(low=formats.number(low), high=formats.number(high))
    if low is not None:
        return _("at least {number}").format(number=formats.number(low))
    if high is not None:
        return _("at most {number}").format(number=formats.number(high))
    return _("an unknown number")


def amount(reading: Reading, formats: Formats) -> str:
    """The number a reading gives, with its comparator, or the range where its figures differ."""
    if reading.summed or differs(reading):
        return interval(reading.interval, formats)
    return sentences.amount(reading.drawn.amount, formats)


def number_for_plural(reading: Reading) -> int:
    """The number that decides between "1 person" and "2 people"."""
    value: Number = reading.value if reading.value is not None else 2
    return int(value) if value == int(value) else 2


def days(reading: Reading, formats: Formats) -> str:
    """The days that are counted: "3–9 Nov 2025"."""
    return sentences.date(dates.span(reading.start, reading.end), formats)


def day(reading: Reading, formats: Formats) -> str:
    """The day a total stands for, which may be known only vaguely: "9 Nov 2025", "some day 1–10 Nov 2025"."""
    if reading.start >= reading.end:
        return formats.day(reading.end)
    return sentences.date_full(dates.within(reading.start, reading.end), formats)


def is_provisional(figure: Figure) -> bool:
    """Whether the publisher says that the number may still change."""
    return figure.status is Status.PROVISIONAL


def may_change(reading: Reading) -> bool:
    """Whether a reading is provisional: what is drawn of it, or any part of a sum."""
    figures = reading.figures if reading.summed else (reading.drawn,)
    return any(map(is_provisional, figures))
