"""The timeline of cases on a screen: draws the rows in view, follows keys and mouse, says what is where."""

from __future__ import annotations

import html
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
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

from desktop_app.charts import speaking
from desktop_app.charts.lanes.arranging import ArrangedTrack, arrange
from desktop_app.charts.lanes.layout import LaneLayout, levels_for
from desktop_app.charts.lanes.painting import LanePainter, tray_box
from desktop_app.charts.lanes.scale import NARROWEST, LaneScale
from desktop_app.charts.lanes.shapes import LaneChart, LaneMark, LaneTrack
from desktop_app.charts.lettering import Lettering
from desktop_app.charts.palette import Tokens
from desktop_app.charts.placing import Box
from desktop_app.charts.style import ChartStyle
from desktop_app.charts.ticks import Tick, day_ticks
from desktop_app.domain.journeys import Territory
from desktop_app.words.formats import Formats

ZOOM = 1.4
PAN = 0.15
WHEEL_STEP = 120
REACH = 4.0
NO_CHART = LaneChart((), None, None, "", "")


@dataclass(frozen=True, slots=True)
class LaneHit:
    """What lies under a point: a row, and in it perhaps an event."""

    track: LaneTrack
    mark: LaneMark | None


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

    def __init__(self, tokens: Tokens, formats: Formats, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = formats
        self._tokens = tokens
        self._letters = Lettering()
        self._chart = NO_CHART
        self._rows: dict[str, int] = {}
        self._case = ""
        self._event = ""
        self._arranged: dict[str, ArrangedTrack] = {}
        self._fit()
        self._scale = self._whole()
        self._at_whole = True
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)

    # showing

    @property
    def chart(self) -> LaneChart:
        """What is shown."""
        return self._chart

    @property
    def scale(self) -> LaneScale:
        """Which days are in view."""
        return self._scale

    @property
    def chosen_case(self) -> str:
        """Id of the highlighted case; empty for none."""
        return self._case

    @property
    def chosen_event(self) -> str:
        """Id of the highlighted event; empty for none."""
        return self._event

    def show_chart(self, chart: LaneChart) -> None:
        """Show these rows; what was chosen stays chosen, and the days in view stay if they were moved."""
        self._chart = chart
        self._rows = {track.case: place for place, track in enumerate(chart.tracks)}
        self._arranged.clear()
        self._fit()
        whole = self._whole()
        self._scale = whole if self._at_whole else self._scale.kept_near(whole)
        self._at_whole = self._at_whole or self._scale == whole
        self._size_scroll_bar()
        speaking.describe(self, chart.name, chart.description)
        self.viewport().update()

    def restyle(self, tokens: Tokens) -> None:
        """Draw the same in other colours."""
        self._tokens = tokens
        self.viewport().update()

    def choose(self, case: str, event: str = "") -> None:
        """Highlight a case, and an event of it, without telling; both are brought into view."""
        if (case, event) == (self._case, self._event):
            return
        for id in (self._case, case):
            self._arranged.pop(id, None)
        self._case, self._event = case, event
        self._bring_into_view()
        self.viewport().update()

    def drawn_events(self, case: str) -> tuple[str, ...]:
        """Ids of the events drawn for a case, in order, those in its tray last."""
        place = self._rows.get(case)
        return () if place is None else self.arranged(self._chart.tracks[place]).events

    def arranged(self, track: LaneTrack) -> ArrangedTrack:
        """A row in pixels, at the present scale."""
        found = self._arranged.get(track.case)
        if found is None:
            chosen = self._event if track.case == self._case else ""
            found = arrange(track, self._scale, self._layout, self._letters.width, chosen)
            self._arranged[track.case] = found
        return found

    def mark_box(self, event: str) -> Box | None:
        """Where an event is drawn in the viewport; None where it is not among the rows."""
        for place, track in enumerate(self._chart.tracks):
            for placed in self.arranged(track).marks if any(m.event == event for m in track.marks) else ():
                if placed.mark.event == event:
                    return placed.box.moved(0, self._top(place))
            if any(mark.event == event for mark in track.undated):
                return tray_box(track, self._top(place), self._layout, self._letters)
        return None

    def sizeHint(self) -> QSize:
        """Room for two cases."""
        return QSize(round(self._layout.letter * 50), self.height_for(2))

    def minimumSizeHint(self) -> QSize:
        """Room for one case."""
        return QSize(round(self._layout.letter * 26), self.height_for(1))

    def height_for(self, rows: int) -> int:
        """The height that shows so many cases whole."""
        return round(self._layout.axis + rows * self._layout.row) + 2

    # days in view

    def reset_view(self) -> None:
        """Show all days."""
        self._at_whole = True
        self._look(self._whole())

    def zoom(self, factor: float, at: float | None = None) -> None:
        """Fewer days (factor above 1) or more; the day at x stays, or the chosen event's, or the middle."""
        scale = self._scale
        middle = (scale.left + scale.right) / 2
        if at is None:
            box = self.mark_box(self._event) if self._event else None
            seen = box is not None and scale.left <= box.x + box.width / 2 <= scale.right
            at = box.x + box.width / 2 if seen and box is not None else middle
        self._look(scale.zoomed(factor, min(max(at, scale.left), scale.right), self._whole()))

    def pan(self, share: float) -> None:
        """Later by a share of the days in view; earlier if negative."""
        self._look(self._scale.panned(share, self._whole()))

    def _look(self, scale: LaneScale) -> None:
        if scale != self._scale:
            self._scale = scale
            self._at_whole = scale == self._whole()
            self._arranged.clear()
            self.viewport().update()

    def _whole(self) -> LaneScale:
        """All days, with room at the end for words."""
        letter = self._layout.letter
        left, right = self._layout.gutter, float(max(self.viewport().width(), self._layout.gutter + 60))
        first, last = self._chart.first, self._chart.last
        if first is None or last is None:
            return LaneScale(0, NARROWEST, left, right)
        span = max(float(last - first), NARROWEST)
        before, after = letter * 2.5, min(letter * 15.5, (right - left) * 0.3)
        per_day = max(right - left - before - after, 20.0) / span
        return LaneScale(first - before / per_day, first + span + after / per_day, left, right)

    # moving through events and cases

    def step_event(self, by: int) -> None:
        """Go to the next event of the chosen case, or the one before."""
        track = self._track()
        if track is None or not track.all_marks:
            return
        ids = [mark.event for mark in track.all_marks]
        if self._event in ids:
            place = min(max(ids.index(self._event) + by, 0), len(ids) - 1)
        else:
            place = 0 if by > 0 else len(ids) - 1
        self._choose_here(track, track.all_marks[place])

    def step_case(self, by: int) -> None:
        """Go to the case below, or above."""
        tracks = self._chart.tracks
        if not tracks:
            return
        place = self._rows.get(self._case, -1 if by > 0 else len(tracks))
        self._choose_here(tracks[min(max(place + by, 0), len(tracks) - 1)], None)

    def _choose_here(self, track: LaneTrack, mark: LaneMark | None) -> None:
        """The person chose this here: tell, and say it."""
        is_other_case = track.case != self._case
        self.choose(track.case, mark.event if mark else "")
        if is_other_case:
            self.caseChosen.emit(track.case)
        if mark is not None:
            self.eventChosen.emit(mark.event)
        if self.hasFocus():
            speaking.announce(self, mark.spoken if mark else track.spoken)

    def _track(self) -> LaneTrack | None:
        place = self._rows.get(self._case)
        return None if place is None else self._chart.tracks[place]

    def _bring_into_view(self) -> None:
        place = self._rows.get(self._case)
        if place is None:
            return
        bar = self.verticalScrollBar()
        top = place * self._layout.row
        room = self.viewport().height() - self._layout.axis
        if top < bar.value() or room < self._layout.row:
            bar.setValue(int(top))
        elif top + self._layout.row > bar.value() + room:
            bar.setValue(round(top + self._layout.row - room))
        mark = next((m for m in self._chart.tracks[place].marks if m.event == self._event), None)
        if mark is not None:
            first = mark.start if mark.start is not None else mark.end
            last = mark.end if mark.end is not None else mark.start
            if first is not None and last is not None:
                self._look(self._scale.showing(first - 1, last + 1, self._whole()))

    # what Qt tells

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the same days over the new width."""
        super().resizeEvent(event)
        self._fit_width()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_chart"):
            self._fit()
            self._fit_width()
            self.updateGeometry()

    def _fit(self) -> None:
        tracks = self._chart.tracks
        self._layout = LaneLayout(
            float(max(10, self.fontInfo().pixelSize())),
            uk_levels=levels_for(tracks, Territory.UK),
            france_levels=levels_for(tracks, Territory.FRANCE),
        )
        self._letters = Lettering(self.font().family())

    def _fit_width(self) -> None:
        whole = self._whole()
        self._scale = (
            whole if self._at_whole else self._scale.resized(whole.left, whole.right).kept_near(whole)
        )
        self._arranged.clear()
        self._size_scroll_bar()
        self.viewport().update()

    def _size_scroll_bar(self) -> None:
        room = round(self.viewport().height() - self._layout.axis)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, round(len(self._chart.tracks) * self._layout.row) + 2 - room))
        bar.setPageStep(max(1, room))
        bar.setSingleStep(round(self._layout.row / 4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the drawing; others go on to the window."""
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = modifiers == Qt.KeyboardModifier.ShiftModifier
        if (modifiers and not shift) or not self._act(Qt.Key(key), shift):
            event.ignore()
        else:
            event.accept()

    def _act(self, key: Qt.Key, shift: bool) -> bool:
        """Do what a key means here; False for a key that means nothing."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        rows = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        zooms = {
            Qt.Key.Key_Plus: ZOOM,
            Qt.Key.Key_Equal: ZOOM,
            Qt.Key.Key_Minus: 1 / ZOOM,
            Qt.Key.Key_Underscore: 1 / ZOOM,
        }
        if key in zooms:
            self.zoom(zooms[key])
        elif key in steps and shift:
            self.pan(PAN * steps[key])
        elif shift:
            return False
        elif key in steps:
            self.step_event(steps[key])
        elif key in rows:
            self.step_case(rows[key])
        elif key is Qt.Key.Key_Home:
            self.reset_view()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and self._event:
            self.eventActivated.emit(self._event)
        else:
            return False
        return True

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom the days at the pointer; the wheel alone scrolls through the cases."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(ZOOM ** (event.angleDelta().y() / WHEEL_STEP), event.position().x())
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click chooses a case, or an event."""
        found = self.hit(event.position()) if event.button() is Qt.MouseButton.LeftButton else None
        if found is not None:
            self._choose_here(found.track, found.mark)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click on an event opens it."""
        found = self.hit(event.position())
        if found is not None and found.mark is not None:
            self.eventActivated.emit(found.mark.event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that events can be clicked."""
        found = self.hit(event.position())
        over = found is not None and found.mark is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what is under the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = self.tip_at(QPointF(event.pos()))
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

    # what lies where

    def tip_at(self, at: QPointF) -> str:
        """What is to be said of this place: an event, a stay, undated events; empty for nothing."""
        found = self.hit(at)
        if found is None:
            return ""
        if found.mark is not None:
            in_tray = found.mark in found.track.undated
            return "\n\n".join(mark.tip for mark in found.track.undated) if in_tray else found.mark.tip
        y = at.y() - self._top(self._rows[found.track.case])
        if at.x() >= self._scale.left:
            for placed in self.arranged(found.track).stays:
                if _holds(placed.whole, at.x(), y):
                    return placed.stay.tip
        return ""

    def hit(self, at: QPointF) -> LaneHit | None:
        """The row under a point, and the event under it: the smallest where several lie there."""
        if at.y() < self._layout.axis:
            return None
        place = int((at.y() - self._layout.axis + self.verticalScrollBar().value()) // self._layout.row)
        if not 0 <= place < len(self._chart.tracks):
            return None
        track = self._chart.tracks[place]
        top = self._top(place)
        if track.undated and _holds(tray_box(track, top, self._layout, self._letters), at.x(), at.y()):
            return LaneHit(track, self._next_undated(track))
        if at.x() < self._scale.left:
            return LaneHit(track, None)
        under = [
            placed
            for placed in self.arranged(track).marks
            if _holds(placed.box.grown(REACH), at.x(), at.y() - top)
        ]
        under.sort(key=lambda placed: placed.box.width * placed.box.height)
        return LaneHit(track, under[0].mark if under else None)

    def _next_undated(self, track: LaneTrack) -> LaneMark:
        """A click on the tray goes from one undated event to the next."""
        ids = [mark.event for mark in track.undated]
        place = ids.index(self._event) + 1 if self._event in ids else 0
        return track.undated[place % len(ids)]

    def _top(self, place: int) -> float:
        return self._layout.axis + place * self._layout.row - self.verticalScrollBar().value()

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows in view."""
        painter = QPainter(self.viewport())
        style = ChartStyle.page(self._tokens, self._layout.letter)
        width, height = float(self.viewport().width()), float(self.viewport().height())
        painter.fillRect(self.viewport().rect(), QColor(style.ground))
        draw = LanePainter(painter, style, self._layout, self._letters)
        ticks = self._ticks()
        rows = range(
            max(0, int(self.verticalScrollBar().value() // self._layout.row)), len(self._chart.tracks)
        )
        shown = [place for place in rows if self._top(place) < height]
        for place in shown:
            chosen = self._chart.tracks[place].case == self._case
            draw.ground(self._top(place), width, chosen, chosen and self.hasFocus())
        draw.grid(ticks, self._scale, self._layout.axis, height)
        for place in shown:
            track = self._chart.tracks[place]
            in_tray = any(mark.event == self._event for mark in track.undated)
            draw.gutter(track, self._top(place), in_tray)
            painter.save()
            painter.setClipRect(QRectF(self._scale.left, 0, width - self._scale.left, height))
            draw.row(self.arranged(track), self._top(place), self._event)
            painter.restore()
        draw.axis(ticks, self._scale, width)

    def _ticks(self) -> list[Tick]:
        if self._chart.first is None:
            return []
        return day_ticks(self._scale.first, self._scale.last, self._fits, self._formats)

    def _fits(self, ticks: list[Tick]) -> bool:
        scale, letter = self._scale, self._layout.letter
        ends = [scale.x(tick.at) + self._letters.width(tick.text, self._layout.small) for tick in ticks]
        return all(
            end + letter * 1.2 < scale.x(following.at)
            for end, following in zip(ends, ticks[1:], strict=False)
        )


def _holds(box: Box, x: float, y: float) -> bool:
    return box.x <= x <= box.right and box.y <= y <= box.bottom
