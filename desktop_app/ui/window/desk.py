"""Keeps one workspace open on the window: its pages, the way between them, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Qt, QTime
from PySide6.QtWidgets import QWidget

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.steps import FORGET
from desktop_app.domain.views import NOW
from desktop_app.services import backups, drafts
from desktop_app.services.workspace import KeyedPath, Step, Workspace
from desktop_app.ui import actions as catalogue
from desktop_app.ui.bridge import Bridge
from desktop_app.ui.checking import Checking
from desktop_app.ui.clock import today_here
from desktop_app.ui.context import Context
from desktop_app.ui.formats import QtFormats
from desktop_app.ui.lens import Lens
from desktop_app.ui.page import Page
from desktop_app.ui.places import Navigator, Place
from desktop_app.ui.settings import Settings
from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.window.backing_up import BackingUp
from desktop_app.ui.window.facts import hidden, touched
from desktop_app.ui.window.frame_words import FrameWords
from desktop_app.ui.window.known_on import KnownOnControl
from desktop_app.ui.window.known_on_strip import KnownOnStrip
from desktop_app.ui.window.locking import Locking
from desktop_app.ui.window.main_window import MainWindow
from desktop_app.ui.window.notices import WindowNotices
from desktop_app.ui.window.privacy import Privacy
from desktop_app.ui.window.start_page import StartPage
from desktop_app.words import known_on as seen_words
from desktop_app.words import step_words
from desktop_app.words.translate import _

MakePage = Callable[[str, Context], Page]
FIRST_PAGE = "overview"
NAMES = tuple(name for name, _words, _icon in catalogue.pages())
ALWAYS = {"new_workspace", "open_workspace", "open_sample", "quit", "palette", "help", "keys", "about"} | {
    "larger_text",
    "smaller_text",
    "normal_text",
    "full_screen",
    "reduce_motion",
    "next_region",
    "previous_region",
}
"""Commands that need no workspace."""


class Desk(QObject):
    """The open workspace. Opening another one closes this one; a refusal leaves it as it is."""

    def __init__(self, window: MainWindow, settings: Settings, theme: Theme, make_page: MakePage) -> None:
        super().__init__(window)
        self.window = window
        self.settings = settings
        self.theme = theme
        self.context: Context | None = None
        self.pages: dict[str, Page] = {}
        self.navigator = Navigator(self)
        self.notices = WindowNotices(window)
        self.notices.undoAsked.connect(self.undo)
        self.privacy = Privacy(self)
        self.backing_up = BackingUp(self.notices, window)
        self.locking = Locking(self)
        self._make_page = make_page
        strip = KnownOnStrip(window.commands)
        window.put_strip(strip, strip.stations)
        self.known_on = KnownOnControl(strip, self)
        self.known_on.left.connect(self._to_page)
        self.frame = FrameWords(window, self.known_on)
        self._start = StartPage(window.commands)
        self._start.recentChosen.connect(self._open_named)
        window.stack.addWidget(self._start)
        window.menus.recentChosen.connect(self._open_named)
        window.menus.recentForgotten.connect(self._forget_recent)
        window.sidebar.pageChosen.connect(self.go_to_page)
        window.closing.connect(self.close)
        self.navigator.went.connect(self._arrive)
        self.navigator.trailChanged.connect(self._show_trail)
        self.show_start()

    @property
    def workspace(self) -> Workspace | None:
        """The open workspace, or None."""
        return self.context.workspace if self.context else None

    @property
    def page(self) -> Page | None:
        """The page in front, or None when no workspace is open."""
        page = self.window.stack.currentWidget()
        return page if isinstance(page, Page) else None

    def open(self, path: Path | KeyedPath) -> bool:
        """Open a workspace in place of the present one. False, and nothing changed, where it is refused.

        One that is protected is opened later, when its passphrase has been given.
        """
        try:
            workspace = Workspace.open(path, read_only=isinstance(path, Path) and backups.is_backup(path))
        except Refusal as refusal:
            if refusal.code is RefusalCode.PASSPHRASE_NEEDED and isinstance(path, Path):
                self.privacy.ask_to_open(path)
            else:
                self.notices.refuse(refusal)
            return False
        self.take(workspace)
        return True

    def take(self, workspace: Workspace) -> None:
        """Show this workspace in place of the present one."""
        self.close()
        bridge = Bridge(workspace, self)
        lens = Lens(workspace, Workspace.as_stood)
        lens.setParent(bridge)
        # Before any page: what a page is told of a step, it must see.
        bridge.changed.connect(lens.heed)
        checking = Checking(workspace, lens, today_here, bridge)
        bridge.changed.connect(checking.heed)
        context = Context(
            workspace=workspace,
            bridge=bridge,
            lens=lens,
            checking=checking,
            navigator=self.navigator,
            notices=self.notices,
            settings=self.settings,
            theme=self.theme,
            formats=QtFormats(QLocale()),
            today=today_here,
            drafts=drafts.of(workspace),
            protect=self.privacy.ask_to_protect,
        )
        self.context = context
        bridge.changed.connect(self._heed)
        self.frame.follow(context)
        self.known_on.follow(context)
        bridge.failed.connect(self.notices.refuse)
        self._remember(workspace.path)
        self._tell_all("")
        kept = self.settings.text("window/page", FIRST_PAGE)
        self.navigator.go(Place(kept if kept in NAMES else FIRST_PAGE))
        if self.page is not None:
            self.page.focus_first()
        self.locking.heed()
        self.backing_up.after_opening(workspace)
        if workspace.path is not None and backups.is_backup(workspace.path):
            self.notices.report(
                _("This is a backup: it can be read, not changed. Save a copy to go on from it.")
            )

    def close(self) -> None:
        """Put the workspace away; everything in it is saved already."""
        if self.context is None:
            return
        self.notices.clear()
        self.known_on.forget()
        self.context.bridge.close()
        self.context.checking.close()
        for page in self.pages.values():
            self.window.stack.removeWidget(page)
            page.deleteLater()
        self.pages = {}
        context, self.context = self.context, None
        context.bridge.deleteLater()
        context.drafts.close()
        self.backing_up.before_closing(context.workspace)
        context.workspace.close()
        self.navigator.forget()
        self.locking.heed()
        self.show_start()

    def go_to_page(self, name: str) -> None:
        """Show a page by its name."""
        if self.context is not None and name in NAMES:
            self.navigator.go(Place(name))

    def undo(self) -> None:
        """Take the last change back, and show where it was."""
        self._travel("undo")

    def redo(self) -> None:
        """Make the change again that was taken back, and show where it is."""
        self._travel("redo")

    def _travel(self, way: str) -> None:
        if self.workspace is None:
            return
        try:
            step = self.workspace.undo() if way == "undo" else self.workspace.redo()
        except Refusal as refusal:
            self.notices.refuse(refusal)
            return
        if step is not None:
            # A report may offer to undo what has just been undone.
            self.notices.clear()
            self._show_again(step)
            self.notices.tell(step_words.travelled(way, step.label))
            place = touched(step, self.page.objectName().removesuffix("Page") if self.page else "")
            if place is not None:
                self.navigator.go(place)

    def _show_again(self, step: Step) -> None:
        """Look from today where the lens hides what was just undone or done again."""
        if self._hides(step) and self.context is not None:
            self.context.lens.turn(NOW)
            self.notices.add(_("Shown as known today."))

    def _to_page(self) -> None:
        if self.page is not None:
            self.page.focus_first()

    def _hides(self, step: Step) -> bool:
        context = self.context
        return context is not None and context.lens.day is not None and hidden(context.view, step)

    def _page_of(self, name: str, context: Context) -> Page:
        """The page, made when it is first gone to."""
        if name not in self.pages:
            page = self._make_page(name, context)
            self.pages[name] = page
            self.window.stack.addWidget(page)
            page.statusChanged.connect(self._page_says)
        return self.pages[name]

    def _arrive(self, place: Place) -> None:
        if self.context is None:
            return
        page = self._page_of(place.page, self.context)
        self.window.stack.setCurrentWidget(page)
        self.window.sidebar.show_page(place.page)
        self.settings.set_text("window/page", place.page)
        self.window.status.show_page(page.status)
        self._enable_commands()
        page.go(place)

    def _heed(self, step: Step) -> None:
        if step.label == FORGET:
            self._drop_hidden_pages()
        if self._hides(step) and self.context is not None:
            self.notices.add(seen_words.not_shown(self.context.lens.seen, self.context.formats))
        self._tell_all(QLocale().toString(QTime.currentTime(), QLocale.FormatType.ShortFormat))

    def _drop_hidden_pages(self) -> None:
        """What they last showed must not stay in memory; each is made anew when it is gone to."""
        for name, page in list(self.pages.items()):
            if page is not self.page:
                del self.pages[name]
                self.window.stack.removeWidget(page)
                page.deleteLater()

    def _tell_all(self, clock: str) -> None:
        self.frame.tell_saved(clock)
        self._enable_commands()

    def _enable_commands(self) -> None:
        workspace, page = self.workspace, self.page
        for name, action in self.window.commands.items():
            if self.window.menus.targets[name] == "page":
                action.setEnabled(page is not None and hasattr(page, name))
            else:
                action.setEnabled(name in ALWAYS or workspace is not None)
        undo = workspace.undo_label if workspace else None
        redo = workspace.redo_label if workspace else None
        self.window.menus.show_undo(
            step_words.step(undo) if undo else "", step_words.step(redo) if redo else ""
        )
        self._show_trail()

    def _show_trail(self) -> None:
        self.window.commands["back"].setEnabled(self.navigator.can_go_back)
        self.window.commands["forward"].setEnabled(self.navigator.can_go_forward)

    def _page_says(self, text: str) -> None:
        if self.sender() is self.page:
            self.window.status.show_page(text)

    def _remember(self, path: Path | None) -> None:
        if path is not None and not backups.is_backup(path):
            self.settings.remember(path)
            self._list_recent()

    def show_start(self) -> None:
        """Show the start page; nothing is open."""
        self.window.stack.setCurrentWidget(self._start)
        self._start.setFocus(Qt.FocusReason.OtherFocusReason)
        self.frame.forget()
        self._list_recent()
        self._enable_commands()

    def _list_recent(self) -> None:
        recent = self.settings.recent()
        self.window.menus.show_recent(recent)
        self._start.show_recent(recent)

    def _forget_recent(self) -> None:
        self.settings.forget_recent()
        self._list_recent()

    def _open_named(self, path: str) -> None:
        self.open(Path(path))

    @property
    def start_page(self) -> QWidget:
        """What is shown when nothing is open."""
        return self._start
