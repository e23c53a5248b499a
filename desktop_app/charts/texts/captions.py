"""Writes the words of a chart: headline, subtitle, footer, key and alt text, from what is known alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal

from desktop_app.charts.shapes import Bar, Ink, KeyEntry, Mark, NotedDay, StepLine
from desktop_app.charts.texts import grammar, saying
from desktop_app.domain.balance import PER, Share, SignChange
from desktop_app.domain.intervals import Interval, Number
from desktop_app.domain.series import Accumulated, Reading
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n

ALT_LIMIT = 200
"""The most letters of a text alternative, which is heard in one go."""
MOST_WORDS = 12
"""Of a headline (ux.md 2.6)."""


@dataclass(frozen=True, slots=True)
class Told:
    """What the captions are about: the last totals within the days shown."""

    since: date
    since_start: bool
    """Whether `since` is the day the scheme came into force."""
    to: date
    returned: Reading | None
    admitted: Reading | None
    arrived: Accumulated | None
    """Arrivals from `since` to `to`."""
    share: Share | None
    stated: Reading | None
    """The total of the year, as somebody stated it by `to`."""
    names: tuple[str, str]
    """What the two totals are called: "returned", "admitted"."""


def headline(told: Told, formats: Formats) -> tuple[str, str]:
    """The message, and the part of it to remember."""
    share = whole_share(told)
    if share is not None:
        emphasis = _share_words(share, formats, told.names[0])
        template = _("For every {thousand} people who arrived, {returned}")
        return template.format(thousand=formats.number(PER), returned=emphasis), emphasis
    parts = []
    if told.returned is not None:
        n = saying.number_for_plural(told.returned)
        text = _n("{amount} person {name}", "{amount} people {name}", n)
        parts.append(text.format(amount=saying.amount(told.returned, formats), name=told.names[0]))
    stated = _stated(told)
    if stated is not None:
        amount = saying.amount(stated, formats)
        text = _("{amount} arrived by small boat in {year}")
        if not parts:
            text = _("{amount} people arrived by small boat in {year}")
        parts.append(text.format(amount=amount, year=stated.end.year))
    elif told.arrived is not None and told.arrived.low:
        amount = saying.interval(told.arrived.counted, formats)
        if parts:
            parts.append(_("{amount} arrived by small boat").format(amount=amount))
        else:
            parts.append(_("{amount} people arrived by small boat").format(amount=amount))
    if not parts:
        return _("Nothing to draw yet"), ""
    return sentence_case(_("; ").join(parts)), parts[0] if len(parts) > 1 else ""


def whole_share(told: Told) -> Interval | None:
    """Returned for each 1,000 who arrived, in whole people; None where days of arrivals are missing.

    Where both ends round to the same number it is that number, otherwise the ends are rounded outwards.
    """
    share = told.share
    if share is None or share.arrived.missing or share.arrived.low == 0:
        return None
    low, high = share.interval.low, share.interval.high
    if low is None and high is None:
        return None
    if low is not None and high is not None and _round(low, ROUND_HALF_UP) == _round(high, ROUND_HALF_UP):
        return Interval.exactly(_round(low, ROUND_HALF_UP))
    return Interval(
        None if low is None else _round(low, ROUND_FLOOR),
        None if high is None else _round(high, ROUND_CEILING),
    )


def _round(number: Number, how: str) -> int:
    return int(Decimal(number).quantize(Decimal(1), rounding=how))


def _share_words(share: Interval, formats: Formats, name: str) -> str:
    if share.is_exact and share.low == 0:
        return _("fewer than {n} was {name}").format(n=formats.number(1), name=name)
    n = int(share.low) if share.is_exact and share.low is not None else 2
    text = _n("{amount} was {name}", "{amount} were {name}", n)
    return text.format(amount=saying.interval(share, formats), name=name)


def subtitle(told: Told, formats: Formats, *, brief: bool = False) -> str:
    """Since when, until when, and the three numbers behind the headline."""
    when = days_said(told, formats, brief=brief)
    parts = [
        _total(reading, name, told.to, formats)
        for reading, name in zip((told.returned, told.admitted), told.names, strict=True)
        if reading is not None
    ]
    stated = _stated(told)
    if stated is not None:
        text = _("{amount} arrived in {year} by {day}")
        amount, by = saying.amount(stated, formats), formats.day_month(stated.end)
        parts.append(text.format(amount=amount, year=stated.end.year, day=by))
    elif told.arrived is not None:
        amount = saying.interval(told.arrived.counted, formats)
        parts.append(_("{amount} arrived").format(amount=amount))
    if not parts:
        return when
    numbers = sentence_case(_(", ").join(parts))
    return _("{when} {numbers}.").format(when=when, numbers=numbers)


def days_said(told: Told, formats: Formats, *, brief: bool = False) -> str:
    """Since when, until when, as a sentence."""
    text = _("{since} to {to}.")
    if told.since_start and not brief:
        text = _("Since the scheme came into force on {since}, to {to}.")
    return text.format(since=formats.long_day(told.since), to=formats.long_day(told.to))


def _total(reading: Reading, name: str, to: date, formats: Formats) -> str:
    amount = saying.amount(reading, formats)
    vague = reading.start < reading.end
    if reading.end == to and not vague:
        return _("{amount} {name}").format(amount=amount, name=name)
    day = saying.day(reading, formats)
    return _("{amount} {name} by {day}").format(amount=amount, name=name, day=day)


def _stated(told: Told) -> Reading | None:
    """The stated total of the year, where the records miss days and know less than it does."""
    if told.stated is None or (told.arrived is not None and not told.arrived.missing):
        return None
    least = told.stated.drawn.amount.low
    recorded = told.arrived.low if told.arrived is not None else 0
    return told.stated if least is not None and least >= recorded else None


def balance_lines(change: SignChange, names: tuple[str, str], formats: Formats) -> tuple[str, ...]:
    """Which total became the larger, and between which days."""
    more, fewer = (names[1], names[0]) if change.more_admitted else names
    same_year = change.after.year == change.by.year
    after = formats.day_month(change.after) if same_year else formats.day(change.after)
    by = formats.day_month(change.by) if same_year else formats.day(change.by)
    return (
        _("more {more} than {fewer}").format(more=more, fewer=fewer),
        _("from some day between {after} and {by}").format(after=after, by=by),
    )


def footer(named: str, *, shaded: bool, as_of: str, brief: bool = False) -> str:
    """Sources, how disagreement is shown, and the day whose knowledge it is ("As known on 6 Nov 2025")."""
    text = _("{sources}.") if brief else _("Sources: {sources}.")
    parts = [text.format(sources=named)] if named else []
    if shaded:
        parts.append(_("Shaded where sources differ."))
    parts.append(_("{as_of}.").format(as_of=as_of))
    return " ".join(parts)


def key(
    bars: tuple[Bar, ...], gaps: bool, lines: tuple[StepLine, ...], lighter: bool
) -> tuple[KeyEntry, ...]:
    """The marks on this chart and no others."""
    points = [point for line in lines for point in line.points]
    used = {point.mark for point in points}
    occurs = {
        Mark.SPAN: any(point.earliest < point.day for point in points),
        Mark.BAND: any(line.bands for line in lines),
        Mark.BAR_RANGE: any(bar.high > bar.value for bar in bars),
        Mark.PROVISIONAL: lighter and any(bar.provisional for bar in bars),
        Mark.TENTATIVE: any(point.provisional for point in points),
        Mark.WITHDRAWN: any(line.withdrawn for line in lines),
        Mark.GAP: gaps,
    }
    used.update(mark for mark, does in occurs.items() if does)
    arrivals = {Mark.PROVISIONAL: Ink.ARRIVALS, Mark.BAR_RANGE: Ink.ARRIVALS}
    return grammar.entries(used, inks=arrivals)


def noted_key(noted: tuple[NotedDay, ...], formats: Formats) -> tuple[KeyEntry, ...]:
    """What the marks on the time axis are, with how many notes they stand for; nothing without any."""
    count = sum(day.count for day in noted)
    if not count:
        return ()
    words = _n("day of a field note ({n} in all)", "days of field notes ({n} in all)", count)
    return (KeyEntry(Mark.NOTED, None, words.format(n=formats.number(count))),)


def with_noted(alt: str, noted: tuple[NotedDay, ...], formats: Formats) -> str:
    """The alt text with the days of field notes, where there is room for it."""
    if not noted:
        return alt
    days = _n("Field notes of {n} day.", "Field notes of {n} days.", len(noted))
    longer = _("{text} {more}").format(text=alt, more=days.format(n=formats.number(len(noted))))
    return longer if len(longer) <= ALT_LIMIT else alt


def alt(
    told: Told, lines: tuple[StepLine, ...], days: tuple[date, date], formats: Formats, weekly: bool
) -> str:
    """The chart for somebody who does not see it: what kind, of what, and where the lines end."""
    months = [formats.month(day.year, day.month) for day in days]
    kind = (
        _("Bars of weekly small boat arrivals over step lines") if weekly else _("Arrivals over step lines")
    )
    text = _("{kind}, {first} to {last}.").format(kind=kind, first=months[0], last=months[-1])
    ends = [line.labels[-1] for line in lines if line.labels]
    if ends:
        text = _("{text} At the end: {totals}.").format(text=text, totals=_(", ").join(ends))
    share = headline(told, formats)[0]
    longer = _("{text} {headline}.").format(text=text, headline=share)
    return shortest(longer, text)


def shortest(*texts: str) -> str:
    """The first of several texts that is no longer than an alternative text may be; the last is cut."""
    for text in texts:
        if len(text) <= ALT_LIMIT:
            return text
    return f"{texts[-1][: ALT_LIMIT - 1]}…"


def sentence_case(text: str) -> str:
    """The text beginning with a capital letter."""
    return text[:1].upper() + text[1:]
