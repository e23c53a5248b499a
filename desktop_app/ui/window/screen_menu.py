"""The screens there are, by their names: which of them an audience looks at."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup, QGuiApplication, QScreen
from PySide6.QtWidgets import QMenu

from desktop_app.words.translate import _


class ScreenMenu(QObject):
    """Lists the screens whenever it is opened, for they come and go."""

    chosen = Signal(str)

    def __init__(self, parent: QMenu) -> None:
        super().__init__(parent)
        self.choice = ""
        """The name that is ticked; empty for the screen without this window."""
        self.menu = parent.addMenu(_("Au&dience's screen"))
        self.menu.setObjectName("screenMenu")
        self.menu.aboutToShow.connect(self._list)
        self._list()

    def _list(self) -> None:
        self.menu.clear()
        group = QActionGroup(self.menu)
        names = {screen.name(): _words(screen) for screen in QGuiApplication.screens()}
        listed = {"": _("The one without this &window"), **names}
        if self.choice not in listed:
            listed[self.choice] = _("{name} (not plugged in)").format(name=self.choice)
        for name, words in listed.items():
            action = self.menu.addAction(words if not name else words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(name == self.choice)
            action.triggered.connect(partial(self._choose, name))
            group.addAction(action)

    def _choose(self, name: str, _checked: bool = False) -> None:
        self.choice = name
        self.chosen.emit(name)


def _words(screen: QScreen) -> str:
    """Its name, its maker's name for it where there is one, and its size in pixels."""
    size = screen.size() * screen.devicePixelRatio()
    made = " ".join(part for part in (screen.manufacturer(), screen.model()) if part)
    named = _("{name} ({made})").format(name=screen.name(), made=made) if made else screen.name()
    return _("{name}, {width} × {height}").format(name=named, width=size.width(), height=size.height())
