"""How the page of charts gets its chart, or the talk, before a room, and back from it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop_app.charts.choice import ChartChoice
from desktop_app.charts.texts.worded import GENERATED
from desktop_app.ui.charts.chart_area import ChartArea
from desktop_app.ui.charts.saved import SavedCharts
from desktop_app.ui.context import Context
from desktop_app.ui.presenter import screens
from desktop_app.ui.presenter.front_chart import Chosen
from desktop_app.ui.presenter.scenes import Running
from desktop_app.ui.presenter.stagehand import Stagehand
from desktop_app.ui.presenter.window import PresenterWindow
from desktop_app.words.translate import _


class Presenting(QObject):
    """Holds the window of a room while there is one; the room sees what the page shows, as far as it may."""

    beginning = Signal()
    """A room is about to be shown something."""

    def __init__(
        self,
        page: QWidget,
        context: Context,
        saved: SavedCharts,
        area: ChartArea,
        choice: Callable[[], ChartChoice],
    ) -> None:
        super().__init__(page)
        self._page, self._context, self._saved, self._area = page, context, saved, area
        self._choice = choice
        self.window: PresenterWindow | None = None
        self._stagehand: Stagehand | None = None
        self._opener: QWidget | None = None
        self._told_words = GENERATED
        """What a person wrote, as the room was last given it."""

    def talk(self) -> None:
        """Give the talk from its first scene; without any scene, show the chart in front."""
        running = Running(self._context.lens.public)
        self._show(running if running.scenes else None)

    def here(self) -> None:
        """Give the talk from the saved chart that is shown; a chart that is not saved is shown alone."""
        current = self._saved.current
        running = None if current is None else Running(self._context.lens.public, current.id)
        self._show(running if running is not None and running.scenes else None)

    def talk_from(self, start: str, screen: int | None = None) -> None:
        """Give the talk from a scene, on the screen of a number counted from 1."""
        if screen is not None and screens.numbered(screen) is None:
            self._context.notices.tell(_("There is no screen {number}.").format(number=screen))
        running = Running(self._context.lens.public, start)
        self._show(running if running.scenes else None, screen)

    def tell(self) -> None:
        """Show the room what the page shows now; a talk goes its own way."""
        if self.window is not None:
            self.window.choose(self._tellable())

    def heed_words(self) -> None:
        """Show the room what a person wrote, where that is other than it was given."""
        if self._saved.public_words != self._told_words:
            self.tell()

    def _show(self, running: Running | None, screen: int | None = None) -> None:
        """Show it to the room; where something is shown already, bring that to the front."""
        self._area.text.commit()
        self.beginning.emit()
        if self.window is not None and self.window.running is None and running is not None:
            self.window.close()
        if self.window is None:
            focused = QApplication.focusWidget()
            is_ours = focused is not None and focused.window() is self._page.window()
            self._opener = focused if is_ours else None
            self.window = PresenterWindow(self._context, self._tellable(), running=running)
            self.window.ended.connect(self._end)
            self._stagehand = Stagehand(self._context, self.window, self._page)
        elif running is not None:
            self.window.go_to(running.at)
        self.window.begin(self._page, screens.numbered(screen))
        if self._stagehand is not None:
            self._stagehand.set_up()

    def _tellable(self) -> Chosen:
        """What the page shows, as far as a room is told."""
        self._told_words = self._saved.public_words
        return Chosen(self._choice(), self._saved.pinned, self._saved.name, self._told_words)

    def _end(self) -> None:
        self.window = self._stagehand = None
        # The opener may be gone with what the page showed then.
        there = self._opener is not None and isValid(self._opener) and self._opener.isVisible()
        opener = self._opener if self._opener is not None and there else self._area.front
        self._opener = None
        self._page.window().activateWindow()
        opener.setFocus(Qt.FocusReason.OtherFocusReason)
