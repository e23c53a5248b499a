"""What is being imported so far: the rows, how they are laid out, and which are to be added. No widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, cast

from desktop_app.domain import date_words
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Measure
from desktop_app.domain.sources import Source
from desktop_app.domain.views import R, View
from desktop_app.services.tabular import guessing, reading, remembering, understanding
from desktop_app.services.tabular.books import Book, Sheet
from desktop_app.services.tabular.layouts import Column, Layout
from desktop_app.services.tabular.targets import MeasureNames, Target
from desktop_app.services.tabular.understanding import Plan
from desktop_app.services.tabular.values import text_of

_NAMES_WITHIN = 20_000
"""Rows that are looked through for names of measures nobody knows."""
_MOST_NAMES = 12
_AT_ONCE = 10_000
"""Rows by which a change of the layout is judged while somebody waits; all are looked at before the plan."""


class Held:
    """The records of a workspace that rows are compared with, as they stand now.

    It may be read on another thread while the workspace goes on.
    """

    def __init__(self, workspace: View) -> None:
        self._held: dict[type[Any], tuple[Any, ...]] = {
            kind: tuple(workspace.every(kind)) for kind in (Figure, Source, Measure)
        }
        self.revision: int | None = getattr(workspace, "revision", None)

    def every(self, kind: type[R]) -> Iterable[R]:
        """The records of a kind."""
        return cast("Iterable[R]", self._held.get(kind, ()))

    def get(self, kind: type[R], id: str) -> R | None:
        """One record, or None."""
        return next((record for record in self.every(kind) if record.id == id), None)


@dataclass(frozen=True, slots=True)
class Lack:
    """What must be said before the rows can be understood: in which field, and in which words."""

    field: str
    """"value", "measure", "published", "since"; of columns "measure 3", "order 3", "decimals 3"."""
    code: str


class ImportDraft:
    """Grows from step to step. `path` is None for pasted rows."""

    def __init__(self, view: View, today: date, recall: Callable[[str], str], path: Path | None) -> None:
        self.view, self.today, self._recall = view, today, recall
        self.path = path
        self.names = MeasureNames(view.every(Measure))
        self.book: Book | None = None
        self.sheet: Sheet | None = None
        self.layout: Layout | None = None
        self.plan: Plan | None = None
        self.is_remembered = False
        """Whether the layout's choices are those of an earlier import."""
        self.separator = self.encoding = ""
        """As somebody chose them; empty while they are found out."""

    # From a file to a layout

    def read_path(self, separator: str, encoding: str, **watch: Any) -> Book:
        """The file's rows; may be called on any thread. The refusals of `reading.read`."""
        assert self.path is not None
        return reading.read(self.path, separator=separator, encoding=encoding, **watch)

    def take(self, book: Book) -> None:
        """Go on with these rows."""
        self.book, self.layout, self.plan = book, None, None
        names = [sheet.name for sheet in book.sheets]
        before = self.sheet.name if self.sheet is not None else ""
        # A cover sheet comes first and is short.
        likeliest = max(book.shown, key=lambda sheet: len(sheet.rows))
        self.sheet = book.sheets[names.index(before)] if before in names else likeliest

    def choose_sheet(self, place: int) -> None:
        """Go on with one of the book's sheets."""
        assert self.book is not None
        if self.book.sheets[place] is not self.sheet:
            self.sheet, self.layout, self.plan = self.book.sheets[place], None, None

    def lay_out(self, titles_in: int | None = None, **_watch: Any) -> tuple[Layout, bool]:
        """How the sheet is most likely laid out, with what was chosen for such titles before.

        May be called on any thread. Also answers whether anything was chosen before.
        """
        assert self.sheet is not None
        layout = guessing.guess(self.sheet, self.names, self.today, titles_in)
        kept = self._recall(layout.signature)
        if not kept:
            return layout, False
        return guessing.decided(self.sheet, remembering.recalled(layout, kept)), True

    def take_layout(self, found: tuple[Layout, bool]) -> None:
        """Go on with this layout."""
        self.layout, self.is_remembered = found
        self.plan = None

    # Changing the layout

    def change(self, layout: Layout, *, look_again: bool = False) -> None:
        """Go on with a changed layout; `look_again` where columns of dates or numbers have come."""
        assert self.sheet is not None
        first = replace(self.sheet, rows=self.sheet.rows[: layout.first_row + _AT_ONCE])
        self.layout = guessing.decided(first, layout) if look_again else layout
        self.plan = None

    def set_target(self, indices: Iterable[int], target: Target | None) -> None:
        """Have columns fill a field, or nothing."""
        layout = self._layout
        for index in indices:
            layout = layout.with_target(index, target)
        self.change(layout, look_again=target is not None)

    def set_measure(self, index: int, code: str) -> None:
        """Say what the values of a column count."""
        self.change(
            replace(
                self._layout,
                columns=tuple(
                    replace(column, measure=code) if column.index == index else column
                    for column in self._layout.columns
                ),
            )
        )

    def set_constants(self, **texts: Any) -> None:
        """Say what holds for all rows."""
        self.change(replace(self._layout, constants=replace(self._layout.constants, **texts)))

    def set_name(self, name: str, code: str) -> None:
        """Say which measure a name of this file means; none for an empty code."""
        others = tuple(pair for pair in self._layout.named if pair[0] != name)
        self.change(replace(self._layout, named=(*others, (name, code)) if code else others))

    @property
    def _layout(self) -> Layout:
        assert self.layout is not None
        return self.layout

    # What is asked

    def value_columns(self) -> list[Column]:
        """The columns of values that each count something of their own."""
        layout = self._layout
        if layout.of(Target.MEASURE):
            return []
        return [column for column in layout.of(Target.VALUE) if not column.period]

    @property
    def asks_measure(self) -> bool:
        """Whether one measure is to be said for all rows."""
        layout = self._layout
        return not layout.of(Target.MEASURE) and not self.value_columns()

    def unknown_names(self) -> list[str]:
        """What the file calls a measure and no measure is called."""
        column = next(iter(self._layout.of(Target.MEASURE)), None)
        if column is None or self.sheet is None:
            return []
        first = self._layout.first_row
        rows = islice(iter(self.sheet.rows), first, first + _NAMES_WITHIN)
        cells = dict.fromkeys(
            text_of(row[column.index])
            for row in rows
            if len(row) > column.index and sum(1 for cell in row if cell not in (None, "")) > 1
        )
        unknown = (name for name in cells if name and self.names.called(name) is None)
        return list(islice(unknown, _MOST_NAMES))

    def lacks(self) -> Iterator[Lack]:
        """What must be said yet, in the order of the step."""
        layout = self._layout
        if layout.lacks_value:
            yield Lack("value", "no value column")
        for column in layout.columns:
            if column in self.value_columns() and not column.measure:
                yield Lack(f"measure {column.index}", "no measure")
            if column.is_open:
                asked = "order" if column.date_order.is_open else "decimals"
                yield Lack(f"{asked} {column.index}", asked)
        constants = layout.constants
        if self.asks_measure and not constants.measure:
            yield Lack("measure", "no measure")
        for name, text in (("published", constants.published), ("since", constants.since)):
            if text.strip() and date_words.read(text, today=self.today).problem is not None:
                yield Lack(name, "unreadable")

    # To the rows

    def understand(self, held: Held, **watch: Any) -> Plan:
        """Go through all rows; may be called on any thread. The refusals of `understanding.understand`."""
        assert self.book is not None
        assert self.sheet is not None
        self.layout = guessing.decided(self.sheet, self._layout)
        return understanding.understand(
            held, self.sheet, self._layout, self.today, file_name=self.book.name, **watch
        )

    @property
    def remembered(self) -> tuple[str, str]:
        """What to keep of the layout's choices, and under which signature."""
        return self._layout.signature, remembering.remembered(self._layout)
