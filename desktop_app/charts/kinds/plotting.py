"""Turns series of readings into what is drawn of them: bars, steps, bands and their rows in the table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from itertools import pairwise

from desktop_app.charts.kinds.remembered import Remembered
from desktop_app.charts.shapes import RANGED, Band, Bar, Daily, Ink, Point, Row, StepLine
from desktop_app.charts.texts import captions, saying
from desktop_app.charts.texts.sourcing import Sources
from desktop_app.domain.intervals import number_text
from desktop_app.domain.series import Reading, Series
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Plotter:
    """Makes shapes of the readings between two days, both included."""

    first: date
    last: date
    formats: Formats
    sources: Sources
    made: Remembered = field(default_factory=Remembered)

    def bars(self, series: Series) -> tuple[tuple[Bar, Reading], ...]:
        """The periods that share at least a day with those shown, as bars."""
        shown = [reading for reading in series.readings if self._shows(reading)]
        return tuple(zip(self.made.of_all("bar", shown, self._bar), shown, strict=True))

    def gaps(self, series: Series) -> tuple[tuple[int, int], ...]:
        """Weeks without a reading between the first and the last reading shown."""
        shown = [reading.start for reading in series.readings if self._shows(reading)]
        found: list[tuple[int, int]] = []
        for one, next_one in pairwise(shown):
            if next_one - one > WEEK:
                found.append(((one + WEEK).toordinal(), next_one.toordinal() - 1))
        return tuple(found)

    def daily(self, series: Series) -> tuple[Daily, tuple[Reading, ...]]:
        """The counts of single days among those shown."""
        shown = [r for r in series.readings if r.start == r.end and self._shows(r)]
        line = Daily(
            tuple(reading.end.toordinal() for reading in shown),
            tuple(float(reading.value or 0) for reading in shown),
            tuple(reading.drawn.id for reading in shown),
            tuple(self.made.of_all("day", shown, self._bar_words)),
        )
        return line, tuple(shown)

    def steps(
        self, series: Series, ink: Ink, name: str, start: date | None
    ) -> tuple[StepLine, tuple[Reading, ...]]:
        """A running total between the days shown, entering at what it held before them."""
        drawn = [reading for reading in series.readings if reading.value is not None]
        shown = tuple(reading for reading in drawn if self.first <= reading.end <= self.last)
        before = [reading for reading in drawn if reading.end < self.first]
        lead, lead_label = self._lead(before, shown, start, name)
        point, label = partial(self._point, name), partial(self._label, name)
        line = StepLine(
            ink=ink,
            name=name,
            points=tuple(self.made.of_all(("point", name), shown, point)),
            lead=lead,
            bands=self._bands([*before[-1:], *shown]),
            labels=tuple(self.made.of_all(("label", name), shown, label)),
            lead_label=lead_label,
        )
        return line, shown

    def rows(self, measure: str, series: str, readings: Iterable[Reading]) -> list[Row]:
        """The lines of the table for plotted values."""
        return self.made.of_all(("row", measure, series), readings, partial(self._row, measure, series))

    def origins(self, readings: Iterable[Reading]) -> set[str]:
        """What is counted as a source each, of all figures of these readings."""
        return set().union(*self.made.of_all("origins", readings, self.sources.origins))

    def _row(self, measure: str, series: str, reading: Reading) -> Row:
        return Row(
            measure=measure,
            series=series,
            first=reading.start,
            last=reading.end,
            value=saying.amount(reading, self.formats),
            low=number_text(reading.low),
            high=number_text(reading.high),
            mark=saying.mark_of(reading).value,
            source=self.sources.names(reading.figures),
            figures=reading.inputs,
            provisional=saying.may_change(reading),
        )

    def _shows(self, reading: Reading) -> bool:
        return reading.start <= self.last and reading.end >= self.first

    def _bar(self, reading: Reading) -> Bar:
        low = float(reading.value or 0)
        return Bar(
            start=reading.start.toordinal(),
            end=reading.end.toordinal(),
            value=low,
            high=max(low, float(reading.high)) if reading.high is not None else low,
            provisional=saying.may_change(reading),
            figures=reading.inputs,
            spoken=self._bar_words(reading),
        )

    def _bar_words(self, reading: Reading) -> str:
        when = saying.days(reading, self.formats)
        words = _("{days}: {amount} arrived").format(days=when, amount=saying.amount(reading, self.formats))
        return _if_provisional(words, reading)

    def _point(self, name: str, reading: Reading) -> Point:
        return Point(
            day=reading.end.toordinal(),
            earliest=max(reading.start, date(1, 1, 1)).toordinal(),
            value=float(reading.value or 0),
            low=None if reading.low is None else float(reading.low),
            high=None if reading.high is None else float(reading.high),
            mark=saying.mark_of(reading),
            rival=reading.rival,
            figures=reading.inputs,
            spoken=self._point_words(reading, name),
            provisional=saying.may_change(reading),
        )

    def _point_words(self, reading: Reading, name: str) -> str:
        grade = _("official statistics") if reading.official else _("reported")
        words = _("{day}: {amount} {name}, {grade}").format(
            day=captions.sentence_case(saying.day(reading, self.formats)),
            amount=saying.amount(reading, self.formats),
            name=name,
            grade=grade,
        )
        words = _("{sentence}, sources differ").format(sentence=words) if reading.rival else words
        return _if_provisional(words, reading)

    def _label(self, name: str, reading: Reading) -> str:
        if saying.differs(reading) and reading.low is not None and reading.high is not None:
            low, high = self.formats.number(reading.low), self.formats.number(reading.high)
            return _("{low}–{high} {name}").format(low=low, high=high, name=name)
        return _("{amount} {name}").format(amount=saying.amount(reading, self.formats), name=name)

    def _lead(
        self, before: list[Reading], shown: tuple[Reading, ...], start: date | None, name: str
    ) -> tuple[tuple[int, float] | None, str]:
        """Where the line begins: at what it held before the days shown, or at zero when the scheme began."""
        if before:
            held = before[-1]
            return (self.first.toordinal(), float(held.value or 0)), self._label(name, held)
        if start is None or not shown or not start <= shown[0].start or start > self.last:
            return None, ""
        return (max(start, self.first).toordinal(), 0.0), ""

    def _bands(self, readings: list[Reading]) -> tuple[Band, ...]:
        """Shading while a total holds for which a range is given."""
        bands: list[Band] = []
        marks = self.made.of_all("mark", readings, saying.mark_of)
        for mark, (reading, following) in zip(marks, pairwise(readings), strict=False):
            if mark in RANGED and reading.low is not None and reading.high is not None:
                start = max(reading.end, self.first).toordinal()
                low, high = float(reading.low), float(reading.high)
                bands.append(Band(start, following.end.toordinal(), low, high))
        return tuple(bands)


def _if_provisional(words: str, reading: Reading) -> str:
    return _("{sentence}, provisional").format(sentence=words) if saying.may_change(reading) else words
