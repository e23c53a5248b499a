"""Finds the numbers in a sentence of an article, with the comparator that its words give them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.domain import amount_words
from desktop_app.domain.amounts import UNQUANTIFIED, Amount, Comparator
from desktop_app.domain.line_pieces import BLOT
from desktop_app.domain.measures import Unit
from desktop_app.domain.number_words import AmountProblem

_KNOWN: Final = re.compile(r"\b(?:confirmed|known|documented|verified)(?: \w+ of)? $", re.IGNORECASE)
_NAMED: Final = re.compile(
    r"\b(?:aged?|article|articles|section|page|pages|chapter|radio|channel|bbc|level|tier|phase|part|table"
    r"|figure|day|step|room|group"
    r"|pp?\.|cp|hc|cmnd?|(?:young|old|eld)est(?: was| is| being)?|no\.?|platform|version|number(?= 10\b)) $",
    re.IGNORECASE,
)
_PHONE: Final = re.compile(r"(?:\+[0-9]{1,3}|\b0[0-9]{2,4})(?:[ -][0-9]{2,5}){1,4}\b")
"""A number to call, which counts nothing."""
_AGE: Final = re.compile(r"[1-9][0-9], (?=[a-z])")
"""As in "the minister, 53, said"."""
_COMPARES: Final = frozenset({Comparator.MORE_THAN, Comparator.LESS_THAN})
_WITH_ARTICLE: Final = re.compile(r".*\b(?:the|le|les) (?=[0-9])", re.IGNORECASE | re.DOTALL)
_STRETCH: Final = 240
_OVERLAP: Final = 80
_BARE_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_ONE: Final = re.compile(r"(?:the |just |only )?(?:one|un|une|a|an)", re.IGNORECASE)
_EACH: Final = re.compile(
    r"\b(?:for (?:each|every)\b|one[- ]for[- ]one|per person (?:returned|removed)|pour chaque)", re.IGNORECASE
)
_VAGUE: Final = re.compile(
    r"\b(?:relatively )?(?:small|low|large|high|limited) numbers?\b(?! of)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a text: the characters it takes up, what it means, and a text that reads back as that."""

    start: int
    end: int
    words: str
    value: str
    amount: Amount | None
    problem: AmountProblem | None = None
    unit: Unit | None = None
    is_range: bool = False
    is_noise: bool = False
    """Whether it counts nothing: an age, the number of a paragraph, "one of them"."""
    is_rule: bool = False
    """Whether it says how many go with how many: "one for each"."""


def find_numbers(clean: str, start: int, end: int, dates: list[tuple[int, int]]) -> tuple[Number, ...]:
    """The numbers in the characters from `start` to `end`, in order; those inside `dates` are none."""
    letters = list(clean[start:end])
    for first, last in dates:
        letters[first - start : last - start] = BLOT * (last - first)
    line = _PHONE.sub(lambda phone: BLOT * len(phone[0]), "".join(letters))
    found: list[Number] = []
    at = 0
    while at < len(line):
        # In short stretches, for a line is looked through as a whole for every number in it.
        amount = amount_words.find_first(line[at : at + _STRETCH])
        more = at + _STRETCH < len(line)
        if amount is None:
            at += _STRETCH - _OVERLAP if more else _STRETCH
            continue
        first, last, reading = amount
        if more and first > 1 and last > _STRETCH - _OVERLAP:
            at += first - 1
            continue
        number = _number(line, at + first, at + last, reading)
        if number is not None:
            found.append(_moved(number, start))
        at += last
    found.extend(_vague(line, start))
    return tuple(sorted(found, key=lambda number: number.start))


def _number(line: str, start: int, end: int, reading: amount_words.AmountReading) -> Number | None:
    words = line[start:end]
    amount = reading.amount
    if amount is not None and amount.comparator in _COMPARES and (led := _WITH_ARTICLE.match(words)):
        # "exceeding the 36,816 recorded": the number is known, and another is compared with it.
        start, words = start + led.end(), words[led.end() :]
        amount = amount_words.read(words).amount
    if _BARE_YEAR.fullmatch(words) and not re.match(r" [a-z]+", line[end:]):
        return None
    value = words
    before = line[max(0, start - 30) : start]
    if amount is not None and amount.is_exact and amount.value is not None and _KNOWN.search(before):
        amount, value = Amount.of(Comparator.AT_LEAST, amount.value), f"at least {words}"
    is_rule = _ONE.fullmatch(words) is not None and _EACH.search(line) is not None
    is_noise = not is_rule and (
        _ONE.fullmatch(words) is not None
        or _NAMED.search(before) is not None
        or (before.endswith(", ") and _AGE.match(line[start:]) is not None)
        or (amount is None and not any(letter.isdigit() for letter in words))
    )
    return Number(
        start,
        end,
        words,
        value,
        amount,
        reading.problem,
        reading.unit,
        reading.is_range,
        is_noise=is_noise,
        is_rule=is_rule,
    )


def _moved(number: Number, by: int) -> Number:
    return replace(number, start=number.start + by, end=number.end + by)


def _vague(line: str, start: int) -> list[Number]:
    """Words that a source puts where a number would stand, within quotation marks."""
    found = []
    for each in _VAGUE.finditer(line):
        if re.search(r"[‘’“”\"']", line[max(0, each.start() - 1) : each.start()]):
            words = each.group()
            found.append(Number(start + each.start(), start + each.end(), words, words, UNQUANTIFIED))
    return found
