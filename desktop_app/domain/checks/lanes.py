"""The figures of one measure while they are checked: the official series, and the claims beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from desktop_app.domain.checks.counts import Counts
from desktop_app.domain.checks.said import said_of
from desktop_app.domain.checks.totals import Book, total_of
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.flows import flow, period_of
from desktop_app.domain.intervals import Number
from desktop_app.domain.measures import Basis
from desktop_app.domain.readings import Known
from desktop_app.domain.sources import Source
from desktop_app.domain.views import R

Period = tuple[Basis, date, date]
K = TypeVar("K", bound=Hashable)


@dataclass
class Lane:
    """The figures of one measure that no other replaces, by id, and by what they are compared by."""

    measure: str
    official: dict[str, Figure] = field(default_factory=dict)
    """Standing counts within periods, read in official statistics: they make the series."""
    claims: dict[str, Figure] = field(default_factory=dict)
    """All others, also those that somebody has set aside."""
    by_value: dict[Number, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The claims that give a number."""
    by_period: dict[Period, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The claims that are counts or targets of a period."""
    official_by_period: dict[Period, set[str]] = field(default_factory=lambda: defaultdict(set))
    windows: dict[str, tuple[date, date]] = field(default_factory=dict)
    """The first and the last day that each claim may speak of, where it can be compared with the series."""
    ranges: set[str] = field(default_factory=set)
    """The claims that are ranges without a number of their own."""
    _counts: Counts | None = None
    _books: dict[Basis, Book] = field(default_factory=dict)
    _last: Figure | None = None
    _last_claim: Figure | None = None

    def put(self, figure: Figure, official: bool) -> None:
        """Take a figure in."""
        if official and figure.basis is Basis.FLOW and figure.rank is not Rank.DEPRECATED:
            self.official[figure.id] = figure
            self._counts = self._last = None
            if (period := period_key(figure)) is not None:
                self.official_by_period[period].add(figure.id)
            return
        self.claims[figure.id] = figure
        self._last_claim = None
        if (said := said_of(figure)) is not None:
            self.windows[figure.id] = (said.since[0], said.to[1])
        if figure.amount.value is not None:
            self.by_value[figure.amount.value].add(figure.id)
        elif figure.amount.has_number:
            self.ranges.add(figure.id)
        if (period := period_key(figure)) is not None:
            self.by_period[period].add(figure.id)

    def drop(self, id: str) -> None:
        """Let a figure go."""
        figure = self.official.pop(id, None)
        if figure is not None:
            self._counts = self._last = None
            _discard(self.official_by_period, period_key(figure), id)
            return
        claim = self.claims.pop(id, None)
        if claim is not None:
            self._last_claim = None
            self.ranges.discard(id)
            self.windows.pop(id, None)
            _discard(self.by_value, claim.amount.value, id)
            _discard(self.by_period, period_key(claim), id)

    def counts(self, sources: Iterable[Source]) -> Counts:
        """The official series; `sources` are those of official statistics."""
        if self._counts is None:
            ledger = Known(_Official(list(self.official.values()), list(sources)))
            self._counts = Counts(flow(ledger, self.measure))
        return self._counts

    def book(self, basis: Basis, counts: Counts, *, by_start: bool) -> Book:
        """The running totals, or stocks, that the official series does not cover."""
        book = self._books.get(basis)
        if book is None:
            claims = (one for one in self.claims.values() if one.basis is basis)
            found = (total_of(one) for one in claims if not self.is_covered(one.id, counts))
            totals = (total for total in found if total is not None)
            book = Book(totals, by_start=by_start, apart=basis is Basis.CUMULATIVE)
            self._books[basis] = book
        return book

    def forget_books(self) -> None:
        """Have the running totals put in order anew when they are next asked for."""
        self._books.clear()

    def enter(self, basis: Basis, id: str, counts: Counts) -> set[str]:
        """Bring the running totals up to date with one figure; ids of the figures that it may concern."""
        book = self._books.get(basis)
        if book is None:
            return {one.id for one in self.claims.values() if one.basis is basis}
        claim = self.claims.get(id)
        mine = claim is not None and claim.basis is basis and not self.is_covered(id, counts)
        concerned = book.put(id, total_of(claim) if claim is not None and mine else None)
        if concerned is not None:
            return concerned
        del self._books[basis]
        return {one.id for one in self.claims.values() if one.basis is basis}

    def is_covered(self, id: str, counts: Counts) -> bool:
        """Whether the official series speaks of a claim: then it is compared with that, not with others."""
        days = self.windows.get(id)
        return days is not None and counts.covers(*days)

    def last_official(self) -> Figure | None:
        """The figure with which the official series ends; None where there is none."""
        if self._last is None:
            self._last = max(self.official.values(), key=_end, default=None)
        return self._last

    def last_claim(self) -> Figure | None:
        """The standing claim about the latest day; None where there is none."""
        if self._last_claim is None:
            dated = (one for one in self.claims.values() if _is_dated(one))
            self._last_claim = max(dated, key=_as_at, default=None)
        return self._last_claim


class _Official:
    """A view of these figures and sources alone."""

    def __init__(self, figures: list[Figure], sources: list[Source]) -> None:
        self._records: dict[type, list[Figure] | list[Source]] = {Figure: figures, Source: sources}

    def every(self, kind: type[R]) -> Iterable[R]:
        """The records of a kind."""
        return self._records.get(kind, [])  # type: ignore[return-value]

    def get(self, kind: type[R], id: str) -> R | None:
        """Nothing is looked up by name here."""
        return None


def period_key(figure: Figure) -> Period | None:
    """What a count or a target is compared by with others of the same days; None where it is neither."""
    if figure.rank is Rank.DEPRECATED or not figure.amount.has_number:
        return None
    if figure.basis is Basis.FLOW:
        days = period_of(figure)
        return None if days is None else (figure.basis, *days)
    first, last = figure.period.earliest, figure.period.latest
    if figure.basis is not Basis.TARGET or first is None or last is None:
        return None
    return figure.basis, first, last


def _discard(index: dict[K, set[str]], key: K | None, id: str) -> None:
    if key is not None and key in index:
        index[key].discard(id)
        if not index[key]:
            del index[key]


def _is_dated(figure: Figure) -> bool:
    return (
        figure.rank is not Rank.DEPRECATED
        and figure.basis is not Basis.TARGET
        and figure.as_at.latest is not None
    )


def _end(figure: Figure) -> tuple[date, str]:
    return figure.period.latest or date.min, figure.id


def _as_at(figure: Figure) -> tuple[date, str]:
    return figure.as_at.latest or date.min, figure.id
