"""Every version of a record can be told and brought back, whatever kind of record it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest

from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.measures import RET
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.sources import Citation, Source
from desktop_app.services import figures, history, sources
from desktop_app.services.workspace import Workspace
from tests.domain.ledgers import PAPER, figure

FIGURE = figure(RET, "94", "2025-11-05", PAPER, id="ret")


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with Workspace.in_memory(who="mk") as workspace:
        with workspace.change("record figure") as work:
            work.put(PAPER)
            work.put(FIGURE)
        yield workspace


def now(workspace: Workspace) -> Figure:
    found = workspace.get(Figure, "ret")
    assert found is not None
    return found


def test_tells_who_did_what_and_why_newest_first(workspace: Workspace) -> None:
    figures.set_rank(workspace, now(workspace), Rank.DEPRECATED, "a slip")
    newest, first = history.versions(workspace, Figure, "ret")
    assert (newest.who, newest.label, newest.reason) == ("mk", "deprecate figure", "a slip")
    assert {change.field: (change.before, change.after) for change in newest.changes} == {
        "rank": (Rank.NORMAL, Rank.DEPRECATED),
        "rank_reason": ("", "a slip"),
    }
    assert first.is_new
    assert {change.field for change in first.changes} >= {"measure", "amount", "period", "citations"}
    assert newest.at - first.at < timedelta(minutes=1)


def test_a_version_comes_back_in_one_step_and_goes_again(workspace: Workspace) -> None:
    figures.set_rank(workspace, now(workspace), Rank.DEPRECATED, "a slip")
    first = history.versions(workspace, Figure, "ret")[-1]
    later = now(workspace)
    restored = history.restore(workspace, Figure, "ret", first, later)
    assert restored == now(workspace)
    assert restored.rank is Rank.NORMAL
    assert history.versions(workspace, Figure, "ret")[0].label == "restore version"
    workspace.undo()
    assert now(workspace) == later


def test_a_deleted_record_comes_back(workspace: Workspace) -> None:
    kept = now(workspace)
    figures.remove(workspace, [kept])
    deleted, entered = history.versions(workspace, Figure, "ret")
    assert deleted.record is None
    with pytest.raises(ValueError, match="no record"):
        history.restore(workspace, Figure, "ret", deleted, None)
    assert history.restore(workspace, Figure, "ret", entered, None) == kept


def test_what_stands_so_already_is_not_written_again(workspace: Workspace) -> None:
    before = workspace.revision
    only = history.versions(workspace, Figure, "ret")[0]
    history.restore(workspace, Figure, "ret", only, now(workspace))
    assert workspace.revision == before


def test_a_record_changed_under_our_hands_stays(workspace: Workspace) -> None:
    seen, first = now(workspace), history.versions(workspace, Figure, "ret")[-1]
    with workspace.change("edit figure") as work:
        theirs = work.put(replace(seen, note="theirs"))
    with pytest.raises(Refusal) as refused:
        history.restore(workspace, Figure, "ret", first, seen)
    assert refused.value.code is RefusalCode.CHANGED_MEANWHILE
    assert now(workspace) == theirs


def test_a_version_that_cites_a_deleted_source_is_refused(workspace: Workspace) -> None:
    first = history.versions(workspace, Figure, "ret")[-1]
    with workspace.change("edit figure") as work:
        work.put(Source(id="other"))
        work.put(replace(now(workspace), citations=(Citation("other"),)))
    sources.remove(workspace, [PAPER])
    with pytest.raises(Refusal) as refused:
        history.restore(workspace, Figure, "ret", first, now(workspace))
    assert refused.value.code is RefusalCode.NEEDS_DELETED


def test_deleted_records_are_told_once_and_only_while_they_are_gone(workspace: Workspace) -> None:
    figures.remove(workspace, [now(workspace)])
    workspace.undo()
    assert workspace.deleted() == []
    gone = now(workspace)
    figures.remove(workspace, [gone])
    ((step, edit),) = workspace.deleted()
    assert (step.label, edit.kind, edit.before) == ("delete figure", Figure, gone)


def test_hundreds_that_went_in_one_step_are_all_told(workspace: Workspace) -> None:
    many = [Source(id=f"s{number}", publisher=f"Paper {number}") for number in range(300)]
    with workspace.change("record sources") as work:
        work.put_all(many)
    workspace.undo()
    assert {edit.before for _step, edit in workspace.deleted()} == set(many)
