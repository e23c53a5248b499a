"""A part of a page under a heading that folds it away."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.widgets.labels import plain_tip
from desktop_app.words.translate import _


class FoldSection(QWidget):
    """A heading that is a button, and a `body` to put widgets into. `folded` tells of a press.

    Left and Right on the heading fold and unfold, as in a tree.
    """

    folded = Signal(bool)

    def __init__(self, title: str, *, is_folded: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self.heading = _Heading(self)
        self._holder = QWidget()
        self.body = QVBoxLayout(self._holder)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.heading)
        column.addWidget(self._holder)
        self.heading.clicked.connect(self._turn)
        self._fold(is_folded)

    @property
    def is_folded(self) -> bool:
        """Whether only the heading is shown."""
        return self._holder.isHidden()

    def fold(self, folds: bool) -> None:
        """Fold or unfold, and tell where that is another state."""
        if folds != self.is_folded:
            self._fold(folds)
            self.folded.emit(folds)

    def _turn(self, _checked: bool = False) -> None:
        self.fold(not self.is_folded)

    def _fold(self, folds: bool) -> None:
        self._holder.setHidden(folds)
        arrow = (
            "\N{BLACK RIGHT-POINTING SMALL TRIANGLE}" if folds else "\N{BLACK DOWN-POINTING SMALL TRIANGLE}"
        )
        self.heading.setText(f"{arrow} {self._title}".replace("&", "&&"))
        self.heading.setAccessibleName(self._title)
        self.heading.setAccessibleDescription(_("folded") if folds else _("unfolded"))
        self.heading.setToolTip(plain_tip(_("Show") if folds else _("Fold away")))


class _Heading(QPushButton):
    """The heading of a section: as wide as it, and high enough to hit."""

    def __init__(self, section: FoldSection) -> None:
        super().__init__(section)
        self._section = section
        self.setProperty("look", "fold")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """At least 24 pixels high."""
        return super().sizeHint().expandedTo(QSize(24, 26))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left folds, Right unfolds, Enter does the other."""
        key = event.key()
        if key in (_LEFT, _RIGHT):
            self._section.fold(key == _LEFT)
        elif key in (_RETURN, _ENTER):
            self.click()
        else:
            super().keyPressEvent(event)
            return
        event.accept()


# Plain numbers: naming Qt's keys here would cost the start of the window.
_LEFT, _RIGHT, _RETURN, _ENTER = 0x01000012, 0x01000014, 0x01000004, 0x01000005
