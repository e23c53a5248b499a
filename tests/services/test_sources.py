"""Sources are kept, changed and removed with what hangs on them, and never go back to themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.source_draft import SourceDraft, repeats_itself
from desktop_app.domain.sources import Source
from desktop_app.services import sources
from desktop_app.services.workspace import Workspace

TODAY = date(2026, 11, 23)
WIRE = Source(id="wire", publisher="A wire agency")
OUTLET = Source(id="outlet", publisher="An outlet", derives_from="wire")


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with Workspace.in_memory() as workspace:
        with workspace.change("record source") as work:
            work.put(WIRE)
            work.put(OUTLET)
        yield workspace


def test_a_source_that_another_repeats_stays_until_both_go(workspace: Workspace) -> None:
    assert sources.used_by(workspace, "wire") == [OUTLET]
    with pytest.raises(Refusal) as refused:
        sources.remove(workspace, [WIRE])
    assert refused.value.code is RefusalCode.IN_USE
    sources.remove(workspace, [WIRE, OUTLET])
    assert workspace.count(Source) == 0


def test_no_source_goes_back_to_itself(workspace: Workspace) -> None:
    assert repeats_itself(workspace, "wire", "outlet")
    assert repeats_itself(workspace, "wire", "wire")
    assert not repeats_itself(workspace, "outlet", "wire")
    draft = replace(SourceDraft.of(WIRE), derives_from="outlet")
    with pytest.raises(ValueError, match="itself"):
        sources.revise(workspace, WIRE, draft, TODAY)


def test_a_circle_among_others_does_not_hold_anybody_up(workspace: Workspace) -> None:
    with workspace.change("edit source") as work:
        work.put(replace(WIRE, derives_from="outlet"))
    assert not repeats_itself(workspace, "third", "wire")


def test_a_source_changed_meanwhile_stays(workspace: Workspace) -> None:
    with workspace.change("edit source") as work:
        theirs = work.put(replace(WIRE, title="theirs"))
    with pytest.raises(Refusal) as refused:
        sources.revise(workspace, WIRE, replace(SourceDraft.of(WIRE), title="mine"), TODAY)
    assert refused.value.code is RefusalCode.CHANGED_MEANWHILE
    assert workspace.get(Source, "wire") == theirs


def test_words_for_an_origin_need_a_source_behind_them() -> None:
    draft = SourceDraft(publisher="A paper", origin="somebody")
    assert [problem.code for problem in draft.check(TODAY)] == ["unknown origin"]
    assert replace(draft, derives_from="wire").check(TODAY) == []
