"""Every finding can be said, shows its numbers, and passes no verdict."""

from __future__ import annotations

import re
from datetime import date

import pytest

from desktop_app.domain.checks.check import check
from desktop_app.domain.checks.findings import Code, Finding, Severity
from desktop_app.domain.claims.answering import NotCheckable
from desktop_app.domain.measures import RET
from desktop_app.services import sample
from desktop_app.words.claim_answers import not_checkable
from desktop_app.words.findings import SENTENCES, message, title, why
from desktop_app.words.formats import PlainFormats
from tests.domain.ledgers import Ledger, daily, figure

VERDICT = re.compile(r"\b(?:true|false|wrong|correct|lie[sd]?|error|mistake)\b", re.IGNORECASE)
YEAR = daily("2025-11-01", [100, 0, 200])


@pytest.mark.parametrize("code", list(Code))
def test_every_code_has_a_title_a_reason_and_a_sentence(code: Code) -> None:
    assert title(code)
    assert why(code).endswith(".")
    assert code in SENTENCES


def test_titles_tell_the_codes_apart() -> None:
    assert len({title(code) for code in Code}) == len(Code)


@pytest.mark.parametrize("reason", list(NotCheckable))
def test_every_reason_not_to_check_has_words(reason: NotCheckable) -> None:
    assert not_checkable(reason).startswith("Not checkable: ")


def test_what_is_found_in_the_example_is_said_in_whole_sentences_without_a_verdict() -> None:
    ledger = Ledger(*sample.records())
    said = [message(finding, ledger, PlainFormats()) for finding in check(ledger, date(2026, 8, 1))]
    assert len(said) > 30
    assert all(
        re.fullmatch(r"[^{}]+\.", sentence) and sentence[0] == sentence[0].upper() for sentence in said
    )
    assert [sentence for sentence in said if VERDICT.search(sentence)] == []


@pytest.mark.parametrize(
    ("code", "numbers", "sentence"),
    [
        (
            Code.FITS_OTHER_DAY,
            {
                "claimed": 38726,
                "claimed_day": date(2025, 11, 9),
                "equals_day": date(2025, 11, 8),
                "total_on_claimed_day": 39075,
                "difference": 349,
            },
            "38,726 is the total to 8 November 2025; to 9 November 2025 it is 39,075, 349 more.",
        ),
        (
            Code.FALLS,
            {
                "before": 65,
                "before_day": date(2025, 11, 7),
                "after": 57,
                "after_day": date(2025, 11, 10),
                "difference": -8,
            },
            "The total goes from 65 on 7 November 2025 down to 57 on 10 November 2025, 8 fewer.",
        ),
        (
            Code.ARITHMETIC,
            {"per_week": 50, "weeks": 52, "product": 2600, "per_year": 800, "per_year_a_week": 15},
            "50 a week make 2,600 in 52 weeks; 800 a year are given, which is 15 a week.",
        ),
    ],
)
def test_a_sentence_shows_the_arithmetic(code: Code, numbers: dict[str, int | date], sentence: str) -> None:
    finding = Finding(code, Severity.WARNING, "figure", "f", numbers=dict(numbers))
    assert message(finding, Ledger(*YEAR), PlainFormats()) == sentence


def test_values_told_apart_by_their_comparator_alone_are_said_with_it() -> None:
    ledger = Ledger(
        figure(RET, "1700", "2025-11-08", id="exact"), figure(RET, ">1700", "2025-11-08", id="more")
    )
    (rival,) = [one for one in check(ledger, date(2025, 11, 9)) if one.code is Code.RIVAL_VALUES]
    assert message(rival, ledger, PlainFormats()) == (
        "On 8 November 2025 both 1,700 and more than 1,700 are given, which do not overlap."
    )
