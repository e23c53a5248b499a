"""Records as the rows of a table: filtered, sorted and changed in place, each known by its id.

There is no proxy model: what is compared is worked out once, and an array of places is all the view sees.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop_app.ui.widgets.arrangement import Arrangement, By, Passes
from desktop_app.ui.widgets.coded import UNKNOWN, Mask, Slots
from desktop_app.ui.widgets.columns import Column, fold
from desktop_app.ui.widgets.labels import plain_tip
from desktop_app.words.translate import _

# Comparing with enum members costs three times as much in each call of data().
DISPLAY = int(Qt.ItemDataRole.DisplayRole)
EDIT = int(Qt.ItemDataRole.EditRole)
TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
RECORD = int(Qt.ItemDataRole.UserRole)
"""The role that gives the record itself."""
AT_START = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
AT_END = int(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
CHOOSABLE = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
EDITABLE = CHOOSABLE | Qt.ItemFlag.ItemIsEditable
FEW = 50
"""Up to so many rows coming or going are told one by one; more are a new arrangement of the whole table."""

FEW_SLOTS = 3

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class RecordModel(QAbstractTableModel):
    """A table of records. `arranged` follows every change of what is shown and in which order."""

    countChanged = Signal(int, int)
    """How many rows are shown, and how many records there are."""
    arranged = Signal()
    editCommitted = Signal(object, str, str)
    """A cell was typed into: the record as it was, the column's key, the text; nothing is changed yet."""

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        *,
        identity: Callable[[Any], str] = attrgetter("id"),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._identity = identity
        self._arrangement = Arrangement(self.columns)
        self._shown: Slots = np.empty(0, np.int32)
        self._rows: Slots | None = None
        self._row_held, self._record_held = -1, None
        self._sort_column = -1
        self._descending = False

    # What the view asks

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many records pass the filter."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns there are, shown or not."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """What a cell shows, says, or starts an edit with."""
        record = self.record_at(index.row()) if index.isValid() else None
        if record is None:
            return None
        if role == DISPLAY:
            return self.columns[index.column()].plain(record)
        if role in (RECORD, EDIT, TOOLTIP, ALIGNMENT, ACCESSIBLE):
            return self._rarer(record, self.columns[index.column()], role)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        """A column's title, aligned as its cells are, with an arrow on the one that orders the rows."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == DISPLAY:
            return (
                f"{column.title} {'↓' if self._descending else '↑'}"
                if section == self._sort_column
                else column.title
            )
        if role == ACCESSIBLE:
            return self._spoken_title(section)
        if role == ALIGNMENT:
            return AT_END if column.at_end else AT_START
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells can be chosen; those of a column with `edit` can be typed into."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return EDITABLE if self.columns[index.column()].edit is not None else CHOOSABLE

    def setData(self, index: Index, value: Any, role: int = EDIT) -> bool:
        """Hand what was typed to the page, which records it; the table changes when the record has."""
        if not index.isValid() or role != EDIT:
            return False
        record, column = self.record_at(index.row()), self.columns[index.column()]
        if record is None or column.edit is None or str(value) == column.edit(record):
            return False
        self.editCommitted.emit(record, column.key, str(value))
        return True

    # What a page asks

    def record_at(self, row: int) -> Any:
        """The record in this row; None for one that has gone and of which this model is yet to be told."""
        if self._row_held != row:
            # Cells are painted row by row, and a row may have to be made.
            self._row_held, self._record_held = row, self._arrangement.records.get(self.id_at(row))
        return self._record_held

    def shown(self) -> list[Any]:
        """All records that are shown, from the top."""
        ids, records = self._arrangement.ids, self._arrangement.records
        return [records[ids[slot]] for slot in self._shown.tolist()]

    def id_at(self, row: int) -> str:
        """The id of the record in this row."""
        return self._arrangement.ids[self._shown[row]]

    def row_of(self, record_id: str) -> int:
        """The row of the record with this id, or -1 where it is not shown."""
        return next(iter(self.rows_of((record_id,))), -1)

    def rows_of(self, ids: Iterable[str]) -> list[int]:
        """The rows of those of these records that are shown, from the top."""
        slots = [slot for each in ids if (slot := self._arrangement.slot_of(each)) >= 0]
        if self._rows is None and len(slots) <= FEW_SLOTS:
            # To find a few is quicker than to note where all are.
            return sorted(row for slot in slots for row in np.flatnonzero(self._shown == slot).tolist())
        rows = self._row_in_slot()
        return sorted(row for slot in slots if (row := int(rows[slot])) >= 0)

    def has(self, record_id: str) -> bool:
        """Whether there is such a record, shown or filtered out."""
        return self._arrangement.has(record_id)

    @property
    def total(self) -> int:
        """How many records there are, shown or filtered out; without those beyond a limit."""
        return self._arrangement.total

    @property
    def is_filtered(self) -> bool:
        """Whether a filter is set."""
        return self._arrangement.is_narrowed

    def column_index(self, key: str) -> int:
        """The place of the column with this key, or -1."""
        return next((place for place, column in enumerate(self.columns) if column.key == key), -1)

    def show(self, records: Iterable[Any]) -> None:
        """Show these records in place of the earlier ones; only what differs is told to the view.

        Records by their ids (a Mapping) are made one by one when they are looked at, as a table of very many
        needs; which of them differ is then told by `change`.
        """
        if isinstance(records, Mapping):
            fresh: Mapping[str, Any] = records
            changed: list[str] | None = None
        else:
            fresh = {self._identity(record): record for record in records}
            before = self._arrangement.records
            changed = [each for each, record in fresh.items() if before.get(each, record) is not record]
            changed = [each for each in changed if before[each] != fresh[each]]
        old = self._shown
        whence = self._arrangement.fill(fresh, changed)
        if whence is not None and len(old):
            now_at = np.full(int(max(whence.max(), old.max())) + 1, UNKNOWN, np.int32)
            now_at[whence[whence >= 0]] = np.flatnonzero(whence >= 0)
            self._shown, self._rows = now_at[old], None
        self._change_rows(changed or ())

    def change(self, ids: Sequence[str]) -> None:
        """Look again at the records with these ids: they differ, or have come or gone."""
        if ids:
            self._arrangement.change(ids)
            self._change_rows(ids)

    def expect(self, ids: Iterable[str]) -> None:
        """Very many records have come: they are shown when `get_ready` has looked at all of them."""
        self._arrangement.expect(ids)

    def look_again(self, keys: Iterable[str]) -> None:
        """Look again at what all records say in the columns with these keys."""
        self._arrangement.look_again(keys)
        self._change_rows(())

    def set_filter(self, text: str) -> None:
        """Show only records in which every word of the text occurs somewhere, accents and capitals aside."""
        words = tuple(fold(text).split())
        if words != self._arrangement.words:
            self._arrangement.words = words
            self._arrange()

    def set_condition(self, condition: Callable[[Any], bool] | None) -> None:
        """Show only records for which this is true, besides the text filter; None lifts it."""
        self._arrangement.narrow("condition", None)
        if condition is not None:
            self._arrangement.narrow("condition", condition, bool)
        self._arrange()

    def narrow(self, name: str, by: By | None, passes: Passes | None = None, *, limit: bool = False) -> None:
        """Show only records of which `by` tells something that passes; see `Arrangement.narrow`."""
        self._arrangement.narrow(name, by, passes, limit=limit)
        self._arrange()

    def search_in(self, keys: Iterable[str]) -> None:
        """Search in the columns with these keys only (those the view shows)."""
        if self._arrangement.search_in(set(keys)) and self._arrangement.words:
            self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column; -1 keeps the order in which the records were given."""
        self._sort_column = column
        self._descending = order is Qt.SortOrder.DescendingOrder
        by = self.columns[column] if 0 <= column < len(self.columns) else None
        self._arrangement.sort(by, descending=self._descending)
        self._permute(self._arrangement.shown())
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self.arranged.emit()

    def get_ready(self, seconds: float) -> bool:
        """Look ahead for so long at what finding and sorting compare; True while some is left.

        Done in idle moments, so that the first key typed is answered as quickly as the later ones. What a
        key typed before has not found yet appears meanwhile.
        """
        if self._arrangement.is_receiving:
            if self._arrangement.receive(seconds):
                self._change_rows(())
            return True
        was_looking = self._arrangement.is_looking
        more = self._arrangement.get_ready(seconds)
        if was_looking:
            self._arrange()
        return more

    # How it is done

    def _spoken_title(self, section: int) -> str:
        title = self.columns[section].title
        if section != self._sort_column:
            return title
        words = _("{title}, sorted downwards") if self._descending else _("{title}, sorted upwards")
        return words.format(title=title)

    def _rarer(self, record: Any, column: Column[Any], role: int) -> Any:
        if role == RECORD:
            return record
        if role == EDIT:
            return column.edit(record) if column.edit is not None else column.plain(record)
        if role == ALIGNMENT:
            return AT_END if column.at_end else AT_START
        if role == ACCESSIBLE:
            return column.aloud(record)
        return plain_tip(column.tooltip(record)) if column.tooltip is not None else None

    def _row_in_slot(self) -> Slots:
        if self._rows is None:
            self._rows = np.full(len(self._arrangement.ids), -1, np.int32)
            self._rows[self._shown] = np.arange(len(self._shown), dtype=np.int32)
        return self._rows

    def _put(self, shown: Slots) -> None:
        self._shown, self._rows, self._row_held = shown, None, -1

    def _arrange(self) -> None:
        shown = self._arrangement.shown()
        if not np.array_equal(shown, self._shown):
            self.beginResetModel()
            self._put(shown)
            self.endResetModel()
        self._tell()

    def _tell(self) -> None:
        self._row_held = -1
        self.arranged.emit()
        self.countChanged.emit(len(self._shown), self.total)

    def _change_rows(self, changed: Sequence[str]) -> None:
        shown, self._rows, self._row_held = self._arrangement.shown(), None, -1
        old = np.zeros(len(self._arrangement.ids), np.bool_)
        new = old.copy()
        old[self._shown], new[shown] = True, True
        gone, come = np.flatnonzero(old & ~new), np.flatnonzero(new & ~old)
        if len(gone) + len(come) > FEW:
            self.beginResetModel()
            self._put(shown)
            self.endResetModel()
        else:
            self._tell_rows(shown, gone, come, old)
            self._tell_changed(changed)
        self._tell()

    def _tell_rows(self, shown: Slots, gone: Slots, come: Slots, old: Mask) -> None:
        """Tell the view of each row that goes, of those that move, and of each that comes."""
        rows = self._row_in_slot()[gone] if len(gone) else gone
        for row in sorted(rows.tolist(), reverse=True):
            self.beginRemoveRows(NOWHERE, row, row)
            self._put(np.delete(self._shown, row))
            self.endRemoveRows()
        self._permute(shown[old[shown]])
        is_new = np.zeros(len(old), np.bool_)
        is_new[come] = True
        for row in np.flatnonzero(is_new[shown]).tolist():
            self.beginInsertRows(NOWHERE, row, row)
            self._put(np.insert(self._shown, row, shown[row]))
            self.endInsertRows()

    def _tell_changed(self, changed: Sequence[str]) -> None:
        rows = self.rows_of(changed)
        if len(rows) > FEW:
            self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], len(self.columns) - 1))
            return
        for row in rows:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def _permute(self, shown: Slots) -> None:
        if np.array_equal(shown, self._shown):
            return
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        places = [(self._shown[index.row()], index.column()) for index in held]
        self._put(shown)
        rows = self._row_in_slot()
        self.changePersistentIndexList(held, [self.index(int(rows[slot]), column) for slot, column in places])
        self.layoutChanged.emit()
