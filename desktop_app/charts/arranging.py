"""Gives every part of a picture its place: texts above and below, two panels on one time axis between."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from desktop_app.charts.lettering import Lettered, Lettering, set_line
from desktop_app.charts.placing import Box, Plane
from desktop_app.charts.shapes import ComparisonChart, Ink, KeyEntry
from desktop_app.charts.station_labels import Station, row_height, rows_wanted
from desktop_app.charts.style import ChartStyle, Part, Sizes
from desktop_app.charts.ticks import Tick, count_ticks

UPPER_SHARE = 0.6
"""The upper panel is half as high again as the lower one (3 to 2)."""
LEAST_PANELS = 10.5
"""Panels lower than so many lines of tick words make room by leaving parts out."""
HEADROOM = 1.05
"""The highest number stands just below the upper edge of its panel."""
SMALLEST_HEADLINE = 0.8
"""A headline may shrink so far to stay on one line."""
AIR = 0.012
"""How much of the days shown is left free on either side of them."""
BETWEEN_COUNTS = 1.5
"""From one number of an upright axis to the next, at least so many heights of their letters."""
LINE_STEP = 1.18
"""From one line of a paragraph to the next, in line heights."""
FIRST_TO_GO = (Part.KEY, Part.SUBTITLE, Part.FOOTER, Part.MILESTONES, Part.TITLES)


@dataclass(frozen=True, slots=True)
class PlacedKey:
    """One entry of the key: the middle of its mark, and its words."""

    entry: KeyEntry
    x: float
    y: float
    words: Lettered


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Where everything is that does not move when the time axis does."""

    width: float
    height: float
    style: ChartStyle
    texts: tuple[Lettered, ...]
    upper: Box
    lower: Box
    strip: Box
    """Above the upper panel, for the words of milestones."""
    upper_ticks: tuple[Tick, ...]
    lower_ticks: tuple[Tick, ...]
    upper_top: float
    lower_top: float
    axis: Box
    """Below the lower panel, for the words of days."""
    key: tuple[PlacedKey, ...]
    rule: float | None
    """Where the hairline above the footer is, if there is a footer."""


class Worded(Protocol):
    """What every chart says around its drawing."""

    @property
    def headline(self) -> str:
        """The message."""
        ...

    @property
    def emphasis(self) -> str:
        """The part of it that a room should remember."""
        ...

    @property
    def subtitle(self) -> str:
        """What is counted, and as known when."""
        ...

    @property
    def brief_subtitle(self) -> str:
        """The same in fewer words, for a room."""
        ...

    @property
    def footer(self) -> str:
        """Sources and method."""
        ...

    @property
    def brief_footer(self) -> str:
        """The same in fewer words, for a room."""
        ...

    @property
    def key(self) -> tuple[KeyEntry, ...]:
        """The marks that are used."""
        ...


class Page:
    """Fills a page from above and from below, and keeps what is left between."""

    def __init__(self, style: ChartStyle, letters: Lettering, width: float, height: float) -> None:
        self.style = style
        self.letters = letters
        self.left = style.sizes.margin
        self.right = width - style.sizes.margin
        self.top = style.sizes.margin * 0.8
        self.bottom = height - style.sizes.margin * 0.7
        self.texts: list[Lettered] = []

    @property
    def width(self) -> float:
        """From its left margin to its right one."""
        return self.right - self.left

    def paragraph(self, text: str, size: float, colour: str, top: float, bold: bool = False) -> float:
        """Set a wrapped text with its upper edge at top; gives the lower edge."""
        height = self.letters.height(size, bold)
        edge = top
        for line in self.letters.wrapped(text, size, self.width, bold):
            self.texts.append(self.line(line, self.left, edge, size, colour, bold))
            edge += height * LINE_STEP
        return edge - height * (LINE_STEP - 1) if edge > top else top

    def emphasise(self, words: str, colour: str) -> None:
        """Colour these words where the lines set so far say them, also across a line's end."""
        whole = " ".join(line.text for line in self.texts)
        start = whole.find(words)
        if start < 0:
            return
        plain, self.texts = self.texts, []
        offset = 0
        for line in plain:
            low = min(max(start - offset, 0), len(line.text))
            high = min(max(start + len(words) - offset, 0), len(line.text))
            self._runs(line, low, high, colour)
            offset += len(line.text) + 1

    def _runs(self, line: Lettered, low: int, high: int, colour: str) -> None:
        for first, last, ink in ((0, low, line.colour), (low, high, colour), (high, None, line.colour)):
            piece = line.text[first:last]
            if piece:
                x = line.x + self.letters.width(line.text[:first], line.size, line.bold)
                self.texts.append(self.line(piece, x, line.box.y, line.size, ink, line.bold))

    def fitting(self, headline: str, size: float) -> float:
        """The size at which a headline stays on one line, if it need not shrink too much for that."""
        smaller = size
        while smaller >= size * SMALLEST_HEADLINE:
            if self.letters.width(headline, smaller, bold=True) <= self.width:
                return smaller
            smaller -= 1
        return size

    def line(self, text: str, x: float, top: float, size: float, colour: str, bold: bool = False) -> Lettered:
        """One line of text by its upper left corner."""
        return set_line(self.letters, text, x, top, size, colour, bold)

    def paragraph_height(self, text: str, size: float, bold: bool = False) -> float:
        """How high a wrapped text will be."""
        lines = len(self.letters.wrapped(text, size, self.width, bold))
        height = self.letters.height(size, bold)
        return height * (1 + LINE_STEP * (lines - 1)) if lines else 0.0


def arrange(
    chart: ComparisonChart, style: ChartStyle, letters: Lettering, width: float, height: float
) -> Arrangement:
    """Places for a picture of this size; parts go, least important first, where it is too low for all."""
    style = style.fitted(width, height)
    for leaving in (None, *FIRST_TO_GO):
        if leaving is not None:
            style = replace(style, parts=style.parts - {leaving})
        arrangement = _with_stations(chart, style, letters, width, height)
        if arrangement.upper.height + arrangement.lower.height >= LEAST_PANELS * style.sizes.tick:
            break
    return arrangement


def _with_stations(
    chart: ComparisonChart, style: ChartStyle, letters: Lettering, width: float, height: float
) -> Arrangement:
    """With as many rows for milestones as the whole view of them asks for."""
    made = _arranged(chart, style, letters, width, height)
    if not chart.milestones or not made.strip.height:
        return made
    plane = Plane(made.lower, *whole(chart), 1.0)
    rows = rows_wanted(stations(chart, plane), made.strip, style, letters, chart.formats)
    return made if rows == 1 else _arranged(chart, style, letters, width, height, rows)


def stations(chart: ComparisonChart, plane: Plane) -> list[Station]:
    """The milestones in view, what matters most first."""
    found: list[Station] = []
    for one in sorted(chart.milestones, key=lambda milestone: (milestone.weight, milestone.start)):
        if plane.first <= one.end and one.start <= plane.last:
            x0, x1 = plane.x(max(one.start, plane.first)), plane.x(min(one.end, plane.last))
            found.append((one.label, x0, x1))
    return found


def _arranged(
    chart: ComparisonChart,
    style: ChartStyle,
    letters: Lettering,
    width: float,
    height: float,
    rows: int = 1,
) -> Arrangement:
    page = Page(style, letters, width, height)
    top = head(page, chart)
    bottom, key, rule = foot(page, chart)
    sizes = style.sizes
    title = letters.height(sizes.title, bold=True) + sizes.gap if style.has(Part.TITLES) else 0.0
    strip = row_height(style, letters) * rows if style.has(Part.MILESTONES) and chart.milestones else 0.0
    axis = letters.height(sizes.tick) + below_axis(letters, sizes)
    panels = [bool(chart.upper_title), bool(chart.lower_title)]
    fixed = sum(panels) * title + strip + axis + (sizes.panel_gap if all(panels) else 0.0)
    room = max(bottom - top - fixed, 2.0)
    upper_height = room * (UPPER_SHARE if all(panels) else float(panels[0]))
    upper_y = top + title * panels[0] + strip * panels[0]
    between = sizes.panel_gap + title if all(panels) else (title + strip) * (not panels[0])
    lower_y = upper_y + upper_height + between
    highest = (chart.upper_top, chart.lower_top)
    upper_top, lower_top = (max(top, 1.0) * HEADROOM for top in highest)
    upper_ticks = _counts(page, chart, upper_top if highest[0] else 0, upper_height)
    lower_ticks = _counts(page, chart, lower_top if highest[1] else 0, room - upper_height)
    left = page.left + _widest(page, upper_ticks + lower_ticks) + sizes.tick_gap
    across = max(_across(page, chart, left), 10.0)
    if style.has(Part.TITLES):
        edges = (top, top if not panels[0] else lower_y - title)
        for text, edge in zip((chart.upper_title, chart.lower_title), edges, strict=True):
            if text:
                text = letters.shortened(text, sizes.title, page.width, bold=True)
                page.texts.append(page.line(text, page.left, edge, sizes.title, style.tokens.ink, bold=True))
    lower = Box(left, lower_y, across, room - upper_height)
    return Arrangement(
        width=width,
        height=height,
        style=style,
        texts=tuple(page.texts),
        upper=Box(left, upper_y, across, upper_height),
        lower=lower,
        strip=Box(left, (upper_y if panels[0] else lower_y) - strip, page.right - left, strip),
        upper_ticks=upper_ticks,
        lower_ticks=lower_ticks,
        upper_top=upper_top,
        lower_top=lower_top,
        axis=Box(page.left, lower.bottom, page.width, axis),
        key=key,
        rule=rule,
    )


def below_axis(letters: Lettering, sizes: Sizes) -> float:
    """From the foot of the panels to the words of days: clear of the zero beside the foot."""
    return max(sizes.tick_gap, letters.height(sizes.tick) * 0.55)


def head(page: Page, chart: Worded) -> float:
    """Headline and subtitle from the top; gives the y below them."""
    style, top = page.style, page.top
    sizes = style.sizes
    if style.has(Part.HEADLINE) and chart.headline:
        size = page.fitting(chart.headline, sizes.headline)
        top = page.paragraph(chart.headline, size, style.tokens.ink, top, bold=True)
        if style.for_room and chart.emphasis:
            page.emphasise(chart.emphasis, style.colour(Ink.RETURNED))
        top += sizes.gap * 0.75
    subtitle = chart.brief_subtitle if style.for_room else chart.subtitle
    if style.has(Part.SUBTITLE) and subtitle:
        top = page.paragraph(subtitle, sizes.subtitle, style.tokens.muted, top)
    return top + sizes.panel_gap * 0.8 if top > page.top else top


def foot(page: Page, chart: Worded) -> tuple[float, tuple[PlacedKey, ...], float | None]:
    """Footer, hairline and key from the bottom; gives the y above them."""
    style, bottom, rule = page.style, page.bottom, None
    sizes = style.sizes
    footer = chart.brief_footer if style.for_room else chart.footer
    if style.has(Part.FOOTER) and footer:
        top = bottom - page.paragraph_height(footer, sizes.footer)
        page.paragraph(footer, sizes.footer, style.tokens.muted, top)
        rule = top - sizes.gap * 1.1
        bottom = rule - sizes.gap * 1.1
    key: tuple[PlacedKey, ...] = ()
    if style.has(Part.KEY) and chart.key:
        key, bottom = _key(page, chart.key, bottom)
        bottom -= sizes.gap * 0.75
    return bottom, key, rule


def _key(page: Page, entries: tuple[KeyEntry, ...], bottom: float) -> tuple[tuple[PlacedKey, ...], float]:
    sizes, letters = page.style.sizes, page.letters
    mark = sizes.dot * 4.5
    height = letters.height(sizes.footer)
    rows: list[list[KeyEntry]] = [[]]
    x = page.left
    for entry in entries:
        across = mark + letters.width(entry.text, sizes.footer) + sizes.gap * 2
        if rows[-1] and x + across - sizes.gap * 2 > page.right:
            rows.append([])
            x = page.left
        rows[-1].append(entry)
        x += across
    top = bottom - height * (1 + LINE_STEP * (len(rows) - 1))
    placed: list[PlacedKey] = []
    for number, row in enumerate(rows):
        x = page.left
        edge = top + number * height * LINE_STEP
        for entry in row:
            words = page.line(entry.text, x + mark, edge, sizes.footer, page.style.tokens.muted)
            placed.append(PlacedKey(entry, x + mark * 0.42, edge + height / 2, words))
            x = words.box.right + sizes.gap * 2
    return tuple(placed), top


def _counts(page: Page, chart: ComparisonChart, top: float, height: float) -> tuple[Tick, ...]:
    if height <= 0:
        return ()
    between = page.letters.height(page.style.sizes.tick) * BETWEEN_COUNTS
    return tuple(count_ticks(top, max(1, min(5, int(height / between))), chart.formats))


def _widest(page: Page, ticks: tuple[Tick, ...]) -> float:
    return max((page.letters.width(tick.text, page.style.sizes.tick) for tick in ticks), default=0.0)


def whole(chart: ComparisonChart) -> tuple[float, float]:
    """The first and last day in view when nothing is zoomed: those shown, and a little air."""
    days = chart.last + 1 - chart.first
    return chart.first - days * AIR, chart.last + 1 + days * AIR


def _across(page: Page, chart: ComparisonChart, left: float) -> float:
    """How wide the panels are: as wide as the words at the ends of the lines leave room for."""
    sizes, (first, last) = page.style.sizes, whole(chart)
    room = page.right - left
    widest = room
    for line in (*chart.lines, *chart.room_for):
        end = line.label_at(last)
        if end is not None:
            words = min(page.letters.width(end[2], sizes.label, bold=True), page.width / 3)
            share = (end[0] - first) / (last - first)
            widest = min(widest, (room - words - sizes.dot - sizes.gap * 1.5) / max(share, 0.01))
    return widest
