"""How the drawing of one sheet becomes the next: forms of the same value move, all others fade.

Two forms are of the same value where the same line of the table is drawn by them and they are of the same
sort. Their outlines go over into each other where they have as many corners; else the old one fades out
while the new one fades in. Words are those of the new sheet from the first moment.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.charts.layout.forms import AnyForm, Form, Hatch, Laid, Marked, Painted, Sign, Spot
from desktop_app.charts.marks.dot_painting import DotGrid
from desktop_app.charts.placing import Box

MOST = 1_500
"""With more forms or spots than these in either drawing the new one is drawn at once."""
_SIGHT = 1.0
"""Pixels by which a form may stand out of the spot of its value."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Forms from the back to the front: those that go, those that are there, those that come."""

    leaving: tuple[AnyForm, ...]
    staying: tuple[AnyForm, ...]
    coming: tuple[AnyForm, ...]


class FormGlide:
    """Between two drawings; `at` gives the forms of a moment, from 0 to 1."""

    def __init__(self, before: Laid, after: Laid) -> None:
        sizes = (len(each) for laid in (before, after) for each in (laid.forms, laid.spots))
        self.is_worth = before != after and bool(before.forms) and bool(after.forms) and max(sizes) <= MOST
        """Whether anything moves that an eye can follow."""
        self._pairs: list[tuple[AnyForm, AnyForm]] = []
        self._leaving: list[AnyForm] = []
        self._coming: list[AnyForm] = []
        if not self.is_worth:
            return
        old = _keyed(before)
        for key, form in _keyed(after).items():
            there = old.get(key)
            if there is not None and _alike(there, form):
                self._pairs.append((old.pop(key), form))
            else:
                self._coming.append(form)
        self._leaving = list(old.values())

    def at(self, share: float) -> Moment:
        """The forms on their way; those that leave and come are faded by whoever paints them."""
        staying = tuple(_between(was, now, share) for was, now in self._pairs)
        return Moment(tuple(self._leaving), staying, tuple(self._coming))


def _keyed(laid: Laid) -> dict[tuple[object, ...], AnyForm]:
    """The forms by the value they draw, their sort, and their number among those alike."""
    found: dict[tuple[object, ...], AnyForm] = {}
    counts: dict[tuple[object, ...], int] = {}
    for form in laid.forms:
        sort = (_value(form, laid.spots), *_sort(form))
        number = counts.get(sort, 0)
        counts[sort] = number + 1
        found[(*sort, number)] = form
    return found


def _sort(form: AnyForm) -> tuple[object, ...]:
    if isinstance(form, Form):
        return Form, form.colour, form.is_closed, form.is_dashed, form.is_tentative, form.fill > 0
    if isinstance(form, Marked | Sign):
        return type(form), form.mark, form.colour
    if isinstance(form, Hatch):
        return Hatch, form.colour
    return (type(form),)


def _value(form: AnyForm, spots: Sequence[Spot]) -> str:
    """The line of the table that a form draws: the smallest spot that it lies in; empty for the frame."""
    box = _extent(form)
    if box is None:
        return ""
    over = [spot for spot in spots if box.within(spot.box.grown(_SIGHT))]
    return min(over, key=lambda spot: spot.box.width * spot.box.height).key if over else ""


def _extent(form: AnyForm) -> Box | None:
    if isinstance(form, Form):
        xs, ys = [x for x, _y in form.points], [y for _x, y in form.points]
        return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)) if xs else None
    if isinstance(form, Marked | Sign):
        return Box(form.x, form.y, 0, 0)
    return form.box if isinstance(form, Hatch) else None


def _alike(one: AnyForm, other: AnyForm) -> bool:
    """Whether one can go over into the other; dots for people are many or few, never on their way."""
    if isinstance(one, Form) and isinstance(other, Form):
        return len(one.points) == len(other.points)
    return one == other if isinstance(one, DotGrid | Painted) else type(one) is type(other)


def _between(was: AnyForm, now: AnyForm, share: float) -> AnyForm:
    def on(start: float, end: float) -> float:
        return start + (end - start) * share

    if isinstance(was, Form) and isinstance(now, Form):
        places = zip(was.points, now.points, strict=True)
        points = tuple((on(x0, x1), on(y0, y1)) for (x0, y0), (x1, y1) in places)
        return replace(now, points=points, fill=on(was.fill, now.fill), width=on(was.width, now.width))
    if isinstance(was, Hatch) and isinstance(now, Hatch):
        a, b = was.box, now.box
        box = Box(on(a.x, b.x), on(a.y, b.y), on(a.width, b.width), on(a.height, b.height))
        return replace(now, box=box)
    if isinstance(was, Marked) and isinstance(now, Marked):
        return replace(
            now,
            x=on(was.x, now.x),
            y=on(was.y, now.y),
            low=on(was.low, now.low),
            high=on(was.high, now.high),
            start=on(was.start, now.start),
        )
    if isinstance(was, Sign) and isinstance(now, Sign):
        return replace(now, x=on(was.x, now.x), y=on(was.y, now.y))
    return now
