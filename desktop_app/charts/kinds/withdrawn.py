"""Running totals that were withdrawn: kept, and drawn only on request, as crosses beside the line."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from desktop_app.charts.shapes import Mark, Point, Row
from desktop_app.charts.texts.captions import sentence_case
from desktop_app.charts.texts.sourcing import Sources
from desktop_app.domain.amounts import Comparator
from desktop_app.domain.contested import Contest
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.flows import flow_period
from desktop_app.domain.intervals import number_text
from desktop_app.domain.measures import Basis
from desktop_app.domain.readings import Known, Series
from desktop_app.domain.series import dated_total
from desktop_app.words import sentences
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

Withdrawn = tuple[tuple[date, date, Figure], ...]
"""The first and the last day that a figure may stand for, and the figure; in order of time."""


def withdrawn(ledger: Known, series: Series, days: tuple[date, date]) -> Withdrawn:
    """The deprecated totals of the measure of a series among the days shown, as far as they have a number."""
    found = []
    for figure in ledger.about(series.measure):
        if figure.rank is not Rank.DEPRECATED or figure.basis is not series.basis:
            continue
        if figure.amount.comparator is Comparator.UNQUANTIFIED:
            continue
        placed = dated_total(figure)
        if placed is not None and days[0] <= placed.end <= days[1]:
            found.append((placed.start or placed.end, placed.end, figure))
    return tuple(sorted(found, key=_by_day))


def withdrawn_of(ledger: Known, contest: Contest) -> tuple[Figure, ...]:
    """The deprecated figures about what a contest is about, as far as they have a number."""
    days = (contest.first, contest.last)
    if contest.basis is not Basis.FLOW:
        found = withdrawn(ledger, Series(contest.measure, contest.basis), days)
        return tuple(figure for _start, _end, figure in found)
    return tuple(
        figure
        for figure in ledger.about(contest.measure)
        if figure.rank is Rank.DEPRECATED and figure.amount.has_number and flow_period(figure) == days
    )


def _by_day(one: tuple[date, date, Figure]) -> tuple[date, str]:
    return one[1], one[2].id


def crosses(found: Withdrawn, name: str, formats: Formats) -> tuple[Point, ...]:
    """Each as a point beside the line, at the number it gave."""
    return tuple(_point(end, figure, name, formats) for _start, end, figure in found)


def _point(end: date, figure: Figure, name: str, formats: Formats) -> Point:
    amount = figure.amount
    ends = [each for each in (amount.value, amount.low, amount.high) if each is not None]
    words = _("{day}: {amount} {name}, withdrawn").format(
        day=sentence_case(formats.day(end)), amount=sentences.amount(amount, formats), name=name
    )
    if figure.rank_reason:
        words = _("{sentence}: {reason}").format(sentence=words, reason=figure.rank_reason)
    day = end.toordinal()
    value = float(ends[0]) if ends else 0.0
    return Point(day, day, value, value, value, Mark.WITHDRAWN, False, (figure.id,), words)


def rows(found: Withdrawn, measure: str, series: str, sources: Sources, formats: Formats) -> Iterable[Row]:
    """Their lines of the table."""
    for start, end, figure in found:
        amount = figure.amount
        yield Row(
            measure=measure,
            series=series,
            first=start,
            last=end,
            value=sentences.amount(amount, formats),
            low=number_text(amount.low),
            high=number_text(amount.high),
            mark=Mark.WITHDRAWN.value,
            source=sources.names((figure,)),
            figures=(figure.id,),
        )
