"""The frame: painted first and empty, before anything heavy is imported; pages come into it later."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QStatusBar,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui import actions as catalogue
from desktop_app.ui.settings import Settings
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.window.menus import Menus
from desktop_app.ui.window.page_stack import PageRoom, PageStack

if TYPE_CHECKING:
    from desktop_app.ui.window.sidebar import Sidebar
    from desktop_app.ui.window.status import StatusLine
    from desktop_app.ui.window.top_bar import TopBar

SIDEBAR_WIDTH_EM = 13
SIDEBAR_MARGINS = 58
"""Pixels around icon, name and count of a page in the list of pages."""


class MainWindow(QMainWindow):
    """Menus, top bar, sidebar, a stack of pages and the status line. It knows no page and no workspace.

    At first it is only the frame: the menus and the grounds. What stands on the grounds comes with
    `furnish`, right after the first paint: only to name Qt's enums costs as much as painting the frame.
    """

    painted = Signal()
    """Once, after the first paint: the moment from which heavy things may be imported."""
    commanded = Signal(str)
    """Carries the id of a command."""
    fileDropped = Signal(str)
    closing = Signal()

    top_bar: TopBar
    sidebar: Sidebar
    status: StatusLine

    def __init__(self, settings: Settings, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self._settings = settings
        self._theme = theme
        self._painted = False
        self.menus = Menus(self.menuBar(), self)
        self.menus.commanded.connect(self.commanded)
        self.stack = PageStack()
        self._top, self._side = _ground("bar"), _ground("sidebar")
        self._lay_out()
        self.setStatusBar(QStatusBar())
        self.setAcceptDrops(True)
        self.show_title("")
        self._restore()

    def _lay_out(self) -> None:
        body = QWidget()
        body.setObjectName("windowBody")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._top)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.addWidget(self._side)
        self._middle = QVBoxLayout()
        self._middle.setSpacing(0)
        self._middle.addWidget(self.stack, 1)
        self._row.addLayout(self._middle, 1)
        self._column.addLayout(self._row, 1)
        self.setCentralWidget(body)
        self._fit_text()

    def furnish(self) -> None:
        """Put in what the first paint did not wait for."""
        from desktop_app.ui.window.sidebar import Sidebar
        from desktop_app.ui.window.status import StatusLine
        from desktop_app.ui.window.top_bar import TopBar

        self.top_bar = TopBar(self._theme, self.menus.actions)
        self.sidebar = Sidebar(self._theme, catalogue.pages())
        self.status = StatusLine(self._theme)
        self._column.replaceWidget(self._top, self.top_bar)
        self._row.replaceWidget(self._side, self.sidebar)
        for ground in (self._top, self._side):
            ground.deleteLater()
        self._middle.removeWidget(self.stack)
        room = PageRoom(self.stack)
        self._middle.addWidget(room, 1)
        # The layout would show it only later, and a page that is not shown does not refresh.
        room.show()
        self._top, self._side = self.top_bar, self.sidebar
        self._fit_text()
        self.setStatusBar(self.status)

    def _fit_text(self) -> None:
        self._top.setMinimumHeight(round(self.fontMetrics().height() * 2.9))
        font = QFont(self.font())
        font.setBold(True)
        metrics = QFontMetrics(font)
        longest = max(metrics.horizontalAdvance(words) for _name, words, _icon in catalogue.pages())
        # Beside the name: icon, count, and the margins that the list draws.
        beside = metrics.height() + metrics.horizontalAdvance("999") + SIDEBAR_MARGINS
        usual = self.fontMetrics().horizontalAdvance("m") * SIDEBAR_WIDTH_EM
        self._side.setFixedWidth(max(usual, longest + beside))

    @property
    def commands(self) -> dict[str, QAction]:
        """All commands as Qt's actions, by id."""
        return self.menus.actions

    def put_banner(self, banner: QWidget) -> None:
        """Put the strip for refusals above the pages."""
        self._middle.insertWidget(0, banner)

    def put_strip(self, strip: QWidget, stations: Sequence[QWidget]) -> None:
        """Put a strip over the whole width, between the top bar and the pages; Tab follows its stations."""
        from desktop_app.ui.window.action_button import ActionButton

        self._column.insertWidget(1, strip)
        before: QWidget = self.top_bar.findChildren(ActionButton)[-1]
        for part in (*stations, self.sidebar):
            self.setTabOrder(before, part)
            before = part

    def show_title(self, file_name: str, seen: str = "") -> None:
        """Name the window after the open file, and say from when it is seen where that is not now."""
        self.setWindowTitle(" — ".join(part for part in (file_name, seen, "Evenhand") if part))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the frame is on screen."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            # After this event, so that the frame is really shown before the imports begin.
            QTimer.singleShot(0, self.painted.emit)

    def changeEvent(self, event: QEvent) -> None:
        """Keep top bar and sidebar as large as their words when the text size changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_side"):
            self._fit_text()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open or import what was dropped, each file in its turn."""
        event.acceptProposedAction()
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.fileDropped.emit(url.toLocalFile())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the window's place; nothing needs saving."""
        self._settings.set_blob("window/geometry", self.saveGeometry())
        self.closing.emit()
        super().closeEvent(event)

    def _restore(self) -> None:
        geometry = self._settings.blob("window/geometry")
        if geometry.isEmpty() or not self.restoreGeometry(geometry):
            room = self.screen().availableGeometry()
            self.resize(min(1440, room.width()), min(900, room.height() - 30))


def _ground(look: str) -> QFrame:
    ground = QFrame()
    ground.setProperty("look", look)
    return ground
