"""What lies over the chart or beside it in a talk: a laser dot, the values as a table, a scene's words."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRadialGradient
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app.charts.looks.palette import DARK
from desktop_app.charts.registry import Chart
from desktop_app.charts.shapes import ComparisonChart
from desktop_app.ui.charts.plotted_table import PlottedTable
from desktop_app.ui.charts.sheet_front import SheetTable
from desktop_app.ui.presenter.covers import LETTER, sized
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.ui.widgets.table import RecordTableView
from desktop_app.words.formats import Formats

DOT = 30
"""Half the width of the laser dot on a screen 1080 high."""
DOT_COLOUR = "#ff3b30"


class LaserDot(QWidget):
    """A dot where the mouse is. It takes no mouse itself, so that points can still be clicked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("presenterLaser")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._at: QPoint | None = None
        self._radius = float(DOT)
        self.hide()

    def toggle(self, factor: float, at: QPoint) -> None:
        """Light it at a place of the window, or put it out."""
        self._radius = DOT * factor
        self.setVisible(not self.isVisible())
        self.raise_()
        self.point(at)

    def point(self, at: QPoint) -> None:
        """Follow the mouse; only where it was and where it is are painted anew."""
        before, self._at = self._at, at
        for place in (before, at):
            if place is not None:
                self.update(self._around(place))

    def _around(self, at: QPoint) -> QRect:
        reach = round(self._radius) + 2
        return QRect(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A bright middle that fades to its edge."""
        if self._at is None:
            return
        middle = QPointF(self._at)
        glow = QRadialGradient(middle, self._radius)
        for place, strength in ((0.0, 255), (0.55, 230), (1.0, 0)):
            colour = QColor(DOT_COLOUR)
            colour.setAlpha(strength)
            glow.setColorAt(place, colour)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(glow)
        painter.drawEllipse(middle, self._radius, self._radius)
        painter.end()


class ValuesSheet(QFrame):
    """The plotted values of the public chart in front, as large as a room needs them."""

    def __init__(self, parent: QWidget, formats: Formats) -> None:
        super().__init__(parent)
        self._host = parent
        self._formats = formats
        self._chart: Chart | None = None
        self.setObjectName("presenterValues")
        self.setProperty("look", "notice")
        self._column = QVBoxLayout(self)
        self.table: RecordTableView | None = None
        self.hide()

    def tell(self, chart: Chart, factor: float) -> RecordTableView:
        """Lay the values over the chart; answers with the table, which takes the keys."""
        self._chart = chart
        self.put_away()
        if isinstance(chart, ComparisonChart):
            table: RecordTableView = PlottedTable(self._formats, self._shown)
            table.show_records(chart.rows)
        else:
            table = SheetTable(chart, self._shown)
            table.show_records(chart.table.lines)
        table.setParent(self)
        self._column.addWidget(table)
        self.table = table
        self.fit(factor)
        self.show()
        self.raise_()
        # Only now are its letters those of the window.
        table.widths.show_whole()
        table.scrollToBottom()
        return table

    def put_away(self) -> None:
        """Show the chart alone again."""
        self.hide()
        if self.table is not None:
            self._column.removeWidget(self.table)
            self.table.deleteLater()
            self.table = None

    def fit(self, factor: float) -> None:
        """Leave a margin of the chart on all sides."""
        side = round(60 * factor)
        self.setGeometry(self._host.rect().adjusted(side, side, -side, -side))
        pad = round(20 * factor)
        self._column.setContentsMargins(pad, pad, pad, pad)
        if self.table is not None:
            sized(self.table, LETTER * factor)
            # The window's style sheet gives headers a size of their own.
            pixels = round(LETTER * factor)
            self.table.horizontalHeader().setStyleSheet(f"QHeaderView::section {{ font-size: {pixels}px; }}")
            self.table.verticalHeader().setDefaultSectionSize(round(LETTER * 1.9 * factor))
            self.table.widths.show_whole()

    def _shown(self) -> Chart:
        if self._chart is None:
            raise RuntimeError("nothing is shown yet")
        return self._chart


class SceneWords(QWidget):
    """A scene without a chart: its title, large, and its caption under it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("presenterWords")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(f"#presenterWords {{ background: {DARK.stage}; }}")
        self.title = TextLabel("", wrap=True)
        self.title.setStyleSheet(f"color: {DARK.ink};")
        self.caption = TextLabel("", "muted", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        self._column.addWidget(self.title)
        self._column.addWidget(self.caption)
        self._column.addStretch(3)

    def tell(self, title: str, caption: str) -> None:
        """Show these words."""
        self.title.setText(title)
        self.caption.setText(caption)
        self.setAccessibleName(title)
        self.setAccessibleDescription(caption)

    def fit(self, factor: float) -> None:
        """Be as large as a screen of 1080 lines times this factor asks for."""
        sized(self.title, 84 * factor, bold=True)
        sized(self.caption, 44 * factor)
        side = round(140 * factor)
        self._column.setContentsMargins(side, side // 2, side, side // 2)
        self._column.setSpacing(round(36 * factor))
