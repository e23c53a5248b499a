"""The field that finds as you type, with how many were found."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from desktop_app.ui.theme.icons import icon
from desktop_app.ui.theme.tokens import tokens_for
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words.translate import _

ICON_ROOM = 30
"""Pixels for the lens at the start; as many for the cross at the end."""


class SearchBox(QWidget):
    """A search field with its count ("12 of 340") beside it.

    Escape clears it, and once it is empty goes on to the page; Down or Enter ask for the results.
    """

    searched = Signal(str)
    """The text searched for now, at every key."""
    resultsWanted = Signal()
    """Down or Enter: the focus should go to what was found."""

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = SearchField(name, placeholder)
        self.count = TextLabel("", "small")
        self.count.setAccessibleName(_("Found"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.count)
        layout.addWidget(self.field)
        self.setFocusProxy(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.field.textChanged.connect(self.searched)
        self.field.resultsWanted.connect(self.resultsWanted)

    def text(self) -> str:
        """What is searched for."""
        return self.field.text()

    def set_text(self, text: str) -> None:
        """Search for this."""
        self.field.setText(text)

    def clear(self) -> None:
        """Search for nothing."""
        self.field.clear()

    def set_placeholder(self, text: str) -> None:
        """What the empty field says it searches ("Find in 3,214 figures")."""
        self.field.setPlaceholderText(text)

    def show_count(self, text: str) -> None:
        """Show how many were found, in words already made ("12 of 340"); none while everything is shown."""
        self.count.setText(text)


class SearchField(Field):
    """The line of a search box: a lens at its start, a cross to clear it, keys that go on to the results."""

    resultsWanted = Signal()

    def __init__(self, name: str, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(name, placeholder=placeholder or name, clears=True, parent=parent)
        self._lens = QAction(self)
        self._lens.setEnabled(False)
        self._clear = QAction(_("Clear search"), self)
        self._clear.setToolTip(_("Clear search"))
        self._clear.setVisible(False)
        self.addAction(self._lens, QLineEdit.ActionPosition.LeadingPosition)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.triggered.connect(self.clear)
        self.textChanged.connect(self._show_clear)
        self._take_colours()

    def minimumSizeHint(self) -> QSize:
        """Room for some words, and for what the empty field says."""
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(self.placeholderText()) + 2 * ICON_ROOM
        return QSize(max(metrics.averageCharWidth() * 28, words), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """No wider than that: the title of the page stands beside it."""
        return QSize(self.minimumSizeHint().width(), super().sizeHint().height())

    def setPlaceholderText(self, text: str) -> None:
        """What the empty field says; it makes room for it."""
        super().setPlaceholderText(text)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Enter go to what was found."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.resultsWanted.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and hasattr(self, "_lens"):
            self._take_colours()

    def _take_colours(self) -> None:
        tokens = tokens_for(self)
        if self._lens.property("dark") != tokens.dark:
            self._lens.setProperty("dark", tokens.dark)
            self._lens.setIcon(icon("search", tokens))
            self._clear.setIcon(icon("close", tokens))

    def _show_clear(self, text: str) -> None:
        self._clear.setVisible(bool(text))
