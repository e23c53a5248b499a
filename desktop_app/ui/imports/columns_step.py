"""The third step of an import: which row holds the titles, and what each column is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.date_words import Order
from desktop_app.domain.measures import Measure
from desktop_app.services.tabular.guessing import NO_TITLES
from desktop_app.services.tabular.layouts import Column, Layout
from desktop_app.services.tabular.targets import Target
from desktop_app.services.tabular.values import Decimals
from desktop_app.ui.imports import column_words
from desktop_app.ui.imports.column_row import ColumnRow
from desktop_app.ui.imports.combo import Combo
from desktop_app.ui.imports.defaults import Defaults
from desktop_app.ui.imports.draft import ImportDraft, Lack
from desktop_app.ui.widgets.echo import EchoField, Understood
from desktop_app.ui.widgets.labels import TextLabel, rule
from desktop_app.words import labels
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n

_MOST_ROWS = 60
"""Columns beyond these are read as guessed, and counted."""


class ColumnsStep(QWidget):
    """`titlesChosen` carries the row of titles, or NO_TITLES; what else is chosen goes into the draft."""

    titlesChosen = Signal(int)
    fieldsMade = Signal()
    """There are other fields than before, and Tab meets them after all others."""

    def __init__(self, draft: ImportDraft, formats: Formats) -> None:
        super().__init__()
        self._draft, self._formats = draft, formats
        self._measures = [(each.id, labels.measure(each)) for each in draft.view.every(Measure)]
        self._shown: Layout | None = None
        self.titles = Combo(letters=40)
        self.titles.setObjectName("titlesCombo")
        self.remembered = TextLabel(_("As chosen for such a file before."), "muted", wrap=True)
        self.defaults = Defaults(self._measures, draft.today, formats)
        self.rows: list[ColumnRow] = []
        self.names: dict[str, EchoField] = {}
        self._more = TextLabel("", "muted", wrap=True)
        self._lay_out()
        self.titles.activated.connect(self._choose_titles)
        self.defaults.changed.connect(self._take_constants)

    def _lay_out(self) -> None:
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(2)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.area.setWidget(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(EchoField(_("&Titles are in"), self.titles, lines=0))
        column.addWidget(self.remembered)
        column.addWidget(self.defaults)
        column.addWidget(rule())
        column.addWidget(self.area, 1)

    def show_draft(self) -> None:
        """Show the draft's layout, with new rows where the columns are others."""
        draft, layout = self._draft, self._draft.layout
        assert layout is not None
        assert draft.sheet is not None
        self.remembered.setVisible(draft.is_remembered)
        self.titles.show_entries(column_words.header_rows(draft.sheet))
        at = layout.header_row if layout.header_row is not None else NO_TITLES
        self.titles.choose(str(at))
        self._make_rows(layout)
        self.refresh()

    def _make_rows(self, layout: Layout) -> None:
        while (item := self._list.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None and gone is not self._more:
                gone.hide()
                gone.deleteLater()
        groups = list(_groups(layout))
        self.rows = []
        for columns in groups[:_MOST_ROWS]:
            row = ColumnRow(columns, self._measures, self._draft.today, self._formats)
            row.targetChosen.connect(self._choose_target)
            row.measureChosen.connect(self._choose_measure)
            row.orderChosen.connect(self._choose_order)
            row.decimalsChosen.connect(self._choose_decimals)
            self.rows.append(row)
            self._list.addWidget(row)
        beyond = len(groups) - len(self.rows)
        words = _n("{n} more column is read as guessed.", "{n} more columns are read as guessed.", beyond)
        self._more.setText(words.format(n=self._formats.number(beyond)))
        self._more.setVisible(beyond > 0)
        self._list.addWidget(self._more)
        self._list.addStretch(1)
        self.names = {}
        self._name_measures()

    def _name_measures(self) -> None:
        """Ask for the measures that go by names of the file's own."""
        known = dict(self._draft.layout.named) if self._draft.layout is not None else {}
        for field in self.names.values():
            field.hide()
            field.deleteLater()
        self.names = {}
        for name in self._draft.unknown_names():
            combo = Combo([("", _("No measure: leave its rows out")), *self._measures], letters=24)
            combo.choose(known.get(name, ""))
            shown = column_words.shortened(name, 60)
            field = EchoField(_("“{name}” counts").format(name=shown.replace("&", "&&")), combo, lines=0)
            combo.activated.connect(partial(self._name, name))
            self.names[name] = field
            self._list.insertWidget(len(self.rows) + len(self.names) - 1, field)
        self.fieldsMade.emit()

    @property
    def last_field(self) -> QWidget:
        """Where Tab ends within the columns."""
        asked = list(self.names.values())
        return asked[-1].field if asked else self.rows[-1].decimals if self.rows else self.titles

    def refresh(self) -> None:
        """Show what the draft says now in the rows that are there."""
        layout = self._draft.layout
        assert layout is not None
        measured = {column.index for column in self._draft.value_columns()}
        for row in self.rows:
            columns = [layout.columns[column.index] for column in row.columns]
            row.show_columns(columns, asks_measure=columns[0].index in measured)
        self.defaults.show_draft(self._draft)

    # What is chosen

    def _choose_titles(self) -> None:
        self.titlesChosen.emit(int(self.titles.choice))

    def _choose_target(self, row: ColumnRow, key: str) -> None:
        before = self._measure_columns()
        self._draft.set_target([column.index for column in row.columns], Target(key) if key else None)
        if before != self._measure_columns():
            self._name_measures()
        self.refresh()

    def _choose_measure(self, row: ColumnRow, key: str) -> None:
        self._draft.set_measure(row.columns[0].index, key)
        self.refresh()

    def _choose_order(self, row: ColumnRow, key: str) -> None:
        layout = self._draft.layout
        if layout is not None and key:
            self._draft.change(layout.with_date_order(cast("Order", key), row.columns[0].index))
        self.refresh()

    def _choose_decimals(self, row: ColumnRow, key: str) -> None:
        layout = self._draft.layout
        if layout is not None and key:
            self._draft.change(layout.with_decimals(cast("Decimals", key), row.columns[0].index))
        self.refresh()

    def _take_constants(self, texts: dict[str, str]) -> None:
        self._draft.set_constants(**texts)

    def _name(self, name: str, _place: int) -> None:
        combo = self.names[name].field
        assert isinstance(combo, Combo)
        self._draft.set_name(name, combo.choice)

    def _measure_columns(self) -> tuple[Column, ...]:
        return self._draft.layout.of(Target.MEASURE) if self._draft.layout is not None else ()

    # What is lacking

    def show_lacks(self) -> bool:
        """Say under each field what must be said yet, and go to the first; whether there is any."""
        first: QWidget | None = None
        for lack in self._draft.lacks():
            field = self._field(lack.field)
            if field is None:
                continue
            field.set_echo(self._words(lack), Understood.PROBLEM)
            if first is None:
                first = field.field
                first.setFocus(Qt.FocusReason.OtherFocusReason)
                self.area.ensureWidgetVisible(field)
        return first is not None

    def _words(self, lack: Lack) -> str:
        layout = self._draft.layout
        assert layout is not None
        if lack.code not in ("order", "decimals"):
            return column_words.lack(lack.code)
        column = layout.columns[int(lack.field.partition(" ")[2])]
        asked = column.date_order if lack.code == "order" else column.number_style
        return column_words.choose(asked.why, asked.examples)

    def _field(self, name: str) -> EchoField | None:
        kind, _space, index = name.partition(" ")
        if not index:
            return self.defaults.fields.get(kind) or (self.rows[0].fields["value"] if self.rows else None)
        found = (row for row in self.rows if any(column.index == int(index) for column in row.columns))
        row = next(found, None)
        return row.fields[kind] if row is not None else None

    def focus_first(self) -> None:
        """Begin at what is open, else at the first column."""
        lack = next(self._draft.lacks(), None)
        field = self._field(lack.field) if lack is not None else None
        first = field.field if field is not None else self.rows[0].target if self.rows else self.titles
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        if field is not None:
            self.area.ensureWidgetVisible(field)


def _groups(layout: Layout) -> Iterator[list[Column]]:
    """The columns one by one; those that are a period each, together."""
    group: list[Column] = []
    for column in layout.columns:
        if column.period and column.target is Target.VALUE:
            group.append(column)
            continue
        if group:
            yield group
            group = []
        yield [column]
    if group:
        yield group
