"""Opens the rules of the scheme from wherever they are asked for; the dialog is loaded when it first is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.ui.context import Context

if TYPE_CHECKING:
    from desktop_app.ui.rules.dialog import RulesDialog


def show_rules(context: Context, parent: QWidget, rule: str = "") -> RulesDialog:
    """Show the rules over the window of `parent`, with the rule of this id chosen."""
    from desktop_app.ui.rules.dialog import RulesDialog

    dialog = RulesDialog(context, rule, parent.window())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
