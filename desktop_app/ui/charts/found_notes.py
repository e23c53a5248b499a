"""What the check finds about the figures on a chart's lines, as notes beside the chart's own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from desktop_app.charts.shapes import ComparisonChart, Note
from desktop_app.domain.checks.findings import Code, Finding
from desktop_app.ui.context import Context
from desktop_app.words import findings

NOTED: Final = frozenset(
    {
        Code.BASES_DIFFER,
        Code.UNITS_DIFFER,
        Code.RANGE_OR_TWO,
        Code.FITS_OTHER_DAY,
        Code.INCONSISTENT,
        Code.NEAR_MISS,
    }
)
"""What changes how a line is to be read; rivals and totals that fall the chart notes by itself."""


def with_findings(chart: ComparisonChart, context: Context) -> ComparisonChart:
    """The chart with a note for each finding about a figure that its lines go through."""
    view, formats = context.view, context.formats
    found = {finding.key: finding for finding in _found(chart, context)}
    extra = tuple(
        Note(finding.code.value, findings.message(finding, view, formats), finding.records)
        for finding in sorted(found.values(), key=_place)
    )
    own = tuple(note for note in chart.notes if note.code not in NOTED)
    notes = (*own, *extra)
    return chart if notes == chart.notes else replace(chart, notes=notes)


def _found(chart: ComparisonChart, context: Context) -> Iterator[Finding]:
    checking = context.checking
    drawn = (point.figures[0] for line in chart.lines for point in line.points if point.figures)
    for finding in checking.of_records(drawn):
        if finding.code in NOTED and checking.asks(finding):
            yield finding


def _place(finding: Finding) -> tuple[int, int, int, str, str]:
    return finding.place
