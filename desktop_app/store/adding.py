"""Writes a step of new records while they come, so that a million need not all be held at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from desktop_app.domain.records import Record
from desktop_app.domain.steps import Step
from desktop_app.store import batches, history, keeping, rows
from desktop_app.store.blocks import Column, Sound, block_of
from desktop_app.store.collecting import uncollected
from desktop_app.store.unit_of_work import UnitOfWork

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Adding:
    """The new records of one step. The write lock is taken with the first of them; an empty step is none.

    `begin` starts the transaction, `now` is put into records that do not say when they were recorded;
    `private` says that the file may hold what not anybody may see.
    """

    def __init__(
        self, begin: Callable[[], Connection], step: Step, now: str, *, private: bool = False
    ) -> None:
        self._begin = begin
        self._step = step
        self._now = now
        self._connection: Connection | None = None
        self._place = 0
        self._sound: Sound = {}
        self._private = private
        self._singly = UnitOfWork(_nothing, now, private=private)

    def put_columns(self, kind: type[Record], columns: Mapping[str, Column]) -> None:
        """Writes many new records given as columns of cells; as `UnitOfWork.put_columns`."""
        with uncollected():
            block = block_of(kind, columns, self._now, self._sound, private=self._private)
            connection = self._writing()
            with rows.vouched(connection, kind):
                keeping.keep_block(connection, self._step.id, self._place, block)
        self._place += len(block.ids)

    def put_all(self, records: Iterable[Record]) -> None:
        """Adds new records to the step; they are written at its end."""
        self._singly.put_all(records)

    def finish(self) -> None:
        """Writes what is left, before the transaction ends."""
        if self._singly.edits:
            edits = batches.arranged(self._singly.edits)
            keeping.keep_edits(self._writing(), self._step.id, self._place, edits)

    def _writing(self) -> Connection:
        if self._connection is None:
            self._connection = self._begin()
            self._step = history.sign(self._connection, self._step)
        return self._connection


def _nothing(kind: type[Record], id: str) -> None:
    return None
