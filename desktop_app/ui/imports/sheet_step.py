"""The second step of an import: which of several sheets."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.services.tabular.books import Book, Sheet
from desktop_app.ui.imports.tables import FirstRows
from desktop_app.ui.widgets.choices import Choice, ChoiceList
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words import table_words
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n


class SheetStep(QWidget):
    """`chosen` carries the place of a sheet in the book."""

    chosen = Signal(int)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._book: Book | None = None
        self.sheets = ChoiceList(_("Sheets"))
        self.sheets.setObjectName("sheetList")
        self.preview = FirstRows()
        self.notes = TextLabel("", "muted", wrap=True)
        label = TextLabel(_("&Sheet"), "small")
        label.setBuddy(self.sheets)
        left = QVBoxLayout()
        left.addWidget(label)
        left.addWidget(self.sheets, 1)
        halves = QHBoxLayout()
        halves.setSpacing(12)
        halves.addLayout(left, 1)
        halves.addWidget(self.preview, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(halves, 1)
        column.addWidget(self.notes)
        self.sheets.chosen.connect(self._choose)

    def show_book(self, book: Book, sheet: Sheet) -> None:
        """List the book's sheets, one of them chosen."""
        self._book = book
        self.sheets.show_choices([Choice(str(n), self._words(one)) for n, one in enumerate(book.sheets)])
        place = book.sheets.index(sheet)
        self.sheets.blockSignals(True)
        self.sheets.choose(str(place))
        self.sheets.blockSignals(False)
        self.preview.show_sheet(sheet)
        self.notes.setText(" ".join(table_words.note(note.value) for note in book.notes))
        self.notes.setVisible(bool(book.notes))

    def focus_first(self) -> None:
        """Begin at the list."""
        self.sheets.setFocus(Qt.FocusReason.OtherFocusReason)

    def _words(self, sheet: Sheet) -> str:
        count = len(sheet.rows)
        rows = _n("{n} row", "{n} rows", count).format(n=self._formats.number(count))
        words = _("{name} (hidden, {rows})") if sheet.hidden else _("{name} ({rows})")
        return words.format(name=sheet.name, rows=rows)

    def _choose(self, key: str) -> None:
        if self._book is not None:
            self.preview.show_sheet(self._book.sheets[int(key)])
            self.chosen.emit(int(key))
