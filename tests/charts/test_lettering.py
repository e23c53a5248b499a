from __future__ import annotations

import pytest

from desktop_app.charts.lettering import Lettering

pytestmark = pytest.mark.usefixtures("qtbot")

TEXT = "For every 1,000 people who arrived, 17 were returned"


@pytest.fixture
def letters() -> Lettering:
    return Lettering()


def test_a_wrapped_text_keeps_its_words_and_its_width(letters: Lettering) -> None:
    lines = letters.wrapped(TEXT, 20, 200)
    assert " ".join(lines) == TEXT
    assert len(lines) > 1
    assert all(letters.width(line, 20) <= 200 for line in lines)


def test_a_word_wider_than_the_line_stands_alone(letters: Lettering) -> None:
    assert letters.wrapped("a extraordinarily b", 20, 30) == ["a", "extraordinarily", "b"]


def test_a_text_that_fits_is_one_line(letters: Lettering) -> None:
    assert letters.wrapped(TEXT, 20, 2000) == [TEXT]
    assert letters.wrapped("", 20, 100) == []


def test_a_shortened_text_fits_and_says_that_it_is_shortened(letters: Lettering) -> None:
    short = letters.shortened(TEXT, 20, 100)
    assert short.endswith("…")
    assert letters.width(short, 20) <= 100
    assert letters.shortened(TEXT, 20, 2000) == TEXT


def test_twice_the_size_is_twice_the_width(letters: Lettering) -> None:
    assert letters.width(TEXT, 40) == pytest.approx(2 * letters.width(TEXT, 20), rel=0.02)


def test_digits_are_equally_wide_so_that_numbers_stand_in_columns(letters: Lettering) -> None:
    assert letters.width("1,111", 20) == letters.width("8,888", 20)
