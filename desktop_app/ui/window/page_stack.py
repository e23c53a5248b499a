"""The room for the pages: one is in front, and it scrolls where the window is too small for it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget


class PageStack(QStackedWidget):
    """Needs only the room that the page in front needs, whatever those behind it would."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pageStack")
        self.currentChanged.connect(self._ask_again)

    def minimumSizeHint(self) -> QSize:
        """What the page in front needs."""
        page = self.currentWidget()
        return super().minimumSizeHint() if page is None else page.minimumSizeHint()

    def sizeHint(self) -> QSize:
        """What the page in front wants."""
        page = self.currentWidget()
        return super().sizeHint() if page is None else page.sizeHint()

    def _ask_again(self, _place: int) -> None:
        self.updateGeometry()


class PageRoom(QScrollArea):
    """Scrolls the page in front, so that large text never makes the window larger than the screen."""

    def __init__(self, stack: PageStack) -> None:
        super().__init__()
        self.setObjectName("pageRoom")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setWidget(stack)
        self._stack = stack

    def sizeHint(self) -> QSize:
        """What the page wants; a scroll area of Qt's own would want less."""
        return self._stack.sizeHint()
