"""Dates as vague as their sources leave them: EDTF text, with the earliest and the latest day it allows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from desktop_app.domain.edtf import DateKind, DateSyntaxError, read_notation

__all__ = [
    "UNDATED",
    "DateKind",
    "DateSyntaxError",
    "DayRange",
    "Obtained",
    "PartialDate",
    "by",
    "certainly_before",
    "days_between",
    "on_day",
    "possibly_before",
    "since",
    "span",
    "within",
]


_UNDATED_LAST = 1
_UNBOUNDED_DAYS = date.max.toordinal()  # wider than any range with two ends


class Obtained(StrEnum):
    """How a date was arrived at: said outright, inferred, resolved from "yesterday", or computed."""

    STATED = "stated"
    INFERRED = "inferred"
    RESOLVED = "resolved"
    COMPUTED = "computed"


class _Reading:
    """The slots in which a PartialDate keeps what its notation says, so that it is read only once."""

    __slots__ = ("about", "earliest", "kind", "latest", "uncertain")

    earliest: date | None
    latest: date | None
    kind: DateKind
    about: bool
    uncertain: bool


@dataclass(frozen=True, slots=True)
class PartialDate(_Reading):
    """A date as it is known, in EDTF notation (empty: undated).

    `earliest` and `latest` bound the day or days meant (None: open, or undated). `about` and `uncertain`
    tell of `~` and `?` (`%` is both); neither widens the bounds, for nobody said by how much. Two dates are
    equal when their notation is. Raises DateSyntaxError when the notation cannot be read.
    """

    edtf: str = ""

    def __post_init__(self) -> None:
        notation = read_notation(self.edtf)
        # The class is frozen for its users; these are written once, before anyone holds the instance.
        object.__setattr__(self, "edtf", notation.text)
        object.__setattr__(self, "earliest", notation.earliest)
        object.__setattr__(self, "latest", notation.latest)
        object.__setattr__(self, "kind", notation.kind)
        object.__setattr__(self, "about", notation.about)
        object.__setattr__(self, "uncertain", notation.uncertain)

    def __str__(self) -> str:
        return self.edtf

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return PartialDate.parse, (self.edtf,)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """The date that `text` notates (cached: equal texts give the same object); raises DateSyntaxError."""
        return _parse(text)

    @property
    def is_dated(self) -> bool:
        """Whether anything at all is known of the date."""
        return self.kind is not DateKind.UNDATED

    @property
    def is_exact_day(self) -> bool:
        """Whether this is one known day, neither about nor uncertain."""
        return self.kind is DateKind.DAY and not self.about and not self.uncertain

    @property
    def sort_key(self) -> tuple[int, int, int, str]:
        """Orders dates totally: by earliest day, then the more exact first, then by notation; undated last.

        A date with an open start ("by 7 September") has no earliest day: it stands at its latest, behind
        the dates that are known to be that day.
        """
        anchor = self.earliest or self.latest
        if anchor is None:
            return (_UNDATED_LAST, 0, 0, self.edtf)
        if self.earliest is None or self.latest is None:
            return (0, anchor.toordinal(), _UNBOUNDED_DAYS, self.edtf)
        return (0, anchor.toordinal(), (self.latest - self.earliest).days, self.edtf)


@lru_cache(maxsize=1 << 16)
def _parse(text: str) -> PartialDate:
    return PartialDate(text)


UNDATED = PartialDate()


def on_day(day: date) -> PartialDate:
    """Exactly this day."""
    return PartialDate.parse(day.isoformat())


def span(first: date, last: date) -> PartialDate:
    """The whole of the days from `first` to `last`, both included; raises DateSyntaxError if backwards."""
    return on_day(first) if first == last else PartialDate.parse(f"{first.isoformat()}/{last.isoformat()}")


def within(first: date, last: date) -> PartialDate:
    """Some one day from `first` to `last`, both possible; raises DateSyntaxError if backwards."""
    return on_day(first) if first == last else PartialDate.parse(f"[{first.isoformat()}..{last.isoformat()}]")


def by(last: date) -> PartialDate:
    """Up to and including `last`, from a start that is not said."""
    return PartialDate.parse(f"../{last.isoformat()}")


def since(first: date) -> PartialDate:
    """From `first` on, `first` included, to an end that is not said."""
    return PartialDate.parse(f"{first.isoformat()}/..")


@dataclass(frozen=True, slots=True)
class DayRange:
    """A number of days known only to lie between two bounds (None: no bound on that side)."""

    low: int | None
    high: int | None

    @property
    def is_exact(self) -> bool:
        """Whether the number of days is known."""
        return self.low is not None and self.low == self.high


def days_between(first: PartialDate, second: PartialDate) -> DayRange:
    """The days from `first` to `second`: from the shortest to the longest that both dates allow.

    Negative where `second` may, or must, come before `first`; None on the side of an open or missing date.
    """
    low = high = None
    if second.earliest is not None and first.latest is not None:
        low = (second.earliest - first.latest).days
    if second.latest is not None and first.earliest is not None:
        high = (second.latest - first.earliest).days
    return DayRange(low, high)


def certainly_before(first: PartialDate, second: PartialDate) -> bool:
    """Whether every day `first` allows is before every day `second` allows."""
    return first.latest is not None and second.earliest is not None and first.latest < second.earliest


def possibly_before(first: PartialDate, second: PartialDate) -> bool:
    """Whether nothing known rules out that `first` came before `second`."""
    return first.earliest is None or second.latest is None or first.earliest < second.latest
