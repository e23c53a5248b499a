"""The rows of the list of charts: chosen by keys, and the saved ones put in order by dragging."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QListWidgetItem

from desktop_app.charts import registry
from desktop_app.ui.widgets.choices import KEY, Choice, ChoiceList

_FIXED = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled


class ChartRows(ChoiceList):
    """F2 renames and Delete takes away, as in the tables; saved charts are dragged among each other."""

    renameAsked = Signal()
    removeAsked = Signal()
    menuAsked = Signal(QPoint)
    """Where on the screen the menu of the chart is wanted."""
    moveAsked = Signal(str, int)
    """Id of a saved chart, and how many places later (earlier if negative) it is to come."""
    compareAsked = Signal(str)
    """The key of a chart that was clicked with Ctrl held: it is to stand beside the one shown."""

    def __init__(self, name: str, choices: Sequence[Choice] = ()) -> None:
        self._shown: list[Choice] = []
        super().__init__(name, choices)
        self.setDragDropMode(ChoiceList.DragDropMode.InternalMove)
        self.setDropIndicatorShown(True)
        # The end of a title tells doubles apart, and days.
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Show these entries; only saved charts can be dragged."""
        if choices and self._shown == list(choices):
            return
        self._shown = list(choices)
        super().show_choices(choices)
        for row in range(self.count()):
            item = self.item(row)
            draggable = Qt.ItemFlag.ItemIsDragEnabled if _is_saved(item) else Qt.ItemFlag(0)
            item.setFlags(_FIXED | draggable)

    def places_on(self, key: str, height: float) -> int:
        """How many places later a saved chart comes that is let go at a height of the list."""
        rows = [self.item(row) for row in range(self.count())]
        saved = [item for item in rows if _is_saved(item)]
        keys = [item.data(KEY) for item in saved]
        above = [
            item
            for item in saved
            if item.data(KEY) != key and self.visualItemRect(item).center().y() < height
        ]
        return len(above) - keys.index(key) if key in keys else 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rename or take away what is chosen."""
        if event.key() == Qt.Key.Key_F2:
            self.renameAsked.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.removeAsked.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click with Ctrl held compares; any other chooses."""
        item: QListWidgetItem | None = self.itemAt(event.position().toPoint())
        is_left = event.button() == Qt.MouseButton.LeftButton
        if item is not None and is_left and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.compareAsked.emit(str(item.data(KEY)))
            event.accept()
            return
        super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the chosen chart, by the mouse or by the key for it."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            self.menuAsked.emit(event.globalPos())
        else:
            below = self.visualItemRect(self.currentItem()).bottomLeft()
            self.menuAsked.emit(self.viewport().mapToGlobal(below))
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """What comes from elsewhere, such as a file, is not for the list."""
        if event.source() is self:
            super().dragEnterEvent(event)
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show between which charts it would come; the built-in ones stay where they are."""
        super().dragMoveEvent(event)
        at: QListWidgetItem | None = self.itemAt(event.position().toPoint())
        if at is None or _is_saved(at):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the new order; the list shows it once it is kept."""
        key, by = self.choice, self.places_on(self.choice, event.position().y())
        # Not a move for Qt: it would take the row away by itself.
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if by:
            self.moveAsked.emit(key, by)


def _is_saved(item: QListWidgetItem) -> bool:
    return registry.named(str(item.data(KEY))) is None
