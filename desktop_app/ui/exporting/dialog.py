"""Asks what is to be exported, in which form, and whether private records go along."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.services.exchange.wishes import Format
from desktop_app.ui.exporting.scopes import Scope
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.words.translate import _

_LINES = 3
"""Of the remark, so that the dialog keeps its size whatever is chosen."""


class LedgerExportDialog(QDialog):
    """Accepted when a file may be asked for; the properties are then what was chosen."""

    def __init__(
        self,
        scopes: Sequence[Scope],
        format: Format,
        *,
        hxl: bool,
        has_private: bool,
        as_of: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`as_of` says, in a sentence, of which day it is; empty for today."""
        super().__init__(parent)
        self.setObjectName("ledgerExportDialog")
        self.setWindowTitle(_("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._scopes, self._as_of, self._has_private = scopes, as_of, has_private
        self.what = QComboBox()
        self.what.setObjectName("exportWhat")
        self.what.setAccessibleName(_("What"))
        self.what.addItems([scope.words for scope in scopes])
        self.formats = Segmented(
            _("Format"),
            [
                (Format.CSV, _("CSV table")),
                (Format.XLSX, _("Excel workbook")),
                (Format.PACKAGE, _("Data package")),
                (Format.JSON, _("JSON")),
            ],
        )
        self.tags = QCheckBox(_("With a row of &HXL hashtags"))
        self.tags.setChecked(hxl)
        self.private = QCheckBox(_("With notes and &private records"))
        self.private.setVisible(has_private)
        self.remark = TextLabel("", "muted", wrap=True)
        self.export = Button(_("Export…"), look="primary")
        self.export.setObjectName("exportAccept")
        self.export.setDefault(True)
        self.cancel = Button(_("Cancel"))
        self.formats.choose(format)
        self._lay_out()
        self._connect()
        self._fit()

    def _connect(self) -> None:
        self.what.currentIndexChanged.connect(self._fit)
        self.formats.chosen.connect(self._fit)
        self.private.toggled.connect(self._fit)
        self.export.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)

    @property
    def scope(self) -> Scope:
        """What is to leave."""
        return self._scopes[self.what.currentIndex()]

    @property
    def format(self) -> Format:
        """In which form."""
        return Format(self.formats.choice)

    @property
    def hxl(self) -> bool:
        """Whether hashtags are wished, in a form that has a place for them."""
        return self.tags.isChecked() and self.format in (Format.CSV, Format.XLSX)

    @property
    def everything(self) -> bool:
        """Whether private records go along."""
        return self._has_private and self.private.isChecked()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for row, (words, field) in enumerate(((_("&What"), self.what), (_("&Format"), self.formats))):
            label = TextLabel(words)
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self.tags, 2, 1)
        grid.addWidget(self.private, 3, 1)
        grid.setColumnStretch(1, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(14)
        column.addLayout(grid)
        column.addWidget(self.remark)
        column.addStretch(1)
        column.addLayout(buttons)
        letters = self.fontMetrics()
        self.remark.setMinimumHeight(letters.lineSpacing() * _LINES)
        self.remark.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setMinimumWidth(letters.averageCharWidth() * 74)

    def _fit(self, _what: object = None) -> None:
        """A CSV file holds one table, and not every form has a place for hashtags."""
        one_table = len(self.scope.kinds) == 1
        self.formats.enable(Format.CSV, one_table, _("A CSV file holds one table only."))
        if self.format is Format.CSV and not one_table:
            self.formats.choose(Format.PACKAGE)
        self.tags.setEnabled(self.format in (Format.CSV, Format.XLSX))
        self.remark.setText(" ".join(part for part in self._remarks() if part))

    def _remarks(self) -> tuple[str, ...]:
        if not self._has_private:
            private = ""
        elif self.private.isChecked():
            private = _("Notes and private records go along: the file is not for an audience.")
        else:
            private = _("Notes and private records are left out.")
        return (_form_words(self.format), self._as_of, private)


def _form_words(format: Format) -> str:
    match format:
        case Format.CSV:
            return _("One table that every program reads.")
        case Format.XLSX:
            return _("A sheet that explains each column, then a sheet for each table.")
        case Format.PACKAGE:
            return _("All tables as CSV, a description of each column, and the kept copies, in one ZIP file.")
        case Format.JSON:
            return _("One document for programs.")
