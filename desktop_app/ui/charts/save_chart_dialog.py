"""Asks under which title a chart is saved, and whether it is frozen on its day."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QVBoxLayout, QWidget

from desktop_app.ui.widgets.buttons import Button, last_row
from desktop_app.ui.widgets.echo import EchoField
from desktop_app.ui.widgets.field import Field
from desktop_app.words.translate import _


class SaveChartDialog(QDialog):
    """A title, and for a new chart a box that pins it to `day` (as it is written)."""

    def __init__(self, words: str, title: str, day: str, *, frozen: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("saveChartDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words)
        self.field = Field()
        self.field.setObjectName("chartTitleEdit")
        self.field.setText(title)
        self.field.selectAll()
        self.freeze = QCheckBox(_("&Freeze: always show it as known on {day}").format(day=day))
        self.freeze.setObjectName("freezeChart")
        self.freeze.setChecked(frozen)
        self.freeze.setVisible(bool(day))
        self.keep = Button(_("Save"), look="primary")
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.accept)
        body = QVBoxLayout(self)
        body.setContentsMargins(18, 16, 18, 14)
        body.setSpacing(10)
        body.addWidget(EchoField(_("&Title"), self.field, lines=0))
        body.addWidget(self.freeze)
        body.addLayout(last_row(self, self.keep))
        self.freeze.ensurePolished()
        self.freeze.setMinimumWidth(self.freeze.sizeHint().width())
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 56)
        self.field.textChanged.connect(self._check)
        self._check(title)
        self.field.setFocus()

    @property
    def title(self) -> str:
        """What was typed."""
        return self.field.text().strip()

    def _check(self, title: str) -> None:
        self.keep.setEnabled(bool(title.strip()))
