"""The rows of an article under review, as a table with ticks."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.measures import Measure
from desktop_app.services.articles.plan import Row, State
from desktop_app.ui.articles.review import Review
from desktop_app.words import amount_sentences, articles, date_sentences, labels
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

Index = QModelIndex | QPersistentModelIndex

VALUE, COUNTS, DATE, MARKS, STATE = range(5)
_DISPLAY, _TIP = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)
_CHECK, _SPOKEN = int(Qt.ItemDataRole.CheckStateRole), int(Qt.ItemDataRole.AccessibleTextRole)
_FLAT = QModelIndex()


class ReviewModel(QAbstractTableModel):
    """Shows a Review; `ticked` tells that what is to be kept has changed."""

    ticked = Signal()

    def __init__(
        self, review: Review, measures: dict[str, Measure], formats: Formats, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._review, self._measures, self._formats = review, measures, formats
        self._heads = (_("Value"), _("Counts"), _("Date"), _("Marks"), _("State"))

    def show(self) -> None:
        """Show the rows as they are now."""
        self.beginResetModel()
        self.endResetModel()

    def show_row(self, place: int) -> None:
        """Show one row as it is now, and those it may have made known."""
        self.dataChanged.emit(self.index(place, 0), self.index(self.rowCount() - 1, STATE))

    def rowCount(self, parent: Index = _FLAT) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._review.rows)

    def columnCount(self, parent: Index = _FLAT) -> int:
        """How many columns there are."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """The name of a column."""
        if orientation == Qt.Orientation.Horizontal and role == _DISPLAY:
            return self._heads[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What may be ticked can be ticked in its first column."""
        flags = super().flags(index)
        if index.column() == VALUE and self._review.rows[index.row()].may_be_added:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """The words of a cell, its tick, and what a screen reader says of it."""
        row = self._review.rows[index.row()]
        if role == _DISPLAY:
            return self.words(row, index.column())
        if role == _TIP:
            return self._review.article.excerpt(row.candidate) if index.column() == VALUE else None
        if index.column() != VALUE:
            return None
        if role == _CHECK and row.may_be_added:
            checked = Qt.CheckState.Checked, Qt.CheckState.Unchecked
            return checked[0] if self._review.is_ticked(index.row()) else checked[1]
        if role == _SPOKEN:
            said = self.words(row, VALUE)
            if not row.may_be_added:
                return said
            return (
                _("{value}, ticked") if self._review.is_ticked(index.row()) else _("{value}, not ticked")
            ).format(value=said)
        return None

    def setData(self, index: Index, value: Any, role: int = _DISPLAY) -> bool:
        """Tick a row or untick it."""
        if role != _CHECK or index.column() != VALUE:
            return False
        self.tick([index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def tick(self, places: list[int], on: bool) -> None:
        """Tick rows or untick them; those of which nothing comes stay as they are."""
        for place in places:
            if self._review.rows[place].may_be_added:
                self._review.tick(place, on)
                self.dataChanged.emit(self.index(place, VALUE), self.index(place, VALUE))
        self.ticked.emit()

    def words(self, row: Row, column: int) -> str:
        """What a cell says."""
        one = row.candidate
        if column == VALUE:
            return self._value(row)
        if column == COUNTS:
            measure = self._measures.get(row.draft.measure) if row.draft is not None else None
            return (
                labels.measure(measure)
                if measure is not None
                else ""
                if row.draft
                else articles.kind(one.kind)
            )
        if column == DATE:
            if row.figure is None or not row.figure.period.is_dated:
                return articles.when(one, self._formats) if one.timed.needs_day else ""
            return date_sentences.date(row.figure.period, self._formats)
        if column == MARKS:
            listed = _("entry {n}").format(n=one.reference) if one.reference is not None else ""
            return listed or articles.marks(one.markers)
        return articles.state(row.state.value)

    def _value(self, row: Row) -> str:
        if row.figure is not None:
            return (
                amount_sentences.amount(row.figure.amount, self._formats)
                if row.figure.amount.has_number
                else (row.figure.amount_words)
            )
        if row.state is State.STATEMENT or not row.candidate.amount.has_number:
            return row.candidate.words
        unit = row.candidate.unit
        if unit is not None:
            return amount_sentences.amount_with_unit(row.candidate.amount, unit, self._formats)
        return amount_sentences.amount(row.candidate.amount, self._formats)
