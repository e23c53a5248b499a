"""A small ledger for tests: records in memory, and figures written in a line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, TypeVar

from desktop_app.domain.amounts import Amount
from desktop_app.domain.dates import PartialDate, on_day
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import ADM, ARR, RET, Basis
from desktop_app.domain.records import Record
from desktop_app.domain.sources import Citation, Reliability, Source, SourceKind

R = TypeVar("R", bound=Record)

HOME_OFFICE = Source(
    id="home office",
    publisher="Home Office",
    kind=SourceKind.OFFICIAL_STATISTICS,
    reliability=Reliability.A,
    published=PartialDate.parse("2025-11-14"),
)
GOV_UK = Source(id="gov.uk", publisher="GOV.UK", kind=SourceKind.PRESS_RELEASE, reliability=Reliability.A)
PAPER = Source(id="paper", publisher="A paper", kind=SourceKind.NEWS_REPORT, reliability=Reliability.B)
BLOG = Source(id="blog", publisher="A blog", kind=SourceKind.OTHER, reliability=Reliability.D)
SOURCES = (HOME_OFFICE, GOV_UK, PAPER, BLOG)


class Ledger:
    """Records in memory, as a view."""

    def __init__(self, *records: Record) -> None:
        self.records = {record.id: record for record in (*SOURCES, *records)}

    def every(self, kind: type[R]) -> Iterable[R]:
        return [record for record in self.records.values() if isinstance(record, kind)]

    def get(self, kind: type[R], id: str) -> R | None:
        record = self.records.get(id)
        return record if isinstance(record, kind) else None


def figure(measure: str, amount: str, period: str, source: Source = PAPER, **fields: Any) -> Figure:
    """A figure; dates are given in EDTF, and it is published on the last day it is about if not said."""
    for name in ("published", "data_to", "counted_since"):
        if name in fields:
            fields[name] = PartialDate.parse(fields[name])
    made = Figure(
        measure=measure,
        amount=Amount.parse(amount),
        period=PartialDate.parse(period),
        citations=(Citation(source.id),),
        basis=fields.pop("basis", Basis.CUMULATIVE if measure in (RET, ADM) else Basis.FLOW),
    )
    if "published" not in fields and made.as_at.latest is not None:
        fields["published"] = on_day(made.as_at.latest)
    return replace(made, **fields)


def daily(first: str, counts: Iterable[int | None], measure: str = ARR, **fields: Any) -> list[Figure]:
    """Official counts of one day each; None leaves the day without a record."""
    start = date.fromisoformat(first)
    return [
        figure(measure, str(count), (start + timedelta(days=days)).isoformat(), HOME_OFFICE, **fields)
        for days, count in enumerate(counts)
        if count is not None
    ]


NOVEMBER = (
    figure(RET, "75", "2025-10-31"),
    figure(RET, "94", "2025-11-07", GOV_UK),
    figure(RET, "113", "2025-11-14"),
    figure(RET, "193", "2025-12-16"),
    figure(RET, "281", "2026-01-27"),
    figure(ADM, "51", "2025-10-31"),
    figure(ADM, "65", "2025-11-07", GOV_UK),
    figure(ADM, "84", "2025-11-14"),
    figure(ADM, "195", "2025-12-16"),
    figure(ADM, "~350", "2026-01-27"),
)
"""Returned and admitted as reported from October 2025 to January 2026."""

WEEK_TO_9_NOVEMBER = daily("2025-11-03", [0, 0, 0, 621, 648, 503, 349])
"""Arrivals from Monday 3 to Sunday 9 November 2025 (the first three days are made up)."""
