"""The chart on a screen: the scene of `stage`, with mouse, keys, cursor and a voice."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.charts.drawing.passing import Passing
from desktop_app.charts.drawing.stage import Layer, Stage
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.screens import speaking
from desktop_app.charts.screens.cursor import paint_cursor
from desktop_app.charts.screens.readout import paint_focus
from desktop_app.charts.shapes import ComparisonChart
from desktop_app.charts.targets import Target, Track, hit, nearest_in_time, tracks

ZOOM = 1.4
PAN = 0.15
WHEEL_STEP = 120

Place = tuple[int, int]


class ComparisonPicture(pg.GraphicsView):
    """Returns against arrivals, drawn live. Holds no data but the chart it is given.

    The wheel does nothing without Ctrl, the mouse never drags: only keys and Ctrl+wheel move the time axis.
    """

    pointActivated = Signal(tuple)
    """Ids of the figures behind a point that was clicked, or chosen with Enter."""
    cursorMoved = Signal(str)
    """What the point under the cursor says; empty when there is none any more."""

    def __init__(self, style: ChartStyle, parent: QWidget | None = None) -> None:
        speaking.install()
        super().__init__(parent=parent, background=None)
        self.setObjectName("chartView")
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(240, 120)
        self.enableMouse(False)
        self.stage = Stage(style, self.width(), self.height(), self.sceneObj)
        self._made_tracks: tuple[Track, ...] | None = ()
        self._cursor: Place | None = None
        self._hover: Place | None = None
        self.passing = Passing(self, self.stage.pass_on)
        self._overlay = Layer(self._paint_overlay, 30)
        self.sceneObj.addItem(self._overlay)

    # showing

    def show(self, chart: ComparisonChart | None = None) -> None:
        """Show this chart in place of the last one; without one, show the widget, as Qt has it."""
        if chart is None:
            super().show()
            return
        under = self.current
        self.stage.show(chart)
        self._take(chart, under)

    def glide_to(self, chart: ComparisonChart) -> None:
        """Show this chart; marks move there from where they stand."""
        under = self.current
        if self.stage.glide_to(chart):
            self.passing.start()
        self._take(chart, under)

    def _take(self, chart: ComparisonChart, under: Target | None) -> None:
        self._made_tracks = self._hover = None
        self._cursor = self._found_again(under)
        self._refresh()
        speaking.describe(self, chart.headline, chart.alt)

    def close(self) -> bool:
        """Close the widget as Qt does; pyqtgraph's own would tear the scene apart while it is in use."""
        return QWidget.close(self)

    def restyle(self, style: ChartStyle) -> None:
        """Draw the same chart with other colours and sizes."""
        self.stage.restyle(style)
        self._refresh()

    @property
    def chart(self) -> ComparisonChart:
        """What is shown."""
        return self.stage.chart

    @property
    def _tracks(self) -> tuple[Track, ...]:
        """What can be pointed at; made when somebody points."""
        if self._made_tracks is None:
            self._made_tracks = tracks(self.chart)
        return self._made_tracks

    @property
    def current(self) -> Target | None:
        """What the cursor is on."""
        return self._target(self._cursor)

    def sizeHint(self) -> QSize:
        """Room for a chart that reads well."""
        return QSize(720, 480)

    # the time axis

    def reset_view(self) -> None:
        """Show all days of the chart."""
        self._look(*self.stage.whole)

    def zoom(self, factor: float, around: float | None = None) -> None:
        """Show fewer days (factor above 1) or more, and keep one in place: the cursor's, or the middle."""
        first, last = self.stage.days
        target = self.current
        if around is None:
            seen = target is not None and first <= target.day <= last
            around = target.day if seen and target is not None else (first + last) / 2
        self._look(around - (around - first) / factor, around + (last - around) / factor)

    def pan(self, share: float) -> None:
        """Move on by a share of the days in view, back if negative."""
        first, last = self.stage.days
        by = (last - first) * share
        low, high = self.stage.whole
        by = max(low - first, min(by, high - last))
        self._look(first + by, last + by)

    def _look(self, first: float, last: float) -> None:
        self.stage.look(first, last)
        self._refresh()

    # the cursor

    def step(self, by: int) -> None:
        """Move the cursor along its series."""
        if not self._tracks:
            return
        if self._cursor is None:
            self._put_cursor(self._first_in_view())
            return
        track, place = self._cursor
        self._put_cursor((track, min(max(place + by, 0), len(self._tracks[track]) - 1)))

    def change_series(self, by: int) -> None:
        """Move the cursor to the next series, at the value nearest in time."""
        target = self.current
        if self._cursor is None or target is None:
            self.step(1)
            return
        track = (self._cursor[0] + by) % len(self._tracks)
        self._put_cursor((track, nearest_in_time(self._tracks[track], target.day)))

    def activate(self) -> None:
        """Ask for the sources of the point under the cursor."""
        target = self.current
        if target is not None:
            self.pointActivated.emit(target.figures)

    def seek(self, figure: str) -> bool:
        """Put the cursor on the first point that a figure went into; False where it is not on the chart."""
        for number, track in enumerate(self._tracks):
            for place, target in enumerate(track):
                if figure in target.figures:
                    self._put_cursor((number, place))
                    return True
        return False

    def _put_cursor(self, place: Place | None) -> None:
        self._cursor = place
        self._hover = None
        target = self.current
        if target is None:
            return
        first, last = self.stage.days
        if not first <= target.day <= last:
            half = (last - first) / 2
            self.stage.look(target.day - half, target.day + half)
        self._refresh()
        self.cursorMoved.emit(target.spoken)
        speaking.announce(self, target.spoken)

    def _first_in_view(self) -> Place:
        first, last = self.stage.days
        for number, track in enumerate(self._tracks):
            for place, target in enumerate(track):
                if first <= target.day <= last:
                    return number, place
        return 0, 0

    def _found_again(self, under: Target | None) -> Place | None:
        """Where the point under the cursor is in a chart just given: the one with the same figure."""
        if under is None or not under.figures:
            return None
        for number, track in enumerate(self._tracks):
            for place, target in enumerate(track):
                if target.ink is under.ink and under.figures[0] in target.figures:
                    return number, place
        return None

    def _target(self, place: Place | None) -> Target | None:
        return None if place is None else self._tracks[place[0]][place[1]]

    def _hit(self, at: QPointF) -> Place | None:
        reach = self.stage.arrangement.style.sizes.reach
        return hit(self._tracks, self.stage.upper, self.stage.lower, at.x(), at.y(), reach)

    # what Qt tells

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Arrange the chart for the new size."""
        super().resizeEvent(event)
        if event is not None and hasattr(self, "stage"):
            self.stage.resize(self.width(), self.height())
            self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the chart; others go on to the window."""
        command = self._command(event)
        if command is None:
            event.ignore()
        else:
            method, value = command
            method(*value)
            event.accept()

    def _command(self, event: QKeyEvent) -> tuple | None:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = modifiers == Qt.KeyboardModifier.ShiftModifier
        if modifiers and not shift:
            return None
        plus = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)
        if key in plus or key in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            return self.zoom, (ZOOM if key in plus else 1 / ZOOM,)
        if shift:
            ways = {Qt.Key.Key_Left: -PAN, Qt.Key.Key_Right: PAN}
            return (self.pan, (ways[Qt.Key(key)],)) if key in ways else None
        return {
            Qt.Key.Key_Left: (self.step, (-1,)),
            Qt.Key.Key_Right: (self.step, (1,)),
            Qt.Key.Key_Up: (self.change_series, (-1,)),
            Qt.Key.Key_Down: (self.change_series, (1,)),
            Qt.Key.Key_Return: (self.activate, ()),
            Qt.Key.Key_Enter: (self.activate, ()),
            Qt.Key.Key_Home: (self.reset_view, ()),
        }.get(Qt.Key(key))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom the days at the pointer; the wheel alone is the page's."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        steps = event.angleDelta().y() / WHEEL_STEP
        self.zoom(ZOOM**steps, self.stage.lower.day(event.position().x()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a point or a bar puts the cursor there and asks for its sources."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        place = self._hit(event.position()) if event.button() == Qt.MouseButton.LeftButton else None
        event.accept()
        if place is not None:
            self._put_cursor(place)
            self.activate()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing: a click is its press."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Nothing more than its first click."""
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what is under the pointer."""
        place = self._hit(event.position())
        if place != self._hover:
            self._hover = place
            shape = Qt.CursorShape.ArrowCursor if place is None else Qt.CursorShape.PointingHandCursor
            self.viewport().setCursor(shape)
            self._refresh()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        self._hover = None
        self._refresh()
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go here."""
        super().focusInEvent(event)
        self._refresh()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go elsewhere."""
        super().focusOutEvent(event)
        self._refresh()

    # painting

    def _refresh(self) -> None:
        self._overlay.cover(self.stage.area)

    def _paint_overlay(self, painter: QPainter) -> None:
        target = self._target(self._hover) or self.current
        if target is not None and self.stage.days[0] <= target.day <= self.stage.days[1]:
            paint_cursor(painter, self.stage, target)
        if self.hasFocus() and not self.stage.arrangement.style.for_room:
            paint_focus(painter, self.stage.arrangement.style, self.stage.area)
