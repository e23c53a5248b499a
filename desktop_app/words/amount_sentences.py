"""Amounts and intervals said in full, in short, and as an echo of what was typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop_app.domain.amounts import Amount, Comparator, Interval, Number
from desktop_app.domain.measures import Unit
from desktop_app.words.formats import Formats
from desktop_app.words.measure_words import amount_of_unit
from desktop_app.words.problem_words import amount_problem
from desktop_app.words.translate import _

if TYPE_CHECKING:
    # Reading words takes patterns that are slow to make; saying them does not.
    from desktop_app.domain.amount_words import AmountReading

Words = Callable[[], str]


def amount(amount: Amount, formats: Formats) -> str:
    """An amount in full: "more than 1,700", "between 75 and 94", "tens of thousands"."""
    if amount.value is not None:
        return _in_full(amount.comparator, amount.value).format(number=formats.number(amount.value))
    return _without_value(amount, formats)


def amount_short(amount: Amount, formats: Formats) -> str:
    """An amount for a table or a chart: "> 1,700", "≈ 350", "75–94"."""
    if amount.value is not None:
        return SHORT[amount.comparator]().format(number=formats.number(amount.value))
    if amount.low is None or amount.high is None:
        return _("no number")
    return _("{low}–{high}").format(low=formats.number(amount.low), high=formats.number(amount.high))


def amount_with_unit(amount_said: Amount, unit: Unit, formats: Formats) -> str:
    """An amount with what is counted: "more than 1,700 people", "nearly 50%"."""
    if not amount_said.has_number:
        return _("no number given")
    return amount_of_unit(unit, amount_before_noun(amount_said, formats), plural_of(amount_said))


def amount_before_noun(amount_said: Amount, formats: Formats) -> str:
    """An amount as it stands before what it counts: "thousands of", where others stay as they are."""
    words = amount(amount_said, formats)
    if _order(amount_said):
        return _("{order} of").format(order=words)
    return words


def plural_of(amount: Amount) -> int:
    """The number that decides between singular and plural: "1 person", "at least 2 people", "1.5 boats"."""
    number = amount.high if amount.value is None else amount.value
    if number is None or isinstance(number, Decimal):
        return 2
    return number


def amount_echo(reading: AmountReading, formats: Formats) -> str:
    """What was understood, for the line under the field; for what was not, why and what to do."""
    if reading.problem is not None:
        return amount_problem(reading.problem)
    if reading.amount is None:
        return ""
    said = amount(reading.amount, formats)
    if reading.unit is not None:
        said = amount_of_unit(reading.unit, said, plural_of(reading.amount))
    if reading.is_range:
        return _("{amount}: middle not assumed").format(amount=said)
    if reading.amount.comparator in (Comparator.ABOUT, Comparator.NEARLY) and not reading.amount.is_exact:
        return _("{amount}: {interval}").format(
            amount=said, interval=interval(reading.amount.interval, formats)
        )
    return said


def interval(interval: Interval, formats: Formats) -> str:
    """What is possible: "57", "57–65", "at least 901", "at most 99", "not known"."""
    low, high = interval.low, interval.high
    if low is not None and high is not None:
        if low == high:
            return formats.number(low)
        if low < 0:
            return _("{low} to {high}").format(low=formats.number(low), high=formats.number(high))
        return _("{low}–{high}").format(low=formats.number(low), high=formats.number(high))
    if low is not None:
        return _("at least {number}").format(number=formats.number(low))
    if high is not None:
        return _("at most {number}").format(number=formats.number(high))
    return _("not known")


def _in_full(comparator: Comparator, number: Number) -> str:
    if comparator is Comparator.LESS_THAN and isinstance(number, Decimal):
        return _("less than {number}")
    return IN_FULL[comparator]()


def _without_value(amount: Amount, formats: Formats) -> str:
    low, high = amount.low, amount.high
    if low is None or high is None:
        return _("no number given")
    if order := _order(amount):
        return order
    numbers = {"low": formats.number(low), "high": formats.number(high)}
    if amount.comparator is Comparator.ORDER_OF:
        return _("of the order of {low} to {high}").format(**numbers)
    return _("between {low} and {high}").format(**numbers)


def _order(amount: Amount) -> str:
    """The word for a whole order of magnitude; empty for any other amount."""
    if amount.comparator is not Comparator.ORDER_OF or amount.low is None or amount.high is None:
        return ""
    words = ORDERS.get(amount.low)
    return words() if words and amount.high == amount.low * 10 - 1 else ""


IN_FULL: Mapping[Comparator, Words] = {
    Comparator.EXACTLY: lambda: _("{number}"),
    Comparator.ABOUT: lambda: _("about {number}"),
    Comparator.MORE_THAN: lambda: _("more than {number}"),
    Comparator.LESS_THAN: lambda: _("fewer than {number}"),
    Comparator.NEARLY: lambda: _("nearly {number}"),
    Comparator.AT_MOST: lambda: _("at most {number}"),
    Comparator.AT_LEAST: lambda: _("at least {number}"),
}

SHORT: Mapping[Comparator, Words] = {
    Comparator.EXACTLY: lambda: _("{number}"),
    Comparator.ABOUT: lambda: _("≈ {number}"),
    Comparator.MORE_THAN: lambda: _("> {number}"),
    Comparator.LESS_THAN: lambda: _("< {number}"),
    Comparator.NEARLY: lambda: _("nearly {number}"),
    Comparator.AT_MOST: lambda: _("≤ {number}"),
    Comparator.AT_LEAST: lambda: _("≥ {number}"),
}

ORDERS: Mapping[Number, Words] = {
    10: lambda: _("dozens"),
    100: lambda: _("hundreds"),
    1_000: lambda: _("thousands"),
    10_000: lambda: _("tens of thousands"),
    100_000: lambda: _("hundreds of thousands"),
    1_000_000: lambda: _("millions"),
}
