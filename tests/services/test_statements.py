"""Statements are recorded, changed and removed whole: nothing is left that leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain import boards
from desktop_app.domain.amounts import Amount
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import RET
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation, Quotation, Source
from desktop_app.domain.statement_draft import StatementDraft
from desktop_app.domain.statements import Statement
from desktop_app.services import cases, figures, statements
from desktop_app.services.workspace import Workspace

TODAY = date(2026, 11, 23)
SAID = StatementDraft(words="It works", speaker="A minister", date="early nov 2025")


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with Workspace.in_memory(who="tester") as opened:
        yield opened


def put(workspace: Workspace, *records: Statement) -> list[Statement]:
    with workspace.change("record statement") as work:
        return [work.put(record) for record in records]


def every(workspace: Workspace) -> dict[str, Statement]:
    return {one.id: one for one in workspace.every(Statement)}


def test_a_statement_is_recorded_with_its_new_source_in_one_step(workspace: Workspace) -> None:
    draft = replace(SAID, source="A new paper", quotation=Quotation.VERBATIM)
    kept = statements.record(workspace, draft, TODAY)
    (source,) = workspace.every(Source)
    assert kept.citations == (Citation(source.id, excerpt="It works", quotation=Quotation.VERBATIM),)
    assert (str(kept.date), kept.date_words) == ("[2025-11-01..2025-11-10]", "early nov 2025")
    workspace.undo()
    assert (workspace.count(Statement), workspace.count(Source)) == (0, 0)


def test_words_in_another_language_are_cited_in_that_language(workspace: Workspace) -> None:
    draft = replace(
        SAID, source="Le Monde", quotation=Quotation.TRANSLATED, original_words="Ça marche", language="fr"
    )
    kept = statements.record(workspace, draft, TODAY)
    assert (kept.citations[0].excerpt, kept.words, kept.language) == ("Ça marche", "It works", "fr")


def test_a_source_that_is_known_is_not_made_twice(workspace: Workspace) -> None:
    first = statements.record(workspace, replace(SAID, source="Anadolu Agency"), TODAY)
    second = statements.record(workspace, replace(SAID, source="anadolu"), TODAY)
    assert first.citations[0].source == second.citations[0].source
    assert statements.record(workspace, SAID, TODAY).citations == ()


def test_revising_keeps_the_sources_and_writes_only_what_changed(workspace: Workspace) -> None:
    kept = statements.record(workspace, replace(SAID, source="Anadolu"), TODAY)
    before = workspace.revision
    assert statements.revise(workspace, kept, StatementDraft.of(kept), TODAY) == kept
    assert workspace.revision == before
    changed = statements.revise(workspace, kept, replace(StatementDraft.of(kept), topic="It works"), TODAY)
    assert (changed.topic, changed.citations) == ("It works", kept.citations)
    with pytest.raises(Refusal) as refused:
        statements.revise(workspace, kept, replace(StatementDraft.of(kept), venue="LBC"), TODAY)
    assert refused.value.code is RefusalCode.CHANGED_MEANWHILE
    workspace.undo()
    assert workspace.get(Statement, kept.id) == kept


def test_removing_one_takes_away_in_the_same_step_what_others_say_of_it(workspace: Workspace) -> None:
    gone, one, other, stays = put(
        workspace,
        Statement(id="gone", words="a"),
        Statement(id="one", words="b", answers=("gone", "stays"), disputes=()),
        Statement(id="other", words="c", disputes=("gone",)),
        Statement(id="stays", words="d"),
    )
    statements.remove(workspace, [gone])
    left = every(workspace)
    assert (left["one"].answers, left["other"].disputes, left["stays"]) == (("stays",), (), stays)
    workspace.undo()
    assert every(workspace) == {each.id: each for each in (gone, one, other, stays)}


def test_figures_and_events_that_go_are_no_longer_answered_or_disputed(workspace: Workspace) -> None:
    with workspace.change("record figure") as work:
        figure = work.put(Figure(measure=RET, amount=Amount.exactly(94)))
        event = work.put(Event(sharing=Sharing.CLEAR))
    put(workspace, Statement(id="1", answers=(figure.id,), disputes=(event.id,)))
    figures.remove(workspace, [figure])
    assert (every(workspace)["1"].answers, every(workspace)["1"].disputes) == ((), (event.id,))
    cases.remove_events(workspace, [event])
    assert every(workspace)["1"].disputes == ()
    workspace.undo()
    assert every(workspace)["1"].disputes == (event.id,)


def test_when_the_first_quotation_goes_the_earliest_left_takes_its_place(workspace: Workspace) -> None:
    first, *_rest = put(
        workspace,
        Statement(id="1", words="a"),
        Statement(id="2", words="b", same_utterance="1", speaker="z"),
        Statement(id="3", words="c", same_utterance="1", speaker="a"),
    )
    statements.remove(workspace, [first])
    left = every(workspace)
    assert (left["3"].same_utterance, left["2"].same_utterance) == ("", "3")


def test_two_statements_are_marked_as_one_utterance_with_all_that_quote_either(workspace: Workspace) -> None:
    one, _two, three, _four = put(
        workspace,
        Statement(id="1", words="a"),
        Statement(id="2", words="b", same_utterance="1"),
        Statement(id="3", words="c"),
        Statement(id="4", words="d", same_utterance="3"),
    )
    statements.mark_as_same(workspace, three, one)
    assert {each.same_utterance for each in workspace.every(Statement)} == {"", "1"}
    assert len(boards.quotations(workspace.every(Statement), one)) == 4
    before = workspace.revision
    statements.mark_as_same(workspace, every(workspace)["4"], every(workspace)["2"])
    assert workspace.revision == before
    workspace.undo()
    assert every(workspace)["3"] == three


CHANGES = st.lists(
    st.tuples(st.sampled_from("12345"), st.sampled_from(["1", "2", "3", "4", "5", "", "gone"])), max_size=12
)


@given(CHANGES)
def test_no_quotation_ever_names_one_that_is_not_the_first_of_its_utterance(
    changes: list[tuple[str, str]],
) -> None:
    with Workspace.in_memory() as workspace:
        put(workspace, *(Statement(id=name, words=name) for name in "12345"))
        start = every(workspace)
        for id, named in changes:
            found = every(workspace).get(id)
            if found is None:
                continue
            if named == "gone":
                statements.remove(workspace, [found])
            else:
                draft = replace(StatementDraft.of(found), same_utterance=named)
                statements.revise(workspace, found, draft, TODAY)
            left = every(workspace)
            for each in left.values():
                first = left.get(each.same_utterance)
                assert each.same_utterance == "" or (first is not None and first.same_utterance == "")
        while workspace.undo_label != "record statement":
            workspace.undo()
        assert every(workspace) == start
