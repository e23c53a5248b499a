"""What changed between two days, in words: a value and its successor, and the balance with its sign."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.balance import BalancePoint
from desktop_app.domain.figures import Figure
from desktop_app.domain.intervals import Interval, Number
from desktop_app.domain.views import Sight
from desktop_app.words import amount_sentences
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n


def value(figure: Figure, formats: Formats) -> str:
    """A figure's number with its comparator, or the words it was given in."""
    return amount_sentences.amount_short(figure.amount, formats) or figure.amount_words


def total(interval: Interval, drawn: Figure, year: int | None, formats: Formats) -> str:
    """A headline number: that of the figure drawn, or a sum with the year that it is of."""
    if year is None:
        return value(drawn, formats)
    return _("{number} in {year}").format(number=amount_sentences.interval(interval, formats), year=year)


def became(before: str, now: str) -> str:
    """One value after another; a dash where there was none."""
    return _("{before} → {now}").format(before=before or _("–"), now=now or _("–"))


def balance(point: BalancePoint | None, formats: Formats) -> str:
    """Returned minus admitted with its sign and range: "+24", "about −69 (−74 to −64)", "at least −49"."""
    if point is None:
        return ""
    low, high, drawn = point.interval.low, point.interval.high, point.value
    if low is not None and low == high:
        return signed(low, formats)
    if low is None and high is None:
        return _("not known")
    if low is None or high is None:
        words = _("at least {n}") if high is None else _("at most {n}")
        end = low if low is not None else high
        return words.format(n=signed(end, formats)) if end is not None else ""
    spread = _("{low} to {high}").format(low=signed(low, formats), high=signed(high, formats))
    if drawn is None or not low <= drawn <= high:
        return spread
    return _("about {n} ({range})").format(n=signed(drawn, formats), range=spread)


def signed(number: Number, formats: Formats) -> str:
    """The number with its sign; zero has none."""
    return f"+{formats.number(number)}" if number > 0 else formats.number(number)


def counts(added: int, revised: int, withdrawn: int, formats: Formats) -> str:
    """How many figures changed, and how."""
    if not (added or revised or withdrawn):
        return _("No figure changed.")
    parts = [
        _n("{n} figure added", "{n} figures added", added).format(n=formats.number(added)),
        _n("{n} revised", "{n} revised", revised).format(n=formats.number(revised)),
        _n("{n} withdrawn", "{n} withdrawn", withdrawn).format(n=formats.number(withdrawn)),
    ]
    return _("{list}.").format(list=_(", ").join(parts))


def title(first: date, second: date | None, sight: Sight, formats: Formats) -> str:
    """What the report is about."""
    until = formats.long_day(second) if second is not None else _("today")
    if sight is Sight.AS_STOOD:
        words = _("Recorded in this file after {first}, to {until}")
    else:
        words = _("Published after {first}, to {until}")
    return words.format(first=formats.long_day(first), until=until)
