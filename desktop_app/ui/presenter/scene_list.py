"""The scenes on the speaker's console: gone to with Up and Down, put in order by dragging or by keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidgetItem

from desktop_app.ui.widgets.choices import KEY, ChoiceList
from desktop_app.words.translate import _

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 2}
"""Which row, from the scene's own, the scene is then to stand before."""
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class SceneList(ChoiceList):
    """`moveAsked` carries the id of a scene, and of the one it is to stand before; empty for the end.

    The list itself stays as it is: it is shown anew when the scenes are in their new order. A scene that is
    taken by the mouse is gone to when it is let go: one that is dragged does not come before the room.
    """

    moveAsked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(_("Scenes"))
        self.setAccessibleDescription(_("Drag a scene, or press Ctrl+Shift+Up or Down, to move it."))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        self._taken_from: int | None = None
        """The row that was current when the mouse button went down; None while it is up."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the scene, without going to it yet."""
        self._taken_from = self.currentRow()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the scene that was clicked."""
        super().mouseReleaseEvent(event)
        before, self._taken_from = self._taken_from, None
        if before is not None and before != self.currentRow():
            self.chosen.emit(self.choice)

    def startDrag(self, actions: Qt.DropAction) -> None:
        """Drag it; whatever comes of that, the scene in front stays the one that is chosen."""
        before = self._taken_from
        super().startDrag(actions)
        if self._taken_from is not None and before is not None:
            self.setCurrentRow(before)
        self._taken_from = None

    def _tell(self, current: QListWidgetItem | None, previous: QListWidgetItem | None) -> None:
        if self._taken_from is None:
            super()._tell(current, previous)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Shift and an arrow key move the scene, as on the page of charts."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or modifiers != CTRL_SHIFT:
            super().keyPressEvent(event)
            return
        event.accept()
        row = self.currentRow()
        if row >= 0 and 0 <= row + step <= self.count():
            self._ask(row, row + step)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the scene's new place; Qt itself moves nothing."""
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        row, before = self.currentRow(), self.row_under(event.position().toPoint())
        if event.source() is self and row >= 0:
            if self._taken_from is not None:
                self.setCurrentRow(self._taken_from)
            self._taken_from = None
            self._ask(row, before)

    def row_under(self, at: QPoint) -> int:
        """Before which row something dropped there belongs; the number of rows for the end."""
        index = self.indexAt(at)
        if not index.isValid():
            return self.count() if at.y() > 0 else 0
        return index.row() + (at.y() > self.visualRect(index).center().y())

    def _ask(self, row: int, before: int) -> None:
        if before not in (row, row + 1):
            self.moveAsked.emit(self._key(row), self._key(before) if before < self.count() else "")

    def _key(self, row: int) -> str:
        return str(self.item(row).data(KEY))
