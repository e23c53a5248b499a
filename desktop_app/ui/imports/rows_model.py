"""The rows of a plan as a table with ticks, made one by one when they are looked at."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop_app.services.tabular.understanding import STATES, Plan, RowPlan, State
from desktop_app.ui.imports.row_words import RowWords
from desktop_app.ui.widgets.labels import plain_tip
from desktop_app.words.translate import _

Index = QModelIndex | QPersistentModelIndex

ROW, READ, COUNTS, VALUE, DATE, STATE = range(6)
_DISPLAY, _TIP = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)
_CHECK, _SPOKEN = int(Qt.ItemDataRole.CheckStateRole), int(Qt.ItemDataRole.AccessibleTextRole)
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_CHOOSABLE = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_TICKABLE = _CHOOSABLE | Qt.ItemFlag.ItemIsUserCheckable
_FLAT = QModelIndex()
_KEPT = 512
_NEVER = frozenset({State.UNREADABLE, State.LEFT_OUT})


class RowsModel(QAbstractTableModel):
    """Shows a plan's values, those of one state or all; `ticked` tells that other ones are to be added."""

    ticked = Signal()

    def __init__(self, words: RowWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._plan: Plan | None = None
        self._ticks = bytearray()
        self._may = np.zeros(0, np.bool_)
        self._shown = np.zeros(0, np.int32)
        self._kept: dict[int, RowPlan] = {}
        self._heads = (_("Row"), _("As read"), _("Counts"), _("Value"), _("Day or period"), _("State"))

    # What is shown

    def show_plan(self, plan: Plan) -> None:
        """Show the values of this plan, ticked as it suggests."""
        states = np.frombuffer(bytes(plan.states), np.uint8)
        never = np.array([state in _NEVER for state in STATES], np.bool_)
        self.beginResetModel()
        self._plan, self._ticks, self._kept = plan, bytearray(plan.ticked), {}
        self._may = ~never[states] if len(states) else np.zeros(0, np.bool_)
        self._shown = np.arange(len(states), dtype=np.int32)
        self.endResetModel()
        self.ticked.emit()

    def show_state(self, state: State | None) -> None:
        """Show only the values in this state; all for None. What is ticked stays ticked."""
        if self._plan is None:
            return
        states = np.frombuffer(bytes(self._plan.states), np.uint8)
        wanted = states == STATES.index(state) if state is not None else np.ones(len(states), np.bool_)
        self.beginResetModel()
        self._shown = np.flatnonzero(wanted).astype(np.int32)
        self.endResetModel()

    def row_at(self, row: int) -> RowPlan:
        """The value in a row of the table."""
        assert self._plan is not None
        place = int(self._shown[row])
        found = self._kept.get(place)
        if found is None:
            while len(self._kept) >= _KEPT:
                del self._kept[next(iter(self._kept))]
            found = self._kept[place] = self._plan[place]
        return found

    # What is ticked

    @property
    def ticks(self) -> bytes:
        """One byte for each value of the plan."""
        return bytes(self._ticks)

    @property
    def count(self) -> int:
        """How many values are ticked."""
        return self._ticks.count(1)

    def is_ticked(self, row: int) -> bool:
        """Whether the value in a row of the table is to be added."""
        return bool(self._ticks[int(self._shown[row])])

    def may_be_ticked(self, row: int) -> bool:
        """Whether the value in a row can be added at all."""
        return bool(self._may[int(self._shown[row])])

    def first_to_tick(self, stretches: Iterable[tuple[int, int]]) -> int | None:
        """The first row within these stretches that can be added, or None."""
        for first, last in stretches:
            found = np.flatnonzero(self._may[self._shown[first : last + 1]])
            if len(found):
                return first + int(found[0])
        return None

    def tick(self, stretches: Iterable[tuple[int, int]], *, on: bool) -> None:
        """Tick stretches of rows (first and last), or untick them; what cannot be added stays as it is."""
        ticks = np.frombuffer(self._ticks, np.uint8)
        for first, last in stretches:
            places = self._shown[first : last + 1]
            ticks[places[self._may[places]]] = on
            self.dataChanged.emit(self.index(first, ROW), self.index(last, ROW))
        del ticks
        self.ticked.emit()

    def tick_shown(self, *, on: bool) -> None:
        """Tick all rows shown, or untick them."""
        if len(self._shown):
            self.tick([(0, len(self._shown) - 1)], on=on)

    # What the view asks

    def rowCount(self, parent: Index = _FLAT) -> int:
        """How many values are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _FLAT) -> int:
        """The row's number, as read, as understood, and the state."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """A column's title."""
        if role == _DISPLAY and orientation is Qt.Orientation.Horizontal:
            return self._heads[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be added can be ticked in its first column."""
        return _TICKABLE if index.column() == ROW and self.may_be_ticked(index.row()) else _CHOOSABLE

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """The words of a cell, its tick, and what a screen reader says of it."""
        if role == _DISPLAY:
            return self.text(self.row_at(index.row()), index.column())
        if role == _TIP and index.column() in (READ, STATE):
            return plain_tip(self.text(self.row_at(index.row()), index.column()))
        if index.column() != ROW:
            return None
        if role == _CHECK and self.may_be_ticked(index.row()):
            return _CHECKED if self.is_ticked(index.row()) else _UNCHECKED
        if role == _SPOKEN:
            return self._words.spoken(self.row_at(index.row()), ticked=self.is_ticked(index.row()))
        return None

    def setData(self, index: Index, value: Any, role: int = _DISPLAY) -> bool:
        """Tick a row or untick it."""
        if role != _CHECK or index.column() != ROW:
            return False
        self.tick([(index.row(), index.row())], on=Qt.CheckState(value) == _CHECKED)
        return True

    def text(self, row: RowPlan, column: int) -> str:
        """What a cell says."""
        if column == ROW:
            return str(row.number)
        says = {
            READ: self._words.as_read,
            COUNTS: self._words.counts,
            VALUE: self._words.value,
            DATE: self._words.when,
            STATE: self._words.state,
        }
        return says[column](row)
