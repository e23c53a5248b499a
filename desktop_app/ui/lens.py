"""The day that everything is seen as of: today, as known on a day, or as the file stood on a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from weakref import WeakSet

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.following import Following
from desktop_app.domain.ledgers import Ledgers
from desktop_app.domain.publication import Publication
from desktop_app.domain.views import NOW, KnownOn, Seen, Sight, View
from desktop_app.services.workspace import Step, Workspace
from desktop_app.ui.aside import Aside, steady_views

__all__ = ["NOW", "AsStood", "Lens", "Seen", "Sight"]


AsStood = Callable[[Workspace, date], View]


class Lens(QObject):
    """Set once in the window, obeyed by every page, chart, sentence and export.

    Writes never go through it: what is seen may be old, what is written is always the newest.
    """

    changed = Signal()
    """What is seen has changed because the lens was turned (not because of a step)."""

    def __init__(self, workspace: Workspace, as_stood: AsStood | None = None) -> None:
        super().__init__()
        self._workspace = workspace
        self._as_stood = as_stood
        self._steady, self._public = steady_views(workspace, lambda: self._ledgers)
        self._ledgers = Ledgers(workspace, self._steady)
        self._seen = NOW
        self._asides: WeakSet[Aside] = WeakSet()

    @property
    def seen(self) -> Seen:
        """What the lens is set to."""
        return self._seen

    @property
    def day(self) -> date | None:
        """The day chosen, of either sight; None for now."""
        return self._seen.day

    @property
    def view(self) -> View:
        """The one view through this lens: the same object whatever the lens is set to."""
        return self._steady

    @property
    def public(self) -> View:
        """The part of the view that an audience may see; the same object whatever the lens is set to."""
        return self._public

    @property
    def publication(self) -> Publication:
        """When the figures and sources of the workspace became known."""
        return self._ledgers.publication

    @property
    def account(self) -> Following:
        """What counts in the view, kept up to date."""
        return self._ledgers.seen

    @property
    def account_lately(self) -> Following:
        """What counts in the view, but for a large step that is still being taken in by `advance`."""
        return self._ledgers.seen_lately

    def advance(self, seconds: float) -> bool:
        """Take changes into the account for so many seconds; False while some are left."""
        return self._ledgers.advance(seconds)

    def differing(self, one: Seen, other: Seen) -> tuple[set[str], set[str]]:
        """Ids of the figures known on one of two days only, and of those citing a source known on one."""
        return self._ledgers.differing(one, other)

    def aside(self) -> Aside:
        """A look at other days beside this one; kept up to date as long as somebody keeps it."""
        aside = Aside(self._workspace, self._ledgers)
        self._asides.add(aside)
        return aside

    def turn(self, seen: Seen) -> None:
        """Set the lens; nothing happens where it is set so already."""
        if seen == self._seen:
            return
        before, self._seen = self._seen, seen
        self._aim()
        self._ledgers.turn(before, seen)
        self.changed.emit()

    def heed(self, step: Step) -> None:
        """Take in a step: a view of the file as it stood must be worked out anew."""
        self._ledgers.take(step)
        for aside in self._asides:
            aside.take(step)
        if self._seen.sight is Sight.AS_STOOD:
            self._aim()
            self._ledgers.drop()

    def _aim(self) -> None:
        day, sight = self._seen.day, self._seen.sight
        if day is None or sight is Sight.NOW:
            self._steady.below = self._workspace
        elif sight is Sight.KNOWN_ON:
            self._steady.below = KnownOn(self._workspace, day)
        elif self._as_stood is not None:
            self._steady.below = self._as_stood(self._workspace, day)
