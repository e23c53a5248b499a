"""Records as the rows of a table: filtered, sorted and changed in place, each known by its id.

There is no proxy model: texts and sort keys are worked out once, and an order of ids is all the view sees.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

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
        self._records: dict[str, Any] = {}
        self._sorted: list[str] = []
        self._ids: list[str] = []
        self._rows: dict[str, int] | None = None
        self._folded: dict[str, str] = {}
        self._searched = tuple(column for column in self.columns if not column.hidden)
        self._words: tuple[str, ...] = ()
        self._condition: Callable[[Any], bool] | None = None
        self._sort_column = -1
        self._descending = False

    # What the view asks

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many records pass the filter."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """How many columns there are, shown or not."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        """What a cell shows, says, or starts an edit with."""
        if not index.isValid():
            return None
        if role == DISPLAY:
            return self.columns[index.column()].plain(self.record_at(index.row()))
        if role in (RECORD, EDIT, TOOLTIP, ALIGNMENT, ACCESSIBLE):
            return self._rarer(self.record_at(index.row()), self.columns[index.column()], role)
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
        if column.edit is None or str(value) == column.edit(record):
            return False
        self.editCommitted.emit(record, column.key, str(value))
        return True

    # What a page asks

    def record_at(self, row: int) -> Any:
        """The record in this row."""
        return self._records[self._ids[row]]

    def id_at(self, row: int) -> str:
        """The id of the record in this row."""
        return self._ids[row]

    def row_of(self, record_id: str) -> int:
        """The row of the record with this id, or -1 where it is not shown."""
        if self._rows is None:
            self._rows = {each: row for row, each in enumerate(self._ids)}
        return self._rows.get(record_id, -1)

    def has(self, record_id: str) -> bool:
        """Whether there is such a record, shown or filtered out."""
        return record_id in self._records

    @property
    def total(self) -> int:
        """How many records there are, shown or filtered out."""
        return len(self._records)

    @property
    def is_filtered(self) -> bool:
        """Whether a filter is set."""
        return bool(self._words) or self._condition is not None

    def column_index(self, key: str) -> int:
        """The place of the column with this key, or -1."""
        return next((place for place, column in enumerate(self.columns) if column.key == key), -1)

    def show(self, records: Iterable[Any]) -> None:
        """Show these records in place of the earlier ones; only what differs is told to the view."""
        fresh = {self._identity(record): record for record in records}
        before = self._records
        changed = [each for each, record in fresh.items() if before.get(each, record) is not record]
        changed = [each for each in changed if before[each] != fresh[each]]
        for each in (*changed, *(before.keys() - fresh.keys())):
            self._folded.pop(each, None)
        self._records = before | fresh
        new_sorted = self._sort(fresh)
        new_ids = self._filter(new_sorted)
        self._change_rows(new_ids, changed)
        self._records, self._sorted = fresh, new_sorted
        self._tell()

    def set_filter(self, text: str) -> None:
        """Show only records in which every word of the text occurs somewhere, accents and capitals aside."""
        words = tuple(fold(text).split())
        if words == self._words:
            return
        narrower = bool(self._words) and " ".join(words).startswith(" ".join(self._words))
        self._words = words
        self._arrange(self._filter(self._ids if narrower else self._sorted))

    def set_condition(self, condition: Callable[[Any], bool] | None) -> None:
        """Show only records for which this is true, besides the text filter; None lifts it."""
        self._condition = condition
        self._arrange(self._filter(self._sorted))

    def search_in(self, keys: Iterable[str]) -> None:
        """Search in the columns with these keys only (those the view shows)."""
        wanted = set(keys)
        searched = tuple(column for column in self.columns if column.key in wanted)
        if searched != self._searched:
            self._searched = searched
            self._folded.clear()
            if self._words:
                self._arrange(self._filter(self._sorted))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by a column; -1 keeps the order in which the records were given."""
        self._sort_column = column
        self._descending = order is Qt.SortOrder.DescendingOrder
        self._sorted = self._sort(self._records)
        kept = set(self._ids)
        self._permute([each for each in self._sorted if each in kept])
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self.arranged.emit()

    def get_ready(self, count: int) -> bool:
        """Work out what finding compares for so many more records; True while some are left.

        Done in idle moments, so that the first key typed is answered as quickly as the later ones.
        """
        waiting = [each for each in self._sorted if each not in self._folded]
        self._texts(waiting[:count])
        return len(waiting) > count

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

    def _sort(self, records: dict[str, Any]) -> list[str]:
        if not 0 <= self._sort_column < len(self.columns):
            return list(records)
        column = self.columns[self._sort_column]
        key = column.sort
        if key is None:
            keys = {each: fold(column.plain(record)) for each, record in records.items()}
            return sorted(records, key=keys.__getitem__, reverse=self._descending)
        keys = {each: key(record) for each, record in records.items()}
        known = sorted(
            (each for each in records if keys[each] is not None),
            key=keys.__getitem__,
            reverse=self._descending,
        )
        return [*known, *(each for each in records if keys[each] is None)]

    def _filter(self, ids: list[str]) -> list[str]:
        if self._condition is not None:
            condition, records = self._condition, self._records
            ids = [each for each in ids if condition(records[each])]
        if self._words:
            folded = self._texts(ids)
            for word in self._words:
                ids = [each for each in ids if word in folded[each]]
        return list(ids)

    def _texts(self, ids: list[str]) -> dict[str, str]:
        folded, records, searched = self._folded, self._records, self._searched
        for each in ids:
            if each not in folded:
                record = records[each]
                folded[each] = fold("\t".join([column.found_by(record) for column in searched]))
        return folded

    def _arrange(self, ids: list[str]) -> None:
        if ids != self._ids:
            self.beginResetModel()
            self._ids, self._rows = ids, None
            self.endResetModel()
        self._tell()

    def _tell(self) -> None:
        self.arranged.emit()
        self.countChanged.emit(len(self._ids), len(self._records))

    def _change_rows(self, new_ids: list[str], changed: list[str]) -> None:
        old, new = set(self._ids), set(new_ids)
        gone, come = old - new, new - old
        if len(gone) + len(come) > FEW:
            self.beginResetModel()
            self._ids, self._rows = new_ids, None
            self.endResetModel()
            return
        for row in sorted((self.row_of(each) for each in gone), reverse=True):
            self.beginRemoveRows(NOWHERE, row, row)
            self._ids.pop(row)
            self._rows = None
            self.endRemoveRows()
        self._permute([each for each in new_ids if each in old])
        for row, each in enumerate(new_ids):
            if each in come:
                self.beginInsertRows(NOWHERE, row, row)
                self._ids.insert(row, each)
                self._rows = None
                self.endInsertRows()
        for row in (self.row_of(each) for each in changed):
            if row >= 0:
                self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))

    def _permute(self, ids: list[str]) -> None:
        if ids == self._ids:
            return
        self.layoutAboutToBeChanged.emit()
        held = self.persistentIndexList()
        places = [(self._ids[index.row()], index.column()) for index in held]
        self._ids, self._rows = ids, None
        moved = [self.index(self.row_of(each), column) for each, column in places]
        self.changePersistentIndexList(held, moved)
        self.layoutChanged.emit()
