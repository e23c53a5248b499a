"""The lengths of the timeline's drawing, all from the height of its letters."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.charts.lanes.shapes import LaneMark, LaneTrack
from desktop_app.domain.journeys import Territory

MOST_LEVELS = 4
"""The most lines of small marks and labels that a lane gets."""
MANY = 200
"""With more rows than these all get as many lines as most cases need: not each of them is looked at."""
_USUAL_LEVELS = {Territory.UK: 3, Territory.FRANCE: 2}


@dataclass(frozen=True, slots=True)
class LaneLayout:
    """Lengths in pixels for letters so many pixels high."""

    letter: float
    uk_levels: int = 2
    """Lines of small marks and labels above the UK lane."""
    france_levels: int = 2
    """Lines of small marks and labels below the lane of France."""

    @property
    def small(self) -> float:
        """The height of the letters beside marks."""
        return max(10.0, self.letter * 0.84)

    @property
    def level(self) -> float:
        """The height of one line of small marks and labels."""
        return self.letter * 1.0

    @property
    def lane(self) -> float:
        """The height of a lane's bar."""
        return self.letter * 1.05

    @property
    def between(self) -> float:
        """The space between the two lanes."""
        return self.letter * 0.5

    @property
    def pad(self) -> float:
        """The space above and below a row's content."""
        return self.letter * 0.35

    @property
    def radius(self) -> float:
        """Half the size of a journey's mark."""
        return self.letter * 0.40

    @property
    def axis(self) -> float:
        """The height of the strip with the months."""
        return self.letter * 2.0

    @property
    def gutter(self) -> float:
        """The width of the column with codes and the names of lanes."""
        return self.letter * 10.5

    @property
    def low(self) -> float:
        """The height of the highest row without labels."""
        return self.letter * 2.6

    @property
    def heading(self) -> float:
        """The height of a group's heading."""
        return self.letter * 1.7

    @property
    def row(self) -> float:
        """The height of one case, readable."""
        zones = (self.uk_levels + self.france_levels) * self.level
        return zones + 2 * self.lane + self.between + 2 * self.pad + 2

    @property
    def uk_top(self) -> float:
        """From the top of a row to the UK lane's bar."""
        return self.pad + self.uk_levels * self.level + 1

    @property
    def france_top(self) -> float:
        """From the top of a row to the bar of France."""
        return self.uk_top + self.lane + self.between

    def levels(self, lane: Territory) -> int:
        """How many lines of small marks and labels a lane has."""
        return self.uk_levels if lane is Territory.UK else self.france_levels

    def top(self, lane: Territory) -> float:
        """From the top of a row to the bar of a lane."""
        return self.uk_top if lane is Territory.UK else self.france_top

    def line(self, lane: Territory, level: int) -> float:
        """The middle of a line of small marks and labels; 0 is the one next to the lane."""
        reach = (level + 0.5) * self.level + 1
        return self.uk_top - reach if lane is Territory.UK else self.france_top + self.lane + reach


def levels_for(tracks: Sequence[LaneTrack], lane: Territory) -> int:
    """As many lines as the events that share a day need, and one for the words of journeys."""
    if len(tracks) > MANY:
        return _USUAL_LEVELS[lane]
    most = 0
    for track in tracks:
        small = [mark for mark in track.marks if mark.lane is lane and not mark.crosses]
        for mark in small:
            most = max(most, sum(_shares_a_day(mark, other) for other in small))
    return min(max(most + 1, 1), MOST_LEVELS)


def _shares_a_day(one: LaneMark, other: LaneMark) -> bool:
    first, last = _ends(one)
    return first <= _ends(other)[1] and _ends(other)[0] <= last


def _ends(mark: LaneMark) -> tuple[float, float]:
    return (
        -math.inf if mark.start is None else mark.start,
        math.inf if mark.end is None else mark.end,
    )
