"""Says of every row of a table what it would add to a workspace, and why not where it would add nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final, Protocol

from desktop_app.domain.figure_draft import FigureDraft
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Measure
from desktop_app.domain.problems import Problem
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.sources import Source
from desktop_app.domain.views import View
from desktop_app.services.tabular.books import Row, Sheet
from desktop_app.services.tabular.bulk import Chunk, ChunkReader, chunks
from desktop_app.services.tabular.items import Item, ItemReader
from desktop_app.services.tabular.layouts import Column, Layout
from desktop_app.services.tabular.leaving_out import LeftOut
from desktop_app.services.tabular.naming import Sources
from desktop_app.services.tabular.targets import MeasureNames
from desktop_app.services.tabular.twins import Twins
from desktop_app.services.tabular.values import text_of
from desktop_app.store.collecting import uncollected

Progress = Callable[[int, int], None]
"""Called with rows done and rows in all."""
Cancelled = Callable[[], bool]
"""Asked often; True stops."""


class State(StrEnum):
    """What a row would come to."""

    NEW = "new"
    SAME = "same"
    """Known already, from the same source, or said by an earlier row."""
    LIKE = "like"
    """May say the same as a figure of the workspace does."""
    UNREADABLE = "unreadable"
    LEFT_OUT = "left out"
    """States nothing: a blank, a remark, a total."""


STATES: Final = tuple(State)
_NUMBERS: Final = {state: number for number, state in enumerate(STATES)}


@dataclass(frozen=True, slots=True)
class RowPlan:
    """One value of a table as it was read and as it was understood."""

    place: int
    """Its place in the plan."""
    number: int
    """The number of its row, as people count: the first row of the file is 1."""
    column: str
    """The title of its column where a row has several values; else empty."""
    cells: tuple[str, ...]
    """The whole row as it was read."""
    draft: FigureDraft
    """What was understood, as texts of the form."""
    figure: Figure | None
    state: State
    problems: tuple[Problem, ...]
    left_out: LeftOut | None
    twin: str
    """Id of the figure that it is the same as, or like; empty where there is none."""
    twin_row: int | None
    """Number of the earlier row of this file that says the same; None where there is none."""
    suggestion: str
    """A day that would fit where weekday and date contradict each other, as ISO text."""
    ticked: bool
    """Whether it is added unless somebody decides otherwise."""


class Taking(Protocol):
    """Whoever takes the values while they are gone through."""

    def take(
        self,
        rows: list[Row],
        first: int,
        column: Column | None,
        chunk: Chunk | None,
        base: int,
        ticked: bytearray,
    ) -> None:
        """One value of many rows, of which the first has the number `first` and its value the place `base`.

        `chunk` is what was read of them all at once, and `ticked` has a byte for each row.
        """


class Plan(Sequence[RowPlan]):
    """What importing a sheet would do, value by value. Rows are worked out when they are asked for.

    `states` and `ticked` have one byte for each value, so a million rows cost two megabytes.
    """

    def __init__(self, view: View, sheet: Sheet, layout: Layout, today: date, *, file_name: str = "") -> None:
        self.sheet, self.layout, self.today = sheet, layout, today
        self.file_name = file_name
        self.revision: int | None = getattr(view, "revision", None)
        """The workspace's revision that was compared, where it was a workspace."""
        self.sources = Sources(view, file_name, today)
        self._reader = self.reader(view)
        self._twins = Twins(view)
        self.states = bytearray()
        self.ticked = bytearray()
        self._earlier: dict[int, int] = {}

    def reader(self, view: View, recorded: str = "") -> ItemReader:
        """A reader of this plan's values; `recorded` is the moment that goes into figures."""
        measures = MeasureNames(view.every(Measure))
        return ItemReader(
            self.layout, measures, self.sources, self.today, sheet=self.sheet_name, recorded=recorded
        )

    @property
    def sheet_name(self) -> str:
        """The sheet's name where a place in the file needs it."""
        return "" if self.sheet.name == self.file_name else self.sheet.name

    def __len__(self) -> int:
        return len(self.states)

    def __getitem__(self, place: int) -> RowPlan:  # type: ignore[override]
        if place < 0:
            place += len(self)
        if not 0 <= place < len(self):
            raise IndexError(place)
        within, which = divmod(place, self.width)
        number = self.layout.first_row + within
        row = self.sheet.rows[number]
        column = self._reader.value_columns[which]
        item = self._reader.item(row, number, column)
        state = STATES[self.states[place]]
        twin = self._twins.like(item.figure)[0] if item.figure is not None else None
        said_before = self._earlier.get(item.key) if item.figure is not None else None
        return RowPlan(
            place=place,
            number=number + self.sheet.first_line,
            column=column.title if column is not None and self.width > 1 else "",
            cells=tuple(map(text_of, row)),
            draft=_draft(item, row, self.layout, column),
            figure=item.figure,
            state=state,
            problems=item.problems,
            left_out=item.left_out,
            twin=twin.id if twin is not None and state in (State.SAME, State.LIKE) else "",
            twin_row=self._row_number(said_before) if said_before not in (None, place) else None,
            suggestion=item.suggestion,
            ticked=bool(self.ticked[place]),
        )

    @property
    def width(self) -> int:
        """How many values each row has."""
        return len(self._reader.value_columns)

    @property
    def counts(self) -> dict[State, int]:
        """How many values are in each state."""
        return {state: self.states.count(number) for state, number in _NUMBERS.items()}

    @property
    def new_sources(self) -> tuple[Source, ...]:
        """The sources that the rows name and the workspace does not have."""
        return tuple(self.sources.new.values())

    @property
    def unknown_measures(self) -> tuple[str, ...]:
        """What the file calls a measure and no measure is called; `Layout.named` can say which is meant."""
        return self._reader.unknown_measures

    def places(self, state: State) -> list[int]:
        """The places of the values in a state."""
        wanted = _NUMBERS[state]
        return [place for place, number in enumerate(self.states) if number == wanted]

    def go_through(
        self, progress: Progress | None, cancelled: Cancelled | None, taking: Taking | None = None
    ) -> None:
        """Read every value and note what it comes to; called once."""
        rows, of = self.sheet.rows, max(len(self.sheet.rows), 1)
        by_chunks = ChunkReader(self._reader, self.sheet_name)
        for first, many in chunks(iter(rows), self.layout.first_row):
            if cancelled is not None and cancelled():
                raise Refusal(RefusalCode.CANCELLED)
            states, ticked = bytearray(len(many) * self.width), bytearray(len(many) * self.width)
            for which, column in enumerate(self._reader.value_columns):
                base = len(self.states) + which
                *found, chunk = self._many(many, first, column, by_chunks, base)
                states[which :: self.width], ticked[which :: self.width] = found
                if taking is not None:
                    taking.take(many, first, column, chunk, base, found[1])
            self.states += states
            self.ticked += ticked
            if progress is not None:
                progress(first + len(many), of)

    def _many(
        self, rows: list[Row], first: int, column: Column | None, by_chunks: ChunkReader, base: int
    ) -> tuple[bytearray, bytearray, Chunk | None]:
        """The states and ticks of one value in many rows, of which the first has the place `base`."""
        chunk: Chunk | None = None
        new = _NUMBERS[State.NEW]
        states, ticked = bytearray([new]) * len(rows), bytearray(b"\1") * len(rows)
        doubtful: Iterable[int] = range(len(rows))
        if column is not None and by_chunks.suits:
            chunk = by_chunks.read(rows, first, column)
            doubtful = sorted(chunk.doubtful | self._met(chunk))
            keys = chunk.keys
            if doubtful or len(set(keys)) < len(keys) or not self._earlier.keys().isdisjoint(keys):
                left = set(doubtful)
                for place, key in enumerate(keys):
                    if place not in left and not self._is_first(key, base + place * self.width):
                        states[place], ticked[place] = _NUMBERS[State.SAME], 0
            else:
                self._earlier.update(
                    zip(keys, range(base, base + len(keys) * self.width, self.width), strict=True)
                )
        for place in doubtful:
            item = self._reader.item(rows[place], first + place, column)
            state = self._state(item, base + place * self.width)
            states[place], ticked[place] = _NUMBERS[state], state is State.NEW and not item.problems
        return states, ticked, chunk

    def _met(self, chunk: Chunk) -> set[int]:
        """The rows that may be about the days of a figure of the workspace."""
        if self._twins.is_empty:
            return set()
        columns = (chunk.columns[name] for name in ("measure", "basis", "period"))
        return {place for place, row in enumerate(zip(*columns, strict=True)) if self._twins.may_meet(*row)}

    def _state(self, item: Item, place: int) -> State:
        if item.figure is None:
            return State.UNREADABLE if item.left_out is None else State.LEFT_OUT
        if not self._is_first(item.key, place):
            return State.SAME
        if self._twins.is_empty:
            return State.NEW
        twin, same = self._twins.like(item.figure)
        return State.SAME if same else State.NEW if twin is None else State.LIKE

    def _is_first(self, key: int, place: int) -> bool:
        """Whether no value before said the same; notes that this one does."""
        return self._earlier.setdefault(key, place) == place

    def _row_number(self, place: int | None) -> int | None:
        if place is None:
            return None
        return self.layout.first_row + place // self.width + self.sheet.first_line


def understand(
    view: View,
    sheet: Sheet,
    layout: Layout,
    today: date,
    *,
    file_name: str = "",
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> Plan:
    """Go through every row of a sheet. Nothing is changed.

    `file_name` is cited where no row names a source; empty for pasted rows. Raises Refusal CANCELLED, and
    UNDECIDED where the layout lacks values or a measure, or leaves open how dates or numbers are written.
    """
    check(layout)
    plan = Plan(view, sheet, layout, today, file_name=file_name)
    with uncollected():
        plan.go_through(progress, cancelled)
    return plan


def check(layout: Layout) -> None:
    """Refuse (UNDECIDED) a layout of which something must be asked first."""
    if layout.lacks_value:
        raise Refusal(RefusalCode.UNDECIDED)
    for column in layout.open_columns:
        if column.number_style.is_open and not column.date_order.is_open:
            raise Refusal(
                RefusalCode.UNDECIDED, number=", ".join(column.number_style.examples), column=column.title
            )
        raise Refusal(RefusalCode.UNDECIDED, day=", ".join(column.date_order.examples), column=column.title)
    if layout.lacks_measure:
        raise Refusal(RefusalCode.UNDECIDED, measure_of=layout.columns[0].title)


def _draft(item: Item, row: Row, layout: Layout, column: Column | None) -> FigureDraft:
    """What was understood as the texts of the form; of what was not, the words of the cells."""
    if item.figure is not None:
        return FigureDraft.of(item.figure)
    texts = {
        each.target: text_of(row[each.index])
        for each in layout.columns
        if each.target is not None and each.index < len(row)
    }
    value = text_of(row[column.index]) if column is not None and column.index < len(row) else ""
    named = {str(target): text for target, text in texts.items()}
    return FigureDraft(
        measure=(column.measure if column is not None else "")
        or named.get("measure", layout.constants.measure),
        value=value,
        date=(column.period if column is not None else "") or named.get("date", ""),
        since=named.get("since", ""),
        source=named.get("source", layout.constants.source),
        speaker=named.get("speaker", layout.constants.speaker),
        status=layout.constants.status,
        note=named.get("note", ""),
        published=named.get("published", ""),
    )
