"""Says how a table is laid out: its header, what its columns are, and what holds for all of its rows."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from desktop_app.domain.date_words import Order
from desktop_app.domain.figures import Status
from desktop_app.domain.measures import Basis
from desktop_app.services.tabular.evidence import DateOrder, NumberStyle, Why
from desktop_app.services.tabular.targets import Target
from desktop_app.services.tabular.values import Decimals

DATE_TARGETS = (Target.DATE, Target.DATE_END, Target.SINCE, Target.PUBLISHED)
NUMBER_TARGETS = (Target.VALUE, Target.LOW, Target.HIGH)

_NO_ORDER = DateOrder(None, Why.NOTHING_OPEN)
_NO_STYLE = NumberStyle(None, Why.NOTHING_OPEN)


class Week(StrEnum):
    """Which end of a week a date stands for."""

    ENDING = "ending"
    BEGINNING = "beginning"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its title, what it fills, and how its cells are written."""

    index: int
    title: str
    target: Target | None = None
    measure: str = ""
    """Where the column's own title says what it counts: the measure of its values."""
    period: str = ""
    """Where the column's own title is a date: the period of its values."""
    week: Week | None = None
    """Where each date stands for the whole week that it ends or begins."""
    date_order: DateOrder = _NO_ORDER
    number_style: NumberStyle = _NO_STYLE
    examples: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether somebody must say how its dates or numbers are written."""
        if self.target in DATE_TARGETS:
            return self.date_order.is_open
        return self.target in NUMBER_TARGETS and self.number_style.is_open


@dataclass(frozen=True, slots=True)
class Constants:
    """What holds for every row whose own cells do not say otherwise; texts as they would be typed."""

    measure: str = ""
    basis: Basis | None = None
    since: str = ""
    source: str = ""
    """Names a source; where it is empty and no column does, the file itself is the source."""
    speaker: str = ""
    published: str = ""
    status: Status = Status.UNVALIDATED


@dataclass(frozen=True, slots=True)
class Layout:
    """How one sheet is read. Rows are counted from zero."""

    header_row: int | None
    hxl_row: int | None
    first_row: int
    columns: tuple[Column, ...]
    constants: Constants = field(default_factory=Constants)
    named: tuple[tuple[str, str], ...] = ()
    """Measures by names of this file that are nobody else's: the name and the code of each."""
    signature: str = ""
    """The same for files with the same titles: what a remembered choice is found by."""

    def of(self, target: Target) -> tuple[Column, ...]:
        """The columns that fill a field."""
        return tuple(column for column in self.columns if column.target is target)

    @property
    def open_columns(self) -> tuple[Column, ...]:
        """The columns of which somebody must say how they are written."""
        return tuple(column for column in self.columns if column.is_open)

    @property
    def lacks_value(self) -> bool:
        """Whether no column holds numbers."""
        return not any(self.of(target) for target in NUMBER_TARGETS)

    @property
    def lacks_measure(self) -> bool:
        """Whether nothing says what the numbers count."""
        return not (
            self.constants.measure
            or self.of(Target.MEASURE)
            or all(column.measure for column in self.of(Target.VALUE))
        )

    def with_target(self, index: int, target: Target | None) -> Layout:
        """The layout with one column filling another field; a field other than the value has one column."""
        columns = []
        for column in self.columns:
            if column.index == index:
                column = replace(column, target=target)
            elif target is not None and column.target is target and target is not Target.VALUE:
                column = replace(column, target=None)
            columns.append(column)
        return replace(self, columns=tuple(columns))

    def with_date_order(self, order: Order, index: int | None = None) -> Layout:
        """The layout with the order of day and month chosen, for one column or for all."""
        chosen = DateOrder(order, Why.CHOSEN)
        return replace(
            self,
            columns=tuple(
                replace(column, date_order=chosen)
                if (index is None and column.date_order.order is None) or column.index == index
                else column
                for column in self.columns
            ),
        )

    def with_decimals(self, decimals: Decimals, index: int | None = None) -> Layout:
        """The layout with the sign before decimals chosen, for one column or for all."""
        chosen = NumberStyle(decimals, Why.CHOSEN)
        return replace(
            self,
            columns=tuple(
                replace(column, number_style=chosen)
                if (index is None and column.number_style.decimals is None) or column.index == index
                else column
                for column in self.columns
            ),
        )
