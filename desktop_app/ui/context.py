"""What every page is given: the open workspace and the few things around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol, TypeVar

from desktop_app.domain.records import Record
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.views import Sight, View
from desktop_app.services.drafts import Drafts, NoDrafts
from desktop_app.services.workspace import Workspace
from desktop_app.ui.bridge import Bridge
from desktop_app.ui.checking import Checking
from desktop_app.ui.lens import Lens
from desktop_app.ui.places import Navigator
from desktop_app.ui.settings import Settings
from desktop_app.ui.theme.theme import Theme
from desktop_app.words.formats import Formats

R = TypeVar("R", bound=Record)
T = TypeVar("T")


class Notices(Protocol):
    """Where a page puts its news."""

    def tell(self, text: str, *, undo: bool = False) -> None:
        """Say that something was done (a toast, announced to screen readers), with Undo if wished."""
        ...

    def refuse(self, refusal: Refusal) -> None:
        """Show why something could not be done."""
        ...


def _cannot() -> bool:
    return False


@dataclass(frozen=True)
class Context:
    """Given to every page at its making; a page keeps it and asks nobody else."""

    workspace: Workspace
    """For writing, and for what must be the newest. What is shown is read from `view`."""
    bridge: Bridge
    lens: Lens
    checking: Checking
    """What the check finds in what the lens shows."""
    navigator: Navigator
    notices: Notices
    settings: Settings
    theme: Theme
    formats: Formats
    today: Callable[[], date]
    drafts: Drafts = field(default_factory=NoDrafts)
    """Where forms keep what is not finished yet."""
    protect: Callable[[], bool] = _cannot
    """Asks for a passphrase for a workspace without one; False where none was given."""

    @property
    def view(self) -> View:
        """What is seen through the lens; may be kept, for it stays the same object."""
        return self.lens.view

    def keeping(self, deed: Callable[[], T]) -> T:
        """What a deed answers; where it keeps something private, a passphrase is asked for first.

        Raises NEEDS_PASSPHRASE where none was given, and any other Refusal of the deed.
        """
        try:
            return deed()
        except Refusal as refusal:
            if refusal.code is not RefusalCode.NEEDS_PASSPHRASE or not self.protect():
                raise
        return deed()

    def for_change(self, record: R) -> R:
        """The record as it is now, for changing what the lens shows of it.

        A version that the file no longer holds is handed back as it is: to change that is refused.
        """
        if self.lens.seen.sight is Sight.AS_STOOD:
            return record
        return self.workspace.get(type(record), record.id) or record

    @property
    def as_of(self) -> date:
        """The day that what is shown is judged by: the lens's day, or today. Writing goes by `today`."""
        return self.lens.day or self.today()
