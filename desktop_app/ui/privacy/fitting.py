"""Makes a dialog of wrapped words as high as they are, and no higher."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget


def fit(dialog: QDialog, letters: int) -> None:
    """Give a dialog the width of so many letters, and the height that its words then need."""
    dialog.ensurePolished()
    for widget in dialog.findChildren(QWidget):
        widget.ensurePolished()
    width = dialog.fontMetrics().averageCharWidth() * letters
    dialog.setMinimumWidth(width)
    layout = dialog.layout()
    assert layout is not None
    layout.activate()
    dialog.resize(width, layout.totalHeightForWidth(width))
