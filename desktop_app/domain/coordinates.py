"""Reads a position as people write or paste it, and prints it in one way: "50.9871, 1.7342".

Latitude comes first, unless letters say otherwise. O is the French ouest. What could be meant in two ways, or
lies beyond the earth's edges, is refused with the reason.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

PLACES: Final = 5
"""Decimal places kept: about a metre."""
_LONGEST: Final = 80
_STEP: Final = Decimal(1).scaleb(-PLACES)


class CoordinateProblem(StrEnum):
    """Why a text is no position."""

    UNREADABLE = "coordinates unreadable"
    ONE_NUMBER = "coordinates one number"
    AMBIGUOUS = "coordinates ambiguous"
    MINUTES = "minutes out of range"
    LATITUDE = "latitude out of range"
    LONGITUDE = "longitude out of range"


@dataclass(frozen=True, slots=True)
class Position:
    """A place on the earth (WGS 84), in degrees north and east, to a metre or so."""

    latitude: Decimal
    longitude: Decimal

    def __post_init__(self) -> None:
        if not (abs(self.latitude) <= _FARTHEST[0] and abs(self.longitude) <= _FARTHEST[1]):
            raise ValueError("there is no such position")
        for name in ("latitude", "longitude"):
            # Adding nothing takes the sign from a zero.
            object.__setattr__(self, name, getattr(self, name).quantize(_STEP) + 0)

    def __str__(self) -> str:
        return f"{_plain(self.latitude)}, {_plain(self.longitude)}"


_FARTHEST: Final = (90, 180)


@dataclass(frozen=True, slots=True)
class CoordinateReading:
    """The position understood, or why there is none; neither for an empty text."""

    position: Position | None = None
    problem: CoordinateProblem | None = None


def read(text: str) -> CoordinateReading:
    """The position that the whole text means. Never raises."""
    if not text.strip():
        return CoordinateReading()
    try:
        return CoordinateReading(_position(_folded(text)))
    except _RefusedError as refused:
        return CoordinateReading(problem=refused.problem)


class _RefusedError(Exception):
    def __init__(self, problem: CoordinateProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


_SIGNS: Final = str.maketrans(
    {
        **dict.fromkeys("′’‘ʹ´`", "'"),
        **dict.fromkeys("″”“ʺ", '"'),
        **dict.fromkeys("º˚", "°"),
        **dict.fromkeys("−–", "-"),
    }
)
_WORDS: Final = (
    (re.compile(r"\b(?:north|nord)\b"), "n"),
    (re.compile(r"\b(?:south|sud)\b"), "s"),
    (re.compile(r"\b(?:east|est)\b"), "e"),
    (re.compile(r"\b(?:west|ouest|o)\b|(?<=[0-9°'\" ])o(?![a-z])|\bo(?=[ 0-9])"), "w"),
    (re.compile(r"\bgeo:"), ""),
    (re.compile(r"^lat(?:itude)?[ :=]*(?=.*\blon)|\blon(?:g|gitude)?\b[ :=]*(?<=.)"), " "),
)
_TOKEN: Final = re.compile(
    r"""(?P<number>[-+]?[0-9]+(?:\.[0-9]+)?)|(?P<mark>[°'"])|(?P<letter>[nsew])|[ ,;/]+"""
)


def _folded(text: str) -> str:
    """The text with one kind of each sign, a letter for each direction, and decimal points."""
    if len(text) > _LONGEST:
        raise _RefusedError(CoordinateProblem.UNREADABLE)
    # Signs first: composing would take an acute accent, or a degree sign, for a letter's.
    line = unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS).lower()
    line = " ".join(line.replace("''", '"').split())
    for pattern, letter in _WORDS:
        line = pattern.sub(letter, line)
    return _with_points(line.strip())


def _with_points(line: str) -> str:
    """Decimal commas as points, where a comma surely is one."""
    tight = re.findall(r"(?<=[0-9]),(?=[0-9])", line)
    if "." in line or not tight:
        return line
    alone = len(tight) == 1 and not re.search(r"[°'\";/]|[0-9][ ]+[-+]?[0-9]|[nsew]", line)
    if alone or re.search(r"[0-9],[0-9]+,[0-9]", line):
        raise _RefusedError(CoordinateProblem.AMBIGUOUS)
    return re.sub(r"(?<=[0-9]),(?=[0-9])", ".", line)


@dataclass(slots=True)
class _Number:
    text: str
    mark: str = ""


def _position(line: str) -> Position:
    numbers, letters = _parts(line)
    first, second = _halves(numbers)
    if letters and len(letters) != len(_FARTHEST):
        raise _RefusedError(CoordinateProblem.UNREADABLE)
    if letters and {letter in "ns" for letter in letters} != {True, False}:
        raise _RefusedError(CoordinateProblem.UNREADABLE)
    one, other = _degrees(first, letters[:1]), _degrees(second, letters[1:])
    latitude, longitude = (other, one) if letters and letters[0] not in "ns" else (one, other)
    if abs(latitude) > _FARTHEST[0]:
        raise _RefusedError(CoordinateProblem.LATITUDE)
    if abs(longitude) > _FARTHEST[1]:
        raise _RefusedError(CoordinateProblem.LONGITUDE)
    return Position(latitude, longitude)


def _parts(line: str) -> tuple[list[_Number], str]:
    """The numbers with the mark behind each, and the letters; nothing else may stand there."""
    numbers: list[_Number] = []
    letters, at = "", 0
    while at < len(line):
        found = _TOKEN.match(line, at)
        if found is None:
            raise _RefusedError(CoordinateProblem.UNREADABLE)
        if found["number"]:
            numbers.append(_Number(found["number"]))
        elif found["letter"]:
            letters += found["letter"]
        elif found["mark"]:
            if not numbers or numbers[-1].mark:
                raise _RefusedError(CoordinateProblem.UNREADABLE)
            numbers[-1].mark = found["mark"]
        at = found.end()
    return numbers, letters


def _halves(numbers: list[_Number]) -> tuple[list[_Number], list[_Number]]:
    """The numbers of each of the two: degrees alone, with minutes, or with seconds too."""
    if len(numbers) == 1:
        raise _RefusedError(CoordinateProblem.ONE_NUMBER)
    starts = [place for place, number in enumerate(numbers) if number.mark == "°"]
    if len(starts) == len(_FARTHEST) and starts[0] == 0:
        halves = numbers[: starts[1]], numbers[starts[1] :]
    elif not any(number.mark for number in numbers) and len(numbers) in (2, 4, 6):
        halves = numbers[: len(numbers) // 2], numbers[len(numbers) // 2 :]
    else:
        raise _RefusedError(CoordinateProblem.UNREADABLE)
    if not all(1 <= len(half) <= len(_UNITS) for half in halves):
        raise _RefusedError(CoordinateProblem.UNREADABLE)
    return halves


_UNITS: Final = "°'\""


def _degrees(half: list[_Number], letter: str) -> Decimal:
    """One angle in degrees, negative to the south and west."""
    signed = half[0].text[0] in "-+"
    if signed and letter:
        raise _RefusedError(CoordinateProblem.AMBIGUOUS)
    total = Decimal(0)
    for place, number in enumerate(half):
        if number.mark not in ("", _UNITS[place]) or (place and number.text[0] in "-+"):
            raise _RefusedError(CoordinateProblem.UNREADABLE)
        if place < len(half) - 1 and "." in number.text:
            raise _RefusedError(CoordinateProblem.UNREADABLE)
        value = Decimal(number.text.lstrip("-+"))
        if place and value >= _SIXTY:
            raise _RefusedError(CoordinateProblem.MINUTES)
        total += value / _SIXTY**place
    return -total if half[0].text[0] == "-" or letter in ("s", "w") else total


_SIXTY: Final = 60


def _plain(degrees: Decimal) -> str:
    text = f"{degrees:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
