"""Turns one value of a table, with the row around it, into the figure that it states."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Final, NamedTuple, TypeVar

from desktop_app.domain.date_lexicon import fold
from desktop_app.domain.date_words import Order
from desktop_app.domain.dates import UNDATED, PartialDate, by
from desktop_app.domain.figures import Figure, Rank, Status
from desktop_app.domain.identity import new_ids
from desktop_app.domain.measures import Basis, Measure
from desktop_app.domain.problems import Problem
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation, Quotation
from desktop_app.services.spreadsheets.sheets import Cell, cell_name
from desktop_app.services.tabular import leaving_out, periods, ranges, values
from desktop_app.services.tabular.books import Row
from desktop_app.services.tabular.layouts import Column, Layout, Week
from desktop_app.services.tabular.leaving_out import LeftOut
from desktop_app.services.tabular.naming import FoundSource, Sources
from desktop_app.services.tabular.targets import MeasureNames, Target
from desktop_app.services.tabular.values import ReadAmount, ReadDate, text_of

T = TypeVar("T")

_CACHED: Final = 1 << 17
_NOT_SAID: Final = ReadAmount(None)
_NO_DATE: Final = ReadDate(UNDATED)
_MOST_IDS: Final = 1_000


class Item(NamedTuple):
    """What one value comes to: a figure, or why there is none."""

    figure: Figure | None
    key: int = 0
    """The same for values of one file that say the same."""
    problems: tuple[Problem, ...] = ()
    left_out: LeftOut | None = None
    suggestion: str = ""
    """A day that would fit where the weekday contradicts the date, as ISO text."""


class Cells(dict[Cell, T]):
    """What the cells of a column say: each different one is read once, as long as they are not too many."""

    def __init__(self, read: Callable[[Cell], T]) -> None:
        self._read = read

    def __missing__(self, cell: Cell) -> T:
        if len(self) >= _CACHED:
            self.clear()
        read = self[cell] = self._read(cell)
        return read


class ItemReader:
    """Reads the values of a sheet by its layout. Equal cells are read once.

    `measures` are those of the workspace, `sources` finds or makes the sources that rows name. `today` is
    the day by which anything that says no other day was published; `recorded` the moment of entry, where
    the figures are to be kept: only then do they get ids.
    """

    def __init__(
        self,
        layout: Layout,
        measures: MeasureNames,
        sources: Sources,
        today: date,
        *,
        sheet: str = "",
        recorded: str = "",
    ) -> None:
        self.layout, self.measures, self._sources, self._today = layout, measures, sources, today
        self._sheet, self._recorded = sheet, recorded
        self.width = len(layout.columns)
        self._titles = tuple(fold(column.title) for column in layout.columns)
        self.value_columns: tuple[Column | None, ...] = layout.of(Target.VALUE) or (None,)
        """The columns of values: each row is read once for each. None for rows of low and high alone."""
        self._ids: list[str] = []
        self._prepare(layout)

    def _prepare(self, layout: Layout) -> None:
        """A reader for each column, so that a row is a few look-ups."""
        columns = {target: next(iter(layout.of(target)), None) for target in Target}
        self.at = {target: column.index for target, column in columns.items() if column is not None}
        constants = layout.constants
        self.amounts = {
            column.index: Cells(partial(values.amount, decimals=column.number_style.decimals))
            for column in layout.columns
        }
        self.dates = {
            target: Cells(partial(self._read_date, order=column.date_order.order, week=column.week))
            for target in (Target.DATE, Target.DATE_END, Target.SINCE, Target.PUBLISHED)
            if (column := columns[target]) is not None
        }
        self.named: Cells[Measure | None] = Cells(self._measure_called)
        self.found: Cells[FoundSource | None] = Cells(self._source_called)
        self.texts: Cells[str] = Cells(text_of)
        self.statuses: Cells[Status | None] = Cells(lambda cell: values.status(text_of(cell)))
        self.bases: Cells[Basis | None] = Cells(lambda cell: values.basis(text_of(cell)))
        self._own_names = dict(layout.named)
        self._measure_constant = self.measures.get(constants.measure)
        self.since = self._read_date(constants.since)
        self.published = self._read_date(constants.published)
        self.by_today = by(self._today)
        self.periods = {
            column.index: self._read_date(column.period, column.date_order.order or "dmy")
            for column in layout.columns
            if column.period
        }

    @property
    def has_file(self) -> bool:
        """Whether the file itself is cited where no row names a source."""
        return self._sources.has_file

    @property
    def unknown_measures(self) -> tuple[str, ...]:
        """What the rows so far call a measure and no measure is called."""
        return tuple(text_of(name) for name, measure in self.named.items() if measure is None and name)

    def item(self, row: Row, number: int, column: Column | None) -> Item:
        """One value of a row; `number` is the row's number in the sheet, counted from zero."""
        if len(row) != self.width:
            fitted = self._fitted(row)
            if fitted is None:
                return Item(None, problems=(Problem("row", "more cells than titles"),))
            row = fitted
        said = _NOT_SAID if column is None else self.amounts[column.index][row[column.index]]
        if Target.LOW in self.at or Target.HIGH in self.at:
            said = self._with_ends(row, said)
        if said.amount is None:
            why = leaving_out.left_out(row, self._titles)
            if why is not None or not said.problem:
                return Item(None, left_out=why or LeftOut.NO_VALUE)
        return self._understood(row, number, column, said)

    def _understood(self, row: Row, number: int, column: Column | None, said: ReadAmount) -> Item:
        """The figure of a value that is said, or why it cannot be one."""
        at = self.at
        measure = self._measure(row, column)
        first = self._when(row, Target.DATE)
        period = self._period(row, column, first)
        since = self._when(row, Target.SINCE) if Target.SINCE in at else self.since
        published = self._when(row, Target.PUBLISHED)
        if (
            measure is None
            or said.amount is None
            or said.unit is not None
            or _problem(first, period, since, published)
        ):
            problems = self._problems(said, measure, first, period, since, published)
            if problems and not period.date.is_dated and leaving_out.is_total(row):
                return Item(None, left_out=LeftOut.TOTAL)
            if problems:
                return Item(None, problems=problems, suggestion=first.suggestion)
            assert measure is not None
            assert said.amount is not None
        remarks = self._remarks(row, period)
        if remarks is None:
            return Item(None, left_out=LeftOut.TOTAL)
        source = self._source(row, period)
        figure = self._figure(row, said, measure, period, since, published, source, number, column)
        return Item(figure, _key(figure, source), remarks)

    def _remarks(self, row: Row, period: ReadDate) -> tuple[Problem, ...] | None:
        """What is to be said of a row that can be kept; None where it sums others up after all."""
        remarks: tuple[Problem, ...] = ()
        for target, read in ((Target.STATUS, self.statuses), (Target.BASIS, self.bases)):
            if target in self.at:
                cell = row[self.at[target]]
                if read[cell] is None and self.texts[cell]:
                    remarks += (Problem(target.value, f"unknown {target.value}", blocks=False),)
        if period.date.edtf == "":
            if leaving_out.is_total(row):
                return None
            remarks += (Problem("date", "no date", blocks=False),)
        return remarks

    def _figure(  # noqa: PLR0913 - the parts of a figure, read already
        self,
        row: Row,
        said: ReadAmount,
        measure: Measure,
        period: ReadDate,
        since: ReadDate,
        published: ReadDate,
        source: FoundSource | None,
        number: int,
        column: Column | None,
    ) -> Figure:
        assert said.amount is not None
        at, constants = self.at, self.layout.constants
        status = self.statuses[row[at[Target.STATUS]]] if Target.STATUS in at else None
        basis = self.bases[row[at[Target.BASIS]]] if Target.BASIS in at else constants.basis
        if basis is None:
            counted = since.date.edtf != "" and measure.basis is not Basis.STOCK
            basis = constants.basis or (Basis.CUMULATIVE if counted else measure.basis)
        # In order of the fields: a million times, naming each would take as long as the rest of this.
        return Figure(
            self._id() if self._recorded else "",
            measure.id,
            said.amount,
            said.words,
            basis,
            since.date if basis is Basis.CUMULATIVE else UNDATED,
            period.date,
            period.words,
            period.how,
            UNDATED,
            self._first_published(published, source, period.date),
            (self.texts[row[at[Target.SPEAKER]]] if Target.SPEAKER in at else "") or constants.speaker,
            status or constants.status,
            Rank.NORMAL,
            "",
            "",
            () if source is None else source.citations or (self._citation(source, number, column),),
            self.texts[row[at[Target.NOTE]]] if Target.NOTE in at else "",
            Sharing.CLEAR,
            self._recorded,
        )

    def _fitted(self, row: Row) -> Row | None:
        """The row as wide as the titles; None where cells without a title hold something."""
        if len(row) > self.width:
            return None if any(map(text_of, row[self.width :])) else row[: self.width]
        return [*row, *[None] * (self.width - len(row))]

    def _id(self) -> str:
        if not self._ids:
            self._ids = new_ids(_MOST_IDS)[::-1]
        return self._ids.pop()

    def _problems(
        self, said: ReadAmount, measure: Measure | None, first: ReadDate, *dates: ReadDate
    ) -> tuple[Problem, ...]:
        problems = []
        if measure is None:
            problems.append(Problem("measure", "no measure"))
        if said.problem:
            problems.append(Problem("value", said.problem))
        elif said.unit is not None and measure is not None and said.unit is not measure.unit:
            problems.append(Problem("value", "other unit"))
        period, since, published = dates
        for field, read in (("date", period), ("since", since), ("published", published)):
            if read.problem:
                problems.append(Problem(field, read.problem))
        return tuple(problems)

    def _citation(self, source: FoundSource, number: int, column: Column | None) -> Citation:
        index = column.index if column is not None else self.at.get(Target.LOW, 0)
        place = f"{self._sheet} {cell_name(number, index)}".strip()
        return Citation(source.id, locator=place, quotation=Quotation.VERBATIM)

    def _first_published(
        self, said: ReadDate, source: FoundSource | None, period: PartialDate
    ) -> PartialDate:
        """When a number was known: as the row says, as the file does, as its source does, else by today."""
        if said.date.edtf:
            return said.date
        if self.published.date.edtf:
            return self.published.date
        if source is not None and periods.may_tell_of(source.published, period):
            return source.published
        return self.by_today

    def _period(self, row: Row, column: Column | None, first: ReadDate) -> ReadDate:
        """The period of a value: its column's, or the row's from the first day to the last."""
        if column is not None and column.period:
            return self.periods[column.index]
        if Target.DATE_END not in self.at:
            return first
        last = self._when(row, Target.DATE_END)
        if last.problem or first.problem:
            return first if first.problem else last
        if not last.date.is_dated or not first.date.is_dated:
            return first if first.date.is_dated else last
        return periods.joined(first, last)

    def _when(self, row: Row, target: Target) -> ReadDate:
        read = self.dates.get(target)
        return _NO_DATE if read is None else read[row[self.at[target]]]

    def _read_date(self, cell: Cell, order: Order = None, week: Week | None = None) -> ReadDate:
        return periods.whole_week(values.when(cell, self._today, order), week)

    def _measure(self, row: Row, column: Column | None) -> Measure | None:
        if column is not None and column.measure:
            return self.measures.get(column.measure)
        index = self.at.get(Target.MEASURE)
        cell = None if index is None else row[index]
        return self._measure_constant if cell is None or cell == "" else self.named[cell]

    def _measure_called(self, cell: Cell) -> Measure | None:
        name = text_of(cell)
        return self.measures.called(name) or self.measures.get(self._own_names.get(name, ""))

    def _source(self, row: Row, period: ReadDate) -> FoundSource | None:
        index = self.at.get(Target.SOURCE)
        cell = None if index is None else row[index]
        found = self.found[cell]
        if found is None:
            name = text_of(cell) or self.layout.constants.source
            found = self._sources.called(name, period.date)
        return found

    def _source_called(self, cell: Cell) -> FoundSource | None:
        """The source of that name; None where the day decides which, or there is none."""
        return self._sources.sure(text_of(cell) or self.layout.constants.source)

    def _with_ends(self, row: Row, said: ReadAmount) -> ReadAmount:
        low, high = (
            self.amounts[self.at[target]][row[self.at[target]]] if target in self.at else _NOT_SAID
            for target in (Target.LOW, Target.HIGH)
        )
        if said.problem or (low.amount is None and high.amount is None and not (low.problem or high.problem)):
            return said
        if low.problem or high.problem:
            return low if low.problem else high
        return ranges.joined(said, low, high)


def _problem(*dates: ReadDate) -> bool:
    return any(read.problem for read in dates)


def _key(figure: Figure, source: FoundSource | None) -> int:
    return hash(
        (
            figure.measure,
            str(figure.amount),
            figure.period.edtf,
            figure.basis.value,
            figure.counted_since.edtf,
            figure.published.edtf,
            figure.speaker,
            "" if source is None else source.id,
        )
    )
