"""The window a room sees: a chart or a talk, large and dark, up to date, drawn from what is safe to show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from operator import attrgetter

from PySide6.QtCore import QEvent, QLocale, QObject, QPoint, QPointF, Qt, QTime, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QCursor,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QScreen,
    QShowEvent,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.charts.choice import ChartChoice, from_json
from desktop_app.charts.palette import DARK
from desktop_app.charts.periods import Period
from desktop_app.charts.picture import ComparisonPicture
from desktop_app.charts.registry import FIRST, Chart
from desktop_app.charts.shapes import ComparisonChart
from desktop_app.charts.sheet_picture import SheetPicture
from desktop_app.charts.style import STAGE, STAGE_SIZE
from desktop_app.domain import talk
from desktop_app.domain.scenes import Scene
from desktop_app.domain.views import publication_days
from desktop_app.services.workspace import Step
from desktop_app.ui.context import Context
from desktop_app.ui.presenter import drawing, screens, steering
from desktop_app.ui.presenter.covers import LETTER, Blank, KeysSheet, SourcesNote, keys, sized
from desktop_app.ui.presenter.fronts import Fronts
from desktop_app.ui.presenter.over_chart import LaserDot, ValuesSheet
from desktop_app.ui.presenter.pointer import Pointer
from desktop_app.ui.presenter.replay import Replay
from desktop_app.ui.presenter.scenes import Running
from desktop_app.ui.presenter.steering import MODIFIERS, MOVES, Deed, Number
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words.translate import _

NEWS_STAYS = 6_000
"""Milliseconds for which a change of the figures is mentioned."""
LOWEST = 0.75
"""Where the foot of the window begins, as a share of its height."""


class PresenterWindow(QWidget):
    """Full screen, on the screen that does not hold the main window. It draws from no View but the safe one.

    It redraws at every step of the workspace, whoever made it, and goes with the workspace. `moved` tells
    that another scene is in front, or that the scenes are others.
    """

    ended = Signal()
    moved = Signal()
    noteAsked = Signal()
    """The key for larger letters of the speaker's note was pressed here."""
    swapAsked = Signal()

    def __init__(
        self,
        context: Context,
        choice: ChartChoice,
        pinned: date | None = None,
        name: str = FIRST,
        *,
        running: Running | None = None,
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("presenterWindow")
        self.setWindowTitle(_("Presentation — Evenhand"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        context.theme.dress(self, DARK)
        self._context = context
        self._aside = context.lens.aside()
        self._ahead: tuple[date, Chart] | None = None
        """What was built last while the replay looked for its next day."""
        self.running = running
        """The talk; None where one chart is shown alone."""
        self._pinned, self._name = pinned, name
        self._choice = choice
        self._whole = choice.period
        self._number = Number()
        self._lay_out(context)
        self._pointer = Pointer(self, (self.picture.viewport(), self.sheet, self.fronts.words))
        self._news = QTimer(self)
        self._news.setSingleShot(True)
        self._news.setInterval(NEWS_STAYS)
        self._news.timeout.connect(self._forget_news)
        self.replay = Replay(self)
        self._connect(context)
        if running is None:
            self.fronts.draw(self._chart())
        else:
            self._show_scene()

    def _lay_out(self, context: Context) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.caption = TextLabel("", wrap=True)
        self.caption.setObjectName("presenterCaption")
        self.caption.setStyleSheet(f"color: {DARK.ink}; background: {DARK.stage};")
        self.caption.hide()
        self.fronts = Fronts()
        self.picture, self.sheet = self.fronts.picture, self.fronts.sheet
        column.addWidget(self.caption)
        column.addWidget(self.fronts, 1)
        self.live = TextLabel(_("Live"), "muted", parent=self)
        self.live.setObjectName("presenterLive")
        self.sources = SourcesNote(self)
        self.values = ValuesSheet(self, context.formats)
        self.laser = LaserDot(self)
        self.keys = KeysSheet(self, keys() if self.running is None else steering.talk_keys())
        self.blank = Blank(self)

    def _connect(self, context: Context) -> None:
        self.blank.pressed.connect(self.lift)
        watched = (self.picture, self.picture.viewport(), self.sheet, self.fronts.words, self.blank)
        for widget in watched:
            widget.installEventFilter(self)
        self.picture.pointActivated.connect(self._tell_sources)
        self.picture.cursorMoved.connect(self.sources.hide)
        self.sheet.pointActivated.connect(self._tell_cases)
        self.sheet.cursorMoved.connect(self.sources.hide)
        self.replay.moved.connect(self._redraw)
        self.replay.ended.connect(self._redraw)
        context.bridge.changed.connect(self._heed)
        context.lens.changed.connect(self._see_otherwise)
        context.bridge.destroyed.connect(self.close)

    @property
    def front(self) -> ComparisonPicture | SheetPicture:
        """The picture that is shown."""
        return self.fronts.front

    def begin(self, beside: QWidget, screen: QScreen | None = None) -> None:
        """Fill a screen, or the one without `beside`; where that is done already, come to the front."""
        if not self.isVisible():
            self.fill(screen or screens.for_audience(QGuiApplication.screens(), beside.screen()))
        self.raise_()
        self.activateWindow()
        if not self.blank.isVisible():
            self.fronts.take_keys()

    def fill(self, screen: QScreen) -> None:
        """Be full screen there. The screen is chosen right before: window managers heed only that."""
        self.winId()
        self.windowHandle().setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self._pointer.start()

    def choose(self, choice: ChartChoice, pinned: date | None = None, name: str = FIRST) -> None:
        """Draw another chart, by another choice, or as known on another pinned day.

        A talk goes its own way: it shows what was saved.
        """
        if self.running is None:
            self._choice, self._pinned, self._name = choice, pinned, name
            self._draw_anew()

    # The talk

    def go_to(self, place: int) -> None:
        """Show the scene of a place, counted from 0."""
        if self.running is not None and self.running.go_to(place):
            self._show_scene()

    def _show_scene(self) -> None:
        if self.running is None:
            return
        scene = self.running.scene
        self._choice = from_json(scene.settings)
        self._pinned, self._name = scene.known_on.latest, scene.chart
        self.replay.stop()
        is_text = talk.is_text(scene)
        self.caption.setText(self._caption_words())
        self.caption.setVisible(bool(self.caption.text()))
        if is_text:
            self._put_away()
            self.fronts.tell(scene.title, scene.caption)
            self._place()
        else:
            self._draw_anew()
        if self.isVisible() and not self.blank.isVisible():
            self.fronts.take_keys()
        self.moved.emit()

    def _draw_anew(self) -> None:
        self._ahead = None
        self._put_away()
        self.fronts.draw(self._chart())
        self._place()

    def _put_away(self) -> None:
        """Take away what was told of the chart before."""
        self.sources.hide()
        self.values.put_away()
        self.laser.raise_()

    def _chart(self) -> Chart:
        day = self.replay.day
        if day is not None and self._ahead is not None and self._ahead[0] == day:
            return self._ahead[1]
        return self._built(day or self._pinned, self._days())

    def _built(self, day: date | None, days: Period) -> Chart:
        angle = drawing.angle(self._context, day, self._aside)
        choice = replace(self._choice, period=days)
        return drawing.build(angle.public, self._context, choice, angle.seen, self._name)

    def _days(self) -> Period:
        """The days to draw: during a replay those of the whole, so that the axis stays where it is."""
        return self._choice.period if self.replay.day is None else self._whole

    def _shows(self, day: date) -> object:
        """What is drawn of a day, without the words that name the day."""
        chart = self._built(day, self._whole)
        self._ahead = (day, chart)
        return (chart.bars, chart.lines) if isinstance(chart, ComparisonChart) else chart.table.lines

    # Keys

    def lift(self) -> None:
        """Take away what covers the chart."""
        self.blank.hide()
        self.keys.hide()
        self.fronts.take_keys()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the chart itself does not take: end, black, white, keys. Any key first lifts a cover."""
        if not self.steer(event):
            super().keyPressEvent(event)

    def steer(self, event: QKeyEvent) -> bool:
        """Do what a key asks for, here or on the console; False for one that means nothing."""
        # A key held down must not make the screen flash.
        if event.isAutoRepeat() or event.key() in MODIFIERS:
            return True
        if self.blank.isVisible() or self.keys.isVisible():
            self.lift()
            return True
        if self._number.take(event):
            return True
        number = self._number.finish(event)
        deed = steering.deed(event)
        if self.replay.is_on and not (deed is Deed.REPLAY and self.replay.waits):
            self.replay.stop()
            return True
        if deed is None or (self.running is None and deed in MOVES):
            return False
        if number is not None:
            self.go_to(number - 1)
        else:
            self.do(deed)
        return True

    def do(self, deed: Deed) -> None:
        """Do what one of the keys asks for."""
        if deed in MOVES:
            self._travel(deed)
            return
        ways: dict[Deed, Callable[[], object]] = {
            Deed.BLACK: self._black,
            Deed.WHITE: self._white,
            Deed.LASER: self._point_laser,
            Deed.HIGHLIGHT: self.fronts.highlight_next,
            Deed.DATA: self._show_values,
            Deed.REPLAY: self._replay_or_step,
            Deed.NOTE: self.noteAsked.emit,
            Deed.SWAP: self.swapAsked.emit,
            Deed.NORMAL: self._toggle_normal,
            Deed.KEYS: self._show_keys,
            Deed.END: self._show_values if self.values.isVisible() else self.close,
        }
        ways[deed]()

    def _black(self) -> None:
        self.blank.cover(QColor("black"))

    def _white(self) -> None:
        self.blank.cover(QColor("white"))

    def _point_laser(self) -> None:
        self.laser.toggle(self._factor, self.mapFromGlobal(QCursor.pos()))

    def point(self, at: QPointF) -> None:
        """Have the laser dot, where it is lit, point at a place given in shares of the picture's size."""
        if self.laser.isVisible():
            size, corner = self.fronts.size(), self.fronts.pos()
            self.laser.point(corner + QPoint(round(at.x() * size.width()), round(at.y() * size.height())))

    def _toggle_normal(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def _travel(self, deed: Deed) -> None:
        if deed in (Deed.POINT_ON, Deed.POINT_BACK):
            self.fronts.step(1 if deed is Deed.POINT_ON else -1)
        elif self.running is not None:
            at, last = self.running.at, len(self.running.scenes) - 1
            to = {Deed.FIRST: 0, Deed.LAST: last, Deed.NEXT: at + 1, Deed.BACK: at - 1}
            self.go_to(to[deed])

    def _show_values(self) -> None:
        chart = self.fronts.chart
        if self.values.isVisible() or chart is None:
            self.values.put_away()
            self.fronts.take_keys()
            return
        table = self.values.tell(chart, self._factor)
        table.installEventFilter(self)
        table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _replay_or_step(self) -> None:
        if self.replay.waits:
            self.replay.step()
            return
        chart = self.fronts.chart
        if chart is None:
            return
        self._put_away()
        self._whole = self._choice.period
        first = date.min
        if isinstance(chart, ComparisonChart) and not chart.is_empty:
            first = date.fromordinal(chart.first)
            self._whole = Period.custom(first, date.fromordinal(chart.last))
        angle = drawing.angle(self._context, self._pinned, self._aside)
        last = angle.seen.day or self._context.today()
        days = [day for day in publication_days(angle.public) if first <= day <= last]
        self.replay.start(days, self._shows)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the pointer while it is moved; a talk's keys come before the chart's."""
        if event.type() is QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._pointer.show()
            if self.laser.isVisible():
                self.laser.point(self.mapFromGlobal(event.globalPosition().toPoint()))
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and watched is not self.blank
        ):
            return self._take_first(watched, event)
        return super().eventFilter(watched, event)

    def _take_first(self, watched: QObject, event: QKeyEvent) -> bool:
        on_table = watched is self.values.table
        deed = steering.deed(event)
        if on_table and deed in (Deed.POINT_ON, Deed.POINT_BACK):
            return False
        wanted = on_table or self.running is not None or self.replay.is_on
        return self.steer(event) if wanted else False

    # What Qt and the workspace tell

    def showEvent(self, event: QShowEvent) -> None:
        """Place what lies over the chart, now that the chart has its size."""
        super().showEvent(event)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep everything in its place and as large as the screen asks for."""
        super().resizeEvent(event)
        self._place()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide first, so that the keyboard can go back to where it was."""
        self._pointer.stop()
        self._news.stop()
        self.replay.stop()
        self.hide()
        self.ended.emit()
        super().closeEvent(event)

    def _heed(self, step: Step) -> None:
        """Draw again. What the room does not see changed is not mentioned either."""
        if self.running is not None and Scene in step.kinds:
            self._take_scenes(self.running)
        if self.fronts.chart is None or not drawing.concerns(self._name, step.kinds):
            return
        self._ahead = None
        chart = self._chart()
        if chart == self.front.chart:
            return
        self.fronts.draw(chart, renewed=True)
        self.sources.hide()
        now = QLocale().toString(QTime.currentTime(), "HH:mm:ss")
        self.live.setText(_("Live, updated {time}").format(time=now))
        self._news.start()
        self._place()

    def _take_scenes(self, running: Running) -> None:
        before = running.scene
        running.renew()
        # The order is no part of what a scene shows.
        if replace(running.scene, place=0, recorded="") != replace(before, place=0, recorded=""):
            self._show_scene()
        else:
            self.moved.emit()

    def _see_otherwise(self) -> None:
        self._ahead = None
        if self.fronts.chart is not None:
            self._redraw()

    def _caption_words(self) -> str:
        """The scene's caption; while its days are replayed, the day instead."""
        if self.running is None or talk.is_text(self.running.scene):
            return ""
        if self.replay.day is not None and self.running.scene.caption:
            return _("Known on {day}").format(day=self._context.formats.day(self.replay.day))
        return self.running.scene.caption

    def _redraw(self, _day: object = None) -> None:
        self.caption.setText(self._caption_words())
        self.fronts.draw(self._chart(), renewed=True)
        self.sources.hide()
        self._place()

    def _forget_news(self) -> None:
        self.live.setText(_("Live"))
        self._place()

    def _tell_sources(self, figures: tuple[str, ...]) -> None:
        target = self.picture.current
        row = drawing.rows_by_target(self.picture.chart).get(target) if target is not None else None
        if row is not None:
            self.sources.tell(_("Said by: {sources}").format(sources=row.source), self._factor)

    def _tell_cases(self, _cases: tuple[str, ...]) -> None:
        line = self.sheet.current
        if line is not None:
            self.sources.tell(line.spoken, self._factor)

    def _show_keys(self) -> None:
        self.keys.raise_()
        self.keys.show()
        self.keys.fit(self._factor)
        self.keys.setFocus(Qt.FocusReason.OtherFocusReason)

    # Where everything stands

    @property
    def _factor(self) -> float:
        """How large this screen is beside one of 1920 by 1080."""
        return max(0.2, min(self.width() / STAGE_SIZE[0], self.height() / STAGE_SIZE[1]))

    def _place(self) -> None:
        factor = self._factor
        margin = STAGE.margin * factor
        self.blank.setGeometry(self.rect())
        self.laser.setGeometry(self.rect())
        sized(self.caption, LETTER * 1.15 * factor)
        self.caption.setContentsMargins(round(margin), round(margin * 0.4), round(margin), 0)
        self.fronts.words.fit(factor)
        self._place_live(factor, margin)
        self.keys.fit(factor)
        self.sources.fit(factor)
        self.values.fit(factor)

    def _place_live(self, factor: float, margin: float) -> None:
        sized(self.live, LETTER * factor)
        self.live.adjustSize()
        # The footer; a chart of nothing has none.
        above = self.fronts.y()
        low = (text.box for text in self.fronts.texts if text.box.y + above > self.height() * LOWEST)
        foot = max(low, key=attrgetter("bottom"), default=None)
        left = round(self.width() - margin - self.live.width())
        middle = self.height() - margin * 0.36
        if foot is not None and foot.right + margin < left:
            middle = above + foot.y + foot.height / 2
        self.live.move(left, round(middle - self.live.height() / 2))
