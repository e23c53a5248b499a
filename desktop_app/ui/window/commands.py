"""Carries out the commands of the menus: the window's own, and those passed on to the page in front."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from desktop_app.domain.refusals import Refusal
from desktop_app.services.workspace import KeyedPath, Workspace
from desktop_app.ui import motion
from desktop_app.ui.places import Place
from desktop_app.ui.rules.opening import show_rules
from desktop_app.ui.settings import AUDIENCE_SCREEN
from desktop_app.ui.theme.theme import Mode
from desktop_app.ui.widgets.banner import Way
from desktop_app.ui.window import file_dialogs, looking_back, region_focus
from desktop_app.ui.window.about import about_box
from desktop_app.ui.window.command_palette import CommandPalette
from desktop_app.ui.window.desk import Desk
from desktop_app.ui.window.help_window import HelpWindow
from desktop_app.words.translate import _

if TYPE_CHECKING:
    from desktop_app.ui.window.import_flow import ImportFlow

_ZOOM_STEP = 1.1
_PLACES = {
    "add_figure": Place("figures", wish="add"),
    "add_case": Place("cases", wish="add case"),
    "add_event": Place("cases", wish="add event"),
    "beside_totals": Place("cases", wish="totals"),
    "add_note": Place("notes", wish="add"),
    "add_source": Place("sources", wish="add"),
    "add_statement": Place("statements", wish="add"),
    "check_statement": Place("check", wish="statement"),
    "present": Place("charts", wish="present"),
    "present_here": Place("charts", wish="present here"),
    "export_chart": Place("charts", wish="export"),
}
"""Commands that a page carries out when it is gone to."""


class WindowCommands(QObject):
    """Each window command of the catalogue is a public method under the command's id, or a place to go to."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._window = desk.window
        self._window.commanded.connect(self.run)
        self._window.fileDropped.connect(self._dropped)
        self._window.menus.themeChosen.connect(self._choose_theme)
        self._window.menus.show_theme(desk.theme.mode)
        self._window.menus.screenChosen.connect(partial(desk.settings.set_text, AUDIENCE_SCREEN))
        self._window.menus.show_screen(desk.settings.text(AUDIENCE_SCREEN))
        self._window.commands["reduce_motion"].setChecked(motion.is_off(desk.settings))

    @cached_property
    def _imports(self) -> ImportFlow:
        # What reads spreadsheets takes long to load, and most starts import nothing.
        from desktop_app.ui.window.import_flow import ImportFlow

        flow = ImportFlow(self._desk)
        flow.articleFound.connect(self._paste_file)
        return flow

    def get_ready(self) -> None:
        """Have at hand what the first import needs; for a moment when nobody waits."""
        self._imports.get_ready()

    def run(self, name: str) -> None:
        """Carry out a command by its id."""
        if name.startswith("page_"):
            self._desk.go_to_page(name.removeprefix("page_"))
            if self._desk.page is not None:
                self._desk.page.focus_first()
        elif self._window.menus.targets[name] == "page":
            method = getattr(self._desk.page, name, None)
            if method is not None:
                method()
        elif name in _PLACES:
            self._desk.navigator.go(_PLACES[name])
        else:
            getattr(self, name)()

    def open_path(self, path: Path | KeyedPath) -> bool:
        """Open a workspace file."""
        return self._desk.open(path)

    def open_last(self) -> None:
        """Open what was open last, if it is still there; otherwise the start page stays."""
        recent = self._desk.settings.recent()
        if recent and recent[0].exists():
            self._desk.open(recent[0])

    def new_workspace(self) -> None:
        """Make a new, empty workspace and open it."""
        path = file_dialogs.ask_new(self._window, self._folder())
        if path is None:
            return
        try:
            workspace = Workspace.create(path)
        except Refusal as refusal:
            self._desk.notices.refuse(refusal)
            return
        self._desk.take(workspace)

    def open_workspace(self) -> None:
        """Ask for a workspace and open it."""
        path = file_dialogs.ask_open(self._window, self._folder())
        if path is not None:
            self._desk.open(path)

    def open_sample(self) -> None:
        """Open a fresh copy of the example."""
        from desktop_app.services import sample

        try:
            path = sample.fresh_copy()
        except Refusal as refusal:
            self._desk.notices.refuse(refusal)
            return
        self._desk.open(path)

    def save_copy(self) -> None:
        """Save a copy under another name; the open file stays open."""
        workspace = self._desk.workspace
        if workspace is None or workspace.path is None:
            return
        path = file_dialogs.ask_copy(self._window, workspace.path)
        if path is None:
            return
        try:
            workspace.save_copy(path, replace=True)
        except Refusal as refusal:
            self._desk.notices.refuse(refusal)
            return
        self._desk.notices.tell(_("Saved a copy: {name}").format(name=path.name))

    def set_passphrase(self) -> None:
        """Give the workspace a passphrase, or another one."""
        self._desk.privacy.set_passphrase()

    def lock(self) -> None:
        """Close the workspace and ask for its passphrase."""
        self._desk.locking.lock()

    def backups(self) -> None:
        """List the backups of the workspace."""
        self._desk.privacy.show_backups()

    def workspace_settings(self) -> None:
        """Decide what holds for the whole workspace."""
        if self._desk.context is not None:
            from desktop_app.ui.workspace_settings.dialog import WorkspaceSettingsDialog

            dialog = WorkspaceSettingsDialog(self._desk.context, self._window)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def show_rules(self) -> None:
        """List the rules of the scheme, and change them."""
        if self._desk.context is not None:
            show_rules(self._desk.context, self._window)

    def import_file(self) -> None:
        """Ask for a file and import it."""
        path = file_dialogs.ask_import(self._window, self._folder())
        if path is not None:
            self._imports.start(path)

    def close_workspace(self) -> None:
        """Close the workspace; the start page comes back."""
        self._desk.close()

    def quit(self) -> None:
        """Close the window."""
        self._window.close()

    def undo(self) -> None:
        """Take the last change back."""
        self._desk.undo()

    def redo(self) -> None:
        """Make it again."""
        self._desk.redo()

    def back(self) -> None:
        """Go to where we were before."""
        self._desk.navigator.back()

    def forward(self) -> None:
        """Go to where we came back from."""
        self._desk.navigator.forward()

    def next_region(self) -> None:
        """Give the keyboard to the next region."""
        region_focus.move(self._window, 1)

    def previous_region(self) -> None:
        """Give the keyboard to the region before."""
        region_focus.move(self._window, -1)

    def known_on(self) -> None:
        """Choose the day to look from."""
        self._desk.known_on.ask()

    def known_earlier(self) -> None:
        """Look from the day before on which something became known."""
        self._desk.known_on.step(-1)

    def known_later(self) -> None:
        """Look from the next such day; after the last, from today."""
        self._desk.known_on.step(1)

    def known_today(self) -> None:
        """Look from today again."""
        self._desk.known_on.today()

    def what_changed(self) -> None:
        """Show what changed between two days."""
        if self._desk.context is not None:
            looking_back.show_changes(self._desk.context, self._desk.known_on, self._window)

    def show_deleted(self) -> None:
        """Show the records that are there no more."""
        if self._desk.context is not None:
            looking_back.show_deleted(self._desk.context, self._window)

    def larger_text(self) -> None:
        """Enlarge all text by a tenth."""
        self._zoom(self._desk.theme.zoom * _ZOOM_STEP)

    def smaller_text(self) -> None:
        """Reduce all text by a tenth."""
        self._zoom(self._desk.theme.zoom / _ZOOM_STEP)

    def normal_text(self) -> None:
        """Text in the system's own size."""
        self._zoom(1.0)

    def full_screen(self) -> None:
        """Fill the screen, or stop filling it."""
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    def reduce_motion(self) -> None:
        """Let nothing move by itself, or let it again where the desktop does."""
        motion.reduce(self._desk.settings, self._window.commands["reduce_motion"].isChecked())

    def paste_article(self, text: str = "") -> None:
        """Find the figures in an article's text, and keep those that are ticked."""
        from desktop_app.ui.articles.dialog import ArticleDialog

        if self._desk.context is not None:
            ArticleDialog(self._desk.context, text, self._window).open()

    def paste_rows(self) -> None:
        """Lay out the rows on the clipboard, to be looked at before any is added."""
        if self._desk.context is not None:
            self._imports.paste(QApplication.clipboard().text())

    def briefing(self) -> None:
        """Write a briefing of what is seen."""
        if self._desk.context is not None:
            # What writes documents is not needed by most starts.
            from desktop_app.ui.briefing.asking import BriefingExport

            BriefingExport(self._window, self._desk.context).ask()

    def palette(self) -> None:
        """Find a command by its name."""
        CommandPalette(self._window.menus.to_be_found, self._window).exec()

    def help(self) -> None:
        """Show the help page of the page in front."""
        page = self._desk.page
        HelpWindow(page.objectName().removesuffix("Page") if page else "index", self._window).show()

    def keys(self) -> None:
        """Show the list of keys."""
        HelpWindow("keys", self._window).show()

    def about(self) -> None:
        """Say which Evenhand this is."""
        about_box(self._window).exec()

    def _folder(self) -> Path:
        workspace = self._desk.workspace
        if workspace is not None and workspace.path is not None:
            return workspace.path.parent
        return Path.home()

    def _dropped(self, name: str) -> None:
        from desktop_app.services import recognising

        path = Path(name)
        if recognising.is_workspace(path):
            self._desk.open(path)
        elif self._desk.workspace is not None:
            self._imports.start(path)
        else:
            words = _("{name} is imported into a workspace. Open or make one, then drop the file again.")
            ways = [Way(_("New workspace…"), self.new_workspace), Way(_("Open…"), self.open_workspace)]
            self._desk.notices.report(words.format(name=path.name), ways)

    def _paste_file(self, path: Path) -> None:
        from desktop_app.services.articles import texts

        try:
            self.paste_article(texts.load(path))
        except Refusal as refusal:
            self._desk.notices.refuse(refusal)

    def _choose_theme(self, name: str) -> None:
        self._desk.theme.set_mode(Mode(name))
        self._desk.settings.set_text("window/theme", name)
        self._window.menus.show_theme(name)

    def _zoom(self, zoom: float) -> None:
        self._desk.theme.set_zoom(zoom)
        self._desk.settings.set_text("window/zoom", str(self._desk.theme.zoom))
