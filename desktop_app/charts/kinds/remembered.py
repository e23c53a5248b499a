"""What was made of readings for the chart before, used again wherever the very same reading is drawn."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, MutableMapping
from operator import is_
from typing import Any, TypeVar

from desktop_app.domain.readings import Known, Reading
from desktop_app.words.formats import Formats

T = TypeVar("T")


class Remembered:
    """Words and shapes by reading: a ledger that is kept up to date makes a new reading of what changed.

    What two charts in a row had no use for is forgotten.
    """

    def __init__(self) -> None:
        self._before: dict[Hashable, dict[int, tuple[Reading, Any]]] = {}
        self._now: dict[Hashable, dict[int, tuple[Reading, Any]]] = {}

    @classmethod
    def beside(cls, ledger: Known, formats: Formats) -> Remembered:
        """What is remembered of a ledger's readings in these words, at the beginning of another chart."""
        formats_then, remembered = ledger.beside.get(cls, (None, None))
        if remembered is None or formats_then is not formats:
            remembered = cls()
            ledger.beside[cls] = (formats, remembered)
        remembered._before, remembered._now = remembered._now, {}
        return remembered

    def of(self, what: Hashable, reading: Reading, make: Callable[[Reading], T]) -> T:
        """What `make` makes of a reading; `what` tells it from other things made of it."""
        now, name = self._now.setdefault(what, {}), id(reading)
        entry = now.get(name) or self._before.get(what, {}).get(name) or (reading, make(reading))
        now[name] = entry
        made: T = entry[1]
        return made

    def of_all(self, what: Hashable, readings: Iterable[Reading], make: Callable[[Reading], T]) -> list[T]:
        """The same of many readings."""
        asked = list(readings)
        before, now = self._before.get(what, {}), self._now.setdefault(what, {})
        names = list(map(id, asked))
        # Nearly all are there, so what is not is looked for only where there is such.
        entries: list[Any] = list(map(before.get, names))
        if None in entries:
            for place in [place for place, entry in enumerate(entries) if entry is None]:
                # The reading is kept with it, so that no other can come to have its identity.
                reading = asked[place]
                entries[place] = now.get(names[place]) or (reading, make(reading))
        now.update(zip(names, entries, strict=True))
        return [entry[1] for entry in entries]


class LastMade:
    """The last chart of an account: the same one again for whoever would make it of the very same things."""

    def __init__(self) -> None:
        self._same: tuple[object, ...] = ()
        self._equal: object = None
        self._made: Any = None

    @classmethod
    def beside(cls, account: MutableMapping[Any, Any], chart: str) -> LastMade:
        """The last chart of a name; the account of a ledger has one for all that its series were lent to."""
        last: LastMade = account.setdefault((cls, chart), cls())
        return last

    def of(self, same: tuple[object, ...], equal: object, make: Callable[[], T]) -> T:
        """What `make` makes, unless the last was made of the `same` objects and of an `equal` thing."""
        known = len(same) == len(self._same) and all(map(is_, same, self._same))
        if not known or equal != self._equal:
            self._made, self._same, self._equal = make(), same, equal
        made: T = self._made
        return made
