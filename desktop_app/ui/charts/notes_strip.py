"""The strip above the chart: what a reader should know before comparing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.charts.shapes import Note
from desktop_app.ui.charts.passage import Line, Passage
from desktop_app.ui.widgets.buttons import Button
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n


class NotesStrip(QWidget):
    """The first note, and the others when asked for; not there at all while there is nothing to note.

    A note about figures opens the first of them (`figureAsked` carries its id).
    """

    figureAsked = Signal(str)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self.setObjectName("chartNotes")
        self._formats = formats
        self._notes: tuple[Note, ...] = ()
        self._open = False
        # The first line stays, so that the Tab key meets the notes where they are read.
        self.first = Passage([Line("")], icon_name="info")
        self.first.clicked.connect(self._ask_first)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._lines.addWidget(self.first)
        self.more = Button("", look="link")
        self.more.setObjectName("moreNotes")
        self.more.clicked.connect(self._turn)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 0)
        row.setSpacing(10)
        row.addLayout(self._lines, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def words(self) -> list[str]:
        """The notes to be read now."""
        found = (self._lines.itemAt(place) for place in range(self._lines.count()))
        widgets = (item.widget() for item in found if item is not None)
        return [widget.words for widget in widgets if isinstance(widget, Passage) and self._notes]

    def show_notes(self, notes: tuple[Note, ...]) -> None:
        """Show these; the same again changes nothing."""
        if notes != self._notes:
            self._notes = notes
            self._fill()

    def _turn(self) -> None:
        self._open = not self._open
        self._fill()

    def _fill(self) -> None:
        while (item := self._lines.takeAt(1)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.setVisible(bool(self._notes))
        if not self._notes:
            return
        self.first.show_lines([Line(self._notes[0].text)], opens=bool(self._notes[0].figures))
        before: QWidget = self.first
        for note in self._notes[1:] if self._open else ():
            passage = Passage([Line(note.text)], icon_name="info", opens=bool(note.figures))
            if note.figures:
                passage.clicked.connect(partial(self._ask, note.figures[0]))
            self._lines.addWidget(passage)
            QWidget.setTabOrder(before, passage)
            before = passage
        rest = len(self._notes) - 1
        self.more.setVisible(rest > 0)
        middle = Qt.AlignmentFlag.AlignTop if self._open else Qt.AlignmentFlag.AlignVCenter
        self._row.setAlignment(self.more, middle)
        words = _n("and {n} more note", "and {n} more notes", rest).format(n=self._formats.number(rest))
        self.more.setText(_("Only the first note") if self._open else words)

    def _ask_first(self) -> None:
        if self._notes and self._notes[0].figures:
            self.figureAsked.emit(self._notes[0].figures[0])

    def _ask(self, figure: str, _checked: bool = False) -> None:
        self.figureAsked.emit(figure)
