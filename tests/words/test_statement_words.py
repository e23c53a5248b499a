"""Statements in words: vague dates stay vague, both sides are told alike, a difference is told in words."""

from __future__ import annotations

from desktop_app.domain.boards import Reply
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.sources import Quotation
from desktop_app.domain.statements import Position, Statement
from desktop_app.domain.word_diff import differences
from desktop_app.words import statement_words
from desktop_app.words.formats import PlainFormats

FORMATS = PlainFormats()
SAID = Statement(speaker="A minister", role="minister", organisation="A ministry", words="It works")


def test_a_date_is_told_as_vague_as_it_is_with_the_words_it_was_written_in() -> None:
    def when(date: str, words: str = "") -> str:
        said = Statement(date=PartialDate.parse(date), date_words=words)
        return statement_words.when(said, FORMATS)

    assert when("2026-01-27", "on Tuesday") == "27 Jan 2026, written “on Tuesday”"
    assert when("[2025-11-01..2025-11-10]") == "within 1–10 Nov 2025"
    assert when("../2025-11-10") == "by 10 Nov 2025"
    assert when("", "soonish") == "date not known, written “soonish”"


def test_only_words_of_the_speakers_own_stand_between_quotation_marks() -> None:
    assert statement_words.quoted(SAID) == "It works"
    assert statement_words.quoted(Statement(words="It works", quotation=Quotation.VERBATIM)) == "“It works”"


def test_who_speaks_is_named_once_and_an_unknown_speaker_as_such() -> None:
    assert statement_words.office(SAID) == "minister, A ministry"
    assert statement_words.office(Statement(speaker="UNHCR", organisation="UNHCR")) == ""
    assert statement_words.one_line(Statement(words="It works")) == "Speaker not known: It works"
    assert statement_words.one_line(Statement(speaker="a", words="long " * 40)).endswith("…")


def test_both_sides_are_headed_in_the_same_form() -> None:
    sides = (Position.FOR, Position.AGAINST, Position.NEITHER)
    assert len({statement_words.column(side) for side in sides}) == 3
    assert [statement_words.counted(n, FORMATS) for n in (0, 1, 2)] == [
        "0 statements",
        "1 statement",
        "2 statements",
    ]


def test_replies_are_counted_apart() -> None:
    answer, dispute = Reply(SAID, False), Reply(SAID, True)
    assert statement_words.replied([], FORMATS) == ""
    assert statement_words.replied([answer, answer], FORMATS) == "Answered by 2 statements"
    assert statement_words.replied([dispute], FORMATS) == "Disputed by 1 statement"
    both = statement_words.replied([answer, dispute, dispute], FORMATS)
    assert both == "Answered by 1 statement, disputed by 2"


def test_where_two_quotations_differ_is_told_in_words() -> None:
    def told(first: str, second: str) -> str:
        return statement_words.difference(differences(first, second))

    assert told("not enough awareness", "not enough knowledge") == (
        "Only the first has: “awareness”. Only the second has: “knowledge”."
    )
    assert told("it works", "it works well") == "Only the second has: “well”."
    assert told("it works", "it works") == "Both have the same words."
