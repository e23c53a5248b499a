"""What is said of one value of a sheet: the value, and each case behind it."""

from __future__ import annotations

from desktop_app.charts.sheets import Line as Plotted
from desktop_app.domain.cases import Case
from desktop_app.domain.figures import Figure
from desktop_app.domain.views import View
from desktop_app.ui.charts.passage import Line
from desktop_app.ui.charts.point import PointWords, ReadingWords, figure_lines
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n

COLOUR = "arrivals"
NAMED = 12
"""So many figures behind a value are named; the table has them all."""


def sheet_words(view: View, plotted: Plotted, formats: Formats) -> PointWords:
    """The words for one value: its sentence, how many cases, and the cases to open."""
    if any(view.get(Figure, id) is not None for id in plotted.records):
        return _of_figures(view, plotted, formats)
    cases = [case for id in plotted.records if (case := view.get(Case, id)) is not None]
    heading, colon, value = plotted.spoken.partition(": ")
    count = _n("{n} case", "{n} cases", len(cases)).format(n=formats.number(len(cases)))
    return PointWords(
        heading=heading,
        value=value if colon else "",
        basis=count if cases else _("No case is named here"),
        colour=COLOUR,
        readings=tuple(ReadingWords(case.id, _lines(case), True) for case in cases),
    )


def _of_figures(view: View, plotted: Plotted, formats: Formats) -> PointWords:
    """A value that is made of figures: each of the first with who said it."""
    figures = [figure for id in plotted.records if (figure := view.get(Figure, id)) is not None]
    heading, colon, value = plotted.spoken.partition(": ")
    count = _n("Made of {n} figure", "Made of {n} figures", len(figures))
    return PointWords(
        heading=heading,
        value=value if colon else "",
        basis=count.format(n=formats.number(len(figures))),
        colour=COLOUR,
        readings=tuple(
            ReadingWords(figure.id, figure_lines(view, figure, formats, dated=True), True)
            for figure in figures[:NAMED]
        ),
    )


def _lines(case: Case) -> tuple[Line, ...]:
    return tuple(
        line
        for line in (Line(case.code, strong=len(case.code)), Line(case.description, muted=True))
        if line.text
    )
