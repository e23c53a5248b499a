"""Which colours apply where: a widget finds its tokens from its own palette, so a dark window stays dark."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetrics, QPalette

from desktop_app.charts.palette import DARK, LIGHT, Tokens, contrast

__all__ = [
    "DARK",
    "LIGHT",
    "SMALL",
    "TITLE",
    "Tokens",
    "contrast",
    "em",
    "scaled",
    "tokens_for",
]

TITLE = 1.4
"""How much larger a page's title is than the interface font."""
SMALL = 0.85
"""How much smaller labels, echoes and chips are than the interface font."""


def tokens_for(palette: QPalette) -> Tokens:
    """The tokens a widget with this palette draws with."""
    # A style sheet rewrites a widget's grounds and inks, even to transparent; links it leaves alone.
    return DARK if palette.color(QPalette.ColorRole.Link).lightness() > 150 else LIGHT


def scaled(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """A copy of the font at so many times its size, whether that was set in points or pixels."""
    copy = QFont(font)
    if font.pointSizeF() > 0:
        copy.setPointSizeF(font.pointSizeF() * factor)
    else:
        copy.setPixelSize(max(1, round(font.pixelSize() * factor)))
    if bold:
        copy.setWeight(QFont.Weight.DemiBold)
    return copy


def em(font: QFont, count: float = 1.0) -> int:
    """So many times the height of the font's letters and what hangs below them, in pixels."""
    return round(QFontMetrics(font).height() * count)
