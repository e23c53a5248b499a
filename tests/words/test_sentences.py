"""What the app says of amounts, dates, figures and balances keeps their vagueness and takes no side."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain import amount_words, date_words
from desktop_app.domain.amounts import Amount, Interval
from desktop_app.domain.dates import DayRange, PartialDate, span, within
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import ADM, ARR, BUILT_IN, RET, TGT_RET_WK, Basis, Measure, Unit
from desktop_app.words import sentences
from desktop_app.words.formats import PlainFormats

FORMATS = PlainFormats()
MEASURES = {measure.id: measure for measure in BUILT_IN}


@pytest.mark.parametrize(
    ("notation", "full", "short", "people"),
    [
        ("94", "94", "94", "94 people"),
        ("1", "1", "1", "1 person"),
        ("~350", "about 350", "≈ 350", "about 350 people"),
        (">1700", "more than 1,700", "> 1,700", "more than 1,700 people"),
        ("<100", "fewer than 100", "< 100", "fewer than 100 people"),
        ("<1.5", "less than 1.5", "< 1.5", "less than 1.5 people"),
        ("nearly 39000", "nearly 39,000", "nearly 39,000", "nearly 39,000 people"),
        ("<=50", "at most 50", "≤ 50", "at most 50 people"),
        (">=2", "at least 2", "≥ 2", "at least 2 people"),
        ("75..94", "between 75 and 94", "75–94", "between 75 and 94 people"),
        ("order 1000..9999", "thousands", "1,000–9,999", "thousands of people"),
        ("order 10000..99999", "tens of thousands", "10,000–99,999", "tens of thousands of people"),
        ("-", "no number given", "no number", "no number given"),
    ],
)
def test_amounts_are_said_in_full_and_in_short(notation: str, full: str, short: str, people: str) -> None:
    amount = Amount.parse(notation)
    assert sentences.amount(amount, FORMATS) == full
    assert sentences.amount_short(amount, FORMATS) == short
    assert sentences.amount_with_unit(amount, Unit.PERSON, FORMATS) == people


@pytest.mark.parametrize(
    ("typed", "echo"),
    [
        ("94", "94"),
        ("75-94", "between 75 and 94: middle not assumed"),
        ("about 350", "about 350: 345–355"),
        ("nearly 39,000", "nearly 39,000: 38,500–39,000"),
        ("41,000+", "more than 41,000"),
        ("nearly 50%", "nearly 50%: 45–50"),
        ("1.2k", "Write the number in full: k hides how far it was rounded"),
        ("some of them", "No number found; kept as written"),
    ],
)
def test_an_amount_is_echoed_as_understood(typed: str, echo: str) -> None:
    assert sentences.amount_echo(amount_words.read(typed), FORMATS) == echo


@pytest.mark.parametrize(
    ("edtf", "full", "short"),
    [
        ("", "date not known", None),
        ("2025-11-09", "9 Nov 2025", None),
        ("2025-11", "Nov 2025", None),
        ("2025", "2025", None),
        ("2025-11-14~", "about 14 Nov 2025", None),
        ("2025-11-10?", "10 Nov 2025, uncertain", None),
        ("[2025-11-01..2025-11-10]", "some day 1–10 Nov 2025", "within 1–10 Nov 2025"),
        ("2025-11-XX", "some day in Nov 2025", "within Nov 2025"),
        ("2025-11-06/2025-11-08", "6–8 Nov 2025", None),
        ("2025-10-31/2025-11-05", "31 Oct – 5 Nov 2025", None),
        ("2025-12-31/2026-01-05", "31 Dec 2025 – 5 Jan 2026", None),
        ("2025-09/2025-11", "Sep 2025 – Nov 2025", None),
        ("2018/2025", "2018–2025", None),
        ("[2025-08-04,2025-08-06]", "4 Aug 2025 or 6 Aug 2025", None),
        ("../2025-11-09", "by 9 Nov 2025", None),
        ("2025-08-06/..", "since 6 Aug 2025", None),
        ("2025-07/..", "since Jul 2025", None),
        ("[..2025-12-03]", "by 3 Dec 2025", None),
    ],
)
def test_dates_keep_their_vagueness(edtf: str, full: str, short: str | None) -> None:
    known = PartialDate.parse(edtf)
    assert sentences.date_full(known, FORMATS) == full
    assert sentences.date(known, FORMATS) == (short or full)


DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 1, 1))


@given(DAYS, st.integers(min_value=1, max_value=800))
def test_some_day_within_is_never_said_like_all_of(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    assert sentences.date_full(within(first, last), FORMATS) != sentences.date_full(
        span(first, last), FORMATS
    )
    assert sentences.date(within(first, last), FORMATS) != sentences.date(span(first, last), FORMATS)


def test_a_table_shows_a_date_in_its_source_s_words() -> None:
    early = PartialDate.parse("[2025-11-01..2025-11-10]")
    assert sentences.date_as_written(early, "early Nov 2025", FORMATS) == "early Nov 2025"
    assert sentences.date_as_written(early, "", FORMATS) == "within 1–10 Nov 2025"


def test_a_date_is_echoed_as_understood_or_kept_as_written() -> None:
    today = date(2025, 11, 20)
    assert (
        sentences.date_echo(date_words.read("early nov 2025", today=today), FORMATS)
        == "some day 1–10 Nov 2025"
    )
    assert (
        sentences.date_echo(date_words.read("when it rained", today=today), FORMATS)
        == "Kept as written; not on charts until dated"
    )


@pytest.mark.parametrize(
    ("low", "high", "days", "number"),
    [
        (44, 44, "44 days", "44"),
        (1, 1, "1 day", "1"),
        (0, 0, "0 days", "0"),
        (14, 23, "14–23 days", "14–23"),
        (3, None, "at least 3 days", "at least 3"),
        (1, None, "at least 1 day", "at least 1"),
        (None, 99, "at most 99 days", "at most 99"),
        (None, None, "not known", "not known"),
        (-4, 5, "−4 to 5 days", "−4 to 5"),
    ],
)
def test_durations_and_intervals_are_ranges(
    low: int | None, high: int | None, days: str, number: str
) -> None:
    assert sentences.day_range(DayRange(low, high)) == days
    assert sentences.interval(Interval(low, high), FORMATS) == number


def figure(code: str, notation: str, basis: Basis, **fields: str) -> tuple[Figure, Measure]:
    dates = {name: PartialDate.parse(fields[name]) for name in ("counted_since", "period") if name in fields}
    made = Figure(
        measure=code,
        amount=Amount.parse(notation),
        amount_words=fields.get("amount_words", ""),
        basis=basis,
        speaker=fields.get("speaker", ""),
        period_words=fields.get("period_words", ""),
        **dates,
    )
    return made, MEASURES[code]


def test_a_figure_in_one_line_carries_number_period_and_source() -> None:
    returned = figure(
        RET, "94", Basis.CUMULATIVE, counted_since="2025-08-06", period="[2025-11-01..2025-11-10]"
    )
    assert sentences.figure(*returned, "Anadolu Ajansı", FORMATS) == (
        "94 people returned to France, running total since 6 Aug 2025, "
        "as at some day 1–10 Nov 2025 — Anadolu Ajansı"
    )
    arrived = figure(ARR, ">1700", Basis.FLOW, period="2025-11-06/2025-11-08", speaker="Home Office")
    assert sentences.figure(*arrived, "The Independent", FORMATS) == (
        "more than 1,700 people arrived by small boat, 6–8 Nov 2025 — Home Office, in The Independent"
    )
    total = figure(ARR, "38726", Basis.CUMULATIVE, counted_since="2025-01-01/..", period="../2025-11-09")
    assert sentences.figure(*total, "", FORMATS) == (
        "38,726 people arrived by small boat, running total since 1 Jan 2025, by 9 Nov 2025 — no source yet"
    )
    target = figure(TGT_RET_WK, "<=50", Basis.TARGET, period="2025-07/..")
    assert sentences.figure(*target, "ITV News", FORMATS) == (
        "target of at most 50 returns a week, since Jul 2025 — ITV News"
    )


def test_a_figure_without_a_number_shows_its_words() -> None:
    said = figure(RET, "-", Basis.FLOW, amount_words="relatively small numbers of", period="2026-01-27")
    assert sentences.counted_amount(*said, FORMATS) == "relatively small numbers of people returned to France"


def test_the_notice_after_recording_keeps_the_words_of_the_date() -> None:
    returned = figure(
        RET, "94", Basis.CUMULATIVE, period="[2025-11-01..2025-11-10]", period_words="early Nov 2025"
    )
    assert sentences.added(*returned, FORMATS) == "Added: 94 people returned to France, early Nov 2025"


@pytest.mark.parametrize(
    ("low", "high", "sentence"),
    [
        (-69, -69, "69 more admitted than returned"),
        (37, 37, "37 more returned than admitted"),
        (0, 0, "as many returned as admitted"),
        (3, 10, "between 3 and 10 more returned than admitted"),
        (-10, -3, "between 3 and 10 more admitted than returned"),
        (3, None, "at least 3 more returned than admitted"),
        (None, -3, "at least 3 more admitted than returned"),
        (0, 3, "as many returned as admitted, or up to 3 more returned"),
        (-3, 0, "as many admitted as returned, or up to 3 more admitted"),
        (-5, 3, "returned and admitted cannot be told apart: from 5 more admitted to 3 more returned"),
        (None, None, "returned and admitted cannot be compared: one total is not known"),
        (None, 5, "returned and admitted cannot be compared: one total is not known"),
    ],
)
def test_a_balance_is_said_alike_in_both_directions(low: int | None, high: int | None, sentence: str) -> None:
    assert sentences.balance(Interval(low, high), MEASURES[RET], MEASURES[ADM], FORMATS) == sentence


def test_a_share_names_what_it_is_a_share_of() -> None:
    ratio = Interval(94, 94).per(Interval(13_639, 13_639), 1000).rounded(1)
    assert sentences.share(ratio, MEASURES[RET], MEASURES[ARR], FORMATS) == "6.9 returned per 1,000 arrived"
