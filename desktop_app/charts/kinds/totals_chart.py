"""Builds "Returns against arrivals" in one panel: totals since one start, on one axis or steps of ten.

The two never have an axis each. On an axis of steps of ten there is no place for 0: what is 0 is left out,
and the chart says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from desktop_app.charts.along import empty_plot
from desktop_app.charts.asked import Asked
from desktop_app.charts.choice import Scale
from desktop_app.charts.kinds import comparison, remarks, telling, time_table
from desktop_app.charts.kinds.arrived_total import LEAST_ON_LOG, ArrivedTotal
from desktop_app.charts.kinds.comparison import Show
from desktop_app.charts.kinds.measured import Measured
from desktop_app.charts.kinds.nothing import no_start, nothing
from desktop_app.charts.kinds.plotting import Plotter
from desktop_app.charts.kinds.remarks import Compared
from desktop_app.charts.kinds.remembered import Remembered
from desktop_app.charts.kinds.time_table import Listed, Plotted
from desktop_app.charts.kinds.withdrawn import crosses, withdrawn
from desktop_app.charts.shapes import Ink, Note, Point, StepLine
from desktop_app.charts.sheets import Sheet, Tint
from desktop_app.charts.texts import captions
from desktop_app.charts.texts.sourcing import Sources
from desktop_app.charts.time_plot import Dot, Shade, TimePanel, TimePlot, Track
from desktop_app.domain import named
from desktop_app.domain.figures import Figure
from desktop_app.domain.readings import Known, Reading, Series, known
from desktop_app.words.measure_words import measure, measure_verb
from desktop_app.words.translate import _, _n

_LEADS = {Ink.RETURNED: Tint.RETURNED, Ink.ADMITTED: Tint.ADMITTED}


def build(asked: Asked) -> Sheet:
    """The chart of the days asked for, by the scale asked for."""
    scheme = comparison.default_scheme(asked.view)
    start, day = scheme.start.earliest, asked.day.toordinal()
    empty = TimePlot(day, day)
    if start is None:
        return nothing(asked, comparison.NAME, empty, time_table.columns(), no_start())
    ledger = known(asked.view)
    series = Measured.of(ledger, scheme)
    ends = series.ends()
    if ends is None or ends[1] < start:
        words = _("Charts need at least one dated figure.")
        return nothing(asked, comparison.NAME, empty, time_table.columns(), (_("Nothing to draw yet"), words))
    first, last = asked.period.days(max(ends[0], start), ends[1], start)
    return _Drawing(asked, ledger, series, start, (max(first, start), max(last, start))).sheet()


class _Drawing:
    """One chart while it is put together."""

    def __init__(
        self, asked: Asked, ledger: Known, series: Measured, start: date, days: tuple[date, date]
    ) -> None:
        self._asked, self._ledger, self._series, self._start, self._days = asked, ledger, series, start, days
        self._formats = asked.formats
        self._scheme = comparison.default_scheme(asked.view)
        self._is_log = asked.choice.scale is Scale.LOG
        self._show: Show = asked.choice.show
        made = Remembered.beside(ledger, asked.formats)
        self._plotter = Plotter(*days, asked.formats, Sources(asked.view, asked.formats), made)
        self._listed = Listed(asked)
        self._totals: list[Compared] = []
        self._shades: list[Shade] = []
        self._last: list[Figure] = []
        self._zeros = 0
        self._missing = 0

    def sheet(self) -> Sheet:
        """All of it."""
        formats, show, scheme = self._formats, self._show, self._scheme
        tracks = tuple(self._tracks())
        told = telling.told(
            self._series,
            self._days,
            self._start,
            (self._verb(scheme.outbound), self._verb(scheme.inbound)),
            arrivals=show.arrivals,
            returned=show.returned,
            admitted=show.admitted,
        )
        title = _("People since {day}, running totals").format(day=formats.long_day(self._start))
        panel = TimePanel(
            title,
            Tint.ARRIVALS,
            tracks,
            tuple(self._shades) if show.ranges else (),
            remark=self._remark(),
            is_log=self._is_log,
        )
        plot = replace(empty_plot(self._asked, scheme, self._days), panels=(panel,))
        headline, emphasis = captions.headline(told, formats)
        alt = _("Step lines of totals on one axis. {headline}.").format(headline=headline)
        if self._is_log:
            alt = _("Step lines of totals on an axis of steps of ten. {headline}.").format(headline=headline)
        return Sheet(
            name=comparison.NAME,
            headline=headline,
            emphasis=emphasis,
            subtitle=self._asked.said(captions.subtitle(told, formats)),
            brief_subtitle=self._asked.said(captions.subtitle(told, formats, brief=True)),
            footer=self._listed.footer(self._last, shaded=bool(panel.shades)),
            brief_footer=self._listed.footer(self._last, brief=True),
            alt=captions.shortest(alt, headline),
            body=plot,
            table=self._listed.table,
            key=time_table.key(plot, formats),
            notes=tuple(self._notes()),
            formats=formats,
        )

    def _verb(self, code: str) -> str:
        return measure_verb(named.measure(self._asked.view, code))

    def _tracks(self) -> Iterable[Track]:
        scheme, show = self._scheme, self._show
        if show.arrivals:
            arrived = ArrivedTotal(self._asked, self._ledger, self._listed, self._start, self._days)
            track = arrived.track(self._series.arrivals, scheme.pressure)
            self._missing, self._zeros = arrived.missing, arrived.zeros
            self._last.extend(arrived.last)
            if track is not None:
                yield track
        for series, code, ink, wanted in (
            (self._series.returned, scheme.outbound, Ink.RETURNED, show.returned),
            (self._series.admitted, scheme.inbound, Ink.ADMITTED, show.admitted),
        ):
            if wanted:
                yield self._exchanged(series, code, ink)

    def _exchanged(self, series: Series, code: str, ink: Ink) -> Track:
        """A running total of the scheme: a mark for each report, held from one to the next."""
        name = self._verb(code)
        line, readings = self._plotter.steps(series, ink, name, self._start)
        self._totals.append(Compared(name, series, readings))
        self._shades += [
            Shade(band.start, min(band.end, self._days[1].toordinal()), band.low, band.high)
            for band in line.bands
            if band.start < self._days[1].toordinal()
        ]
        dots: list[Dot] = []
        for point, reading in zip(line.points, readings, strict=True):
            if self._is_log and point.value < LEAST_ON_LOG:
                self._zeros += 1
                continue
            dots.append(self._dot(point, reading, code))
        if self._show.withdrawn:
            dots += self._withdrawn(series, code, name)
        corners = [(int(day), value) for day, value in line.vertices()]
        if self._is_log:
            corners = [corner for corner in corners if corner[1] >= LEAST_ON_LOG]
        if readings:
            self._last.append(readings[-1].drawn)
        return Track(name, _LEADS[ink], tuple(corners), tuple(dots), _end(line, self._days[1]))

    def _dot(self, point: Point, reading: Reading, code: str) -> Dot:
        key = f"{code} {reading.end.isoformat()} {reading.drawn.id}"
        low = point.value if point.low is None else point.low
        high = point.value if point.high is None else point.high
        self._listed.put(
            Plotted(
                key,
                code,
                measure(named.measure(self._asked.view, code)),
                reading.start if reading.start.year > 1 else reading.end,
                reading.end,
                reading.interval,
                point.mark,
                reading.figures,
                point.spoken,
                point.provisional,
            )
        )
        earliest = min(max(point.earliest, self._days[0].toordinal()), point.day)
        return Dot(
            key,
            point.day,
            point.value,
            point.mark,
            low,
            high,
            earliest,
            is_provisional=point.provisional,
        )

    def _withdrawn(self, series: Series, code: str, name: str) -> Iterable[Dot]:
        """Crosses for totals that no longer count, beside the line."""
        found = withdrawn(self._ledger, series, self._days)
        words = measure(named.measure(self._asked.view, code))
        for (start, end, figure), cross in zip(found, crosses(found, name, self._formats), strict=True):
            if self._is_log and cross.value < LEAST_ON_LOG:
                continue
            key = f"{code} withdrawn {figure.id}"
            interval = figure.amount.interval
            self._listed.put(
                Plotted(key, code, words, start, end, interval, cross.mark, (figure,), cross.spoken)
            )
            yield Dot(key, cross.day, cross.value, cross.mark, cross.value, cross.value, cross.day)

    def _remark(self) -> str:
        """How the axis is to be read."""
        if not self._is_log:
            return ""
        words = _("Each grid step is ten times the one before. Equal heights do not mean equal numbers.")
        more = _("{words} The axis begins at {one} person; there is no place on it for {zero}.")
        formats = self._formats
        return more.format(words=words, one=formats.number(LEAST_ON_LOG), zero=formats.number(0))

    def _notes(self) -> Iterable[Note]:
        number = self._formats.number
        if self._zeros:
            words = _n(
                "{n} total of {zero} is not drawn: an axis of steps of ten has no place for it.",
                "{n} totals of {zero} are not drawn: an axis of steps of ten has no place for them.",
                self._zeros,
            )
            yield Note("zeros", words.format(n=number(self._zeros), zero=number(0)))
        if self._missing:
            words = _n(
                "Arrivals of {n} day are missing: the total is then at least so much.",
                "Arrivals of {n} days are missing: the total is then at least so much.",
                self._missing,
            )
            yield Note("missing days", words.format(n=number(self._missing)))
        yield from remarks.notes(self._totals, self._asked.day, self._formats, self._plotter.made)


def _end(line: StepLine, last: date) -> str:
    """What stands at the right end of a line: its last total."""
    labelled = line.label_at(last.toordinal())
    return labelled[2] if labelled is not None else ""
