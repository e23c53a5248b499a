"""A field for a passphrase, and the box that shows what was typed in it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit

from desktop_app.ui.widgets.field import Field
from desktop_app.words.translate import _


class SecretField(Field):
    """One line of dots. What stands in it is offered to no dictionary and cannot be copied unseen."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )

    def show_letters(self, shown: bool) -> None:
        """Show what is typed, or dots again."""
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)


def show_box(*fields: SecretField) -> QCheckBox:
    """The box that shows the letters of these fields while it is ticked."""
    box = QCheckBox(_("Sho&w what is typed"))
    box.setObjectName("showPassphrase")
    for field in fields:
        box.toggled.connect(field.show_letters)
    return box
