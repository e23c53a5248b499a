"""Rules are recorded, changed and continued in another version, one step each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.dates import PartialDate
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.rule_draft import RuleDraft
from desktop_app.domain.rules import Rule
from desktop_app.domain.sources import Citation, Source
from desktop_app.services import rules
from desktop_app.services.workspace import Workspace

TODAY = date(2026, 5, 1)
DRAFT = RuleDraft(title="Request", clause="request", version="treaty", in_force="since 6 Aug 2025")


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with Workspace.in_memory(first=[Source(id="s", publisher="An outlet")]) as opened:
        yield opened


def test_a_rule_is_recorded_and_undone(workspace: Workspace) -> None:
    kept = rules.record(workspace, DRAFT, TODAY, citations=(Citation("s"),))
    assert list(workspace.every(Rule)) == [kept]
    assert kept.citations == (Citation("s"),)
    workspace.undo()
    assert list(workspace.every(Rule)) == []


def test_a_rule_is_revised_with_its_sources_kept(workspace: Workspace) -> None:
    kept = rules.record(workspace, DRAFT, TODAY, citations=(Citation("s"),))
    changed = rules.revise(workspace, kept, replace(RuleDraft.of(kept), title="Readmission request"), TODAY)
    assert changed == replace(kept, title="Readmission request")
    assert rules.revise(workspace, changed, RuleDraft.of(changed), TODAY) is changed
    with pytest.raises(Refusal) as refused:
        rules.revise(workspace, kept, replace(RuleDraft.of(kept), title="Older"), TODAY)
    assert refused.value.code is RefusalCode.CHANGED_MEANWHILE


def test_another_version_begins_like_the_first_without_its_days_and_sources(workspace: Workspace) -> None:
    kept = rules.record(workspace, replace(DRAFT, text="what it says"), TODAY, citations=(Citation("s"),))
    base = rules.version_of(kept)
    assert (base.clause, base.title, base.text) == ("request", "Request", "what it says")
    assert (base.version, base.citations, base.in_force.is_dated) == ("", (), False)
    draft = replace(RuleDraft.of(base), version="amended", in_force="2026-06-12/2026-10")
    second = rules.record(workspace, draft, TODAY)
    assert second.id != kept.id
    assert second.in_force == PartialDate.parse("2026-06-12/2026-10")
    assert list(workspace.every(Rule)) == [kept, second]
