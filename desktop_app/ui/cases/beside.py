"""Two things beside each other where there is room, or else one above the other."""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget


class Beside(QBoxLayout):
    """`fit` is told the width there is; `words` is what may wrap or be cut, and takes what `fixed` leaves."""

    def __init__(self, words: QWidget, least: int) -> None:
        """`least` are the letters of `words` that must have room beside the other."""
        super().__init__(QBoxLayout.Direction.LeftToRight)
        self._words, self._least = words, least
        self._fixed: QWidget | None = None

    def take(self, fixed: QWidget, *, first: bool) -> None:
        """Put the widget that keeps its width before or after the words."""
        self._fixed = fixed
        for part in (fixed, self._words) if first else (self._words, fixed):
            self.addWidget(part, 1 if part is self._words else 0)

    def fit(self, width: int) -> None:
        """Lay out for this width."""
        if self._fixed is None or self._fixed.isHidden():
            return
        letters = self._words.fontMetrics().averageCharWidth() * self._least
        is_wide = width >= letters + self._fixed.sizeHint().width() + self.spacing()
        wide, narrow = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self.setDirection(wide if is_wide else narrow)
