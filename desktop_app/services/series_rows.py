"""A series as rows of plain values, for scripts and tables: `evenhand series`."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from desktop_app.domain.amounts import Comparator
from desktop_app.domain.figures import Figure
from desktop_app.domain.flows import Accumulated, accumulate, flow
from desktop_app.domain.intervals import Interval, Number
from desktop_app.domain.measures import BUILT_IN, Basis, Measure
from desktop_app.domain.readings import Known, Reading, Series, known
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.series import running_total
from desktop_app.domain.sources import Source, Stance
from desktop_app.domain.views import View

Value = str | int | float | None

COLUMNS = (
    "period_start",
    "period_end",
    "low",
    "high",
    "text",
    "comparator",
    "status",
    "published",
    "source",
    "figure_id",
)
"""The columns, in order."""


def rows(
    view: View, measure: str, *, start: date | None = None, end: date | None = None, cumulative: bool = False
) -> list[dict[str, Value]]:
    """The rows of a measure's series, one for each period or step, with the keys of COLUMNS.

    `start` and `end` are included; a period that touches them is given whole. With `cumulative` a flow is
    summed up from `start`, or from its first recorded day; where days are without a record, the sum has no
    upper end. A measure of which no flow is known gives its
    running total, and the other way round. `low` and `high` are None for an open end; days are ISO 8601;
    `figure_id` and `source` are those of the drawn figure, and of a sum those of its last period.
    Raises Refusal for a measure that the workspace does not have.
    """
    series = _series(known(view), _code(view, measure))
    if series.basis is Basis.FLOW and cumulative:
        if not series.readings:
            return []
        first = start or series.readings[0].start
        return [_sum_row(view, first, row) for row in accumulate(series, first, end)]
    return [_row(view, reading) for reading in series.readings if _is_wanted(series, reading, start, end)]


def _code(view: View, measure: str) -> str:
    """The code of a measure, however its letters were typed."""
    codes = [record.id for record in view.every(Measure)] + [record.id for record in BUILT_IN]
    if measure in codes:
        return measure
    for code in codes:
        if code.casefold() == measure.casefold():
            return code
    raise Refusal(RefusalCode.UNKNOWN_MEASURE, measure=measure or '""')


def _series(ledger: Known, measure: str) -> Series:
    counts, total = flow(ledger, measure), running_total(ledger, measure)
    first, second = (counts, total) if ledger.usual_basis(measure) is Basis.FLOW else (total, counts)
    return first if first.readings or not second.readings else second


def _is_wanted(series: Series, reading: Reading, start: date | None, end: date | None) -> bool:
    """A period that touches the days asked for; a step that stands on one of them."""
    first = reading.start if series.basis is Basis.FLOW else reading.end
    return (start is None or reading.end >= start) and (end is None or first <= end)


def _row(view: View, reading: Reading) -> dict[str, Value]:
    figure = reading.drawn
    text = figure.amount_words or str(figure.amount)
    return _cells(
        view, (reading.start, reading.end), reading.interval, text, figure.amount.comparator, figure
    )


def _sum_row(view: View, start: date, row: Accumulated) -> dict[str, Value]:
    # Who came on days without a record is not known: what is recorded is then the least.
    interval = Interval(row.low, None) if row.missing else row.interval
    text = str(interval.low) if interval.is_exact else str(interval)
    comparator = Comparator.BETWEEN if interval.high is not None else Comparator.AT_LEAST
    if interval.is_exact:
        comparator = Comparator.EXACTLY
    return _cells(view, (start, row.day), interval, text, comparator, row.figures[0])


def _cells(
    view: View,
    period: tuple[date, date],
    interval: Interval,
    text: str,
    comparator: Comparator,
    figure: Figure,
) -> dict[str, Value]:
    return {
        "period_start": period[0].isoformat(),
        "period_end": period[1].isoformat(),
        "low": _plain(interval.low),
        "high": _plain(interval.high),
        "text": text,
        "comparator": comparator.value,
        "status": figure.status.value,
        "published": str(figure.published),
        "source": _source(view, figure),
        "figure_id": figure.id,
    }


def _plain(number: Number | None) -> int | float | None:
    return float(number) if isinstance(number, Decimal) else number


def _source(view: View, figure: Figure) -> str:
    """The short name of the first source that does not deny the figure; empty where there is none."""
    for citation in figure.citations:
        source = view.get(Source, citation.source)
        if source is not None and citation.stance is not Stance.DENIES:
            return source.short_name
    return ""
