"""Gives a flow its places: a row for each box, its words at the left, its ribbons from row to row.

A ribbon to the next row runs straight to it; one to a later row keeps to a lane of its own beside the boxes
that it passes, so that nothing is drawn over a box. Where a way ends in a box, that box makes room for what
passes it. Boxes and ribbons have one scale.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.charts.layout.forms import Form, Hatch, Laid, Points, Spot, corners
from desktop_app.charts.layout.lettering import Lettered, Lettering, set_line
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.placing import Box
from desktop_app.charts.sheets import Band, Fill, Flow, Link, Node

ROW = 1.4
"""A row is at least so many heights of its letters."""
SMALLEST = 0.8
"""The number on a ribbon has at least such a share of the size of others; in a room all of it."""
THICK = 0.4
"""How much of its row a box fills; the rest is for the ribbons between."""
WORDS_SHARE = 0.46
"""Names and numbers take no more of the width than this."""
WIDEST = 0.6
"""No box is wider than this share of the room for boxes, however few there are."""
RIBBON = 0.28
"""How opaque a ribbon is."""
STUB = 0.32
"""A ribbon that ends reaches down this share of a row."""
BENDS = 14
"""A bend is drawn of so many pieces."""


@dataclass(slots=True)
class _Row:
    """One row while a flow is laid out. `node` is None for the title of a band."""

    title: str = ""
    node: Node | None = None
    beside: tuple[float, int] = (0.0, 0)
    """How far right its box stands, in sizes and gaps."""
    box: Box = field(default_factory=lambda: Box(0, 0, 0, 0))


@dataclass(slots=True)
class _Ribbon:
    """A link while it is laid out: between which rows, and how far right its lane is, in sizes and gaps."""

    link: Link
    first: int
    then: int | None
    lane: tuple[float, int] | None = None

    @property
    def order(self) -> tuple[int, float, int]:
        """From the left to the right where it leaves or enters a box: straight on, by lane, ending."""
        if self.then is None:
            return 2, 0.0, 0
        return (0, 0.0, self.then) if self.lane is None else (1, self.lane[0], self.lane[1])


def lay_flow(flow: Flow, box: Box, style: ChartStyle, letters: Lettering) -> Laid:
    """The forms of a flow within a box."""
    rows, ribbons = _rows(flow)
    if not rows:
        return Laid()
    return _Laying(rows, ribbons, box, style, letters).laid()


def _rows(flow: Flow) -> tuple[list[_Row], list[_Ribbon]]:
    rows: list[_Row] = []
    ribbons: list[_Ribbon] = []
    for band in flow.bands:
        if not band.nodes:
            continue
        if len(flow.bands) > 1:
            rows.append(_Row(title=band.title))
        places = {node.key: len(rows) + place for place, node in enumerate(band.nodes)}
        rows.extend(_Row(node=node) for node in band.nodes)
        ribbons.extend(_ribbons(band, places))
    _find_lanes(rows, ribbons)
    return rows, ribbons


def _ribbons(band: Band, places: dict[str, int]) -> list[_Ribbon]:
    return [
        _Ribbon(link, places[link.first], None if link.then is None else places[link.then])
        for link in band.links
    ]


def _find_lanes(rows: list[_Row], ribbons: list[_Ribbon]) -> None:
    """A lane for each ribbon that passes rows: right of their boxes, and of the ribbons that pass them."""
    taken = [(0.0, 0) if row.node is None or row.node.is_aside else (row.node.size, 1) for row in rows]
    passing = [ribbon for ribbon in ribbons if ribbon.then is not None and ribbon.then - ribbon.first > 1]
    for ribbon in sorted(passing, key=_reach):
        between = range(ribbon.first + 1, ribbon.then or 0)
        # Each part at its most: no scale at which the two are added up can then make lanes meet.
        lane = max(taken[place][0] for place in between), max(taken[place][1] for place in between)
        ribbon.lane = lane
        for place in between:
            taken[place] = (lane[0] + ribbon.link.size, lane[1] + 1)
    for row, (size, gaps) in zip(rows, taken, strict=True):
        if row.node is not None and row.node.is_aside:
            row.beside = size, gaps


def _reach(ribbon: _Ribbon) -> tuple[int, float, int]:
    """The short before the long, and of those the wide before the narrow."""
    return (ribbon.then or 0) - ribbon.first, -ribbon.link.size, ribbon.first


class _Laying:
    """One flow while its forms are made."""

    def __init__(
        self, rows: list[_Row], ribbons: list[_Ribbon], box: Box, style: ChartStyle, letters: Lettering
    ) -> None:
        self._rows, self._ribbons, self._style, self._letters = rows, ribbons, style, letters
        self._box = box
        self._pitch = box.height / len(rows)
        self._size = min(style.sizes.label, self._pitch / ROW)
        self._gap = style.sizes.gap * 1.4
        self._forms: list[Form | Hatch] = []
        self._words: list[Lettered] = []
        self._spots: list[Spot] = []

    def laid(self) -> Laid:
        """All of it."""
        left = self._name_rows()
        self._place_boxes(left)
        for ribbon in self._ribbons:
            self._draw_ribbon(ribbon)
        for row in self._rows:
            if row.node is not None:
                self._draw_box(row.node, row.box)
        is_tight = self._size < self._style.sizes.tick
        return Laid(tuple(self._forms), tuple(self._words), tuple(self._spots), is_tight=is_tight)

    def _name_rows(self) -> float:
        """Names, numbers and remarks; gives where the room for boxes begins."""
        letters, size, tokens = self._letters, self._size, self._style.tokens
        nodes = [row.node for row in self._rows if row.node is not None]
        most = self._box.width * WORDS_SHARE
        number = max((letters.width(node.number, size, bold=True) for node in nodes), default=0.0)
        name = min(max((letters.width(node.name, size) for node in nodes), default=0.0), most - number)
        remarks = max((letters.width(node.remark, size) for node in nodes), default=0.0)
        total = name + self._gap + number
        shows_remarks = bool(remarks) and total + self._gap + remarks <= most
        for place, row in enumerate(self._rows):
            top = self._box.y + place * self._pitch + self._pitch * THICK / 2 - letters.height(size) / 2
            if row.node is None:
                text = letters.shortened(row.title, size, self._box.width, bold=True)
                self._words.append(set_line(letters, text, self._box.x, top, size, tokens.ink, bold=True))
                continue
            text = letters.shortened(row.node.name, size, name)
            self._words.append(set_line(letters, text, self._box.x, top, size, tokens.ink))
            across = letters.width(row.node.number, size, bold=True)
            x = self._box.x + total - across
            self._words.append(set_line(letters, row.node.number, x, top, size, tokens.ink, bold=True))
            if shows_remarks and row.node.remark:
                x = self._box.x + total + self._gap
                self._words.append(set_line(letters, row.node.remark, x, top, size, tokens.muted))
        return self._box.x + total + (self._gap + remarks if shows_remarks else 0.0) + self._gap * 1.5

    def _place_boxes(self, left: float) -> None:
        """The scale at which everything fits, and each box on it."""
        self._left = left
        room = max(self._box.right - left, 1.0)
        nodes = [(row.node.size, row.beside) for row in self._rows if row.node is not None]
        ends = [(size + beside, gaps) for size, (beside, gaps) in nodes]
        ends += [
            (ribbon.lane[0] + ribbon.link.size, ribbon.lane[1]) for ribbon in self._ribbons if ribbon.lane
        ]
        largest = max((size for size, _beside in nodes), default=1.0)
        scales = [(room - gaps * self._gap) / size for size, gaps in ends if size > 0.0]
        self._scale = max(min([*scales, room * WIDEST / max(largest, 1.0), self._pitch * 1.6]), 0.01)
        for place, row in enumerate(self._rows):
            if row.node is not None:
                top = self._box.y + place * self._pitch
                at = self._across(row.beside)
                row.box = Box(at, top, row.node.size * self._scale, self._pitch * THICK)

    def _across(self, lane: tuple[float, int]) -> float:
        """Where a lane is, in pixels."""
        return self._left + lane[0] * self._scale + lane[1] * self._gap

    def _draw_box(self, node: Node, box: Box) -> None:
        colour, sizes = getattr(self._style.tokens, node.tint.value), self._style.sizes
        self._spots.append(Spot(node.key, box))
        if node.fill is Fill.SOLID:
            self._forms.append(Form(corners(box), colour, fill=1.0))
            return
        self._forms.append(Form(corners(box), self._style.ground, fill=1.0))
        if node.fill is Fill.HATCHED:
            self._forms.append(Hatch(box, colour))
        dashed = node.fill is Fill.OPEN
        self._forms.append(Form(corners(box), colour, width=sizes.thin, is_dashed=dashed))

    def _draw_ribbon(self, ribbon: _Ribbon) -> None:
        source = self._rows[ribbon.first]
        if source.node is None:
            return
        colour = getattr(self._style.tokens, source.node.tint.value)
        wide = ribbon.link.size * self._scale
        x = source.box.x + self._before(ribbon, leaving=True)
        points = self._course(ribbon, x, wide)
        is_open = ribbon.link.fill is Fill.OPEN
        fill = 0.0 if is_open else RIBBON
        width = self._style.sizes.thin if is_open else self._style.sizes.hairline
        self._forms.append(Form(points, colour, fill, width, is_dashed=is_open))
        if ribbon.then is None:
            end = source.box.bottom + self._pitch * (1 - THICK) * STUB
            bar = ((x, end), (x + wide, end))
            self._forms.append(Form(bar, colour, width=self._style.sizes.line, is_closed=False))
        self._number(ribbon, x, wide)

    def _before(self, ribbon: _Ribbon, *, leaving: bool) -> float:
        """How far from the left edge of a box the ribbon leaves or enters it."""
        end = ribbon.first if leaving else ribbon.then
        beside = [each for each in self._ribbons if (each.first if leaving else each.then) == end]
        key = _leaves if leaving else _enters
        left = [each for each in beside if key(each) < key(ribbon)]
        return sum(each.link.size for each in left) * self._scale

    def _course(self, ribbon: _Ribbon, x: float, wide: float) -> Points:
        """The outline of a ribbon: down its left side, and up its right."""
        source = self._rows[ribbon.first].box
        if ribbon.then is None:
            end = source.bottom + self._pitch * (1 - THICK) * STUB
            return corners(Box(x, source.bottom, wide, end - source.bottom))
        target = self._rows[ribbon.then].box
        into = target.x + self._before(ribbon, leaving=False)
        if ribbon.lane is None:
            edge = _bend(x, source.bottom, into, target.y)
        else:
            lane = self._across(ribbon.lane)
            falls = self._pitch * (1 - THICK)
            edge = [
                *_bend(x, source.bottom, lane, source.bottom + falls),
                *_bend(lane, target.y - falls, into, target.y),
            ]
        self._spots.append(Spot(ribbon.link.key, _around(edge, wide)))
        return (*edge, *((at + wide, y) for at, y in reversed(edge)))

    def _number(self, ribbon: _Ribbon, x: float, wide: float) -> None:
        """The number of a ribbon, on it, where it is wide enough and there is more than one way to go."""
        size, letters = self._style.sizes.tick, self._letters
        fitting = self._pitch * (1 - THICK) / ROW
        least = size * (1.0 if self._style.for_room else SMALLEST)
        size = min(size, fitting)
        across, high = letters.width(ribbon.link.number, size), letters.height(size)
        falls = self._pitch * (1 - THICK)
        source = self._rows[ribbon.first].box
        if ribbon.then is None:
            self._spots.append(Spot(ribbon.link.key, Box(x, source.bottom, wide, falls * STUB)))
            return
        if size < least or wide < across * 1.3 or falls < high:
            return
        if ribbon.lane is None:
            target = self._rows[ribbon.then].box
            middle = (x + target.x + self._before(ribbon, leaving=False) + wide) / 2
            y = source.bottom + falls / 2
        else:
            middle = self._across(ribbon.lane) + wide / 2
            y = self._box.y + (ribbon.first + 1) * self._pitch + self._pitch * THICK / 2
        word = set_line(
            letters, ribbon.link.number, middle - across / 2, y - high / 2, size, self._style.tokens.ink
        )
        self._words.append(word)


def _leaves(ribbon: _Ribbon) -> tuple[int, float, int, int]:
    return (*ribbon.order, 0 if ribbon.then is None else ribbon.then)


def _enters(ribbon: _Ribbon) -> tuple[int, float, int, int]:
    return (*ribbon.order, ribbon.first)


def _bend(x0: float, y0: float, x1: float, y1: float) -> list[tuple[float, float]]:
    """From one point down to another, upright at both."""
    found = []
    for piece in range(BENDS + 1):
        part = piece / BENDS
        eased = part * part * (3 - 2 * part)
        found.append((x0 + (x1 - x0) * eased, y0 + (y1 - y0) * part))
    return found


def _around(edge: list[tuple[float, float]], wide: float) -> Box:
    """The middle of a ribbon as a box: what is pointed at."""
    middle = edge[len(edge) // 2 - 1 : len(edge) // 2 + 1]
    top, bottom = min(y for _, y in middle), max(y for _, y in middle)
    x = sum(at for at, _ in middle) / len(middle)
    return Box(x, min(top, bottom - 6), wide, max(bottom - top, 6))
