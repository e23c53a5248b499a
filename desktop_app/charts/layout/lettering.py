"""Measures and breaks text: one place that turns a size in pixels into a font."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont, QFontMetricsF

from desktop_app.charts.looks import face
from desktop_app.charts.placing import Box

NOWHERE = Box(0, 0, 0, 0)

REMEMBERED = 2_000
"""Widths of so many texts: a chart that has changed a little has nearly all its words from before."""
ROUNDING = 0.01
"""In pixels: what was made as wide as a text, in a sum of lengths, holds that text."""


@dataclass(frozen=True, slots=True)
class Lettered:
    """One line of text at its place; `baseline` is where its letters stand."""

    text: str
    x: float
    baseline: float
    size: float
    colour: str
    bold: bool = False
    box: Box = NOWHERE


class Lettering:
    """Fonts and their measures at sizes in pixels, for the face of charts if no other family is named.

    Letters are never fitted to the pixel grid across, so a text is as wide on a screen as in a file.
    """

    def __init__(self, family: str = "") -> None:
        self._family = family
        # Fitted to no pixel grid the letters of a chart are the same in every file and at every scale; those
        # of the window look like the others of the window.
        hints = QFont.HintingPreference
        self._hinting = hints.PreferVerticalHinting if family else hints.PreferNoHinting
        self._fonts: dict[tuple[float, bool], tuple[QFont, QFontMetricsF]] = {}
        self._widths: dict[tuple[str, float, bool], float] = {}
        self._reaches: dict[tuple[float, bool], tuple[float, float]] = {}

    def font(self, size: float, bold: bool = False) -> QFont:
        """The font of this size."""
        return self._known(size, bold)[0]

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """How wide one line of text is."""
        asked = (text, size, bold)
        width = self._widths.get(asked)
        if width is None:
            if len(self._widths) >= REMEMBERED:
                self._widths.clear()
            width = self._widths[asked] = self._known(size, bold)[1].horizontalAdvance(text)
        return width

    def height(self, size: float, bold: bool = False) -> float:
        """How high one line of text is, without the space to the next."""
        return sum(self._reach(size, bold))

    def ascent(self, size: float, bold: bool = False) -> float:
        """How far the letters reach above the line they stand on."""
        return self._reach(size, bold)[0]

    def wrapped(self, text: str, size: float, width: float, bold: bool = False) -> list[str]:
        """The text in lines no wider than width; a single word that is wider stands alone."""
        lines: list[str] = []
        line = ""
        for word in text.split(" "):
            longer = f"{line} {word}" if line else word
            if line and self.width(longer, size, bold) > width:
                lines.append(line)
                line = word
            else:
                line = longer
        return [*lines, line] if line else lines

    def shortened(self, text: str, size: float, width: float, bold: bool = False) -> str:
        """The text, cut with an ellipsis where it is wider than width."""
        if self.width(text, size, bold) <= width + ROUNDING:
            return text
        kept = text
        while kept and self.width(f"{kept}…", size, bold) > width:
            kept = kept[:-1]
        return f"{kept.rstrip()}…"

    def _reach(self, size: float, bold: bool) -> tuple[float, float]:
        """How far letters reach above and below the line they stand on."""
        reach = self._reaches.get((size, bold))
        if reach is None:
            font, metrics = self._known(size, bold)
            if self._family or not face.is_loaded():
                reach = metrics.ascent(), metrics.descent()
            else:
                reach = font.pixelSize() * face.ASCENT, font.pixelSize() * face.DESCENT
            self._reaches[size, bold] = reach
        return reach

    def _known(self, size: float, bold: bool) -> tuple[QFont, QFontMetricsF]:
        found = self._fonts.get((size, bold))
        if found is None:
            font = QFont(self._family) if self._family else face.font()
            font.setPixelSize(max(1, round(size)))
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            font.setHintingPreference(self._hinting)
            font.setFeature(QFont.Tag("tnum"), 1)
            # What is copied or read aloud out of a PDF lacks the letters that are drawn as one.
            font.setFeature(QFont.Tag("liga"), 0)
            found = self._fonts[(size, bold)] = (font, QFontMetricsF(font))
        return found


def set_line(
    letters: Lettering, text: str, x: float, top: float, size: float, colour: str, bold: bool = False
) -> Lettered:
    """One line of text by its upper left corner, on the nearest whole pixel: there Qt puts it on a screen."""
    box = Box(x, top, letters.width(text, size, bold), letters.height(size, bold))
    return Lettered(text, x, round(top + letters.ascent(size, bold)), size, colour, bold, box)
