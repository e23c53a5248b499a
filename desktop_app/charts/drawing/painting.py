"""Paints the panels of a picture with any painter, so that screen and files cannot differ."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from desktop_app.charts.layout.arranging import Arrangement
from desktop_app.charts.layout.labels import Labels
from desktop_app.charts.layout.lettering import Lettered, Lettering
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.marks.key_marks import draw_key_mark
from desktop_app.charts.marks.marks import (
    DOTS,
    SPAN_OPACITY,
    draw_bar,
    draw_hatch,
    draw_noted,
    faint,
    pen,
)
from desktop_app.charts.placing import Box, Plane
from desktop_app.charts.shapes import Bar, ComparisonChart

BAR_SHARE = 0.78
"""How much of its days a bar fills; the rest is space to the next."""


def rect(box: Box) -> QRectF:
    """The box as Qt knows it."""
    return QRectF(box.x, box.y, box.width, box.height)


def paint_labels(painter: QPainter, labels: Labels, style: ChartStyle, letters: Lettering) -> None:
    """The words that move with the time axis, over everything else."""
    for halo in labels.halos:
        painter.fillRect(rect(halo), QColor(style.ground))
    paint_words(painter, labels.texts, letters)


def paint_words(painter: QPainter, words: tuple[Lettered, ...], letters: Lettering) -> None:
    """Lines of text where they were placed; never read as markup."""
    for word in words:
        painter.setFont(letters.font(word.size, word.bold))
        painter.setPen(QColor(word.colour))
        painter.drawText(QPointF(word.x, word.baseline), word.text)


def paint_paper(
    painter: QPainter, arrangement: Arrangement, labels: Labels, lower: Plane, letters: Lettering
) -> None:
    """Ground, grid, axes, key and all texts."""
    style = arrangement.style
    painter.fillRect(QRectF(0, 0, arrangement.width, arrangement.height), QColor(style.ground))
    painter.setPen(pen(style.tokens.grid, style.sizes.hairline))
    painter.drawLines(_grid(arrangement))
    if arrangement.rule is not None:
        painter.setPen(pen(style.tokens.line, style.sizes.hairline))
        margin = style.sizes.margin
        painter.drawLines([QLineF(margin, arrangement.rule, arrangement.width - margin, arrangement.rule)])
    painter.setPen(pen(style.tokens.edge, style.sizes.hairline))
    foot, long = lower.box.bottom, style.sizes.tick_gap * 0.6
    painter.drawLines([QLineF(lower.x(tick.at), foot, lower.x(tick.at), foot + long) for tick in labels.days])
    _stations(painter, arrangement, labels)
    for x in labels.noted:
        draw_noted(painter, x, foot, style.colour(None), style)
    for placed in arrangement.key:
        draw_key_mark(painter, placed.entry.mark, placed.x, placed.y, style.colour(placed.entry.ink), style)
    words = (*arrangement.texts, *_counts(arrangement, letters), *(key.words for key in arrangement.key))
    paint_words(painter, words, letters)


def _grid(arrangement: Arrangement) -> list[QLineF]:
    lines: list[QLineF] = []
    for box, ticks, top in (
        (arrangement.upper, arrangement.upper_ticks, arrangement.upper_top),
        (arrangement.lower, arrangement.lower_ticks, arrangement.lower_top),
    ):
        for tick in ticks:
            y = box.bottom - tick.at / top * box.height
            lines.append(QLineF(box.x, y, box.right, y))
    return lines


def count_words(arrangement: Arrangement, letters: Lettering) -> tuple[Lettered, ...]:
    """The numbers of both upright axes, flush right beside their panels."""
    return tuple(_counts(arrangement, letters))


def _counts(arrangement: Arrangement, letters: Lettering) -> list[Lettered]:
    style, size = arrangement.style, arrangement.style.sizes.tick
    words: list[Lettered] = []
    for box, ticks, top in (
        (arrangement.upper, arrangement.upper_ticks, arrangement.upper_top),
        (arrangement.lower, arrangement.lower_ticks, arrangement.lower_top),
    ):
        for tick in ticks:
            across, height = letters.width(tick.text, size), letters.height(size)
            x = box.x - style.sizes.tick_gap - across
            y = box.bottom - tick.at / top * box.height - height / 2
            baseline = round(y + letters.ascent(size))
            words.append(
                Lettered(tick.text, x, baseline, size, style.tokens.muted, box=Box(x, y, across, height))
            )
    return words


def _stations(painter: QPainter, arrangement: Arrangement, labels: Labels) -> None:
    """A dotted upright for each milestone, in both panels but not across the words between them."""
    style = arrangement.style
    dotted = pen(style.tokens.milestone, style.sizes.thin)
    dotted.setDashPattern(DOTS)
    for x0, x1 in labels.milestones:
        boxes = [box for box in (arrangement.upper, arrangement.lower) if box.height > 0]
        tops = [arrangement.strip.y, *(box.y for box in boxes[1:])]
        for top, bottom in zip(tops, (box.bottom for box in boxes), strict=True):
            if x1 > x0:
                area = QRectF(x0, top, x1 - x0, bottom - top)
                painter.fillRect(area, faint(style.tokens.milestone, SPAN_OPACITY * 0.4))
            painter.setPen(dotted)
            painter.drawLines([QLineF(x0, top, x0, bottom)])


def bar_box(bar: Bar, plane: Plane, value: float) -> Box | None:
    """Where a bar stands up to a value, cut at the edges of the panel; None where it is out of view."""
    x0, x1 = plane.x(bar.start), plane.x(bar.end + 1)
    spare = (x1 - x0) * (1 - BAR_SHARE) / 2
    x0, x1 = max(x0 + spare, plane.box.x), min(x1 - spare, plane.box.right)
    if x1 <= x0:
        return None
    y = plane.y(value)
    return Box(x0, y, x1 - x0, plane.box.bottom - y)


def paint_bars(painter: QPainter, chart: ComparisonChart, plane: Plane, style: ChartStyle) -> None:
    """The bars of the upper panel; zero is a flat line at the foot, a gap is hatched."""
    colour = style.tokens.arrivals
    for bar in chart.bars:
        box = bar_box(bar, plane, bar.value)
        if box is None:
            continue
        if box.height < style.sizes.thin:
            box = Box(box.x, plane.box.bottom - style.sizes.thin, box.width, style.sizes.thin)
        lighter = chart.lighter_provisional and bar.provisional
        draw_bar(painter, rect(box), colour, style, lighter=lighter)
        top = bar_box(bar, plane, bar.high)
        if bar.high > bar.value and top is not None:
            draw_hatch(painter, QRectF(top.x, top.y, top.width, box.y - top.y), colour, style)
    for first, last in chart.gaps:
        x0, x1 = max(plane.x(first), plane.box.x), min(plane.x(last + 1), plane.box.right)
        if x1 > x0:
            high = style.sizes.dot * 2
            area = QRectF(x0, plane.box.bottom - high, x1 - x0, high)
            draw_hatch(painter, area, style.tokens.milestone, style)
