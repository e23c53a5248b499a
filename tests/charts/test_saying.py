from __future__ import annotations

import pytest

from desktop_app.charts.shapes import Mark
from desktop_app.charts.texts import saying
from desktop_app.domain.intervals import Interval
from desktop_app.domain.measures import ARR, RET
from desktop_app.domain.series import Reading, flow, running_total
from desktop_app.domain.sources import Source
from desktop_app.words.formats import PlainFormats
from tests.domain.ledgers import BLOG, HOME_OFFICE, PAPER, Ledger, figure

FORMATS = PlainFormats()


def reading(*amounts: str, source: Source = PAPER) -> Reading:
    """What several figures about one day come to; the first has the better source."""
    sources = [source, BLOG]
    figures = [figure(RET, amount, "2025-11-05", sources[min(n, 1)]) for n, amount in enumerate(amounts)]
    return running_total(Ledger(*figures), RET).readings[0]


@pytest.mark.parametrize(
    ("amount", "source", "mark"),
    [
        ("94", HOME_OFFICE, Mark.EXACT),
        ("94", PAPER, Mark.REPORTED),
        ("~350", HOME_OFFICE, Mark.ABOUT),
        ("nearly 39000", HOME_OFFICE, Mark.ABOUT),
        (">1700", HOME_OFFICE, Mark.MORE_THAN),
        (">=2", HOME_OFFICE, Mark.MORE_THAN),
        ("<100", HOME_OFFICE, Mark.FEWER_THAN),
        ("<=50", HOME_OFFICE, Mark.FEWER_THAN),
        ("75..94", HOME_OFFICE, Mark.RANGE),
        ("order 10..99", HOME_OFFICE, Mark.RANGE),
    ],
)
def test_only_what_is_exact_and_official_is_marked_exact(amount: str, source: Source, mark: Mark) -> None:
    assert saying.mark_of(reading(amount, source=source)) is mark


def test_a_contested_number_is_never_marked_exact() -> None:
    contested = reading("94", "75", source=HOME_OFFICE)
    assert contested.rival
    assert saying.mark_of(contested) is Mark.CONTESTED
    assert saying.amount(contested, FORMATS) == "between 75 and 94"


def test_a_vaguer_way_to_say_the_same_changes_nothing() -> None:
    agreed = reading("75", ">70")
    assert saying.amount(agreed, FORMATS) == "75"
    assert saying.mark_of(agreed) is Mark.REPORTED


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (17, 17, "17"),
        (16, 18, "between 16 and 18"),
        (1700, None, "at least 1,700"),
        (None, 99, "at most 99"),
        (None, None, "an unknown number"),
    ],
)
def test_intervals_in_words(low: int | None, high: int | None, words: str) -> None:
    assert saying.interval(Interval(low, high), FORMATS) == words


@pytest.mark.parametrize(
    ("period", "words"),
    [("2025-11-10", "10 Nov 2025"), ("[2025-11-01..2025-11-10]", "some day 1–10 Nov 2025")],
)
def test_the_day_of_a_total_may_be_vague(period: str, words: str) -> None:
    total = running_total(Ledger(figure(RET, "94", period)), RET).readings[0]
    assert saying.day(total, FORMATS) == words


def test_the_days_of_a_count_are_all_of_them() -> None:
    week = flow(Ledger(figure(ARR, "94", "2025-11-03/2025-11-09", HOME_OFFICE)), ARR).readings[0]
    assert saying.days(week, FORMATS) == "3–9 Nov 2025"
