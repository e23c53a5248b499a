"""What the page of charts says of itself in the status bar."""

from __future__ import annotations

from desktop_app.charts.registry import Chart
from desktop_app.charts.sheets import Sheet
from desktop_app.ui.charts.action_bar import CHART, DATA, TEXT
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n


def compared(count: int, formats: Formats) -> str:
    """How many charts stand side by side, and the way back."""
    return _("{n} charts side by side · Esc shows one").format(n=formats.number(count))


def shown(chart: Chart | None, tab: str, formats: Formats, *, of_cases: bool) -> str:
    """How many values are plotted, and what can be done with them on a tab; empty where there are none."""
    count = _plotted(chart)
    if not count:
        return ""
    plotted = _n("{n} value plotted", "{n} values plotted", count).format(n=formats.number(count))
    hint = {
        CHART: _("click a part to see what is behind it")
        if of_cases
        else _("click a point to see its sources"),
        DATA: _("Enter opens what is behind it") if of_cases else _("Enter opens the figure"),
        TEXT: _("made from the public figures"),
    }[tab]
    return _("{count} · {hint}").format(count=plotted, hint=hint)


def _plotted(chart: Chart | None) -> int:
    """How many values are plotted."""
    if chart is None:
        return 0
    return len(chart.table.lines if isinstance(chart, Sheet) else chart.rows)
