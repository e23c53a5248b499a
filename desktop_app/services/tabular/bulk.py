"""Reads thousands of rows at once, column by column, where nothing about them needs a closer look."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress, islice, repeat
from typing import Any, Final, TypeAlias

from desktop_app.domain.dates import UNDATED
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Measure
from desktop_app.domain.sources import Citation, Quotation
from desktop_app.services.spreadsheets.sheets import Cell, cell_name
from desktop_app.services.tabular.books import Row
from desktop_app.services.tabular.items import Cells, ItemReader
from desktop_app.services.tabular.layouts import Column
from desktop_app.services.tabular.naming import FoundSource
from desktop_app.services.tabular.targets import Target
from desktop_app.services.tabular.values import ReadDate, text_of
from desktop_app.store import codec

CHUNK: Final = 20_000
"""Rows that are read at once: memory for them is small, and a look at whether to go on is never far."""

Texts: TypeAlias = list[Any] | str
"""A cell for each row, or one that all rows have."""

_PLACE: Final = "@place@"

_SURE_DIGITS: Final = 15
"""So many digits alone are a count like any other, written without leading zeros."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """The same value of many rows: columns as the file keeps them, and which rows they do not hold for."""

    count: int
    columns: dict[str, Texts]
    """By the names of a figure's fields; of what is left out the default holds."""
    sources: Texts
    """Ids of the sources, empty where there is none."""
    doubtful: frozenset[int]
    """Rows that must be read one by one; what the columns say of them means nothing."""

    @property
    def keys(self) -> list[int]:
        """The same for rows that say the same, as `Item.key` is."""
        names = ("measure", "amount", "period", "basis", "counted_since", "published", "speaker")
        columns = [_each(self.columns.get(name, ""), self.count) for name in names]
        return list(map(hash, zip(*columns, _each(self.sources, self.count), strict=False)))

    def only(self, wanted: Sequence[int]) -> dict[str, Texts]:
        """The columns of the rows for which `wanted` holds a one."""
        return {
            name: list(compress(texts, wanted)) if isinstance(texts, list) else texts
            for name, texts in self.columns.items()
        }


def _each(texts: Texts, count: int) -> Iterable[Any]:
    return texts if isinstance(texts, list) else repeat(texts, count)


class ChunkReader:
    """Reads chunks by the readings of an `ItemReader`; None where its layout needs every row looked at."""

    def __init__(self, reader: ItemReader, sheet: str) -> None:
        self._reader = reader
        self._sheet = sheet
        self._citing: Cells[tuple[str, str] | None] = Cells(self._cited)
        self._counted: Cells[tuple[str, str] | None] = Cells(self._measured)
        self._dated: dict[Target, Cells[tuple[str, str, str] | None]] = {
            target: Cells(_Dated(cells)) for target, cells in reader.dates.items()
        }
        self._numbers: dict[int, Cells[str | None]] = {}
        self._form = next(form.to_cell for form in codec.shape_of(Figure).forms if form.name == "citations")

    @property
    def suits(self) -> bool:
        """Whether the layout has only columns that can be read on their own."""
        reader = self._reader
        return not (
            {Target.LOW, Target.HIGH, Target.DATE_END, Target.SINCE, Target.BASIS} & reader.at.keys()
            or reader.since.date.is_dated
        )

    def read(self, rows: Sequence[Row], first: int, column: Column) -> Chunk:
        """The value of one column in each of the rows, whose numbers begin with `first`."""
        reader, width, count = self._reader, self._reader.width, len(rows)
        doubtful: set[int] = set()
        if set(map(len, rows)) != {width}:
            doubtful = {place for place, row in enumerate(rows) if len(row) != width}
            rows = [row if len(row) == width else [None] * width for row in rows]
        cells = list(zip(*rows, strict=True))
        numbers = self._numbers.setdefault(column.index, Cells(_Number(reader.amounts[column.index])))
        amounts: list[Any] = list(map(numbers.__getitem__, cells[column.index]))
        measures, bases = self._two(self._measures(cells, column, count), doubtful)
        periods = self._periods(cells, column, count)
        _doubt(amounts, doubtful)
        _doubt(periods, doubtful)
        period, words, how = _parted(periods, 3)
        sources, citations = self._sources(cells, first, column, count, doubtful)
        columns: dict[str, Texts] = {
            "measure": measures,
            "amount": amounts,
            "amount_words": list(map(reader.texts.__getitem__, cells[column.index])),
            "basis": bases,
            "period": period,
            "period_words": _folded(words),
            "period_how": _folded(how),
            "published": self._published(cells, doubtful),
            "speaker": self._text(cells, Target.SPEAKER, reader.layout.constants.speaker),
            "status": self._status(cells, doubtful),
            "citations": citations,
            "note": self._text(cells, Target.NOTE, ""),
        }
        return Chunk(count, columns, sources, frozenset(doubtful))

    def _measures(self, cells: list[Any], column: Column, count: int) -> list[tuple[str, str] | None]:
        reader = self._reader
        index = reader.at.get(Target.MEASURE)
        if column.measure or index is None:
            code = column.measure or reader.layout.constants.measure
            return [self._coded(reader.measures.get(code))] * count
        return list(map(self._counted.__getitem__, cells[index]))

    def _measured(self, cell: Cell) -> tuple[str, str] | None:
        reader = self._reader
        name = None if cell is None else text_of(cell)
        return self._coded(
            reader.named[cell] if name else reader.measures.get(reader.layout.constants.measure)
        )

    def _coded(self, measure: Measure | None) -> tuple[str, str] | None:
        if measure is None:
            return None
        return measure.id, (self._reader.layout.constants.basis or measure.basis).value

    def _periods(self, cells: list[Any], column: Column, count: int) -> list[Any]:
        index = self._reader.at.get(Target.DATE)
        if column.period:
            return [_coded_date(self._reader.periods[column.index])] * count
        if index is None:
            return [None] * count
        return list(map(self._dated[Target.DATE].__getitem__, cells[index]))

    def _published(self, cells: list[Any], doubtful: set[int]) -> Texts:
        index = self._reader.at.get(Target.PUBLISHED)
        if index is None:
            said = self._reader.published.date
            return str(said if said.is_dated else self._reader.by_today)
        read = list(map(self._dated[Target.PUBLISHED].__getitem__, cells[index]))
        _doubt(read, doubtful)
        return [each[0] if each else "" for each in read]

    def _sources(
        self, cells: list[Any], first: int, column: Column, count: int, doubtful: set[int]
    ) -> tuple[Texts, Texts]:
        index = self._reader.at.get(Target.SOURCE)
        read: list[Any] = (
            [self._citing[None]] * count
            if index is None
            else list(map(self._citing.__getitem__, cells[index]))
        )
        ids, texts = self._two(read, doubtful)
        if any(_PLACE in text for text in set(texts)):
            places = self._sheet, cell_name(0, column.index)[:-1]
            before = json.dumps(f"{places[0]} {places[1]}".strip(), ensure_ascii=False)[1:-1]
            texts = [
                text.replace(_PLACE, f"{before}{number}") for number, text in enumerate(texts, first + 1)
            ]
        return ids, texts

    def _cited(self, cell: Cell) -> tuple[str, str] | None:
        """Id and citations of the source that a cell names; None where only the whole row decides."""
        reader = self._reader
        name = text_of(cell) or reader.layout.constants.source
        found: FoundSource | None = reader.found[cell]
        assert self._form is not None
        if found is None:
            return None if name or reader.has_file else ("", str(self._form(())))
        dated_itself = Target.PUBLISHED in reader.at or reader.published.date.is_dated
        if found.published != UNDATED and not dated_itself:
            return None
        citations = found.citations or (Citation(found.id, locator=_PLACE, quotation=Quotation.VERBATIM),)
        return found.id, str(self._form(citations))

    def _text(self, cells: list[Any], target: Target, otherwise: str) -> Texts:
        index = self._reader.at.get(target)
        if index is None:
            return otherwise
        texts: list[Any] = list(map(self._reader.texts.__getitem__, cells[index]))
        return _folded([text or otherwise for text in texts] if otherwise else texts)

    def _status(self, cells: list[Any], doubtful: set[int]) -> Texts:
        index, otherwise = self._reader.at.get(Target.STATUS), self._reader.layout.constants.status
        if index is None:
            return otherwise.value
        found = {cell: self._reader.statuses[cell] for cell in set(cells[index])}
        unknown = {cell for cell, status in found.items() if status is None and self._reader.texts[cell]}
        if unknown:
            doubtful.update(place for place, cell in enumerate(cells[index]) if cell in unknown)
        codes = {cell: (status or otherwise).value for cell, status in found.items()}
        return list(map(codes.__getitem__, cells[index]))

    @staticmethod
    def _two(pairs: list[Any], doubtful: set[int]) -> tuple[list[Any], list[Any]]:
        _doubt(pairs, doubtful)
        one, other = _parted(pairs, 2)
        return one, other


class _Number:
    """The amount of a cell as the file keeps it; None where there is none, or it needs a closer look."""

    def __init__(self, amounts: Cells[Any]) -> None:
        self._amounts = amounts

    def __call__(self, cell: Cell) -> str | None:
        if isinstance(cell, str) and cell.isdigit() and cell.isascii() and len(cell) <= _SURE_DIGITS:
            return cell.lstrip("0") or "0"
        read = self._amounts[cell]
        sound = read.amount is not None and not read.problem and read.unit is None
        return str(read.amount) if sound else None


class _Dated:
    """The date of a cell as the file keeps it, its words and how it was obtained; None where it has none."""

    def __init__(self, dates: Cells[ReadDate]) -> None:
        self._dates = dates

    def __call__(self, cell: Cell) -> tuple[str, str, str] | None:
        return _coded_date(self._dates[cell])


def _coded_date(read: ReadDate) -> tuple[str, str, str] | None:
    if read.problem or not read.date.edtf:
        return None
    return read.date.edtf, read.words, read.how.value


def _doubt(read: list[Any], doubtful: set[int]) -> None:
    """Note the rows of which nothing was read."""
    if None in read:
        doubtful.update(place for place, each in enumerate(read) if each is None)


def _parted(read: list[Any], parts: int) -> list[list[Any]]:
    """Tuples as columns; what is None counts as empty."""
    if None in read:
        empty = ("",) * parts
        read = [each or empty for each in read]
    return list(map(list, zip(*read, strict=True))) if read else [[] for _ in range(parts)]


def _folded(texts: list[Any]) -> Texts:
    """One text where all rows have the same: every step after this one is spared a column."""
    return texts[0] if texts and texts.count(texts[0]) == len(texts) else texts


def chunks(rows: Iterable[Row], start: int, size: int = CHUNK) -> Iterator[tuple[int, list[Row]]]:
    """The rows from one on, some thousand at a time, each with the number of its first."""
    left = islice(iter(rows), start, None)
    number = start
    while many := list(islice(left, size)):
        yield number, many
        number += len(many)
