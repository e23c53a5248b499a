"""One rule says what can be undone and redone, whoever made the steps and whenever."""

from __future__ import annotations

import pytest

from desktop_app.services.undo_stacks import DEPTH, NEW_WORKSPACE, UndoStacks


def _labels(*steps: tuple[int, str, int | None]) -> tuple[str | None, str | None]:
    stacks = UndoStacks()
    for step in steps:
        stacks.file(*step)
    undo, redo = stacks.to_undo, stacks.to_redo
    return (undo.label if undo else None, redo.label if redo else None)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([], (None, None)),
        ([(1, NEW_WORKSPACE, None)], (None, None)),
        ([(1, "a", None), (2, "b", None)], ("b", None)),
        ([(1, "a", None), (2, "b", None), (3, "b", 2)], ("a", "b")),
        ([(1, "a", None), (2, "b", None), (3, "b", 2), (4, "a", 1)], (None, "a")),
        ([(1, "a", None), (2, "b", None), (3, "b", 2), (4, "b", 3)], ("b", None)),
        ([(1, "a", None), (2, "a", 1), (3, "c", None)], ("c", None)),
        # Somebody else took back a step that lies deeper.
        ([(1, "a", None), (2, "b", None), (3, "a", 1)], ("b", "a")),
        # The step it reverts is older than what is remembered.
        ([(90, "a", 1)], (None, None)),
    ],
)
def test_what_comes_next(steps: list[tuple[int, str, int | None]], expected: tuple[str, str]) -> None:
    assert _labels(*steps) == expected


def test_a_hundred_steps_are_remembered() -> None:
    stacks = UndoStacks()
    for number in range(DEPTH + 20):
        stacks.file(number, str(number), None)
    undone = 0
    while (step := stacks.to_undo) is not None:
        undone += 1
        stacks.file(1_000 + undone, step.label, step.id)
    assert undone == DEPTH
    assert stacks.to_redo is not None
    assert stacks.to_redo.label == "20"
