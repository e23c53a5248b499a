"""The mark of an axis that does not begin at zero, alike on every chart that has one, and its words."""

from __future__ import annotations

from desktop_app.charts.layout.forms import Form
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_HIGH, _WIDE = 1.1, 0.9
"""One stroke of the zigzag, in dots: along the axis, and to either side of it."""
_STROKES = ((0.0, 0.0), (1.0, 0.0), (1.5, 1.0), (2.5, -1.0), (3.5, 1.0), (4.0, 0.0), (5.0, 0.0))


def zigzag(x: float, y: float, style: ChartStyle, *, upright: bool) -> Form:
    """From the beginning of an axis on: upwards, or to the right."""
    step, side = style.sizes.dot * _HIGH, style.sizes.dot * _WIDE
    points = tuple(
        (x + side * aside, y - step * along) if upright else (x + step * along, y + side * aside)
        for along, aside in _STROKES
    )
    return Form(points, style.tokens.ink, width=style.sizes.thin, is_closed=False)


def words(start: float, formats: Formats) -> str:
    """That the axis does not begin at zero."""
    text = _("Axis begins at {start}, not at {zero}.")
    return text.format(start=formats.number(int(start)), zero=formats.number(0))
