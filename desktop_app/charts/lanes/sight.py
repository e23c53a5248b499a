"""What of the timeline is in sight: days and rows, arranged once each, and what lies under a point."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.charts.lanes.arranging import ArrangedTrack, arrange
from desktop_app.charts.lanes.layout import LaneLayout, levels_for
from desktop_app.charts.lanes.painting import tray_box
from desktop_app.charts.lanes.scale import NARROWEST, LaneScale
from desktop_app.charts.lanes.shapes import LaneChart, LaneMark, LaneTrack
from desktop_app.charts.lettering import Lettering
from desktop_app.charts.placing import Box
from desktop_app.charts.ticks import Tick, day_ticks
from desktop_app.domain.journeys import Territory
from desktop_app.words.formats import Formats

NO_CHART = LaneChart((), None, None, "", "")
REACH = 4.0
"""How many pixels beside a mark still mean it."""


@dataclass(frozen=True, slots=True)
class LaneHit:
    """What lies under a point: a row, and in it perhaps an event."""

    track: LaneTrack
    mark: LaneMark | None


class LaneSight:
    """Days across and rows down, for a window of a given size scrolled down by `offset` pixels."""

    def __init__(self, letter: float, family: str = "") -> None:
        self.chart = NO_CHART
        self.case = ""
        """Id of the chosen case; empty for none."""
        self.event = ""
        """Id of the chosen event; empty for none."""
        self.width, self.height, self.offset = 1.0, 1.0, 0.0
        self._rows: dict[str, int] = {}
        self._arranged: dict[str, ArrangedTrack] = {}
        self._letter, self.letters = letter, Lettering(family)
        self.layout = LaneLayout(letter)
        self.scale = self.whole()
        self.at_whole = True
        """Whether all days are in view; then they stay in view whatever is shown."""

    # what is shown

    def show(self, chart: LaneChart) -> None:
        """Show these rows; the days in view stay if they were moved."""
        self.chart = chart
        self._rows = {track.case: place for place, track in enumerate(chart.tracks)}
        self._fit()

    def set_letter(self, letter: float, family: str) -> None:
        """Take another text size."""
        self._letter, self.letters = letter, Lettering(family)
        self._fit()

    def resize(self, width: float, height: float) -> None:
        """Lay the same days over another width."""
        self.width, self.height = width, height
        self._fit()

    def choose(self, case: str, event: str) -> None:
        """Highlight a case and an event of it, whose words then go first."""
        for changed in (self.case, case):
            self._arranged.pop(changed, None)
        self.case, self.event = case, event

    def track(self, case: str) -> LaneTrack | None:
        """The row of a case; None where it is not shown."""
        place = self._rows.get(case)
        return None if place is None else self.chart.tracks[place]

    def place(self, case: str) -> int | None:
        """Which row a case is in, from the top."""
        return self._rows.get(case)

    def arranged(self, track: LaneTrack) -> ArrangedTrack:
        """A row in pixels, at the present scale."""
        found = self._arranged.get(track.case)
        if found is None:
            chosen = self.event if track.case == self.case else ""
            found = arrange(track, self.scale, self.layout, self.letters.width, chosen)
            self._arranged[track.case] = found
        return found

    def rows_in_view(self) -> range:
        """The places of the rows that are at least partly in view."""
        first = int(self.offset // self.layout.row)
        last = int((self.offset + self.height - self.layout.axis) // self.layout.row)
        return range(max(0, first), min(last + 1, len(self.chart.tracks)))

    def top(self, place: int) -> float:
        """Where a row begins, from the top of the window."""
        return self.layout.axis + place * self.layout.row - self.offset

    def total(self) -> float:
        """How high all rows are together."""
        return len(self.chart.tracks) * self.layout.row + 2

    # days in view

    def whole(self) -> LaneScale:
        """All days, with room at the end for words."""
        letter = self.layout.letter
        left = self.layout.gutter
        right = max(self.width, left + 60)
        first, last = self.chart.first, self.chart.last
        if first is None or last is None:
            return LaneScale(0, NARROWEST, left, right)
        span = max(float(last - first), NARROWEST)
        before, after = letter * 2.5, min(letter * 17, (right - left) * 0.3)
        per_day = max(right - left - before - after, 20.0) / span
        return LaneScale(first - before / per_day, first + span + after / per_day, left, right)

    def look(self, scale: LaneScale) -> bool:
        """Bring these days into view; False where they were."""
        if scale == self.scale:
            return False
        self.scale = scale
        self.at_whole = scale == self.whole()
        self._arranged.clear()
        return True

    def zoomed(self, factor: float, at: float | None) -> LaneScale:
        """Fewer days (factor above 1) or more; the day at x stays, or the chosen event's, or the middle."""
        scale = self.scale
        if at is None:
            box = self.box(self.event) if self.event else None
            middle = None if box is None else box.x + box.width / 2
            seen = middle is not None and scale.left <= middle <= scale.right
            at = middle if seen and middle is not None else (scale.left + scale.right) / 2
        return scale.zoomed(factor, min(max(at, scale.left), scale.right), self.whole())

    def showing(self, mark: LaneMark) -> LaneScale:
        """The days moved as little as brings an event into view."""
        first = mark.start if mark.start is not None else mark.end
        last = mark.end if mark.end is not None else mark.start
        if first is None or last is None:
            return self.scale
        return self.scale.showing(first - 1, last + 1, self.whole())

    def ticks(self, formats: Formats) -> list[Tick]:
        """The marks of the axis, the first of them with its year."""
        if self.chart.first is None:
            return []
        return day_ticks(self.scale.first, self.scale.last, self._fits, formats)

    # what lies where

    def box(self, event: str) -> Box | None:
        """Where an event is drawn in the window; None where it is not among the rows."""
        for place, track in enumerate(self.chart.tracks):
            if any(mark.event == event for mark in track.undated):
                return tray_box(track, self.top(place), self.layout, self.letters)
            if any(mark.event == event for mark in track.marks):
                for placed in self.arranged(track).marks:
                    if placed.mark.event == event:
                        return placed.box.moved(0, self.top(place))
        return None

    def hit(self, x: float, y: float) -> LaneHit | None:
        """The row under a point, and the event under it: the smallest where several lie there."""
        place = int((y - self.layout.axis + self.offset) // self.layout.row)
        if y < self.layout.axis or not 0 <= place < len(self.chart.tracks):
            return None
        track = self.chart.tracks[place]
        top = self.top(place)
        if track.undated and _holds(tray_box(track, top, self.layout, self.letters), x, y):
            return LaneHit(track, self._next_undated(track))
        if x < self.scale.left:
            return LaneHit(track, None)
        under = [
            placed for placed in self.arranged(track).marks if _holds(placed.box.grown(REACH), x, y - top)
        ]
        under.sort(key=lambda placed: placed.box.width * placed.box.height)
        return LaneHit(track, under[0].mark if under else None)

    def tip(self, x: float, y: float) -> str:
        """What is to be said of a place: an event, a stay, undated events; empty for nothing."""
        found = self.hit(x, y)
        if found is None:
            return ""
        if found.mark is not None:
            in_tray = found.mark in found.track.undated
            return "\n\n".join(mark.tip() for mark in found.track.undated) if in_tray else found.mark.tip()
        down = y - self.top(self._rows[found.track.case])
        stays = self.arranged(found.track).stays if x >= self.scale.left else []
        return next((placed.stay.tip() for placed in stays if _holds(placed.whole, x, down)), "")

    def _next_undated(self, track: LaneTrack) -> LaneMark:
        """A click on the tray goes from one undated event to the next."""
        ids = [mark.event for mark in track.undated]
        place = ids.index(self.event) + 1 if self.event in ids else 0
        return track.undated[place % len(ids)]

    def _fit(self) -> None:
        tracks = self.chart.tracks
        self.layout = LaneLayout(
            self._letter,
            uk_levels=levels_for(tracks, Territory.UK),
            france_levels=levels_for(tracks, Territory.FRANCE),
        )
        self._arranged.clear()
        whole = self.whole()
        kept = self.scale.resized(whole.left, whole.right).kept_near(whole)
        self.scale = whole if self.at_whole else kept

    def _fits(self, ticks: list[Tick]) -> bool:
        scale, letter = self.scale, self.layout.letter
        ends = [scale.x(tick.at) + self.letters.width(tick.text, self.layout.small) for tick in ticks]
        return all(
            end + letter * 1.2 < scale.x(following.at)
            for end, following in zip(ends, ticks[1:], strict=False)
        )


def _holds(box: Box, x: float, y: float) -> bool:
    return box.x <= x <= box.right and box.y <= y <= box.bottom
