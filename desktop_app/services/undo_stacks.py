"""Which step Undo takes back next, and which one Redo brings again."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.steps import FORGET

DEPTH = 100
"""So many steps can be undone, also after a restart."""

NEW_WORKSPACE = "create workspace"
"""Label of the step with which a file begins; it is never undone."""


@dataclass(frozen=True, slots=True)
class Filed:
    """A step as the stacks know it; its edits are read from the file when it is its turn."""

    id: int
    label: str


class UndoStacks:
    """Two stacks kept by one rule, the same for steps made now, by others, and before a restart.

    A new change can be undone, and ends what could be redone. A step that reverts one on the undo stack
    is an undo, and can be redone by reverting it in turn; one that reverts one on the redo stack is a redo.
    """

    def __init__(self) -> None:
        self._undo: list[Filed] = []
        self._redo: list[Filed] = []

    @property
    def to_undo(self) -> Filed | None:
        """The step that Undo would take back."""
        return self._undo[-1] if self._undo else None

    @property
    def to_redo(self) -> Filed | None:
        """The step, itself an undo, that Redo would take back."""
        return self._redo[-1] if self._redo else None

    def file(self, id: int, label: str, reverts: int | None) -> None:
        """Takes note of a step that was kept."""
        if label == NEW_WORKSPACE:
            return
        if label == FORGET:
            # What stood on the stacks may have held what nobody is to bring back.
            self._undo.clear()
            self._redo.clear()
            return
        step = Filed(id, label)
        if reverts is None:
            self._undo.append(step)
            self._redo.clear()
        elif _drop(self._undo, reverts):
            self._redo.append(step)
        elif _drop(self._redo, reverts):
            self._undo.append(step)
        del self._undo[:-DEPTH], self._redo[:-DEPTH]


def _drop(stack: list[Filed], id: int) -> bool:
    """Takes a step from a stack, wherever it lies; False where it is not there."""
    for place in range(len(stack) - 1, -1, -1):
        if stack[place].id == id:
            del stack[place]
            return True
    return False
