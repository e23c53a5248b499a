"""Puts one case on the axis of days since first arrival, as far as that day is known.

Where the first arrival was some day from a to b, an event from e to l was between e - b and l - a days after
it: an exact date becomes some day within a range, and is drawn as one. The first arrival itself is day 0, its
mark hollow where its date is vague. A case whose first arrival is not known is on no day of this axis: all of
its events are in the tray, and none is put at 0.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from desktop_app.charts.lanes import words
from desktop_app.charts.lanes.shapes import Extent, LaneMark, LaneStay, LaneTail, LaneTrack
from desktop_app.domain.dates import DayRange
from desktop_app.domain.first_arrival import FirstArrival
from desktop_app.words import date_sentences
from desktop_app.words.formats import Formats


def aligned(track: LaneTrack, first: FirstArrival | None, formats: Formats) -> LaneTrack:
    """The row of a case, made for the calendar, in days since its first arrival."""
    if first is None:
        return replace(
            track,
            marks=(),
            undated=tuple(
                replace(mark, start=None, end=None, extent=Extent.WITHIN) for mark in track.all_marks
            ),
            undated_words=words.not_aligned(len(track.all_marks), formats),
            stays=(),
            tails=(),
            aside=words.why_not_aligned(),
        )
    counted = _Counted(first)
    stays = tuple(map(counted.stay, track.stays, counted.begins(track)))
    return replace(
        track,
        marks=tuple(map(counted.mark, track.marks)),
        stays=stays,
        tails=tuple(map(counted.tail, track.tails, _open_ended(stays))),
    )


class _Counted:
    """Counts days from one first arrival."""

    def __init__(self, first: FirstArrival) -> None:
        self._low, self._high = first.earliest.toordinal(), first.latest.toordinal()
        self._event = "" if first.event is None else first.event.id
        self._vague, self._exact = self._low != self._high, first.is_exact

    def begins(self, track: LaneTrack) -> list[bool]:
        """Of each stay, whether it begins with the first arrival."""
        return [stay.begin == self._event for stay in track.stays]

    def earliest(self, day: int | None) -> int | None:
        """The fewest days after the first arrival that a day can be."""
        return None if day is None else day - self._high

    def latest(self, day: int | None) -> int | None:
        """The most days after the first arrival that a day can be."""
        return None if day is None else day - self._low

    def mark(self, mark: LaneMark) -> LaneMark:
        """An event in days since first arrival."""
        if mark.event == self._event:
            extent = Extent.DAY if self._exact else Extent.ABOUT
            return replace(mark, start=0, end=0, extent=extent)
        start, end = self.earliest(mark.start), self.latest(mark.end)
        extent = mark.extent
        if self._vague:
            extent = Extent.WITHIN
        elif not self._exact and extent is Extent.DAY:
            extent = Extent.ABOUT
        since = DayRange(start, end)
        is_point = extent in (Extent.DAY, Extent.ABOUT)
        return replace(
            mark,
            start=start,
            end=end,
            extent=extent,
            span_words="" if is_point else date_sentences.day_range(since),
            tip=partial(_with_days, mark.tip, since, "\n"),
            spoken=partial(_with_days, mark.spoken, since, ". "),
        )

    def stay(self, stay: LaneStay, from_first: bool) -> LaneStay:
        """A stay in days since first arrival; its length stays what it is."""
        solid_from = 0 if from_first else self.latest(stay.solid_from)
        solid_to = self.earliest(stay.solid_to)
        if not stay.is_ended and solid_to is not None and solid_from is not None:
            # The person was there when they came, however late that was.
            solid_to = max(solid_to, solid_from)
        return replace(
            stay,
            possible_from=0 if from_first else self.earliest(stay.possible_from),
            solid_from=solid_from,
            solid_to=solid_to,
            possible_to=self.latest(stay.possible_to) if stay.is_ended else solid_to,
        )

    def tail(self, tail: LaneTail, stay: LaneStay) -> LaneTail:
        """Where knowledge ends, in days since first arrival: where the stay does, in those days."""
        since = stay.solid_to if stay.solid_to is not None else stay.possible_from
        return replace(
            tail, since=tail.since - self._high if since is None else since, until=self.earliest(tail.until)
        )


def _open_ended(stays: tuple[LaneStay, ...]) -> list[LaneStay]:
    """The stays that the tails belong to, in their order."""
    return [
        stay
        for stay in stays
        if not stay.is_ended and (stay.solid_to is not None or stay.possible_from is not None)
    ]


def _with_days(say: Callable[[], str], since: DayRange, between: str) -> str:
    """What is said of an event, with its days since first arrival."""
    return f"{say()}{between}{words.since_arrival(since)}"
