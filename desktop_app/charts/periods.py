"""Which days a chart shows: presets that follow the data, or days chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

TWELVE_WEEKS = timedelta(weeks=12)


class Preset(StrEnum):
    """A choice of days that moves with the data."""

    SINCE_START = "since start"
    """From the day the scheme came into force."""
    THIS_YEAR = "this year"
    """The year of the last data."""
    LAST_12_WEEKS = "last 12 weeks"
    ALL = "all"
    CUSTOM = "custom"


@dataclass(frozen=True, slots=True)
class Period:
    """The days to show. `first` and `last` count only with CUSTOM; None there is as far as data reach."""

    preset: Preset = Preset.SINCE_START
    first: date | None = None
    last: date | None = None

    @classmethod
    def custom(cls, first: date | None, last: date | None) -> Period:
        """From one day to another, both shown; the wrong way round is put right."""
        if first is not None and last is not None and last < first:
            first, last = last, first
        return cls(Preset.CUSTOM, first, last)

    def days(self, data_first: date, data_last: date, start: date | None) -> tuple[date, date]:
        """First and last day, for data from data_first to data_last and a scheme in force from start."""
        match self.preset:
            case Preset.THIS_YEAR:
                return date(data_last.year, 1, 1), data_last
            case Preset.LAST_12_WEEKS:
                return max(data_last - TWELVE_WEEKS + timedelta(days=1), data_first), data_last
            case Preset.SINCE_START:
                first = data_first if start is None or start > data_last else start
                return first, data_last
            case Preset.CUSTOM:
                first = self.first or min(data_first, self.last or data_first)
                return first, max(self.last or data_last, first)
            case _:
                return data_first, data_last
