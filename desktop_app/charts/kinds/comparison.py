"""Builds "Returns against arrivals" from what is known: the first chart, and the one a room is shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from desktop_app.charts.kinds import remarks, telling
from desktop_app.charts.kinds.measured import Measured
from desktop_app.charts.kinds.milestones import milestones
from desktop_app.charts.kinds.noted import labelled, noted_days
from desktop_app.charts.kinds.plotting import Plotter
from desktop_app.charts.kinds.remarks import Compared
from desktop_app.charts.kinds.remembered import LastMade, Remembered
from desktop_app.charts.kinds.withdrawn import Withdrawn, crosses, rows, withdrawn
from desktop_app.charts.periods import Period
from desktop_app.charts.shapes import (
    BalanceNote,
    ComparisonChart,
    Daily,
    Ink,
    Milestone,
    NotedDay,
    Row,
    StepLine,
)
from desktop_app.charts.texts import captions
from desktop_app.charts.texts.sourcing import Sources
from desktop_app.domain import named
from desktop_app.domain.balance import sign_changes
from desktop_app.domain.measures import Measure
from desktop_app.domain.readings import Known
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.series import Reading, known
from desktop_app.domain.views import NOW, Seen, View
from desktop_app.words.formats import Formats
from desktop_app.words.known_on import as_of
from desktop_app.words.measure_words import measure, measure_verb
from desktop_app.words.translate import _

NAME = "returns-arrivals"
"""What the chart is called on the command line."""


@dataclass(frozen=True, slots=True)
class Show:
    """What of the chart is shown."""

    arrivals: bool = True
    returned: bool = True
    admitted: bool = True
    ranges: bool = True
    """Shading where sources differ."""
    milestones: bool = True
    balance: bool = True
    lighter_provisional: bool = False
    each_day: bool = False
    """Arrivals as a line of days instead of bars of weeks."""
    field_notes: bool = False
    """Marks on the time axis for the days of field notes."""
    withdrawn: bool = False
    """Crosses for totals that are kept and no longer count."""


EVERYTHING = Show()
SINCE_START = Period()


def build(
    view: View,
    scheme: Scheme,
    *,
    formats: Formats,
    today: date,
    period: Period = SINCE_START,
    show: Show = EVERYTHING,
    seen: Seen = NOW,
) -> ComparisonChart:
    """The chart of a scheme: all that the view knows.

    `seen` is from when the view itself is seen: a chart that is not seen from today says so plainly. Never
    fails for want of data: what is not known is not drawn, and an empty chart says so.
    """
    return _saying(_built(view, scheme, formats, seen.day or today, period, show, seen), seen, formats)


def _saying(chart: ComparisonChart, seen: Seen, formats: Formats) -> ComparisonChart:
    """The chart beginning with the day it is seen from, where that is not today."""
    if seen.day is None:
        return chart
    day = as_of(seen, seen.day, formats)
    words = _("{seen} · {subtitle}")
    alt = _("{seen}. {alt}").format(seen=day, alt=chart.alt)
    return replace(
        chart,
        subtitle=words.format(seen=day, subtitle=chart.subtitle),
        brief_subtitle=words.format(seen=day, subtitle=chart.brief_subtitle),
        alt=alt if len(alt) <= captions.ALT_LIMIT else chart.alt,
    )


def _built(
    view: View, scheme: Scheme, formats: Formats, day: date, period: Period, show: Show, seen: Seen
) -> ComparisonChart:
    ledger = known(view)
    series = Measured.of(ledger, scheme)
    start = scheme.start.earliest
    ends = series.ends()
    said = as_of(seen, day, formats)
    if ends is None:
        return _nothing(start or day, day, said, formats)
    first, last = period.days(*ends, start)
    noted = noted_days(view, (first, last), day) if show.field_notes else ()
    stations = milestones(view, scheme, (first, last), day) if show.milestones else ()
    frame = _Frame(
        scheme,
        tuple(named.measure(view, code) for code in (scheme.pressure, scheme.outbound, scheme.inbound)),
        (*stations, *labelled(noted)),
        noted,
        (first, last),
        (day, said),
        show,
        _withdrawn(ledger, series, (first, last)) if show.withdrawn else ((), ()),
    )

    def draw() -> ComparisonChart:
        plotter = Plotter(first, last, formats, Sources(view, formats), Remembered.beside(ledger, formats))
        return _Drawing(frame, series, plotter).chart()

    # Figures that count alike in two views have the same sources to name in both.
    return LastMade.beside(ledger.shared, NAME).of((*series.lines, formats), frame, draw)


def _withdrawn(ledger: Known, series: Measured, days: tuple[date, date]) -> tuple[Withdrawn, ...]:
    return tuple(withdrawn(ledger, total, days) for total in (series.returned, series.admitted))


def _nothing(start: date, day: date, said: str, formats: Formats) -> ComparisonChart:
    return ComparisonChart(
        first=min(start, day).toordinal(),
        last=max(start, day).toordinal(),
        headline=_("Nothing to draw yet"),
        emphasis="",
        subtitle=_("Charts need at least one dated figure."),
        upper_title=_("People arriving by small boat, each week"),
        lower_title=_("People exchanged under the scheme, running total"),
        footer=captions.footer("", shaded=False, as_of=said),
        brief_subtitle=_("Charts need at least one dated figure."),
        brief_footer="",
        alt=_("An empty chart: no dated figure is known."),
        formats=formats,
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a chart is made of, besides the series."""

    scheme: Scheme
    measures: tuple[Measure, ...]
    """Who arrived, who was returned, who was admitted."""
    stations: tuple[Milestone, ...]
    noted: tuple[NotedDay, ...]
    days: tuple[date, date]
    known: tuple[date, str]
    """The day it is known on, and how that is said."""
    show: Show
    withdrawn: tuple[Withdrawn, ...]
    """Of those returned and of those admitted, the totals that no longer count."""


class _Drawing:
    """One chart while it is put together."""

    def __init__(self, frame: _Frame, series: Measured, plotter: Plotter) -> None:
        self._frame = frame
        self._start = frame.scheme.start.earliest
        self._series = series
        self._plotter = plotter
        self._show = frame.show
        self._formats = plotter.formats
        self._rows: list[Row] = []
        self._drawn: list[tuple[Reading, ...]] = []
        self._totals: list[Compared] = []
        _arriving, outbound, inbound = frame.measures
        self._names = (measure_verb(outbound), measure_verb(inbound))

    def chart(self) -> ComparisonChart:
        """All of it."""
        day, said = self._frame.known
        show, plotter, formats = self._show, self._plotter, self._formats
        days = (plotter.first, plotter.last)
        bars, daily = self._arrivals()
        lines = self._lines()
        gaps = plotter.gaps(self._series.weeks) if bars else ()
        told = telling.told(
            self._series,
            days,
            self._start,
            self._names,
            arrivals=show.arrivals,
            returned=show.returned,
            admitted=show.admitted,
        )
        headline, emphasis = captions.headline(told, formats)
        shaded = any(reading.rival for total in self._totals for reading in total.shown)
        last = [readings[-1].drawn for readings in self._drawn if readings]
        origins = plotter.origins(reading for readings in self._drawn for reading in readings)
        named, briefly = (plotter.sources.footer(last, origins, brief=brief) for brief in (False, True))
        shaded = shaded and show.ranges
        return ComparisonChart(
            first=plotter.first.toordinal(),
            last=plotter.last.toordinal(),
            headline=headline,
            emphasis=emphasis,
            subtitle=captions.subtitle(told, formats),
            upper_title=self._upper_title(),
            lower_title=_("People exchanged under the scheme, running total") if lines else "",
            footer=captions.footer(named, shaded=shaded, as_of=said),
            brief_subtitle=captions.subtitle(told, formats, brief=True),
            brief_footer=captions.footer(briefly, shaded=False, as_of=said, brief=True),
            alt=captions.with_noted(
                captions.alt(told, lines, days, formats, weekly=bool(bars)), self._frame.noted, formats
            ),
            bars=bars,
            gaps=gaps,
            daily=daily,
            lines=lines,
            milestones=self._frame.stations,
            noted=self._frame.noted,
            balance=self._balance() if show.balance and len(lines) > 1 else None,
            key=(
                *captions.key(bars, bool(gaps), lines, show.lighter_provisional),
                *captions.noted_key(self._frame.noted, formats),
            ),
            notes=remarks.notes(self._totals, day, formats, plotter.made),
            rows=tuple(self._rows),
            lighter_provisional=show.lighter_provisional,
            formats=formats,
        )

    def _arrivals(self) -> tuple[tuple, Daily | None]:
        if not self._show.arrivals:
            return (), None
        if self._show.each_day:
            daily, readings = self._plotter.daily(self._series.arrivals)
            self._list(readings, self._frame.measures[0])
            return (), daily
        drawn = self._plotter.bars(self._series.weeks)
        self._list(tuple(reading for _bar, reading in drawn), self._frame.measures[0])
        return tuple(bar for bar, _reading in drawn), None

    def _lines(self) -> tuple[StepLine, ...]:
        lines: list[StepLine] = []
        _arriving, outbound, inbound = self._frame.measures
        gone, formats = self._frame.withdrawn, self._formats
        for series, of, ink, name, wanted, out in (
            (self._series.returned, outbound, Ink.RETURNED, self._names[0], self._show.returned, gone[0]),
            (self._series.admitted, inbound, Ink.ADMITTED, self._names[1], self._show.admitted, gone[1]),
        ):
            if not wanted:
                continue
            line, readings = self._plotter.steps(series, ink, name, self._start)
            bands = line.bands if self._show.ranges else ()
            lines.append(replace(line, bands=bands, withdrawn=crosses(out, name, formats)))
            self._totals.append(Compared(name, series, readings))
            self._list(readings, of)
            self._rows.extend(rows(out, of.id, measure(of), self._plotter.sources, formats))
        return tuple(lines)

    def _list(self, readings: tuple[Reading, ...], of: Measure) -> None:
        """Enter plotted readings in the table and among the sources."""
        label = measure(of)
        self._rows.extend(self._plotter.rows(of.id, label, readings))
        self._drawn.append(readings)

    def _balance(self) -> BalanceNote | None:
        """The last change of order that the days shown tell about."""
        first, last = self._plotter.first, self._plotter.last
        changes = sign_changes(self._series.returned, self._series.admitted)
        seen = [change for change in changes if change.by >= first and change.after <= last]
        if not seen:
            return None
        change = seen[-1]
        lines = captions.balance_lines(change, self._names, self._formats)
        return BalanceNote(change.after.toordinal(), change.by.toordinal(), lines)

    def _upper_title(self) -> str:
        if not self._show.arrivals:
            return ""
        if self._show.each_day:
            return _("People arriving by small boat, each day")
        return _("People arriving by small boat, each week")


def default_scheme(view: View) -> Scheme:
    """The scheme a chart is about when none is named: the first of the view, or one without a date."""
    return next(iter(view.every(Scheme)), Scheme())
