"""Accounts for an import in a file: every row that was not simply added, and why."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

from desktop_app.domain.cells import cell_text
from desktop_app.services.outgoing import check_place, leaving
from desktop_app.services.tabular.understanding import STATES, Plan, RowPlan, State

Words = Callable[[RowPlan], str]

_NEW = STATES.index(State.NEW)


def write(path: Path, header: tuple[str, ...], plan: Plan, ticks: bytes, state: Words, fate: Words) -> int:
    """Write a CSV file with a line for each value that is not new, or was not added; answers how many.

    `header` names the columns: number of the row, what became of it, its state, its cells. `state` and
    `fate` say these two in words. Raises the refusals of `outgoing`.
    """
    check_place(path)
    count = 0
    with leaving(path) as draft, draft.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow(header)
        for row in _told(plan, ticks):
            writer.writerow(
                [str(row.number), fate(row), state(row), row.column, *(cell_text(cell) for cell in row.cells)]
            )
            count += 1
    return count


def _told(plan: Plan, ticks: bytes) -> Iterator[RowPlan]:
    for place, state in enumerate(plan.states):
        if state != _NEW or not ticks[place]:
            yield plan[place]
