"""Writes one step: its rows and its history, within one transaction of the caller's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, groupby
from typing import TYPE_CHECKING

from desktop_app.domain.records import Record
from desktop_app.domain.steps import Edit, LateEdits, Step
from desktop_app.store import batches, codec, history, rows
from desktop_app.store.blocks import Block
from desktop_app.store.collecting import uncollected

if TYPE_CHECKING:
    from sqlalchemy import Connection


def keep(connection: Connection, step: Step, blocks: Sequence[Block] = ()) -> Step:
    """Brings the rows to where the edits lead, and answers the step as it was signed.

    In a large step, edits of one sort come together. `blocks` are added after them, and are in the step that
    is answered though not in the one given.
    """
    step = history.sign(connection, step)
    keep_edits(connection, step.id, 0, step.edits)
    if not blocks:
        return step
    place = len(step.edits)
    for block in blocks:
        with rows.vouched(connection, block.kind):
            keep_block(connection, step.id, place, block)
        place += len(block.ids)
    return replace(step, edits=LateEdits(place, partial(_told, step.edits, blocks)))


def keep_edits(connection: Connection, step: int, place: int, edits: Sequence[Edit]) -> None:
    """Writes arranged edits of a signed step, in which so many others come before them."""
    runs = list(batches.runs(edits))
    singly = [edit for run in runs if not run.batched for edit in run.edits]
    if singly:
        _write(connection, singly)
        history.add(connection, step, singly)
    together = [replace(run, place=place + run.place) for run in runs if run.batched]
    for kind, alike in groupby(together, key=lambda run: run.edits[0].kind):
        with rows.vouched(connection, kind):
            for run in alike:
                _keep_batch(connection, step, run)


def _told(edits: Sequence[Edit], blocks: Sequence[Block]) -> list[Edit]:
    with uncollected():
        return [*edits, *chain.from_iterable(block.edits() for block in blocks)]


def keep_block(connection: Connection, step: int, place: int, block: Block) -> None:
    """Writes new records of a signed step; the caller vouches for their rows."""
    rows.add(connection, block)
    for start in range(0, len(block.ids), batches.MOST):
        part = block.part(start, start + batches.MOST)
        row = batches.row_of_new(step, place + start, part.kind, part.ids, part.full())
        history.add_batch(connection, row)


def _keep_batch(connection: Connection, step: int, run: batches.Run) -> None:
    kind = run.edits[0].kind
    records = [edit.after for edit in run.edits if edit.after is not None]
    left = codec.columns_of(kind, records) if records else []
    if records:
        rows.check_ids([record.id for record in records])
        rows.put(connection, kind, list(zip(*left, strict=True)))
    else:
        rows.remove(connection, kind, [edit.id for edit in run.edits])
    history.add_batch(connection, batches.row_of(step, run, left))


def _write(connection: Connection, edits: Sequence[Edit]) -> None:
    kept: dict[type[Record], list[tuple[codec.Cell, ...]]] = {}
    gone: dict[type[Record], list[str]] = {}
    for edit in edits:
        if edit.after is None:
            gone.setdefault(edit.kind, []).append(edit.id)
        else:
            kept.setdefault(edit.kind, []).append(codec.row_of(edit.after))
    for kind, ids in gone.items():
        rows.remove(connection, kind, ids)
    for kind, cells in kept.items():
        rows.put(connection, kind, cells)
