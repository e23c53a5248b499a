"""What every page is given: the open workspace and the few things around it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from desktop_app.domain.refusals import Refusal
from desktop_app.domain.views import View
from desktop_app.services.workspace import Workspace
from desktop_app.ui.bridge import Bridge
from desktop_app.ui.lens import Lens
from desktop_app.ui.places import Navigator
from desktop_app.ui.settings import Settings
from desktop_app.ui.theme.theme import Theme
from desktop_app.words.formats import Formats


class Notices(Protocol):
    """Where a page puts its news."""

    def tell(self, text: str, *, undo: bool = False) -> None:
        """Say that something was done (a toast, announced to screen readers), with Undo if wished."""
        ...

    def refuse(self, refusal: Refusal) -> None:
        """Show why something could not be done."""
        ...


@dataclass(frozen=True)
class Context:
    """Given to every page at its making; a page keeps it and asks nobody else."""

    workspace: Workspace
    """For writing, and for what must be the newest. What is shown is read from `view`."""
    bridge: Bridge
    lens: Lens
    navigator: Navigator
    notices: Notices
    settings: Settings
    theme: Theme
    formats: Formats
    today: Callable[[], date]

    @property
    def view(self) -> View:
        """What is seen through the lens; may be kept, for it stays the same object."""
        return self.lens.view
