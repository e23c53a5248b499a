"""What the speaker sees on the laptop: this scene and the next, the note, the clock, all scenes, the keys."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QLocale, QObject, QPoint, QPointF, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QCursor, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain import talk
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.scenes import Scene
from desktop_app.services import talks
from desktop_app.services.workspace import Step
from desktop_app.ui.context import Context
from desktop_app.ui.presenter import drawing, steering
from desktop_app.ui.presenter.front_chart import Chosen, FrontChart
from desktop_app.ui.presenter.fronts import Fronts
from desktop_app.ui.presenter.scene_list import SceneList
from desktop_app.ui.presenter.scenes import Running
from desktop_app.ui.presenter.window import PresenterWindow
from desktop_app.ui.widgets.choices import Choice
from desktop_app.ui.widgets.field import TextBox
from desktop_app.ui.widgets.labels import TextLabel, section_label
from desktop_app.ui.widgets.tall_scroll import TallScroll
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

NOTE_SIZES = (1.2, 1.7, 2.4)
"""How large the letters of the note are, in letters of the window; N goes on to the next."""
QWIDGETSIZE_MAX = 16_777_215
"""Qt's own "no limit"."""
SHAPE = 9 / 16
"""Height of a picture by its width."""
TICK_MS = 1_000
RENEW_MS = 250
"""A change of the figures is drawn here that much later: the room comes first."""
_OWN_KEYS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Backtab})


class Glimpse(QWidget):
    """A scene in small, drawn as the room gets it."""

    pointed = Signal(QPointF)
    """Where the mouse is on the picture, as shares of its width and height."""

    def __init__(self, name: str, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setMouseTracking(True)
        self.fronts = Fronts()
        self.fronts.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for part in (self.fronts.picture, self.fronts.sheet, self.fronts.words):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.fronts.setMinimumWidth(240)
        self.caption = TextLabel("", elide=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(section_label(name))
        column.addWidget(self.caption)
        column.addWidget(self.fronts)
        column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the shape of a screen."""
        super().resizeEvent(event)
        self.fronts.setFixedHeight(round(self.width() * SHAPE))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the same place before the room."""
        at = self.pointed_at(event.globalPosition().toPoint())
        if at is not None:
            self.pointed.emit(at)

    def pointed_at(self, on_screen: QPoint) -> QPointF | None:
        """The place of the picture under a point of the screen, in shares of its size; None beside it."""
        at = self.fronts.mapFromGlobal(on_screen)
        across, down = at.x() / self.fronts.width(), at.y() / self.fronts.height()
        return QPointF(across, down) if 0 <= across <= 1 and 0 <= down <= 1 else None

    def tell(self, scene: Scene | None) -> None:
        """Show a scene; None is the end of the talk."""
        if scene is None:
            self.caption.setText("")
            self.fronts.tell(_("End"), "")
        elif talk.is_text(scene):
            self.caption.setText("")
            self.fronts.tell(scene.title, scene.caption)
        else:
            self.caption.setText(scene.caption or scene.title)
            self.fronts.draw(FrontChart(self._context, Chosen.of(scene)).built())
        self.fronts.words.fit(max(0.2, self.fronts.width() / 1920))


class PresenterConsole(QWidget):
    """Steers the audience's window: every key that means something there means the same here.

    It alone reads the speaker's notes, and takes nothing to the audience but the number of a scene.
    """

    def __init__(self, context: Context, window: PresenterWindow, running: Running, advice: str = "") -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("presenterConsole")
        self.setWindowTitle(_("Speaker's console — Evenhand"))
        self._context, self._window, self._running = context, window, running
        self._note_size = 0
        self.step = TextLabel("", "heading")
        self.clock = TextLabel("", "heading")
        self.elapsed = TextLabel("", "heading")
        self.now, self.next = Glimpse(_("Now"), context), Glimpse(_("Next"), context)
        self.note = TextBox(_("Speaker's note"), lines=4)
        self.note.setReadOnly(True)
        self.scenes = SceneList()
        self.keys = _keys_list()
        self.advice = TextLabel(advice, "small", wrap=True)
        self.advice.setObjectName("consoleAdvice")
        self.advice.setVisible(bool(advice))
        self._lay_out()
        self._since = QElapsedTimer()
        self._since.start()
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._tell_time)
        self._tick.start()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(RENEW_MS)
        self._later.timeout.connect(self.refresh)
        for watched in (self.note, self.scenes, self.keys):
            watched.installEventFilter(self)
        self.scenes.chosen.connect(self._jump)
        self.scenes.moveAsked.connect(self._move)
        self.now.pointed.connect(window.point)
        window.moved.connect(self.refresh)
        window.noteAsked.connect(self.enlarge_note)
        context.bridge.changed.connect(self._heed)
        self.enlarge_note(0)
        self._tell_time()
        self.refresh()
        self.scenes.setFocus()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        for part in (self.step, self.clock, self.elapsed):
            head.addWidget(part)
        head.setStretch(0, 1)
        head.setSpacing(24)
        pictures = QHBoxLayout()
        pictures.addWidget(self.now, 3)
        pictures.addWidget(self.next, 2)
        left = QVBoxLayout()
        left.addLayout(head)
        left.addLayout(pictures)
        left.addWidget(section_label(_("Speaker's note")))
        left.addWidget(self.note, 1)
        left.addWidget(self.advice)
        self.note.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        right = QVBoxLayout()
        right.addWidget(section_label(_("Scenes")))
        right.addWidget(self.scenes, 1)
        right.addWidget(section_label(_("Keys")))
        right.addWidget(self.keys, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 14, 18, 14)
        row.setSpacing(18)
        row.addLayout(left, 3)
        row.addLayout(right, 1)

    def refresh(self) -> None:
        """Show where the talk is."""
        running, formats = self._running, self._context.formats
        count = len(running.scenes)
        words = _("Scene {number} of {count}")
        number = formats.number(running.at + 1 if count else 0)
        self.step.setText(words.format(number=number, count=formats.number(count)))
        self.now.tell(running.scene if count else None)
        self.next.tell(running.next)
        own = self._context.view.get(Scene, running.scene.id)
        self.note.setPlainText(own.note if own is not None else "")
        self.scenes.show_choices(_choices(running, formats))
        blocked = self.scenes.blockSignals(True)
        self.scenes.choose(running.scene.id)
        self.scenes.blockSignals(blocked)

    def enlarge_note(self, by: int = 1) -> None:
        """Give the note the next size, and after the largest the smallest."""
        self._note_size = (self._note_size + by) % len(NOTE_SIZES)
        font = self.font()
        font.setPointSizeF(max(font.pointSizeF(), 8.0) * NOTE_SIZES[self._note_size])
        self.note.setFont(font)
        # The box fits itself to its lines whenever its letters change; here it takes the room there is.
        self.note.setMaximumHeight(QWIDGETSIZE_MAX)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the talk."""
        if not self._steer(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down are the list's and the note's own; all other keys are the talk's."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return event.key() not in _OWN_KEYS and self._steer(event)
        return super().eventFilter(watched, event)

    def _steer(self, event: QKeyEvent) -> bool:
        """As before the room; a dot that is lit with the mouse on the small picture is there at once."""
        is_meant = self._window.steer(event)
        at = self.now.pointed_at(QCursor.pos())
        if is_meant and at is not None:
            self._window.point(at)
        return is_meant

    def closeEvent(self, event: QCloseEvent) -> None:
        """Without the console the talk goes on; the audience's window has the same keys."""
        self._tick.stop()
        self._later.stop()
        super().closeEvent(event)

    def _jump(self, id: str) -> None:
        place = next((at for at, scene in enumerate(self._running.scenes) if scene.id == id), None)
        if place is not None:
            self._window.go_to(place)

    def _move(self, id: str, before: str) -> None:
        try:
            talks.put_before(self._context.workspace, id, before)
        except Refusal as refusal:
            self._context.notices.refuse(refusal)

    def _heed(self, step: Step) -> None:
        if step.kinds & (drawing.DRAWN | {Scene}):
            self._later.start()

    def _tell_time(self) -> None:
        self.clock.setText(QLocale().toString(QTime.currentTime(), QLocale.FormatType.ShortFormat))
        seconds = self._since.elapsed() // 1000
        spent = QTime(0, 0).addSecs(seconds)
        self.elapsed.setText(QLocale().toString(spent, "HH:mm:ss"))
        self.elapsed.setAccessibleName(_("Time since the start: {time}").format(time=self.elapsed.text()))


def _choices(running: Running, formats: Formats) -> list[Choice]:
    words = _("{number}. {title}")
    return [
        Choice(scene.id, words.format(number=formats.number(number), title=scene.title))
        for number, scene in enumerate(running.scenes, start=1)
    ]


def _keys_list() -> TallScroll:
    """All keys, as many as there is room for and the rest by scrolling."""
    inside = QWidget()
    grid = QGridLayout(inside)
    grid.setContentsMargins(0, 0, 0, 0)
    own = (("N", _("larger letters for the note")), (_("Ctrl+Shift+↑ ↓"), _("move the scene; or drag it")))
    for row, pair in enumerate((*steering.talk_keys(beside_list=True), *own)):
        for column, text in enumerate(pair):
            grid.addWidget(TextLabel(text, "small", wrap=True), row, column)
    grid.setColumnStretch(1, 1)
    scroll = TallScroll(inside)
    scroll.setAccessibleName(_("Keys"))
    return scroll
