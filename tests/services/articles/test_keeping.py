"""Keeping what was ticked in an article: one step, one source, its own words, its marks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from desktop_app.domain.figures import Figure
from desktop_app.domain.sources import Quotation, Source, Stance
from desktop_app.domain.statements import Statement
from desktop_app.services.articles import keeping, plan
from desktop_app.services.workspace import Workspace
from tests.domain.articles.texts import FERRIES

TODAY = date(2026, 11, 1)


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with Workspace.in_memory() as opened:
        yield opened


def kept(workspace: Workspace, *, references: tuple[int, ...] = (), everything: bool = False) -> keeping.Kept:
    article = plan.read(workspace, FERRIES)
    rows = [row for row in plan.plan(workspace, article, TODAY) if row.ticked or everything]
    source = keeping.source_of(workspace, article, publisher="The Harbour Gazette", today=TODAY)
    return keeping.keep(workspace, article, rows, source, TODAY, references)


def test_ticked_figures_cite_the_article_in_its_own_words(workspace: Workspace) -> None:
    result = kept(workspace)
    figure = next(each for each in workspace.every(Figure) if each.amount_words == "3,412")
    (citation,) = figure.citations
    assert citation.source == result.source.id
    assert citation.quotation is Quotation.VERBATIM
    assert citation.excerpt in " ".join(FERRIES.split())
    assert citation.note == "[2] [4]"
    assert str(figure.published) == "2026-03-18"


def test_the_article_is_one_source_with_title_and_day(workspace: Workspace) -> None:
    kept(workspace)
    (source,) = workspace.every(Source)
    assert (source.publisher, source.title) == ("The Harbour Gazette", "Harbour exchange under the lens")
    assert (str(source.published), str(source.accessed)) == ("2026-03-18", "2026-11-01")


def test_it_is_one_step_and_one_undo(workspace: Workspace) -> None:
    before = workspace.revision
    kept(workspace, references=(1, 2, 3))
    assert workspace.revision == before + 1
    workspace.undo()
    assert (workspace.count(Figure), workspace.count(Source)) == (0, 0)


def test_pasted_again_nothing_is_new_and_nothing_is_written(workspace: Workspace) -> None:
    kept(workspace)
    before = workspace.revision
    again = kept(workspace)
    assert (again.figures, again.statements, workspace.revision) == ((), (), before)


def test_a_reference_is_cited_as_mentioned_where_a_mark_names_it(workspace: Workspace) -> None:
    kept(workspace, references=(2, 3))
    sources = {each.id: each for each in workspace.every(Source)}
    returned = next(each for each in workspace.every(Figure) if str(each.amount) == "233")
    own, mention = returned.citations
    assert own.stance is Stance.ASSERTS
    assert mention.stance is Stance.MENTIONS
    assert sources[mention.source].publisher == "Coastal Wire"
    assert sources[mention.source].title == "How the removals to France are counted"
    assert {each.publisher for each in sources.values()} == {"The Harbour Gazette", "Coastal Wire", ""}


def test_a_reference_that_nothing_kept_names_is_not_kept(workspace: Workspace) -> None:
    kept(workspace, references=(1,))
    assert len(workspace.every(Source)) == 1


def test_a_figure_there_already_gets_one_more_source(workspace: Workspace) -> None:
    kept(workspace)
    before = workspace.count(Figure)
    article = plan.read(workspace, FERRIES.replace("Harbour exchange", "The exchange"))
    rows = [row for row in plan.plan(workspace, article, TODAY) if str(row.candidate.amount) == "3412"]
    source = keeping.source_of(workspace, article, publisher="Coastal Wire", today=TODAY)
    result = keeping.keep(workspace, article, rows, source, TODAY)
    assert (workspace.count(Figure), len(result.figures)) == (before, 0)
    (linked,) = result.linked
    assert [each.source for each in linked.citations][-1] == result.source.id
    assert len(linked.citations) == 2


def test_statements_are_kept_in_the_articles_words(workspace: Workspace) -> None:
    kept(workspace, everything=True)
    words = [each.words for each in workspace.every(Statement)]
    assert any(each.startswith("For each person removed") for each in words)


def test_a_source_that_is_there_is_used(workspace: Workspace) -> None:
    first = kept(workspace)
    article = plan.read(workspace, FERRIES)
    assert keeping.source_of(workspace, article, today=TODAY).id == first.source.id


def test_words_that_are_chosen_become_statements_that_cite_the_article(workspace: Workspace) -> None:
    article = plan.read(workspace, FERRIES)
    source = keeping.source_of(workspace, article, publisher="The Harbour Gazette", today=TODAY)
    quotes = ["The berths stay open.", "“we count every boat”"]
    result = keeping.keep(workspace, article, [], source, TODAY, quotes=quotes)
    own, quoted = result.statements
    assert (own.speaker, own.venue, own.words) == (
        "The Harbour Gazette",
        "The Harbour Gazette",
        "The berths stay open.",
    )
    assert (quoted.speaker, quoted.venue, quoted.words) == ("", "", "we count every boat")
    assert str(own.date) == "2026-03-18"
    for statement in (own, quoted):
        assert [citation.source for citation in statement.citations] == [result.source.id]
        assert statement.quotation is Quotation.VERBATIM
    assert quoted.citations[0].excerpt == "“we count every boat”"
    assert result.sources == 1
    workspace.undo()
    assert (workspace.count(Statement), workspace.count(Source)) == (0, 0)
