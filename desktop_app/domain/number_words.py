"""Reads one number out of text, in digits or in English or French words, never guessing at separators."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from desktop_app.domain.intervals import Number

MOST_DIGITS: Final = 15
"""A number with more digits than this is no count of anything here."""


class AmountProblem(StrEnum):
    """Why a text is not read as an amount; it is kept as it was written."""

    EMPTY = "empty"
    NOT_UNDERSTOOD = "not understood"
    AMBIGUOUS = "ambiguous separator"
    """38.726 or 38,72: thousands or decimals?"""
    ABBREVIATED = "abbreviated"
    """1.2k: how far it was rounded is lost."""
    NEGATIVE = "negative"
    TOO_LONG = "too many digits"
    BACKWARDS = "range backwards"


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number or a problem, where it ends in the text, and how it was said."""

    value: Number | None
    end: int
    problem: AmountProblem | None = None
    approximate: bool = False
    """Whether the word itself means about: "une vingtaine"."""
    bare: Number | None = None
    """The number before its "million" or "thousand", where there is one."""
    in_words: bool = False


def plain(text: str) -> str:
    """The text in lower case with plain digits, dashes, quotes and spaces, character for character."""
    return "".join([_PLAIN.get(character) or _plain(character) for character in text])


def number_at(text: str, start: int) -> FoundNumber | None:
    """The number that begins at `start` of a text made `plain`, or None where none begins there."""
    found = _DIGITS.match(text, start)
    return _from_digits(text, found) if found else _from_words(text, start)


def _plain(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    if digit is not None:
        return str(digit)
    if character.isspace():
        return " "
    lower = character.lower()
    return lower if len(lower) == 1 else character


_PLAIN: Final = {
    **dict.fromkeys("‐‑‒–—−", "-"),
    **dict.fromkeys("’ʼ", "'"),
    "٬": ",",
    "٫": ".",
    "≈": "~",
}

_DIGITS: Final = re.compile(
    r"(?P<number>[0-9]{1,3}(?: [0-9]{3})+(?![0-9])(?:[.,][0-9]+)?|[0-9]+(?:[.,'][0-9]+)*)"
    r"(?:(?P<short> ?k|mn?|bn)(?![\w])|[ -]?(?P<times>dozen|hundred|thousand|millions?|billions?|mille"
    r"|milliards?)\b)?"
)
_GROUPED: Final = re.compile(
    r"[1-9][0-9]{0,2}(?:(?P<mark>[,' ])[0-9]{3}(?:(?P=mark)[0-9]{3})*)(?:\.(?P<places>[0-9]+))?"
)
_DOTTED: Final = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}|[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]{1,2}")
_SPACED: Final = re.compile(r"[1-9][0-9]{0,2}(?: [0-9]{3})+,[0-9]{1,2}")
_POINTED: Final = re.compile(r"(?:0|[0-9]{4,})\.[0-9]+|[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,})")
_PERCENT_AHEAD: Final = re.compile(r" ?(?:%|per ?cent\b|pour ?cent\b)")
_DECIMAL_COMMA: Final = re.compile(r"[0-9]+,[0-9]{1,2}")

_TIMES: Final = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "mille": 1_000,
    "million": 1_000_000,
    "millions": 1_000_000,
    "billion": 1_000_000_000,
    "billions": 1_000_000_000,
    "milliard": 1_000_000_000,
    "milliards": 1_000_000_000,
}


def _from_digits(text: str, found: re.Match[str]) -> FoundNumber:
    if found["short"]:
        return FoundNumber(None, found.end(), AmountProblem.ABBREVIATED)
    value = _value(found["number"], decimal_comma=bool(_PERCENT_AHEAD.match(text, found.end())))
    if isinstance(value, AmountProblem):
        return FoundNumber(None, found.end(), value)
    if not found["times"]:
        return FoundNumber(value, found.end())
    product = value * _TIMES[found["times"]]
    if product != int(product):
        return FoundNumber(None, found.end(), AmountProblem.AMBIGUOUS)
    if product >= 10**MOST_DIGITS:
        return FoundNumber(None, found.end(), AmountProblem.TOO_LONG)
    return FoundNumber(int(product), found.end(), bare=value)


def _value(digits: str, *, decimal_comma: bool) -> Number | AmountProblem:
    """What these digits and marks mean, where only one meaning is possible."""
    if sum(character.isdigit() for character in digits) > MOST_DIGITS:
        return AmountProblem.TOO_LONG
    if digits.isdigit():
        return int(digits)
    if grouped := _GROUPED.fullmatch(digits):
        whole = int(re.sub("[,' ]", "", digits.partition(".")[0]))
        return Decimal(f"{whole}.{grouped['places']}") if grouped["places"] else whole
    if _DOTTED.fullmatch(digits) or _SPACED.fullmatch(digits):
        whole_part, _comma, places = re.sub("[. ]", "", digits).partition(",")
        return Decimal(f"{whole_part}.{places}") if places else int(whole_part)
    if _POINTED.fullmatch(digits):
        return Decimal(digits)
    if decimal_comma and _DECIMAL_COMMA.fullmatch(digits):
        return Decimal(digits.replace(",", "."))
    return AmountProblem.AMBIGUOUS


_SMALL_WORDS: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty",
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
)
_SMALL: Final = {
    **{word: value for words in _SMALL_WORDS for value, word in enumerate(words.split())},
    "une": 1,
}
_TENS: Final = {
    **{
        word: 10 * tens
        for tens, word in enumerate(
            ["thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], start=3
        )
    },
    **{
        word: 10 * tens
        for tens, word in enumerate(["vingt", "trente", "quarante", "cinquante", "soixante"], start=2)
    },
    "septante": 70,
    "huitante": 80,
    "nonante": 90,
}
_SCALES: Final = {**_TIMES, "cent": 100, "cents": 100}
_ABOUT_SO_MANY: Final = {
    "dizaine": 10,
    "douzaine": 12,
    "quinzaine": 15,
    "vingtaine": 20,
    "trentaine": 30,
    "quarantaine": 40,
    "cinquantaine": 50,
    "soixantaine": 60,
    "centaine": 100,
    "millier": 1_000,
}
_HALF_DOZEN: Final = re.compile(r"(?:half a dozen|half-dozen|a half-dozen|(?:une )?demi-douzaine)\b")
_WORD: Final = re.compile(r"[^\W\d_]+")
_JOIN: Final = re.compile(r" (?:and|et) |-et-|[ -]")
_FOUR, _TWENTY = 4, 20


def _from_words(text: str, start: int) -> FoundNumber | None:
    """The longest run of number words that make one number: "two hundred and fifty", "quatre-vingt-dix"."""
    if half := _HALF_DOZEN.match(text, start):
        return FoundNumber(6, half.end(), in_words=True)
    total = current = 0
    end, at = start, start
    any_word = False
    while (found := _WORD.match(text, at)) is not None:
        word = found.group()
        if not any_word and word in ("a", "an"):
            word = "one" if _leads_to_scale(text, found.end()) else word
        if any_word and word in _ABOUT_SO_MANY and (total, current) == (0, 1):
            return FoundNumber(_ABOUT_SO_MANY[word], found.end(), approximate=True, in_words=True)
        step = _next(word, total, current, first=not any_word)
        if step is None:
            break
        (total, current), any_word, end = step, True, found.end()
        joint = _JOIN.match(text, end)
        if joint is None:
            break
        at = joint.end()
    if not any_word or total + current >= 10**MOST_DIGITS:
        return None
    return FoundNumber(total + current, end, in_words=True)


def _leads_to_scale(text: str, end: int) -> bool:
    """Whether "a" stands before "hundred", "dozen" and the like, and so means one."""
    after = _WORD.match(text, end + 1)
    return after is not None and after.group() in _SCALES


def _next(word: str, total: int, current: int, *, first: bool) -> tuple[int, int] | None:
    """Total and current group after one more word, or None where the word does not continue the number."""
    tail = current % 100
    if word in ("vingt", "vingts") and tail == _FOUR:
        return total, current - _FOUR + 4 * _TWENTY
    if word in _SCALES:
        scale = _SCALES[word]
        if scale <= 100:
            return (
                None
                if current >= 100 or (current == 0 and not first and total == 0)
                else (total, max(current, 1) * scale)
            )
        return None if total and total % (scale * 1000) else (total + max(current, 1) * scale, 0)
    value = _TENS.get(word, _SMALL.get(word))
    if value is None or (value == 0 and not first):
        return None
    fits = tail == 0 or (value < 10 and tail >= _TWENTY and tail % 10 == 0)
    french_teens = 1 <= value < _TWENTY and tail in (60, 80)
    after_ten = 7 <= value <= 9 and tail in (10, 70, 90)
    started = first or current or total
    return (total, current + value) if started and (fits or french_teens or after_ten) else None
