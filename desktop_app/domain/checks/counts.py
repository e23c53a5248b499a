"""What the official series of a measure counts between any two days, and on which day a total was reached."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from itertools import accumulate

from desktop_app.domain.intervals import Interval, Number
from desktop_app.domain.readings import Reading, Series


class Counts:
    """The official counts of one measure; sums in logarithmic time, equal to those of `flows.accumulate`."""

    def __init__(self, series: Series) -> None:
        readings = series.readings
        self._starts = [reading.start.toordinal() for reading in readings]
        self._ends = [reading.end.toordinal() for reading in readings]
        counted = [_counted(reading) for reading in readings]
        self._high = [high for _, high in counted]
        self._lows: list[Number] = [0, *accumulate(low for low, _ in counted)]
        self._highs: list[Number] = [0, *accumulate(high or 0 for _, high in counted)]
        self._open = [0, *accumulate(high is None for _, high in counted)]
        lengths = (end - start + 1 for start, end in zip(self._starts, self._ends, strict=True))
        self._days = [0, *accumulate(lengths)]

    @property
    def first(self) -> date | None:
        """The first day of the series; None where there is none."""
        return date.fromordinal(self._starts[0]) if self._starts else None

    @property
    def last(self) -> date | None:
        """The last day of the series."""
        return date.fromordinal(self._ends[-1]) if self._ends else None

    def covers(self, first: date, last: date) -> bool:
        """Whether every day is within the series, recorded or not."""
        if not self._starts:
            return False
        return self._starts[0] <= first.toordinal() and last.toordinal() <= self._ends[-1]

    def between(self, first: date, last: date) -> Interval:
        """The sums possible from `first` to `last`, both included.

        Days without a record may hold anything, so they open the high end; a period of which only a part
        lies between counts from nothing up to all it has.
        """
        begin, end = first.toordinal(), last.toordinal()
        if end < begin:
            return Interval(0, 0)
        low_place, high_place = bisect_left(self._ends, begin), bisect_right(self._starts, end)
        if low_place >= high_place:
            return Interval(0, None)
        cut_first = self._starts[low_place] < begin
        cut_last = self._ends[high_place - 1] > end
        inner_first, inner_last = low_place + cut_first, high_place - cut_last
        low = self._lows[inner_last] - self._lows[inner_first] if inner_first <= inner_last else 0
        recorded = self._days[high_place] - self._days[low_place]
        recorded -= max(begin - self._starts[low_place], 0) + max(self._ends[high_place - 1] - end, 0)
        unknown = self._open[high_place] - self._open[low_place] or recorded < end - begin + 1
        return Interval(low, None if unknown else self._highs[high_place] - self._highs[low_place])

    def on(self, day: date) -> Number | None:
        """The count of one day where it is recorded exactly; None where it is not."""
        counted = self.between(day, day)
        return counted.low if counted.is_exact else None

    def day_of(self, total: Number, since: date, near: date, within: int) -> date | None:
        """The day nearest to `near`, `within` days at most, on which the running total was `total`."""
        for day in _outwards(near, within):
            if day >= since and self.covers(since, day):
                counted = self.between(since, day)
                if counted.is_exact and counted.low == total:
                    return day
        return None

    def passed(self, threshold: Number, since: date, by: date) -> date | None:
        """The first day, `by` at the latest, on which the exact running total was above the threshold."""
        low, high = since.toordinal(), by.toordinal()
        if not self.covers(since, by) or self._low(since, high) <= threshold:
            return None
        while low < high:
            middle = (low + high) // 2
            if self._low(since, middle) > threshold:
                high = middle
            else:
                low = middle + 1
        day = date.fromordinal(low)
        return day if self.between(since, day).is_exact else None

    def _low(self, since: date, day: int) -> Number:
        return self.between(since, date.fromordinal(day)).low or 0


def _outwards(day: date, most: int) -> Iterator[date]:
    """The day before, the day after, two days before, and so on."""
    number, last = day.toordinal(), date.max.toordinal()
    for distance in range(1, most + 1):
        if number - distance > 0:
            yield date.fromordinal(number - distance)
        if number + distance <= last:
            yield date.fromordinal(number + distance)


def _counted(reading: Reading) -> tuple[Number, Number | None]:
    """What a period adds to a sum: as in `flows.accumulate`, a count is never below zero."""
    counted = reading.interval if reading.counted is None else reading.counted
    return (0 if counted.low is None else counted.low), counted.high
