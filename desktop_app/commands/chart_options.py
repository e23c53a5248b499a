"""What a chart is asked for in a terminal: options become a choice; one that does not belong is refused."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from desktop_app.charts.choice import AT_FIRST, ChartChoice, Per, Scale, Subject
from desktop_app.charts.kinds import subjects, vintages_chart
from desktop_app.charts.periods import Period, Preset
from desktop_app.charts.registry import ChartKind, Option
from desktop_app.domain import date_words
from desktop_app.domain.changed import changed, of_figure
from desktop_app.domain.date_words import Order
from desktop_app.domain.dates import DateSyntaxError, PartialDate
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.scenario import ASSUMED, LEAST, MOST, MOST_WEEKS, Assumption
from desktop_app.domain.views import View
from desktop_app.words.formats import Formats

PRESETS = {
    "since-force": Preset.SINCE_START,
    "this-year": Preset.THIS_YEAR,
    "last-12-weeks": Preset.LAST_12_WEEKS,
    "all": Preset.ALL,
}
FROM_TO = ".."
LISTED = 3
"""So many numbers are named where a phrase stands for several."""
_FLAGS = {Option.DAYS: "period"}
_VALUES: dict[Option, Sequence[str]] = {
    Option.PERIOD: (*PRESETS, "FROM..TO"),
    Option.SCALE: tuple(Scale),
    Option.PER: tuple(Per),
    Option.FIGURE: ("ID", "PHRASE"),
    Option.MEASURE: ("CODE", "PHRASE"),
    Option.DAYS: ("FROM..TO",),
    Option.PERCENT: (f"{LEAST}..{MOST}",),
    Option.WEEKS: (f"1..{MOST_WEEKS}",),
}


def flags(kind: ChartKind) -> list[str]:
    """The options that a chart takes, as they are typed, always in the same order."""
    return [_flag(option) for option in Option if option in kind.options]


def as_plain(kind: ChartKind) -> dict[str, Any]:
    """A chart with its options and what each may be, for a script."""
    options = [
        {"option": _flag(option), "values": [str(value) for value in _VALUES[option]]}
        for option in Option
        if option in kind.options
    ]
    return {"chart": kind.name, "title": kind.title(), "options": options}


def check(kind: ChartKind, options: argparse.Namespace) -> None:
    """Refuse what does not belong to a chart; called before the workspace is opened."""
    _check(kind.name, flags(kind), options)


def check_none(title: str, options: argparse.Namespace) -> None:
    """Refuse any of them for a saved chart: it is drawn as it was saved."""
    _check(title, [], options)


def _check(chart: str, known: list[str], options: argparse.Namespace) -> None:
    for option in Option:
        flag = _flag(option)
        if flag not in known and getattr(options, flag.removeprefix("--"), None) is not None:
            facts = {"chart": chart, "option": flag}
            if known:
                facts["known"] = ", ".join(known)
            raise Refusal(RefusalCode.NO_SUCH_OPTION, **facts)


def chosen(
    kind: ChartKind,
    options: argparse.Namespace,
    view: View,
    formats: Formats,
    today: date,
    order: Order,
) -> ChartChoice:
    """The choice that the options make; `today` and `order` are for days typed as people write them."""
    choice, subject = AT_FIRST, Subject()
    if options.period is not None and Option.PERIOD in kind.options:
        choice = replace(choice, period=_period(options.period, today, order))
    if options.period is not None and Option.DAYS in kind.options:
        subject = replace(subject, days=_days(options.period, today, order))
    if options.scale is not None:
        choice = replace(choice, scale=Scale(options.scale))
    if options.per is not None:
        choice = replace(choice, per=Per(options.per))
    if options.figure is not None:
        subject = replace(subject, figure=_figure(options.figure, view, formats, today, order))
    if options.measure is not None:
        subject = replace(subject, measure=_measure(options.measure, view, today))
    elif subject.days is not None:
        raise Refusal(RefusalCode.NEEDS_MEASURE, option="--period")
    if options.percent is not None or options.weeks is not None:
        choice = replace(choice, assumed=_assumed(options.percent, options.weeks))
    return replace(choice, subject=subject)


def _flag(option: Option) -> str:
    return f"--{_FLAGS.get(option, option.value)}"


def _period(text: str, today: date, order: Order) -> Period:
    preset = PRESETS.get(text.strip().lower())
    if preset is not None:
        return Period(preset)
    ends = _ends(text, today, order)
    if ends is None or ends == (None, None):
        raise Refusal(RefusalCode.NOT_A_PERIOD, value=text, known=", ".join(PRESETS))
    return Period.custom(*ends)


def _days(text: str, today: date, order: Order) -> tuple[date, date]:
    first, last = _ends(text, today, order) or (None, None)
    if first is None or last is None:
        raise Refusal(RefusalCode.NOT_DAYS, value=text)
    return min(first, last), max(first, last)


_Ends = tuple[date | None, date | None]


def _ends(text: str, today: date, order: Order) -> _Ends | None:
    """The first and last day of "FROM..TO", of which one may be left out, or of a date as people write it."""
    if FROM_TO not in text:
        return _end(text, today, order)
    try:
        # "[2025-11-01..2025-11-10]" is one date, in the notation of files.
        one_date = PartialDate.parse(text.strip())
        return one_date.earliest, one_date.latest
    except DateSyntaxError:
        pass
    one, other = (_end(part, today, order) for part in text.split(FROM_TO, 1))
    return None if one is None or other is None else (one[0], other[1])


def _end(text: str, today: date, order: Order) -> _Ends | None:
    reading = date_words.read(text.strip(), today=today, order=order)
    return None if reading.problem is not None else (reading.date.earliest, reading.date.latest)


def _assumed(percent: str | None, weeks: int | None) -> Assumption:
    share, window = ASSUMED.percent, ASSUMED.weeks if weeks is None else weeks
    if not 1 <= window <= MOST_WEEKS:
        raise _beyond("--weeks", str(weeks), 1, MOST_WEEKS)
    try:
        if percent is not None:
            share = Decimal(percent.strip().removesuffix("%").replace(",", ".").strip())
        return Assumption(share, window)
    except (InvalidOperation, ValueError):
        raise _beyond("--percent", percent or "", LEAST, MOST) from None


def _beyond(option: str, value: str, least: Decimal | int, most: Decimal | int) -> Refusal:
    return Refusal(RefusalCode.BAD_ARGUMENT, name=option, value=value, least=str(least), most=str(most))


def _measure(text: str, view: View, today: date) -> str:
    code = subjects.code_of(text, view, today)
    if not code:
        raise Refusal(RefusalCode.UNKNOWN_MEASURE, measure=text)
    return code


def _figure(text: str, view: View, formats: Formats, today: date, order: Order) -> str:
    """The first publication of the number that an id or a phrase ("arrivals 6 Sep 2025") stands for."""
    by_id = of_figure(view, text)
    if by_id is not None:
        return by_id.first.id
    found = subjects.numbers_meant(text, changed(view), view, today, order)
    if not found:
        raise Refusal(RefusalCode.NO_SUCH_NUMBER, value=text)
    if len(found) > 1:
        named = [vintages_chart.number_words(view, each.first, formats) for each in found[:LISTED]]
        raise Refusal(
            RefusalCode.SEVERAL_NUMBERS, value=text, n=len(found), known="; ".join(dict.fromkeys(named))
        )
    return found[0].first.id
