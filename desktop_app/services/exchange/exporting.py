"""Exports what a view shows: to CSV, to a workbook, as a data package, or as JSON."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from desktop_app import __version__
from desktop_app.domain.attachments import Attachment
from desktop_app.domain.records import RECORD_KINDS, Record
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.views import SafeToShow, Sight, View
from desktop_app.services.exchange import csv_tables, documents, packages, workbooks
from desktop_app.services.exchange.wishes import Content, Facts, Format, Watch, Wish
from desktop_app.services.outgoing import check_place, leaving
from desktop_app.services.signing import seconds
from desktop_app.services.workspace import KeyedPath, Workspace

R = TypeVar("R", bound=Record)
Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


@dataclass(frozen=True)
class Taken:
    """What a view showed at one moment: it may be written on another thread while the ledger goes on.

    With `only`, of one kind of record just those with these ids are shown by `every`.
    """

    records: dict[type[Any], dict[str, Any]]
    kind: type[Record] | None = None
    only: frozenset[str] = frozenset()

    @classmethod
    def of(cls, view: View, kind: type[Record] | None = None, ids: Collection[str] = ()) -> Taken:
        """Everything that a view shows now; of `kind` just the records with these ids."""
        records = {one: {record.id: record for record in view.every(one)} for one in RECORD_KINDS.values()}
        return cls(records, kind, frozenset(ids))

    def every(self, kind: type[R]) -> Iterable[R]:
        """The records of a kind, in order of entry."""
        found: Iterable[R] = self.records[kind].values()
        return found if kind is not self.kind else [record for record in found if record.id in self.only]

    def get(self, kind: type[R], id: str) -> R | None:
        """One record, or None."""
        found: R | None = self.records[kind].get(id)
        return found


@dataclass(frozen=True)
class Exported:
    """What was written: how many records of each table, by its name."""

    path: Path
    counts: dict[str, int]

    @property
    def total(self) -> int:
        """How many records in all."""
        return sum(self.counts.values())


def export(
    view: View,
    target: Path,
    wish: Wish,
    *,
    content: Content | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Exported:
    """Write what the view shows, whole or not at all; what was at the target before stays until then.

    Unless the wish is for everything, only what is safe to show leaves. `content` gives the bytes of kept
    files, for a data package. Raises Refusal for a place that cannot be written to (a folder, a workspace,
    a missing folder, a full disk), and CANCELLED.
    """
    check_place(target)
    seen = view if wish.everything else SafeToShow(view)
    if wish.format is Format.CSV and len(wish.tables) != 1:
        raise ValueError("a CSV file holds one kind of record")
    facts = _facts(seen, wish)
    watch = Watch(sum(_count(seen, table.kind) for table in wish.tables), progress, cancelled)
    with leaving(target) as draft:
        counts = _write(draft, seen, wish, facts, watch, content)
    return Exported(target, counts)


def export_taken(
    file: Path | KeyedPath | None,
    taken: Taken,
    target: Path,
    wish: Wish,
    *,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Exported:
    """Write what was taken from a workspace; safe on any thread. Otherwise as `export`.

    The bytes of kept copies are read from its `file` over a connection of its own.
    """
    with ExitStack() as open_files:
        content = None
        if file is not None and wish.format is Format.PACKAGE and taken.records[Attachment]:
            content = open_files.enter_context(Workspace.open(file)).content
        return export(taken, target, wish, content=content, progress=progress, cancelled=cancelled)


def holds_private(view: View) -> bool:
    """Whether the view shows anything that is not safe to show."""
    safe = SafeToShow(view)
    for kind in RECORD_KINDS.values():
        whole, public = list(view.every(kind)), list(safe.every(kind))
        # What is safe to show is the very same record.
        if len(whole) != len(public) or any(a is not b for a, b in zip(whole, public, strict=True)):
            return True
    return False


def _write(
    draft: Path, view: View, wish: Wish, facts: Facts, watch: Watch, content: Content | None
) -> dict[str, int]:
    match wish.format:
        case Format.CSV:
            table = wish.tables[0]
            encoding = "utf-8-sig" if wish.marked else "utf-8"
            with draft.open("w", encoding=encoding, newline="") as stream:
                return {table.name: csv_tables.write(stream, table, view, watch, hxl=wish.hxl)}
        case Format.XLSX:
            return workbooks.write(draft, wish.tables, view, facts, watch, hxl=wish.hxl)
        case Format.PACKAGE:
            return packages.write(draft, wish.tables, view, facts, watch, content)
        case Format.JSON:
            with draft.open("w", encoding="utf-8", newline="") as stream:
                return documents.write(stream, wish.tables, view, facts, watch)


def _facts(view: View, wish: Wish) -> Facts:
    scheme = next(iter(view.every(Scheme)), None)
    return Facts(
        made=seconds(datetime.now(UTC)),
        program=__version__,
        everything=wish.everything,
        known_on=wish.seen.day if wish.seen.sight is Sight.KNOWN_ON else None,
        stood_on=wish.seen.day if wish.seen.sight is Sight.AS_STOOD else None,
        scheme="" if scheme is None else scheme.name,
    )


def _count(view: View, kind: type[Record]) -> int:
    records = view.every(kind)
    return len(records) if isinstance(records, Collection) else sum(1 for _record in records)
