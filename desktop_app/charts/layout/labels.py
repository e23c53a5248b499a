"""Places the words that move with the time axis: days, milestones, ends of lines, the balance."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from desktop_app.charts.layout.arranging import Arrangement, below_axis, stations
from desktop_app.charts.layout.boxes import Boxes, first_clear, line_boxes
from desktop_app.charts.layout.lettering import Lettered, Lettering, set_line
from desktop_app.charts.layout.page import LINE_STEP
from desktop_app.charts.layout.station_labels import PlacedStations, place_stations
from desktop_app.charts.layout.ticks import Tick, day_ticks
from desktop_app.charts.looks.style import Part
from desktop_app.charts.placing import Box, Plane, spread
from desktop_app.charts.shapes import ComparisonChart, NotedDay, StepLine
from desktop_app.words.translate import _

NOTE_COLUMNS = 24
NOTE_ROWS = 12
LABEL_ROWS = 4
"""So many lines above or below its point a label may be."""
TICK_ROOM = 0.9
"""Between two words of the day axis, in heights of their letters."""


@dataclass(frozen=True, slots=True)
class _End:
    """Where a line ends in view, and what it says there."""

    line: StepLine
    day: float
    value: float
    text: str


@dataclass(frozen=True, slots=True)
class Labels:
    """Words and the marks they belong to, placed for one view of the time axis."""

    days: tuple[Tick, ...]
    texts: tuple[Lettered, ...]
    halos: tuple[Box, ...]
    """Where the ground shows through behind words, so that no dotted line runs through them."""
    milestones: tuple[tuple[float, float], ...]
    """From x to x of each milestone in view; equal where its day is known."""
    noted: tuple[float, ...] = ()
    """Where on the time axis the days of field notes are."""


def place(
    chart: ComparisonChart, arrangement: Arrangement, letters: Lettering, upper: Plane, lower: Plane
) -> Labels:
    """All words for this view; none covers another."""
    days = _days(chart, arrangement, letters, lower)
    texts = [_day_words(arrangement, letters, lower, tick) for tick in days]
    lines: list[tuple[float, float]] = []
    named = PlacedStations()
    if arrangement.style.has(Part.MILESTONES):
        found = stations(chart, upper)
        lines = [(x0, x1) for _name, x0, x1 in found]
        named = place_stations(found, arrangement.strip, arrangement.style, letters, chart.formats)
        texts.extend(named.words)
    ends = _ends(chart, arrangement, letters, lower)
    texts.extend(ends)
    texts.extend(_vacant(chart, arrangement, letters))
    halos = (*(word.box for word in ends), *named.halos)
    counts = _note_counts(chart, arrangement, letters, lower, [word.box for word in ends])
    texts.extend(counts)
    if arrangement.style.has(Part.BALANCE) and chart.balance is not None:
        taken = [word.box for word in (*ends, *counts)]
        space = arrangement.style.sizes.gap * 0.6
        taken += [Box(x0 - space, lower.box.y, x1 - x0 + 2 * space, lower.box.height) for x0, x1 in lines]
        texts.extend(_balance(chart, arrangement, letters, lower, taken))
    noted = tuple(lower.x(each.day) for each in _noted(chart, lower))
    return Labels(tuple(days), tuple(texts), halos, tuple(lines), noted)


def _noted(chart: ComparisonChart, plane: Plane) -> list[NotedDay]:
    return [each for each in chart.noted if plane.first <= each.day <= plane.last]


def _note_counts(
    chart: ComparisonChart, arrangement: Arrangement, letters: Lettering, plane: Plane, taken: list[Box]
) -> list[Lettered]:
    """How many notes a day has, above its mark, where that is more than one and there is room."""
    if not chart.noted:
        return []
    sizes, number = arrangement.style.sizes, chart.formats.number
    blocked = Boxes.joined((Boxes.of(taken), line_boxes(chart, sizes, plane)))
    words: list[Lettered] = []
    for each in _noted(chart, plane):
        if each.count == 1:
            continue
        text = number(each.count)
        across, height = letters.width(text, sizes.footer), letters.height(sizes.footer)
        box = Box(plane.x(each.day) - across / 2, plane.box.bottom - sizes.dot * 1.4 - height, across, height)
        room = box.grown(sizes.dot)
        if not blocked.meet(room) and not any(room.meets(word.box) for word in words):
            words.append(set_line(letters, text, box.x, box.y, sizes.footer, arrangement.style.tokens.muted))
    return words


def _vacant(chart: ComparisonChart, arrangement: Arrangement, letters: Lettering) -> list[Lettered]:
    """Words in the middle of a panel that has nothing to show."""
    sizes, words = arrangement.style.sizes, []
    lower = any(line.points or line.lead for line in chart.lines)
    upper = bool(chart.bars or chart.daily)
    for box, title, drawn in (
        (arrangement.upper, chart.upper_title, upper),
        (arrangement.lower, chart.lower_title, lower),
    ):
        if title and not drawn:
            text = letters.shortened(_("No figures for these days"), sizes.tick, box.width)
            x = box.x + (box.width - letters.width(text, sizes.tick)) / 2
            top = box.middle - letters.height(sizes.tick) / 2
            words.append(set_line(letters, text, x, top, sizes.tick, arrangement.style.tokens.muted))
    return words


def _days(chart: ComparisonChart, arrangement: Arrangement, letters: Lettering, plane: Plane) -> list[Tick]:
    room = arrangement.style.sizes.tick * TICK_ROOM

    def fits(ticks: list[Tick]) -> bool:
        # What does not fit shows within the first few of hundreds.
        boxes = (_day_words(arrangement, letters, plane, tick).box for tick in ticks)
        return all(one.right + room <= other.x for one, other in pairwise(boxes))

    return day_ticks(plane.first, plane.last, fits, chart.formats)


def _day_words(arrangement: Arrangement, letters: Lettering, plane: Plane, tick: Tick) -> Lettered:
    sizes = arrangement.style.sizes
    across = letters.width(tick.text, sizes.tick)
    x = plane.x(tick.at) - across / 2
    x = max(min(x, arrangement.axis.right - across), arrangement.axis.x)
    top = arrangement.axis.y + below_axis(letters, sizes)
    return set_line(letters, tick.text, x, top, sizes.tick, arrangement.style.tokens.muted)


def _ends(
    chart: ComparisonChart, arrangement: Arrangement, letters: Lettering, plane: Plane
) -> list[Lettered]:
    """The number at the end of each line, in its colour, as near to its last point as there is room."""
    style, sizes = arrangement.style, arrangement.style.sizes
    found = [(line, line.label_at(plane.last)) for line in chart.lines]
    ends = [_End(line, *end) for line, end in found if end is not None and end[0] >= plane.first]
    if not ends:
        return []
    ends.sort(key=lambda end: -end.value)
    height = letters.height(sizes.label, bold=True)
    room = Box(
        plane.box.x,
        plane.box.y - sizes.gap * 0.8,
        arrangement.width - sizes.margin - plane.box.x,
        plane.box.height + sizes.gap * 0.8 + height * 0.3,
    )
    column = max(plane.x(end.day) for end in ends) + sizes.dot + sizes.gap
    tops = spread([plane.y(end.value) for end in ends], [height] * len(ends), room.y, room.bottom)
    drawn: Boxes | None = None
    words: list[Lettered] = []
    for number, (end, top) in enumerate(zip(ends, tops, strict=True)):
        colour = style.colour(end.line.ink)
        label = set_line(letters, end.text, column, top, sizes.label, colour, bold=True)
        if column - plane.x(end.day) > height * 2 + sizes.gap or not label.box.within(room):
            # It ends long before the others do, or at the edge: beside, above or below its own last point.
            drawn = drawn or line_boxes(chart, sizes, plane)
            taken = Boxes.joined((drawn, Boxes.of(word.box for word in words)))
            below = 0 < number == len(ends) - 1
            places = _beside(label.box, plane.x(end.day), plane.y(end.value), sizes.dot, below=below)
            free = first_clear([*places, label.box], taken, room)
            if free is None:
                continue
            label = set_line(letters, end.text, free.x, free.y, sizes.label, colour, bold=True)
        words.append(label)
    return words


def _beside(box: Box, x: float, y: float, dot: float, *, below: bool) -> list[Box]:
    """Places for a label around a point: level with it, above and below, or below and above."""
    away = dot * 2
    across = (x + away, x - box.width / 2, x - away - box.width)
    over = [y - away - box.height * (step + 1) for step in range(LABEL_ROWS)]
    under = [y + away + box.height * step for step in range(LABEL_ROWS)]
    down = [y - box.height / 2, *(under + over if below else over + under)]
    return [Box(left, top, box.width, box.height) for top in down for left in across]


def _balance(
    chart: ComparisonChart,
    arrangement: Arrangement,
    letters: Lettering,
    plane: Plane,
    taken: list[Box],
) -> list[Lettered]:
    """The words about the balance, as near to the change as there is room; none if there is no room."""
    note, sizes = chart.balance, arrangement.style.sizes
    if note is None or note.by < plane.first or note.after > plane.last:
        return []
    height = letters.height(sizes.remark)
    across = max(letters.width(line, sizes.remark) for line in note.lines)
    size = Box(0, 0, across, height * (1 + LINE_STEP * (len(note.lines) - 1)))
    at = (plane.x(note.by), plane.y(_held(chart, note.by)))
    lines = line_boxes(chart, sizes, plane).grown(sizes.gap * 0.6)
    blocked = Boxes.joined((Boxes.of(taken), lines))
    room = replace(plane.box, width=arrangement.width - sizes.margin - plane.box.x)
    free = first_clear(_around(size, room, at), blocked, room)
    if free is None:
        return []
    colour = arrangement.style.tokens.muted
    return [
        set_line(letters, line, free.x, free.y + number * height * LINE_STEP, sizes.remark, colour)
        for number, line in enumerate(note.lines)
    ]


def _held(chart: ComparisonChart, day: float) -> float:
    held = [found[1] for line in chart.lines if (found := line.label_at(day)) is not None]
    return min(held, default=0.0)


def _around(size: Box, room: Box, at: tuple[float, float]) -> Iterator[Box]:
    """Places all over the room, those nearest to a spot first."""
    places = [
        Box(
            room.x + (room.width - size.width) * column / NOTE_COLUMNS,
            room.y + (room.height - size.height) * row / NOTE_ROWS,
            size.width,
            size.height,
        )
        for column in range(NOTE_COLUMNS + 1)
        for row in range(NOTE_ROWS + 1)
    ]

    def distance(box: Box) -> float:
        across = max(box.x - at[0], at[0] - box.right, 0)
        down = max(box.y - at[1], at[1] - box.bottom, 0)
        # What is said of a time reads best below or above it.
        return math.hypot(across * 2, down)

    return iter(sorted(places, key=distance))
