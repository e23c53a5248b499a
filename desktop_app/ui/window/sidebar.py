"""The list of pages at the left, with how many records each holds."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QCursor, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop_app.ui.theme import icons
from desktop_app.ui.theme.theme import Theme
from desktop_app.words.translate import _

_NAME_ROLE = int(Qt.ItemDataRole.UserRole)
_COUNT_ROLE = _NAME_ROLE + 1
_ICON_ROLE = _NAME_ROLE + 2
_ACCESSIBLE_TEXT = int(Qt.ItemDataRole.AccessibleTextRole)


class _PageDelegate(QStyledItemDelegate):
    """Paints icon, name and count; the chosen page as a white card on the sidebar's ground."""

    def __init__(self, theme: Theme, pages: QListWidget) -> None:
        super().__init__(pages)
        self._theme = theme
        self._pages = pages

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, max(34, round(option.fontMetrics.height() * 2.05)))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        tokens = self._theme.tokens
        # Asked of the list: reading `option.state` would load all of QStyle before the first paint.
        chosen = index.row() == self._pages.currentRow()
        box = option.rect.adjusted(8, 2, -8, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(QPen(QColor(tokens.line_strong), 1))
            painter.setBrush(QColor(tokens.surface))
            painter.drawRoundedRect(box, 7, 7)
        elif self._pages.viewport().underMouse() and index.row() == self._row_under_mouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.hover))
            painter.drawRoundedRect(box, 7, 7)
        if chosen and self._pages.hasFocus():
            painter.setPen(QPen(QColor(tokens.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 7, 7)
        side = option.fontMetrics.height()
        mark = QRect(box.left() + 12, box.center().y() - side // 2, side, side)
        ink = tokens.ink if self._pages.isEnabled() else tokens.disabled
        colour = ink if chosen or not self._pages.isEnabled() else tokens.muted
        icons.icon(str(index.data(_ICON_ROLE)), tokens, colour).paint(painter, mark)
        count = str(index.data(_COUNT_ROLE) or "")
        words = box.adjusted(12 + side + 10, 0, -10, 0)
        font = option.font
        painter.setPen(QColor(tokens.muted))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), count)
        font.setBold(chosen)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        room = words.adjusted(0, 0, -option.fontMetrics.horizontalAdvance(count) - 6, 0)
        text = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        painter.restore()

    def _row_under_mouse(self) -> int:
        return self._pages.indexAt(self._pages.viewport().mapFromGlobal(QCursor.pos())).row()


class Sidebar(QListWidget):
    """The pages. Choosing one asks for it by name through `pageChosen`."""

    pageChosen = Signal(str)

    def __init__(self, theme: Theme, pages: tuple[tuple[str, str, str], ...]) -> None:
        super().__init__()
        self.setObjectName("pageList")
        self.setProperty("look", "sidebar")
        self.setAccessibleName(_("Pages"))
        self.setItemDelegate(_PageDelegate(theme, self))
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setProperty("region", "sidebar")
        self.setTabKeyNavigation(False)
        self._rows: dict[str, QListWidgetItem] = {}
        for name, words, icon in pages:
            item = QListWidgetItem(words)
            item.setData(_NAME_ROLE, name)
            item.setData(_ICON_ROLE, icon)
            item.setData(_ACCESSIBLE_TEXT, words)
            self.addItem(item)
            self._rows[name] = item
        self.currentItemChanged.connect(self._chosen)
        theme.changed.connect(self.viewport().update)

    def show_page(self, name: str) -> None:
        """Mark the page that is shown, without asking for it again."""
        self.setEnabled(True)
        item = self._rows.get(name)
        if item is None or item is self.currentItem():
            return
        blocked = self.blockSignals(True)
        self.setCurrentItem(item)
        self.blockSignals(blocked)
        self.viewport().update()

    def show_nothing(self) -> None:
        """Mark no page and offer none, while no workspace is open."""
        self.setCurrentRow(-1)
        self.setEnabled(False)

    def show_count(self, name: str, count: str) -> None:
        """Say how many records a page holds; empty for none worth saying."""
        item = self._rows[name]
        item.setData(_COUNT_ROLE, count)
        item.setData(_ACCESSIBLE_TEXT, f"{item.text()} {count}".strip())

    def _chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.pageChosen.emit(str(item.data(_NAME_ROLE)))
