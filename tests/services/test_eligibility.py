"""Answers on the checklist: one step each, as private as their case, gone with it and back with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from desktop_app.domain.answers import Answer, Reply
from desktop_app.domain.cases import Case
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.rules import Rule, RuleKind
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation, Source
from desktop_app.services import cases, eligibility, rules
from desktop_app.services.workspace import Workspace

CASE = Case(id="c", code="C-001", sharing=Sharing.CLEAR)
FAMILY = Rule(id="family", kind=RuleKind.CRITERION, title="Family link")
SOURCE = Source(id="s", publisher="An outlet")


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with Workspace.in_memory(first=[SOURCE, CASE, FAMILY]) as opened:
        yield opened


def kept(workspace: Workspace) -> list[Answer]:
    return list(workspace.every(Answer))


def test_an_answer_is_one_step_and_takes_the_level_of_its_case(workspace: Workspace) -> None:
    made = eligibility.answer(workspace, CASE, FAMILY, Reply.YES)
    assert kept(workspace) == [made]
    assert (made.case, made.rule, made.reply, made.sharing) == ("c", "family", Reply.YES, Sharing.CLEAR)
    assert workspace.undo_label == "record answer"
    workspace.undo()
    assert kept(workspace) == []


def test_another_answer_keeps_sources_and_note(workspace: Workspace) -> None:
    first = eligibility.answer(workspace, CASE, FAMILY, Reply.NO)
    with workspace.change("add citation") as work:
        first = work.put(replace(first, citations=(Citation("s"),)))
    noted = eligibility.annotate(workspace, first, "  a letter  ")
    second = eligibility.answer(workspace, CASE, FAMILY, Reply.NOT_KNOWN)
    assert second == replace(noted, reply=Reply.NOT_KNOWN)
    assert (second.note, second.citations) == ("a letter", (Citation("s"),))


def test_the_same_answer_writes_nothing(workspace: Workspace) -> None:
    eligibility.answer(workspace, CASE, FAMILY, Reply.NO)
    label = workspace.undo_label
    workspace.undo()
    workspace.redo()
    eligibility.answer(workspace, CASE, FAMILY, Reply.NO)
    workspace.undo()
    assert label == "record answer"
    assert kept(workspace) == []


def test_an_answer_can_be_taken_back(workspace: Workspace) -> None:
    made = eligibility.answer(workspace, CASE, FAMILY, Reply.NO)
    eligibility.withdraw(workspace, made)
    assert kept(workspace) == []
    workspace.undo()
    assert kept(workspace) == [made]


def test_an_answer_changed_meanwhile_is_not_written_over(workspace: Workspace) -> None:
    made = eligibility.answer(workspace, CASE, FAMILY, Reply.NO)
    eligibility.annotate(workspace, made, "newer")
    with pytest.raises(Refusal) as refused:
        eligibility.annotate(workspace, made, "older")
    assert refused.value.code is RefusalCode.CHANGED_MEANWHILE


def test_a_private_case_has_private_answers(workspace: Workspace) -> None:
    with pytest.raises(Refusal) as refused:
        eligibility.answer(workspace, replace(CASE, sharing=Sharing.AMBER), FAMILY, Reply.YES)
    assert refused.value.code is RefusalCode.NEEDS_PASSPHRASE
    assert kept(workspace) == []


def test_answers_go_with_their_case_and_come_back_with_it(workspace: Workspace) -> None:
    made = eligibility.answer(workspace, CASE, FAMILY, Reply.YES)
    cases.remove_cases(workspace, [CASE])
    assert kept(workspace) == []
    workspace.undo()
    assert kept(workspace) == [made]


def test_answers_go_with_their_criterion_and_come_back_with_it(workspace: Workspace) -> None:
    made = eligibility.answer(workspace, CASE, FAMILY, Reply.YES)
    rule = workspace.get(Rule, "family")
    assert rule is not None
    assert eligibility.answers_to(workspace, [rule]) == [made]
    assert rules.remove(workspace, [rule]) == 1
    assert (kept(workspace), list(workspace.every(Rule))) == ([], [])
    workspace.undo()
    assert (kept(workspace), list(workspace.every(Rule))) == ([made], [rule])
