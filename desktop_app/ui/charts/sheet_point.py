"""What is said of one value of a sheet: the value, and each case or figure behind it."""

from __future__ import annotations

from desktop_app.charts.sheets import Line as Plotted
from desktop_app.domain.cases import Case
from desktop_app.domain.figures import Figure
from desktop_app.domain.views import View
from desktop_app.ui.charts.passage import Line
from desktop_app.ui.charts.point import PointWords, ReadingWords, figure_words
from desktop_app.ui.charts.point_panel import LISTED
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n

COLOUR = "arrivals"


def sheet_words(view: View, plotted: Plotted, formats: Formats) -> PointWords:
    """The words for one value: its sentence, how many cases or figures, and those to open."""
    cases = [case for id in plotted.records if (case := view.get(Case, id)) is not None]
    figures = [figure for id in plotted.records if (figure := view.get(Figure, id)) is not None]
    heading, colon, value = plotted.spoken.partition(": ")
    count = _n("{n} case", "{n} cases", len(cases)).format(n=formats.number(len(cases)))
    if figures:
        basis = _n("{n} figure", "{n} figures", len(figures)).format(n=formats.number(len(figures)))
        latest = figures[::-1]
        listed = [figure_words(view, figure, formats) for figure in latest[:LISTED]]
        counted = [ReadingWords(figure.id, (), True) for figure in latest[LISTED:]]
        return PointWords(heading, value if colon else "", basis, COLOUR, (*listed, *counted))
    return PointWords(
        heading=heading,
        value=value if colon else "",
        basis=count if cases else _("No case is named here"),
        colour=COLOUR,
        readings=tuple(ReadingWords(case.id, _lines(case), True) for case in cases),
    )


def _lines(case: Case) -> tuple[Line, ...]:
    return tuple(
        line
        for line in (Line(case.code, strong=len(case.code)), Line(case.description, muted=True))
        if line.text
    )
