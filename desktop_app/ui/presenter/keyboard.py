"""The keys and the mouse of the audience's window, which come before those of the chart in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop_app.ui.presenter import steering
from desktop_app.ui.presenter.lying_over import LyingOver
from desktop_app.ui.presenter.replay import Replay
from desktop_app.ui.presenter.scenes import Running
from desktop_app.ui.presenter.steering import MODIFIERS, MOVES, Deed, Number


class Keyboard(QObject):
    """What a key means depends on what is before the room; what it asks for is handed to the window."""

    def __init__(
        self,
        parent: QObject,
        over: LyingOver,
        replay: Replay,
        running: Running | None,
        do: Callable[[Deed], None],
        go_to: Callable[[int], None],
        moved: Callable[[QPoint], None],
    ) -> None:
        super().__init__(parent)
        self._over, self._replay, self._running = over, replay, running
        self._do, self._go_to, self._moved = do, go_to, moved
        self._number = Number()

    def watch(self, *widgets: QWidget) -> None:
        """Hear of the keys and the mouse of these first."""
        for widget in widgets:
            widget.installEventFilter(self)

    def steer(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False for one that means nothing. Any key first lifts a cover."""
        # A key held down must not make the screen flash.
        if event.isAutoRepeat() or event.key() in MODIFIERS:
            return True
        if self._over.is_covered:
            self._over.lift()
            return True
        if self._number.take(event):
            return True
        number = self._number.finish(event)
        deed = steering.deed(event)
        if self._replay.is_on and not (deed is Deed.REPLAY and self._replay.waits):
            self._replay.stop()
            return True
        if deed is None or (self._running is None and deed in MOVES):
            return False
        if number is not None:
            self._go_to(number - 1)
        else:
            self._do(deed)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell where the mouse is; a talk's keys come before the chart's."""
        if event.type() is QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self._moved(event.globalPosition().toPoint())
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and watched is not self._over.blank
        ):
            return self._take_first(watched, event)
        return super().eventFilter(watched, event)

    def _take_first(self, watched: QObject, event: QKeyEvent) -> bool:
        on_table = watched is self._over.values.table
        if on_table and steering.deed(event) in (Deed.POINT_ON, Deed.POINT_BACK):
            return False
        wanted = on_table or self._running is not None or self._replay.is_on
        return self.steer(event) if wanted else False
