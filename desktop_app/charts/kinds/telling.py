"""Finds what the words of a chart are about: where the totals stand at the end of the days shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop_app.charts.kinds.measured import Measured
from desktop_app.charts.texts.captions import Told
from desktop_app.domain.balance import PER, Share, returns_per_thousand
from desktop_app.domain.series import Series, accumulate

SHARE_PLACES = 3


def told(
    series: Measured,
    days: tuple[date, date],
    start: date | None,
    names: tuple[str, str],
    *,
    arrivals: bool,
    returned: bool,
    admitted: bool,
) -> Told:
    """What stands at the end of the days shown, as far as it is drawn; `start` is that of the scheme."""
    first, last = days
    to = _until(series, last, start, returned)
    since_start = start is not None and start <= to
    since = start if start is not None and since_start else min(first, to)
    share = returns_per_thousand(series.returned, series.arrivals, since, to) if since_start else None
    if share is not None:
        share = _with_vague_day(share, series.arrivals)
    arrived = share.arrived if share is not None and arrivals else None
    if arrived is None and arrivals:
        arrived = next(reversed(accumulate(series.arrivals, since, to)), None)
    return Told(
        since=since,
        since_start=since_start,
        to=to,
        returned=series.returned.at(to) if returned else None,
        admitted=series.admitted.at(to) if admitted else None,
        arrived=arrived,
        share=share if arrivals and returned else None,
        stated=series.arrived_by(to) if arrivals else None,
        names=names,
    )


def _until(series: Measured, last: date, start: date | None, returned: bool) -> date:
    """The day the words are about: the last on which both sides are known."""
    arrivals = series.arrivals
    total = series.returned.at(last) if returned else None
    ends = [reading.end for reading in (total,) if reading is not None]
    # Arrivals that stop before anybody was returned are no reason to forget the returns.
    ends += [r.end for r in arrivals.readings[-1:] if not ends or start is None or r.end >= start]
    to = min([*ends, last])
    if total is not None and start is not None and _has_gaps(arrivals, start, to):
        # Where days are missing there is no share to say, and no reason to stop at an early day.
        return min(total.end, last)
    held = series.returned.at(to) if total is not None and total.end > to else None
    if held is not None and (start is None or held.end >= start):
        # Nobody said how many more were returned between that total and the last arrivals.
        return held.end
    return to


def _has_gaps(arrivals: Series, since: date, to: date) -> bool:
    rows = accumulate(arrivals, since, to) if since <= to else ()
    return bool(rows) and rows[-1].missing > 0


def _with_vague_day(share: Share, arrivals: Series) -> Share:
    """A total that stands for some day of several is shared among the arrivals to the first or the last."""
    first = share.returned.start
    if first >= share.returned.end or share.returned.end > share.to:
        return share
    early = accumulate(arrivals, share.since, max(first, share.since))
    if not early:
        return share
    most = share.returned.interval.per(early[-1].interval, PER).rounded(SHARE_PLACES)
    return replace(share, interval=share.interval.hull(most))
