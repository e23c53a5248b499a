"""Where the panels of a plot over time stand, and the marks of their axes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import log10

import numpy as np

from desktop_app.charts.layout.arranging import AIR
from desktop_app.charts.layout.boxes import Numbers
from desktop_app.charts.layout.lettering import Lettered, Lettering, set_line
from desktop_app.charts.layout.station_labels import Station, row_height, rows_wanted
from desktop_app.charts.layout.ticks import Tick, day_ticks, power_ticks, span_ticks, year_ticks
from desktop_app.charts.looks.style import ChartStyle, Part
from desktop_app.charts.placing import Box
from desktop_app.charts.time_plot import TimePanel, TimePlot
from desktop_app.words.formats import Formats

HEADROOM = 0.06
"""The highest value stands so far below the edge of its panel, as a share of all that is in view."""
WORDS_ABOVE = 5.0
BETWEEN_COUNTS = 1.75
"""From one number of an upright axis to the next, at least so many heights of their letters."""
MOST_COUNTS = 8
LEAST_COUNTED = 1.3
"""An axis so many steps high says a number besides zero."""
LINE_STEP = 1.22
"""As `page.LINE_STEP`, looser: these lines stand among marks."""
TICK_ROOM = 0.9
"""Between the words of two days, as a share of their height."""
MOST_END = 0.34
"""The words at the right end take at most such a share of the width."""


@dataclass(frozen=True, slots=True)
class Field:
    """One panel: where a day and a number are in pixels."""

    panel: TimePanel
    box: Box
    first: float
    last: float
    low: float
    high: float
    ticks: tuple[Tick, ...]

    def x(self, day: float) -> float:
        """The pixel of a day."""
        return self.box.x + (day - self.first) / (self.last - self.first) * self.box.width

    def y(self, number: float) -> float:
        """The pixel of a number; what lies below the beginning of the axis is at its foot."""
        at = risen(number) if self.panel.is_log else number
        if self.is_cut:
            at = max(at, self.low)
        return self.box.bottom - (at - self.low) / (self.high - self.low) * self.box.height

    def places(self, corners: Sequence[tuple[int, float]]) -> tuple[Numbers, Numbers]:
        """The pixels across and down of thousands of days, each with its number."""
        days, numbers = np.array(corners, np.float64).reshape(-1, 2).T
        at = np.log10(np.maximum(numbers, 1.0)) if self.panel.is_log else numbers
        if self.is_cut:
            at = np.maximum(at, self.low)
        x = self.box.x + (days - self.first) / (self.last - self.first) * self.box.width
        return x, self.box.bottom - (at - self.low) / (self.high - self.low) * self.box.height

    @property
    def is_cut(self) -> bool:
        """Whether the axis does not begin at zero."""
        return self.panel.is_log or self.panel.floor is not None

    @property
    def base(self) -> float:
        """The pixel of the line that everything stands on."""
        return self.box.bottom if self.is_cut else self.y(0)


def risen(number: float) -> float:
    """How high a number stands on an axis of steps of ten: 1 at 0, 10 at 1, 100 at 2; less than 1 at 0."""
    return log10(max(number, 1.0))


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything that has a place before anything is drawn."""

    fields: tuple[Field, ...]
    words: tuple[Lettered, ...]
    """Titles, the numbers of the axes, days, and why a panel is empty."""
    days: tuple[Tick, ...]
    strip: Box
    """Above the first panel, for the words of milestones."""


def frame(plot: TimePlot, box: Box, style: ChartStyle, letters: Lettering, formats: Formats) -> Frame:
    """The panels of a plot within a box; those that are drawn share the height that the others leave."""
    made = _Framing(plot, box, style, letters, formats).framed()
    if not made.strip.height or not made.fields:
        return made
    rows = rows_wanted(stations(plot, made.fields[0]), made.strip, style, letters, formats)
    return made if rows == 1 else _Framing(plot, box, style, letters, formats, rows).framed()


def stations(plot: TimePlot, field: Field) -> list[Station]:
    """The milestones in view, what matters most first."""
    found: list[Station] = []
    for one in sorted(plot.milestones, key=lambda milestone: (milestone.weight, milestone.start)):
        if field.first <= one.end and one.start <= field.last:
            x0, x1 = field.x(max(one.start, field.first)), field.x(min(one.end, field.last))
            found.append((one.label, x0, x1))
    return found


class _Framing:
    """Panels while they get their places."""

    def __init__(
        self,
        plot: TimePlot,
        box: Box,
        style: ChartStyle,
        letters: Lettering,
        formats: Formats,
        rows: int = 1,
    ) -> None:
        self._rows = rows
        self._plot, self._box, self._style, self._letters = plot, box, style, letters
        self._formats = formats
        self._words: list[Lettered] = []
        air = max((plot.last + 1 - plot.first) * AIR, 0.5)
        self._days = (plot.first - air, plot.last + 1 + air)

    def framed(self) -> Frame:
        """All of it."""
        sizes, letters, panels = self._style.sizes, self._letters, self._plot.panels
        drawn = [panel for panel in panels if not panel.is_empty]
        titles = [self._titled(panel) for panel in panels]
        has_strip = bool(self._plot.milestones and drawn) and self._style.has(Part.MILESTONES)
        strip_height = row_height(self._style, letters) * self._rows if has_strip else 0.0
        axis = letters.height(sizes.tick) + self._below() if drawn else 0.0
        between = sizes.panel_gap * 0.9
        said = sum(self._said_height(panel) for panel in panels)
        fixed = (
            sum(map(self._title_height, titles)) + strip_height + axis + said + between * (len(panels) - 1)
        )
        height = max((self._box.height - fixed) / max(len(drawn), 1), 4.0)
        left, right = self._sides(drawn, height)
        fields: list[Field] = []
        strip, y = Box(left, self._box.y, self._box.right - left, 0.0), self._box.y
        for panel, lines in zip(panels, titles, strict=True):
            for number, line in enumerate(lines):
                top = y + number * letters.height(sizes.title, bold=True) * LINE_STEP
                self._say(line, self._box.x, top, sizes.title, self._style.tokens.ink, bold=True)
            y = self._remark(panel, y + self._title_height(lines))
            if panel.is_empty:
                y += between
                continue
            if not fields:
                strip = Box(left, y, self._box.right - left, strip_height)
                y += strip_height
            fields.append(self._field(panel, Box(left, y, right - left, height)))
            y += height + between
            if len(fields) == len(drawn):
                y += axis
        days = self._axis(fields[-1]) if fields else ()
        return Frame(tuple(fields), tuple(self._words), days, strip)

    def _titled(self, panel: TimePanel) -> list[str]:
        """The title in lines; none where the style has no titles."""
        if not self._style.has(Part.TITLES):
            return []
        return self._letters.wrapped(panel.title, self._style.sizes.title, self._box.width, bold=True)

    def _title_height(self, lines: list[str]) -> float:
        tall = self._letters.height(self._style.sizes.title, bold=True)
        return tall * (1 + LINE_STEP * (len(lines) - 1)) + self._style.sizes.gap if lines else 0.0

    def _field(self, panel: TimePanel, box: Box) -> Field:
        low, high = self._extent(panel)
        ticks = self._counts(panel, box.height)
        field = Field(panel, box, *self._days, low, high, ticks)
        sizes = self._style.sizes
        for tick in ticks:
            across, tall = self._letters.width(tick.text, sizes.tick), self._letters.height(sizes.tick)
            x, y = box.x - sizes.tick_gap - across, field.y(tick.at) - tall / 2
            self._say(tick.text, x, y, sizes.tick, self._style.tokens.muted)
        return field

    def _extent(self, panel: TimePanel) -> tuple[float, float]:
        """From the least to the most in view; a side with nothing on it has no room but for zero."""
        low, high = panel.span
        if panel.is_log:
            return 0.0, max(risen(high), 1.0) * (1.0 + HEADROOM)
        if high - low < 1.0:
            high = low + 1.0
        # Words above the highest bar need more room than a line does.
        has_words = any(block.label for block in panel.blocks)
        room = (high - low) * HEADROOM * (WORDS_ABOVE if has_words else 1.0)
        has_foot = panel.floor is not None or low >= 0
        return (low if has_foot else low - room), (high + room if high > 0 else high)

    def _counts(self, panel: TimePanel, height: float) -> tuple[Tick, ...]:
        between = self._letters.height(self._style.sizes.tick) * BETWEEN_COUNTS
        least = 2 if height > between * LEAST_COUNTED else 1
        most = max(least, min(MOST_COUNTS, int(height / between)))
        low, high = self._extent(panel)
        if panel.is_log:
            return tuple(power_ticks(high, self._formats))
        return tuple(span_ticks(low, high, most, self._formats, unsigned=bool(panel.above)))

    def _sides(self, drawn: list[TimePanel], height: float) -> tuple[float, float]:
        """Left and right edge of all panels: between the numbers of the axes and the words at the ends."""
        sizes, letters = self._style.sizes, self._letters
        numbers = [tick.text for panel in drawn for tick in self._counts(panel, height)]
        widest = max((letters.width(text, sizes.tick) for text in numbers), default=0.0)
        left = self._box.x + widest + sizes.tick_gap
        room = widest = max(self._box.right - left, 10.0)
        first, last = self._days
        for track in (*(track for panel in drawn for track in panel.tracks), *self._plot.room_for):
            if not track.end or not track.corners:
                continue
            words = letters.width(track.end, sizes.label, bold=not track.is_faint)
            words = min(words, self._box.width * MOST_END)
            share = (track.corners[-1][0] - first) / (last - first)
            widest = min(widest, (room - words - sizes.dot - sizes.gap * 1.5) / max(share, 0.01))
        return left, left + max(widest, 10.0)

    def _axis(self, field: Field) -> tuple[Tick, ...]:
        """The words of days below the last panel; the year is on the first of them."""
        room = self._style.sizes.tick * TICK_ROOM

        def fits(ticks: list[Tick]) -> bool:
            boxes = (self._day(field, tick).box for tick in ticks)
            return all(one.right + room <= other.x for one, other in pairwise(boxes))

        made = year_ticks if self._plot.is_one_year else day_ticks
        ticks = tuple(made(*self._days, fits, self._formats))
        self._words += [self._day(field, tick) for tick in ticks]
        return ticks

    def _day(self, field: Field, tick: Tick) -> Lettered:
        size, letters = self._style.sizes.tick, self._letters
        across = letters.width(tick.text, size)
        x = max(min(field.x(tick.at) - across / 2, self._box.right - across), self._box.x)
        return set_line(
            letters, tick.text, x, field.box.bottom + self._below(), size, self._style.tokens.muted
        )

    def _below(self) -> float:
        sizes = self._style.sizes
        return max(sizes.tick_gap, self._letters.height(sizes.tick) * 0.55)

    def _said_height(self, panel: TimePanel) -> float:
        return len(self._said(panel)) * self._letters.height(self._style.sizes.tick) * LINE_STEP

    def _said(self, panel: TimePanel) -> list[str]:
        said = panel.refused if panel.is_empty else panel.remark
        return self._letters.wrapped(said, self._style.sizes.tick, self._box.width)

    def _remark(self, panel: TimePanel, y: float) -> float:
        """Why nothing is drawn, or how the axis is to be read; gives the lower edge."""
        size = self._style.sizes.tick
        for line in self._said(panel):
            self._say(line, self._box.x, y, size, self._style.tokens.muted)
            y += self._letters.height(size) * LINE_STEP
        return y

    def _say(self, text: str, x: float, top: float, size: float, colour: str, *, bold: bool = False) -> None:
        text = self._letters.shortened(text, size, max(self._box.right - x, 1.0), bold=bold)
        self._words.append(set_line(self._letters, text, x, top, size, colour, bold=bold))
