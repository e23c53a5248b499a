"""Builds "Returns against arrivals" from what is known: the first chart, and the one a room is shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from desktop_app.charts import captions, remarks
from desktop_app.charts.captions import Told
from desktop_app.charts.milestones import milestones
from desktop_app.charts.periods import Period
from desktop_app.charts.plotting import Plotter
from desktop_app.charts.remarks import Compared
from desktop_app.charts.remembered import Remembered
from desktop_app.charts.shapes import BalanceNote, ComparisonChart, Daily, Ink, Row, StepLine
from desktop_app.charts.sourcing import Sources
from desktop_app.domain.balance import PER, Share, balance, returns_per_thousand
from desktop_app.domain.measures import BUILT_IN, Measure
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.series import (
    Reading,
    Series,
    accumulate,
    flow,
    known,
    running_total,
    running_totals,
    weekly,
)
from desktop_app.domain.views import NOW, Seen, View
from desktop_app.words.formats import Formats
from desktop_app.words.known_on import as_of
from desktop_app.words.measure_words import measure, measure_verb
from desktop_app.words.translate import _

NAME = "returns-arrivals"
"""What the chart is called on the command line."""

DAYS_OF_WEEK = 7
SHARE_PLACES = 3

_BUILT_IN = {measure.id: measure for measure in BUILT_IN}


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


EVERYTHING = Show()
SINCE_START = Period()


@dataclass(frozen=True)
class _Series:
    """What is known of the three measures."""

    arrivals: Series
    weeks: Series
    returned: Series
    admitted: Series
    stated: tuple[Series, ...]
    """Arrivals as running totals that somebody stated."""

    def arrived_by(self, day: date) -> Reading | None:
        """The total of the day's year so far, as it was last stated by then."""
        of_year = [series for series in self.stated if series.since == date(day.year, 1, 1)]
        said = of_year[0].at(day) if of_year else None
        return said if said is not None and said.end.year == day.year else None

    def ends(self) -> tuple[date, date] | None:
        """The first and the last day that anything stands for."""
        readings = [
            reading
            for series in (self.weeks, self.returned, self.admitted)
            for reading in (*series.readings[:1], *series.readings[-1:])
        ]
        if not readings:
            return None
        # The days of the week under way are known, though their bar is not drawn yet.
        readings += [r for r in self.arrivals.readings[-DAYS_OF_WEEK:] if r.start == r.end]
        return min(r.end if r.start.year == 1 else r.start for r in readings), max(r.end for r in readings)


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
    arrivals = flow(ledger, scheme.pressure)
    series = _Series(
        arrivals,
        weekly(arrivals, ledger.beside.setdefault("weeks", {})),
        running_total(ledger, scheme.outbound),
        running_total(ledger, scheme.inbound),
        running_totals(ledger, scheme.pressure),
    )
    start = scheme.start.earliest
    ends = series.ends()
    said = as_of(seen, day, formats)
    if ends is None:
        return _nothing(start or day, day, said, formats)
    first, last = period.days(*ends, start)
    plotter = Plotter(first, last, formats, Sources(view, formats), Remembered.beside(ledger, formats))
    drawing = _Drawing(view, scheme, series, plotter, show)
    return drawing.chart(day, said)


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


class _Drawing:
    """One chart while it is put together."""

    def __init__(self, view: View, scheme: Scheme, series: _Series, plotter: Plotter, show: Show) -> None:
        self._view = view
        self._scheme = scheme
        self._series = series
        self._plotter = plotter
        self._show = show
        self._formats = plotter.formats
        self._rows: list[Row] = []
        self._drawn: list[tuple[Reading, ...]] = []
        self._totals: list[Compared] = []
        self._names = (self._verb(scheme.outbound), self._verb(scheme.inbound))

    def chart(self, day: date, said: str) -> ComparisonChart:
        """All of it, as known on a day; `said` says so."""
        show, plotter, formats = self._show, self._plotter, self._formats
        bars, daily = self._arrivals()
        lines = self._lines()
        gaps = plotter.gaps(self._series.weeks) if bars else ()
        told = self._told()
        headline, emphasis = captions.headline(told, formats)
        shaded = any(reading.rival for total in self._totals for reading in total.shown)
        last = [readings[-1].drawn for readings in self._drawn if readings]
        origins = plotter.origins(reading for readings in self._drawn for reading in readings)
        named, briefly = (plotter.sources.footer(last, origins, brief=brief) for brief in (False, True))
        shaded = shaded and show.ranges
        days = (plotter.first, plotter.last)
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
            alt=captions.alt(told, lines, days, formats, weekly=bool(bars)),
            bars=bars,
            gaps=gaps,
            daily=daily,
            lines=lines,
            milestones=milestones(self._view, self._scheme, days, day) if show.milestones else (),
            balance=self._balance() if show.balance and len(lines) > 1 else None,
            key=captions.key(bars, bool(gaps), lines, show.lighter_provisional),
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
            self._list(self._scheme.pressure, readings)
            return (), daily
        drawn = self._plotter.bars(self._series.weeks)
        self._list(self._scheme.pressure, tuple(reading for _bar, reading in drawn))
        return tuple(bar for bar, _reading in drawn), None

    def _lines(self) -> tuple[StepLine, ...]:
        lines: list[StepLine] = []
        for series, ink, name, wanted in (
            (self._series.returned, Ink.RETURNED, self._names[0], self._show.returned),
            (self._series.admitted, Ink.ADMITTED, self._names[1], self._show.admitted),
        ):
            if not wanted:
                continue
            line, readings = self._plotter.steps(series, ink, name, self._scheme.start.earliest)
            if not self._show.ranges:
                line = StepLine(line.ink, line.name, line.points, line.lead, (), line.labels, line.lead_label)
            lines.append(line)
            self._totals.append(Compared(name, series, readings))
            self._list(series.measure, readings)
        return tuple(lines)

    def _list(self, code: str, readings: tuple[Reading, ...]) -> None:
        """Enter plotted readings in the table and among the sources."""
        label = self._label(code)
        self._rows.extend(self._plotter.row(code, label, reading) for reading in readings)
        self._drawn.append(readings)

    def _told(self) -> Told:
        """What stands at the end of the days shown."""
        last = self._plotter.last
        start = self._scheme.start.earliest
        arrivals = self._series.arrivals
        returned = self._series.returned.at(last) if self._show.returned else None
        ends = [reading.end for reading in (returned,) if reading is not None]
        # Arrivals that stop before anybody was returned are no reason to forget the returns.
        ends += [r.end for r in arrivals.readings[-1:] if not ends or start is None or r.end >= start]
        to = min([*ends, last])
        if returned is not None and start is not None and _has_gaps(arrivals, start, to):
            # Where days are missing there is no share to say, and no reason to stop at an early day.
            to = min(returned.end, last)
        since_start = start is not None and start <= to
        since = start if start is not None and since_start else min(self._plotter.first, to)
        share = returns_per_thousand(self._series.returned, arrivals, since, to) if since_start else None
        if share is not None:
            share = _with_vague_day(share, arrivals)
        rows = accumulate(arrivals, since, to) if self._show.arrivals else ()
        arrived = None if not rows else (share.arrived if share is not None else rows[-1])
        return Told(
            since=since,
            since_start=since_start,
            to=to,
            returned=self._series.returned.at(to) if self._show.returned else None,
            admitted=self._series.admitted.at(to) if self._show.admitted else None,
            arrived=arrived,
            share=share if self._show.arrivals and self._show.returned else None,
            stated=self._series.arrived_by(to) if self._show.arrivals else None,
            names=self._names,
        )

    def _balance(self) -> BalanceNote | None:
        """The last change of order that the days shown tell about."""
        first, last = self._plotter.first, self._plotter.last
        changes = balance(self._series.returned, self._series.admitted).changes
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

    def _measure(self, code: str) -> Measure:
        return self._view.get(Measure, code) or _BUILT_IN.get(code) or Measure(code)

    def _label(self, code: str) -> str:
        return measure(self._measure(code))

    def _verb(self, code: str) -> str:
        return measure_verb(self._measure(code))


def _has_gaps(arrivals: Series, since: date, to: date) -> bool:
    rows = accumulate(arrivals, since, to) if since <= to else ()
    return bool(rows) and rows[-1].missing > 0


def _with_vague_day(share: Share, arrivals: Series) -> Share:
    """A total that stands for some day of several is shared among the arrivals to the first or the last."""
    first = share.returned.start
    if first >= share.returned.end or share.returned.end > share.to:
        return share
    early = accumulate(arrivals, share.since, max(first, share.since))
    if not early:
        return share
    most = share.returned.interval.per(early[-1].interval, PER).rounded(SHARE_PLACES)
    return replace(share, interval=share.interval.hull(most))


def default_scheme(view: View) -> Scheme:
    """The scheme a chart is about when none is named: the first of the view, or one without a date."""
    return next(iter(view.every(Scheme)), Scheme())
