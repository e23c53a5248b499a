"""Asks why a figure is preferred or deprecated: the reason stays with it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop_app.domain.figures import Rank
from desktop_app.ui.widgets.buttons import Button, last_row
from desktop_app.ui.widgets.echo import EchoField
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words.translate import _


class ReasonDialog(QDialog):
    """One field for the reason, which every rank but the normal one needs."""

    def __init__(
        self, figure_words: str, rank: Rank, reason: str, parent: QWidget, *, replaced: str = ""
    ) -> None:
        """`replaced` names the figure that is preferred so far, which goes back to normal."""
        super().__init__(parent)
        self.setObjectName("reasonDialog")
        deprecates = rank is Rank.DEPRECATED
        self.setWindowTitle(_("Deprecate figure") if deprecates else _("Prefer figure"))
        says = (
            _("It is kept and can be seen, but is not drawn and in no total.")
            if deprecates
            else _("Of several for the same time, this one is drawn.")
        )
        if replaced:
            says = _("{effect} {figure} is preferred so far; its rank goes back to normal.").format(
                effect=says, figure=replaced
            )
        self.field = Field()
        self.field.setObjectName("reasonEdit")
        self.field.setText(reason)
        self.keep = Button(_("Deprecate") if deprecates else _("Prefer"), look="primary")
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.accept)
        body = QVBoxLayout(self)
        body.setContentsMargins(18, 16, 18, 14)
        body.setSpacing(10)
        body.addWidget(TextLabel(figure_words, "heading", wrap=True))
        body.addWidget(TextLabel(says, wrap=True))
        body.addWidget(EchoField(_("&Reason"), self.field, lines=0))
        body.addLayout(last_row(self, self.keep))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 60)
        self.field.textChanged.connect(self._check)
        self._check(reason)
        self.field.setFocus()

    @property
    def reason(self) -> str:
        """What was typed."""
        return self.field.text().strip()

    def _check(self, reason: str) -> None:
        self.keep.setEnabled(bool(reason.strip()))
