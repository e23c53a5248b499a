"""Keeps what was planned of a table: all of it as one step, or nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import compress
from typing import Any

from desktop_app.domain.figures import Figure
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services.signing import seconds, utc_now
from desktop_app.services.tabular.bulk import Chunk, ChunkReader, chunks
from desktop_app.services.tabular.items import ItemReader
from desktop_app.services.tabular.understanding import Cancelled, Plan, Progress, State
from desktop_app.services.workspace import UnitOfWork, Workspace
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
    added = _Added()
    if any(chosen):
        reader = plan.reader(workspace, seconds(utc_now()))
        with workspace.change(STEP) as work:
            with uncollected():
                _keep(plan, reader, chosen, work, added, progress, cancelled)
            sources = plan.sources.only(added.cited)
            work.put_all(sources)
    return report(plan, added.count, len(plan.sources.only(added.cited)))


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


@dataclass
class _Added:
    """What was put into a change so far."""

    count: int = 0
    cited: set[str] = field(default_factory=set)


def _keep(
    plan: Plan,
    reader: ItemReader,
    ticks: bytes,
    work: UnitOfWork,
    added: _Added,
    progress: Progress | None,
    cancelled: Cancelled | None,
) -> None:
    """Put the figures of the ticked values into a change, read anew."""
    by_chunks = ChunkReader(reader, plan.sheet_name)
    width, of, start = plan.width, max(len(plan.sheet.rows), 1), plan.layout.first_row
    for first, rows in chunks(iter(plan.sheet.rows), start):
        if cancelled is not None and cancelled():
            raise Refusal(RefusalCode.CANCELLED)
        base = (first - start) * width
        for which, column in enumerate(reader.value_columns):
            wanted = bytearray(ticks[base + which : base + len(rows) * width : width])
            if column is not None and by_chunks.suits and any(wanted) and len(rows) >= _BULK:
                chunk = by_chunks.read(rows, first, column)
                _keep_columns(chunk, wanted, work, added)
            for place in [place for place, tick in enumerate(wanted) if tick]:
                figure = reader.item(rows[place], first + place, column).figure
                if figure is not None:
                    added.count += 1
                    added.cited.update(citation.source for citation in figure.citations)
                    work.put_all([figure])
        if progress is not None:
            progress(first + len(rows), of)


def _keep_columns(chunk: Chunk, wanted: bytearray, work: UnitOfWork, added: _Added) -> None:
    """Put the rows that need no closer look into a change, and take them off those that are wanted."""
    sure = bytearray(wanted)
    for place in chunk.doubtful:
        sure[place] = 0
    count = sum(sure)
    if not count:
        return
    work.put_columns(Figure, chunk.columns if count == chunk.count else chunk.only(sure))
    added.count += count
    sources = chunk.sources if isinstance(chunk.sources, list) else [chunk.sources]
    added.cited.update(set(compress(sources, sure)) - {""})
    for place, taken in enumerate(sure):
        if taken:
            wanted[place] = 0
