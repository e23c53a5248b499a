"""Makes the menus and their actions from the catalogue of commands."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from desktop_app.ui import actions as catalogue
from desktop_app.ui.window.screen_menu import ScreenMenu
from desktop_app.words.translate import _


class Menus(QObject):
    """The menu bar's contents. Every command is a QAction named after its id."""

    commanded = Signal(str)
    recentChosen = Signal(str)
    recentForgotten = Signal()
    themeChosen = Signal(str)
    screenChosen = Signal(str)
    """The name of the screen that audiences look at; empty for the other one."""
    lockAfterChosen = Signal(int)
    """Minutes; 0 for never."""

    def __init__(self, bar: QMenuBar, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self.actions: dict[str, QAction] = {}
        self.targets: dict[str, str] = {}
        self._menus = {name: bar.addMenu(words) for name, words in catalogue.menus()}
        for command in catalogue.commands():
            menu = self._menus[command.menu]
            if command.starts_group:
                menu.addSeparator()
            menu.addAction(self._action(command))
            if command.id == "open_workspace":
                self._recent = menu.addMenu(_("Open &recent"))
            if command.id == "lock":
                self._lock_menu(menu)
            if command.id == "full_screen":
                self._theme_menu(menu)
            if command.id == "present_here":
                self._screens = ScreenMenu(menu)
                self._screens.chosen.connect(self.screenChosen)

    def _action(self, command: catalogue.Command) -> QAction:
        # What follows a tab stands where Qt puts a shortcut.
        shown = QKeySequence(command.page_key).toString(QKeySequence.SequenceFormat.NativeText)
        action = QAction(f"{command.words}\t{shown}" if shown else command.words, self._owner)
        action.setObjectName(command.id)
        action.setCheckable(command.is_switch)
        action.setShortcuts([QKeySequence(key) for key in command.keys])
        action.triggered.connect(partial(self._command, command.id))
        self._owner.addAction(action)
        self.actions[command.id] = action
        self.targets[command.id] = command.target
        return action

    def _command(self, name: str, _checked: bool = False) -> None:
        self.commanded.emit(name)

    def _theme_menu(self, view: QMenu) -> None:
        menu = view.addMenu(_("&Theme"))
        self._themes = QActionGroup(menu)
        names = (
            ("system", _("&System"), _("Theme: system")),
            ("light", _("&Light"), _("Theme: light")),
            ("dark", _("&Dark"), _("Theme: dark")),
        )
        for name, words, full_name in names:
            action = menu.addAction(words)
            action.setProperty("fullName", full_name)
            action.setObjectName(f"theme_{name}")
            action.setCheckable(True)
            action.setData(name)
            self._themes.addAction(action)
        self._themes.triggered.connect(self._theme_chosen)

    def _lock_menu(self, file: QMenu) -> None:
        menu = file.addMenu(_("Lock when not &used"))
        self._locks = QActionGroup(menu)
        for minutes, words in (
            (0, _("&Never")),
            (1, _("After &1 minute")),
            (5, _("After &5 minutes")),
            (15, _("After 15 &minutes")),
            (30, _("After &30 minutes")),
        ):
            action = menu.addAction(words)
            action.setObjectName(f"lock_after_{minutes}")
            action.setCheckable(True)
            action.setData(minutes)
            self._locks.addAction(action)
        self._locks.triggered.connect(self._lock_chosen)

    def show_lock_after(self, minutes: int) -> None:
        """Mark after how many minutes without use it locks; 0 for never."""
        for action in self._locks.actions():
            action.setChecked(action.data() == minutes)

    def _lock_chosen(self, action: QAction) -> None:
        self.lockAfterChosen.emit(int(action.data()))

    def _theme_chosen(self, action: QAction) -> None:
        self.themeChosen.emit(str(action.data()))

    @property
    def to_be_found(self) -> list[QAction]:
        """What can be found by its name: every command, and the themes."""
        return [*self.actions.values(), *self._themes.actions()]

    def show_theme(self, name: str) -> None:
        """Mark the theme in use."""
        for action in self._themes.actions():
            action.setChecked(action.data() == name)

    def show_screen(self, name: str) -> None:
        """Mark the screen that audiences look at, by its name; empty for the other one."""
        self._screens.choice = name

    def show_recent(self, paths: list[Path]) -> None:
        """List the workspaces opened last; those that are gone are greyed."""
        self._recent.clear()
        for path in paths:
            action = self._recent.addAction(f"{path.name}   {path.parent}".replace("&", "&&"))
            action.setEnabled(path.exists())
            action.triggered.connect(partial(self._recent_chosen, str(path)))
        if paths:
            self._recent.addSeparator()
            self._recent.addAction(_("&Forget this list")).triggered.connect(self.recentForgotten)
        self._recent.setEnabled(bool(paths))

    def _recent_chosen(self, path: str, _checked: bool = False) -> None:
        self.recentChosen.emit(path)

    def show_undo(self, undo: str, redo: str) -> None:
        """Name what Undo and Redo would do; empty greys them."""
        self.actions["undo"].setText(_("&Undo {what}").format(what=undo) if undo else _("&Undo"))
        self.actions["undo"].setEnabled(bool(undo))
        self.actions["redo"].setText(_("&Redo {what}").format(what=redo) if redo else _("&Redo"))
        self.actions["redo"].setEnabled(bool(redo))
