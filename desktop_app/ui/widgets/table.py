"""The table every page shows its records in: sorted, searched, copied and edited by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QSettings,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from desktop_app.ui.theme.tokens import em, tokens_for
from desktop_app.ui.turns import TURNS
from desktop_app.ui.widgets import table_clipboard, table_menu, table_state
from desktop_app.ui.widgets.arrangement import By, Passes
from desktop_app.ui.widgets.columns import Chip, ChipKind, Column, Tone, fold, no_text
from desktop_app.ui.widgets.record_delegate import RecordDelegate
from desktop_app.ui.widgets.record_model import Index, RecordModel
from desktop_app.ui.widgets.table_widths import ColumnWidths
from desktop_app.words.translate import _

__all__ = [
    "Chip",
    "ChipKind",
    "Column",
    "RecordModel",
    "RecordTableView",
    "Tone",
    "fold",
    "no_text",
]

IDLE_MS, IDLE_SECONDS = 5, 0.002
"""How often the table looks ahead, and for how long each time: less than a frame."""
ROWS = QItemSelectionModel.SelectionFlag.Rows
CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect | ROWS


class RecordTableView(QTableView):
    """Records R in rows. What is chosen stays chosen, by id, through sorting, filtering and editing.

    `no_match` is the sentence shown when the filter leaves nothing, with {text} for what was typed.
    """

    currentRecordChanged = Signal(object)
    """The record now current, or None; again when the current record itself has changed."""
    recordActivated = Signal(object)
    """Enter or a double click on a record."""
    deleteRequested = Signal(list)
    """Delete was pressed; the chosen records."""
    editCommitted = Signal(object, str, str)
    """Somebody typed into a cell: the record as it was, the column's key, the text."""
    countChanged = Signal(int, int)
    """How many rows are shown, and how many records there are."""
    menuRequested = Signal(object, object)
    """A row's menu is about to open: the QMenu, to add actions to, and the record."""

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        *,
        name: str,
        empty: str = "",
        no_match: str = "",
        identity: Callable[[Any], str] = attrgetter("id"),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._empty, self._no_match, self._filter_text = empty, no_match, ""
        self._chosen_ids: tuple[str, ...] = ()
        self._current_id = ""
        self._told: object = None
        self._arranging = False
        self.records = RecordModel(columns, identity=identity, parent=self)
        self.setAccessibleName(name)
        self._look_right()
        self.setModel(self.records)
        self._delegate = RecordDelegate(self.records.columns, self.records, self)
        self.setItemDelegate(self._delegate)
        self._lay_out_columns()
        self._idle = QTimer(self)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._get_ready)
        self.records.arranged.connect(self._keep_choice)
        self.records.countChanged.connect(self.countChanged)
        self.records.editCommitted.connect(self.editCommitted)
        self.activated.connect(self._activate)

    # What a page does with it

    def show_records(self, records: Iterable[Any]) -> None:
        """Show these records in place of the earlier ones."""
        self._arranging = True
        self.records.show(records)

    def change_records(self, ids: Sequence[str]) -> None:
        """Show anew the records with these ids, where they are shown by id; some may be new or gone."""
        self._arranging = True
        self.records.change(ids)
        self._arranging = False

    def expect_records(self, ids: Iterable[str]) -> None:
        """Show very many new records, soon: in one go, when there has been time to look at all of them."""
        self.records.expect(ids)
        self._idle.start()

    def look_again(self, keys: Iterable[str]) -> None:
        """Show anew what all records say in the columns with these keys."""
        self._arranging = True
        self.records.look_again(keys)
        self._arranging = False
        self.viewport().update()

    def set_filter(self, text: str) -> None:
        """Show only rows in which every word of the text occurs."""
        self._filter_text = text.strip()
        self._arranging = True
        self.records.set_filter(text)
        self._arranging = False

    def set_condition(self, condition: Callable[[Any], bool] | None) -> None:
        """Show only records for which this is true, besides the text filter."""
        self._arranging = True
        self.records.set_condition(condition)

    def narrow(self, name: str, by: By | None, passes: Passes | None = None, *, limit: bool = False) -> None:
        """Show only records of which `by` tells something that passes; that is asked once per answer."""
        self._arranging = True
        self.records.narrow(name, by, passes, limit=limit)
        self._arranging = False

    @property
    def is_looking_ahead(self) -> bool:
        """Whether it is still working out, in idle moments, what finding and sorting compare."""
        return self._idle.isActive()

    def current_record(self) -> Any:
        """The current record, or None."""
        index = self.currentIndex()
        return self.records.record_at(index.row()) if index.isValid() else None

    def selected_records(self) -> list[Any]:
        """The chosen records that are shown, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        found = (self.records.record_at(row) for row in rows)
        return [record for record in found if record is not None]

    def select(self, record_id: str) -> bool:
        """Choose the record with this id and scroll to it; False where it is not shown."""
        row = self.records.row_of(record_id)
        if row < 0:
            return False
        column = max(0, self.currentIndex().column(), self._first_column())
        index = self.records.index(row, column)
        in_view = self.viewport().rect().contains(self.visualRect(index))
        self.selectionModel().setCurrentIndex(index, CHOOSE)
        hint = QAbstractItemView.ScrollHint
        # In the middle its neighbours are seen too.
        self.scrollTo(index, hint.EnsureVisible if in_view else hint.PositionAtCenter)
        return True

    def sort_by(self, key: str, *, descending: bool = False) -> None:
        """Order the rows by the column with this key."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.sortByColumn(self.records.column_index(key), order)

    def save_state(self, settings: QSettings, key: str) -> None:
        """Remember columns, their widths and order, and the sorting, under this key."""
        settings.setValue(key, table_state.described(self))

    def restore_state(self, settings: QSettings, key: str) -> None:
        """Bring back what was remembered under this key, as far as the columns still exist."""
        table_state.restore(self, str(settings.value(key, "")))
        self._search_shown()

    def show_column(self, key: str, shown: bool) -> None:
        """Show or hide a column; the last one shown stays."""
        visible = sum(not self.isColumnHidden(place) for place in range(len(self.records.columns)))
        if shown or visible > 1:
            self.widths.hide(self.records.column_index(key), hidden=not shown)
            self.widths.fit()
            self._search_shown()

    def copy(self) -> None:
        """Put the chosen rows on the clipboard, for spreadsheets and for documents."""
        table_clipboard.copy(self.shown_columns(), self.selected_records())

    def shown_columns(self) -> list[Column[Any]]:
        """The columns to be seen, in the order on screen."""
        header, columns = self.horizontalHeader(), self.records.columns
        order = sorted(range(len(columns)), key=header.visualIndex)
        return [columns[place] for place in order if not self.isColumnHidden(place)]

    # What the user does with it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, delete, and Enter to open, wherever the platform edits on Enter."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Delete) and self.selected_records():
            self.deleteRequested.emit(self.selected_records())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._activate(self.currentIndex())
        elif event.key() == Qt.Key.Key_F2 and self._edit_current():
            event.accept()
        else:
            super().keyPressEvent(event)

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Ctrl+Home and Ctrl+End choose the row they go to; Qt would only move to it."""
        if isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            extends = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            return super().selectionCommand(index, event) if extends else CHOOSE
        return super().selectionCommand(index, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose the first record where none is current: Qt would go to it without choosing it."""
        by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        if not by_mouse and not self.currentIndex().isValid() and self.records.rowCount() > 0:
            self.select(self.records.id_at(0))
        super().focusInEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the row's menu, by mouse or by the Menu key."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        rect = self.visualRect(self.currentIndex())
        place = self.viewport().mapToGlobal(rect.bottomLeft()) if by_key else event.globalPos()
        self.row_menu().popup(place)

    def row_menu(self) -> QMenu:
        """The menu of the current row: what the page adds, then copying, sorting and columns."""
        return table_menu.row_menu(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, or the sentence that says why there are none."""
        self._delegate.prepare(self)
        super().paintEvent(event)
        if self.hasFocus() and not self.currentIndex().isValid():
            # No cell is there to show where the keyboard is.
            ring = QPainter(self.viewport())
            ring.setPen(QPen(QColor(tokens_for(self).focus), 2))
            ring.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            ring.end()
        words = self.empty_text()
        if words:
            painter = QPainter(self.viewport())
            painter.setPen(QColor(tokens_for(self).muted))
            room = self.viewport().rect().adjusted(24, 24, -24, -24)
            flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, words)

    def empty_text(self) -> str:
        """The sentence shown in place of rows; none while there are rows."""
        if self.records.rowCount() > 0:
            return ""
        if self.records.total == 0 or not self.records.is_filtered:
            return self._empty
        return (self._no_match or _("Nothing matches '{text}'. Clear search (Esc).")).format(
            text=self._filter_text
        )

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Remember by id which record is current, and tell."""
        super().currentChanged(current, previous)
        if not self._arranging:
            self._current_id = self.records.id_at(current.row()) if current.isValid() else ""
            self._tell_current()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Remember by id which records are chosen."""
        super().selectionChanged(selected, deselected)
        if not self._arranging:
            rows = self.selectionModel().selectedRows()
            self._chosen_ids = tuple(self.records.id_at(index.row()) for index in rows)

    def changeEvent(self, event: QEvent) -> None:
        """Keep rows high enough when the text size changes."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()
            self.widths.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new width among the columns."""
        super().resizeEvent(event)
        self.widths.fit()

    def sizeHint(self) -> QSize:
        """Room for some eight rows."""
        return QSize(em(self.font(), 30), em(self.font(), 18))

    # How it is done

    def _look_right(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        # A visible vertical header is asked for every row that goes: seconds at a million rows.
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setHighlightSections(False)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._header_menu)
        self.setSortingEnabled(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._fit_rows()

    def _lay_out_columns(self) -> None:
        header = self.horizontalHeader()
        header.setMinimumSectionSize(self.fontMetrics().averageCharWidth() * 5)
        self.widths = ColumnWidths(self, tuple(self.records.columns))
        for place, column in enumerate(self.records.columns):
            self.widths.hide(place, hidden=column.hidden)
            if column.stretch:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        self.widths.fit()

    def _fit_rows(self) -> None:
        height = max(28, em(self.font(), 2.15))
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)

    def _first_column(self) -> int:
        return self.horizontalHeader().logicalIndexAt(0)

    def _search_shown(self) -> None:
        self.records.search_in(column.key for column in self.shown_columns())

    def _activate(self, index: QModelIndex) -> None:
        record = self.records.record_at(index.row()) if index.isValid() else None
        if record is not None:
            self.recordActivated.emit(record)

    def _edit_current(self) -> bool:
        index = self.currentIndex()
        columns = self.records.columns
        if not index.isValid() or all(column.edit is None for column in columns):
            return False
        if columns[index.column()].edit is None:
            place = next(place for place, column in enumerate(columns) if column.edit is not None)
            index = self.records.index(index.row(), place)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.edit(index)
        return True

    def _header_menu(self, place: QPoint) -> None:
        table_menu.header_menu(self).popup(self.horizontalHeader().mapToGlobal(place))

    def _get_ready(self) -> None:
        if not TURNS.is_free:
            return
        self._arranging = True
        with TURNS.taken():
            more = self.records.get_ready(IDLE_SECONDS)
        self._arranging = False
        if not more:
            self._idle.stop()

    def _keep_choice(self) -> None:
        """Choose again, by id, what was chosen before the rows were arranged anew."""
        self._arranging = True
        if self._current_id and not self.records.has(self._current_id):
            index = self.currentIndex()
            self._current_id = self.records.id_at(index.row()) if index.isValid() else ""
            self._chosen_ids = (self._current_id,) if self._current_id else ()
        self._choose_again()
        self._arranging = False
        self._tell_current()
        self._idle.start()
        self.viewport().update()

    def _choose_again(self) -> None:
        selection = QItemSelection()
        for first, last in _runs(self.records.rows_of(self._chosen_ids)):
            selection.select(self.records.index(first, 0), self.records.index(last, 0))
        model, row = self.selectionModel(), self.records.row_of(self._current_id)
        if row < 0:
            model.clearCurrentIndex()
        elif row != self.currentIndex().row() or not self.currentIndex().isValid():
            index = self.records.index(row, max(0, self.currentIndex().column(), self._first_column()))
            model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(index)
        model.select(selection, CHOOSE)

    def _tell_current(self) -> None:
        record = self.current_record()
        if type(record) is not type(self._told) or record != self._told:
            self._told = record
            self.currentRecordChanged.emit(record)


def _runs(rows: list[int]) -> Iterator[tuple[int, int]]:
    """The first and last of each stretch of rows that follow one another."""
    first = before = None
    for row in rows:
        if before is None or row != before + 1:
            if first is not None and before is not None:
                yield first, before
            first = row
        before = row
    if first is not None and before is not None:
        yield first, before
