"""Asks before a case is forgotten: the one thing that no undo brings back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.privacy.fitting import fit
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words.translate import _

_LETTERS = 64


class ForgetDialog(QDialog):
    """Names the case; `with_it` says what goes with it ("4 events"), empty where nothing does."""

    def __init__(self, code: str, with_it: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("forgetDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Forget a case"))
        if with_it:
            goes = _("{code} goes, with {records}, and so does all that the history tells of them.").format(
                code=code, records=with_it
            )
        else:
            goes = _("{code} goes, and so does all that the history tells of it.").format(code=code)
        body = QVBoxLayout(self)
        body.setContentsMargins(18, 16, 18, 14)
        body.setSpacing(10)
        body.addWidget(TextLabel(_("Forget {code}?").format(code=code), "heading", wrap=True))
        body.addWidget(TextLabel(goes, wrap=True))
        body.addWidget(
            TextLabel(
                _(
                    "This cannot be undone, and nor can any change made before it. Afterwards it is said "
                    "which backups still hold the case. To keep its history, delete it instead."
                ),
                wrap=True,
            )
        )
        self.forget = Button(_("Forget {code}").format(code=code))
        self.forget.setObjectName("forgetCase")
        self.forget.setAutoDefault(False)
        self.forget.clicked.connect(self.accept)
        self.cancel = Button(_("Cancel"))
        self.cancel.setDefault(True)
        self.cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.forget)
        body.addLayout(buttons)
        fit(self, _LETTERS)
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
