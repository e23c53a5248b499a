"""Lists the records that are there no more, and leads to the history from which each can be brought back."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.services.workspace import Step
from desktop_app.ui.context import Context
from desktop_app.ui.history import deleted_rows
from desktop_app.ui.history.deleted_rows import DeletedRow
from desktop_app.ui.history.dialog import show_history
from desktop_app.ui.theme.tokens import em
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.ui.widgets.search_box import SearchBox
from desktop_app.ui.widgets.table import RecordTableView
from desktop_app.words.translate import _

_WIDTHS = "history/deleted"


class DeletedDialog(QDialog):
    """Every record that was deleted or undone and has not come back; it follows the workspace."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("deletedDialog")
        self.setWindowTitle(_("Deleted records"))
        self._context = context
        self.search = SearchBox(_("Find in deleted records"))
        self.search.setObjectName("deletedSearch")
        self.table = RecordTableView(
            deleted_rows.columns(),
            name=_("Deleted records"),
            empty=_("Nothing has been deleted from this workspace."),
            no_match=_("No deleted record matches “{text}”. Clear search (Esc)."),
        )
        self.table.setObjectName("deletedTable")
        self.history = Button(_("&History and restore…"), look="primary")
        self.history.setObjectName("deletedHistory")
        self.leave = Button(_("Close"), key="Esc")
        self._lay_out()
        self.table.sort_by("when", descending=True)
        self.table.restore_state(context.settings.store, _WIDTHS)
        self.search.searched.connect(self.table.set_filter)
        self.search.resultsWanted.connect(self.table.setFocus)
        self.table.currentRecordChanged.connect(self._offer)
        self.table.recordActivated.connect(self._open)
        self.history.clicked.connect(self._open_chosen)
        self.leave.clicked.connect(self.reject)
        context.bridge.changed.connect(self._heed)
        self._refresh()
        self.resize(self.sizeHint())
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        """Room for a line that says which record it was, within a small screen."""
        wished = QSize(em(self.font(), 66), em(self.font(), 30))
        return wished.boundedTo(self.screen().availableSize() * 0.9)

    def done(self, result: int) -> None:
        """Keep the columns."""
        self.table.save_state(self._context.settings.store, _WIDTHS)
        super().done(result)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        words = _("Every version of each is still in the history. Records of a forgotten case are not.")
        head.addWidget(TextLabel(words, "muted", wrap=True), 1)
        head.addWidget(self.search)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.history)
        body = QVBoxLayout(self)
        body.setContentsMargins(18, 16, 18, 14)
        body.setSpacing(10)
        body.addLayout(head)
        body.addWidget(self.table, 1)
        body.addLayout(foot)

    def _heed(self, _step: Step) -> None:
        self._refresh()

    def _refresh(self) -> None:
        workspace = self._context.workspace
        self.table.show_records(deleted_rows.rows(workspace.deleted(), workspace, self._context.formats))
        if self.table.current_record() is None and self.table.records.rowCount():
            self.table.select(self.table.records.id_at(0))
        self._offer(self.table.current_record())

    def _offer(self, row: DeletedRow | None) -> None:
        self.history.setEnabled(row is not None)

    def _open_chosen(self) -> None:
        row = self.table.current_record()
        if row is not None:
            self._open(row)

    def _open(self, row: DeletedRow) -> None:
        show_history(self._context, row.kind, row.id, row.words, self)
