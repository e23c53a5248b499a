"""What a new workspace begins with."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from desktop_app.domain.dates import on_day
from desktop_app.domain.measures import BUILT_IN
from desktop_app.domain.records import Record
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.steps import Step
from desktop_app.services.signing import Pen, seconds
from desktop_app.services.undo_stacks import NEW_WORKSPACE
from desktop_app.store.unit_of_work import UnitOfWork

_SCHEME_START = date(2025, 8, 6)


def first_records() -> tuple[Record, ...]:
    """The built-in measures and the UK-France scheme."""
    scheme = Scheme(
        name="UK\N{EN DASH}France pilot",
        parties=("United Kingdom", "France"),
        start=on_day(_SCHEME_START),
    )
    return (*BUILT_IN, scheme)


def first_step(first: Iterable[Record] | None, pen: Pen, *, private: bool = False) -> Step:
    """The step that makes a workspace: `first_records` unless other records are given."""
    moment = pen.clock()
    work = UnitOfWork(_nothing, seconds(moment), private=private)
    work.put_all(first_records() if first is None else first)
    return pen.step(moment, NEW_WORKSPACE, work.edits)


def _nothing(kind: type[Record], id: str) -> None:
    return None
