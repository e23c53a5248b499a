"""What of the timeline is in sight: days and rows, arranged once each, and what lies under a point."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.charts.lanes import axis, low, words
from desktop_app.charts.lanes.arranging import ArrangedTrack, arrange
from desktop_app.charts.lanes.folding import NO_FOLDS, Folds, folds_for
from desktop_app.charts.lanes.layout import LaneLayout, levels_for
from desktop_app.charts.lanes.outlines import gather
from desktop_app.charts.lanes.painting import tray_box
from desktop_app.charts.lanes.row_sight import THIN, RowsInSight
from desktop_app.charts.lanes.scale import NARROWEST, LaneScale
from desktop_app.charts.lanes.shapes import Axis, LaneChart, LaneMark, LaneTrack
from desktop_app.charts.layout.lettering import Lettering
from desktop_app.charts.layout.ticks import Tick
from desktop_app.charts.placing import Box
from desktop_app.domain.journeys import Territory
from desktop_app.words.formats import Formats

REACH = 4.0
"""How many pixels beside a mark still mean it."""
_CACHED = 400
"""So many arranged rows are kept."""


@dataclass(frozen=True, slots=True)
class LaneHit:
    """What lies under a point: a row, and in it perhaps an event."""

    track: LaneTrack
    mark: LaneMark | None


class LaneSight(RowsInSight):
    """Days across and rows down, for a window of a given size scrolled down by `offset` pixels."""

    def __init__(self, letter: float, family: str = "") -> None:
        super().__init__(letter)
        self.case = ""
        """Id of the chosen case; empty for none."""
        self.event = ""
        """Id of the chosen event; empty for none."""
        self._rows: dict[str, int] = {}
        self._arranged: dict[str, ArrangedTrack] = {}
        self._letter, self.letters = letter, Lettering(family)
        self.is_folding = False
        """Whether stretches without any event are folded."""
        self._folds: Folds = NO_FOLDS
        self.scale = self.whole()
        self.at_whole = True
        """Whether all days are in view; then they stay in view whatever is shown."""

    # what is shown

    def show(self, chart: LaneChart) -> None:
        """Show these rows; the days in view stay if they were moved."""
        if chart.axis is not self.chart.axis:
            self.at_whole = True
        self.chart = chart
        self._rows = {case: place for place, case in enumerate(chart.cases)}
        self._fit(fold=True)

    def fold(self, folds: bool) -> None:
        """Fold stretches in which nothing happens in any of the cases, or draw them as long as they are."""
        self.is_folding = folds
        self._fit(fold=True)

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
        """A readable row in pixels, at the present scale."""
        found = self._arranged.get(track.case)
        if found is None:
            chosen = self.event if track.case == self.case else ""
            found = arrange(track, self.scale, self.layout, self.letters.width, chosen)
            if len(self._arranged) > _CACHED:
                self._arranged.clear()
            self._arranged[track.case] = found
        return found

    # days in view

    def whole(self) -> LaneScale:
        """All days, with room at the end for words."""
        letter = self.layout.letter
        left = self.layout.gutter
        right = max(self.width, left + 60)
        first, last = self.chart.first, self.chart.last
        if first is None or last is None:
            return LaneScale(0, NARROWEST, left, right)
        start = self._folds.place(first)
        span = max(self._folds.place(last) - start, NARROWEST)
        before, after = letter * 2.5, min(letter * 17, (right - left) * 0.3)
        per_day = max(right - left - before - after, 20.0) / span
        return LaneScale(start - before / per_day, start + span + after / per_day, left, right, self._folds)

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
        return axis.ticks(self.scale, self.chart.axis, self._small, self.layout.letter * 1.2, formats)

    def fold_words(self) -> list[tuple[str, float]]:
        """What folds leave out, and where in the axis that stands."""
        return axis.fold_words(self.scale, self._small, self.layout.letter * 0.8)

    def _small(self, text: str) -> float:
        return self.letters.width(text, self.layout.small)

    # what lies where

    def box(self, event: str) -> Box | None:
        """Where an event is drawn in the window; None where it is not among the rows."""
        chosen = self._rows.get(self.case)
        # Nearly always it is the chosen case's: then no other row needs to be made.
        places = range(len(self.chart.tracks)) if chosen is None else (chosen, *range(len(self.chart.tracks)))
        for place in places:
            track = self.chart.tracks[place]
            mark = next((mark for mark in track.all_marks if mark.event == event), None)
            if mark is not None:
                return self._box_of(track, place, mark)
        return None

    def _box_of(self, track: LaneTrack, place: int, mark: LaneMark) -> Box | None:
        if self.is_low:
            return low.box(mark, self.scale, self.top(place), self.stack.height)
        if mark in track.undated:
            return tray_box(track, self.top(place), self.layout, self.letters)
        placed = next(each for each in self.arranged(track).marks if each.mark.event == mark.event)
        return placed.box.moved(0, self.top(place))

    def hit(self, x: float, y: float) -> LaneHit | None:
        """The row under a point, and the event under it: the smallest where several lie there."""
        if y < self.layout.axis:
            return None
        if self.is_low:
            return self._low_hit(x, y)
        place = self.stack.row(y - self.layout.axis + self.offset)
        if place is None:
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

    def _low_hit(self, x: float, y: float) -> LaneHit | None:
        """Of low rows several may be under one pixel: then the event means its case."""
        down = y - self.layout.axis + self.offset
        row = self.stack.row(down)
        if row is None:
            return None
        if x < self.scale.left:
            return LaneHit(self.chart.tracks[row], None)
        rows = [row]
        if self.stack.height < THIN:
            # Several may be drawn in this line of pixels, each in the one that its top falls into.
            line = int(y - self.layout.axis)
            near = self.stack.between(down - THIN, down + THIN)
            rows = [each for each in near if low.line(self.stack.top(each) - self.offset) == line] or rows
        relative = self.chart.axis is Axis.SINCE_ARRIVAL
        found = low.nearest(
            gather([self.chart.outlines[place] for place in rows], relative=relative),
            self.scale,
            x,
            down - self.stack.top(row),
            self.stack.height,
        )
        if found is None:
            return LaneHit(self.chart.tracks[row], None)
        track = self.chart.tracks[rows[found[0]]]
        return LaneHit(track, track.marks[found[1]])

    def tip(self, x: float, y: float) -> str:
        """What is to be said of a place: an event, a stay, undated events, a fold; empty for nothing."""
        for fold in self.scale.folds.folds:
            if self.scale.left <= x and self.scale.x(fold.first) <= x <= self.scale.x(fold.last):
                return words.fold_tip(fold.days)
        found = self.hit(x, y)
        if found is None:
            return ""
        if self.is_low:
            about = found.mark.tip() if found.mark is not None else found.track.count
            return f"{found.track.code}\n{about}"
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

    def _fit(self, *, fold: bool = False) -> None:
        tracks = self.chart.tracks
        self.layout = LaneLayout(
            self._letter,
            uk_levels=levels_for(tracks, Territory.UK),
            france_levels=levels_for(tracks, Territory.FRANCE),
        )
        if fold:
            self._folds = self._folded()
        self._stack()
        self._arranged.clear()
        whole = self.whole()
        kept = self.scale.resized(whole.left, whole.right)
        if kept.folds is not whole.folds:
            kept = _refolded(kept, whole.folds)
        self.scale = whole if self.at_whole else kept.kept_near(whole)

    def _folded(self) -> Folds:
        if not self.is_folding or not self.chart.outlines:
            return NO_FOLDS
        relative = self.chart.axis is Axis.SINCE_ARRIVAL
        gathered = gather(self.chart.outlines[:], relative=relative)
        return folds_for(gathered.starts, gathered.ends)


def _refolded(scale: LaneScale, folds: Folds) -> LaneScale:
    """The same days with other folds."""
    first, last = folds.place(scale.folds.day(scale.first)), folds.place(scale.folds.day(scale.last))
    return replace(scale, first=first, last=max(last, first + NARROWEST), folds=folds)


def _holds(box: Box, x: float, y: float) -> bool:
    return box.x <= x <= box.right and box.y <= y <= box.bottom
