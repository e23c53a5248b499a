"""The form of a rule checks itself, field by field, and becomes the rule it says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.dates import PartialDate
from desktop_app.domain.events import EventKind
from desktop_app.domain.problems import blocking
from desktop_app.domain.rule_draft import MOST_DAYS, RuleDraft
from desktop_app.domain.rules import Rule, RuleKind
from desktop_app.words.problem_words import PROBLEMS

TODAY = date(2026, 5, 1)
REQUEST = RuleDraft(
    title="Request",
    clause="request",
    version="treaty",
    starts_with=EventKind.ARRIVED_BOAT,
    ends_with=EventKind.REQUESTED,
    days="14",
    in_force="since 6 Aug 2025",
)
PRESS = Rule(clause="request", version="press", in_force=PartialDate.parse("2025-08-06/.."))


def found(draft: RuleDraft, *others: Rule) -> set[tuple[str, str, bool]]:
    return {(one.field, one.code, one.blocks) for one in draft.check(others, TODAY)}


def test_a_sound_draft_becomes_a_clock() -> None:
    assert found(REQUEST, PRESS) == set()
    made = REQUEST.rule([PRESS], TODAY)
    assert made.is_clock
    assert (made.days, made.in_force) == (14, PartialDate.parse("2025-08-06/.."))


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"title": " "}, ("title", "rule without title", True)),
        ({"days": "two"}, ("days", "not a whole number", True)),
        ({"days": "0"}, ("days", "not a whole number", True)),
        ({"days": "-3"}, ("days", "not a whole number", True)),
        ({"days": str(MOST_DAYS + 1)}, ("days", "not a whole number", True)),
        ({"days": "9" * 30}, ("days", "not a whole number", True)),
        ({"days": "١٤"}, ("days", "not a whole number", True)),
        ({"months": "3"}, ("months", "days and months", True)),
        ({"months": "x", "days": ""}, ("months", "not a whole number", True)),
        ({"extended_days": "14"}, ("extended_days", "exception not longer", True)),
        ({"extended_days": "28", "days": ""}, ("extended_days", "exception without days", True)),
        ({"starts_with": None}, ("starts_with", "limit without start", False)),
        ({"ends_with": None}, ("ends_with", "limit without end", False)),
        ({"ends_with": EventKind.ARRIVED_BOAT}, ("ends_with", "ends as it starts", True)),
        ({"days": ""}, ("days", "no limit", False)),
        ({"in_force": ""}, ("in_force", "holds always", False)),
        ({"in_force": "some time"}, ("in_force", "days unreadable", True)),
        ({"in_force": "between 6 Aug 2025 and 11 Jun 2026"}, ("in_force", "holds on one day", False)),
        ({"version": ""}, ("version", "version without name", True)),
        ({"version": "PRESS"}, ("version", "version taken", True)),
    ],
)
def test_what_is_wrong_is_said_at_its_field(
    change: dict[str, object], problem: tuple[str, str, bool]
) -> None:
    draft = replace(REQUEST, **change)  # type: ignore[arg-type]
    assert problem in found(draft, PRESS)
    assert problem[1] in PROBLEMS
    if problem[2]:
        with pytest.raises(ValueError, match="blocking"):
            draft.rule([PRESS], TODAY)


def test_a_version_may_come_again_on_other_days() -> None:
    later = replace(REQUEST, version="press", in_force="from 12 Jun 2026 to Oct 2026")
    assert found(later, PRESS) == set()


def test_a_rule_on_its_own_needs_no_version() -> None:
    assert found(replace(REQUEST, clause="", version=""), PRESS) == set()


def test_a_criterion_has_a_question_and_no_limit() -> None:
    draft = replace(REQUEST, kind=RuleKind.CRITERION, days="x", text="")
    assert found(draft) == {("text", "criterion without question", False)}
    made = draft.rule([], TODAY)
    assert (made.starts_with, made.ends_with, made.days) == (None, None, None)


numbers = st.none() | st.integers(1, 400)
kinds = st.none() | st.sampled_from(EventKind)


@given(kinds, kinds, numbers, numbers, st.sampled_from(["", "2025-08-06/..", "2026-06-12/2026-10~"]))
def test_a_rule_comes_back_from_its_own_draft(
    start: EventKind | None, end: EventKind | None, days: int | None, months: int | None, force: str
) -> None:
    rule = Rule(
        title="a rule",
        clause="clause",
        version="version",
        text="what it says",
        starts_with=start,
        ends_with=end,
        days=days,
        months=None if days is not None else months,
        in_force=PartialDate.parse(force),
        note="a note",
    )
    draft = RuleDraft.of(rule)
    if blocking(draft.check([], TODAY)):
        assert start is end is not None or (months or 0) > 120
    else:
        assert draft.rule([], TODAY, based_on=rule) == rule
