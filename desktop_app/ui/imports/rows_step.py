"""The fourth step of an import: every row as read and as understood, and which are to be added."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from desktop_app.services.tabular.understanding import Plan, State
from desktop_app.ui.imports.combo import Combo
from desktop_app.ui.imports.draft import ImportDraft
from desktop_app.ui.imports.row_words import RowWords
from desktop_app.ui.imports.rows_model import STATE, RowsModel
from desktop_app.ui.imports.tables import ReadingTable
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.field import TextBox
from desktop_app.ui.widgets.labels import TextLabel, announce
from desktop_app.words import table_words
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_LETTERS = (11, 44, 26, 14, 22)
"""How wide the columns begin, in letters; that of states takes what is left."""
_DETAIL_LINES = 5
_MOST_CHOSEN = 20_000
"""Qt asks each cell whether it may be chosen."""


class RowsTable(ReadingTable):
    """`toggled` tells that Space was pressed on the chosen rows."""

    toggled = Signal()

    def __init__(self, model: RowsModel) -> None:
        super().__init__(_("Rows"))
        self.setObjectName("importRows")
        self.setModel(model)
        header = self.horizontalHeader()
        letter = self.fontMetrics().averageCharWidth()
        for place, letters in enumerate(_LETTERS):
            header.resizeSection(place, letter * letters)
        header.setSectionResizeMode(STATE, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks the chosen rows, whichever cell is current."""
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.toggled.emit()
        else:
            super().keyPressEvent(event)

    def selectAll(self) -> None:
        """Choose all rows, unless they are so many that it would take seconds."""
        if self.model().rowCount() <= _MOST_CHOSEN:
            super().selectAll()
        else:
            announce(self, _("Too many rows to choose at once. Tick all shown ticks them."))

    @property
    def chosen(self) -> list[tuple[int, int]]:
        """The stretches of chosen rows, each by its first and last."""
        ranges = self.selectionModel().selection()
        found = (ranges.at(place) for place in range(ranges.count()))
        return sorted((each.top(), each.bottom()) for each in found)

    def choose(self, row: int) -> None:
        """Make a row the current and only chosen one."""
        flags = QItemSelectionModel.SelectionFlag
        index = self.model().index(row, 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)


class RowsStep(QWidget):
    """`ticked` tells that other rows are to be added."""

    ticked = Signal()

    def __init__(self, draft: ImportDraft, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._plan: Plan | None = None
        self._words = RowWords(draft, formats)
        self.model = RowsModel(self._words, self)
        self.table = RowsTable(self.model)
        self.show_only = Combo(letters=26)
        self.show_only.setObjectName("stateCombo")
        self.tick_all = Button(_("&Tick all shown"))
        self.untick_all = Button(_("&Untick all shown"))
        self.summary = TextLabel("", "muted", wrap=True)
        self.details = TextBox(_("Details of the row"), lines=_DETAIL_LINES)
        self.details.setObjectName("rowDetails")
        self.details.setReadOnly(True)
        self._lay_out()
        self.table.toggled.connect(self._toggle)
        self.table.selectionModel().currentRowChanged.connect(self._show_details)
        self.show_only.activated.connect(self._narrow)
        self.tick_all.clicked.connect(self._tick_all)
        self.untick_all.clicked.connect(self._untick_all)
        self.model.ticked.connect(self.ticked)

    def _lay_out(self) -> None:
        label = TextLabel(_("&Show"))
        label.setBuddy(self.show_only)
        self.show_only.setAccessibleName(_("Show"))
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(label)
        top.addWidget(self.show_only)
        top.addStretch(1)
        top.addWidget(self.tick_all)
        top.addWidget(self.untick_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self.details)
        column.addWidget(self.summary)

    def show_plan(self, plan: Plan) -> None:
        """Show what every row comes to."""
        self._plan = plan
        counts = plan.counts
        entries = [("", self._counted(_("All rows"), len(plan)))]
        entries += [
            (state.value, self._counted(table_words.state(state.value), count))
            for state, count in counts.items()
            if count
        ]
        self.show_only.show_entries(entries)
        self.show_only.choose("")
        self.model.show_plan(plan)
        said = [words for _key, words in entries[1:]]
        self.summary.setText(_("{counts}. Space ticks a row.").format(counts=", ".join(said)))
        announce(self, self.summary.text())
        if len(plan):
            self.table.choose(0)

    def focus_first(self) -> None:
        """Begin at the rows."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _counted(self, words: str, count: int) -> str:
        return _("{what}: {n}").format(what=words, n=self._formats.number(count))

    def _narrow(self) -> None:
        key = self.show_only.choice
        self.model.show_state(State(key) if key else None)
        if self.model.rowCount():
            self.table.choose(0)
        announce(self.table, self.show_only.currentText())

    def _toggle(self) -> None:
        stretches = self.table.chosen
        if not stretches:
            return
        first = self.model.first_to_tick(stretches)
        if first is None:
            announce(self.table, _("Nothing of it can be added"))
            return
        on = not self.model.is_ticked(first)
        self.model.tick(stretches, on=on)
        announce(self.table, _("Ticked") if on else _("Not ticked"))

    def _tick_all(self) -> None:
        self.model.tick_shown(on=True)

    def _untick_all(self) -> None:
        self.model.tick_shown(on=False)

    def _show_details(self) -> None:
        index = self.table.currentIndex()
        if not index.isValid() or self._plan is None:
            self.details.setPlainText("")
            return
        row = self.model.row_at(index.row())
        self.details.setPlainText("\n".join(self._words.details(row, self._plan)))
