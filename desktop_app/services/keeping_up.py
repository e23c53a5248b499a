"""Makes changes that follow from all that is in a file, also while other processes write to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services.workspace import Workspace

T = TypeVar("T")

_MORE_TURNS = 4
"""How often one lets itself be overtaken; working out an import anew costs a second."""


def with_latest(workspace: Workspace, attempt: Callable[[], T]) -> T:
    """The answer of `attempt`, tried anew where another process was quicker (CHANGED_MEANWHILE).

    Before each turn the workspace takes in what others have kept. Raises any other Refusal of `attempt`, and
    CHANGED_MEANWHILE where it has been overtaken too often.
    """
    for _turn in range(_MORE_TURNS):
        workspace.follow()
        try:
            return attempt()
        except Refusal as refusal:
            if refusal.code is not RefusalCode.CHANGED_MEANWHILE:
                raise
    workspace.follow()
    return attempt()
