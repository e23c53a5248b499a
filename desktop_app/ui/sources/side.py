"""The side of the page of sources: the form, the kept copies, and what rests on the chosen source."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.records import Record
from desktop_app.domain.sources import Source
from desktop_app.domain.statements import Statement
from desktop_app.services import sources
from desktop_app.ui.attachments.kept_copies import KeptCopies, files_of
from desktop_app.ui.context import Context
from desktop_app.ui.sources import used_by
from desktop_app.ui.sources.form import SourceForm
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import TextLabel, plain_tip, rule, section_label
from desktop_app.words.translate import _, _n

_FIRST_USERS = 12


class SourceSide(QScrollArea):
    """Form, copies and users in one column. Files dropped on it are kept with the source shown."""

    recordOpened = Signal(object)
    """A record that rests on the source is asked for."""

    def __init__(self, context: Context, form: SourceForm) -> None:
        super().__init__()
        self._context = context
        self.form = form
        self.copies = KeptCopies(context, form.save, first=_("Add the source first."))
        self._title = section_label("")
        self.users = QVBoxLayout()
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(18, 18, 18, 18)
        column.setSpacing(10)
        column.addWidget(form)
        column.addWidget(rule())
        column.addWidget(self.copies)
        column.addWidget(self._title)
        column.addLayout(self.users)
        column.addStretch(1)
        self.setObjectName("sourceInspector")
        self.setProperty("region", "inspector")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(page)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAcceptDrops(True)

    def show_source(self, source: Source | None) -> None:
        """Show what belongs to a source; the form is filled by the page, which knows what was typed."""
        self.copies.show_record(source)
        while (item := self.users.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        found = sources.used_by(self._context.view, source.id) if source else []
        number = self._context.formats.number
        if source is None:
            self._title.setText("")
        elif not found:
            self._title.setText(_("Not used yet"))
        else:
            words = _n("Used by {n} record", "Used by {n} records", len(found))
            self._title.setText(words.format(n=number(len(found))))
        before: QWidget = self.copies.keep
        for record in found[:_FIRST_USERS]:
            line = self._user_line(record)
            self.users.addWidget(line)
            if isinstance(line, Button):
                QWidget.setTabOrder(before, line)
                before = line
        if len(found) > _FIRST_USERS:
            rest = number(len(found) - _FIRST_USERS)
            self.users.addWidget(TextLabel(_("and {n} more").format(n=rest), "small"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files of this computer may be dropped while a source is shown."""
        if self.form.source is not None and files_of(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep the files that were dropped."""
        event.acceptProposedAction()
        self.copies.keep_files(files_of(event.mimeData()))

    def _user_line(self, record: Record) -> QWidget:
        words = used_by.words(record, self._context.view, self._context.formats)
        shown = used_by.short(words)
        tip = plain_tip(words) if shown != words else ""
        if not isinstance(record, Figure | Event | Source | Statement):
            label = TextLabel(shown, "small", wrap=True)
            label.setToolTip(tip)
            return label
        button = Button(shown.replace("&", "&&"), look="link")
        button.setAccessibleName(words)
        button.setToolTip(tip)
        button.clicked.connect(partial(self._open, record))
        return button

    def _open(self, record: Record, _checked: bool = False) -> None:
        self.recordOpened.emit(record)
