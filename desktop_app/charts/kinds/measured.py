"""What is known of the three measures that a chart of returns against arrivals compares."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.readings import Known
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.series import Reading, Series, flow, running_total, running_totals, weekly

DAYS_OF_WEEK = 7


@dataclass(frozen=True)
class Measured:
    """Arrivals by day and by week, and the two running totals."""

    arrivals: Series
    weeks: Series
    returned: Series
    admitted: Series
    stated: tuple[Series, ...]
    """Arrivals as running totals that somebody stated."""

    @classmethod
    def of(cls, ledger: Known, scheme: Scheme) -> Measured:
        """What a ledger knows of the measures of a scheme."""
        arrivals = flow(ledger, scheme.pressure)
        return cls(
            arrivals,
            _weeks(ledger, arrivals),
            running_total(ledger, scheme.outbound),
            running_total(ledger, scheme.inbound),
            running_totals(ledger, scheme.pressure),
        )

    @property
    def lines(self) -> tuple[object, ...]:
        """The series that all else is made of: the same objects where nothing in them has changed."""
        return (self.arrivals, self.returned, self.admitted, self.stated)

    def arrived_by(self, day: date) -> Reading | None:
        """The total of the day's year so far, as it was last stated by then."""
        of_year = [series for series in self.stated if series.since == date(day.year, 1, 1)]
        said = of_year[0].at(day) if of_year else None
        return said if said is not None and said.end.year == day.year else None

    def ends(self) -> tuple[date, date] | None:
        """The first and the last day that anything stands for."""
        readings = [
            reading
            for series in (self.weeks, self.returned, self.admitted)
            for reading in (*series.readings[:1], *series.readings[-1:])
        ]
        if not readings:
            return None
        # The days of the week under way are known, though their bar is not drawn yet.
        readings += [r for r in self.arrivals.readings[-DAYS_OF_WEEK:] if r.start == r.end]
        return min(r.end if r.start.year == 1 else r.start for r in readings), max(r.end for r in readings)


def _weeks(ledger: Known, arrivals: Series) -> Series:
    """The weeks of arrivals: those made last where arrivals are as they were."""
    parts = ledger.beside.setdefault("weeks", {})
    made = ledger.beside.get("weekly")
    if made is None or made[0] is not arrivals:
        made = ledger.beside["weekly"] = (arrivals, weekly(arrivals, parts))
    weeks: Series = made[1]
    return weeks
