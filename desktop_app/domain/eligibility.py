"""The checklist for the legal route: its criteria in one version, what is answered for a case, and the count.

It adds up answers and judges nobody: whether a person is admitted is decided elsewhere, on more than this.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.answers import Answer, Reply
from desktop_app.domain.clocks import InForce, in_force
from desktop_app.domain.dates import on_day
from desktop_app.domain.rules import Rule, RuleKind

_BEST_FIRST = (InForce.CERTAINLY, InForce.POSSIBLY, InForce.NOT)


@dataclass(frozen=True, slots=True)
class Question:
    """One criterion, in the version asked, and the answer to it for the case (None: not answered)."""

    rule: Rule
    answer: Answer | None

    @property
    def id(self) -> str:
        """The id of the criterion."""
        return self.rule.id

    @property
    def reply(self) -> Reply | None:
        """What is answered."""
        return None if self.answer is None else self.answer.reply


@dataclass(frozen=True, slots=True)
class Checklist:
    """The criteria of one version in their order."""

    version: str
    """The version by name; empty where no criterion has more than one."""
    questions: tuple[Question, ...]

    def answered(self, reply: Reply | None) -> tuple[Question, ...]:
        """The questions with this answer; for None those without any."""
        return tuple(question for question in self.questions if question.reply is reply)


def versions(rules: Iterable[Rule], as_of: date) -> tuple[str, ...]:
    """The names of the versions to choose from: none where every criterion has only one.

    The one in force on the day comes first, and of several those entered earlier.
    """
    names: dict[str, None] = {}
    for clause in _clauses(rules):
        if len({rule.version for rule in clause}) > 1:
            for rule in sorted(clause, key=lambda one: _BEST_FIRST.index(in_force(one, on_day(as_of)))):
                names.setdefault(rule.version)
    return tuple(names)


def checklist(rules: Iterable[Rule], answers: Iterable[Answer], version: str, as_of: date) -> Checklist:
    """The criteria in a version, with the answers of one case.

    A criterion that has no version of that name is asked as it is in force on the day, or else as it was
    entered first.
    """
    by_rule = {answer.rule: answer for answer in answers}
    chosen = [_asked(clause, version, as_of) for clause in _clauses(rules)]
    return Checklist(version, tuple(Question(rule, by_rule.get(rule.id)) for rule in chosen))


def _clauses(rules: Iterable[Rule]) -> list[list[Rule]]:
    """The criteria by clause, in the order in which each clause was first entered."""
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        if rule.kind is RuleKind.CRITERION:
            found.setdefault(f"clause {rule.clause}" if rule.clause else rule.id, []).append(rule)
    return list(found.values())


def _asked(clause: Sequence[Rule], version: str, as_of: date) -> Rule:
    named = [rule for rule in clause if rule.version == version] or clause
    return min(named, key=lambda rule: _BEST_FIRST.index(in_force(rule, on_day(as_of))))
