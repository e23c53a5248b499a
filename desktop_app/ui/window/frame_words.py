"""What the window's frame says of the open workspace: its name, its numbers, and from when it is seen."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from desktop_app.domain.schemes import Scheme
from desktop_app.ui import actions as catalogue
from desktop_app.ui.context import Context
from desktop_app.ui.window.facts import counts, facts
from desktop_app.ui.window.known_on import KnownOnControl
from desktop_app.ui.window.main_window import MainWindow
from desktop_app.words import known_on as seen_words

FACTS_AFTER_MS = 250


class FrameWords(QObject):
    """Writes in sidebar, status bar, top bar and title; of a workspace it follows, each change by itself."""

    def __init__(self, window: MainWindow, known_on: KnownOnControl) -> None:
        super().__init__(window)
        self._window, self._known_on = window, known_on
        self._context: Context | None = None
        # What holds of the whole workspace is looked up when the hands are at rest, not at each key.
        self._at_rest = QTimer(self)
        self._at_rest.setSingleShot(True)
        self._at_rest.setInterval(FACTS_AFTER_MS)
        self._at_rest.timeout.connect(self.tell_facts)

    def follow(self, context: Context) -> None:
        """Name this workspace, and say what is found in it and from when it is seen."""
        self._context = context
        context.checking.changed.connect(self._tell_found)
        context.lens.changed.connect(self._see_otherwise)
        scheme = next(iter(context.workspace.every(Scheme)), None)
        path = context.workspace.path
        self._window.top_bar.show_workspace(
            scheme.name if scheme else "", path.name if path else "", str(path) if path else ""
        )
        self._window.show_title(path.name if path else "")

    def forget(self) -> None:
        """No workspace is open."""
        self._context = None
        self._window.sidebar.show_nothing()
        self._window.status.show_closed()
        self._window.show_title("")
        self._window.top_bar.show_workspace("", "", "")
        self._window.top_bar.show_seen("")
        for name, _words, _icon in catalogue.pages():
            self._window.sidebar.show_count(name, "")

    def tell_saved(self, clock: str) -> None:
        """Say when something was saved last (empty: nothing yet), and soon what it changed."""
        if self._context is None:
            return
        self._window.status.show_saved(clock)
        self._at_rest.start()
        if self._context.lens.day is None:
            self._tell_counts(self._context)

    def tell_facts(self) -> None:
        """Say how many records there are and how many are contested, which otherwise waits for a rest."""
        if self._context is not None:
            self._tell_counts(self._context)
            self._tell_found(None)
            self._known_on.heed()

    def _tell_found(self, _ids: object) -> None:
        """Say how much the check found, once it has gone through the ledger."""
        if self._context is not None and self._context.checking.is_settled:
            checking, formats = self._context.checking, self._context.formats
            self._window.status.show_facts(facts(checking, formats))
            self._window.sidebar.show_count("check", formats.number(len(checking.to_look_at)))

    def _tell_counts(self, context: Context) -> None:
        for name, count in counts(context.view).items():
            self._window.sidebar.show_count(name, context.formats.number(count))

    def _see_otherwise(self) -> None:
        """Say everywhere from when everything is seen."""
        if self._context is None:
            return
        seen = seen_words.short(self._context.lens.seen, self._context.formats)
        self._window.top_bar.show_seen(seen)
        self._window.status.show_seen(seen)
        path = self._context.workspace.path
        self._window.show_title(path.name if path else "", seen)
        self._at_rest.start()
