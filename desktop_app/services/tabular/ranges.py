"""Makes one amount of a number and the ends that other columns give it."""

from __future__ import annotations

from desktop_app.domain.amounts import Amount, Comparator
from desktop_app.domain.intervals import Number
from desktop_app.services.tabular.values import ReadAmount


def joined(said: ReadAmount, low: ReadAmount, high: ReadAmount) -> ReadAmount:
    """One amount from a number and the ends that other columns give."""
    least = low.amount.low if low.amount is not None else None
    most = high.amount.high if high.amount is not None else None
    number = said.amount.value if said.amount is not None else None
    words = said.words or "–".join(dict.fromkeys(filter(None, (low.words, high.words))))
    try:
        return ReadAmount(_amount_between(said.amount, number, least, most), words, unit=said.unit)
    except ValueError:
        return ReadAmount(None, words, "range backwards")


def _amount_between(
    said: Amount | None, number: Number | None, least: Number | None, most: Number | None
) -> Amount:
    if said is not None and number is None:
        return said
    if number is None:
        if least is not None and most is not None:
            return Amount.exactly(least) if least == most else Amount.between(least, most)
        if least is not None:
            return Amount.of(Comparator.AT_LEAST, least)
        assert most is not None
        return Amount.of(Comparator.AT_MOST, most)
    comparator = said.comparator if said is not None else Comparator.EXACTLY
    if comparator is Comparator.EXACTLY and not (least in (None, number) and most in (None, number)):
        comparator = Comparator.ABOUT if least is not None and most is not None else comparator
    if comparator is Comparator.EXACTLY:
        return Amount.exactly(number)
    return Amount(comparator, least, most, number)
