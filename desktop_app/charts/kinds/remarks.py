"""Looks at what a chart compares and says what a reader should know before comparing (the chart's lint)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from itertools import pairwise

from desktop_app.charts.kinds.remembered import Remembered
from desktop_app.charts.shapes import Note
from desktop_app.charts.texts import saying
from desktop_app.domain.series import Reading, Series
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

OLD_AFTER = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Compared:
    """One running total on the chart: its name, its series, and its readings among the days shown."""

    name: str
    series: Series
    shown: tuple[Reading, ...]


def notes(totals: Iterable[Compared], today: date, formats: Formats, made: Remembered) -> tuple[Note, ...]:
    """L1 different beginnings, L3 a total that falls, L5 sources that differ, L7 an old last figure."""
    every = [total for total in totals if total.shown]
    found = [*_beginnings(every, formats)]
    for total in every:
        found.extend(_falls(total, formats, made))
        found.extend(_rivals(total, formats, made))
        found.extend(_old(total, today, formats))
    return tuple(found)


def _beginnings(totals: list[Compared], formats: Formats) -> Iterator[Note]:
    begun = [(total.name, since) for total in totals if (since := total.series.since) is not None]
    if len({since for _name, since in begun}) < 2:
        return
    (one, first), (other, second) = begun[:2]
    text = _("The two totals start on different dates: {one} {first}, {other} {second}.")
    yield Note(
        "L1",
        text.format(one=one, first=formats.day(first), other=other, second=formats.day(second)),
    )


def _falls(total: Compared, formats: Formats, made: Remembered) -> Iterator[Note]:
    said = [(reading, reading.value) for reading in total.shown]
    for (before, earlier), (now, later) in pairwise(said):
        if earlier is not None and later is not None and later < earlier:
            say = partial(_fall, total.name, formats, before)
            yield made.of(("fall", total.name, before.inputs), now, say)


def _fall(name: str, formats: Formats, before: Reading, now: Reading) -> Note:
    text = _("The total {name} falls: {earlier} by {first}, {later} by {second}.")
    words = text.format(
        name=name,
        earlier=saying.amount(before, formats),
        first=formats.day(before.end),
        later=saying.amount(now, formats),
        second=formats.day(now.end),
    )
    return Note("L3", words, (before.drawn.id, now.drawn.id))


def _rivals(total: Compared, formats: Formats, made: Remembered) -> Iterator[Note]:
    say = partial(_rival, total.name, formats)
    rivals = [reading for reading in total.shown if reading.rival]
    yield from made.of_all(("rival", total.name), rivals, say)


def _rival(name: str, formats: Formats, reading: Reading) -> Note:
    text = _("Sources differ: {amount} {name} by {day}.")
    words = text.format(amount=saying.amount(reading, formats), name=name, day=formats.day(reading.end))
    return Note("L5", words, reading.inputs)


def _old(total: Compared, today: date, formats: Formats) -> Iterator[Note]:
    last = total.series.readings[-1]
    if last is total.shown[-1] and today - last.end > OLD_AFTER:
        text = _("No figure of people {name} after {day}.")
        yield Note("L7", text.format(name=total.name, day=formats.day(last.end)), last.inputs)
