"""Where two texts differ, word by word."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.word_diff import Part, Piece, differences, neutral, side

TEXTS = st.lists(
    st.sampled_from(
        ["we", "were", "sending", "more", ",", "“", "”", "'", '"', " ", "\n", "l’an", "£5", "a-b", "é"]
    )
).map(" ".join) | st.text(max_size=40)


@given(TEXTS, TEXTS)
def test_what_is_kept_and_what_each_alone_has_make_the_two_texts(first: str, second: str) -> None:
    pieces = differences(first, second)
    assert side(pieces, Part.FIRST) == neutral(first)
    assert side(pieces, Part.SECOND) == neutral(second)


@given(TEXTS)
def test_a_text_does_not_differ_from_itself_however_it_is_quoted(text: str) -> None:
    other = text.replace("“", '"').replace("'", "’").replace(" ", "  ")
    assert all(piece.part is Part.BOTH for piece in differences(text, other))


@given(TEXTS, TEXTS)
def test_what_only_the_first_has_comes_before_what_only_the_second_has(first: str, second: str) -> None:
    parts = [piece.part for piece in differences(first, second)]
    for one, then in pairwise(parts):
        assert one is not then
        assert (one, then) != (Part.SECOND, Part.FIRST)


@given(TEXTS, TEXTS)
def test_turned_round_the_same_words_are_in_both_texts(first: str, second: str) -> None:
    assert bool(differences(first, second)) == bool(differences(second, first))


def test_one_word_for_another() -> None:
    assert differences("there wasn't enough awareness", "there wasn’t enough knowledge") == (
        Piece(Part.BOTH, " there wasn’t enough"),
        Piece(Part.FIRST, " awareness"),
        Piece(Part.SECOND, " knowledge"),
    )


def test_case_and_punctuation_count_and_are_words_of_their_own() -> None:
    assert [piece.text.strip() for piece in differences("We did, then", "we did then")] == [
        "We",
        "we",
        "did",
        ",",
        "then",
    ]


def test_a_word_that_happens_to_be_in_both_does_not_tear_long_differences_apart() -> None:
    first = "We were sending more people over the sea"
    second = "I think at the beginning the numbers going that way were higher"
    assert [piece.part for piece in differences(first, second)] == [Part.FIRST, Part.SECOND]


@pytest.mark.parametrize("words", [10, 5_000])
def test_however_long_they_are_the_law_holds(words: int) -> None:
    first, second = "a b " * words, "b a " * words
    pieces = differences(first, second)
    assert side(pieces, Part.FIRST) == neutral(first)
    assert side(pieces, Part.SECOND) == neutral(second)
