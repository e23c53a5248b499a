"""A workspace as real ones are: the example, and small boat arrivals of each of 3,154 days in four editions.

The numbers are made from chance with a fixed seed: many days of none and some very high, as arrivals are.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from desktop_app.domain.amounts import Amount
from desktop_app.domain.dates import on_day
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import ARR, Basis
from desktop_app.domain.records import Record
from desktop_app.domain.sources import Citation, Reliability, Source, SourceKind
from desktop_app.services import sample
from desktop_app.services.workspace import Workspace, first_records

FIRST, DAYS = date(2018, 1, 1), 3_154
LAST = FIRST + timedelta(days=DAYS - 1)
EDITIONS = (date(2025, 11, 14), date(2026, 1, 30), date(2026, 6, 5), date(2026, 8, 21))


def create(path: Path) -> Workspace:
    """An open workspace in a file, so that a commit is a commit to a disk."""
    return Workspace.create(path, first=[*first_records(), *records()])


def records() -> list[Record]:
    """The example with its days of arrivals replaced by those of eight years."""
    example = [one for one in sample.records() if not (isinstance(one, Figure) and _is_a_day(one))]
    return [*example, *_editions(), *_days()]


def _is_a_day(figure: Figure) -> bool:
    return figure.measure == ARR and figure.basis is Basis.FLOW


def _editions() -> Iterator[Source]:
    for day in EDITIONS:
        yield Source(
            id=f"edition-{day}",
            publisher="Home Office",
            title="Small boat arrivals: time series",
            kind=SourceKind.OFFICIAL_STATISTICS,
            reliability=Reliability.A,
            published=on_day(day),
        )


def _days() -> Iterator[Figure]:
    chance = random.Random(20251109)
    for number in range(DAYS):
        day = FIRST + timedelta(days=number)
        edition = next(one for one in EDITIONS if one > day)
        value = 0 if chance.random() < 0.55 else round(chance.gammavariate(0.5, 400))
        yield Figure(
            id=f"day-{day}",
            measure=ARR,
            basis=Basis.FLOW,
            amount=Amount.exactly(value),
            period=on_day(day),
            published=on_day(edition),
            citations=(Citation(f"edition-{edition}", credibility=2),),
        )
