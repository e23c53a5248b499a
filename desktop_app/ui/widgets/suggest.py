"""A field that offers what is already known while free text stays possible."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QColor, QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCompleter,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.ui.theme.icons import icon
from desktop_app.ui.theme.tokens import em, scaled, tokens_for
from desktop_app.ui.widgets.field import Field
from desktop_app.words.translate import _

Index = QModelIndex | QPersistentModelIndex
DETAIL = int(Qt.ItemDataRole.UserRole)
SUGGESTION = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One entry offered: what goes into the field, a few words beside it, and the value it stands for."""

    text: str
    detail: str = ""
    value: Any = None


class SuggestCombo(Field):
    """Offers `suggestions(typed)` under the field: arrows and Enter accept, Escape closes, F4 opens.

    What is typed and not accepted stays as it is, and then stands for no value.
    """

    accepted = Signal(object)
    """A Suggestion was accepted."""
    valueChanged = Signal(object)
    """The value the text stands for now, or None."""
    submitted = Signal()
    """Ctrl+Enter was pressed while the list was open, where a window's shortcuts do not reach."""

    def __init__(
        self,
        name: str,
        suggestions: Callable[[str], Sequence[Suggestion]],
        *,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, placeholder=placeholder, clears=True, parent=parent)
        self._suggestions = suggestions
        self._value: Any = None
        self._offered = QStandardItemModel(self)
        self._completer = QCompleter(self._offered, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(9)
        self._popup = QListView()
        self._popup.setAccessibleName(name)
        self._popup.setProperty("look", "popup")
        self._completer.setPopup(self._popup)
        self._popup.installEventFilter(self)
        self._popup.setItemDelegate(SuggestionDelegate(self._popup))
        self.setCompleter(self._completer)
        activated: Any = self._completer.activated
        activated[QModelIndex].connect(self._accept_index)
        self._open = QAction(_("Show suggestions"), self)
        self._open.triggered.connect(self.open)
        self.addAction(self._open, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self._edited)
        self.textChanged.connect(self._match)
        self._take_colours()

    @property
    def value(self) -> Any:
        """The value of the suggestion whose text stands in the field, or None for free text."""
        return self._value

    def set_value(self, text: str, value: Any = None) -> None:
        """Fill in this text, standing for this value, without telling that anything was accepted."""
        self.blockSignals(True)
        self.setText(text)
        self.blockSignals(False)
        self._set(value)

    def open(self) -> None:
        """Show what there is to choose from."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._offer("")
        self._completer.setCompletionPrefix("")
        self._completer.complete()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F4, Down and Alt+Down open the list."""
        plain_down = event.key() == Qt.Key.Key_Down and not self._popup.isVisible()
        if event.key() == Qt.Key.Key_F4 or plain_down:
            self.open()
            event.accept()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter in the open list closes it and submits; the list stays on the screen."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Resize, QEvent.Type.Move):
            self._keep_on_screen()
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._popup.hide()
                self.submitted.emit()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_open"):
            self._take_colours()

    def _edited(self, text: str) -> None:
        self._offer(text)

    def _offer(self, text: str) -> None:
        self._offered.clear()
        for suggestion in self._suggestions(text):
            item = QStandardItem(suggestion.text)
            item.setData(suggestion.detail, DETAIL)
            item.setData(suggestion, SUGGESTION)
            item.setData(
                ", ".join(filter(None, (suggestion.text, suggestion.detail))),
                int(Qt.ItemDataRole.AccessibleTextRole),
            )
            self._offered.appendRow(item)
        widest = max((self._width_of(row) for row in range(self._offered.rowCount())), default=0)
        self._popup.setMinimumWidth(min(max(self.width(), widest), em(self.font(), 36)))

    def _keep_on_screen(self) -> None:
        """A list that is wider than its field begins further left at the screen's end."""
        room, box = self.screen().availableGeometry(), self._popup.geometry()
        if box.right() > room.right():
            self._popup.move(max(room.left(), room.right() - box.width() + 1), box.top())

    def _width_of(self, row: int) -> int:
        item = self._offered.item(row)
        words = f"{item.text()}    {item.data(DETAIL)}"
        return self.fontMetrics().horizontalAdvance(words) + em(self.font(), 2)

    def _match(self, text: str) -> None:
        for row in range(self._offered.rowCount()):
            suggestion = self._offered.item(row).data(SUGGESTION)
            if suggestion.text == text:
                self._set(suggestion.value)
                return
        self._set(None)

    def _accept_index(self, index: QModelIndex) -> None:
        suggestion = index.data(SUGGESTION)
        if isinstance(suggestion, Suggestion):
            self.setText(suggestion.text)
            self._set(suggestion.value)
            self.accepted.emit(suggestion)

    def _set(self, value: Any) -> None:
        if value != self._value:
            self._value = value
            self.valueChanged.emit(value)

    def _take_colours(self) -> None:
        tokens = tokens_for(self)
        if self._open.property("dark") != tokens.dark:
            self._open.setProperty("dark", tokens.dark)
            self._open.setIcon(icon("control-down", tokens))


class SuggestionDelegate(QStyledItemDelegate):
    """Draws a suggestion: its text, and its detail in muted ink at the end."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one suggestion."""
        tokens = tokens_for(option.palette)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.fillRect(option.rect, QColor(tokens.selection if chosen else tokens.surface))
        room = option.rect.adjusted(10, 0, -10, 0)
        detail, font = str(index.data(DETAIL) or ""), scaled(option.font, 0.9)
        painter.setFont(font)
        beside = room.width() - option.fontMetrics.horizontalAdvance(str(index.data())) - 12
        detail_width = painter.fontMetrics().horizontalAdvance(detail)
        detail_width = min(detail_width, max(beside, room.width() // 3))
        painter.setPen(QColor(tokens.muted))
        at_end = QRect(
            QPoint(room.right() - detail_width, room.top()), QSize(detail_width + 1, room.height())
        )
        shown = painter.fontMetrics().elidedText(detail, Qt.TextElideMode.ElideRight, detail_width)
        painter.drawText(
            QStyle.visualRect(option.direction, room, at_end), Qt.AlignmentFlag.AlignVCenter, shown
        )
        painter.setFont(option.font)
        painter.setPen(QColor(tokens.ink))
        at_start = room.adjusted(0, 0, -detail_width - 12, 0)
        words = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, at_start.width()
        )
        painter.drawText(
            QStyle.visualRect(option.direction, room, at_start), Qt.AlignmentFlag.AlignVCenter, words
        )
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """High enough to point at."""
        return QSize(em(option.font, 10), max(28, em(option.font, 1.8)))
