"""Amounts as sources state them: how the number was qualified, and the interval that leaves open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Final

from desktop_app.domain.intervals import Interval, Number, Ratio, check_number, number_text

__all__ = ["UNQUANTIFIED", "Amount", "Comparator", "Interval", "Number", "Ratio", "significant_unit"]

DIGITS_LIMIT: Final = 15
"""Amounts have at most this many digits before the point: exact in a double and in 64 bits."""

PLACES_LIMIT: Final = 9
"""Amounts have at most this many decimal places."""


class Comparator(StrEnum):
    """How a source qualified its number."""

    EXACTLY = "exactly"
    ABOUT = "about"
    MORE_THAN = "more than"
    LESS_THAN = "less than"
    NEARLY = "nearly"
    AT_MOST = "at most"
    AT_LEAST = "at least"
    BETWEEN = "between"
    ORDER_OF = "order of"
    UNQUANTIFIED = "unquantified"


@lru_cache(maxsize=1 << 15, typed=True)
def _interval(low: Number | None, high: Number | None) -> Interval:
    """The interval, made once for each pair: working out a series asks for it again and again."""
    return Interval(low, high)


@dataclass(frozen=True, slots=True)
class Amount:
    """What a source said of a number: the comparator, the number as said, and the interval it leaves open.

    The ends may be narrower or wider than `Amount.of` would set them, when somebody edited them.
    `value` is None for ranges, orders of magnitude and what has no number; where it is left out it is
    worked out from the ends. A count is never negative. Raises ValueError for anything that makes no sense.
    """

    comparator: Comparator
    low: Number | None = None
    high: Number | None = None
    value: Number | None = None

    def __post_init__(self) -> None:
        low, high, comparator = self.low, self.high, self.comparator
        if comparator is Comparator.EXACTLY and low is high is self.value and type(low) is int:
            _check_count(low)
            return
        for name, number in (("low", low), ("high", high), ("value", self.value)):
            if number is not None:
                object.__setattr__(self, name, _check_count(number))
        if comparator in _ONE_NUMBER and self.value is None:
            object.__setattr__(self, "value", _value_from_ends(comparator, self.low, self.high))
        _check_sense(self)

    @classmethod
    def exactly(cls, number: Number) -> Amount:
        """This number and no other."""
        return cls(Comparator.EXACTLY, number, number, number)

    @classmethod
    def of(cls, comparator: Comparator, number: Number) -> Amount:
        """A number with its comparator, and the interval the comparator gives by rule."""
        if comparator not in _ONE_NUMBER:
            raise ValueError(f"'{comparator}' does not go with one number")
        number = _check_count(number)
        return cls(comparator, *_rule(comparator, number), number)

    @classmethod
    def about(cls, number: Number) -> Amount:
        """Half a unit of the last significant digit either side: about 350 is 345 to 355.

        A last zero is not significant: about 300 is 250 to 350. Whole numbers stay whole, rounded
        inwards, so about 42 is 42: no other whole number rounds to it.
        """
        return cls.of(Comparator.ABOUT, number)

    @classmethod
    def between(cls, low: Number, high: Number) -> Amount:
        """One value that is not known better than from low to high."""
        return cls(Comparator.BETWEEN, low, high)

    @classmethod
    def order_of(cls, power: int) -> Amount:
        """Tens (1), hundreds (2), thousands (3), tens of thousands (4): 1,000 to 9,999 for 3."""
        if not 1 <= power < DIGITS_LIMIT:
            raise ValueError(f"no order of magnitude is named 10 to the {power}")
        return cls(Comparator.ORDER_OF, 10**power, 10 ** (power + 1) - 1)

    @classmethod
    def parse(cls, text: str) -> Amount:
        """The amount written in the notation of `str(amount)`; ValueError for any other text."""
        if text.isascii() and text.isdigit() and len(text) <= DIGITS_LIMIT:
            return cls.exactly(int(text))
        return _parsed(text)

    @property
    def interval(self) -> Interval:
        """The numbers that are possible."""
        return _interval(self.low, self.high)

    @property
    def is_exact(self) -> bool:
        """Whether exactly one number is possible."""
        return self.low is not None and self.low == self.high

    @property
    def has_number(self) -> bool:
        """Whether a number was given at all."""
        return self.comparator is not Comparator.UNQUANTIFIED

    @property
    def is_edited(self) -> bool:
        """Whether the interval is not the one the comparator gives by rule."""
        if self.value is None:
            return False
        return (self.low, self.high) != _rule(self.comparator, self.value)

    def __str__(self) -> str:
        """One line that `parse` reads back.

        Such as 94, ~350, ~350 340..365, >1700, <100, nearly 39000, <=50, >=2, 75..94, order 10..99, -.
        """
        if self.value is None:
            if self.comparator is Comparator.UNQUANTIFIED:
                return "-"
            return f"{'order ' if self.comparator is Comparator.ORDER_OF else ''}{self.interval}"
        text = f"{_SIGNS[self.comparator]}{number_text(self.value)}"
        return f"{text} {self.interval}" if self.is_edited else text


_SIGNS: Final = {
    Comparator.EXACTLY: "",
    Comparator.ABOUT: "~",
    Comparator.MORE_THAN: ">",
    Comparator.LESS_THAN: "<",
    Comparator.NEARLY: "nearly ",
    Comparator.AT_MOST: "<=",
    Comparator.AT_LEAST: ">=",
}
_COMPARATORS: Final = {sign: comparator for comparator, sign in _SIGNS.items()}
_ONE_NUMBER: Final = frozenset(_SIGNS)
_NUMBER: Final = r"[0-9]+(?:\.[0-9]+)?"
_ENDS: Final = rf"(?P<low>{_NUMBER})?\.\.(?P<high>{_NUMBER})?"
_ONE: Final = re.compile(rf"(?P<sign>~|>=|<=|>|<|nearly |)(?P<value>{_NUMBER})(?P<ends> {_ENDS})?")
_RANGE: Final = re.compile(rf"(?P<order>order )?{_ENDS}")


def significant_unit(number: Number) -> Number:
    """What one step of the last significant digit is worth: 10 for 350, 1,000 for 39,000, 0.1 for 5.2."""
    if isinstance(number, Decimal):
        return _place_unit(number)
    digits = str(abs(number))
    zeros: int = len(digits) - len(digits.rstrip("0")) if number else 0
    return 10**zeros if zeros else 1


def _place_unit(number: Number) -> Number:
    """One unit of the last written place."""
    if isinstance(number, int):
        return 1
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else 1


def _rule(comparator: Comparator, number: Number) -> tuple[Number | None, Number | None]:
    """The ends that the table of comparators gives."""
    match comparator:
        case Comparator.ABOUT:
            half = _half_unit(number)
            return max(number - half, 0), number + half
        case Comparator.NEARLY:
            return max(number - _half_unit(number), 0), number
        case Comparator.MORE_THAN:
            return number + _place_unit(number), None
        case Comparator.LESS_THAN:
            return None, number - _place_unit(number)
        case Comparator.AT_MOST:
            return None, number
        case Comparator.AT_LEAST:
            return number, None
        case _:
            return number, number


def _half_unit(number: Number) -> Number:
    unit = significant_unit(number)
    return unit // 2 if isinstance(unit, int) else unit / 2


def _value_from_ends(comparator: Comparator, low: Number | None, high: Number | None) -> Number | None:
    """The number that was said, as far as the ends tell."""
    match comparator:
        case Comparator.EXACTLY | Comparator.AT_LEAST:
            return low
        case Comparator.NEARLY | Comparator.AT_MOST:
            return high
        case Comparator.MORE_THAN:
            return None if low is None else low - _place_unit(low)
        case Comparator.LESS_THAN:
            return None if high is None else high + _place_unit(high)
        case _:
            if low is None or high is None:
                return None
            total = low + high
            return total / 2 if isinstance(total, Decimal) else total // 2


def _check_sense(amount: Amount) -> None:
    comparator, low, high, value = amount.comparator, amount.low, amount.high, amount.value
    if low is not None and high is not None and low > high:
        raise ValueError(f"an amount cannot run from {low} down to {high}")
    if comparator is Comparator.UNQUANTIFIED:
        sound = low is None and high is None and value is None
    elif comparator in (Comparator.BETWEEN, Comparator.ORDER_OF):
        sound = low is not None and high is not None and value is None
    elif value is None:
        sound = False
    else:
        sound = _ends_suit(comparator, value, low, high)
    if not sound:
        raise ValueError(f"'{comparator}' does not go with {value}, {low}, {high}")


def _ends_suit(comparator: Comparator, value: Number, low: Number | None, high: Number | None) -> bool:
    match comparator:
        case Comparator.EXACTLY:
            return low == value == high
        case Comparator.ABOUT:
            return low is not None and high is not None and low <= value <= high
        case Comparator.MORE_THAN:
            return low is not None and low > value
        case Comparator.LESS_THAN:
            return high is not None and high < value
        case Comparator.NEARLY:
            return low is not None and high is not None and high <= value
        case Comparator.AT_MOST:
            return high is not None and high <= value
        case _:
            return low is not None and low >= value


@lru_cache(maxsize=65_536)
def _parsed(text: str) -> Amount:
    if text == "-":
        return UNQUANTIFIED
    if found := _ONE.fullmatch(text):
        comparator = _COMPARATORS[found["sign"]]
        value = _read(found["value"])
        if not found["ends"]:
            return Amount.of(comparator, value)
        return Amount(comparator, _end(found["low"]), _end(found["high"]), value)
    if found := _RANGE.fullmatch(text):
        comparator = Comparator.ORDER_OF if found["order"] else Comparator.BETWEEN
        return Amount(comparator, _end(found["low"]), _end(found["high"]))
    raise ValueError(f"not an amount in canonical notation: {text[:60]!r}")


def _end(text: str | None) -> Number | None:
    return None if text is None else _read(text)


def _read(text: str) -> Number:
    if len(text) > DIGITS_LIMIT + PLACES_LIMIT + 1:
        raise ValueError("a number has too many digits")
    return Decimal(text) if "." in text else int(text)


def _check_count(number: Number) -> Number:
    """The number, as an int where it has no decimal places; ValueError where it cannot be a count."""
    check_number(number)
    if number < 0:
        raise ValueError("an amount is never negative")
    if isinstance(number, Decimal):
        exponent = number.as_tuple().exponent
        if not isinstance(exponent, int) or exponent < -PLACES_LIMIT or number.adjusted() >= DIGITS_LIMIT:
            raise ValueError("a number has too many digits")
        return int(number) if exponent >= 0 else number
    if number >= 10**DIGITS_LIMIT:
        raise ValueError("a number has too many digits")
    return number


UNQUANTIFIED: Final = Amount(Comparator.UNQUANTIFIED)
"""Something was said of the amount, but no number."""
