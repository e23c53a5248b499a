"""Intervals of numbers with open ends, and their arithmetic: what honest totals and ratios are made of."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

Number = int | Decimal


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from low to high, ends included; an end that is None is open.

    Raises ValueError for ends that are not whole or decimal numbers, or stand the wrong way round.
    """

    low: Number | None
    high: Number | None

    def __post_init__(self) -> None:
        low, high = self.low, self.high
        if low is not None:
            check_number(low)
        if high is not None:
            check_number(high)
            if low is not None and low > high:
                raise ValueError(f"an interval cannot run from {low} down to {high}")

    @classmethod
    def exactly(cls, number: Number) -> Interval:
        """The interval that holds this number alone."""
        return cls(number, number)

    @property
    def is_exact(self) -> bool:
        """Whether exactly one number is possible."""
        return self.low is not None and self.low == self.high

    @property
    def is_open(self) -> bool:
        """Whether at least one end is open."""
        return self.low is None or self.high is None

    def __add__(self, other: Interval) -> Interval:
        """Every sum of a number here and a number there."""
        return Interval(_sum(self.low, other.low), _sum(self.high, other.high))

    def __sub__(self, other: Interval) -> Interval:
        """Every difference of a number here and a number there."""
        return self + -other

    def __neg__(self) -> Interval:
        """The same numbers with the opposite sign."""
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
        )

    def scaled(self, factor: int) -> Interval:
        """Every number here times a whole number."""
        if factor == 0:
            return Interval(0, 0)
        low = None if self.low is None else self.low * abs(factor)
        high = None if self.high is None else self.high * abs(factor)
        scaled = Interval(low, high)
        return -scaled if factor < 0 else scaled

    def per(self, other: Interval, scale: int = 1) -> Ratio:
        """Every `scale` times a number here divided by a number above zero there.

        What is divided by is a count: its open low end is zero; a low end below zero is a ValueError.
        Where it can only be zero, nothing is known: both ends of the answer are open.
        """
        if scale <= 0:
            raise ValueError("a ratio is given per a positive number")
        least = 0 if other.low is None else other.low
        most = other.high
        if least < 0:
            raise ValueError("a ratio cannot be to a number below zero")
        if most == 0:
            return Ratio(None, None)
        low = self.low and _quotient(self.low, most if self.low > 0 else least, scale)
        high = self.high and _quotient(self.high, least if self.high > 0 else most, scale)
        return Ratio(None if low is None else Fraction(low), None if high is None else Fraction(high))

    def contains(self, number: Number) -> bool:
        """Whether this number is one of those possible."""
        return (self.low is None or self.low <= number) and (self.high is None or number <= self.high)

    def meets(self, other: Interval) -> bool:
        """Whether at least one number is possible in both."""
        return _not_above(self.low, other.high) and _not_above(other.low, self.high)

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        low = None if self.low is None or other.low is None else min(self.low, other.low)
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        return Interval(low, high)

    def __str__(self) -> str:
        return f"{number_text(self.low)}..{number_text(self.high)}"


@dataclass(frozen=True, slots=True)
class Ratio:
    """The exact ends of a quotient of two intervals; an end that is None is open."""

    low: Fraction | None
    high: Fraction | None

    @property
    def is_exact(self) -> bool:
        """Whether exactly one value is possible."""
        return self.low is not None and self.low == self.high

    def rounded(self, places: int = 1) -> Interval:
        """Both ends to the nearest at so many decimal places (0 or more), for showing."""
        return Interval(_rounded(self.low, places), _rounded(self.high, places))


def number_text(number: Number | None) -> str:
    """The number in plain digits, never with an exponent; nothing for an open end."""
    if number is None:
        return ""
    return format(number, "f") if isinstance(number, Decimal) else str(number)


def check_number(number: Number) -> None:
    """ValueError for anything but an int or a finite Decimal: no float, no boolean, no NaN."""
    kind = type(number)
    if kind is int or (kind is Decimal and Decimal(number).is_finite()):
        return
    raise ValueError(f"not a whole or decimal number: {number!r}")


def _sum(one: Number | None, other: Number | None) -> Number | None:
    return None if one is None or other is None else one + other


def _not_above(low: Number | None, high: Number | None) -> bool:
    return low is None or high is None or low <= high


def _quotient(number: Number, by: Number | None, scale: int) -> Fraction | None:
    """The quotient, times scale; by an open end it tends to zero, by zero it has no end."""
    if by is None:
        return Fraction(0)
    return None if by == 0 else Fraction(number) * scale / Fraction(by)


def _rounded(end: Fraction | None, places: int) -> Number | None:
    if end is None:
        return None
    whole = math.floor(end * 10**places + Fraction(1, 2))
    return Decimal(whole).scaleb(-places) if places else whole
