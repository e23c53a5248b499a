"""Reads an amount as people write it, in English or French, and never guesses between two meanings."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from desktop_app.domain.amount_phrases import (
    AFTER,
    BEFORE,
    COUNTED,
    FILLERS,
    NO_NUMBER,
    ORDERS,
    masked,
    phrase_at,
)
from desktop_app.domain.amounts import UNQUANTIFIED, Amount, Comparator
from desktop_app.domain.measures import Unit
from desktop_app.domain.number_words import AmountProblem, FoundNumber, number_at, plain

__all__ = ["AmountProblem", "AmountReading", "find_first", "read"]

_LONGEST: Final = 400
"""A longer text is prose, not an amount."""


@dataclass(frozen=True, slots=True)
class AmountReading:
    """What was understood: an amount or a problem, never both, and the words read."""

    amount: Amount | None
    problem: AmountProblem | None
    words: str
    unit: Unit | None = None
    """Percent or pound, where the text says so."""
    is_range: bool = False
    """Two numbers were written: one uncertain value, or two dated values? Only the writer knows."""


def read(text: str) -> AmountReading:
    """The amount that the whole text means; `problem` says why where it means none. Never raises."""
    words = text.strip()
    if not words:
        return AmountReading(None, AmountProblem.EMPTY, words)
    if len(words) > _LONGEST:
        digits_only = words.replace(" ", "").isdigit()
        problem = AmountProblem.TOO_LONG if digits_only else AmountProblem.NOT_UNDERSTOOD
        return AmountReading(None, problem, words)
    line = plain(words)
    if NO_NUMBER.fullmatch(line):
        return AmountReading(UNQUANTIFIED, None, words)
    start = filler.end() if (filler := FILLERS.match(line)) else 0
    found = _at(line, start)
    if found is None or (found[1].amount and not _only_what_is_counted(line, found[0])):
        return AmountReading(None, AmountProblem.NOT_UNDERSTOOD, words)
    return replace(found[1], words=words)


def find_first(text: str) -> tuple[int, int, AmountReading] | None:
    """The first amount in a longer line: where it starts, where it ends and what it means.

    Dates, times, durations and ordinals are passed over, and a year standing alone as long as
    anything else in the line can be the amount.
    """
    line = plain(text[: 5 * _LONGEST])
    for years_too in (True, False):
        if found := _first(masked(line, years_too=years_too), text):
            return found
    return None


_LEADS_UP: Final = re.compile(r"(?:from|de) ")
_MAY_START: Final = re.compile(r"(?<![\w.,'/:@#-])(?=[\w~<>=≤≥£+-])")


def _first(line: str, text: str) -> tuple[int, int, AmountReading] | None:
    for candidate in _MAY_START.finditer(line):
        start = candidate.start()
        found = _at(line, start)
        if found is None or not _stands_alone(line, start, found[0]):
            continue
        end, reading = found
        if reading.problem is AmountProblem.NOT_UNDERSTOOD and _LEADS_UP.match(line, start):
            # "rose from 29,437", "en hausse de 25 %": no range follows, so the word belongs to the sentence.
            continue
        return start, end, replace(reading, words=text[start:end])
    return None


def _stands_alone(line: str, start: int, end: int) -> bool:
    """Whether what was found in a line is an amount of its own, not part of a word, a code or an idiom."""
    if re.match(r"[\w@/:]|[.,'-]\w", line[end:]):
        return False
    lone_article = line[start:end] in ("one", "un", "une", "zero", "cent", "neuf", "sept", "six")
    return not lone_article or COUNTED.match(line, end) is not None


def _only_what_is_counted(line: str, end: int) -> bool:
    rest = line[end:].strip(" .;")
    return not rest or COUNTED.fullmatch(f" {rest}") is not None


def _at(line: str, start: int) -> tuple[int, AmountReading] | None:
    """The amount that begins at `start`, with where it ends; None where none begins there."""
    if order := ORDERS.match(line, start):
        power = next(int(name[1:]) for name, group in order.groupdict().items() if group)
        return order.end(), AmountReading(Amount.order_of(power), None, "")
    before = phrase_at(BEFORE, line, start)
    comparator, at = before or (None, start)
    if re.match(r"(?:-|minus |moins )(?=[0-9])", line[at:]):
        number = number_at(line, at + line[at:].index(" ") + 1 if line[at] != "-" else at + 1)
        return (number.end, _refused(AmountProblem.NEGATIVE)) if number else None
    pound = line.startswith("£", at)
    at += pound
    number = number_at(line, at + (line.startswith(" ", at) and pound))
    if number is None:
        return None
    end, reading = _with_number(line, comparator, number)
    if pound and reading.amount:
        reading = replace(reading, unit=Unit.POUND)
    return end, reading


_TO_SIGNS: Final = re.compile(r" ?(?:-{1,2}|\.\.\.?) ?£?| (?:to|à|or|ou) £?")
_TO_BETWEEN: Final = re.compile(r" ?(?:-{1,2}|\.\.\.?) ?£?| (?:to|à|and|et) £?")
_PERCENT: Final = re.compile(r" ?(?:%|(?:per ?cent|percent|pour ?cent)\b)")
_POUNDS: Final = re.compile(r" (?:pounds?|livres?(?: sterling)?|gbp)\b")


def _with_number(line: str, comparator: Comparator | None, number: FoundNumber) -> tuple[int, AmountReading]:
    """The reading of a first number with what stands before it and after it."""
    if number.problem:
        return number.end, _refused(number.problem)
    end, unit = _unit_after(line, number.end)
    second = _second(line, end, between=comparator is Comparator.BETWEEN)
    if second is not None:
        last, last_unit = _unit_after(line, second.end)
        return last, replace(_range(comparator, number, second), unit=unit or last_unit)
    if comparator is Comparator.BETWEEN:
        return end, _refused(AmountProblem.NOT_UNDERSTOOD)
    if comparator is None and (after := phrase_at(AFTER, line, end)):
        comparator, end = after
        if unit is None:
            end, unit = _unit_after(line, end)
    if comparator is None:
        comparator = Comparator.ABOUT if number.approximate else Comparator.EXACTLY
    return end, replace(_amount(comparator, number), unit=unit)


def _unit_after(line: str, end: int) -> tuple[int, Unit | None]:
    if found := _PERCENT.match(line, end):
        return found.end(), Unit.PERCENT
    if found := _POUNDS.match(line, end):
        return found.end(), Unit.POUND
    return end, None


def _second(line: str, end: int, *, between: bool) -> FoundNumber | None:
    """The other number of a range, where one follows."""
    joint = (_TO_BETWEEN if between else _TO_SIGNS).match(line, end)
    return number_at(line, joint.end()) if joint else None


def _range(comparator: Comparator | None, first: FoundNumber, second: FoundNumber) -> AmountReading:
    low, high = first.value, second.value
    if second.problem or low is None or high is None:
        return _refused(second.problem or AmountProblem.NOT_UNDERSTOOD)
    if comparator not in (None, Comparator.BETWEEN, Comparator.ABOUT, Comparator.EXACTLY):
        return _refused(AmountProblem.NOT_UNDERSTOOD)
    if second.bare is not None and first.bare is None and low <= second.bare:
        low = int(Fraction(low) * Fraction(high) / Fraction(second.bare))
    if low > high:
        return _refused(AmountProblem.BACKWARDS)
    try:
        amount = Amount.exactly(low) if low == high else Amount.between(low, high)
    except ValueError:
        return _refused(AmountProblem.TOO_LONG)
    return AmountReading(amount, None, "", is_range=low != high)


def _amount(comparator: Comparator, number: FoundNumber) -> AmountReading:
    if number.value is None:
        return _refused(AmountProblem.NOT_UNDERSTOOD)
    if comparator is Comparator.LESS_THAN and number.value == 0:
        return _refused(AmountProblem.NEGATIVE)
    try:
        return AmountReading(Amount.of(comparator, number.value), None, "")
    except ValueError:
        return _refused(AmountProblem.TOO_LONG)


def _refused(problem: AmountProblem) -> AmountReading:
    return AmountReading(None, problem, "")
