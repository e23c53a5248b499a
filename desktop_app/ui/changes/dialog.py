"""The window that says what changed between two days, and what that did to the headline numbers."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.domain import date_words
from desktop_app.domain.views import Sight
from desktop_app.services.what_changed import Changes, what_changed
from desktop_app.ui.changes import rows
from desktop_app.ui.context import Context
from desktop_app.ui.locales import date_order
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import TextLabel, announce
from desktop_app.ui.widgets.table import RecordTableView
from desktop_app.words import changes as words
from desktop_app.words.translate import _


class ChangesDialog(QDialog):
    """Two days, the effect on the headline, and the figures. Enter on a row goes to its figure."""

    figureAsked = Signal(str)

    def __init__(self, context: Context, first: date, second: date | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("changesDialog")
        self.setWindowTitle(_("What changed since…"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._days: tuple[date, date | None] = (first, second)
        self._sight = Sight.AS_STOOD if context.lens.seen.sight is Sight.AS_STOOD else Sight.KNOWN_ON
        self.since, self.until = Field(_("Since")), Field(_("Until"), placeholder=_("Today"))
        for field, name in ((self.since, "changesSince"), (self.until, "changesUntil")):
            field.setObjectName(name)
            field.editingFinished.connect(self._take_days)
        self._title = TextLabel("", "heading", wrap=True)
        self._problem = TextLabel("", "warn", wrap=True)
        self._effects = QGridLayout()
        self._counts = TextLabel("", "muted")
        self._counts.setObjectName("changesCounts")
        self.table = RecordTableView(
            rows.columns(context.formats), name=_("Figures that changed"), empty=_("No figure changed.")
        )
        self.table.setObjectName("changesTable")
        self.table.recordActivated.connect(self._open)
        self._lay_out()
        self._write_days()
        self._show(what_changed(context.workspace, first, second, self._sight))

    def _lay_out(self) -> None:
        days = QHBoxLayout()
        for words_, field in ((_("&Since"), self.since), (_("&Until"), self.until)):
            label = QLabel(words_)
            label.setBuddy(field)
            days.addWidget(label)
            days.addWidget(field)
        days.addWidget(self._problem, 1)
        self.copy_button = Button(_("Copy all"))
        self.copy_button.clicked.connect(self.copy)
        close = Button(_("Close"))
        close.clicked.connect(self.accept)
        for button in (self.copy_button, close):
            button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addWidget(self._counts, 1)
        foot.addWidget(self.copy_button)
        foot.addWidget(close)
        body = QVBoxLayout(self)
        body.setContentsMargins(18, 16, 18, 14)
        body.setSpacing(10)
        body.addLayout(days)
        body.addWidget(self._title)
        self._effects.setHorizontalSpacing(18)
        self._effects.setColumnStretch(1, 1)
        body.addLayout(self._effects)
        body.addWidget(self.table, 1)
        body.addLayout(foot)
        letter = self.fontMetrics().averageCharWidth()
        room = self.screen().availableGeometry()
        self.resize(min(letter * 140, room.width() - 40), min(letter * 90, room.height() - 60))

    def copy(self) -> None:
        """Put the whole report on the clipboard, as lines with tabs between the cells."""
        QGuiApplication.clipboard().setText(self.text)
        self._context.notices.tell(_("Copied what changed"))

    @property
    def text(self) -> str:
        """The whole report as text."""
        formats, view = self._context.formats, self._context.workspace
        lines = [self._title.text(), ""]
        lines += ["\t".join(effect) for effect in rows.effects(self._changes, view, formats)]
        lines += ["", self._counts.text(), ""]
        columns = rows.columns(formats)
        lines.append("\t".join(column.title for column in columns))
        lines += [
            "\t".join(column.plain(row) for column in columns)
            for row in rows.rows(self._changes, view, formats)
        ]
        return "\n".join(lines)

    def _show(self, changes: Changes) -> None:
        formats, view = self._context.formats, self._context.workspace
        self._changes = changes
        self._title.setText(words.title(*self._days, self._sight, formats))
        while (item := self._effects.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, (name, said) in enumerate(rows.effects(changes, view, formats)):
            self._effects.addWidget(TextLabel(name, "muted"), place, 0)
            self._effects.addWidget(TextLabel(said, "heading"), place, 1)
        self._counts.setText(
            words.counts(len(changes.added), len(changes.revised), len(changes.withdrawn), formats)
        )
        self.table.show_records(list(rows.rows(changes, view, formats)))
        if changes.count:
            self.table.select(self.table.records.id_at(0))
        announce(self, f"{self._title.text()}. {self._counts.text()}")

    def _take_days(self) -> None:
        first = self._read(self.since.text())
        until = self.until.text().strip()
        second = self._read(until) if until else None
        if first is None or (until and second is None):
            self._problem.setText(_("That is not a day. Write it as 6 Nov 2025."))
            return
        if second is not None and second < first:
            self._problem.setText(_("The second day is before the first."))
            return
        self._problem.setText("")
        if (first, second) != self._days:
            self._days = (first, second)
            self._show(what_changed(self._context.workspace, first, second, self._sight))
        self._write_days()

    def _read(self, text: str) -> date | None:
        order = date_order(QLocale())
        return date_words.read(text.strip(), today=self._context.today(), order=order).date.latest

    def _write_days(self) -> None:
        first, second = self._days
        self.since.setText(self._context.formats.day(first))
        self.until.setText(self._context.formats.day(second) if second is not None else "")

    def _open(self, row: rows.ChangeRow) -> None:
        self.figureAsked.emit(row.id)
        self.accept()
