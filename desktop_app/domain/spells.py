"""How long people were in the UK until they were returned, and in France until they arrived again.

A spell is a stay of a case, seen from a day: `low` to `high` days long where it has ended, more than `low`
where nothing tells of its end. Which stays count, and which do not, is the same for every case:

- A stay in the UK counts from an arrival on a boat or otherwise; one that began by the legal route does not,
  for nobody is returned from it under the scheme.
- A stay in France counts from a return. Who then travelled by the legal route has not arrived again, and is
  followed only until then.
- Two arrivals in a row leave open when the person left in between, and an end that certainly comes before
  its beginning is a mistake in the dates: neither is guessed at, both are listed as left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import chain

from desktop_app.domain.dates import PartialDate, days_between, on_day
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.journeys import ARRIVALS, Territory
from desktop_app.domain.survival import Lasted
from desktop_app.domain.timeline import Stay, Timeline

LEAST_CASES = 5
"""From fewer cases no curve is drawn: it would show single people as shares."""


class Until(StrEnum):
    """What a spell waits for."""

    RETURN = "return"
    ARRIVAL = "re-arrival"


class LeftOut(StrEnum):
    """Why a stay is no spell."""

    END_UNKNOWN = "end unknown"
    """Another arrival is recorded after it, and no return between."""
    OUT_OF_ORDER = "out of order"
    """By their dates its end came before its beginning."""
    NO_BOUND = "no bound"
    """Its dates allow any length at all."""


@dataclass(frozen=True, slots=True)
class Spell:
    """One stay of a case, as long as its dates and the day allow."""

    case: str
    until: Until
    begin: Event
    end: Event | None
    """None where it was still going on: on the day, or when the person left by the legal route."""
    lasted: Lasted

    @property
    def is_exact(self) -> bool:
        """Whether it is known to the day how long it lasted."""
        return self.lasted.low == self.lasted.high


@dataclass(frozen=True, slots=True)
class NoSpell:
    """A stay that is not counted, and why."""

    case: str
    until: Until
    begin: Event
    why: LeftOut


@dataclass(frozen=True)
class Spells:
    """The spells of all cases that wait for one thing, the shortest first."""

    until: Until
    spells: tuple[Spell, ...]
    left_out: tuple[NoSpell, ...]

    @cached_property
    def cases(self) -> int:
        """How many cases they are of."""
        return len({spell.case for spell in self.spells})

    @cached_property
    def ended(self) -> int:
        """How many have ended."""
        return sum(spell.end is not None for spell in self.spells)

    @property
    def are_enough(self) -> bool:
        """Whether a curve may be drawn of them."""
        return self.cases >= LEAST_CASES


def spells(timelines: Mapping[str, Timeline], as_of: date) -> tuple[Spells, Spells]:
    """Those until return, and those until re-arrival, of cases by their ids as of a day."""
    found = [each for case, line in timelines.items() for each in _of_case(case, line, as_of)]
    return _gathered(Until.RETURN, found), _gathered(Until.ARRIVAL, found)


def joined(parts: Sequence[tuple[Spells, Spells]]) -> tuple[Spells, Spells]:
    """The spells of all cases, from those of some cases after the other."""
    return _joined(Until.RETURN, [one for one, _ in parts]), _joined(Until.ARRIVAL, [one for _, one in parts])


def _joined(until: Until, parts: Sequence[Spells]) -> Spells:
    found = chain.from_iterable(part.spells for part in parts)
    left_out = chain.from_iterable(part.left_out for part in parts)
    return Spells(until, tuple(sorted(found, key=_order)), tuple(left_out))


def _gathered(until: Until, found: Iterable[Spell | NoSpell]) -> Spells:
    wanted = [each for each in found if each.until is until]
    kept = sorted((each for each in wanted if isinstance(each, Spell)), key=_order)
    return Spells(until, tuple(kept), tuple(each for each in wanted if isinstance(each, NoSpell)))


def _order(spell: Spell) -> tuple[int, int, str, str]:
    low, high = spell.lasted.low, spell.lasted.high
    return low, high if high is not None else date.max.toordinal(), spell.case, spell.begin.id


def _of_case(case: str, line: Timeline, as_of: date) -> Iterator[Spell | NoSpell]:
    for place, stay in enumerate(line.stays):
        until = _until(stay)
        if until is None or (stay.begin.date.earliest or as_of) > as_of:
            continue
        if stay.end is None and place + 1 < len(line.stays):
            yield NoSpell(case, until, stay.begin, LeftOut.END_UNKNOWN)
        elif stay.end is None:
            yield Spell(case, until, stay.begin, None, _ongoing(stay.begin.date, on_day(as_of)))
        elif until is Until.ARRIVAL and stay.end.kind not in ARRIVALS:
            yield Spell(case, until, stay.begin, None, _ongoing(stay.begin.date, stay.end.date))
        else:
            yield _ended(case, until, stay.begin, stay.end, as_of)


def _until(stay: Stay) -> Until | None:
    """What a stay waits for; None for one that nothing of the scheme ends."""
    if stay.territory is Territory.FRANCE:
        return Until.ARRIVAL if stay.begin.kind is EventKind.RETURNED else None
    return Until.RETURN if stay.begin.kind in ARRIVALS else None


def _ongoing(begin: PartialDate, seen: PartialDate) -> Lasted:
    """A stay that went on at least until it was last seen."""
    return Lasted(max(0, days_between(begin, seen).low or 0), None)


def _ended(case: str, until: Until, begin: Event, end: Event, as_of: date) -> Spell | NoSpell:
    """From the shortest to the longest that the dates allow; what is recorded had happened by the day.

    Where nothing bounds it above, it is known to have lasted its least, as one that goes on is.
    """
    days = days_between(begin.date, end.date)
    low, high = max(0, days.low or 0), days.high
    if high is None and begin.date.earliest is not None:
        high = (as_of - begin.date.earliest).days
    if high is not None and high < low:
        return NoSpell(case, until, begin, LeftOut.OUT_OF_ORDER)
    if high is None and low == 0:
        return NoSpell(case, until, begin, LeftOut.NO_BOUND)
    return Spell(case, until, begin, end, Lasted(low, high) if high is not None else Lasted(low - 1, None))
