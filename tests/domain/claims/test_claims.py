"""What a sentence claims, and what the ledger answers."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.checks.findings import Code, Finding
from desktop_app.domain.checks.ledger import Ledger as Index
from desktop_app.domain.claims.answering import Answer, NotCheckable, check_text
from desktop_app.domain.claims.reading import ClaimPart, read
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.measures import ADM, ARR, RET, TGT_RET_WK
from desktop_app.domain.schemes import Scheme
from tests.domain.ledgers import NOVEMBER, Ledger, daily

DAY = date(2025, 11, 10)
START = PartialDate.parse("2025-08-06")
SCHEME = Scheme(start=START)
INDEX = Index(Ledger(SCHEME, *NOVEMBER, *daily("2025-01-01", [100] * 309 + [621, 648, 503, 349])))
"""Arrivals from 1 January to 9 November 2025; to 5 November 30,900."""


def answers(text: str, day: date = DAY) -> tuple[Answer, ...]:
    return check_text(text, INDEX, day=day)


def answered(text: str, day: date = DAY) -> Finding:
    (only,) = answers(text, day)
    assert only.finding is not None, only
    return only.finding


def marked(text: str) -> dict[str, str]:
    (claim,) = read(text, day=DAY, start=START)
    return {mark.part.value: text[mark.start : mark.end] for mark in claim.marks}


def test_measure_comparator_value_and_date_are_marked_where_they_stand() -> None:
    assert marked("Officials say more than 1,700 people crossed on 6-8 November 2025.") == {
        "comparator": "more than",
        "value": "1,700",
        "measure": "crossed",
        "date": "on 6-8 November 2025",
    }


@pytest.mark.parametrize(
    ("text", "measure", "amount", "period"),
    [
        ("38,726 people had arrived by 9 November", ARR, "38726", "../2025-11-09"),
        ("94 people have been returned", RET, "94", "../2025-11-10"),
        ("fewer than 100 have been returned as of early November", RET, "<100", "[2025-11-01..2025-11-10]"),
        ("up to 50 returns per week were planned", TGT_RET_WK, "<=50", ""),
        (
            "Plus de 1 700 personnes sont arrivées du 6 au 8 novembre 2025",
            ARR,
            ">1700",
            "2025-11-06/2025-11-08",
        ),
        ("arrivals are up nearly 50% on last year", ARR, "nearly 50", "2024"),
    ],
)
def test_what_is_claimed(text: str, measure: str, amount: str, period: str) -> None:
    (claim,) = read(text, day=DAY, start=START)
    assert (claim.measure, str(claim.amount), claim.period.edtf) == (measure, amount, period)


def test_a_sentence_may_make_several_claims() -> None:
    claims = read("94 people were returned and 57 admitted by 5 November 2025", day=DAY, start=START)
    assert [(claim.measure, str(claim.amount)) for claim in claims] == [(RET, "94"), (ADM, "57")]


def test_what_passed_a_number_is_at_least_that() -> None:
    text = "Small boat arrivals passed 30,000 on 7 November 2025"
    (claim,) = read(text, day=DAY)
    assert str(claim.amount) == ">=30000"
    assert any(mark.part is ClaimPart.COMPARATOR for mark in claim.marks)
    finding = answered(text)
    assert finding.code is Code.PASSED_ON
    assert finding.numbers["passed_day"] == date(2025, 10, 27)


@given(st.text(max_size=200))
def test_any_text_is_read_and_marks_lie_within_it(text: str) -> None:
    for claim in read(text, day=DAY):
        assert all(0 <= mark.start < mark.end <= len(text) for mark in claim.marks)


@pytest.mark.parametrize(
    ("text", "code", "numbers"),
    [
        ("more than 1,700 people crossed on 6-8 November 2025", Code.CONSISTENT, {"counted_low": 1772}),
        (
            "32,672 people had arrived by 9 November 2025",
            Code.FITS_OTHER_DAY,
            {"equals_day": date(2025, 11, 8), "total_on_claimed_day": 33_021, "difference": 349},
        ),
        ("1,500 people crossed on 8 November 2025", Code.INCONSISTENT, {"counted_low": 503}),
        ("94 people have been returned", Code.CONSISTENT, {"recorded_day": date(2025, 11, 7)}),
        ("75 people had been returned by 8 November 2025", Code.FITS_OTHER_DAY, {"difference": 19}),
        ("500 people had been returned by 7 November 2025", Code.INCONSISTENT, {"difference": 406}),
    ],
)
def test_the_answer_shows_its_numbers(text: str, code: Code, numbers: dict[str, Any]) -> None:
    finding = answered(text)
    assert finding.code is code
    assert numbers.items() <= finding.numbers.items()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("French police are brutal", NotCheckable.NO_NUMBER),
        ("", NotCheckable.NO_NUMBER),
        ("30,000 people were glad", NotCheckable.NO_MEASURE),
        ("400 people arrived by small boat", NotCheckable.NO_DATE),
        ("71 people were returned in October 2025", NotCheckable.NO_SERIES),
        ("1,200 people were detained by 5 November 2025", NotCheckable.NO_SERIES),
        ("400 people arrived by small boat on 3 May 2017", NotCheckable.OUTSIDE),
        ("100 people had been returned by 10 November 2025", NotCheckable.TOO_VAGUE),
        ("The ministry did not return 94 people by 7 November 2025", NotCheckable.DENIED),
        ("It is not true that 503 people arrived on 8 November 2025", NotCheckable.DENIED),
        ("94 personnes n'ont pas été renvoyées au 7 novembre 2025", NotCheckable.DENIED),
        ("On average 15 people a week are returned to France", NotCheckable.RATE),
        ("94 people are returned each month", NotCheckable.RATE),
        ("0.2% of those who arrived were returned to France", NotCheckable.SHARE),
        ("arrivals fell by 40% in November 2025", NotCheckable.OTHER_GROWTH),
        ("arrivals are up by 300% on 2019", NotCheckable.OTHER_GROWTH),
        ("About 39k people have arrived this year", NotCheckable.UNREADABLE),
        ("39.075 people arrived by 9 November 2025", NotCheckable.UNREADABLE),
        ("20,000 people arrived in the first ten months of 2025", NotCheckable.NO_DATE),
    ],
)
def test_what_cannot_be_told_says_why(text: str, why: NotCheckable) -> None:
    (only,) = answers(text)
    assert (only.finding, only.why_not) == (None, why)


@pytest.mark.parametrize(
    "text",
    [
        "not only 94 people have been returned by 7 November 2025",
        "no more than 94 people have been returned by 7 November 2025",
        "94, not 57, people have been returned by 7 November 2025",
    ],
)
def test_what_only_looks_like_a_denial_is_none(text: str) -> None:
    assert answers(text)[0].why_not is not NotCheckable.DENIED


TWO_YEARS = Index(Ledger(SCHEME, *daily("2023-01-01", [100] * 365), *daily("2024-01-01", [60] * 366)))


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Arrivals fell by 40% in 2024", True),
        ("Arrivals in 2024 were 40% lower than in 2023", True),
        ("Les arrivées ont baissé de 40 % en 2024", True),
        ("Arrivals rose by 40% in 2024", False),
        ("Arrivals fell by 20% in 2024", False),
    ],
)
def test_growth_and_fall_are_told_apart_and_are_of_the_year_that_is_named(text: str, fits: bool) -> None:
    (only,) = check_text(text, TWO_YEARS, day=date(2025, 6, 1))
    assert only.finding is not None
    assert (only.finding.code is Code.CONSISTENT) == fits
    assert only.finding.numbers["day"] == date(2024, 12, 31)


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("In 2022, 45,755 people arrived; in 2023, 29,437.", ["2022", "2023"]),
        ("By 7 December 2024, 500 people had arrived this year.", ["../2024-12-07"]),
        ("503 people in 7 boats arrived on 8 November 2024", ["2024-11-08", "2024-11-08"]),
        ("About 1,700 arrived over three days from 6 to 8 November 2024", ["2024-11-06/2024-11-08"]),
        ("In the first half of 2024 almost 11,000 people arrived", ["2024-01/2024-06"]),
        ("3,000 people arrived in the third quarter of 2024", ["2024-07/2024-09"]),
    ],
)
def test_each_number_is_of_its_own_days(text: str, periods: list[str]) -> None:
    assert [claim.period.edtf for claim in read(text, day=date(2024, 12, 20))] == periods


def test_one_in_ten_is_no_count() -> None:
    assert read("1 in 10 arrivals was returned in 2024", day=DAY) == ()


def test_since_a_day_means_from_then_to_now() -> None:
    finding = answered("33,021 people have arrived since 1 January 2025", date(2025, 11, 9))
    assert (finding.code, finding.numbers["counted_low"]) == (Code.CONSISTENT, 33_021)
    assert (
        answered("50 people have arrived since 1 January 2025", date(2025, 11, 9)).code is Code.INCONSISTENT
    )


def test_a_number_belongs_to_the_verb_behind_it() -> None:
    claims = read("94 personnes ont été renvoyées, mais 57 seulement admises", day=DAY, start=START)
    assert [claim.measure for claim in claims] == [RET, ADM]
