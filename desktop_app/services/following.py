"""Reading what other processes have kept, a little at a time, so that a window never stands still."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from time import perf_counter

from desktop_app.domain.steps import Step
from desktop_app.store.collecting import spare, uncollected


@dataclass
class Following:
    """Steps on their way from the file into memory."""

    seen: int
    """The newest step in memory when the reading began."""
    stamp: int
    """The file's data version at that moment."""
    parts: Iterator[Step | None]
    """Gives each step when it has been read whole, and None where more of it is to come."""
    steps: list[Step] = field(default_factory=list)
    """What has been read whole."""

    def read_for(self, seconds: float) -> bool:
        """Reads on for so long, and whatever part is under way then; True where everything has been read."""
        end = perf_counter() + seconds
        large = False
        with uncollected():
            try:
                for step in self.parts:
                    if step is None:
                        large = True
                    else:
                        self.steps.append(step)
                    if perf_counter() >= end:
                        return False
            finally:
                if large:
                    # All of it stays: searching it for garbage later would stop the window after all.
                    spare()
        return True
