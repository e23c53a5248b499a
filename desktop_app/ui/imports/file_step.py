"""The first step of an import: how a text file is written, or the rows that are pasted."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.services.tabular.books import Book
from desktop_app.ui.imports.combo import Combo
from desktop_app.ui.imports.tables import FirstRows
from desktop_app.ui.widgets.echo import EchoField, Understood
from desktop_app.ui.widgets.field import TextBox
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words import table_words
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n

_ENCODINGS: Final = (
    "utf-8",
    "cp1252",
    "latin-1",
    "utf-16-le",
    "utf-16-be",
    "cp1250",
    "cp1251",
    "cp1256",
    "mac-roman",
)
_PAUSE_MS = 400


class FileStep(QWidget):
    """`wanted` tells that the text is to be read anew, as the properties say."""

    wanted = Signal()

    def __init__(self, formats: Formats, *, pasted: bool) -> None:
        super().__init__()
        self._formats, self._pasted = formats, pasted
        self.text = TextBox(_("Rows"), placeholder=_("Paste rows copied from a spreadsheet"), lines=7)
        self.text.setObjectName("pastedRows")
        self.encoding = Combo(_encodings())
        self.encoding.setObjectName("encodingCombo")
        self.separator = Combo(_separators())
        self.separator.setObjectName("separatorCombo")
        self._fields = {
            "encoding": EchoField(_("&Encoding"), self.encoding),
            "separator": EchoField(_("Cells &parted by"), self.separator),
        }
        self.facts = TextLabel("", "muted", wrap=True)
        self.preview = FirstRows()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.wanted)
        self._lay_out()
        self.text.textChanged.connect(self._pause.start)
        self.encoding.activated.connect(self.wanted)
        self.separator.activated.connect(self.wanted)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        if self._pasted:
            label = TextLabel(_("&Rows"), "small")
            label.setBuddy(self.text)
            column.addWidget(label)
            column.addWidget(self.text)
        else:
            self.text.setParent(None)
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, field in self._fields.items():
            if name != "encoding" or not self._pasted:
                row.addWidget(field)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.facts)
        column.addWidget(self.preview, 1)

    def show_book(self, book: Book | None) -> None:
        """Show how the rows were read; None where they could not be."""
        self.preview.show_sheet(book.sheets[0] if book is not None else None)
        if book is None:
            self.facts.setText("")
            return
        if self.encoding.findData(book.encoding) < 0:
            self.encoding.addItem(book.encoding.upper(), book.encoding)
        self.encoding.choose(book.encoding)
        if self.separator.findData(book.separator) < 0:
            self.separator.addItem(book.separator, book.separator)
        self.separator.choose(book.separator)
        notes = " ".join(table_words.note(note.value) for note in book.notes)
        self._fields["encoding"].set_echo(notes, Understood.WARN)
        count = len(book.sheets[0].rows)
        self.facts.setText(_n("{n} row", "{n} rows", count).format(n=self._formats.number(count)))

    def show_problem(self, words: str) -> None:
        """Say under the field why the rows cannot be read so."""
        self._fields["separator" if self._pasted else "encoding"].set_echo(words, Understood.PROBLEM)

    def read_now(self) -> None:
        """Do not wait for a pause in typing."""
        self._pause.stop()

    def focus_first(self) -> None:
        """Begin where something is to be given."""
        first = self.text if self._pasted else self.encoding
        first.setFocus(Qt.FocusReason.OtherFocusReason)


def _encodings() -> list[tuple[str, str]]:
    words = {
        "cp1252": _("Windows, Western (1252)"),
        "latin-1": _("Western (ISO 8859-1)"),
        "cp1250": _("Windows, Central European (1250)"),
        "cp1251": _("Windows, Cyrillic (1251)"),
        "cp1256": _("Windows, Arabic (1256)"),
        "mac-roman": _("Macintosh, Western"),
    }
    return [(name, words.get(name, name.upper())) for name in _ENCODINGS]


def _separators() -> list[tuple[str, str]]:
    return [
        (",", _("Comma  ,")),
        (";", _("Semicolon  ;")),
        ("\t", _("Tab")),
        ("|", _("Bar  |")),
        (" ", _("Space")),
    ]
