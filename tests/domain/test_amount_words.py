"""Amounts as people write them are read in English and French; what has two meanings is not read at all."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop_app.domain.amount_words import AmountProblem, find_first, read
from desktop_app.domain.amounts import Amount
from desktop_app.domain.measures import Unit

READ = {
    # plain numbers and their separators
    "94": "94",
    " 94 ": "94",
    "94.": "94",
    "0": "0",
    "38726": "38726",
    "38,726": "38726",
    "38 726": "38726",
    "38\u00a0726": "38726",
    "38\u202f726": "38726",
    "38'726": "38726",
    "1,234,567": "1234567",
    "1.234.567": "1234567",
    "1,234.5": "1234.5",
    "1.234,5": "1234.5",
    "5.2": "5.2",
    "0.726": "0.726",
    "٣٨٬٧٢٦": "38726",
    "۹۴": "94",
    "９４": "94",
    # exactly
    "exactly 94": "94",
    "just 281": "281",
    "only 281": "281",
    "a total of 281": "281",
    "the 1,700 crossings": "1700",
    "exactement 94": "94",
    "seulement 281": "281",
    # about
    "~350": "~350",
    "~ 350": "~350",
    "≈350": "~350",
    "about 350": "~350",
    "About 350": "~350",
    "around 350": "~350",
    "some 350": "~350",
    "approximately 350": "~350",
    "approx. 350": "~350",
    "roughly 350": "~350",
    "circa 350": "~350",
    "c. 350": "~350",
    "an estimated 350": "~350",
    "350 or so": "~350",
    "environ 350": "~350",
    "quelque 350": "~350",
    "à peu près 350": "~350",
    "350 environ": "~350",
    "une vingtaine": "~20",
    "une centaine de personnes": "~100",
    # more than
    ">41000": ">41000",
    "> 41,000": ">41000",
    "41,000+": ">41000",
    "more than 41,000": ">41000",
    "over 41,000": ">41000",
    "exceeding 36,816": ">36816",
    "already surpassed 30,000": ">30000",
    "in excess of 900": ">900",
    "just over 41,000": ">41000",
    "more than 1,700 people": ">1700",
    "plus de 41 000": ">41000",
    "plus d'une centaine": ">100",
    "plus d’une centaine": ">100",
    "au-delà de 900": ">900",
    "more than a thousand": ">1000",
    # less than
    "<100": "<100",
    "fewer than 100": "<100",
    "less than 100": "<100",
    "under 100": "<100",
    "below 100": "<100",
    "moins de 100": "<100",
    "moins de cent": "<100",
    # nearly
    "nearly 39,000": "nearly 39000",
    "almost 39,000": "nearly 39000",
    "just under 39,000": "nearly 39000",
    "presque 39 000": "nearly 39000",
    "près de 39 000": "nearly 39000",
    # at most, at least
    "up to 50": "<=50",
    "up to 50 a week": "<=50",
    "up to 50 returns per week": "<=50",
    "at most 50": "<=50",
    "no more than 50": "<=50",
    "a maximum of 50": "<=50",
    "<=50": "<=50",
    "≤ 50": "<=50",
    "50 or fewer": "<=50",
    "jusqu'à 50": "<=50",
    "au plus 50": "<=50",
    "pas plus de 50": "<=50",
    "at least 2": ">=2",
    "at least two": ">=2",
    "no fewer than two": ">=2",
    "two or more": ">=2",
    ">=2": ">=2",
    "≥2": ">=2",
    "au moins deux": ">=2",
    "deux ou plus": ">=2",
    # between
    "75-94": "75..94",
    "75–94": "75..94",
    "75 — 94": "75..94",
    "75..94": "75..94",
    "75 to 94": "75..94",
    "between 75 and 94": "75..94",
    "between 75 and 94 people": "75..94",
    "from 75 to 94": "75..94",
    "75 à 94": "75..94",
    "de 75 à 94": "75..94",
    "entre 75 et 94": "75..94",
    "2 or 3": "2..3",
    "40 to 50 thousand": "40000..50000",
    "2 to 3 million": "2000000..3000000",
    # orders of magnitude
    "dozens": "order 10..99",
    "dozens of people": "order 10..99",
    "hundreds": "order 100..999",
    "several hundred": "order 100..999",
    "thousands": "order 1000..9999",
    "Thousands of people": "order 1000..9999",
    "tens of thousands": "order 10000..99999",
    "hundreds of thousands": "order 100000..999999",
    "des dizaines": "order 10..99",
    "des centaines": "order 100..999",
    "des milliers": "order 1000..9999",
    "plusieurs milliers de personnes": "order 1000..9999",
    "des dizaines de milliers": "order 10000..99999",
    # words and multiples
    "one": "1",
    "two migrants": "2",
    "twelve": "12",
    "twenty": "20",
    "ninety-four": "94",
    "a dozen": "12",
    "half a dozen": "6",
    "two dozen": "24",
    "a hundred": "100",
    "two hundred and fifty": "250",
    "three thousand": "3000",
    "2 million": "2000000",
    "1.5 million": "1500000",
    "41 thousand": "41000",
    "un": "1",
    "deux migrants": "2",
    "dix-sept": "17",
    "vingt et un": "21",
    "soixante et onze": "71",
    "quatre-vingts": "80",
    "quatre-vingt-quatorze": "94",
    "deux cent cinquante": "250",
    "mille neuf cents": "1900",
    "trois mille": "3000",
    "1,5 %": "1.5",
    # no number, and said so
    "-": "-",
    "?": "-",
    "a few": "-",
    "unknown": "-",
    "relatively small numbers": "-",
}


@pytest.mark.parametrize(("text", "notation"), READ.items())
def test_what_people_write_is_read(text: str, notation: str) -> None:
    reading = read(text)
    assert reading.problem is None
    assert str(reading.amount) == notation
    assert reading.words == text.strip()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", AmountProblem.EMPTY),
        ("   ", AmountProblem.EMPTY),
        ("38.726", AmountProblem.AMBIGUOUS),
        ("38,72", AmountProblem.AMBIGUOUS),
        ("5,2", AmountProblem.AMBIGUOUS),
        ("1,23,456", AmountProblem.AMBIGUOUS),
        ("more than 38.726", AmountProblem.AMBIGUOUS),
        ("1.2k", AmountProblem.ABBREVIATED),
        ("41K", AmountProblem.ABBREVIATED),
        ("over 41k", AmountProblem.ABBREVIATED),
        ("2m", AmountProblem.ABBREVIATED),
        ("-94", AmountProblem.NEGATIVE),
        ("−94", AmountProblem.NEGATIVE),
        ("minus 94", AmountProblem.NEGATIVE),
        ("less than 0", AmountProblem.NEGATIVE),
        ("9" * 16, AmountProblem.TOO_LONG),
        ("9" * 10_000, AmountProblem.TOO_LONG),
        ("999999999999999 million", AmountProblem.TOO_LONG),
        ("94-75", AmountProblem.BACKWARDS),
        ("between 94 and 75", AmountProblem.BACKWARDS),
        ("between 75", AmountProblem.NOT_UNDERSTOOD),
        ("more than", AmountProblem.NOT_UNDERSTOOD),
        ("up to 50 to 60", AmountProblem.NOT_UNDERSTOOD),
        ("many more returned", AmountProblem.NOT_UNDERSTOOD),
        ("94 of 113", AmountProblem.NOT_UNDERSTOOD),
        ("94 113 7", AmountProblem.NOT_UNDERSTOOD),
        ("1e5", AmountProblem.NOT_UNDERSTOOD),
        ("10²", AmountProblem.NOT_UNDERSTOOD),
        ("½", AmountProblem.NOT_UNDERSTOOD),
        ("94x", AmountProblem.NOT_UNDERSTOOD),
        ("early November 2025", AmountProblem.NOT_UNDERSTOOD),
        ("word " * 200, AmountProblem.NOT_UNDERSTOOD),
    ],
)
def test_what_cannot_be_read_says_why(text: str, problem: AmountProblem) -> None:
    reading = read(text)
    assert reading.amount is None
    assert reading.problem is problem


@pytest.mark.parametrize(
    ("text", "notation", "unit"),
    [
        ("50%", "50", Unit.PERCENT),
        ("nearly 50 %", "nearly 50", Unit.PERCENT),
        ("5.2%", "5.2", Unit.PERCENT),
        ("5,2 %", "5.2", Unit.PERCENT),
        ("50 per cent", "50", Unit.PERCENT),
        ("cinquante pour cent", "50", Unit.PERCENT),
        ("5-10%", "5..10", Unit.PERCENT),
        ("£180,000", "180000", Unit.POUND),
        ("more than £1.5 million", ">1500000", Unit.POUND),
        ("10 million pounds", "10000000", Unit.POUND),
        ("94", "94", None),
    ],
)
def test_units_in_the_text_are_told(text: str, notation: str, unit: Unit | None) -> None:
    reading = read(text)
    assert (str(reading.amount), reading.unit) == (notation, unit)


def test_a_range_is_marked_so_that_entry_can_ask_what_it_means() -> None:
    assert read("75-94").is_range
    assert read("entre 51 et 57").is_range
    assert not read("75-75").is_range
    assert read("75-75").amount == Amount.exactly(75)
    assert not read("thousands").is_range


@pytest.mark.parametrize(
    ("line", "words", "notation"),
    [
        ("94 returned since start, early nov 2025", "94", "94"),
        ("more than 1,700 arrived 6-8 nov 2025", "more than 1,700", ">1700"),
        ("arrivals 2025: 38,726 by 9 nov", "38,726", "38726"),
        ("early nov 2025: 94 returned", "94", "94"),
        ("6-8 nov 2025 1,772", "1,772", "1772"),
        ("6 nov 2025 one in, one out: 94", "94", "94"),
        ("on 2025-11-09 38,726 people", "38,726", "38726"),
        ("returned 94 on 5/11", "94", "94"),
        ("RET 94 31 oct", "94", "94"),
        ("two migrants returned by 10 Nov", "two", "2"),
        ("up to 50 a week since july 2025", "up to 50", "<=50"),
        ("between 75 and 94 returned late oct", "between 75 and 94", "75..94"),
        ("75-94 returned, 31 oct", "75-94", "75..94"),
        ("environ 350 admises le 27 janvier 2026", "environ 350", "~350"),
        ("un accord, 94 renvoyés", "94", "94"),
        ("moins de 100 renvoyés au 10 novembre", "moins de 100", "<100"),
        ("503 arrived in 7 days", "503", "503"),
        ("last 7 days 503", "503", "503"),
        ("at 10:30 42 returned", "42", "42"),
        ("1st return, 1 returned", "1", "1"),
        ("https://example.org/94 57 admitted", "57", "57"),
        ("C-001 and 3 others", "3", "3"),
        ("thousands since 2025-07", "thousands", "order 1000..9999"),
        ("nearly 50% up in 2025", "nearly 50%", "nearly 50"),
        ("2025 arrivals", "2025", "2025"),
        ("2,025 arrivals in 2025", "2,025", "2025"),
    ],
)
def test_the_amount_is_found_in_a_line(line: str, words: str, notation: str) -> None:
    found = find_first(line)
    assert found is not None
    start, end, reading = found
    assert line[start:end] == words == reading.words
    assert str(reading.amount) == notation


@pytest.mark.parametrize(
    "line",
    ["", "returned since start", "10 november 2025", "early nov 2025", "C-001 returned", "one in, one out"],
)
def test_a_line_without_an_amount_has_none(line: str) -> None:
    assert find_first(line) is None


def test_a_problem_in_a_line_is_found_with_its_place() -> None:
    found = find_first("about 1.2k arrived")
    assert found is not None
    start, end, reading = found
    assert ("about 1.2k arrived"[start:end], reading.problem) == ("about 1.2k", AmountProblem.ABBREVIATED)


@given(st.text(max_size=60))
@example("İ94")
@example("9" * 5000)
@example("~ ~ ~")
@example("- 1 - 2 -")
def test_any_text_is_read_or_refused_and_never_raises(text: str) -> None:
    reading = read(text)
    assert (reading.amount is None) != (reading.problem is None)
    found = find_first(text)
    if found is not None:
        start, end, inner = found
        assert 0 <= start < end <= len(text)
        assert inner.words == text[start:end]


PARTS = ["94", "1,700", "38.7", "£", "%", "~", ">", "-", "k"]
PARTS += ["more", "than", "between", "and", "to", "two", "cent", "une", "million"]


@given(st.lists(st.sampled_from(PARTS)))
def test_any_mixture_of_what_is_known_never_raises(words: list[str]) -> None:
    text = " ".join(words)
    reading = read(text)
    assert (reading.amount is None) != (reading.problem is None)
    find_first(text)


@given(st.integers(min_value=0, max_value=10**14))
def test_a_number_reads_back_from_any_grouping(number: int) -> None:
    for separator in (",", " ", "\u202f", "'"):
        assert read(f"{number:,}".replace(",", separator)).amount == Amount.exactly(number)


@given(st.decimals(min_value=Decimal("0.01"), max_value=10**6, places=2))
def test_decimals_read_as_they_are_written(number: Decimal) -> None:
    assert str(read(f"{number}").amount) == f"{number}"
