"""The words around every drawing: headline and subtitle above it, key and footer below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from desktop_app.charts.layout.lettering import Lettered, Lettering, set_line
from desktop_app.charts.looks.style import ChartStyle, Part
from desktop_app.charts.shapes import Ink, KeyEntry

SMALLEST_HEADLINE = 0.8
"""A headline may shrink so far to stay on one line."""
LINE_STEP = 1.18
"""From one line of a paragraph to the next, in line heights."""


@dataclass(frozen=True, slots=True)
class PlacedKey:
    """One entry of the key: the middle of its mark, and its words."""

    entry: KeyEntry
    x: float
    y: float
    words: Lettered


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


def head(page: Page, chart: Worded) -> float:
    """Headline and subtitle from the top; gives the y below them."""
    style, top = page.style, page.top
    sizes = style.sizes
    if style.has(Part.HEADLINE) and chart.headline:
        size = page.fitting(chart.headline, sizes.headline)
        top = page.paragraph(chart.headline, size, style.tokens.ink, top, bold=True)
        if style.for_room and chart.emphasis:
            page.emphasise(chart.emphasis, style.emphasis or style.colour(Ink.RETURNED))
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
