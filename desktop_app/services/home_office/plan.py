"""Says what one edition of the time series adds to what a workspace holds, and what it revises, without doing it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.dates import PartialDate, on_day
from desktop_app.domain.figures import Figure
from desktop_app.domain.records import Record
from desktop_app.domain.sources import Source
from desktop_app.domain.views import View
from desktop_app.services.home_office import editions
from desktop_app.services.home_office.chains import Chain, Chains, Placed, Placing
from desktop_app.services.home_office.layout import WEEK, Entry, TimeSeries


@dataclass(frozen=True, slots=True)
class Revision:
    """A value that the edition gives otherwise than the editions before it."""

    before: Figure
    after: Figure


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A week of the edition whose own count is not the sum of its days in the same edition."""

    measure: str
    first: date
    last: date
    weekly: int
    daily: int


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What importing an edition would do. Nothing is left out in silence: what is not kept is named here."""

    edition: date
    series: TimeSeries
    added: tuple[Figure, ...]
    """Values for which no earlier edition had one."""
    revised: tuple[Revision, ...]
    unchanged: int
    """Values that are known already, among them the `earlier` ones."""
    earlier: int
    """Values known from a later edition, whose first publication moves back to this one."""
    mismatches: tuple[Mismatch, ...]
    withdrawn: tuple[Figure, ...]
    """Values of earlier editions for which this one has none; they stay as they are."""
    marked: tuple[Entry, ...]
    """New values that the edition itself marks, as "Revised": it says neither when nor from what."""
    records: tuple[Record, ...]
    """What is to be kept, in order; empty where the edition is known already."""


def plan(view: View, series: TimeSeries, edition: date, today: date) -> ImportPlan:
    """Compare an edition with what `view` knows from this publisher's editions, value by value.

    The result does not depend on the order in which editions are imported: one that comes late is put
    between its neighbours, and what later ones revise is linked anew.
    """
    known = editions.known(view)
    chains = Chains(view)
    source, keep_source = editions.source_of(view, edition, today)
    placing = Placing(
        edition, source.id, later=known.after(edition), later_editions=known.ids_after(edition)
    )
    added: list[Figure] = []
    revised: list[Revision] = []
    marked: list[Entry] = []
    records: list[Record] = [source] if keep_source else []
    unchanged = earlier = 0
    seen: set[tuple[str, str]] = set()
    for entry in (*series.daily, *series.weekly):
        if entry.value is None:
            continue
        period = entry.period
        seen.add((entry.measure, period.edtf))
        chain = chains.of(entry.measure, period)
        placed = placing.place(chain, entry, period)
        records += placed.records
        if placed.figure is None:
            unchanged += 1
            continue
        if placed.outcome is Placed.EARLIER:
            unchanged, earlier = unchanged + 1, earlier + 1
            continue
        if chain.before is None:
            added.append(placed.figure)
        else:
            revised.append(Revision(chain.before, placed.figure))
        if entry.note:
            marked.append(entry)
    return ImportPlan(
        edition=edition,
        series=series,
        added=tuple(added),
        revised=tuple(revised),
        unchanged=unchanged,
        earlier=earlier,
        mismatches=mismatches(series),
        withdrawn=tuple(chains.missing(seen, series, edition)),
        marked=tuple(marked),
        records=tuple(records),
    )
