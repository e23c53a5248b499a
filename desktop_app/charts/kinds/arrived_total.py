"""Everybody who arrived since a start, as one line: a total for each day of the record."""

from __future__ import annotations

from datetime import date

from desktop_app.charts.asked import Asked
from desktop_app.charts.choice import Scale
from desktop_app.charts.kinds.time_table import Listed, Plotted
from desktop_app.charts.shapes import Mark
from desktop_app.charts.sheets import Tint
from desktop_app.charts.texts import saying
from desktop_app.charts.time_plot import Track
from desktop_app.domain import named
from desktop_app.domain.figures import Figure
from desktop_app.domain.readings import Known, Series
from desktop_app.domain.series import Accumulated, accumulate
from desktop_app.words.measure_words import measure, measure_verb
from desktop_app.words.translate import _

LEAST_ON_LOG = 1
"""Where an axis of steps of ten begins: one person."""


class ArrivedTotal:
    """Puts its days into the table of a chart; what it met on the way is told afterwards."""

    def __init__(
        self, asked: Asked, ledger: Known, listed: Listed, start: date, days: tuple[date, date]
    ) -> None:
        self._asked, self._ledger, self._listed, self._start, self._days = asked, ledger, listed, start, days
        self._formats = asked.formats
        self._is_log = asked.choice.scale is Scale.LOG
        self.missing = 0
        """Days of which no arrivals are recorded."""
        self.zeros = 0
        """Totals of nobody, for which there is no place on an axis of steps of ten."""
        self.last: tuple[Figure, ...] = ()
        """The figure that was added last."""

    def track(self, arrivals: Series, code: str) -> Track | None:
        """The line within the days shown; None where there is nothing of it."""
        first, last = self._days
        rows = accumulate(arrivals, self._start, last)
        if not rows:
            return None
        name = measure_verb(named.measure(self._asked.view, code))
        before = [row for row in rows if row.day < first]
        shown = [row for row in rows if row.day >= first]
        self.missing = rows[-1].missing
        # The line enters at what it held before the days shown, or at nobody on the first day of all.
        lead = float(before[-1].low) if before else 0.0
        corners, keys = [(first.toordinal(), lead)], [""]
        for row in shown:
            if self._is_log and row.low < LEAST_ON_LOG:
                self.zeros += 1
                continue
            keys.append(self._list_row(row, code, name))
            corners.append((row.day.toordinal(), float(row.low)))
        if self._is_log and lead < LEAST_ON_LOG:
            corners, keys = corners[1:], keys[1:]
        if not corners:
            return None
        self.last = rows[-1].figures[:1]
        end = _("{amount} {name}").format(amount=saying.interval(rows[-1].counted, self._formats), name=name)
        return Track(name, Tint.ARRIVALS, tuple(corners), end=end, keys=tuple(keys))

    def _list_row(self, row: Accumulated, code: str, name: str) -> str:
        key = f"{code} total {row.day.isoformat()}"
        interval = row.counted
        words = _("{day}: {amount} {name} since {start}").format(
            day=self._formats.day(row.day),
            amount=saying.interval(interval, self._formats),
            name=name,
            start=self._formats.day(self._start),
        )
        self._listed.put(
            Plotted(
                key,
                f"{code} since {self._start.isoformat()}",
                measure(named.measure(self._asked.view, code)),
                self._start,
                row.day,
                interval,
                self._mark(row),
                row.figures,
                words,
                any(map(saying.is_provisional, row.figures)),
            )
        )
        return key

    def _mark(self, row: Accumulated) -> Mark:
        if row.missing or row.high is None:
            return Mark.MORE_THAN
        if row.low != row.high:
            return Mark.RANGE
        return Mark.EXACT if all(map(self._ledger.is_official, row.figures)) else Mark.REPORTED
