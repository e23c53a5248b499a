"""Builds "Balance": returned minus admitted as a range over time, and between which days it changed sign."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from desktop_app.charts.along import empty_plot
from desktop_app.charts.asked import Asked
from desktop_app.charts.kinds import comparison, time_table
from desktop_app.charts.kinds.nothing import nothing
from desktop_app.charts.kinds.time_table import FROM_FIGURES, Listed, Plotted
from desktop_app.charts.shapes import Mark, Note
from desktop_app.charts.sheets import Sheet, Tint
from desktop_app.charts.texts import captions, saying
from desktop_app.charts.time_plot import Dot, Shade, TimePanel, TimePlot, Track, Turn
from desktop_app.domain import named
from desktop_app.domain.balance import BalancePoint, SignChange, balance, possible
from desktop_app.domain.events import Event
from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.intervals import Interval
from desktop_app.domain.records import Record
from desktop_app.domain.series import Series, known, running_total
from desktop_app.words.formats import Formats
from desktop_app.words.measure_words import measure_verb
from desktop_app.words.translate import _, _n

NAME = "balance"
DRAWN: frozenset[type[Record]] = FROM_FIGURES | {Event, FieldNote}
Names = tuple[str, str]
"""What the two totals are called: "returned", "admitted"."""


def title() -> str:
    """What the chart is called in lists."""
    return _("Balance")


def build(asked: Asked) -> Sheet:
    """The chart of the days asked for. Only days on which both totals were reported have a number."""
    scheme = comparison.default_scheme(asked.view)
    ledger = known(asked.view)
    series = (running_total(ledger, scheme.outbound), running_total(ledger, scheme.inbound))
    found = balance(*series)
    outbound, inbound = (named.measure(asked.view, code) for code in (scheme.outbound, scheme.inbound))
    names = (measure_verb(outbound), measure_verb(inbound))
    points = [point for point in found.points if _says_something(point)]
    if points:
        first, last = asked.period.days(points[0].day, points[-1].day, scheme.start.earliest)
        points = [point for point in points if first <= point.day <= last]
    if not points:
        headline = _("No balance to draw yet")
        subtitle = _("It needs a total {returned} and a total {admitted}, each with its day.")
        words = subtitle.format(returned=names[0], admitted=names[1])
        day = asked.day.toordinal()
        return nothing(asked, NAME, TimePlot(day, day), time_table.columns(), (headline, words))
    plot = empty_plot(asked, scheme, (first, last))
    return _Drawing(asked, series, found.changes, points, names, plot).sheet()


def _says_something(point: BalancePoint) -> bool:
    return point.interval.low is not None or point.interval.high is not None


def is_of_one_day(point: BalancePoint) -> bool:
    """Whether both totals were reported for its day; else one of them only lies between two others."""
    return point.returned.end == point.day == point.admitted.end


class _Drawing:
    """One chart while it is put together."""

    def __init__(
        self,
        asked: Asked,
        series: tuple[Series, Series],
        changes: tuple[SignChange, ...],
        points: list[BalancePoint],
        names: Names,
        plot: TimePlot,
    ) -> None:
        self._asked, self._series, self._points, self._names = asked, series, points, names
        self._frame = plot
        self._formats = asked.formats
        self._listed = Listed(asked)
        self._changes = [
            change
            for change in changes
            if change.by.toordinal() >= plot.first and change.after.toordinal() <= plot.last
        ]

    def sheet(self) -> Sheet:
        """All of it."""
        dots = tuple(self._dot(point) for point in self._points)
        both = [point for point in self._points if is_of_one_day(point) and not point.interval.is_open]
        corners = tuple((point.day.toordinal(), float(point.value or 0)) for point in both)
        track = Track("balance", Tint.AGAIN, corners, dots)
        more = _("more {name}")
        panel = TimePanel(
            self._title(),
            Tint.ARRIVALS,
            (track,),
            self._shades(),
            turns=self._turns(),
            above=more.format(name=self._names[0]),
            below=more.format(name=self._names[1]),
        )
        plot = replace(self._frame, panels=(panel,))
        certain = self._last_certain()
        headline = self._headline(certain)
        last = [reading.drawn for reading in (self._points[-1].returned, self._points[-1].admitted)]
        method = _("Where only one total was reported, the other lies between its neighbours.")
        subtitle = self._subtitle(certain)
        return Sheet(
            name=NAME,
            headline=headline,
            emphasis="",
            subtitle=self._asked.said(subtitle),
            brief_subtitle=self._asked.said(self._title()),
            footer=self._listed.footer(last, method),
            brief_footer=self._listed.footer(last, brief=True),
            alt=self._alt(headline),
            body=plot,
            table=self._listed.table,
            key=time_table.key(
                plot,
                self._formats,
                shade=_("all that is possible between reports"),
                turn=_("changed on some day within"),
            ),
            notes=self._notes(),
            formats=self._formats,
        )

    def _title(self) -> str:
        text = _("People {returned} minus people {admitted}, running totals")
        return text.format(returned=self._names[0], admitted=self._names[1])

    def _dot(self, point: BalancePoint) -> Dot:
        """The mark of one day, and its line in the table."""
        low, high = point.interval.low, point.interval.high
        one_day = is_of_one_day(point)
        mark = _mark(point.interval)
        rival = point.returned.rival or point.admitted.rival
        provisional = saying.may_change(point.returned) or saying.may_change(point.admitted)
        if mark is Mark.REPORTED and one_day and point.returned.official and point.admitted.official:
            mark = Mark.EXACT
        if one_day and rival and not point.interval.is_open:
            mark = Mark.CONTESTED
        ends = [float(end) for end in (low, high) if end is not None]
        # Of an open range the one known end is marked, with an arrow to where it goes on.
        value = ends[0]
        if one_day and low is not None and high is not None and point.value is not None:
            value = float(point.value)
        key = f"balance {point.day.isoformat()}"
        words = difference(point.interval, self._names, self._formats)
        spoken = _("Balance on {day}: {words}").format(day=self._formats.day(point.day), words=words)
        figures = time_table.figures_of(point.returned.figures, point.admitted.figures)
        self._listed.put(
            Plotted(
                key,
                "RET-ADM",
                self._title(),
                point.earliest,
                point.day,
                point.interval,
                mark,
                figures,
                spoken,
                provisional,
            )
        )
        is_bare = mark is Mark.RANGE and not one_day
        return Dot(
            key,
            point.day.toordinal(),
            value,
            mark,
            ends[0],
            ends[-1],
            max(point.earliest.toordinal(), self._frame.first) if one_day else point.day.toordinal(),
            self._label(point) if one_day else "",
            self._weight(point),
            is_bare=is_bare,
            is_provisional=provisional and one_day,
        )

    def _label(self, point: BalancePoint) -> str:
        """A short label; the sides of the axis say who is more."""
        low, high = point.interval.low, point.interval.high
        if low is None or high is None:
            return ""
        if low < 0 < high:
            return ""
        ends = (low, high) if low >= 0 else (-high, -low)
        if ends[0] == ends[1]:
            return self._formats.number(ends[0])
        return _("{low}–{high}").format(low=self._formats.number(ends[0]), high=self._formats.number(ends[1]))

    def _weight(self, point: BalancePoint) -> int:
        """What matters most: the last certain day, those beside a change of sign, the highest."""
        if point is self._last_certain():
            return 0
        if any(point.day in (change.before.day, change.now.day) for change in self._changes):
            return 1
        return 3

    def _shades(self) -> tuple[Shade, ...]:
        """What is possible on the days between two reports: neither total ever falls."""
        found = []
        for one, then in pairwise(self._points):
            if (then.day - one.day).days < 2:
                continue
            between = possible(*self._series, one.day + timedelta(days=1))
            if between.low is not None and between.high is not None:
                ends = (float(between.low), float(between.high))
                found.append(Shade(one.day.toordinal(), then.day.toordinal(), *ends))
        return tuple(found)

    def _turns(self) -> tuple[Turn, ...]:
        return tuple(
            Turn(
                change.after.toordinal(),
                change.by.toordinal(),
                captions.balance_lines(change, self._names, self._formats),
            )
            for change in self._changes
        )

    def _last_certain(self) -> BalancePoint | None:
        certain = [point for point in self._points if point.sign and not point.interval.is_open]
        return certain[-1] if certain else None

    def _headline(self, certain: BalancePoint | None) -> str:
        if certain is None:
            text = _("Neither more {returned} nor more {admitted} is certain")
            return text.format(returned=self._names[0], admitted=self._names[1])
        amount, (more, fewer) = _amount(certain.interval), self._names
        if certain.sign < 0:
            more, fewer = fewer, more
        words = captions.sentence_case(saying.interval(amount, self._formats))
        text = _("{amount} more {more} than {fewer} by {day}")
        return text.format(amount=words, more=more, fewer=fewer, day=self._formats.day(certain.day))

    def _subtitle(self, certain: BalancePoint | None) -> str:
        first, last = self._points[0], self._points[-1]
        parts = [
            _("Returned minus admitted, running totals of people, {first} to {last}.").format(
                first=self._formats.day(first.day), last=self._formats.day(last.day)
            )
        ]
        if certain is not None and certain is not last:
            words = difference(last.interval, self._names, self._formats)
            parts.append(_("By {day}: {words}.").format(day=self._formats.day(last.day), words=words))
        return " ".join(parts)

    def _alt(self, headline: str) -> str:
        text = _("Marks with ranges around a zero line. {headline}.").format(headline=headline)
        if not self._changes:
            return captions.shortest(text)
        turned = _(", ").join(captions.balance_lines(self._changes[-1], self._names, self._formats))
        longer = _("{text} {more}.").format(text=text, more=captions.sentence_case(turned))
        return captions.shortest(longer, text)

    def _notes(self) -> tuple[Note, ...]:
        lone = sum(not is_of_one_day(point) for point in self._points)
        if not lone:
            return ()
        words = _n(
            "On {n} day only one of the two totals was reported: a range without a number.",
            "On {n} days only one of the two totals was reported: ranges without a number.",
            lone,
        )
        return (Note("one total", words.format(n=self._formats.number(lone))),)


def _mark(interval: Interval) -> Mark:
    if interval.low is None:
        return Mark.FEWER_THAN
    if interval.high is None:
        return Mark.MORE_THAN
    return Mark.REPORTED if interval.is_exact else Mark.RANGE


def _amount(interval: Interval) -> Interval:
    """How much more, without saying of which."""
    return -interval if interval.high is not None and interval.high <= 0 else interval


def difference(interval: Interval, names: Names, formats: Formats) -> str:
    """A range of differences in words: "between 64 and 74 more admitted"."""
    low, high = interval.low, interval.high
    returned, admitted = names
    more = _("{amount} more {name}")
    if low == high == 0:
        return _("as many {one} as {other}").format(one=returned, other=admitted)
    if low is not None and low >= 0:
        return more.format(amount=saying.interval(interval, formats), name=returned)
    if high is not None and high <= 0:
        return more.format(amount=saying.interval(-interval, formats), name=admitted)
    sides = []
    if low is not None:
        sides.append(more.format(amount=formats.number(-low), name=admitted))
    if high is not None:
        sides.append(more.format(amount=formats.number(high), name=returned))
    if len(sides) == 2:
        return _("between {low} and {high}").format(low=sides[0], high=sides[1])
    return _("at most {number}").format(number=sides[0]) if sides else _("an unknown number")
