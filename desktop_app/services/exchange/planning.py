"""Compares what an exported file holds with a workspace, and brings it in as one step."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, TypeVar

from desktop_app.domain.answers import Answer
from desktop_app.domain.attachments import Attachment
from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Measure
from desktop_app.domain.records import Record
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.rules import Rule, RuleKind
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Source
from desktop_app.domain.statements import Statement
from desktop_app.domain.views import SafeToShow
from desktop_app.services.exchange.reading import BroughtBack, bring_back
from desktop_app.services.exchange.understanding import Unreadable
from desktop_app.services.keeping_up import with_latest
from desktop_app.services.workspace import KeyedPath, Step, Workspace
from desktop_app.words.translate import _

STEP = "import ledger"
R = TypeVar("R", bound=Record)
StandIn = Source | Measure | Case | Rule


@dataclass(frozen=True, slots=True)
class Change:
    """A record that the workspace has otherwise than the file."""

    before: Record
    after: Record
    fields: tuple[str, ...]
    """The names of the fields that differ."""


@dataclass(frozen=True)
class Plan:
    """What bringing the file in would do; nothing is done yet."""

    brought: BroughtBack
    new: tuple[Record, ...]
    same: int
    changed: tuple[Change, ...]
    unreadable: tuple[Unreadable, ...]
    without_file: tuple[Attachment, ...]
    """Kept copies whose bytes are neither in the file nor in the workspace; they stay out."""
    missing: tuple[str, ...]
    """Ids of what records of the file refer to, and that is nowhere. A new record comes in all the same; one
    that is there already stays as it is."""
    stand_ins: tuple[StandIn, ...]
    """For sources, measures and cases that an export in part names and does not hold; an export that does
    replaces them later."""
    replaced: tuple[Scheme, ...]
    """The scheme that an empty workspace began with, for which the file's own comes in."""
    revision: int

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to bring in."""
        return not (self.new or self.changed)


@dataclass(frozen=True, slots=True)
class Report:
    """What was brought in."""

    new: int
    changed: int
    same: int
    left: int
    """Records that differ and were left as they are, because only new ones were wanted."""
    unreadable: tuple[Unreadable, ...]
    without_file: int
    missing: int
    """Sources and measures that the new records refer to, and that are nowhere."""
    step: Step | None

    def as_json(self) -> dict[str, Any]:
        """The report as plain values, for scripts."""
        return {
            "new": self.new,
            "changed": self.changed,
            "same": self.same,
            "left": self.left,
            "without_file": self.without_file,
            "missing": self.missing,
            "unreadable": [
                {"table": row.table, "line": row.line, "reason": row.trouble.value, "column": row.column}
                for row in self.unreadable
            ],
        }


def plan(workspace: Workspace, path: Path) -> Plan:
    """What bringing an exported file in would do. Raises the refusals of `bring_back`."""
    return compared(workspace, bring_back(path))


def compared(workspace: Workspace, brought: BroughtBack) -> Plan:
    """What bringing in what was read would do; safe to ask as often as the workspace changes."""
    new: list[Record] = []
    changed: list[Change] = []
    without: list[Attachment] = []
    adrift: list[str] = []
    same = 0
    safe = SafeToShow(workspace)
    there = {record.id for record in brought.records}
    for record in brought.records:
        before = workspace.get(type(record), record.id)
        if before is None:
            if isinstance(record, Attachment) and not _has_content(workspace, brought, record.sha256):
                without.append(record)
            else:
                new.append(_without_lost_links(workspace, there, record) if brought.is_part else record)
            continue
        after = record if brought.is_whole else _completed(record, before, safe)
        if after == before:
            same += 1
        elif lost := _missing(workspace, there, [after], beside=before):
            adrift.extend(lost)
        else:
            changed.append(Change(before, after, _differing(before, after)))
    replaced = _beginnings(workspace) if any(isinstance(record, Scheme) for record in new) else ()
    lacking = _missing(workspace, there, new)
    return Plan(
        brought,
        tuple(new),
        same,
        tuple(changed),
        brought.unreadable,
        tuple(without),
        tuple(dict.fromkeys((*lacking, *adrift))),
        tuple(_stand_in(kind, id) for id, kind in lacking.items()) if brought.is_part else (),
        replaced,
        workspace.revision,
    )


def apply(workspace: Workspace, planned: Plan, *, changes: bool | None = None) -> Report:
    """Do what was planned, as one step that one undo takes back; nothing where nothing is new.

    With `changes` off only new records come in; unless said, so it is for an export of an earlier day. Where
    the workspace has changed since, the plan is made anew first. Raises a Refusal of the workspace, which
    then is as it was.
    """
    wants_changes = planned.brought.is_of_now if changes is None else changes

    def kept() -> Report:
        fresh = planned
        if planned.revision != workspace.revision:
            fresh = compared(workspace, planned.brought)
        return _report(fresh, _keep(workspace, fresh, changes=wants_changes), changes=wants_changes)

    return with_latest(workspace, kept)


def foreseen(planned: Plan) -> Report:
    """What `apply` would say it did."""
    return _report(planned, None, changes=planned.brought.is_of_now)


def _report(planned: Plan, step: Step | None, *, changes: bool) -> Report:
    return Report(
        len(planned.new),
        len(planned.changed) if changes else 0,
        planned.same,
        0 if changes else len(planned.changed),
        planned.unreadable,
        len(planned.without_file),
        len(planned.missing),
        step,
    )


def bring(
    file: Path | KeyedPath,
    source: Path,
    *,
    changes: bool | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Report:
    """Bring an exported file into a workspace file over a connection of its own; safe on any thread.

    Raises the refusals of `bring_back`, of the workspace, and CANCELLED, which is heeded up to the moment of
    writing; after a refusal the file is as it was.
    """
    brought = bring_back(source)
    if progress is not None:
        progress(1, 2)
    with Workspace.open(file) as workspace:
        planned = compared(workspace, brought)
        if cancelled is not None and cancelled():
            raise Refusal(RefusalCode.CANCELLED)
        return apply(workspace, planned, changes=changes)


def _keep(workspace: Workspace, planned: Plan, *, changes: bool) -> Step | None:
    changed = [change.after for change in planned.changed] if changes else []
    if not planned.new and not changed:
        return None
    with workspace.change(STEP, on_latest=True) as work:
        kept = [record.sha256 for record in (*planned.new, *changed) if isinstance(record, Attachment)]
        for sha256 in dict.fromkeys(kept):
            body = planned.brought.content(sha256)
            if body is not None:
                work.keep_content(body)
        for scheme in planned.replaced:
            work.remove(scheme)
        work.put_all(planned.stand_ins)
        work.put_all(planned.new)
        work.put_all(changed)
    return work.step


def _has_content(workspace: Workspace, brought: BroughtBack, sha256: str) -> bool:
    return workspace.content(sha256) is not None or brought.content(sha256) is not None


def _missing(
    workspace: Workspace, there: Collection[str], records: Iterable[Record], *, beside: Record | None = None
) -> dict[str, type[Record]]:
    """What these records refer to and is neither in the workspace nor `there`; `beside` did so before."""
    referred: dict[str, type[Record]] = {}
    for record in records:
        referred.update(_referred(record))
    known = _referred(beside) if beside is not None else {}
    return {
        id: kind
        for id, kind in referred.items()
        if id not in there and id not in known and workspace.get(kind, id) is None
    }


def _stand_in(kind: type[Record], id: str) -> StandIn:
    """Keeps a name alive that the file gives and does not explain, so that nothing refers to nowhere."""
    if kind is Case:
        return Case(id=id, code=id, sharing=Sharing.CLEAR)
    if kind is Measure:
        return Measure(id, label=id)
    if kind is Rule:
        return Rule(id=id, kind=RuleKind.CRITERION, title=_("Criterion that the imported file did not hold"))
    return Source(id=id, title=_("Source that the imported file did not hold"))


def _without_lost_links(workspace: Workspace, there: Collection[str], record: R) -> R:
    """The record without its ties to records that an export in part left behind."""

    def is_lost(id: str) -> bool:
        kinds: tuple[type[Record], ...] = (Figure, Statement, Event)
        return id not in there and all(workspace.get(kind, id) is None for kind in kinds)

    given: dict[str, Any] = {}
    if isinstance(record, Figure) and record.revises and is_lost(record.revises):
        given["revises"] = ""
    if isinstance(record, Statement):
        for field in ("answers", "disputes"):
            ids = getattr(record, field)
            if any(map(is_lost, ids)):
                given[field] = tuple(id for id in ids if not is_lost(id))
        if record.same_utterance and is_lost(record.same_utterance):
            given["same_utterance"] = ""
    return replace(record, **given) if given else record


def _referred(record: Record) -> dict[str, type[Record]]:
    referred: dict[str, type[Record]] = {}
    if isinstance(record, Figure):
        referred[record.measure] = Measure
    if isinstance(record, Event | Answer) and record.case:
        referred[record.case] = Case
    if isinstance(record, Answer) and record.rule:
        referred[record.rule] = Rule
    if isinstance(record, Source) and record.derives_from:
        referred[record.derives_from] = Source
    referred.update((citation.source, Source) for citation in getattr(record, "citations", ()))
    return referred


def _completed(record: R, before: R, safe: SafeToShow) -> R:
    """The record with what an export for an audience leaves out, as far as the workspace still has it."""
    public: Any = safe.get(type(before), before.id) or before
    earlier: Any = before
    given: dict[str, Any] = {}
    for name in ("note", "name", "observer"):
        if hasattr(record, name) and not getattr(record, name):
            given[name] = getattr(earlier, name)
    if hasattr(record, "citations") and record.citations == public.citations:
        given["citations"] = earlier.citations
    return replace(record, **given)


def _differing(before: Record, after: Record) -> tuple[str, ...]:
    return tuple(
        entry.name for entry in fields(before) if getattr(before, entry.name) != getattr(after, entry.name)
    )


def _beginnings(workspace: Workspace) -> tuple[Scheme, ...]:
    """The schemes of a workspace in which nobody has recorded anything."""
    kinds: tuple[type[Record], ...] = (Figure, Source, Case, Event, Statement)
    empty = not any(workspace.count(kind) for kind in kinds)
    return tuple(workspace.every(Scheme)) if empty else ()
