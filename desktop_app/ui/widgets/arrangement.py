"""Which of many records are shown and in which order: kept as arrays, so that a key typed is array work."""

from __future__ import annotations

import time
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from desktop_app.ui.widgets.coded import Coded, Mask, Ranked, Slots
from desktop_app.ui.widgets.columns import Column

AT_ONCE = 1_000
"""So many records are looked at without asking how long it takes."""
BUDGET = 0.006
"""Seconds that a key typed may spend on looking at more; the rest follows in idle moments."""
_CHUNK = 64
_FEW = 4_000
"""So many changed records are put into their places; with more everything is ordered anew."""
_ONE_BY_ONE = 16
"""So few are put into their places without looking at where all the others stand."""
_MOST_AHEAD = 250_000
"""With more records orders are made only when they are asked for: making one takes too long for a pause."""

By = Callable[[Any], Hashable]
Passes = Callable[[Any], bool]


class Arrangement:
    """Records by place ("slot") in the order given, and what of them is shown.

    What is compared in finding and sorting is worked out once, the records that stand first first, some at
    once and the rest by `get_ready`; until then finding finds among those looked at.
    """

    def __init__(self, columns: Sequence[Column[Any]]) -> None:
        self.columns = columns
        self.records: Mapping[str, Any] = {}
        self.ids: list[str] = []
        """The id in each slot; also of records that are gone."""
        self._slot_of: dict[str, int] = {}
        self._alive: Mask = np.zeros(0, np.bool_)
        self._texts: dict[str, Coded] = {}
        self._ranks: dict[str, Ranked] = {}
        self._coming: deque[str] = deque()
        self._came: list[Slots] = []
        """The slots of records that have come and been looked at, but are not among the others yet."""
        self._withdrawn: set[int] = set()
        """Those of them whose record was looked at by itself meanwhile, or is gone again."""
        self._orders: dict[tuple[str, bool], Slots] = {}
        self._narrowed: dict[str, _Narrowed] = {}
        self._searched: tuple[Column[Any], ...] = tuple(one for one in columns if not one.hidden)
        self.words: tuple[str, ...] = ()
        self._by: Column[Any] | None = None
        self._descending = False
        self._waiting: Slots | None = None
        """Slots that finding has still to look at, in the order shown; None where that is not known."""

    # What is in it

    @property
    def total(self) -> int:
        """How many records there are, without those beyond a limit."""
        return int(np.count_nonzero(self._alive & self._narrowing(limits_only=True)))

    def has(self, id: str) -> bool:
        """Whether there is such a record, shown or not."""
        slot = self._slot_of.get(id, -1)
        return slot >= 0 and bool(self._alive[slot])

    def slot_of(self, id: str) -> int:
        """The slot of a record, or -1."""
        return self._slot_of.get(id, -1)

    def record_in(self, slot: int) -> Any:
        """The record in a slot."""
        return self.records[self.ids[slot]]

    def fill(self, records: Mapping[str, Any], changed: Iterable[str] | None) -> Slots | None:
        """Take these records in place of the earlier ones; `changed` names those that now say something else,
        or is None where all may.

        Answers, where the slots had to be dealt out anew, for each slot the one it was before (-1: none).
        """
        self.records = records
        self._coming.clear()
        self._came.clear()
        self._withdrawn.clear()
        new = list(records)
        there = [self.ids[slot] for slot in np.flatnonzero(self._alive).tolist()]
        whence = None
        if new[: len(there)] == there:
            self._append(new[len(there) :])
        else:
            whence = self._deal_anew(new)
        if changed is None:
            for coded in self._every_coded():
                coded.forget_all()
            self._orders.clear()
            self._waiting = None
        else:
            self._look_again(self._slots_of(changed))
        return whence

    def change(self, ids: Sequence[str]) -> None:
        """Look again at the records with these ids, some of which may have come or gone."""
        new, records, slot_of = [], self.records, self._slot_of
        for id in ids:
            slot = slot_of.get(id, -1)
            is_there = slot >= 0 and bool(self._alive[slot])
            if self._came and slot >= 0 and not is_there:
                self._withdrawn.add(slot)
            if is_there and id not in records:
                self._alive[slot] = False
            elif not is_there and id in records:
                new.append(id)
            elif not is_there and self._came:
                slot_of.pop(id, None)
        self._append(new)
        self._look_again(self._slots_of(ids))

    def expect(self, ids: Iterable[str]) -> None:
        """Very many records have come, and are not among the others until `receive` has taken them in."""
        self._coming.extend(ids)

    @property
    def is_receiving(self) -> bool:
        """Whether records that have come are not among the others yet."""
        return bool(self._coming or self._came)

    def receive(self, budget: float) -> bool:
        """Look at records that have come for so many seconds; True once all of them are among the others."""
        end = time.perf_counter() + budget
        ranked = None if self._by is None else self._ranks.get(self._by.key)
        wanted: list[Coded] = [ranked] if ranked is not None else []
        wanted += [one.coded for one in self._narrowed.values()]
        while self._coming:
            some = [self._coming.popleft() for _ in range(min(_CHUNK, len(self._coming)))]
            new = [id for id in some if not self.has(id) and id in self.records]
            first = len(self.ids)
            self._append(new)
            self._alive[first:] = False
            self._came.append(np.arange(first, len(self.ids), dtype=np.int32))
            self._look_in_time(self._came[-1], wanted, float("inf"))
            if time.perf_counter() > end:
                return False
        self._alive[np.concatenate(self._came)] = True
        self._alive[list(self._withdrawn)] = False
        self._came.clear()
        self._withdrawn.clear()
        self._orders.clear()
        self._waiting = None
        return True

    def look_again(self, keys: Iterable[str]) -> None:
        """Look again at what all records say in these columns, and at whether they are narrowed out."""
        for key in keys:
            for coded in (self._texts.get(key), self._ranks.get(key)):
                if coded is not None:
                    coded.forget_all()
            for descending in (False, True):
                self._orders.pop((key, descending), None)
        for one in self._narrowed.values():
            if not one.limit:
                one.coded.forget_all()
        self._waiting = None

    # What of it is shown

    def narrow(self, name: str, by: By | None, passes: Passes | None = None, *, limit: bool = False) -> None:
        """Show only records for which `passes` holds of what `by` tells; without `passes` only get ready to.

        Records beyond a `limit` are not counted as being there. Without `by` nothing narrows by this name.
        """
        if by is None:
            self._narrowed.pop(name, None)
            return
        known = self._narrowed.get(name)
        if known is None or known.by != by:
            known = _Narrowed(by, limit)
            known.coded.resize(len(self.ids))
            self._narrowed[name] = known
        known.passes = passes

    @property
    def is_narrowed(self) -> bool:
        """Whether words or a condition narrow what is shown."""
        conditions = (one for one in self._narrowed.values() if not one.limit)
        return bool(self.words) or any(one.passes is not None for one in conditions)

    def search_in(self, keys: set[str]) -> bool:
        """Search in the columns with these keys only; whether that is a change."""
        searched = tuple(column for column in self.columns if column.key in keys)
        changed, self._searched = searched != self._searched, searched
        self._waiting = None
        return changed

    def sort(self, by: Column[Any] | None, *, descending: bool) -> None:
        """Order the records by a column; None keeps the order given."""
        self._by, self._descending = by, descending
        self._waiting = None

    def shown(self) -> Slots:
        """The slots shown, in order. While some are not looked at, finding finds among the others."""
        if self.words:
            self._look(BUDGET, at_least=AT_ONCE)
        order = self._order()
        mask = self._alive & self._narrowing()
        for word in self.words:
            hits = np.zeros(len(self.ids), np.bool_)
            for column in self._searched:
                hits |= self._text(column).containing(word)
            mask &= hits
        return order[mask[order]]

    @property
    def is_looking(self) -> bool:
        """Whether finding has not looked at everything yet."""
        return bool(self.words) and (self._waiting is None or len(self._waiting) > 0)

    def get_ready(self, budget: float) -> bool:
        """Look ahead for so many seconds; True while there is more to look at."""
        if self._look(budget):
            return True
        if len(self.ids) > _MOST_AHEAD:
            return False
        for column in self._searched:
            if not self._rank(column, budget):
                return True
            for descending in (False, True):
                if (column.key, descending) not in self._orders:
                    self._orders[column.key, descending] = self._ordered(column, descending)
                    return True
        return False

    # How it is done

    def _slots_of(self, ids: Iterable[str]) -> Slots:
        slot_of = self._slot_of
        return np.array([slot for id in ids if (slot := slot_of.get(id, -1)) >= 0], np.int32)

    def _append(self, new: Sequence[str]) -> None:
        if not new:
            return
        first = len(self.ids)
        self.ids.extend(new)
        self._slot_of.update(zip(new, range(first, len(self.ids)), strict=True))
        self._alive = np.concatenate([self._alive, np.ones(len(new), np.bool_)])
        for coded in self._every_coded():
            coded.resize(len(self.ids))

    def _deal_anew(self, new: list[str]) -> Slots:
        before = np.array([self._slot_of[id] if self.has(id) else -1 for id in new], np.int32)
        # What has gone stays behind the others until the next time, for the views are still to be told.
        gone = self._alive.copy()
        gone[before[before >= 0]] = False
        whence = np.concatenate([before, np.flatnonzero(gone)]).astype(np.int32)
        self.ids = [*new, *(self.ids[slot] for slot in np.flatnonzero(gone).tolist())]
        self._slot_of = {id: slot for slot, id in enumerate(self.ids)}
        self._alive = np.arange(len(self.ids)) < len(new)
        for coded in self._every_coded():
            coded.deal_anew(whence)
        self._orders.clear()
        return whence

    def _look_again(self, slots: Slots) -> None:
        for coded in self._every_coded():
            coded.forget(slots)
        self._waiting = None
        order = self._orders.get(self._sorted_by)
        self._orders.clear()
        if order is None or self._by is None:
            return
        there = np.zeros(len(self.ids), np.bool_)
        there[order] = True
        there[slots] = False
        moved = np.flatnonzero(self._alive & ~there).astype(np.int32)
        if len(moved) <= _FEW:
            order = order[there[order] & self._alive[order]]
            self._orders[self._sorted_by] = self._put_in_place(order, moved, self._by)

    def _put_in_place(self, order: Slots, moved: Slots, column: Column[Any]) -> Slots:
        """The order with a few more records where they belong."""
        ranked = self._ranks[column.key]
        ranked.look(moved, self.record_in)
        # Equals stand in the order given, so rank and slot together are one number to sort by.
        if len(moved) <= _ONE_BY_ONE:
            key = ranked.key_of(descending=self._descending)
            moved = np.array(sorted(moved.tolist(), key=key), np.int32)
            return np.insert(
                order, [bisect_left(order, key(slot), key=key) for slot in moved.tolist()], moved
            )
        keys = ranked.keys(descending=self._descending).astype(np.int64) << 32 | np.arange(len(self.ids))
        moved = moved[np.argsort(keys[moved])]
        return np.insert(order, np.searchsorted(keys[order], keys[moved]), moved)

    @property
    def _sorted_by(self) -> tuple[str, bool]:
        return ("" if self._by is None else self._by.key, self._descending)

    def _order(self) -> Slots:
        if self._by is None:
            return np.flatnonzero(self._alive).astype(np.int32)
        order = self._orders.get(self._sorted_by)
        if order is None:
            self._rank(self._by, float("inf"))
            order = self._orders[self._sorted_by] = self._ordered(self._by, self._descending)
        return order

    def _ordered(self, column: Column[Any], descending: bool) -> Slots:
        alive = np.flatnonzero(self._alive).astype(np.int32)
        keys = self._ranks[column.key].keys(descending=descending)[alive]
        return alive[np.argsort(keys, kind="stable")]

    def _rank(self, column: Column[Any], budget: float) -> bool:
        """Look at what puts records in their places; False where the seconds did not suffice."""
        ranked = self._ranks.get(column.key)
        if ranked is None:
            ranked = self._ranks[column.key] = Ranked(column.sorted_by, column.same)
            ranked.resize(len(self.ids))
        return self._look_in_time(np.flatnonzero(self._alive & ranked.unknown), [ranked], budget) == 0

    def _narrowing(self, *, limits_only: bool = False) -> Mask:
        mask = np.ones(len(self.ids), np.bool_)
        for one in self._narrowed.values():
            if one.passes is not None and (one.limit or not limits_only):
                one.coded.look(np.flatnonzero(self._alive & one.coded.unknown), self.record_in)
                mask &= one.coded.where(one.passes)
        return mask

    def _text(self, column: Column[Any]) -> Coded:
        coded = self._texts.get(column.key)
        if coded is None:
            coded = self._texts[column.key] = Coded(column.searched, column.same)
            coded.resize(len(self.ids))
        return coded

    def _look(self, budget: float, *, at_least: int = 0) -> bool:
        """Look at what finding and narrowing compare, in the order shown; True while some are left."""
        wanted = [*map(self._text, self._searched), *(one.coded for one in self._narrowed.values())]
        if self._waiting is None:
            unknown = np.zeros(len(self.ids), np.bool_)
            for coded in wanted:
                unknown |= coded.unknown
            order = self._order()
            self._waiting = order[unknown[order]]
        left = self._look_in_time(self._waiting, wanted, budget, at_least=at_least)
        self._waiting = self._waiting[len(self._waiting) - left :]
        return left > 0

    def _look_in_time(self, slots: Slots, wanted: list[Any], budget: float, *, at_least: int = 0) -> int:
        """Look at these records until the seconds are over; how many are left."""
        end = time.perf_counter() + budget
        done = 0
        while done < len(slots) and (done < at_least or time.perf_counter() < end):
            chunk = slots[done : done + _CHUNK]
            for coded in wanted:
                coded.look(chunk, self.record_in)
            done += len(chunk)
        return len(slots) - done

    def _every_coded(self) -> list[Coded]:
        narrowed = (one.coded for one in self._narrowed.values())
        return [*self._texts.values(), *self._ranks.values(), *narrowed]


class _Narrowed:
    """One condition: what it asks of a record, and which answers pass (None: all)."""

    def __init__(self, by: By, limit: bool) -> None:
        self.by, self.limit = by, limit
        self.coded = Coded(by, by)
        self.passes: Passes | None = None
