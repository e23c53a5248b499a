"""The window a room sees: a chart or a talk, large and dark, up to date, drawn from what is safe to show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QScreen, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.charts.looks.palette import DARK
from desktop_app.charts.screens.picture import ComparisonPicture
from desktop_app.charts.screens.sheet_picture import SheetPicture
from desktop_app.domain import talk
from desktop_app.domain.scenes import Scene
from desktop_app.services.workspace import Step
from desktop_app.ui import motion
from desktop_app.ui.context import Context
from desktop_app.ui.presenter import drawing, screens
from desktop_app.ui.presenter.front_chart import Chosen, FrontChart
from desktop_app.ui.presenter.fronts import Fronts
from desktop_app.ui.presenter.keyboard import Keyboard
from desktop_app.ui.presenter.lying_over import LyingOver
from desktop_app.ui.presenter.pointer import Pointer
from desktop_app.ui.presenter.replay import Replay
from desktop_app.ui.presenter.scenes import Running
from desktop_app.ui.presenter.steering import MOVES, Deed
from desktop_app.ui.settings import AUDIENCE_SCREEN
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words.translate import _


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
        chosen: Chosen,
        *,
        running: Running | None = None,
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("presenterWindow")
        self.setWindowTitle(_("Presentation — Evenhand"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        context.theme.dress(self, DARK)
        self._context = context
        self.running = running
        """The talk; None where one chart is shown alone."""
        self._chart = FrontChart(context, chosen)
        self._lay_out(context)
        self._pointer = Pointer(self, (self.picture.viewport(), self.sheet, self.fronts.words))
        self.replay = Replay(lambda: not motion.is_reduced(context.settings), self)
        self._keyboard = Keyboard(
            self, self._over, self.replay, running, self.do, self.go_to, self._follow_mouse
        )
        self._connect(context)
        if running is None:
            self.fronts.draw(self._chart.built())
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
        self.fronts = Fronts(lambda: self.isVisible() and motion.may_glide(context.settings))
        self.picture, self.sheet = self.fronts.picture, self.fronts.sheet
        column.addWidget(self.caption)
        column.addWidget(self.fronts, 1)
        over = self._over = LyingOver(self, self.fronts, self.caption, self.running, context.formats)
        self.live, self.sources, self.values = over.live, over.sources, over.values
        self.laser, self.keys, self.blank = over.laser, over.keys, over.blank

    def _connect(self, context: Context) -> None:
        self.blank.pressed.connect(self._over.lift)
        self._keyboard.watch(self.picture, self.picture.viewport(), self.sheet, self.fronts.words, self.blank)
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
        """Fill a screen, or the one that was chosen; where that is done already, come to the front."""
        if not self.isVisible():
            chosen = self._context.settings.text(AUDIENCE_SCREEN)
            self.fill(screen or screens.named(chosen, beside.screen()))
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

    def choose(self, chosen: Chosen) -> None:
        """Draw another chart, by another choice, or as known on another pinned day.

        A talk goes its own way: it shows what was saved.
        """
        if self.running is None:
            self._chart.chosen = chosen
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
        self._chart.chosen = Chosen.of(scene)
        self.replay.stop()
        self.caption.setText(self._caption_words())
        self.caption.setVisible(bool(self.caption.text()))
        if talk.is_text(scene):
            self._over.put_away()
            self.fronts.tell(scene.title, scene.caption)
            self._over.place()
        else:
            self._draw_anew()
        self.live.tell_place()
        if self.isVisible() and not self.blank.isVisible():
            self.fronts.take_keys()
        self.moved.emit()

    def _draw_anew(self) -> None:
        self._over.put_away()
        self.fronts.draw(self._chart.built(self.replay.day))
        self._over.place()

    # What can be done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the chart itself does not take: end, black, white, keys. Any key first lifts a cover."""
        if not self.steer(event):
            super().keyPressEvent(event)

    def steer(self, event: QKeyEvent) -> bool:
        """Do what a key asks for, here or on the console; False for one that means nothing."""
        return self._keyboard.steer(event)

    def do(self, deed: Deed) -> None:
        """Do what one of the keys asks for."""
        if deed in MOVES:
            self._travel(deed)
            return
        over = self._over
        ways: dict[Deed, Callable[[], object]] = {
            Deed.BLACK: over.blacken,
            Deed.WHITE: over.whiten,
            Deed.LASER: over.light_laser,
            Deed.HIGHLIGHT: self.fronts.highlight_next,
            Deed.DATA: self._show_values,
            Deed.REPLAY: self._replay_or_step,
            Deed.NOTE: self.noteAsked.emit,
            Deed.SWAP: self.swapAsked.emit,
            Deed.NORMAL: self._toggle_normal,
            Deed.KEYS: over.show_keys,
            Deed.END: self._show_values if self.values.isVisible() else self.close,
        }
        ways[deed]()

    def point(self, at: QPointF) -> None:
        """Have the laser dot, where it is lit, point at a place given in shares of the picture's size."""
        self._over.point(at)

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
        table = self._over.toggle_values()
        if table is not None:
            self._keyboard.watch(table)

    def _replay_or_step(self) -> None:
        if self.replay.waits:
            self.replay.step()
            return
        chart = self.fronts.chart
        if chart is not None:
            self._over.put_away()
            self.replay.start(self._chart.days_to_replay(chart), self._chart.shows)

    def _follow_mouse(self, at: QPoint) -> None:
        """Show the pointer while it is moved, and light the dot there."""
        self._pointer.show()
        if self.laser.isVisible():
            self.laser.point(self.mapFromGlobal(at))

    # What Qt and the workspace tell

    def showEvent(self, event: QShowEvent) -> None:
        """Place what lies over the chart, now that the chart has its size."""
        super().showEvent(event)
        self._over.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep everything in its place and as large as the screen asks for."""
        super().resizeEvent(event)
        self._over.place()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide first, so that the keyboard can go back to where it was."""
        self._pointer.stop()
        self.live.rest()
        self.replay.stop()
        self.hide()
        self.ended.emit()
        super().closeEvent(event)

    def _heed(self, step: Step) -> None:
        """Draw again. What the room does not see changed is not mentioned either."""
        if self.running is not None and Scene in step.kinds:
            self._take_scenes(self.running)
        if self.fronts.chart is None or not drawing.concerns(self._chart.chosen.name, step.kinds):
            return
        self._chart.renew()
        chart = self._chart.built(self.replay.day)
        if chart == self.front.chart:
            return
        self.fronts.draw(chart, renewed=True)
        self.sources.hide()
        self.live.mention_news()
        self._over.place()

    def _take_scenes(self, running: Running) -> None:
        before = running.scene
        running.renew()
        # The order is no part of what a scene shows.
        if replace(running.scene, place=0, recorded="") != replace(before, place=0, recorded=""):
            self._show_scene()
        else:
            self.live.tell_place()
            self.moved.emit()

    def _see_otherwise(self) -> None:
        self._chart.renew()
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
        self.fronts.draw(self._chart.built(self.replay.day), renewed=True)
        self.sources.hide()
        self._over.place()

    def _tell_sources(self, figures: tuple[str, ...]) -> None:
        target = self.picture.current
        row = drawing.rows_by_target(self.picture.chart).get(target) if target is not None else None
        if row is not None:
            self.sources.tell(_("Said by: {sources}").format(sources=row.source), self._over.factor)

    def _tell_cases(self, _cases: tuple[str, ...]) -> None:
        line = self.sheet.current
        if line is not None:
            self.sources.tell(line.spoken, self._over.factor)
