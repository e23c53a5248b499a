"""The words of how long until return and re-arrival: halves, what is left, and the columns of the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_app.charts.sheets import Column, Tint
from desktop_app.domain.dates import DayRange
from desktop_app.domain.spells import LeftOut, Spells, Until
from desktop_app.domain.survival import Step
from desktop_app.words import date_sentences
from desktop_app.words.formats import Formats, percent
from desktop_app.words.translate import _, _n


def half(until: Until, days: DayRange) -> str:
    """The half of it: a range where dates are vague, and open where it is not reached."""
    if days.low is None:
        words = {
            Until.RETURN: _("fewer than half have been returned"),
            Until.ARRIVAL: _("fewer than half have arrived again"),
        }
        return words[until]
    if days.high is None:
        words = {
            Until.RETURN: _("half were returned after {days} at the earliest"),
            Until.ARRIVAL: _("half had arrived again after {days} at the earliest"),
        }
        return words[until].format(days=date_sentences.day_range(DayRange(days.low, days.low)))
    words = {
        Until.RETURN: _("half were returned within {days}"),
        Until.ARRIVAL: _("half had arrived again within {days}"),
    }
    return words[until].format(days=date_sentences.day_range(days))


def left(until: Until, step: Step, day: int, formats: Formats) -> str:
    """What is left after so many days: "27% not returned after 102 days"."""
    words = {
        Until.RETURN: _("{share} not returned after {days}"),
        Until.ARRIVAL: _("{share} not back after {days}"),
    }
    return words[until].format(share=share_range(step.low, step.high, formats), days=days_said(day, formats))


def share_range(low: float, high: float, formats: Formats) -> str:
    """A share or the range of one in whole percent, its ends rounded outwards."""
    least, most = int(low * 100 + 1e-6), -int(-high * 100 + 1e-6)
    if least == most or round(low * 100, 6) == round(high * 100, 6):
        return percent(round(low * 100), formats)
    between = _("{low}–{high}")
    return between.format(low=formats.number(least), high=percent(most, formats))


def lasted(found: Spells) -> str:
    """From the shortest to the longest of those that have ended."""
    highs = [spell.lasted.high for spell in found.spells if spell.lasted.high is not None]
    if not highs:
        none = {Until.RETURN: _("nobody returned yet"), Until.ARRIVAL: _("nobody arrived again")}
        return none[found.until]
    low = min(spell.lasted.low for spell in found.spells if spell.lasted.high is not None)
    words = {Until.RETURN: _("returned after {days}"), Until.ARRIVAL: _("arrived again after {days}")}
    return words[found.until].format(days=date_sentences.day_range(DayRange(low, max(highs))))


def days_said(days: int, formats: Formats) -> str:
    """A number of days."""
    return _n("{n} day", "{n} days", days).format(n=formats.number(days))


def columns() -> tuple[Column, ...]:
    """All columns of the table; a chart has those in which some line has a value."""
    return (
        Column("series", _("Series"), width=28),
        Column("case", _("Case")),
        Column("begin", _("From"), width=28),
        Column("end", _("To"), width=24),
        Column("days", _("After days"), is_number=True),
        Column("share", _("Share left"), is_number=True),
        Column("low", _("Least"), is_number=True),
        Column("high", _("Most"), is_number=True),
        Column("unit", _("Unit")),
    )


TINTS = {Until.RETURN: Tint.RETURNED, Until.ARRIVAL: Tint.AGAIN}
TITLES: Mapping[Until, Callable[[], str]] = {
    Until.RETURN: lambda: _("From arrival to return"),
    Until.ARRIVAL: lambda: _("From return to re-arrival"),
}
LEFT_OUT: Mapping[LeftOut, Callable[[int], str]] = {
    LeftOut.END_UNKNOWN: lambda n: _n(
        "{n} stay is left out: another arrival follows, and no return is recorded between.",
        "{n} stays are left out: another arrival follows, and no return is recorded between.",
        n,
    ),
    LeftOut.OUT_OF_ORDER: lambda n: _n(
        "{n} stay is left out: by its dates it ended before it began.",
        "{n} stays are left out: by their dates they ended before they began.",
        n,
    ),
    LeftOut.NO_BOUND: lambda n: _n(
        "{n} stay is left out: its dates allow any length.",
        "{n} stays are left out: their dates allow any length.",
        n,
    ),
}
