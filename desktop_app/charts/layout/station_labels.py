"""Finds room for the names of milestones: beside their lines, in rows under each other where they are near.

What matters most is placed first. Where even the last row has no room for a name it is left out, and how many
are left out is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.charts.layout.lettering import Lettered, Lettering, set_line
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.placing import Box, first_free
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _n

MOST_ROWS = 3
ROW = 1.3
"""A row is so many heights of its letters."""

Station = tuple[str, float, float]
"""The name of a milestone, and the first and last pixel of its days."""


@dataclass(frozen=True, slots=True)
class PlacedStations:
    """Names that found room."""

    words: tuple[Lettered, ...] = ()
    halos: tuple[Box, ...] = ()
    """Behind names that other milestones' lines would run through."""
    left_out: int = 0


def row_height(style: ChartStyle, letters: Lettering) -> float:
    """How high one row of names is."""
    return letters.height(style.sizes.remark) * ROW


def rows_wanted(
    stations: Sequence[Station], strip: Box, style: ChartStyle, letters: Lettering, formats: Formats
) -> int:
    """The fewest rows in which all have room clear of all lines; if none, in which they have room at all."""
    tried = []
    for rows in range(1, MOST_ROWS + 1):
        room = Box(strip.x, strip.y, strip.width, row_height(style, letters) * rows)
        placed = place_stations(stations, room, style, letters, formats)
        if not placed.left_out and not placed.halos:
            return rows
        tried.append((placed.left_out, len(placed.halos), rows))
    return min(tried)[2]


def place_stations(
    stations: Sequence[Station], strip: Box, style: ChartStyle, letters: Lettering, formats: Formats
) -> PlacedStations:
    """The names of milestones, what matters most first, in as many rows as the strip has."""
    if strip.height <= 0:
        return PlacedStations()
    sizes, space = style.sizes, style.sizes.gap * 0.7
    lines = [Box(x0, strip.y, max(x1 - x0, sizes.thin), strip.height) for _name, x0, x1 in stations]
    rows = max(round(strip.height / row_height(style, letters)), 1)
    words: list[Lettered] = []
    halos: list[Box] = []
    waiting: list[str] = []
    for (name, _x0, _x1), line in zip(stations, lines, strict=True):
        word = set_line(letters, name, 0, strip.y, sizes.remark, style.tokens.muted)
        places = list(_beside(word.box, line, strip, rows, space))
        said = [_widened(other.box, space) for other in words]
        others = [_widened(other, space) for other in lines if other is not line]
        free = first_free(places, [*said, *others], strip)
        if free is None and rows > 1:
            free = first_free(places, said, strip)
            if free is not None:
                halos.append(free.grown(space * 0.3))
        if free is None:
            waiting.append(name)
            continue
        words.append(set_line(letters, name, free.x, free.y, word.size, word.colour))
    if waiting:
        more = _n("{n} more", "{n} more", len(waiting)).format(n=formats.number(len(waiting)))
        word = set_line(letters, more, 0, strip.y, sizes.remark, style.tokens.muted)
        last = words[-1].box if words else Box(strip.x, strip.y, 0, 0)
        ends = [last.right + space * 2, strip.right - word.box.width, strip.x]
        places = [
            Box(x, strip.y + strip.height / rows * row, word.box.width, word.box.height)
            for row in reversed(range(rows))
            for x in ends
        ]
        said = [_widened(other.box, space) for other in words]
        free = first_free(places, [*said, *lines], strip)
        if free is not None:
            words.append(set_line(letters, more, free.x, free.y, word.size, word.colour))
    return PlacedStations(tuple(words), tuple(halos), len(waiting))


def _widened(box: Box, space: float) -> Box:
    """With room for a space on either side."""
    return Box(box.x - space * 0.9, box.y, box.width + space * 1.8, box.height)


def _beside(word: Box, line: Box, strip: Box, rows: int, space: float) -> Iterator[Box]:
    """Within its days where they are that wide, else right and left of them, row after row."""
    within = [line.x + space] if line.width >= word.width + 2 * space else []
    for row in range(rows):
        top = strip.y + strip.height / rows * row
        for x in (*within, line.right + space, line.x - space - word.width):
            yield Box(x, top, word.width, word.height)
