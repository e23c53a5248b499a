"""Finds the figures of a workspace that say the same as a row does, quickly enough to ask for every row."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from desktop_app.domain.dates import PartialDate
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.narrowed import TheseFigures
from desktop_app.domain.views import View
from desktop_app.services import figure_company

_Filed: TypeAlias = tuple[date, date, Figure]
"""A figure with its first and its last day."""

_MOST_MONTHS = 24
_DAY_LENGTH = len("2025-11-09")


class Twins:
    """The figures of a view, by measure, basis and the months that their days are in."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._by_month: dict[tuple[str, str, int], list[_Filed]] = {}
        self._long: dict[tuple[str, str], list[Figure]] = {}
        self._undated: dict[tuple[str, str], list[Figure]] = {}
        for figure in view.every(Figure):
            if figure.rank is not Rank.DEPRECATED:
                self._file(figure)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be like."""
        return not (self._by_month or self._long or self._undated)

    def like(self, figure: Figure) -> tuple[Figure | None, bool]:
        """The likeliest figure that may say the same, and whether it surely does."""
        near = self._near(figure)
        if not near:
            return None, False
        same = next((other for other in near if _is_same(other, figure)), None)
        if same is not None:
            return same, True
        found = figure_company.duplicates_of(TheseFigures(self._view, near), figure)
        return (found[0] if found else None), False

    def _file(self, figure: Figure) -> None:
        key = (figure.measure, figure.basis.value)
        months = _months(figure.as_at)
        if months is None:
            self._undated.setdefault(key, []).append(figure)
        elif len(months) > _MOST_MONTHS:
            self._long.setdefault(key, []).append(figure)
        else:
            first, last = _days(figure.as_at)
            for month in months:
                self._by_month.setdefault((*key, month), []).append((first, last, figure))

    def _near(self, figure: Figure) -> Sequence[Figure]:
        key = (figure.measure, figure.basis.value)
        months = _months(figure.as_at)
        if months is None:
            return self._undated.get(key, ())
        if len(months) > _MOST_MONTHS:
            return [other for other in self._view.every(Figure) if other.measure == figure.measure]
        begin, end = _days(figure.as_at)
        found = {other.id: other for other in self._long.get(key, ())}
        for month in months:
            for first, last, other in self._by_month.get((*key, month), ()):
                if first <= end and begin <= last:
                    found[other.id] = other
        return list(found.values())

    def may_meet(self, measure: str, basis: str, period: str) -> bool:
        """Whether any figure may be about the days of a period; quick, and True where it cannot tell."""
        if (measure, basis) in self._long or len(period) != _DAY_LENGTH:
            return True
        return (measure, basis, int(period[:4]) * 12 + int(period[5:7]) - 1) in self._by_month


def _is_same(other: Figure, figure: Figure) -> bool:
    """Whether nothing would be said anew: the same number of the same days, by the same source."""
    return (
        other.amount == figure.amount
        and other.period == figure.period
        and other.basis is figure.basis
        and other.measure == figure.measure
        and other.counted_since == figure.counted_since
        and (other.period.is_dated or other.period_words == figure.period_words)
        and _cites_same(other, figure)
    )


def _cites_same(other: Figure, figure: Figure) -> bool:
    if not figure.citations:
        return True
    return any(citation.source == figure.citations[0].source for citation in other.citations)


def _days(when: PartialDate) -> tuple[date, date]:
    first, last = when.earliest or when.latest, when.latest or when.earliest
    assert first is not None
    assert last is not None
    return first, last


def _months(when: PartialDate) -> range | None:
    """The months from the first day to the last, each as a number; None where there is no day."""
    first, last = when.earliest or when.latest, when.latest or when.earliest
    return None if first is None or last is None else range(_month(first), _month(last) + 1)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1
