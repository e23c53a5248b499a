"""The checklist: which version is asked, what is answered, and what a count may say."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain import eligibility
from desktop_app.domain.answers import Answer, Reply
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.rules import Rule, RuleKind

TODAY = date(2026, 5, 1)


def criterion(id: str, clause: str = "", version: str = "", in_force: str = "2025-08-06/..") -> Rule:
    when = PartialDate.parse(in_force)
    return Rule(
        id=id, kind=RuleKind.CRITERION, clause=clause, version=version, title=id.title(), in_force=when
    )


NARROW = criterion("narrow", "family", "close family")
WIDE = criterion("wide", "family", "family or nationality")
PAPERS = criterion("papers", "documents")
ALONE = criterion("alone")
TERM = Rule(id="term", clause="family", version="a term")
RULES = (NARROW, PAPERS, WIDE, ALONE, TERM)


def asked(version: str, rules: tuple[Rule, ...] = RULES, as_of: date = TODAY) -> list[str]:
    return [one.rule.id for one in eligibility.checklist(rules, [], version, as_of).questions]


def test_versions_are_named_only_where_there_is_a_choice() -> None:
    assert eligibility.versions(RULES, TODAY) == ("close family", "family or nationality")
    assert eligibility.versions((NARROW, PAPERS, ALONE), TODAY) == ()


@pytest.mark.parametrize(
    ("version", "family"), [("close family", "narrow"), ("family or nationality", "wide")]
)
def test_each_criterion_is_asked_once_in_the_version_chosen(version: str, family: str) -> None:
    assert asked(version) == [family, "papers", "alone"]


def test_a_criterion_without_that_version_is_asked_as_it_is_in_force() -> None:
    old = criterion("old", "documents", "first", "2025-08-06/2026-01-31")
    new = criterion("new", "documents", "second", "2026-02-01/..")
    rules = (NARROW, WIDE, old, new)
    assert asked("close family", rules) == ["narrow", "new"]
    assert asked("close family", rules, date(2025, 12, 1)) == ["narrow", "old"]
    assert asked("first", rules)[1] == "old"


def test_the_version_in_force_is_offered_first() -> None:
    old = criterion("old", "family", "first", "2025-08-06/2026-01-31")
    new = criterion("new", "family", "second", "2026-02-01/..")
    assert eligibility.versions((old, new), TODAY) == ("second", "first")
    assert eligibility.versions((old, new), date(2025, 9, 1)) == ("first", "second")


def test_answers_stand_with_the_version_that_was_answered() -> None:
    answers = [Answer(rule="narrow", reply=Reply.NO), Answer(rule="papers", reply=Reply.YES)]
    narrow = eligibility.checklist(RULES, answers, "close family", TODAY)
    wide = eligibility.checklist(RULES, answers, "family or nationality", TODAY)
    assert [one.reply for one in narrow.questions] == [Reply.NO, Reply.YES, None]
    assert [one.reply for one in wide.questions] == [None, Reply.YES, None]
    assert [one.rule.id for one in wide.answered(None)] == ["wide", "alone"]
    assert [one.rule.id for one in narrow.answered(Reply.NO)] == ["narrow"]
