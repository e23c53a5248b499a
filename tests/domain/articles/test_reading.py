"""Pasted articles: every number that counts something is offered, with its words, date and marks."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain import measures
from desktop_app.domain.amounts import Comparator
from desktop_app.domain.articles.reading import Article, Candidate, Kind, read
from desktop_app.domain.dates import Obtained, PartialDate
from desktop_app.domain.measures import Basis
from tests.domain.articles.texts import FERRIES, UNDATED

BESIDE = Path(__file__).resolve().parents[4] / "shared" / "data"
ARTICLE = BESIDE / "articles" / "article-1.txt"
CLAIMS = BESIDE / "scheme" / "article_claims.csv"
START = PartialDate("2026-01-05")
PIECES = (
    *(
        "between",
        "20",
        "and",
        "30",
        "people,",
        ".",
        "more than",
        "1,700",
        "November 6",
        "20257,9",
        "(94)",
        "12",
    ),
    *("returned", "\nReferences\n", "\n 1. ", "[3]", "since", "Tuesday", "last year", "“small numbers”", "—"),
    *("5%", "£", "to", "a week", "2025-11-", "6/11/2025", "38.726", "one", "for each"),
)


@pytest.fixture(scope="module")
def ferries() -> Article:
    return read(FERRIES, start=START)


def only(article: Article, amount: str, measure: str) -> Candidate:
    """The first candidate of the body with this amount."""
    return next(
        each
        for each in article.offered
        if str(each.amount) == amount and each.measure == measure and each.reference is None
    )


class TestNumbers:
    @pytest.mark.parametrize(
        ("amount", "measure", "markers"),
        [
            (">=3", measures.REARR, ()),
            ("<250", measures.RET, ()),
            ("nearly 4000", measures.ARR, ()),
            ("3412", measures.ARR, (2, 4)),
            ("2957", measures.ARR, (2, 4)),
            (">640", measures.ARR, (3,)),
            ("210", measures.RET, (2, 5)),
            ("233", measures.RET, (2, 5)),
            ("180", measures.ADM, (5,)),
            ("191", measures.ADM, (5,)),
            ("order 100..999", measures.ARR, (6,)),
            ("<=40", measures.TGT_RET_WK, (7,)),
        ],
    )
    def test_a_number_comes_with_its_comparator_measure_and_marks(
        self, ferries: Article, amount: str, measure: str, markers: tuple[int, ...]
    ) -> None:
        assert only(ferries, amount, measure).markers == markers

    def test_a_number_in_passing_is_not_offered(self, ferries: Article) -> None:
        passing = [each.words for each in ferries.candidates if each.kind is Kind.NOISE]
        assert passing == ["one"]

    def test_one_for_each_is_a_rule_and_a_place_on_record_a_rank(self, ferries: Article) -> None:
        assert [each.words for each in ferries.offered if each.kind is Kind.RULE] == ["one"]
        assert [each.words for each in ferries.offered if each.kind is Kind.RANK] == [
            "second-busiest on record"
        ]

    def test_the_place_of_a_number_is_its_place_in_the_text_as_pasted(self, ferries: Article) -> None:
        for each in ferries.candidates:
            assert FERRIES[each.start : each.end].startswith(each.words[:4])
        total = only(ferries, "3412", measures.ARR)
        assert ferries.excerpt(total).startswith("By 8 March 2026, arrivals")
        assert ferries.excerpt(total).endswith("the whole of 20252,4.")

    def test_a_percentage_is_told_from_a_count(self) -> None:
        article = read("Arrivals rose by nearly 20% in 2026.")
        assert [each.kind for each in article.offered] == [Kind.PERCENTAGE]

    @pytest.mark.parametrize(
        "text",
        [
            "The minister, aged 52, spoke on Radio 4 about article 12.",
            "It opened at 14:30 and lasted 3 days.",
            "The 'one in, one out' scheme is the first of its kind.",
            "Platform 9 was closed in 2026.",
        ],
    )
    def test_what_counts_nothing_is_not_offered(self, text: str) -> None:
        assert read(text, day=date(2026, 3, 18)).offered == ()


class TestDates:
    def test_a_running_total_counts_from_the_new_year_up_to_its_day(self, ferries: Article) -> None:
        total = only(ferries, "3412", measures.ARR).timed
        assert (total.basis, str(total.since), str(total.date)) == (
            Basis.CUMULATIVE,
            "2026-01-01",
            "../2026-03-08",
        )

    def test_a_finished_year_is_a_period(self, ferries: Article) -> None:
        whole = only(ferries, "2957", measures.ARR).timed
        assert (whole.basis, str(whole.date)) == (Basis.FLOW, "2025")

    def test_between_two_days_is_all_of_them(self, ferries: Article) -> None:
        flow = only(ferries, ">640", measures.ARR).timed
        assert (flow.basis, str(flow.date)) == (Basis.FLOW, "2026-03-13/2026-03-15")

    def test_a_range_over_two_dates_is_two_dated_values(self, ferries: Article) -> None:
        first, second = (only(ferries, amount, measures.RET) for amount in ("210", "233"))
        assert first.part_of_range
        assert second.part_of_range
        assert first.words == second.words == "between 210 and 233"
        assert str(first.timed.date) == "[2026-02-21..2026-02-28]"
        assert str(second.timed.date) == "[2026-03-01..2026-03-10]"
        assert str(first.timed.since) == "2026-01-05"

    def test_a_range_right_after_it_takes_the_same_two_dates_as_inferred(self, ferries: Article) -> None:
        second = only(ferries, "191", measures.ADM)
        assert str(second.timed.date) == "[2026-03-01..2026-03-10]"
        assert second.timed.how is Obtained.INFERRED

    def test_any_other_range_stays_one_uncertain_value(self) -> None:
        (number,) = read("Between 20 and 30 people were returned on 3 March 2026.").offered
        assert str(number.amount) == "20..30"
        assert number.is_range
        assert not number.part_of_range

    def test_a_total_without_a_date_is_as_of_the_articles_day(self, ferries: Article) -> None:
        returned = only(ferries, "<250", measures.RET).timed
        assert (str(returned.date), returned.how) == ("../2026-03-18", Obtained.INFERRED)

    def test_a_relative_date_is_resolved_against_the_articles_day_and_says_so(self, ferries: Article) -> None:
        events = {each.words: each.timed for each in ferries.offered if each.kind is Kind.EVENT_DATE}
        assert str(events["on Tuesday"].date) == "2026-03-17"
        assert events["on Tuesday"].how is Obtained.RESOLVED
        assert str(events["on 2 March"].date) == "2026-03-02"

    def test_without_a_day_nothing_is_resolved(self) -> None:
        article = read(UNDATED)
        assert article.day is None
        assert article.needs_day
        assert not any(each.timed.date.is_dated for each in article.offered)

    def test_the_day_given_resolves_them(self) -> None:
        article = read(UNDATED, day=date(2026, 3, 19))
        assert not article.needs_day
        assert not article.day_is_stated
        admitted = only(article, "~120", measures.ADM).timed
        assert (str(admitted.since), str(admitted.date)) == ("2025-10", "../2026-03-19")
        assert str(only(article, ">9000", measures.ARR).timed.date) == "2025"
        assert only(article, "98", measures.RET).timed.basis is Basis.CUMULATIVE

    def test_words_in_place_of_a_number_are_offered_as_such(self) -> None:
        vague = [each for each in read(UNDATED).offered if not each.amount.has_number]
        assert "relatively small numbers" in [each.words for each in vague]


class TestParts:
    def test_title_and_day_come_from_the_heading(self, ferries: Article) -> None:
        assert ferries.title == "Harbour exchange under the lens"
        assert ferries.day == date(2026, 3, 18)
        assert ferries.day_is_stated

    def test_references_are_listed_with_publisher_and_note(self, ferries: Article) -> None:
        assert [(each.number, each.publisher) for each in ferries.references] == [
            (1, "The Harbour Gazette"),
            (2, "Coastal Wire"),
            (3, ""),
        ]
        assert ferries.references[1].note.startswith("Lists the removed (233)")

    def test_numbers_of_an_entry_name_the_entry(self, ferries: Article) -> None:
        listed = [
            (str(each.amount), each.measure, each.reference) for each in ferries.offered if each.reference
        ]
        assert ("233", measures.RET, 2) in listed
        assert ("191", measures.ADM, 2) in listed

    def test_marks_and_entries_that_do_not_meet_are_reported(self, ferries: Article) -> None:
        assert ferries.markers.without_entry == (4, 5, 6, 7, 9, 12)
        assert ferries.markers.never_cited == (1,)
        assert ferries.markers.unused == (1, 8, 10, 11)

    def test_prose_without_a_heading_has_no_title(self) -> None:
        assert read(UNDATED).title == ""


class TestAnyText:
    @given(st.text(max_size=400))
    def test_nothing_that_is_pasted_breaks_it(self, text: str) -> None:
        article = read(text, day=date(2026, 3, 18))
        assert all(0 <= each.start <= each.end <= len(text) for each in article.candidates)

    @given(
        st.lists(
            st.sampled_from(PIECES),
            max_size=60,
        )
    )
    def test_nor_does_anything_made_of_what_articles_are_made_of(self, words: list[str]) -> None:
        read(" ".join(words), day=date(2026, 3, 18))
        read(" ".join(words))

    def test_a_sentence_without_end_is_read_to_its_end(self) -> None:
        article = read("and 1,200 people crossed " * 600, day=date(2026, 3, 18))
        assert len(article.offered) == 600


_COMPARATORS = {
    "EXACT": Comparator.EXACTLY,
    "UP_TO": Comparator.AT_MOST,
    **{name: Comparator[name] for name in ("AT_LEAST", "LESS_THAN", "NEARLY", "MORE_THAN", "ORDER_OF")},
}


@pytest.fixture(scope="module")
def article() -> Article:
    return read(ARTICLE.read_text(encoding="utf-8"), start=PartialDate("2025-08-06"))


@pytest.fixture(scope="module")
def claims() -> list[dict[str, str]]:
    with CLAIMS.open(encoding="utf-8", newline="") as stream:
        return [row for row in csv.DictReader(stream) if row["seed"] == "S1"]


class TestOtherLayouts:
    """Ways of writing that other articles have than the founding ones."""

    def test_notes_of_an_encyclopaedia_do_not_join_two_sentences(self) -> None:
        text = (
            "By 31 October 2025, 75 people had been removed.[5][citation needed] By 27 January 2026, "
            "281 people had been returned to France and 350 had been admitted.[6]:14\n\n"
            'References[edit]\n1. ^ "Deal announced". BBC News.\n2. ^ Jump up to: a b "Treaty". GOV.UK.'
        )
        found = read(text, start=START)
        assert [(str(each.amount), each.measure, str(each.timed.date)) for each in found.offered][:3] == [
            ("75", measures.RET, "../2025-10-31"),
            ("281", measures.RET, "../2026-01-27"),
            ("350", measures.ADM, "../2026-01-27"),
        ]
        assert [each.title for each in found.references] == [
            '"Deal announced". BBC News.',
            '"Treaty". GOV.UK.',
        ]

    @pytest.mark.parametrize(
        "line",
        [
            "Par Jean Dupont, le 7 novembre 2025 à 18h30",
            "By Jane Doe | 7 November 2025 at 09:15",
            "Publié le 7 novembre 2025",
        ],
    )
    def test_the_day_beside_the_author_is_the_day_of_the_article(self, line: str) -> None:
        assert read(f"Un titre\n{line}\n\nHier, 349 personnes.").day == date(2025, 11, 7)

    @pytest.mark.parametrize(
        "text",
        [
            "Call 0800 123 4567 or +44 20 7946 0000.",
            "The youngest was 19 and the oldest 42.",
            "The minister, 53, said so.",
        ],
    )
    def test_ages_and_telephones_are_not_offered(self, text: str) -> None:
        assert read(text).offered == ()

    def test_so_many_a_week_is_no_running_total(self) -> None:
        (plan,) = read("The treaty allows 50 returns a week.").offered
        assert plan.measure == measures.TGT_RET_WK
        (rate,) = read("Some 14 people are returned each week.").offered
        assert rate.measure == ""

    def test_a_part_of_a_total_is_not_the_total(self) -> None:
        text = "A further 12 people were returned on 4 November 2025, bringing the total to 106."
        part, total = read(text, day=date(2025, 11, 6)).offered
        assert (part.timed.basis, total.timed.basis) == (Basis.FLOW, Basis.CUMULATIVE)

    def test_so_far_this_year_needs_the_day_of_the_article(self) -> None:
        (found,) = read("In 2025 so far 38,726 people arrived.").offered
        assert found.timed.needs_day
        assert found.timed.basis is Basis.CUMULATIVE


@pytest.mark.skipif(not ARTICLE.exists(), reason="needs the founding articles beside the checkout")
class TestFoundingArticle:
    def test_every_claim_is_offered_with_comparator_ends_and_marks(
        self, article: Article, claims: list[dict[str, str]]
    ) -> None:
        missing = [claim["id"] for claim in claims if not any(_is(each, claim) for each in article.offered)]
        assert missing == []

    def test_at_most_one_row_in_twenty_is_no_claim(
        self, article: Article, claims: list[dict[str, str]]
    ) -> None:
        numbers = [each for each in article.offered if each.kind is not Kind.EVENT_DATE]
        noise = [each.words for each in numbers if not any(_is_value(each, claim) for claim in claims)]
        assert len(noise) <= len(numbers) / 20

    def test_the_marks_are_held_against_the_list(self, article: Article) -> None:
        assert article.markers.without_entry == (17, 19)
        assert article.markers.unused == (1, 2, 8, 18)
        assert article.markers.not_reached == (4,)
        assert article.markers.entry_of(3) == 1
        assert article.markers.entry_of(19) == 16


def _is(candidate: Candidate, claim: dict[str, str]) -> bool:
    markers = tuple(int(number) for number in claim["markers"].split(";") if number)
    references = [int(number) for number in claim["refs"].split(";") if number]
    in_place = candidate.markers == markers if candidate.reference is None else not markers
    listed = candidate.reference is None or candidate.reference in references
    return in_place and listed and _is_value(candidate, claim)


def _is_value(candidate: Candidate, claim: dict[str, str]) -> bool:
    if claim["comparator"] == "RANK":
        return candidate.kind is Kind.RANK
    if not claim["value"]:  # 94 and 57 in one row
        return str(candidate.amount) in ("94", "57")
    amount = candidate.amount
    ends = tuple(int(claim[end]) if claim[end] else None for end in ("low", "high"))
    return amount.comparator is _COMPARATORS[claim["comparator"]] and (amount.low, amount.high) == ends
