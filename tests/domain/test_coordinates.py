from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain import coordinates
from desktop_app.domain.coordinates import CoordinateProblem, Position

BEACH = "50.9871, 1.7342"


def angles(farthest: int) -> st.SearchStrategy[Decimal]:
    return st.decimals(-farthest, farthest, allow_nan=False, allow_infinity=False, places=7)


@given(angles(90), angles(180))
def test_what_is_printed_is_read_as_the_same_position(latitude: Decimal, longitude: Decimal) -> None:
    position = Position(latitude, longitude)
    assert coordinates.read(str(position)).position == position


@given(st.text(max_size=100))
def test_any_text_is_read_or_refused_and_what_is_read_is_printed_one_way(text: str) -> None:
    reading = coordinates.read(text)
    assert reading.position is None or reading.problem is None
    assert (reading.position is None and reading.problem is None) == (not text.strip())
    if reading.position is not None:
        assert coordinates.read(str(reading.position)) == reading


@given(
    st.integers(0, 89), st.integers(0, 59), st.integers(0, 59), st.sampled_from("NS"), st.sampled_from("EWO")
)
def test_degrees_minutes_and_seconds_are_their_sum(
    degrees: int, minutes: int, seconds: int, north: str, east: str
) -> None:
    reading = coordinates.read(
        f"{degrees}°{minutes}'{seconds}\"{north} {degrees}° {minutes}′ {seconds}″ {east}"
    )
    size = Decimal(degrees) + Decimal(minutes) / 60 + Decimal(seconds) / 3600
    assert reading.position == Position(
        size if north == "N" else -size,
        size if east == "E" else -size,
    )


@pytest.mark.parametrize(
    "text",
    [
        "50.9871 1.7342",
        "50.9871,1.7342",
        "50,9871 1,7342",
        "50,9871; 1,7342",
        "N50.9871 E1.7342",
        "1.7342E, 50.9871N",
        "50.9871° 1.7342°",
        "geo:50.9871,1.7342",
        "lat 50.9871 lon 1.7342",
        "50.9871 nord, 1.7342 est",
    ],
)
def test_ways_of_writing_one_position(text: str) -> None:
    assert str(coordinates.read(text).position) == BEACH


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("91, 1", CoordinateProblem.LATITUDE),
        ("50, 180.1", CoordinateProblem.LONGITUDE),
        ("50°60'0\"N 1°0'0\"E", CoordinateProblem.MINUTES),
        ("50.9871", CoordinateProblem.ONE_NUMBER),
        ("50,1", CoordinateProblem.AMBIGUOUS),
        ("50,9871,1,7342", CoordinateProblem.AMBIGUOUS),
        ("-50.9N 1.7E", CoordinateProblem.AMBIGUOUS),
        ("50.9N 1.7N", CoordinateProblem.UNREADABLE),
        ("50.9 -1.7 3.1", CoordinateProblem.UNREADABLE),
        ("near the pier", CoordinateProblem.UNREADABLE),
    ],
)
def test_what_is_refused_says_why(text: str, problem: CoordinateProblem) -> None:
    assert coordinates.read(text).problem is problem


def test_no_position_lies_beyond_the_edges_of_the_earth() -> None:
    with pytest.raises(ValueError, match="no such position"):
        Position(Decimal("90.1"), Decimal(0))
