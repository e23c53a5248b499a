"""Puts a button at the height of the labelled fields in its row."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.echo import EchoField


def beside_fields(button: Button, beside: EchoField) -> QWidget:
    """The button, with the height of a field's label above it."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, beside.label.sizeHint().height() + 3, 0, 0)
    column.addWidget(button)
    column.addStretch(1)
    return holder
