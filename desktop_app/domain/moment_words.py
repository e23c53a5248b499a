"""Reads when something was seen: a date as people write it, and the time by the clock if it is given.

"today 05:40", "9 nov 2025 5h40", "yesterday at 5:30 pm"; "05:40" alone is today's. The time stands before or
after the date. What cannot be read is no time and no date: the words are the caller's to keep, whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from desktop_app.domain import date_words
from desktop_app.domain.date_words import DateReading
from desktop_app.domain.dates import UNDATED, Obtained, on_day


class TimeProblem(StrEnum):
    """Why the time in a text cannot be kept."""

    IMPOSSIBLE = "no such time"


_UNDATED: Final = DateReading(UNDATED)


@dataclass(frozen=True, slots=True)
class MomentReading:
    """What was understood. With a problem, of the date or of the time, there is neither date nor time."""

    date: DateReading = _UNDATED
    time: str = ""
    """As "05:40"; empty where none was given."""
    words: str = ""
    """The words of the date alone."""
    problem: TimeProblem | None = None

    @property
    def code(self) -> str:
        """Code of the problem; empty where there is none."""
        found = self.date.problem or self.problem
        return found.value if found is not None else ""


_CLOCK: Final = (
    r"(?P<hour>[0-9]{1,2})"
    r"(?::(?P<minute>[0-9]{2})|\s?h\s?(?P<french>[0-9]{2})|\s?h(?:eures?)?|(?=\s?[ap]\.?m\b))"
    r"(?:\s?(?P<half>[ap])\.?m\.?)?"
)
_BEHIND: Final = re.compile(rf"(?:^|[\s,;]+|(?<=[0-9])T)(?:at\s|à\s)?{_CLOCK}$", re.IGNORECASE)
_BEFORE: Final = re.compile(rf"^(?:at\s|à\s)?{_CLOCK}[\s,;]+(?:on\s|le\s)?", re.IGNORECASE)
_NOW: Final = ("now", "maintenant")


def read(text: str, *, now: datetime, order: date_words.Order = None) -> MomentReading:
    """The date and time that the whole of `text` gives; never raises.

    `now` is by the clock at the place: it resolves "now", "yesterday" and a time without a date.
    """
    written = text.strip()
    if not written:
        return MomentReading()
    if written.casefold() in _NOW:
        return MomentReading(_today(now), f"{now:%H:%M}")
    found = _BEHIND.search(written) or _BEFORE.match(written)
    if found is None:
        return _dated(written, "", now, order)
    time = _time(found)
    if not time:
        return MomentReading(words=written, problem=TimeProblem.IMPOSSIBLE)
    rest = f"{written[: found.start()]}{written[found.end() :]}".strip(" \t,;")
    if not rest:
        return MomentReading(_today(now), time)
    return _dated(rest, time, now, order)


def _dated(words: str, time: str, now: datetime, order: date_words.Order) -> MomentReading:
    reading = date_words.read(words, today=now.date(), order=order)
    return MomentReading(reading, "" if reading.problem else time, words)


def _today(now: datetime) -> DateReading:
    return DateReading(on_day(now.date()), Obtained.RESOLVED)


_HALF_DAY: Final = 12


def _time(found: re.Match[str]) -> str:
    """The time as "05:40"; empty where no clock shows it."""
    hour, minute = int(found["hour"]), int(found["minute"] or found["french"] or 0)
    if found["half"]:
        if not 1 <= hour <= _HALF_DAY:
            return ""
        hour = hour % _HALF_DAY + (_HALF_DAY if found["half"].lower() == "p" else 0)
    return f"{hour:02d}:{minute:02d}" if hour < 2 * _HALF_DAY and minute < 60 else ""
