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
            now = time.time_ns() // 1_000_000
            if now > self._millisecond:
                self._millisecond, self._counter = now, 0
            else:
                self._counter += 1
                if self._counter >> _COUNTER_BITS:
                    self._millisecond, self._counter = self._millisecond + 1, 0
            stamp, counter = self._millisecond, self._counter
        tail = int.from_bytes(os.urandom(8), "big") >> (64 - _RANDOM_BITS)
        value = (stamp << 80) | (0x7 << 76) | (counter << 64) | (0b10 << 62) | tail
        digits = f"{value:032x}"
        return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"


_ids = IdSource()


def new_id() -> str:
    """A new record identifier."""
    return _ids.next()
