"""Shows every version of one record, field by field, and brings an earlier one back."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.records import Record
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services import history
from desktop_app.services.workspace import Step
from desktop_app.ui.context import Context
from desktop_app.ui.history import rows
from desktop_app.ui.history.rows import HistoryRow
from desktop_app.ui.theme.tokens import em
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.field import TextBox
from desktop_app.ui.widgets.labels import TextLabel, announce
from desktop_app.ui.widgets.table import RecordTableView
from desktop_app.words import field_labels, refusals
from desktop_app.words.translate import _

_WIDTHS = "history/table"


class HistoryDialog(QDialog):
    """The versions of a record, newest first; it follows the workspace while it is open."""

    def __init__(self, context: Context, kind: type[Record], id: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("historyDialog")
        self.setWindowTitle(_("History"))
        self._context, self._kind, self._id = context, kind, id
        self._versions: list[history.Version] = []
        self._now: Record | None = None
        self._rewriting = False
        self.field = QComboBox()
        self.field.setObjectName("historyField")
        self.field.setAccessibleName(_("Field"))
        self.field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.table = RecordTableView(rows.columns(context.formats), name=_("Versions"))
        self.table.setObjectName("historyTable")
        self.whole = TextBox(_("The chosen line in full"), lines=4)
        self.whole.setObjectName("historyWhole")
        self.whole.setReadOnly(True)
        self.news = TextLabel("", "warn", wrap=True)
        self.news.hide()
        self.restore = Button(_("&Restore this version"), look="primary")
        self.restore.setObjectName("restoreVersion")
        self.leave = Button(_("Close"), key="Esc")
        self._lay_out(title)
        self.table.sort_by("when", descending=True)
        self.table.restore_state(context.settings.store, _WIDTHS)
        self.table.currentRecordChanged.connect(self._offer)
        self.field.currentIndexChanged.connect(self._show)
        self.restore.clicked.connect(self._restore)
        self.leave.clicked.connect(self.reject)
        context.bridge.changed.connect(self._heed)
        self._refresh()
        # Qt itself would take no more than two thirds of the screen.
        self.resize(self.sizeHint())
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, title: str) -> None:
        head = QHBoxLayout()
        head.addWidget(TextLabel(title, "heading", elide=True), 1)
        label = TextLabel(_("&Field"), "small")
        label.setBuddy(self.field)
        head.addWidget(label)
        head.addWidget(self.field)
        foot = QHBoxLayout()
        foot.addWidget(self.news, 1)
        foot.addStretch(0)
        foot.addWidget(self.leave)
        foot.addWidget(self.restore)
        body = QVBoxLayout(self)
        body.setContentsMargins(18, 16, 18, 14)
        body.setSpacing(10)
        body.addLayout(head)
        body.addWidget(self.table, 1)
        body.addWidget(self.whole)
        body.addLayout(foot)

    def sizeHint(self) -> QSize:
        """Wide enough for what stood in a field and what stands there now, within a small screen."""
        wished = QSize(em(self.font(), 66), em(self.font(), 32))
        return wished.boundedTo(self.screen().availableSize() * 0.9)

    def done(self, result: int) -> None:
        """Keep the columns."""
        self.table.save_state(self._context.settings.store, _WIDTHS)
        super().done(result)

    def _heed(self, step: Step) -> None:
        if any(edit.kind is self._kind and edit.id == self._id for edit in step.edits):
            self._refresh()

    def _refresh(self) -> None:
        workspace = self._context.workspace
        self._versions = history.versions(workspace, self._kind, self._id)
        self._now = workspace.get(self._kind, self._id)
        chosen = self.field.currentData()
        self._rewriting = True
        self.field.clear()
        self.field.addItem(_("All fields"), "")
        for name in rows.fields_of(self._versions):
            self.field.addItem(field_labels.field(self._kind, name), name)
        self.field.setCurrentIndex(max(0, self.field.findData(chosen)))
        self._rewriting = False
        self._show()

    def _show(self, _index: int = 0) -> None:
        if self._rewriting:
            return
        context, field = self._context, str(self.field.currentData() or "")
        shown = rows.rows(self._kind, self._versions, context.workspace, context.formats, field)
        self.table.show_records(shown)
        if self.table.current_record() is None and shown:
            self.table.select(shown[0].id)
        self._offer(self.table.current_record())

    def _offer(self, row: HistoryRow | None) -> None:
        version = row.version if row is not None else None
        self.restore.setEnabled(
            version is not None and version.record is not None and version.record != self._now
        )
        context = self._context
        self.whole.setPlainText(
            rows.whole_text(self._kind, row, context.workspace, context.formats) if row is not None else ""
        )

    def _restore(self) -> None:
        row = self.table.current_record()
        if row is None:
            return
        seen, context = self._now, self._context
        try:
            history.restore(context.workspace, self._kind, self._id, row.version, seen)
        except Refusal as refusal:
            self._say(self._clash(row.version) or refusals.sentence(refusal), refusal)
            return
        words = _("Restored: the version of {when}").format(when=rows.when(row.version, context.formats))
        self.news.hide()
        context.notices.tell(words, undo=True)

    def _clash(self, version: history.Version) -> str:
        """What this version has and what the record has by now, where it has changed under our hands."""
        workspace, formats = self._context.workspace, self._context.formats
        newest = history.versions(workspace, self._kind, self._id)
        if not newest or newest[0].record == self._now or version.record is None:
            return ""
        self._refresh()
        change = next(iter(newest[0].changes), None)
        if change is None:
            return ""
        mine = field_labels.text(
            self._kind, change.field, getattr(version.record, change.field), workspace, formats
        )
        theirs = field_labels.text(self._kind, change.field, change.after, workspace, formats)
        return _(
            "Changed meanwhile, so nothing was restored: {field} is “{theirs}” now, and “{mine}” in that "
            "version. Restore again to take that version."
        ).format(field=field_labels.field(self._kind, change.field), theirs=theirs, mine=mine)

    def _say(self, words: str, refusal: Refusal) -> None:
        self.news.setText(words)
        self.news.show()
        announce(self, words)
        if refusal.code is not RefusalCode.CHANGED_MEANWHILE:
            self._refresh()


def show_history(context: Context, kind: type[Record], id: str, title: str, parent: QWidget) -> HistoryDialog:
    """Open the history of a record over the window of `parent`. `title` names the record."""
    dialog = HistoryDialog(context, kind, id, title, parent.window())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
