from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop_app.domain import date_words, dates
from desktop_app.domain.date_words import DateProblem
from desktop_app.domain.dates import DateKind, Obtained, PartialDate
from desktop_app.words import sentences
from desktop_app.words.formats import PlainFormats

TODAY = date(2025, 11, 23)  # a Sunday
ENGLISH = "January February March April May June July August September October November December"
FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
VOCABULARY = (
    "9 31 6-8 2025 1999 25 '25 nov November août mars Sunday mardi early mi- fin late before avant by to"
    " since depuis after from du au between entre and et or ou about vers ~ ? , . / - – some day week of"
    " semaine yesterday hier last dernier year Q3 summer winter 9/11/2025 2025-11-09 the le 1er 3 days @ 0"
)

days = st.dates(min_value=date(1000, 1, 2), max_value=date(9998, 12, 30))
day_pairs = st.tuples(days, days).map(sorted)
orders = st.sampled_from([None, "dmy", "mdy"])


@pytest.mark.parametrize(
    "text",
    [
        "9\u00a0nov\u202f2025",
        "  9   NOV 2025\t",
        "٩ nov ٢٠٢٥",
        "۹ nov ۲۰۲۵",
        "9nov2025",
        "9th nov. 2025",
        "９ nov ２０２５",
    ],
)
def test_spaces_digits_and_endings_make_no_difference(text: str) -> None:
    assert str(date_words.read(text, today=TODAY).date) == "2025-11-09"


def test_a_phrase_without_today_does_not_change_with_today() -> None:
    for phrase in ("early nov 2025", "6-8 nov 2025", "since 1 jan 2025", "2025"):
        readings = {date_words.read(phrase, today=day) for day in (TODAY, date(1999, 1, 1), date(2040, 6, 1))}
        assert len(readings) == 1
        assert readings.pop().how is Obtained.STATED


def test_a_missing_year_is_the_latest_that_has_begun() -> None:
    for today, year in ((date(2025, 11, 8), 2024), (date(2025, 11, 9), 2025), (date(2026, 2, 1), 2025)):
        reading = date_words.read("9 nov", today=today)
        assert (str(reading.date), reading.how) == (f"{year}-11-09", Obtained.RESOLVED)
    assert str(date_words.read("29 feb", today=date(2101, 1, 1)).date) == "2096-02-29"


@given(days, st.sampled_from([ENGLISH, FRENCH]))
def test_every_day_is_read_in_both_languages(day: date, names: str) -> None:
    month = names.split()[day.month - 1]
    for phrase in (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day.day}-{month}-{day.year}",
        f"{day.day} {month.upper()} {day.year}",
    ):
        reading = date_words.read(phrase, today=TODAY)
        assert (reading.date, reading.how) == (dates.on_day(day), Obtained.STATED), phrase


@given(st.text(max_size=80), st.dates(), orders)
@example("@today-999", date.min, None)
@example("before 1 jan 0001", date.min, None)
@example("week of 31 dec 9999", date.max, None)
@example("before 1 jan", date.max, "dmy")
@example("last week", date.min, None)
@example("²½ nov ①", TODAY, None)
@example("9" * 5000, TODAY, None)
def test_no_text_is_ever_an_error(text: str, today: date, order: date_words.Order) -> None:
    reading = date_words.read(text, today=today, order=order)
    assert reading.problem is None or not reading.date.is_dated


@given(st.lists(st.sampled_from(VOCABULARY.split()), max_size=9).map(" ".join), st.dates(), orders)
def test_words_of_dates_in_any_order_are_read_soundly_or_refused(
    text: str, today: date, order: date_words.Order
) -> None:
    reading = date_words.read(text, today=today, order=order)
    assert reading.problem is None or not reading.date.is_dated
    earliest, latest = reading.date.earliest, reading.date.latest
    assert earliest is None or latest is None or earliest <= latest
    found = date_words.find_longest(text, today=today, order=order)
    if found is not None:
        assert 0 <= found.start < found.end <= len(text)
        assert date_words.read(text[found.start : found.end], today=today, order=order) == found.reading


@st.composite
def printable(draw: st.DrawFn) -> PartialDate:
    first, last = draw(day_pairs)
    made = draw(
        st.sampled_from(
            [
                dates.on_day(first),
                PartialDate.parse(f"{first.year:04}-{first.month:02}"),
                PartialDate.parse(f"{first.year:04}"),
                dates.within(first, last),
                dates.span(first, last),
                dates.by(last),
                dates.since(first),
                PartialDate.parse(f"../{last:%Y-%m}"),
                PartialDate.parse(f"{first:%Y}/.."),
                PartialDate.parse(f"[{first},{last}]"),
            ]
        )
    )
    if made.kind in (DateKind.DAY, DateKind.MONTH, DateKind.YEAR):
        return PartialDate.parse(str(made) + draw(st.sampled_from(["", "~", "?", "%"])))
    return made


@given(printable())
def test_what_is_printed_reads_back_as_what_was_meant(made: PartialDate) -> None:
    for words in (
        sentences.date(made, PlainFormats()),
        sentences.date_full(made, PlainFormats()),
    ):
        reading = date_words.read(words, today=TODAY)
        assert reading.problem is None, words
        read = reading.date
        assert (read.earliest, read.latest) == (made.earliest, made.latest), words
        assert (read.about, read.uncertain) == (made.about, made.uncertain), words
        if made.kind is DateKind.SPAN:  # a span that is a whole month or year is printed as that
            assert read.kind in (DateKind.SPAN, DateKind.MONTH, DateKind.YEAR), words
        else:
            assert read.kind is made.kind, words


@pytest.mark.parametrize(
    ("text", "run", "edtf"),
    [
        (
            "94 returned since start early nov 2025 anadolu",
            "early nov 2025",
            "[2025-11-01..2025-11-10]",
        ),
        ("94 returned since start, early nov 2025, anadolu", "early nov 2025", "[2025-11-01..2025-11-10]"),
        ("38,726 arrivals by 9 Nov 2025 bbc", "by 9 Nov 2025", "../2025-11-09"),
        ("more than 1,700 crossed from 6 to 8 nov 2025", "from 6 to 8 nov 2025", "2025-11-06/2025-11-08"),
        ("12, nov 2025", "nov 2025", "2025-11"),
        ("5 in nov 2025", "in nov 2025", "2025-11"),
        ("57 nov 2025", "nov 2025", "2025-11"),
        ("between 75 and 94 returned (31 Oct 2025)", "31 Oct 2025", "2025-10-31"),
        ("19 by 5 nov 2025 guardian", "by 5 nov 2025", "../2025-11-05"),
        ("2000 arrivals 2025", "2025", "2025"),
        ("281 renvoyés depuis le 6 août 2025, lbc", "depuis le 6 août 2025", "2025-08-06/.."),
        ("94 returned 8 nov 2025 the sun", "8 nov 2025", "2025-11-08"),
        ("94 returned 8 nov 2025, the Sun", "8 nov 2025", "2025-11-08"),
        ("94 returned 8 nov 2025 mail on sunday", "8 nov 2025", "2025-11-08"),
        ("503 yesterday home office", "yesterday", "2025-11-22"),
        ("350 2025-09/2026-01-27", "2025-09/2026-01-27", "2025-09/2026-01-27"),
    ],
)
def test_the_longest_run_of_words_that_is_a_date_is_found(text: str, run: str, edtf: str) -> None:
    found = date_words.find_longest(text, today=TODAY)
    assert found is not None
    assert (text[found.start : found.end], str(found.reading.date)) == (run, edtf)


@pytest.mark.parametrize(
    ("text", "run", "problem"),
    [
        ("94 returned 31 sep 2025 bbc", "31 sep 2025", DateProblem.IMPOSSIBLE_DAY),
        ("94 returned 9/11/2025", "9/11/2025", DateProblem.AMBIGUOUS_ORDER),
        ("94 on Monday 9 Nov 2025", "on Monday 9 Nov 2025", DateProblem.WRONG_WEEKDAY),
    ],
)
def test_a_date_with_a_problem_is_found_whole(text: str, run: str, problem: DateProblem) -> None:
    found = date_words.find_longest(text, today=TODAY)
    assert found is not None
    assert (text[found.start : found.end], found.reading.problem) == (run, problem)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "94 returned guardian",
        "94 may return",
        "the sun",
        "1772 in 25 boats",
        "between 75 and 94",
        "?",
        "1066",
    ],
)
def test_where_there_is_no_date_none_is_found(text: str) -> None:
    assert date_words.find_longest(text, today=TODAY) is None
