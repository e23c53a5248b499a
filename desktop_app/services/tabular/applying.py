"""Keeps what was planned of a table: all of it as one step, or nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import compress
from typing import Any, Protocol

from desktop_app.domain.figures import Figure
from desktop_app.domain.records import Record
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.views import View
from desktop_app.services.signing import seconds, utc_now
from desktop_app.services.tabular.books import Row
from desktop_app.services.tabular.bulk import Chunk, ChunkReader, chunks
from desktop_app.services.tabular.layouts import Column
from desktop_app.services.tabular.understanding import Cancelled, Plan, Progress, State
from desktop_app.services.workspace import Workspace
from desktop_app.store.collecting import uncollected

STEP = "import figures"

_BULK = 200
"""Rows; fewer are put one by one, as records."""


@dataclass(frozen=True, slots=True)
class Report:
    """What an import did."""

    added: int
    sources: int
    """New sources that came with the rows."""
    same: int
    like: int
    unreadable: int
    left_out: int

    def as_json(self) -> dict[str, Any]:
        """The report as plain values, for scripts."""
        return {
            "added": self.added,
            "sources": self.sources,
            "same": self.same,
            "like": self.like,
            "unreadable": self.unreadable,
            "left_out": self.left_out,
        }


class Work(Protocol):
    """What figures and sources are put into: a change of the workspace, or what passes them on to one."""

    def put_columns(self, kind: type[Record], columns: Mapping[str, Any]) -> object:
        """New records as columns of cells; as `UnitOfWork.put_columns`."""

    def put_all(self, records: Iterable[Any]) -> object:
        """New records."""


def apply(
    workspace: Workspace,
    plan: Plan,
    ticks: bytes | bytearray | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Report:
    """Keep the ticked rows as one step that one undo takes back.

    `ticks` has one byte for each value of the plan, as `plan.ticked` has, which it is where None is given.
    What cannot be read is not kept, ticked or not. Raises a Refusal of the workspace, and CANCELLED, which
    is heeded up to the moment of writing; the workspace then is as it was.
    """
    chosen = bytes(plan.ticked if ticks is None else ticks)
    if not any(chosen):
        return report(plan, 0, 0)
    with workspace.change(STEP) as work:
        keeping = _Keeping(plan, workspace, work, chosen)
        with uncollected():
            _keep(plan, keeping, progress, cancelled)
        keeping.finish()
    return keeping.report()


def apply_at_once(
    view: View,
    plan: Plan,
    work: Work,
    ticks: bytes | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Report:
    """As `apply`, of a plan that was not gone through: each row is kept as soon as it is understood."""
    keeping = _Keeping(plan, view, work, ticks)
    with uncollected():
        plan.go_through(progress, cancelled, keeping)
    keeping.finish()
    return keeping.report()


def report(plan: Plan, added: int, sources: int) -> Report:
    """The plan in numbers, once so many figures and sources were kept."""
    counts = plan.counts
    return Report(
        added,
        sources,
        counts[State.SAME],
        counts[State.LIKE],
        counts[State.UNREADABLE],
        counts[State.LEFT_OUT],
    )


class _Keeping:
    """Puts the figures of ticked values into a change, and at last the sources they cite."""

    def __init__(self, plan: Plan, view: View, work: Work, ticks: bytes | None) -> None:
        self.plan, self._work, self._ticks = plan, work, ticks
        self.reader = plan.reader(view, seconds(utc_now()))
        self._count = 0
        self._cited: set[str] = set()

    def take(
        self,
        rows: list[Row],
        first: int,
        column: Column | None,
        chunk: Chunk | None,
        base: int,
        ticked: bytearray,
    ) -> None:
        """One value of many rows: by columns what needs no closer look, the others one by one."""
        width = self.plan.width
        ticks = ticked if self._ticks is None else self._ticks[base : base + len(rows) * width : width]
        wanted = bytearray(ticks)
        if chunk is not None and len(rows) >= _BULK:
            self._keep_columns(chunk, wanted)
        figures = []
        for place in [place for place, tick in enumerate(wanted) if tick]:
            figure = self.reader.item(rows[place], first + place, column).figure
            if figure is not None:
                figures.append(figure)
                self._cited.update(citation.source for citation in figure.citations)
        self._count += len(figures)
        if figures:
            self._work.put_all(figures)

    def finish(self) -> None:
        """Put the sources of what was taken into the change."""
        if sources := self.plan.sources.only(self._cited):
            self._work.put_all(sources)

    def report(self) -> Report:
        """What was taken."""
        return report(self.plan, self._count, len(self.plan.sources.only(self._cited)))

    def _keep_columns(self, chunk: Chunk, wanted: bytearray) -> None:
        """Put the rows that need no closer look into the change, and take them off those that are wanted."""
        sure = bytearray(wanted)
        for place in chunk.doubtful:
            sure[place] = 0
        count = sum(sure)
        if not count:
            return
        self._work.put_columns(Figure, chunk.columns if count == chunk.count else chunk.only(sure))
        self._count += count
        sources = chunk.sources if isinstance(chunk.sources, list) else [chunk.sources]
        self._cited.update(set(compress(sources, sure)) - {""})
        if count == len(wanted):
            wanted[:] = bytes(count)
            return
        for place, taken in enumerate(sure):
            if taken:
                wanted[place] = 0


def _keep(plan: Plan, keeping: _Keeping, progress: Progress | None, cancelled: Cancelled | None) -> None:
    """Put the figures of the ticked values into a change, read anew."""
    by_chunks = ChunkReader(keeping.reader, plan.sheet_name)
    of, start = max(len(plan.sheet.rows), 1), plan.layout.first_row
    for first, rows in chunks(iter(plan.sheet.rows), start):
        if cancelled is not None and cancelled():
            raise Refusal(RefusalCode.CANCELLED)
        base = (first - start) * plan.width
        for which, column in enumerate(keeping.reader.value_columns):
            suits = column is not None and by_chunks.suits and len(rows) >= _BULK
            chunk = by_chunks.read(rows, first, column) if suits and column is not None else None
            keeping.take(rows, first, column, chunk, base + which, bytearray(len(rows)))
        if progress is not None:
            progress(first + len(rows), of)
