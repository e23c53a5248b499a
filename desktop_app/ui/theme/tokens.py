"""Which colours apply where: a widget finds its tokens from its own palette, so a dark window stays dark."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QWidget

from desktop_app.charts.looks.palette import DARK, LIGHT, Tokens, contrast

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

DRESS = "dress"
"""The property of a window that wears its own theme: Qt passes no palette on below a style sheet."""
TITLE = 1.4
"""How much larger a page's title is than the interface font."""
SMALL = 0.85
"""How much smaller labels, echoes and chips are than the interface font."""


def tokens_for(source: QPalette | QWidget) -> Tokens:
    """The tokens a widget draws with: those of the nearest window dressed for itself, else its palette's."""
    if isinstance(source, QPalette):
        # A style sheet rewrites a widget's grounds and inks, even to transparent; links it leaves alone.
        return DARK if source.color(QPalette.ColorRole.Link).lightness() > 150 else LIGHT
    widget: QWidget | None = source
    while widget is not None:
        dress = widget.property(DRESS)
        if dress is not None:
            return DARK if dress == "dark" else LIGHT
        widget = widget.parentWidget()
    return tokens_for(source.palette())


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
