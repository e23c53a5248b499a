"""A half-filled form of a rule: checks itself, and becomes a Rule when nothing blocks."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop_app.domain import date_words
from desktop_app.domain.date_words import DateProblem, DateReading
from desktop_app.domain.dates import DateKind
from desktop_app.domain.events import EventKind
from desktop_app.domain.problems import Problem, blocking
from desktop_app.domain.rules import Rule, RuleKind

MOST_DAYS = 3660
"""No term of a scheme runs longer than ten years; more digits than that are a slip."""
MOST_MONTHS = 120

_SOME_DAY = (DateKind.WITHIN, DateKind.ONE_OF)


@dataclass(frozen=True, slots=True)
class RuleDraft:
    """The form's texts. `check` says what is wrong per field; `rule` makes the record.

    What belongs to clocks (events, days, months) is left out of a criterion.
    """

    kind: RuleKind = RuleKind.TERM
    clause: str = ""
    version: str = ""
    title: str = ""
    text: str = ""
    starts_with: EventKind | None = None
    ends_with: EventKind | None = None
    days: str = ""
    extended_days: str = ""
    months: str = ""
    in_force: str = ""
    note: str = ""

    @classmethod
    def of(cls, rule: Rule, in_force: str = "") -> RuleDraft:
        """The draft that would make this rule again; `in_force` are its days as the form shows them."""
        return cls(
            kind=rule.kind,
            clause=rule.clause,
            version=rule.version,
            title=rule.title,
            text=rule.text,
            starts_with=rule.starts_with,
            ends_with=rule.ends_with,
            days=_shown(rule.days),
            extended_days=_shown(rule.extended_days),
            months=_shown(rule.months),
            in_force=in_force or str(rule.in_force),
            note=rule.note,
        )

    def reading(self, today: datetime.date, order: date_words.Order = None) -> DateReading:
        """The days on which it holds, as they are understood."""
        return date_words.read(self.in_force, today=today, order=order)

    def check(
        self, others: Iterable[Rule], today: datetime.date, order: date_words.Order = None
    ) -> list[Problem]:
        """What is wrong, field by field; `others` are the rules beside this one."""
        problems = [] if self.title.strip() else [Problem("title", "rule without title")]
        if self.kind is RuleKind.TERM:
            problems += self._check_limits()
            problems += self._check_events()
        elif not self.text.strip():
            problems.append(Problem("text", "criterion without question", blocks=False))
        problems += self._check_days(today, order)
        problems += self._check_version(list(others), today, order)
        return problems

    def rule(
        self,
        others: Iterable[Rule],
        today: datetime.date,
        *,
        based_on: Rule | None = None,
        order: date_words.Order = None,
    ) -> Rule:
        """The record. Raises ValueError while a problem blocks."""
        if blocking(self.check(others, today, order)):
            raise ValueError("the draft has a blocking problem")
        is_term = self.kind is RuleKind.TERM
        return replace(
            based_on or Rule(),
            kind=self.kind,
            clause=self.clause.strip(),
            version=self.version.strip(),
            title=self.title.strip(),
            text=self.text.strip(),
            starts_with=self.starts_with if is_term else None,
            ends_with=self.ends_with if is_term else None,
            days=_number(self.days) if is_term else None,
            extended_days=_number(self.extended_days) if is_term else None,
            months=_number(self.months) if is_term else None,
            in_force=self.reading(today, order).date,
            note=self.note.strip(),
        )

    def _check_limits(self) -> list[Problem]:
        problems = []
        limits = (("days", MOST_DAYS), ("extended_days", MOST_DAYS), ("months", MOST_MONTHS))
        for field, most in limits:
            number = _number(getattr(self, field))
            if getattr(self, field).strip() and (number is None or not 0 < number <= most):
                problems.append(Problem(field, "not a whole number"))
        days, extended = _number(self.days), _number(self.extended_days)
        if self.days.strip() and self.months.strip():
            problems.append(Problem("months", "days and months"))
        if self.extended_days.strip() and not self.days.strip():
            problems.append(Problem("extended_days", "exception without days"))
        elif days is not None and extended is not None and extended <= days:
            problems.append(Problem("extended_days", "exception not longer"))
        return problems

    def _check_events(self) -> list[Problem]:
        has_limit = bool(self.days.strip() or self.months.strip())
        problems = []
        if has_limit and self.starts_with is None:
            problems.append(Problem("starts_with", "limit without start", blocks=False))
        if has_limit and self.ends_with is None:
            problems.append(Problem("ends_with", "limit without end", blocks=False))
        if self.starts_with is not None and self.starts_with is self.ends_with:
            problems.append(Problem("ends_with", "ends as it starts"))
        if self.starts_with is not None and self.ends_with is not None and not has_limit:
            problems.append(Problem("days", "no limit", blocks=False))
        return problems

    def _check_days(self, today: datetime.date, order: date_words.Order) -> list[Problem]:
        reading = self.reading(today, order)
        if reading.problem is DateProblem.UNREADABLE:
            return [Problem("in_force", "days unreadable")]
        if reading.problem is not None:
            return [Problem("in_force", reading.problem.value)]
        if reading.date.kind in _SOME_DAY:
            return [Problem("in_force", "holds on one day", blocks=False)]
        return [] if reading.date.is_dated else [Problem("in_force", "holds always", blocks=False)]

    def _check_version(
        self, others: list[Rule], today: datetime.date, order: date_words.Order
    ) -> list[Problem]:
        clause, version = _folded(self.clause), _folded(self.version)
        beside = [rule for rule in others if clause and _folded(rule.clause) == clause]
        if beside and not version:
            return [Problem("version", "version without name")]
        when = self.reading(today, order).date
        if any(_folded(rule.version) == version and rule.in_force == when for rule in beside):
            return [Problem("version", "version taken")]
        return []


def _shown(number: int | None) -> str:
    return "" if number is None else str(number)


def _number(text: str) -> int | None:
    digits = text.strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else None


def _folded(text: str) -> str:
    return text.strip().casefold()
