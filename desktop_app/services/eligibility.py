"""What users do with the checklist for the legal route: answer a criterion, say more of it, take it back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from desktop_app.domain.answers import Answer, Reply
from desktop_app.domain.cases import Case
from desktop_app.domain.rules import Rule
from desktop_app.domain.views import View
from desktop_app.services.workspace import Workspace


def answers_of(view: View, case_id: str) -> list[Answer]:
    """What is answered for one case, in order of entry."""
    return [answer for answer in view.every(Answer) if answer.case == case_id]


def answers_to(view: View, rules: Iterable[Rule]) -> list[Answer]:
    """What is answered to any of these criteria, for whichever case."""
    asked = {rule.id for rule in rules}
    return [answer for answer in view.every(Answer) if answer.rule in asked]


def answer(workspace: Workspace, case: Case, rule: Rule, reply: Reply) -> Answer:
    """Keep an answer, in place of an earlier one, whose sources and note stay.

    A new one is as private as its case: Refusal NEEDS_PASSPHRASE where that is not for anybody. Nothing is
    written where nothing changed.
    """
    before = next((one for one in answers_of(workspace, case.id) if one.rule == rule.id), None)
    if before is None:
        made = Answer(case=case.id, rule=rule.id, reply=reply, sharing=case.sharing)
        with workspace.change("record answer") as work:
            return work.put(made)
    return _revise(workspace, before, replace(before, reply=reply))


def annotate(workspace: Workspace, answered: Answer, note: str) -> Answer:
    """Keep a note with an answer; nothing is written where nothing changed."""
    return _revise(workspace, answered, replace(answered, note=note.strip()))


def withdraw(workspace: Workspace, answered: Answer) -> None:
    """Take an answer back, with its sources and its note: the criterion is not answered then."""
    with workspace.change("delete answer") as work:
        work.remove(answered)


def _revise(workspace: Workspace, before: Answer, changed: Answer) -> Answer:
    if changed == before:
        return before
    with workspace.change("edit answer") as work:
        return work.put(changed, replacing=before)
