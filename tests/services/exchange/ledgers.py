"""Ledgers to export: the example, and any that Hypothesis makes."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from desktop_app.domain.records import RECORD_KINDS, Record
from desktop_app.domain.views import View
from desktop_app.services import sample
from desktop_app.services.workspace import Workspace, first_records
from tests.store.strategies import records

KINDS = tuple(RECORD_KINDS.values())


def _one_moment() -> datetime:
    return datetime(2026, 11, 16, 12, 0, tzinfo=UTC)


def example() -> Workspace:
    """The example, recorded at the same moment however often it is made: so that two of them are equal."""
    return Workspace.in_memory(first=[*first_records(), *sample.records()], clock=_one_moment)


def contents(view: View) -> dict[type[Any], list[Record]]:
    """Every record of a ledger, in order of entry."""
    return {kind: list(view.every(kind)) for kind in KINDS}


@contextmanager
def folder() -> Iterator[Path]:
    """A folder for one trial of a law, which pytest's own is not."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


LEDGERS = st.lists(st.sampled_from(KINDS).flatmap(records), max_size=12, unique_by=lambda record: record.id)
"""Records of all kinds, as a ledger holds them."""
