"""A sheet on a screen: drawn from `sheet_stage`, with mouse, keys, a readout and a voice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.charts.drawing.painting import rect
from desktop_app.charts.drawing.passing import Passing
from desktop_app.charts.drawing.sheet_stage import SheetArrangement, SheetStage
from desktop_app.charts.layout.boxes import Boxes
from desktop_app.charts.layout.forms import Spot
from desktop_app.charts.layout.lettering import Lettered
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.marks.marks import pen
from desktop_app.charts.placing import Box
from desktop_app.charts.screens import speaking
from desktop_app.charts.screens.kept_back import KeptBack, blank
from desktop_app.charts.screens.readout import paint_focus, paint_readout
from desktop_app.charts.sheets import Line, Sheet


class SheetPicture(QWidget):
    """Holds no data but the sheet it is given. The arrow keys go through its values, Enter asks for one."""

    pointActivated = Signal(tuple)
    """Ids of the cases behind a value that was clicked, or chosen with Enter."""
    cursorMoved = Signal(str)
    """What the value under the cursor says; empty when there is none any more."""

    def __init__(self, style: ChartStyle, parent: QWidget | None = None) -> None:
        speaking.install()
        super().__init__(parent)
        self.setObjectName("sheetView")
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 120)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.stage = SheetStage(style, self.width(), self.height())
        self.passing = Passing(self, self._pass_on)
        self._for_room = style.for_room
        self._cursor = ""
        self._hover = ""
        self._placed_for: SheetArrangement | None = None
        self._painted: SheetArrangement | None = None
        self._image: QPixmap | None = None
        self._back = KeptBack()
        self._places = Boxes.of(())

    def show(self, sheet: Sheet | None = None) -> None:
        """Show this sheet in place of the last one; without one, show the widget, as Qt has it."""
        if sheet is None:
            super().show()
            return
        self.stage.show(sheet)
        self._take(sheet)

    def glide_to(self, sheet: Sheet) -> None:
        """Show this sheet; its forms move there from where they stand."""
        if self.stage.glide_to(sheet):
            self.passing.start()
        self._take(sheet)

    def _pass_on(self, share: float | None) -> None:
        self.stage.pass_on(share)
        self.update()

    def _take(self, sheet: Sheet) -> None:
        self._hover = ""
        if self.current is None:
            self._cursor = ""
        self.update()
        speaking.describe(self, sheet.headline, sheet.alt)

    def restyle(self, style: ChartStyle) -> None:
        """Draw the same sheet with other colours and sizes."""
        self.stage.restyle(style)
        self._for_room = style.for_room
        self.update()

    @property
    def chart(self) -> Sheet | None:
        """What is shown; None before the first."""
        return self.stage.chart

    @property
    def current(self) -> Line | None:
        """The value that the cursor is on."""
        return self._line(self._cursor)

    @property
    def texts(self) -> tuple[Lettered, ...]:
        """The words around the drawing, where they stand."""
        there = self.stage.arrangement
        return () if there is None else there.texts

    def step(self, by: int) -> None:
        """Move the cursor along the values, in the order of the table."""
        lines = () if self.chart is None else self.chart.table.lines
        if not lines:
            return
        places = {line.key: place for place, line in enumerate(lines)}
        place = places.get(self._cursor, -1 if by > 0 else len(lines))
        self._put_cursor(lines[min(max(place + by, 0), len(lines) - 1)].key)

    def activate(self) -> None:
        """Ask for the cases behind the value under the cursor."""
        line = self.current
        if line is not None and line.records:
            self.pointActivated.emit(line.records)

    def seek(self, record: str) -> bool:
        """Put the cursor on the last value that a record is behind; False where there is none."""
        lines = () if self.chart is None else self.chart.table.lines
        found = next((line for line in reversed(lines) if record in line.records), None)
        if found is not None:
            self._put_cursor(found.key)
        return found is not None

    def sizeHint(self) -> QSize:
        """Room for a chart that reads well."""
        return QSize(720, 480)

    def _put_cursor(self, key: str) -> None:
        self._cursor, self._hover = key, ""
        line = self.current
        self.update()
        if line is not None:
            self.cursorMoved.emit(line.spoken)
            speaking.announce(self, line.spoken)

    def _line(self, key: str) -> Line | None:
        lines = () if self.chart is None else self.chart.table.lines
        return next((line for line in lines if line.key == key), None) if key else None

    def _spots(self) -> Sequence[Spot]:
        there = self.stage.arrangement
        return () if there is None else there.laid.spots

    def _hit(self, at: QPointF) -> str:
        """The value meant by a place: the smallest that covers it, else the nearest within reach."""
        there = self.stage.arrangement
        if there is None:
            return ""
        if there is not self._placed_for:
            self._placed_for, self._places = there, Boxes.of(spot.box for spot in there.laid.spots)
        point, spots = Box(at.x(), at.y(), 0.01, 0.01), there.laid.spots
        for grown in (0.0, there.style.sizes.reach / 2):
            over = [spots[place] for place in self._places.grown(grown).over(point)]
            if over:
                return min(over, key=_area).key
        return ""

    # what Qt tells

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange the sheet for the new size."""
        super().resizeEvent(event)
        self.stage.resize(self.width(), self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the chart; others go on to the window."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        key = Qt.Key(event.key())
        if not modifiers and key in steps:
            self.step(steps[key])
        elif not modifiers and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.activate()
        else:
            event.ignore()
            return
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses a value."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        key = self._hit(event.position()) if event.button() == Qt.MouseButton.LeftButton else ""
        event.accept()
        if key:
            self._put_cursor(key)
            if self._for_room:
                self.activate()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click asks for its cases."""
        if self._hit(event.position()):
            self.activate()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what is under the pointer."""
        key = self._hit(event.position())
        if key != self._hover:
            self._hover = key
            self.setCursor(Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        self._hover = ""
        self.update()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sheet, and over it the cursor; a file never contains that."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self._paint_sheet(painter)
        line = self._line(self._hover) or self.current
        spot = None if line is None else next((one for one in self._spots() if one.key == line.key), None)
        if line is not None and spot is not None:
            self._paint_cursor(painter, spot.box, line.spoken)
        if self.hasFocus() and not self._for_room and self.stage.arrangement is not None:
            paint_focus(painter, self.stage.arrangement.style, QRectF(self.rect()))
        painter.end()

    def _paint_sheet(self, painter: QPainter) -> None:
        """The sheet; as a picture of itself from the second time on, for then only the cursor moves."""
        there, scale = self.stage.arrangement, self.devicePixelRatioF()
        if self.stage.is_on_its_way:
            there = None
        if there is None:
            self._painted = self._image = None
            self.stage.paint(painter)
            return
        if there is not self._painted:
            self._painted, self._image = there, None
            self._back.paint(painter, self.stage, there, self.size(), scale)
            return
        if self._image is None or self._image.devicePixelRatioF() != scale:
            self._image = blank(self.size(), scale)
            onto = QPainter(self._image)
            onto.setRenderHints(painter.renderHints())
            self.stage.paint(onto)
            onto.end()
        painter.drawPixmap(QPointF(0, 0), self._image)

    def _paint_cursor(self, painter: QPainter, box: Box, spoken: str) -> None:
        there = self.stage.arrangement
        if there is None:
            return
        style = there.style
        painter.setPen(pen(style.tokens.focus, style.sizes.line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect(box.grown(style.sizes.line)))
        area = Box(0, 0, self.width(), self.height())
        paint_readout(painter, style, self.stage.letters, spoken, area, of=box, away=style.sizes.gap)


def _area(spot: Spot) -> float:
    return spot.box.width * spot.box.height
