"""The rows of a timeline in a window: which are in view, how high they are, and under which headings."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.charts.lanes.layout import LaneLayout
from desktop_app.charts.lanes.rows import RowStack
from desktop_app.charts.lanes.shapes import LaneChart

NO_CHART = LaneChart((), None, None, "", "")
_HEADINGS = 0.25
"""With all rows in view headings are written while they take no more than this share of the height."""
THIN = 2.0
"""The height of a heading that there is no room to write, and of rows that have a line of their own."""


class RowsInSight:
    """Rows down a window of a given size, scrolled down by `offset` pixels."""

    def __init__(self, letter: float) -> None:
        self.chart = NO_CHART
        self.width, self.height, self.offset = 1.0, 1.0, 0.0
        self.layout = LaneLayout(letter)
        self.stack = RowStack(0, self.layout.row)
        self._row: float | None = None
        """The height of low rows; None for readable ones."""
        self.shows_all_rows = False
        """Whether all rows are in view; then they stay in view whatever is shown."""

    def rows_in_view(self) -> range:
        """The places of the rows that are at least partly in view."""
        return self.stack.between(self.offset, self.offset + self.room)

    def headings_in_view(self) -> Iterator[tuple[str, float]]:
        """The headings of groups at least partly in view: their words, and where they begin in the window."""
        for group, top in self.stack.headings_between(self.offset, self.offset + self.room):
            yield self.chart.groups[group].words, top + self.layout.axis - self.offset

    def group_words(self, place: int) -> str:
        """The heading that a row stands under; empty without groups."""
        group = self.stack.group(place)
        return "" if group is None else self.chart.groups[group].words

    def top(self, place: int) -> float:
        """Where a row begins, from the top of the window."""
        return self.layout.axis + self.stack.top(place) - self.offset

    def total(self) -> float:
        """How high all rows are together."""
        return self.stack.total + (2 if self._row is None else 0)

    @property
    def room(self) -> float:
        """The height of the window without the axis."""
        return max(1.0, self.height - self.layout.axis)

    # heights of rows

    @property
    def is_low(self) -> bool:
        """Whether rows are too low for words."""
        return self._row is not None

    def show_all_rows(self) -> None:
        """Have all rows in view, as high as they then can be."""
        self.shows_all_rows = True
        self._stack()

    def read_rows(self) -> None:
        """Have rows high enough to be read."""
        self.shows_all_rows, self._row = False, None
        self._stack()

    def heighten(self, factor: float, y: float) -> float:
        """Rows `factor` times as high; answers the offset at which the row at y stays there.

        Readable rows have one height: there is nothing between them and the highest low ones.
        """
        anchor = self.stack.row(y - self.layout.axis + self.offset)
        if anchor is None:
            anchor = next(iter(self.rows_in_view()), 0)
        down = self.top(anchor)
        least = min(self._fitting(), self.layout.low)
        before = self.stack.height
        if self._row is None:
            if factor > 1:
                return self.offset
            self._row = self.layout.low
        else:
            self._row *= factor
        self.shows_all_rows = self._row <= least * 1.001 and self.layout.row > least
        self._row = None if self._row > self.layout.low * 1.001 else max(self._row, least)
        self._stack()
        share = (y - down) / before if before else 0.0
        return max(0.0, self.stack.top(anchor) + share * self.stack.height - (y - self.layout.axis))

    def _fitting(self) -> float:
        """The height at which all rows are just in view."""
        count = len(self.chart.tracks)
        return (
            (self.room - self._heading(None) * len(self.chart.groups)) / count if count else self.layout.row
        )

    def _heading(self, row: float | None) -> float:
        """How high headings are above rows of a height; None: where all rows are to be in view."""
        wanted = self.layout.heading
        if row is not None and row >= self.layout.letter * 1.2:
            return wanted
        fits = wanted * len(self.chart.groups) <= self.room * _HEADINGS
        return wanted if fits else THIN

    def _stack(self) -> None:
        starts = tuple(group.start for group in self.chart.groups)
        count = len(self.chart.tracks)
        if self.shows_all_rows:
            fitting = self._fitting()
            self._row = None if fitting >= self.layout.row else min(fitting, self.layout.low)
            heading = self._heading(None)
        else:
            heading = self._heading(self.layout.row if self._row is None else self._row)
        row = self.layout.row if self._row is None else self._row
        self.stack = RowStack(count, max(row, 1e-3), starts, heading)
