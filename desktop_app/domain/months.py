"""Whole months of counts: made up of days and weeks that fill them, and of nothing else."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from desktop_app.domain.flows import summed
from desktop_app.domain.readings import Reading, Series


def monthly(series: Series) -> Series:
    """The complete months of the calendar: a monthly figure as it is, else the sum of what lies within.

    A month of which a day has no record is left out; so is one with a week that reaches into another month,
    for nobody knows how much of it belongs here.
    """
    months: dict[tuple[int, int], list[Reading]] = {}
    for reading in series.readings:
        start, end = reading.start, reading.end
        if (start.year, start.month) == (end.year, end.month):
            months.setdefault((start.year, start.month), []).append(reading)
    found = []
    for (year, month), parts in months.items():
        length = monthrange(year, month)[1]
        if sum((part.end - part.start).days + 1 for part in parts) == length:
            found.append(parts[0] if len(parts) == 1 else summed(date(year, month, 1), parts))
    return Series(series.measure, series.basis, None, tuple(found))
