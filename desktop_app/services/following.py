"""Reading what other processes have kept, a little at a time, so that a window never stands still."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from time import perf_counter

from desktop_app.domain.steps import Edit, Step, Touched
from desktop_app.services.shelves import Bundle
from desktop_app.store.collecting import spare, uncollected
from desktop_app.store.ledger import Ledger


@dataclass
class Following:
    """Steps on their way from the file into memory."""

    seen: int
    """The newest step in memory when the reading began."""
    stamp: int
    """The file's data version at that moment."""
    parts: Iterator[Step | list[Edit]]
    """Gives each step when it has been read whole, and before that such edits of it as are read together."""
    steps: list[Step] = field(default_factory=list)
    """What has been read whole."""
    bundles: list[Bundle] = field(default_factory=list)
    """The edits of each of those steps, ready to be taken in at once."""
    _begun: Bundle = field(default_factory=Bundle)
    _touched: Touched = field(default_factory=Touched)

    @classmethod
    def begun(cls, ledger: Ledger, seen: int, stamp: int) -> Following | None:
        """What has been kept after a step, or None where nothing was written since the file's stamp."""
        now = ledger.data_version()
        return None if now == stamp else cls(seen, now, ledger.since_in_parts(seen))

    def read_for(self, seconds: float) -> bool:
        """Reads on for so long, and whatever part is under way then; True where everything has been read."""
        end = perf_counter() + seconds
        large = False
        with uncollected():
            try:
                for step in self.parts:
                    if isinstance(step, list):
                        large = True
                        self._begun.add(step)
                        self._touched.add(step)
                    else:
                        self.steps.append(step.noted(self._touched))
                        self.bundles.append(self._begun if len(self._begun) == len(step.edits) else Bundle())
                        self._begun, self._touched = Bundle(), Touched()
                    if perf_counter() >= end:
                        return False
            finally:
                if large:
                    # All of it stays: searching it for garbage later would stop the window after all.
                    spare()
        return True
