"""What a saved GOV.UK page holds that could not be taken as it stands, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from desktop_app.domain.date_words import DateProblem
from desktop_app.words.formats import Formats
from desktop_app.words.problem_words import date_problem
from desktop_app.words.translate import _


class Days(Protocol):
    """The day or week of a row; `services.govuk.row_dates.RowDays` is one."""

    @property
    def words(self) -> str:
        """As the page has it."""
        ...

    @property
    def last(self) -> date | None:
        """The last day understood."""
        ...

    @property
    def problem(self) -> DateProblem | None:
        """Why no day was understood."""
        ...

    @property
    def corrected(self) -> bool:
        """Whether its year was put right."""
        ...


class Row(Protocol):
    """A row that was understood; `services.govuk.layout.PageRow` is one."""

    @property
    def days(self) -> Days:
        """Its day or week."""
        ...


class LeftOut(Protocol):
    """A row or cell that was left out; `services.govuk.layout.RowProblem` is one."""

    @property
    def problem(self) -> str:
        """Why, as the value of a `PageProblem`."""
        ...

    @property
    def days(self) -> Days:
        """Its day or week, as far as it was understood."""
        ...

    @property
    def words(self) -> str:
        """What stands in the cell."""
        ...


def remarks(rows: Iterable[Row], problems: Iterable[LeftOut], formats: Formats) -> list[str]:
    """What on a page was put right or left out, a sentence each."""
    right = [put_right(row.days, formats) for row in rows if row.days.corrected]
    return right + [left_out(each.problem, each.days, each.words) for each in problems]


def left_out(problem: str, days: Days, words: str) -> str:
    """Why a row or a cell of a page was left out; `problem` is the value of a `PageProblem`."""
    if problem == "twice":
        return _("{day} stands in the table twice; the first was kept.").format(day=days.words)
    if problem == "count":
        return _("{day}: “{words}” is no whole count; left out.").format(day=days.words, words=words)
    why = date_problem(days.problem or DateProblem.UNREADABLE)
    return _("“{day}” was left out: {why}.").format(day=days.words, why=why)


def put_right(days: Days, formats: Formats) -> str:
    """A day whose year was put right by its weekday, as written and as understood."""
    day = formats.day(days.last) if days.last is not None else "?"
    return _("“{words}” is taken as {day}: the weekday does not fit the year written.").format(
        words=days.words, day=day
    )
