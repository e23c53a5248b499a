"""A slider whose stops are the days on which something became known, with today at its end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from desktop_app.ui.theme.tokens import em, tokens_for

_CLOSEST_TICKS = 7
"""Pixels: nearer ones would be a grey bar."""


class DaySlider(QAbstractSlider):
    """Every stop has equal room, however far apart the days are: what counts is what became known.

    Arrow keys go from stop to stop, Page Up and Page Down further, Home (and End) to today.
    """

    dayChosen = Signal(object)
    """The day of the stop that a hand or a key went to; None for today."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._days: Sequence[date] = ()
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTracking(True)
        self.setSingleStep(1)
        self.actionTriggered.connect(self._acted)

    def show_days(self, days: Sequence[date], day: date | None) -> None:
        """Set the stops, and stand at the last one that is not after `day` (None: today)."""
        self._days = days
        blocked = self.blockSignals(True)
        self.setRange(0, len(days))
        self.setPageStep(max(2, len(days) // 10))
        self.setValue(len(days) if day is None else max(0, bisect_right(days, day) - 1))
        self.blockSignals(blocked)
        self.setEnabled(bool(days))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a button, and long enough to drag."""
        return QSize(em(self.font(), 14), max(28, em(self.font(), 1.6)))

    def minimumSizeHint(self) -> QSize:
        """Still a way to drag."""
        return QSize(em(self.font(), 5), max(28, em(self.font(), 1.6)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home is where today is."""
        if event.key() == Qt.Key.Key_Home and not event.modifiers():
            self._go(self.maximum())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the stop under the pointer, and hold it."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._go(self._stop_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        if self.isSliderDown():
            self._go(self._stop_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self.setSliderDown(False)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line with its stops: known in ink, not yet known in grey."""
        tokens = tokens_for(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, here = self.height() / 2, self._x(self.value())
        enabled = self.isEnabled()
        for first, last, colour in (
            (self._margin(), here, tokens.focus if enabled else tokens.line_strong),
            (here, self.width() - self._margin(), tokens.line_strong),
        ):
            painter.setPen(QPen(QColor(colour), 2))
            painter.drawLine(QPointF(first, middle), QPointF(last, middle))
        self._draw_ticks(painter, middle, QColor(tokens.edge))
        if enabled:
            side = em(self.font(), 0.42)
            painter.setPen(QPen(QColor(tokens.surface), 2))
            painter.setBrush(QColor(tokens.focus))
            painter.drawEllipse(QPointF(here, middle), side, side)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def _draw_ticks(self, painter: QPainter, middle: float, colour: QColor) -> None:
        """A tick where a month begins, and a longer one where a year does, as far as there is room."""
        painter.setPen(QPen(colour, 1))
        last, reach = -float(_CLOSEST_TICKS), em(self.font(), 0.22)
        before: date | None = None
        for place, day in enumerate(self._days):
            new_year = before is None or day.year != before.year
            if new_year or (before is not None and day.month != before.month):
                x = self._x(place)
                if new_year or x - last >= _CLOSEST_TICKS:
                    length = reach * (2 if new_year else 1)
                    painter.drawLine(QPointF(x, middle - length), QPointF(x, middle + length))
                    last = x
            before = day

    def _margin(self) -> float:
        return em(self.font(), 0.6)

    def _x(self, place: int) -> float:
        room = self.width() - 2 * self._margin()
        share = place / self.maximum() if self.maximum() else 1.0
        along = self._margin() + room * share
        return self.width() - along if self.isRightToLeft() else along

    def _stop_at(self, x: float) -> int:
        room = max(1.0, self.width() - 2 * self._margin())
        share = (x - self._margin()) / room
        return round((1 - share if self.isRightToLeft() else share) * self.maximum())

    def _go(self, place: int) -> None:
        place = min(max(place, 0), self.maximum())
        if place != self.value():
            self.setValue(place)
            self._tell(place)

    def _acted(self, _action: int) -> None:
        # Qt has worked out where the key leads, and sets the value itself after this.
        self._tell(self.sliderPosition())

    def _tell(self, place: int) -> None:
        self.update()
        self.dayChosen.emit(self._days[place] if place < len(self._days) else None)
