"""The timeline of cases on a screen: draws the rows in view, follows keys and mouse, says what is where."""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QSizePolicy, QToolTip, QWidget

from desktop_app.charts.lanes.arranging import ArrangedTrack
from desktop_app.charts.lanes.keys import Deed, command_of
from desktop_app.charts.lanes.scale import LaneScale
from desktop_app.charts.lanes.screen import LaneScreen
from desktop_app.charts.lanes.shapes import LaneChart, LaneMark, LaneTrack
from desktop_app.charts.lanes.sight import LaneHit, LaneSight
from desktop_app.charts.looks.palette import Tokens
from desktop_app.charts.placing import Box
from desktop_app.charts.screens import speaking
from desktop_app.words.formats import Formats

ZOOM = 1.4
ROWS = 1.5
PAN = 0.15
WHEEL_STEP = 120
SMALLEST_LETTER = 10


class LanesView(QAbstractScrollArea):
    """Two thin lanes for each case. Only rows in view are arranged, and arranged once for each scale.

    The wheel scrolls; with Ctrl it zooms the days, as + and - do. Arrows walk through events and cases.
    """

    caseChosen = Signal(str)
    """Somebody chose another case here; its id."""
    eventChosen = Signal(str)
    """Somebody chose an event here; its id."""
    eventActivated = Signal(str)
    """Enter or a double click on an event; its id."""
    eventDeleted = Signal(str)
    """Delete on an event; its id."""
    rowsChanged = Signal(bool)
    """Rows have another height: whether all of them are in view, too low for words."""

    def __init__(self, tokens: Tokens, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens
        self.sight = LaneSight(self._letter(), self.font().family())
        self._screen = LaneScreen(formats)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)

        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    # showing

    @property
    def chart(self) -> LaneChart:
        """What is shown."""
        return self.sight.chart

    @property
    def scale(self) -> LaneScale:
        """Which days are in view."""
        return self.sight.scale

    @property
    def chosen_case(self) -> str:
        """Id of the highlighted case; empty for none."""
        return self.sight.case

    @property
    def chosen_event(self) -> str:
        """Id of the highlighted event; empty for none."""
        return self.sight.event

    def show_chart(self, chart: LaneChart) -> None:
        """Show these rows; what was chosen stays chosen, and the days in view stay if they were moved."""
        self.sight.show(chart)
        self._size_scroll_bar()
        speaking.describe(self, chart.name, chart.description)
        self.updateGeometry()
        self.viewport().update()

    def restyle(self, tokens: Tokens) -> None:
        """Draw the same in other colours."""
        self._tokens = tokens
        self.viewport().update()

    def choose(self, case: str, event: str = "") -> None:
        """Highlight a case, and an event of it, without telling; both are brought into view."""
        if (case, event) != (self.sight.case, self.sight.event):
            self.sight.choose(case, event)
            self._bring_into_view()
            self.viewport().update()

    def drawn_events(self, case: str) -> tuple[str, ...]:
        """Ids of the events drawn for a case, in order, those in its tray last."""
        track = self.sight.track(case)
        if track is None:
            return ()
        return (
            tuple(mark.event for mark in track.all_marks)
            if self.sight.is_low
            else self.arranged(track).events
        )

    def arranged(self, track: LaneTrack) -> ArrangedTrack:
        """A row in pixels, at the present scale."""
        return self.sight.arranged(track)

    def event_box(self, event: str) -> Box | None:
        """Where an event is drawn in the viewport; None where it is not among the rows."""
        return self.sight.box(event)

    def sizeHint(self) -> QSize:
        """Room for two cases."""
        return QSize(round(self.sight.layout.letter * 50), self.height_for(2))

    def minimumSizeHint(self) -> QSize:
        """Room for one case."""
        return QSize(round(self.sight.layout.letter * 26), self.height_for(1))

    def height_for(self, rows: int) -> int:
        """The height that shows so many cases whole."""
        return round(self.sight.layout.axis + rows * self.sight.layout.row) + 2

    # days in view

    def reset_view(self) -> None:
        """Show all days."""
        self._look(self.sight.whole())

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Fewer days (factor above 1) or more; the day at x stays, or the chosen event's, or the middle."""
        self._look(self.sight.zoomed(factor, at))

    def pan(self, share: float) -> None:
        """Later by a share of the days in view; earlier if negative."""
        self._look(self.scale.panned(share, self.sight.whole()))

    def _look(self, scale: LaneScale) -> None:
        if self.sight.look(scale):
            self.viewport().update()

    # heights of rows

    def show_all_rows(self) -> None:
        """Have all cases in view, in rows as low as that takes; where they are, have readable rows again."""
        if self.sight.shows_all_rows:
            self.sight.read_rows()
        else:
            self.sight.show_all_rows()
        self._rows_changed()
        self._bring_into_view()

    def heighten_rows(self, factor: float, y: float | None = None) -> None:
        """Higher rows (factor above 1) or lower; the row at y stays, or the chosen one, or the middle."""
        sight = self.sight
        if y is None:
            chosen = sight.place(sight.case)
            here = None if chosen is None else sight.top(chosen) + sight.stack.height / 2
            inside = here is not None and sight.layout.axis <= here <= sight.height
            y = here if inside and here is not None else sight.layout.axis + sight.room / 2
        offset = sight.heighten(factor, y)
        self._rows_changed()
        self.verticalScrollBar().setValue(round(offset))

    def fold(self, folds: bool) -> None:
        """Fold stretches in which nothing happens in any case shown, or draw them as long as they are."""
        self.sight.fold(folds)
        self.viewport().update()

    def _rows_changed(self) -> None:
        self._size_scroll_bar()
        self.rowsChanged.emit(self.sight.shows_all_rows)
        self.viewport().update()

    # moving through events and cases

    def step_event(self, by: int) -> None:
        """Go to the next event of the chosen case, or the one before."""
        track = self.sight.track(self.sight.case)
        if track is None or not track.all_marks:
            return
        ids = [mark.event for mark in track.all_marks]
        if self.chosen_event in ids:
            place = min(max(ids.index(self.chosen_event) + by, 0), len(ids) - 1)
        else:
            place = 0 if by > 0 else len(ids) - 1
        self._choose_here(track, track.all_marks[place])

    def step_case(self, by: int) -> None:
        """Go to the case below, or above."""
        tracks = self.chart.tracks
        if not tracks:
            return
        here = self.sight.place(self.sight.case)
        place = (-1 if by > 0 else len(tracks)) if here is None else here
        self._choose_here(tracks[min(max(place + by, 0), len(tracks) - 1)], None)

    def _choose_here(self, track: LaneTrack, mark: LaneMark | None) -> None:
        """The person chose this here: tell, and say it."""
        before = self.chosen_case
        is_other_case = track.case != before
        self.choose(track.case, mark.event if mark else "")
        if is_other_case:
            self.caseChosen.emit(track.case)
        if mark is not None:
            self.eventChosen.emit(mark.event)
        if self.hasFocus():
            speaking.announce(self, mark.spoken() if mark else self._spoken(track, before))

    def _spoken(self, track: LaneTrack, before: str) -> str:
        """A case for a screen reader, with the heading of its group where that is another than before."""
        place, other = self.sight.place(track.case), self.sight.place(before)
        group = "" if place is None else self.sight.group_words(place)
        same = other is not None and self.sight.group_words(other) == group
        parts = ("" if same else group, track.spoken(), track.aside)
        return ". ".join(part for part in parts if part)

    def _bring_into_view(self) -> None:
        sight = self.sight
        place, track = sight.place(sight.case), sight.track(sight.case)
        if place is None or track is None:
            return
        bar = self.verticalScrollBar()
        top, row = sight.stack.top(place), sight.stack.height
        room = self.viewport().height() - sight.layout.axis
        if top < bar.value() or room < row:
            # The first row under a heading is shown with it.
            above = sight.stack.heading if place in sight.stack.starts else 0
            bar.setValue(int(top - above))
        elif top + row > bar.value() + room:
            bar.setValue(round(top + row - room))
        mark = next((mark for mark in track.marks if mark.event == sight.event), None)
        if mark is not None:
            self._look(sight.showing(mark))

    # what Qt tells

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the same days over the new width."""
        super().resizeEvent(event)
        self.sight.resize(self.viewport().width(), self.viewport().height())
        self._size_scroll_bar()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "sight"):
            self.sight.set_letter(self._letter(), self.font().family())
            self._size_scroll_bar()
            self.updateGeometry()

    def _letter(self) -> float:
        return float(max(SMALLEST_LETTER, self.fontInfo().pixelSize()))

    def _size_scroll_bar(self) -> None:
        room = round(self.viewport().height() - self.sight.layout.axis)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(self.sight.total()) - room))
        bar.setPageStep(max(1, room))
        bar.setSingleStep(max(8, round(self.sight.stack.height / 4)))
        self.viewport().update()

    def _scrolled(self, value: int) -> None:
        self.sight.offset = value
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the drawing; others go on to the window."""
        command = command_of(event)
        match command:
            case (Deed.ZOOM, by):
                self.zoom(ZOOM**by)
            case (Deed.PAN, by):
                self.pan(PAN * by)
            case (Deed.EVENT, by):
                self.step_event(by)
            case (Deed.CASE, by):
                self.step_case(by)
            case (Deed.PAGE, by):
                self.step_case(by * max(1, len(self.sight.rows_in_view()) - 1))
            case (Deed.ROWS, by):
                self.heighten_rows(ROWS**by)
            case (Deed.ALL_ROWS, _by):
                self.show_all_rows()
            case (Deed.RESET, _by):
                self.reset_view()
            case (Deed.OPEN, _by) if self.chosen_event:
                self.eventActivated.emit(self.chosen_event)
            case (Deed.DELETE, _by) if self.chosen_event:
                self.eventDeleted.emit(self.chosen_event)
            case _:
                event.ignore()
                return
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom the days at the pointer, with Shift the rows; alone it scrolls."""
        # With Alt held, and on some systems with Shift, a wheel turns across.
        turns = (event.angleDelta().y() or event.angleDelta().x()) / WHEEL_STEP
        with_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and with_shift:
            self.heighten_rows(ROWS**turns, event.position().y())
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(ZOOM**turns, event.position().x())
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses a case, or an event."""
        found = self._hit(event) if event.button() is Qt.MouseButton.LeftButton else None
        event.accept()
        if found is not None:
            self._choose_here(found.track, found.mark)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing: a click is its press."""
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on an event opens it."""
        found = self._hit(event)
        event.accept()
        if found is not None and found.mark is not None:
            self.eventActivated.emit(found.mark.event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that events can be clicked."""
        found = self._hit(event)
        over = found is not None and found.mark is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what is under the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = self.sight.tip(event.pos().x(), event.pos().y())
            shown = f"<p>{html.escape(text)}</p>" if "<" in text else text
            QToolTip.showText(event.globalPos(), shown, self.viewport())
            return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go here."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that the keys go elsewhere."""
        super().focusOutEvent(event)
        self.viewport().update()

    def _hit(self, event: QMouseEvent) -> LaneHit | None:
        return self.sight.hit(event.position().x(), event.position().y())

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows in view."""
        painter = QPainter(self.viewport())
        self._screen.paint(painter, self.sight, self._tokens, focused=self.hasFocus())
