"""The shapes of phrases ("between P and P", "before P") and the EDTF text each of them stands for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from desktop_app.domain.date_points import DateProblem, RefusedPhraseError
from desktop_app.domain.date_stretches import Stretch

Notate = Callable[[list[Stretch], int], str]
"""From the stretches of a phrase, and the 3 of "3 days to", to EDTF text; raises RefusedPhraseError."""


def notation_of(shape: str) -> Notate | None:
    """How to notate phrases of this shape (links, and P for each date); None if there is no such shape."""
    if set(shape.split()) == {"P", "or"}:
        return _one_of
    return _SHAPES.get(shape)


def qualified(stretch: Stretch, *, about: bool, uncertain: bool) -> Stretch:
    """The stretch with EDTF's sign for about, uncertain or both at either end."""
    sign = "%" if about and uncertain else "~" if about else "?" if uncertain else ""
    return replace(stretch, start=stretch.start + sign, end=stretch.end + sign)


def _sign(text: str) -> str:
    return text[-1] if text[-1] in "?~%" else ""


def _roughly(text: str) -> str:
    sign = _sign(text)
    return text.removesuffix(sign) + ("%" if sign in ("?", "%") else "~")


def _check_forward(first: Stretch, last: Stretch) -> None:
    if last.latest < first.earliest:
        raise RefusedPhraseError(DateProblem.BACKWARDS)


def _as_said(stretches: list[Stretch], _count: int) -> str:
    only = stretches[0]
    if only.start == only.end:
        return only.start
    return f"[{only.start}..{only.end}]" if only.vague else f"{only.start}/{only.end}"


def _some_day(stretches: list[Stretch], _count: int) -> str:
    first, last = stretches[0], stretches[-1]
    _check_forward(first, last)
    if first.earliest == last.latest:
        return first.start
    if first.start == last.end:  # a month or a year
        sign = _sign(first.start)
        return f"[{first.earliest}{sign}..{first.latest}{sign}]"
    return f"[{first.start}..{last.end}]"


def _whole(stretches: list[Stretch], _count: int) -> str:
    first, last = stretches
    _check_forward(first, last)
    if (first.start, first.end) == (last.start, last.end):
        return _as_said([first], 0)
    if first.vague and last.vague:  # late October to early November
        return f"[{first.start}..{last.end}]"
    start = _roughly(first.start) if first.vague else first.start
    return f"{start}/{_roughly(last.end) if last.vague else last.end}"


def _one_of(stretches: list[Stretch], _count: int) -> str:
    if any(stretch.start != stretch.end and not stretch.vague for stretch in stretches):
        raise RefusedPhraseError(DateProblem.UNREADABLE)  # a set holds days, not stretches of them
    members = (_as_said([stretch], 0).strip("[]") for stretch in stretches)
    return f"[{','.join(members)}]"


def _by(stretches: list[Stretch], _count: int) -> str:
    return f"../{stretches[0].end}"


def _before(stretches: list[Stretch], _count: int) -> str:
    only = stretches[0]
    return f"../{only.earliest - timedelta(days=1)}{_sign(only.start)}"


def _since(stretches: list[Stretch], _count: int) -> str:
    only = stretches[0]
    return f"{_roughly(only.start) if only.vague else only.start}/.."


def _after(stretches: list[Stretch], _count: int) -> str:
    only = stretches[0]
    return f"{only.latest + timedelta(days=1)}{_sign(only.end)}/.."


def _week_of(stretches: list[Stretch], _count: int) -> str:
    day = _only_day(stretches)
    return _days(stretches, day - timedelta(days=day.weekday()), 7)


def _week_from(stretches: list[Stretch], _count: int) -> str:
    return _days(stretches, _only_day(stretches), 7)


def _week_to(stretches: list[Stretch], _count: int) -> str:
    return _days_to(stretches, 7)


def _days_to(stretches: list[Stretch], count: int) -> str:
    return _days(stretches, _only_day(stretches) - timedelta(days=count - 1), count)


def _days(stretches: list[Stretch], first: date, count: int) -> str:
    if count < 1:
        raise RefusedPhraseError(DateProblem.UNREADABLE)
    sign = _sign(stretches[0].start)
    last = first + timedelta(days=count - 1)
    return f"{first}{sign}" if count == 1 else f"{first}{sign}/{last}{sign}"


def _only_day(stretches: list[Stretch]) -> date:
    only = stretches[0]
    if only.earliest != only.latest:
        raise RefusedPhraseError(DateProblem.UNREADABLE)
    return only.earliest


_SHAPES: Final[dict[str, Notate]] = {
    "P": _as_said,
    "du P": _as_said,  # "arrivées du 6 novembre": of that day
    "by P": _by,
    "to P": _by,
    "before P": _before,
    "after P": _after,
    "since P": _since,
    "from P": _since,
    "P onwards": _since,
    "from P onwards": _since,
    "since P onwards": _since,
    "someday P": _some_day,
    "weekof P": _week_of,
    "weekfrom P": _week_from,
    "weekto P": _week_to,
    "days P": _days_to,
    "P to P": _whole,
    "from P to P": _whole,
    "from P by P": _whole,
    "du P to P": _whole,
    "du P by P": _whole,
    "since P to P": _whole,
    "since P by P": _whole,
    "between P and P": _some_day,
    "between P to P": _some_day,
    "someday P to P": _some_day,
    "someday from P to P": _some_day,
    "someday du P to P": _some_day,
}
