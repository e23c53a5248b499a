"""The top of a page: its title, and its few controls at the right."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app.ui.widgets.labels import TextLabel


class PageHeader(QWidget):
    """A page's title and a row of controls."""

    def __init__(self, title: str, *controls: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = TextLabel(title, "title")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self._row.addWidget(self.title)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        for control in controls:
            self.add(control)

    def add(self, control: QWidget) -> None:
        """Put one more control at the right end."""
        self._row.addWidget(control)
