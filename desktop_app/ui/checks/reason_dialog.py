"""Asks why findings are accepted: the reason stays with them."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_app.ui.widgets.buttons import Button, last_row
from desktop_app.ui.widgets.echo import EchoField
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words.translate import _


class AcceptDialog(QDialog):
    """One field for the reason, which is needed."""

    def __init__(self, heading: str, reason: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("acceptDialog")
        self.setWindowTitle(_("Accept with reason"))
        self.field = Field()
        self.field.setObjectName("acceptReason")
        self.field.setText(reason)
        self.keep = Button(_("Accept"), look="primary")
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.accept)
        says = _(
            "What is accepted is no longer asked about, as long as its numbers stay the same. "
            "It can be seen, and taken back, at any time."
        )
        body = QVBoxLayout(self)
        body.setContentsMargins(18, 16, 18, 14)
        body.setSpacing(10)
        body.addWidget(TextLabel(heading, "heading", wrap=True))
        body.addWidget(TextLabel(says, wrap=True))
        body.addWidget(EchoField(_("&Reason"), self.field, lines=0))
        body.addLayout(last_row(self, self.keep))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)
        self.field.textChanged.connect(self._judge)
        self._judge(reason)
        self.field.setFocus()

    @property
    def reason(self) -> str:
        """What was typed."""
        return self.field.text().strip()

    def _judge(self, reason: str) -> None:
        self.keep.setEnabled(bool(reason.strip()))
