"""Builds "Year on year": arrivals of each year so far by the day of the year, this year in front."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from desktop_app.charts import comparison, saying, time_table
from desktop_app.charts.asked import Asked
from desktop_app.charts.shapes import Mark, Note
from desktop_app.charts.sheets import Sheet, Tint
from desktop_app.charts.ticks import LEAP_YEAR
from desktop_app.charts.time_plot import Dot, TimePanel, TimePlot, Track
from desktop_app.charts.time_table import FROM_FIGURES, Listed, Plotted
from desktop_app.domain.figures import Figure
from desktop_app.domain.intervals import Interval
from desktop_app.domain.records import Record
from desktop_app.domain.series import Accumulated, Known, Series, accumulate, flow, known, running_totals
from desktop_app.words.translate import _, _n

NAME = "year-on-year"
DRAWN: frozenset[type[Record]] = FROM_FIGURES
FEW = 24
"""A line of fewer values than two a month has marks on it."""
_AXIS = (date(LEAP_YEAR, 1, 1).toordinal(), date(LEAP_YEAR, 12, 31).toordinal())


def title() -> str:
    """What the chart is called in lists."""
    return _("Year on year")


@dataclass(frozen=True, slots=True)
class Standing:
    """How many had arrived in a year by a day."""

    day: date
    interval: Interval
    figures: tuple[Figure, ...]
    mark: Mark

    @property
    def number(self) -> float:
        """Where the line stands."""
        low, high = self.interval.low, self.interval.high
        return float(low if low is not None else high or 0)


@dataclass(frozen=True, slots=True)
class Year:
    """One year as it is drawn."""

    number: int
    standings: tuple[Standing, ...]
    is_stated: bool
    """Whether somebody stated its totals; else they are sums of days without a gap."""

    def by(self, day: date) -> Standing | None:
        """What stood by the same day of this year; that of 28 February where it has no 29th."""
        there = [place_of(one.day) for one in self.standings]
        place = bisect_right(there, place_of(day))
        return self.standings[place - 1] if place else None


def _is_provisional(standing: Standing) -> bool:
    """Whether what was added last may still be revised."""
    return any(map(saying.is_provisional, standing.figures))


def place_of(day: date) -> int:
    """Where a day lies among the days of any year: one place for each day, 29 February between."""
    return day.replace(year=LEAP_YEAR).toordinal()


def build(asked: Asked) -> Sheet:
    """The chart of all years of which every day so far is known, or which somebody stated totals of."""
    scheme = comparison.default_scheme(asked.view)
    ledger = known(asked.view)
    arrivals = flow(ledger, scheme.pressure)
    years, missing = _years(ledger, arrivals, running_totals(ledger, scheme.pressure))
    if not years:
        headline = _("No year to draw yet")
        words = _("It needs arrivals of each day from 1 January on, or totals of a year so far.")
        return time_table.nothing(asked, NAME, TimePlot(*_AXIS, is_one_year=True), headline, words)
    return _Drawing(asked, years, missing).sheet()


def _mark(ledger: Known, row: Accumulated) -> Mark:
    if not row.interval.is_exact:
        return Mark.RANGE if row.high is not None else Mark.MORE_THAN
    return Mark.EXACT if all(map(ledger.is_official, row.figures)) else Mark.REPORTED


def _years(ledger: Known, arrivals: Series, stated: Iterable[Series]) -> tuple[list[Year], list[int]]:
    """The years there are, and those of which days are missing."""
    totals = {
        one.since.year: one for one in stated if one.since is not None and one.since == _first_day(one.since)
    }
    found, missing = [], []
    counted = {day.year for reading in arrivals.readings for day in (reading.start, reading.end)}
    for number in sorted({*counted, *totals}):
        rows = accumulate(arrivals, date(number, 1, 1), date(number, 12, 31)) if number in counted else ()
        if rows and not rows[-1].missing:
            standings = tuple(
                Standing(row.day, row.interval, row.figures, _mark(ledger, row)) for row in rows
            )
            found.append(Year(number, standings, is_stated=False))
        elif number in totals:
            readings = [reading for reading in totals[number].readings if reading.end.year == number]
            said = tuple(
                Standing(one.end, one.interval, one.figures, saying.mark_of(one)) for one in readings
            )
            if said:
                found.append(Year(number, said, is_stated=True))
        else:
            missing.append(number)
    return found, missing


def _first_day(day: date) -> date:
    return date(day.year, 1, 1)


class _Drawing:
    """One chart while it is put together."""

    def __init__(self, asked: Asked, years: list[Year], missing: list[int]) -> None:
        self._asked, self._years, self._missing = asked, years, missing
        self._formats = asked.formats
        self._listed = Listed(asked)
        self._spoken = _("{year}: {words} by {day}")
        self._day_month = cache(asked.formats.day_month)

    def sheet(self) -> Sheet:
        """All of it."""
        tracks = tuple(self._track(year) for year in self._years)
        title = _("People arriving by small boat, running total of each year")
        plot = TimePlot(*_AXIS, (TimePanel(title, Tint.ARRIVALS, tracks),), is_one_year=True)
        headline = self._headline()
        last = self._years[-1].standings[-1]
        first = self._years[0].number
        subtitle = _("Each year from 1 January, {first} to {last}.").format(
            first=first, last=self._years[-1].number
        )
        if any(year.is_stated for year in self._years):
            subtitle = _("{text} Marks: totals that were stated, where days are not known.").format(
                text=subtitle
            )
        provisional = self._provisional()
        if provisional:
            subtitle = _("{text} {more}").format(text=subtitle, more=provisional)
        alt = _("Lines of running totals by day of the year, {first} to {last}. {headline}.").format(
            first=first, last=self._years[-1].number, headline=headline
        )
        return Sheet(
            name=NAME,
            headline=headline,
            emphasis="",
            subtitle=self._asked.said(subtitle),
            brief_subtitle=self._asked.said(subtitle),
            footer=self._listed.footer(last.figures[:1]),
            brief_footer=self._listed.footer(last.figures[:1], brief=True),
            alt=time_table.shortest(alt, headline),
            body=plot,
            table=self._listed.table,
            key=time_table.key(plot, self._formats),
            notes=self._notes(),
            formats=self._formats,
        )

    def _provisional(self) -> str:
        """Which years may still be revised, in words; empty where none may."""
        found = [year for year in self._years if _is_provisional(year.standings[-1])]
        if not found:
            return ""
        if len(found) == len(self._years):
            return _("All provisional.")
        years = _(", ").join(str(year.number) for year in found)
        return _("Provisional: {years}.").format(years=years)

    def _track(self, year: Year) -> Track:
        is_last = year is self._years[-1]
        keys = tuple(self._list(year, standing) for standing in year.standings)
        corners = tuple((place_of(standing.day), standing.number) for standing in year.standings)
        tint = Tint.AGAIN if is_last else Tint.ARRIVALS
        dots: tuple[Dot, ...] = ()
        has_dots = year.is_stated or len(keys) < FEW
        if has_dots:
            dots = tuple(self._dot(standing, key) for standing, key in zip(year.standings, keys, strict=True))
        return Track(
            str(year.number),
            tint,
            corners,
            dots,
            self._end(year, is_last=is_last),
            is_thick=is_last,
            is_faint=not is_last,
            keys=() if has_dots else keys,
        )

    def _dot(self, standing: Standing, key: str) -> Dot:
        low, high = standing.interval.low, standing.interval.high
        ends = [float(end) for end in (low, high) if end is not None] or [0.0]
        day = place_of(standing.day)
        return Dot(
            key,
            day,
            standing.number,
            standing.mark,
            ends[0],
            ends[-1],
            day,
            is_provisional=_is_provisional(standing),
        )

    def _list(self, year: Year, standing: Standing) -> str:
        key = f"year {standing.day.isoformat()}"
        words = saying.interval(standing.interval, self._formats)
        spoken = self._spoken.format(
            year=year.number, words=words, day=self._day_month(standing.day.replace(year=LEAP_YEAR))
        )
        first = date(year.number, 1, 1)
        self._listed.put(
            Plotted(
                key,
                f"ARR {year.number}",
                str(year.number),
                first,
                standing.day,
                standing.interval,
                standing.mark,
                standing.figures,
                spoken,
                _is_provisional(standing),
            )
        )
        return key

    def _end(self, year: Year, *, is_last: bool) -> str:
        last = year.standings[-1]
        words = saying.interval(last.interval, self._formats)
        if (last.day.month, last.day.day) == (12, 31):
            return _("{year}  {total}").format(year=year.number, total=words)
        if is_last:
            day = self._formats.day_month(last.day)
            return _("{year}: {total} by {day}").format(year=year.number, total=words, day=day)
        return str(year.number)

    def _headline(self) -> str:
        this = self._years[-1]
        last = this.standings[-1]
        amount = saying.interval(last.interval, self._formats)
        text = _("{amount} arrived by {day}").format(amount=amount, day=self._formats.day(last.day))
        before = next((year for year in self._years if year.number == this.number - 1), None)
        then = before.by(last.day) if before is not None else None
        if then is not None and before is not None and not before.is_stated:
            more = _("{text}; {amount} by then in {year}")
            return more.format(
                text=text, amount=saying.interval(then.interval, self._formats), year=before.number
            )
        return text[:1].upper() + text[1:]

    def _notes(self) -> tuple[Note, ...]:
        if not self._missing:
            return ()
        years = _(", ").join(str(year) for year in self._missing)
        words = _n(
            "Days are missing of {years}: that year is not drawn.",
            "Days are missing of {years}: these years are not drawn.",
            len(self._missing),
        )
        return (Note("missing days", words.format(years=years)),)
