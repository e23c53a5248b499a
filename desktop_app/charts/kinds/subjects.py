"""Which number a phrase means: one that was published more than once, or a measure with days."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from desktop_app.charts.choice import Subject
from desktop_app.domain import date_words, quick_line
from desktop_app.domain.changed import Changed
from desktop_app.domain.date_words import Order
from desktop_app.domain.dates import UNDATED
from desktop_app.domain.measures import BUILT_IN, Measure
from desktop_app.domain.quick_line import Lexicon, QuickLine
from desktop_app.domain.views import View
from desktop_app.words.measure_words import measure


def lexicon(view: View) -> Lexicon:
    """The words for the measures of a view."""
    known = {each.id: each for each in (*BUILT_IN, *view.every(Measure))}
    return Lexicon.of(known.values(), {code: measure(each) for code, each in known.items()}, UNDATED)


def code_of(text: str, view: View, today: date) -> str:
    """The code of a measure named by its code, its name or a phrase ("returned to France"); else empty."""
    codes = {each.id for each in (*BUILT_IN, *view.every(Measure))}
    for code in (text, text.upper()):
        if code in codes:
            return code
    return quick_line.read(text, lexicon(view), today=today).measure


def said(text: str, view: View, today: date, order: Order) -> Subject | None:
    """A measure with days, if it names any: "returned early Nov 2025"; None where no measure is named."""
    line = quick_line.read(text, lexicon(view), today=today, order=order)
    if not line.measure:
        return None
    first, last = _days(line, today, order)
    return Subject(measure=line.measure, days=None if first is None or last is None else (first, last))


def numbers_meant(
    text: str, among: Iterable[Changed], view: View, today: date, order: Order
) -> list[Changed]:
    """The numbers published more than once that a phrase may mean: "arrivals 6 Sep 2025"."""
    line = quick_line.read(text, lexicon(view), today=today, order=order)
    if not line.measure:
        return []
    days = _days(line, today, order)
    found = [each for each in among if each.first.measure == line.measure]
    if days == (None, None):
        return found
    return [each for each in found if (each.first.as_at.earliest, each.first.as_at.latest) == days]


def _days(line: QuickLine, today: date, order: Order) -> tuple[date | None, date | None]:
    if not line.date:
        return None, None
    meant = date_words.read(line.date, today=today, order=order).date
    return meant.earliest, meant.latest
