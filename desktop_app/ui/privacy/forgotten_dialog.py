"""Says what was forgotten and which backups still hold it, and deletes those on request."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.refusals import Refusal
from desktop_app.services import backups
from desktop_app.services.forgetting import Report
from desktop_app.ui.privacy.copies_list import CopiesList
from desktop_app.ui.privacy.fitting import fit
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import TextLabel, announce
from desktop_app.words import privacy_words, refusals
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_LETTERS = 72


class ForgottenDialog(QDialog):
    """The report after a case was forgotten."""

    def __init__(self, report: Report, formats: Formats, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("forgottenDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Forgotten"))
        self._formats = formats
        said = privacy_words.forgotten(report.code, report.forgotten.counts, formats)
        self.said = TextLabel(said, wrap=True)
        self.holding = TextLabel(privacy_words.still_holding(len(report.holding), formats), wrap=True)
        self.list = CopiesList(_("Backups that hold it, or may"), formats)
        for path in report.holding:
            self.list.add(path, chosen=True)
        for path in report.unknown:
            self.list.add(path, _("cannot be told"))
        self.list.itemSelectionChanged.connect(self._enable)
        self.delete = Button(_("&Delete the chosen backups"))
        self.delete.setObjectName("deleteHolding")
        self.delete.clicked.connect(self._delete)
        self.close_button = Button(_("Close"), look="primary")
        self.close_button.clicked.connect(self.accept)
        self._lay_out(report)
        self._show_copies()
        fit(self, _LETTERS)
        first = self.delete if report.holding else self.close_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, report: Report) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(18, 16, 18, 14)
        body.setSpacing(10)
        body.addWidget(self.said)
        if not report.forgotten.is_clean:
            body.addWidget(TextLabel(privacy_words.traces(), "warn", wrap=True))
        if report.sources:
            names = [source.short_name for source in report.sources]
            body.addWidget(TextLabel(privacy_words.sources_left(names), wrap=True))
        body.addWidget(self.holding)
        body.addWidget(self.list)
        self.unknown = TextLabel(privacy_words.unknown(len(report.unknown), self._formats), wrap=True)
        self.unknown.setVisible(bool(report.unknown))
        body.addWidget(self.unknown)
        body.addWidget(
            TextLabel(_("Copies that were saved or handed on are not looked at."), "muted", wrap=True)
        )
        buttons = QHBoxLayout()
        buttons.addWidget(self.delete)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        body.addLayout(buttons)

    def _show_copies(self) -> None:
        some = self.list.count() > 0
        self.list.setVisible(some)
        self.delete.setVisible(some)
        self._enable()

    def _enable(self) -> None:
        self.delete.setEnabled(bool(self.list.selectedItems()))

    def _delete(self) -> None:
        said = _("The chosen backups are deleted.")
        for path in self.list.chosen():
            try:
                backups.delete([path])
            except Refusal as refusal:
                said = refusals.sentence(refusal)
                break
            self.list.drop(path)
        self.holding.setText(said)
        self._show_copies()
        fit(self, _LETTERS)
        announce(self, said)
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)
