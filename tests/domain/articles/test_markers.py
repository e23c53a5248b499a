"""Citation marks: found wherever they are glued, and never where letters and figures make a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.articles.markers import unglue


def numbers(text: str, *, entries: int = 0) -> list[tuple[int, ...]]:
    return [mark.numbers for mark in unglue(text, entries=entries).marks]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("crossed the Channel3,14. The next", [(3, 14)]),
        ("linked to the UK3,16. The next", [(3, 16)]),
        ("crossed the Channel.12 The next", [(12,)]),
        ("crossed the Channel [3] and again [4, 7].", [(3,), (4, 7)]),
        ("crossed the Channel¹². The next", [(12,)]),
        ("a 'total failure'7. The next", [(7,)]),
        ("in “vain”14,16. The next", [(14, 16)]),
        ("up by 5%4 since", [(4,)]),
    ],
)
def test_marks_are_found_where_articles_put_them(text: str, found: list[tuple[int, ...]]) -> None:
    assert numbers(text) == found


@pytest.mark.parametrize(
    ("text", "found", "left"),
    [
        ("recorded in 20243,6. Crossings fell4.", [(3, 6), (4,)], "recorded in 2024"),
        ("began in 201812. Crossings fell4.", [(12,), (4,)], "began in 2018"),
        ("on 10 November 20257. Crossings fell4.", [(7,), (4,)], "on 10 November 2025"),
        ("stood at 38,7263,6. Crossings fell4.", [(3, 6), (4,)], "stood at 38,726"),
    ],
)
def test_marks_on_years_and_numbers_are_parted(text: str, found: list[tuple[int, ...]], left: str) -> None:
    assert numbers(text, entries=16) == found
    assert unglue(text, entries=16).text.startswith(f"{left} ")


@pytest.mark.parametrize(
    "text",
    [
        "COVID19 and Covid-19, the G7, MI5, H1N1, SB01 and the A27 road.",
        "In 2024, 201812 forms were filed and 20255 kept.",
        "more than 1,700 people in 25 boats",
        "at 14:30 on 6/11/2025",
    ],
)
def test_names_and_numbers_are_left_alone(text: str) -> None:
    assert numbers(text) == []


@given(st.text(alphabet="ab 2035,.;[]¹²%”UK", max_size=80))
def test_every_character_keeps_its_place(text: str) -> None:
    unglued = unglue(text, entries=5)
    assert len(unglued.text) == len(text)
    for mark in unglued.marks:
        assert not unglued.text[mark.start : mark.end].strip()
