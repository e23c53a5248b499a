"""The preview of a file that Evenhand exported: what is new, the same, changed, and what cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.records import Record
from desktop_app.services.exchange.planning import Plan
from desktop_app.ui.context import Context
from desktop_app.ui.imports import return_words
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.choices import Choice, ChoiceList
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words import field_labels
from desktop_app.words.translate import _, _n

_LISTED = 500


class ReturnDialog(QDialog):
    """`wanted` carries whether changed records are to be taken over too; nothing is written before."""

    wanted = Signal(bool)

    def __init__(self, context: Context, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("returnDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        path = plan.brought.recognised.path
        self.setWindowTitle(_("Import {name}").format(name=path.name))
        self._context, self._plan = context, plan
        self.facts = TextLabel(return_words.facts(plan.brought.recognised.facts, context.formats), wrap=True)
        self.counts = TextLabel(self._counted(), "heading", wrap=True)
        self.records = ChoiceList(_("Records of the file"), list(islice(self._lines(), _LISTED)))
        self.records.setObjectName("returnList")
        self.records.setCurrentRow(0)
        changed = len(plan.changed)
        words = _n("Also take over {n} &changed record", "Also take over {n} &changed records", changed)
        self.changes = QCheckBox(words.format(n=context.formats.number(changed)))
        self.changes.setChecked(plan.brought.is_of_now)
        self.changes.setVisible(changed > 0)
        self.bring = Button("", look="primary", key="Ctrl+Return")
        self.bring.setObjectName("bringButton")
        self.cancel = Button(_("Cancel"))
        self._lay_out()
        self.changes.toggled.connect(self._show_count)
        self.bring.clicked.connect(self._bring)
        self.cancel.clicked.connect(self.reject)
        self._show_count()
        self.records.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        for button in (self.cancel, self.bring):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(12)
        for part in (self.facts, self.counts, self.records, self.changes):
            column.addWidget(part)
        column.setStretchFactor(self.records, 1)
        column.addLayout(buttons)
        letter = self.fontMetrics().averageCharWidth()
        room = self.screen().availableSize()
        self.resize(min(letter * 100, int(room.width() * 0.92)), min(letter * 75, int(room.height() * 0.86)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter brings in, wherever the keyboard is; Enter alone does nothing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.bring.isEnabled():
                self._bring()
            event.accept()
            return
        super().keyPressEvent(event)

    @property
    def count(self) -> int:
        """How many records would be written."""
        changed = len(self._plan.changed) if self.changes.isChecked() else 0
        return len(self._plan.new) + changed

    def _show_count(self) -> None:
        words = _n("&Bring in {n} record", "&Bring in {n} records", self.count)
        self.bring.setText(words.format(n=self._context.formats.number(self.count)))
        self.bring.setEnabled(self.count > 0)

    def _bring(self) -> None:
        self.wanted.emit(self.changes.isChecked())
        self.accept()

    def _counted(self) -> str:
        plan, number = self._plan, self._context.formats.number
        counts = (
            (_("New: {n}"), len(plan.new)),
            (_("The same: {n}"), plan.same),
            (_("Changed: {n}"), len(plan.changed)),
            (_("Cannot be read: {n}"), len(plan.unreadable)),
        )
        return " · ".join(words.format(n=number(count)) for words, count in counts)

    def _lines(self) -> Iterator[Choice]:
        """What cannot be read, what is changed, what is new."""
        for place, row in enumerate(self._plan.unreadable):
            yield Choice(f"unreadable {place}", return_words.unreadable(row, self._context.formats))
        for change in self._plan.changed:
            fields = ", ".join(field_labels.field(type(change.after), name) for name in change.fields)
            words = _("Changed: {record}: {fields}").format(record=self._name(change.after), fields=fields)
            yield Choice(change.after.id, words)
        for record in self._plan.new:
            yield Choice(record.id, _("New: {record}").format(record=self._name(record)))

    def _name(self, record: Record) -> str:
        return return_words.record(record, self._context.view, self._context.formats)
