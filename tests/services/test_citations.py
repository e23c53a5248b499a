"""Sources are added to a record, changed, ordered and taken away, each as one step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop_app.domain.citation_draft import CitationDraft
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import RET
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.sources import Citation, Source, Stance
from desktop_app.services import citations
from desktop_app.services.workspace import Workspace
from tests.domain.ledgers import BLOG, PAPER, figure

FIGURE = figure(RET, "94", "2025-11-07", PAPER, id="ret")


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with Workspace.in_memory() as workspace:
        with workspace.change("record figure") as work:
            for record in (PAPER, BLOG, FIGURE):
                work.put(record)
        yield workspace


def now(workspace: Workspace) -> Figure:
    found = workspace.get(Figure, "ret")
    assert found is not None
    return found


def cited(workspace: Workspace) -> list[str]:
    return [citation.source for citation in now(workspace).citations]


def test_one_more_source_is_one_step(workspace: Workspace) -> None:
    citations.keep(workspace, now(workspace), CitationDraft(source_id="blog", stance=Stance.DENIES))
    assert cited(workspace) == ["paper", "blog"]
    workspace.undo()
    assert cited(workspace) == ["paper"]


def test_a_new_source_comes_with_its_citation_and_goes_with_it(workspace: Workspace) -> None:
    before = workspace.count(Source)
    citations.keep(workspace, now(workspace), CitationDraft(source="Le Monde"))
    assert workspace.count(Source) == before + 1
    assert len(cited(workspace)) == 2
    workspace.undo()
    assert workspace.count(Source) == before


def test_a_citation_changes_in_its_place_and_an_equal_one_is_not_written(workspace: Workspace) -> None:
    citations.keep(workspace, now(workspace), CitationDraft(source_id="blog"))
    draft = replace(CitationDraft.of(now(workspace).citations[0]), locator="p. 2")
    citations.keep(workspace, now(workspace), draft, 0)
    assert now(workspace).citations == (Citation("paper", locator="p. 2"), Citation("blog"))
    revision = workspace.revision
    citations.keep(workspace, now(workspace), draft, 0)
    assert workspace.revision == revision


def test_order_and_removal(workspace: Workspace) -> None:
    citations.keep(workspace, now(workspace), CitationDraft(source_id="blog"))
    citations.move(workspace, now(workspace), 1, 0)
    assert cited(workspace) == ["blog", "paper"]
    citations.remove(workspace, now(workspace), 0)
    assert cited(workspace) == ["paper"]
    assert workspace.get(Source, "blog") is not None
    workspace.undo()
    workspace.undo()
    assert cited(workspace) == ["paper", "blog"]


def test_a_record_changed_meanwhile_stays(workspace: Workspace) -> None:
    seen = now(workspace)
    with workspace.change("edit figure") as work:
        work.put(replace(seen, note="theirs"))
    with pytest.raises(Refusal) as refused:
        citations.keep(workspace, seen, CitationDraft(source_id="blog"))
    assert refused.value.code is RefusalCode.CHANGED_MEANWHILE
    assert cited(workspace) == ["paper"]
