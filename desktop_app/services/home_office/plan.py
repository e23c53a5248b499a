"""Says what an edition of the time series would add to a workspace and revise in it, without doing it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, TypeVar, overload

from desktop_app.domain.amounts import Amount
from desktop_app.domain.dates import on_day
from desktop_app.domain.figures import Figure, Status
from desktop_app.domain.identity import new_id
from desktop_app.domain.records import Record
from desktop_app.domain.sources import Citation, Quotation
from desktop_app.domain.views import View
from desktop_app.services.home_office import editions
from desktop_app.services.home_office.chains import Chains, Key
from desktop_app.services.home_office.layout import Entry, TimeSeries

T = TypeVar("T", bound=Record)

_PROBABLY_TRUE = 2


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
    """What importing an edition would do. What is not kept is named here, not left out in silence."""

    edition: date
    series: TimeSeries
    added: Sequence[Figure]
    """Values for which no edition up to this one had any."""
    revised: tuple[Revision, ...]
    unchanged: int
    """How many values are known already, among them the `earlier` ones."""
    earlier: int
    """How many were known from a later edition only: their first publication moves back to this one."""
    mismatches: tuple[Mismatch, ...]
    withdrawn: tuple[Figure, ...]
    """Values of earlier editions for which this one has none; they stay as they are."""
    marked: tuple[Entry, ...]
    """Added or revised values that the edition marks "Revised": it says neither when nor from what."""
    records: Sequence[Record]
    """What is to be kept, in order; empty where the edition is known already."""
    revision: int | None = None
    """The workspace's revision that was compared, where it was a workspace."""


def plan(view: View, series: TimeSeries, edition: date, today: date) -> ImportPlan:
    """Compare an edition, value by value, with what `view` knows from the Home Office's statistics.

    The result does not depend on the order in which editions are imported: one that comes late is put
    between its neighbours, and what later ones revise is linked anew. `today` is when the file was looked at.
    """
    source, is_new = editions.source_of(view, edition, today)
    chains = Chains(view)
    drafting = Drafting(edition, source.id, editions.imported_after(view, edition))
    entries = [*series.daily, *series.weekly]
    keys = _keys(entries)
    alone = chains.alone(edition)
    confirmed = 0
    for entry, key in zip(entries, keys, strict=True):
        value = entry.value
        if value is None:
            continue
        if alone.get(key) == value:
            confirmed += 1
        elif key not in chains:
            drafting.take_new(entry)
        else:
            drafting.take(entry, value, *chains.around(key, edition))
    drafting.unchanged += confirmed
    # No value comes twice: where as many are confirmed as there are known ones, none is missing.
    withdrawn: list[Figure] = []
    if confirmed < len(chains):
        seen = {key for entry, key in zip(entries, keys, strict=True) if entry.value is not None}
        withdrawn = sorted(chains.missing(seen, edition, series.last_day), key=_place)
    return ImportPlan(
        edition=edition,
        series=series,
        added=Drafted(drafting, drafting.new),
        revised=tuple(drafting.revised),
        unchanged=drafting.unchanged,
        earlier=drafting.earlier,
        mismatches=tuple(mismatches(series)),
        withdrawn=tuple(withdrawn),
        marked=tuple(drafting.marked),
        records=Drafted(drafting, [*([source] if is_new else []), *drafting.kept]),
    )


def _keys(entries: Sequence[Entry]) -> list[Key]:
    """What each value is of; those of one row, which follow each other, share the words for their days."""
    keys: list[Key] = []
    first = last = None
    notation = ""
    for entry in entries:
        if entry.first is not first or entry.last is not last:
            first, last, notation = entry.first, entry.last, entry.notation
        keys.append((entry.measure, notation))
    return keys


def mismatches(series: TimeSeries) -> Iterator[Mismatch]:
    """The weeks whose own count contradicts their days in the same edition.

    A week with a day that was not recorded can only be contradicted by days that count more than it does.
    """
    days: dict[str, dict[int, int | None]] = {}
    for entry in series.daily:
        days.setdefault(entry.measure, {})[entry.first.toordinal()] = entry.value
    for entry in series.compared:
        if entry.value is None:
            continue
        within = range(entry.first.toordinal(), entry.last.toordinal() + 1)
        counts = list(map(days.get(entry.measure, {}).get, within))
        recorded = sum(count for count in counts if count is not None)
        if recorded > entry.value or (recorded < entry.value and None not in counts):
            yield Mismatch(entry.measure, entry.first, entry.last, entry.value, recorded)


@dataclass
class Drafting:
    """The records that come of an edition while its values are gone through."""

    edition: date
    source: str
    later: list[tuple[date, str]]
    """Days and sources of the later editions that are imported already."""
    new: list[Entry | Figure] = field(default_factory=list)
    """Values for which there was none; a figure is made of an entry only where somebody looks at it."""
    revised: list[Revision] = field(default_factory=list)
    marked: list[Entry] = field(default_factory=list)
    kept: list[Entry | Figure] = field(default_factory=list)
    """What is to be kept, in order; entries as in `new`."""
    unchanged: int = 0
    earlier: int = 0

    @property
    def added(self) -> list[Figure]:
        """The values for which there was none, as figures."""
        return [self.made(each) for each in self.new]

    @property
    def records(self) -> list[Figure]:
        """What is to be kept, in order."""
        return [self.made(each) for each in self.kept]

    def made(self, each: Entry | Figure) -> Figure:
        """The figure of an entry, the same however often it is asked for."""
        if isinstance(each, Figure):
            return each
        figure = self.figures.get(each)
        if figure is None:
            assert each.value is not None
            amount = self.amounts.setdefault(each.value, Amount.exactly(each.value))
            figure = self.figures[each] = self._figure(each, amount, None)
        return figure

    def __post_init__(self) -> None:
        self.figures: dict[Entry, Figure] = {}
        self.published = on_day(self.edition)
        self.later_sources = {source for _, source in self.later}
        self.amounts: dict[int, Amount] = {}

    def take_new(self, entry: Entry) -> None:
        """A value of which nothing was known."""
        self.new.append(entry)
        self.kept.append(entry)
        if entry.note:
            self.marked.append(entry)

    def take(self, entry: Entry, value: int, before: Figure | None, after: Figure | None) -> None:
        """One value, beside what was known on the day of the edition and what was published next."""
        if before is None and after is None:
            self.take_new(entry)
            return
        amount = self.amounts.get(value)
        if amount is None:
            amount = self.amounts[value] = Amount.exactly(value)
        if before is not None and before.amount == amount:
            self.unchanged += 1
            return
        between = self._confirmed(before, after)
        if after is not None and after.amount == amount and between is None:
            figure = self._moved_back(after, before, entry)
        else:
            figure = self._figure(entry, amount, before)
            self._link_on(figure, before, between, after)
        self.kept.append(figure)
        if before is not None:
            self.revised.append(Revision(before, figure))
        elif after is not None and after.id == figure.id:
            self.earlier += 1
            self.unchanged += 1
            return
        else:
            self.new.append(figure)
        if entry.note:
            self.marked.append(entry)

    def _confirmed(self, before: Figure | None, after: Figure | None) -> tuple[date, str] | None:
        """The edition between this one and the next change that still had the value from before, if any.

        It left no figure, for nothing had changed then; now that something has, its value is a revision back.
        """
        if before is None or not self.later:
            return None
        first = self.later[0]
        limit = after.published.latest if after is not None else None
        return first if limit is None or first[0] < limit else None

    def _figure(self, entry: Entry, amount: Amount, before: Figure | None) -> Figure:
        return Figure(
            measure=entry.measure,
            amount=amount,
            amount_words=str(entry.value),
            period=entry.period,
            published=self.published,
            speaker=editions.PUBLISHER,
            status=Status.PROVISIONAL,
            revises=before.id if before is not None else "",
            citations=(self._citation(entry),),
        )

    def _citation(self, entry: Entry) -> Citation:
        return Citation(
            source=self.source,
            excerpt=str(entry.value),
            locator=entry.place,
            quotation=Quotation.VERBATIM,
            credibility=_PROBABLY_TRUE,
            note=entry.note,
        )

    def _moved_back(self, figure: Figure, before: Figure | None, entry: Entry) -> Figure:
        """A figure of a later edition that turns out to have been published in this one first."""
        others = tuple(cited for cited in figure.citations if cited.source not in self.later_sources)
        return replace(
            figure,
            published=self.published,
            revises=before.id if before is not None else "",
            citations=(self._citation(entry), *others),
        )

    def _link_on(
        self,
        figure: Figure,
        before: Figure | None,
        between: tuple[date, str] | None,
        after: Figure | None,
    ) -> None:
        """Make what was published later revise the new figure, and not the one before it any more."""
        last = figure
        if between is not None and before is not None:
            day, source = between
            last = replace(
                figure,
                id=new_id(),
                amount=before.amount,
                amount_words=before.amount_words,
                published=on_day(day),
                revises=figure.id,
                citations=(
                    Citation(
                        source, before.amount_words, quotation=Quotation.VERBATIM, credibility=_PROBABLY_TRUE
                    ),
                ),
            )
            self.kept.append(last)
        if after is not None:
            self.kept.append(replace(after, revises=last.id))


class Drafted(Sequence[T]):
    """Records of which those that come of entries are made when they are first looked at.

    To say what an edition would do takes no figures, and making ten thousand takes longer than comparing
    them. Equal to a tuple of the same records.
    """

    def __init__(self, drafting: Drafting, items: Sequence[Entry | T]) -> None:
        self._drafting, self._items = drafting, items
        self._made: tuple[T, ...] | None = None

    def __len__(self) -> int:
        return len(self._items)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        return self._all[place]

    def __iter__(self) -> Iterator[T]:
        return iter(self._all)

    def __eq__(self, other: object) -> bool:
        return self._all == (other._all if isinstance(other, Drafted) else other)

    __hash__ = None  # type: ignore[assignment]

    @property
    def periods(self) -> list[tuple[date | None, date | None]]:
        """The first and last days of the figures, without making them."""
        return [
            (each.first, each.last) if isinstance(each, Entry) else (each.period.earliest, each.period.latest)
            for each in self._items
            if isinstance(each, Entry | Figure)
        ]

    @property
    def _all(self) -> tuple[T, ...]:
        if self._made is None:
            made: list[Any] = [
                self._drafting.made(each) if isinstance(each, Entry) else each for each in self._items
            ]
            self._made = tuple(made)
        return self._made


def _place(figure: Figure) -> tuple[str, tuple[int, int, int, str]]:
    return figure.measure, figure.period.sort_key
