"""Builds "Share returned": returned for each 1,000 who arrived since a common start, as a range over time."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from operator import attrgetter

from desktop_app.charts.along import empty_plot
from desktop_app.charts.asked import Asked
from desktop_app.charts.kinds import comparison, time_table
from desktop_app.charts.kinds.nothing import no_start, nothing
from desktop_app.charts.kinds.time_table import FROM_FIGURES, Listed, Plotted
from desktop_app.charts.shapes import Mark, Note
from desktop_app.charts.sheets import Sheet, Tint
from desktop_app.charts.texts import captions
from desktop_app.charts.texts.saying import interval as interval_words
from desktop_app.charts.texts.saying import is_provisional, may_change
from desktop_app.charts.time_plot import Dot, Shade, TimePanel, TimePlot, Track
from desktop_app.domain import named
from desktop_app.domain.balance import PER, Share, shares
from desktop_app.domain.events import Event
from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.intervals import Interval, Number
from desktop_app.domain.records import Record
from desktop_app.domain.series import Accumulated, Series, accumulate, flow, known, running_total
from desktop_app.words.measure_words import measure_verb
from desktop_app.words.translate import _, _n

NAME = "share"
DRAWN: frozenset[type[Record]] = FROM_FIGURES | {Event, FieldNote}
PLACES = Decimal("0.1")
"""A share is said to one decimal place."""


def title() -> str:
    """What the chart is called in lists."""
    return _("Share returned")


def build(asked: Asked) -> Sheet:
    """The chart of every day of which a total of returns is known, since the scheme came into force."""
    scheme = comparison.default_scheme(asked.view)
    ledger = known(asked.view)
    since, day = scheme.start.earliest, asked.day.toordinal()
    if since is None:
        return nothing(asked, NAME, TimePlot(day, day), time_table.columns(), no_start())
    returned, arrivals = running_total(ledger, scheme.outbound), flow(ledger, scheme.pressure)
    found = [share for share in shares(returned, arrivals, since) if _says_something(share)]
    if found:
        first, last = asked.period.days(found[0].to, found[-1].to, since)
        found = [share for share in found if first <= share.to <= last]
    if not found:
        words = _("It needs a total of returns, and arrivals of most days since {day}.")
        words = words.format(day=asked.formats.long_day(since))
        return nothing(
            asked, NAME, TimePlot(day, day), time_table.columns(), (_("No share to draw yet"), words)
        )
    frame = empty_plot(asked, scheme, (first, last))
    verb = measure_verb(named.measure(asked.view, scheme.outbound))
    return _Drawing(asked, arrivals, found, verb, frame).sheet()


def _is_provisional(share: Share) -> bool:
    """Whether either number may still be revised."""
    return may_change(share.returned) or any(map(is_provisional, share.arrived.figures))


def _says_something(share: Share) -> bool:
    """Arrivals of less than half of the days say next to nothing."""
    days = (share.to - share.since).days + 1
    is_known = share.interval.high is not None or bool(share.interval.low)
    return is_known and share.arrived.missing * 2 < days


class _Drawing:
    """One chart while it is put together."""

    def __init__(
        self, asked: Asked, arrivals: Series, found: list[Share], verb: str, frame: TimePlot
    ) -> None:
        self._asked, self._arrivals, self._found, self._verb = asked, arrivals, found, verb
        self._frame, self._formats = frame, asked.formats
        self._listed = Listed(asked)

    def sheet(self) -> Sheet:
        """All of it."""
        dots = tuple(self._dot(share) for share in self._found)
        panel = TimePanel(
            self._title(),
            Tint.RETURNED,
            (Track("share", Tint.RETURNED, (), dots),),
            self._shades(),
        )
        plot = replace(self._frame, panels=(panel,))
        headline = self._headline()
        figures = (self._found[-1].returned.drawn, *self._last_arrivals())
        since = self._formats.long_day(self._found[0].since)
        subtitle = _("Both counted from {day}. Arrivals by small boat.").format(day=since)
        if all(map(_is_provisional, self._found)):
            subtitle = _("Both counted from {day}. Arrivals by small boat, provisional.").format(day=since)
        alt = _("Marks with ranges from {first} to {last}. {headline}.").format(
            first=self._formats.day(self._found[0].to),
            last=self._formats.day(self._found[-1].to),
            headline=headline,
        )
        return Sheet(
            name=NAME,
            headline=headline,
            emphasis="",
            subtitle=self._asked.said(subtitle),
            brief_subtitle=self._asked.said(subtitle),
            footer=self._listed.footer(figures),
            brief_footer=self._listed.footer(figures, brief=True),
            alt=captions.shortest(alt, headline),
            body=plot,
            table=self._listed.table,
            key=time_table.key(plot, self._formats, shade=_("all that is possible between reports")),
            notes=self._notes(),
            formats=self._formats,
        )

    def _title(self) -> str:
        text = _("People {returned} for each {thousand} who arrived")
        return text.format(returned=self._verb, thousand=self._formats.number(PER))

    def _last_arrivals(self) -> tuple:
        return self._found[-1].arrived.figures[:1]

    def _dot(self, share: Share) -> Dot:
        interval = share.interval
        mark = _mark(interval, official=share.returned.official)
        is_bare = mark is Mark.RANGE
        ends = [float(end) for end in (interval.low, interval.high) if end is not None]
        if mark is Mark.FEWER_THAN:
            ends = ends[-1:]
        value = (ends[0] + ends[-1]) / 2 if mark is Mark.REPORTED else ends[0]
        if is_bare and share.returned.rival and share.returned.value is not None and share.arrived.low:
            # Sources differ about the total: the mark stands at the one that is drawn.
            mark, is_bare = Mark.CONTESTED, False
            value = float(share.returned.value) * PER / float(share.arrived.low)
            value = min(max(value, ends[0]), ends[-1])
        key = f"share {share.to.isoformat()}"
        words = interval_words(rounded(interval), self._formats)
        text = _("Share on {day}: {words} {returned} for each {thousand} who arrived")
        spoken = text.format(
            day=self._formats.day(share.to),
            words=words,
            returned=self._verb,
            thousand=self._formats.number(PER),
        )
        figures = time_table.figures_of(share.returned.figures, share.arrived.figures)
        self._listed.put(
            Plotted(
                key,
                "RET per 1000 ARR",
                self._title(),
                share.since,
                share.to,
                interval,
                mark,
                figures,
                spoken,
                _is_provisional(share),
            )
        )
        is_last = share is self._found[-1]
        label = self._label(interval) if share.returned.end == share.to else ""
        earliest = max(share.returned.start.toordinal(), self._frame.first)
        return Dot(
            key,
            share.to.toordinal(),
            value,
            mark,
            ends[0],
            ends[-1],
            min(earliest, share.to.toordinal()),
            label,
            0 if is_last else 3,
            is_bare=is_bare,
        )

    def _label(self, interval: Interval) -> str:
        said = rounded(interval)
        if said.low is None or said.high is None or said.is_exact:
            return interval_words(said, self._formats)
        return _("{low}–{high}").format(
            low=self._formats.number(said.low), high=self._formats.number(said.high)
        )

    def _shades(self) -> tuple[Shade, ...]:
        """On a day between two reports the total lies between theirs, and arrivals are known."""
        rows = accumulate(self._arrivals, self._found[0].since)
        made: list[Shade] = []
        for one, then in pairwise(self._found):
            low, high = one.returned.interval.low, then.returned.interval.high
            if low is None or high is None or one.arrived.missing or then.arrived.missing:
                continue
            place = max(bisect_right(rows, one.to, key=attrgetter("day")) - 1, 0)
            start, before = one.to, rows[place]
            for row in rows[place:]:
                if start >= then.to:
                    break
                end = min(max(row.day, start), then.to)
                if end > start and before.low:
                    made.append(_shade(start, end, (float(low), float(high)), before, row))
                start, before = end, row
        return tuple(made)

    def _headline(self) -> str:
        last = self._found[-1]
        words = interval_words(rounded(last.interval), self._formats)
        text = _("{amount} {returned} per {thousand} arrivals by {day}").format(
            amount=words,
            returned=self._verb,
            thousand=self._formats.number(PER),
            day=self._formats.day(last.to),
        )
        return text[:1].upper() + text[1:]

    def _notes(self) -> tuple[Note, ...]:
        missing = self._found[-1].arrived.missing
        if not missing:
            return ()
        words = _n(
            "Arrivals of {n} day are missing: the share is then at most so much.",
            "Arrivals of {n} days are missing: the share is then at most so much.",
            missing,
        )
        return (Note("missing days", words.format(n=self._formats.number(missing))),)


def _shade(start: date, end: date, ends: tuple[float, float], before: Accumulated, row: Accumulated) -> Shade:
    """Arrivals of the days between lie between the sums around them."""
    least, most = float(before.low), float(row.high if row.high is not None else row.low)
    return Shade(start.toordinal(), end.toordinal(), ends[0] * PER / most, ends[1] * PER / least)


def rounded(interval: Interval) -> Interval:
    """A share as it is said: from nothing to a most is "at most"."""
    low, high = (_said(end) for end in (interval.low, interval.high))
    return Interval(None if low == 0 != high else low, high)


def _said(end: Number | None) -> Number | None:
    if end is None:
        return None
    said = Decimal(end).quantize(PLACES)
    return int(said) if said == int(said) else said


def _mark(interval: Interval, *, official: bool) -> Mark:
    if interval.low is None or interval.low == 0 != interval.high:
        return Mark.FEWER_THAN
    if interval.high is None:
        return Mark.MORE_THAN
    if not interval.is_exact:
        return Mark.RANGE
    return Mark.EXACT if official else Mark.REPORTED
