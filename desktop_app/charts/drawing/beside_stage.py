"""Charts side by side at one size and in one style: everything that a file of them contains."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter

from desktop_app.charts.beside import Beside
from desktop_app.charts.drawing.sheet_stage import SheetStage
from desktop_app.charts.drawing.stage import Stage
from desktop_app.charts.layout.lettering import Lettered, Lettering
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.marks.marks import pen
from desktop_app.charts.registry import Chart
from desktop_app.charts.sheets import Sheet

SHAPE: Final = 1.35
"""How much wider than high a chart is read best."""
_MADE_FOR: Final = (1000.0, 640.0)


def single(chart: Chart, style: ChartStyle, size: tuple[float, float]) -> Stage | SheetStage:
    """A stage with this chart, whichever kind it needs."""
    if isinstance(chart, Sheet):
        sheets = SheetStage(style, *size)
        sheets.show(chart)
        return sheets
    stage = Stage(style, *size)
    stage.show(chart)
    return stage


def cells(count: int, width: float, height: float) -> list[QRectF]:
    """Places for so many charts, row by row from the left, each as near to its best shape as can be."""
    columns = min(range(1, count + 1), key=lambda across: _distance(count, across, width, height))
    rows = -(-count // columns)
    wide, tall = width / columns, height / rows
    return [QRectF(n % columns * wide, n // columns * tall, wide, tall) for n in range(count)]


def _distance(count: int, columns: int, width: float, height: float) -> float:
    """How far from the best shape the charts are in so many columns; an empty place counts as well."""
    rows = -(-count // columns)
    shape = (width / columns) / (height / rows)
    return max(shape / SHAPE, SHAPE / shape) * (rows * columns / count)


class BesideStage:
    """What `Stage` is for one chart. It needs no window."""

    def __init__(self, beside: Beside, style: ChartStyle, width: float, height: float) -> None:
        self.chart = beside
        self.area = QRectF(0, 0, width, height)
        self._style = style
        self.cells = cells(len(beside.charts), width, height)
        smaller = _factor(self.cells[0].width(), self.cells[0].height()) / _factor(width, height)
        inner = style if style.made_for is not None else style.scaled(min(1.0, smaller))
        self._stages = [
            single(chart, inner, (cell.width(), cell.height()))
            for chart, cell in zip(beside.charts, self.cells, strict=True)
        ]

    @property
    def letters(self) -> Lettering:
        """Measures of its texts."""
        return self._stages[0].letters

    def texts(self) -> tuple[Lettered, ...]:
        """Every line of text of the picture, where it stands."""
        return tuple(
            _moved(text, cell.left(), cell.top())
            for stage, cell in zip(self._stages, self.cells, strict=True)
            for text in stage.texts()
        )

    def render(self, painter: QPainter, target: QRectF) -> None:
        """Draw all of it into a part of any paint device."""
        painter.save()
        painter.translate(target.topLeft())
        painter.scale(target.width() / self.area.width(), target.height() / self.area.height())
        painter.fillRect(self.area, QColor(self._style.ground))
        for stage, cell in zip(self._stages, self.cells, strict=True):
            painter.save()
            stage.render(painter, cell)
            painter.restore()
        painter.setPen(pen(self._style.tokens.line_strong, self._style.sizes.hairline))
        painter.drawLines(list(self._between()))
        painter.restore()

    def _between(self) -> list[QLineF]:
        lines = []
        for cell in self.cells:
            if cell.left() > 0:
                lines.append(QLineF(cell.topLeft(), cell.bottomLeft()))
            if cell.top() > 0:
                lines.append(QLineF(cell.topLeft(), cell.topRight()))
        return lines


def _moved(text: Lettered, right: float, down: float) -> Lettered:
    box = replace(text.box, x=text.box.x + right, y=text.box.y + down)
    return replace(text, x=text.x + right, baseline=text.baseline + down, box=box)


def _factor(width: float, height: float) -> float:
    """How large letters are in a file of this size, as for one chart."""
    return max(0.75, min(width / _MADE_FOR[0], height / _MADE_FOR[1]))
