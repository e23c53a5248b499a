"""Adds new records to a workspace file that nobody here has open: what importing processes do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from desktop_app.services.signing import Clock, pen_of, seconds, utc_now
from desktop_app.store.adding import Adding
from desktop_app.store.keys import KeyedPath
from desktop_app.store.ledger import Ledger


@contextmanager
def additions(file: Path | KeyedPath, label: str, *, clock: Clock = utc_now) -> Iterator[Adding]:
    """A block whose new records are written while they come and kept as one step, or not at all if it fails.

    Other processes cannot write from the first record on until the block ends. Raises the refusals of
    `Workspace.open` and `Workspace.change`.
    """
    pen = pen_of(None, None, clock)
    moment = pen.clock()
    with (
        closing(Ledger.open(file)) as ledger,
        ledger.adding(pen.step(moment, label, ()), seconds(moment)) as adding,
    ):
        yield adding
