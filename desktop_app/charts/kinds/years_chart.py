"""Builds "Year on year": arrivals of each year so far by the day of the year, this year in front."""

from __future__ import annotations

from datetime import date
from functools import cache

from desktop_app.charts.asked import Asked
from desktop_app.charts.kinds import comparison, time_table
from desktop_app.charts.kinds.kept_years import KeptYears, Lines, Standing, Year, place_of
from desktop_app.charts.kinds.nothing import nothing
from desktop_app.charts.kinds.remembered import LastMade
from desktop_app.charts.kinds.time_table import FROM_FIGURES, Listed, Plotted
from desktop_app.charts.layout.ticks import LEAP_YEAR
from desktop_app.charts.shapes import Note
from desktop_app.charts.sheets import Sheet, Tint
from desktop_app.charts.texts import captions, saying
from desktop_app.charts.time_plot import Dot, TimePanel, TimePlot, Track
from desktop_app.domain.records import Record
from desktop_app.domain.series import flow, known, running_totals
from desktop_app.words.translate import _, _n

NAME = "year-on-year"
DRAWN: frozenset[type[Record]] = FROM_FIGURES
FEW = 24
"""A line of fewer values than two a month has marks on it."""
_AXIS = (date(LEAP_YEAR, 1, 1).toordinal(), date(LEAP_YEAR, 12, 31).toordinal())


def title() -> str:
    """What the chart is called in lists."""
    return _("Year on year")


def _is_provisional(standing: Standing) -> bool:
    """Whether what was added last may still be revised."""
    return any(map(saying.is_provisional, standing.figures))


def build(asked: Asked) -> Sheet:
    """The chart of all years of which every day so far is known, or which somebody stated totals of."""
    scheme = comparison.default_scheme(asked.view)
    ledger = known(asked.view)
    arrivals, stated = flow(ledger, scheme.pressure), running_totals(ledger, scheme.pressure)

    def draw() -> Sheet:
        years, missing = KeptYears.beside(ledger).of(ledger, arrivals, stated)
        if not years:
            headline = _("No year to draw yet")
            words = _("It needs arrivals of each day from 1 January on, or totals of a year so far.")
            return nothing(
                asked, NAME, TimePlot(*_AXIS, is_one_year=True), time_table.columns(), (headline, words)
            )
        return _Drawing(asked, years, missing).sheet()

    last = LastMade.beside(ledger.shared, NAME)
    return last.of((arrivals, stated, asked.formats), (asked.seen, asked.day, asked.choice), draw)


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
            alt=captions.shortest(alt, headline),
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
        keys = self._list(year)
        drawn = year.drawn.get((self._formats, is_last))
        if drawn is None:
            drawn = year.drawn[self._formats, is_last] = self._drawn(year, keys, is_last=is_last)
        return drawn

    def _drawn(self, year: Year, keys: tuple[str, ...], *, is_last: bool) -> Track:
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

    def _list(self, year: Year) -> tuple[str, ...]:
        """Put the year into the table; the names of its lines."""
        listed = year.listed.setdefault(self._formats, Lines())
        for standing in year.standings[len(listed.lines) :]:
            plotted = self._plotted(year, standing)
            listed.add(self._listed.line(plotted), self._listed.origins(plotted.figures))
        self._listed.take(listed.lines, listed.origins)
        return tuple(line.key for line in listed.lines)

    def _plotted(self, year: Year, standing: Standing) -> Plotted:
        words = saying.interval(standing.interval, self._formats)
        spoken = self._spoken.format(
            year=year.number, words=words, day=self._day_month(standing.day.replace(year=LEAP_YEAR))
        )
        return Plotted(
            f"year {standing.day.isoformat()}",
            f"ARR {year.number}",
            str(year.number),
            date(year.number, 1, 1),
            standing.day,
            standing.interval,
            standing.mark,
            standing.figures,
            spoken,
            _is_provisional(standing),
        )

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
