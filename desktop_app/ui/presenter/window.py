"""The window a room sees: one chart, large and dark, always up to date, drawn from what is safe to show."""

from __future__ import annotations

from datetime import date
from operator import attrgetter

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QGuiApplication, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.charts.comparison import Show
from desktop_app.charts.palette import DARK
from desktop_app.charts.periods import Period
from desktop_app.charts.picture import ComparisonPicture
from desktop_app.charts.registry import FIRST, Chart
from desktop_app.charts.sheet_picture import SheetPicture
from desktop_app.charts.sheets import Sheet
from desktop_app.charts.style import STAGE, STAGE_SIZE, ChartStyle
from desktop_app.domain.scenario import ASSUMED, Assumption
from desktop_app.services.workspace import Step
from desktop_app.ui.context import Context
from desktop_app.ui.presenter import drawing, screens
from desktop_app.ui.presenter.covers import LETTER, Blank, KeysSheet, SourcesNote, sized
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words.translate import _

POINTER_STAYS = 2_000
"""Milliseconds without a movement after which the pointer is hidden."""
LOWEST = 0.75
"""Where the foot of the window begins, as a share of its height."""
MODIFIERS = frozenset(
    {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta}
)


class PresenterWindow(QWidget):
    """Full screen, on the screen that does not hold the main window. It holds no View but the safe one.

    It redraws at every step of the workspace, whoever made it, and goes with the workspace.
    """

    ended = Signal()

    def __init__(
        self,
        context: Context,
        period: Period,
        show: Show,
        pinned: date | None = None,
        name: str = FIRST,
        assumed: Assumption = ASSUMED,
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("presenterWindow")
        self.setWindowTitle(_("Presentation — Evenhand"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        context.theme.dress(self, DARK)
        self._context = context
        self._pinned, self._name = pinned, name
        self._period, self._show, self._assumed = period, show, assumed
        self.picture = ComparisonPicture(ChartStyle.presenter())
        self.picture.setObjectName("presenterChart")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.sheet = SheetPicture(ChartStyle.presenter())
        self.sheet.setObjectName("presenterSheet")
        self._fronts = QStackedWidget()
        for front in (self.picture, self.sheet):
            self._fronts.addWidget(front)
        column.addWidget(self._fronts)
        self.live = TextLabel(_("Live"), "muted", parent=self)
        self.live.setObjectName("presenterLive")
        self.sources = SourcesNote(self)
        self.keys = KeysSheet(self)
        self.blank = Blank(self)
        self.blank.pressed.connect(self.lift)
        self._pointer = QTimer(self)
        self._pointer.setSingleShot(True)
        self._pointer.setInterval(POINTER_STAYS)
        self._pointer.timeout.connect(self._hide_pointer)
        for watched in (self.picture.viewport(), self.sheet, self.blank):
            watched.installEventFilter(self)
        self.picture.pointActivated.connect(self._tell_sources)
        self.picture.cursorMoved.connect(self.sources.hide)
        self.sheet.pointActivated.connect(self._tell_cases)
        self.sheet.cursorMoved.connect(self.sources.hide)
        context.bridge.changed.connect(self._heed)
        context.lens.changed.connect(self._see_otherwise)
        context.bridge.destroyed.connect(self.close)
        self._draw(self._chart())

    @property
    def front(self) -> ComparisonPicture | SheetPicture:
        """The picture that is shown."""
        return self.sheet if self._fronts.currentWidget() is self.sheet else self.picture

    def _draw(self, chart: Chart, *, renewed: bool = False) -> None:
        """Show a chart; one that is `renewed` keeps cursor and zoom."""
        self._fronts.setCurrentIndex(int(isinstance(chart, Sheet)))
        if isinstance(chart, Sheet):
            self.sheet.show(chart)
        elif renewed:
            drawing.renew(self.picture, chart)
        else:
            self.picture.show(chart)

    def begin(self, beside: QWidget) -> None:
        """Fill the screen that does not hold `beside`; where that is done already, come to the front."""
        if not self.isVisible():
            screen = screens.for_audience(QGuiApplication.screens(), beside.screen())
            self.winId()
            self.windowHandle().setScreen(screen)
            self.setGeometry(screen.geometry())
            self.showFullScreen()
            self._pointer.start()
        self.raise_()
        self.activateWindow()
        if not self.blank.isVisible():
            self.front.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(
        self,
        period: Period,
        show: Show,
        pinned: date | None = None,
        name: str = FIRST,
        assumed: Assumption = ASSUMED,
    ) -> None:
        """Draw another chart, other days, series or marks, or as known on another pinned day."""
        self._period, self._show, self._pinned, self._name = period, show, pinned, name
        self._assumed = assumed
        self._draw(self._chart())
        self.sources.hide()
        self._place()

    def _chart(self) -> Chart:
        angle = drawing.angle(self._context, self._pinned)
        return drawing.build(
            angle.public, self._context, self._period, self._show, angle.seen, self._name, self._assumed
        )

    def lift(self) -> None:
        """Take away what covers the chart."""
        self.blank.hide()
        self.keys.hide()
        self.front.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the chart itself does not take: end, black, white, keys. Any key first lifts a cover."""
        # A key held down must not make the screen flash.
        if event.isAutoRepeat() or event.key() in MODIFIERS:
            return
        if self.blank.isVisible() or self.keys.isVisible():
            self.lift()
            return
        match event.text().lower():
            case "b" | ".":
                self.blank.cover(QColor("black"))
            case "w" | ",":
                self.blank.cover(QColor("white"))
            case "?":
                self._show_keys()
            case _ if event.key() == Qt.Key.Key_Escape:
                self.close()
            case _:
                super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the pointer while it is moved."""
        if event.type() is QEvent.Type.MouseMove:
            self._show_pointer()
        return super().eventFilter(watched, event)

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
        self.hide()
        self.ended.emit()
        super().closeEvent(event)

    def _heed(self, step: Step) -> None:
        """Draw again. What the room does not see changed is not mentioned either."""
        if not drawing.concerns(self._name, step.kinds):
            return
        chart = self._chart()
        if chart == self.front.chart:
            return
        self._draw(chart, renewed=True)
        self.sources.hide()
        now = QLocale().toString(QTime.currentTime(), "HH:mm:ss")
        self.live.setText(_("Live, updated {time}").format(time=now))
        self._place()

    def _see_otherwise(self) -> None:
        self._draw(self._chart(), renewed=True)
        self.sources.hide()
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

    @property
    def _factor(self) -> float:
        """How large this screen is beside one of 1920 by 1080."""
        return max(0.2, min(self.width() / STAGE_SIZE[0], self.height() / STAGE_SIZE[1]))

    def _place(self) -> None:
        factor = self._factor
        self.blank.setGeometry(self.rect())
        sized(self.live, LETTER * factor)
        self.live.adjustSize()
        margin = STAGE.margin * factor
        texts = self.sheet.texts if self.front is self.sheet else self.picture.stage.arrangement.texts
        # The footer; a chart of nothing has none.
        low = (text.box for text in texts if text.box.y > self.height() * LOWEST)
        foot = max(low, key=attrgetter("bottom"), default=None)
        left = round(self.width() - margin - self.live.width())
        beside = foot is not None and foot.right + margin < left
        middle = foot.y + foot.height / 2 if foot is not None and beside else self.height() - margin * 0.36
        self.live.move(left, round(middle - self.live.height() / 2))
        self.keys.fit(factor)
        self.sources.fit(factor)

    def _show_pointer(self) -> None:
        if self.cursor().shape() is Qt.CursorShape.BlankCursor:
            self.unsetCursor()
            self.picture.viewport().unsetCursor()
            self.sheet.unsetCursor()
        if self.isVisible():
            self._pointer.start()

    def _hide_pointer(self) -> None:
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.picture.viewport().setCursor(Qt.CursorShape.BlankCursor)
        self.sheet.setCursor(Qt.CursorShape.BlankCursor)
