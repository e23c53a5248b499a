"""The side of the page of field notes: all that the chosen note says, its files, and what was made of it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.events import Event
from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.figures import Figure
from desktop_app.domain.records import Record
from desktop_app.services import field_notes
from desktop_app.ui.attachments.kept_copies import KeptCopies, files_of
from desktop_app.ui.context import Context
from desktop_app.ui.notes import words
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.labels import TextLabel, rule, section_label
from desktop_app.ui.widgets.wrapped_link import WrappedLink
from desktop_app.words.finding_subjects import subject_of
from desktop_app.words.translate import _


class NoteSide(QScrollArea):
    """Shows one note. Files dropped on it are kept with it; what it asks for is carried out by the page."""

    changeAsked = Signal()
    figureAsked = Signal()
    eventAsked = Signal()
    recordOpened = Signal(object)
    """A record that was made of the note is asked for."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._note: FieldNote | None = None
        self.heading = TextLabel("", "heading", wrap=True)
        self.place = TextLabel("", "muted", wrap=True)
        self.seen = TextLabel("", wrap=True)
        self.change = Button(_("Change"), key="F2")
        self.change.setObjectName("changeNote")
        self.to_figure = Button(_("Make a figure…"))
        self.to_figure.setObjectName("noteToFigure")
        self.to_event = Button(_("Make an event…"))
        self.to_event.setObjectName("noteToEvent")
        self._facts, self._became = QVBoxLayout(), QVBoxLayout()
        self._became_title = section_label("")
        self.copies = KeptCopies(context, self.change, first=_("Add the note first."))
        self._parts = QWidget()
        self._nothing = TextLabel(_("Choose a note to see all of it, and its files."), "muted", wrap=True)
        self._lay_out()
        self.change.clicked.connect(self.changeAsked)
        self.to_figure.clicked.connect(self.figureAsked)
        self.to_event.clicked.connect(self.eventAsked)
        self.show_note(None)

    def _lay_out(self) -> None:
        ways = FlowLayout(spacing=8)
        for button in (self.to_figure, self.to_event):
            ways.addWidget(button)
        parts = QVBoxLayout(self._parts)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(8)
        for part in (self.heading, self.place, self.seen):
            parts.addWidget(part)
        parts.addLayout(self._facts)
        parts.addWidget(self.change)
        parts.addWidget(rule())
        parts.addWidget(self.copies)
        parts.addWidget(rule())
        parts.addWidget(self._became_title)
        parts.addLayout(self._became)
        parts.addLayout(ways)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(18, 18, 18, 18)
        column.addWidget(self._nothing)
        column.addWidget(self._parts)
        column.addStretch(1)
        self.setObjectName("noteInspector")
        self.setProperty("region", "inspector")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
        self.setAcceptDrops(True)

    @property
    def note(self) -> FieldNote | None:
        """The note shown."""
        return self._note

    def show_note(self, note: FieldNote | None) -> None:
        """Show a note, or that none is chosen."""
        self._note = note
        self._parts.setVisible(note is not None)
        self._nothing.setVisible(note is None)
        self.copies.show_record(note)
        if note is None:
            return
        self.heading.setText(words.moment(note, self._context.formats))
        self.place.setText(note.place)
        self.place.setVisible(bool(note.place))
        self.seen.setText(note.seen)
        self.seen.setVisible(bool(note.seen))
        self._show_facts(note)
        self._show_became(note)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files of this computer may be dropped while a note is shown."""
        if self._note is not None and files_of(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep the files that were dropped."""
        event.acceptProposedAction()
        self.copies.keep_files(files_of(event.mimeData()))

    def _show_facts(self, note: FieldNote) -> None:
        _clear(self._facts)
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for line, (name, said) in enumerate(words.facts(note, self._context.formats)):
            grid.addWidget(TextLabel(name, "muted"), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(TextLabel(said, wrap=True), line, 1)
        self._facts.addWidget(holder)

    def _show_became(self, note: FieldNote) -> None:
        _clear(self._became)
        made = field_notes.became(self._context.view, note)
        self._became_title.setText(_("Became") if made else _("Not made into anything yet"))
        before: QWidget = self.copies.keep
        for record in made:
            said = subject_of(record, self._context.view, self._context.formats)
            if isinstance(record, Figure | Event):
                link = WrappedLink(said)
                link.clicked.connect(partial(self._open, record))
                self._became.addWidget(link)
                QWidget.setTabOrder(before, link)
                before = link
            else:
                self._became.addWidget(TextLabel(said, wrap=True))
        QWidget.setTabOrder(before, self.to_figure)

    def _open(self, record: Record, _checked: bool = False) -> None:
        self.recordOpened.emit(record)


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
