"""The lines of the table of a plot over time, and what every such chart says around itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from desktop_app.charts.asked import Asked
from desktop_app.charts.shapes import KeyEntry, Mark
from desktop_app.charts.sheets import Column, Line, Table, number_value
from desktop_app.charts.texts import captions, grammar
from desktop_app.charts.texts.sourcing import Sources
from desktop_app.charts.time_plot import TimePlot
from desktop_app.domain.figures import Figure
from desktop_app.domain.intervals import Interval
from desktop_app.domain.measures import Measure
from desktop_app.domain.records import Record
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.sources import Source
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

FROM_FIGURES: frozenset[type[Record]] = frozenset({Figure, Source, Scheme, Measure})
"""What plots over time are made of."""


@dataclass(frozen=True, slots=True)
class Plotted:
    """One plotted value, before it is a line of the table."""

    key: str
    series: str
    """A code, for files."""
    name: str
    """The same in words."""
    first: date
    last: date
    interval: Interval
    mark: Mark
    figures: tuple[Figure, ...]
    spoken: str
    provisional: bool = False
    """Whether the number may still be revised."""


class Listed:
    """The table of a chart while it is put together, and the sources in it."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self.sources = Sources(asked.view, asked.formats)
        self._lines: list[Line] = []
        self._origins: set[str] = set()
        # The days and marks of thousands of lines are few.
        self._day = cache(asked.formats.day)
        self._marks = grammar.mark_words()

    def put(self, plotted: Plotted) -> None:
        """One more line."""
        self.take((self.line(plotted),), self.origins(plotted.figures))

    def take(self, lines: Iterable[Line], origins: Iterable[str]) -> None:
        """More lines, made before, and what is counted as a source each of their figures."""
        self._lines.extend(lines)
        self._origins.update(origins)

    def origins(self, figures: Iterable[Figure]) -> frozenset[str]:
        """What is counted as a source each, of these figures."""
        return frozenset(map(self.sources.origin, figures))

    def line(self, plotted: Plotted) -> Line:
        """The line of a value, as it would be put into the table."""
        formats = self._asked.formats
        low, high = (number_value(end) for end in (plotted.interval.low, plotted.interval.high))
        source = self.sources.names(plotted.figures[:1])
        ids = tuple(dict.fromkeys(figure.id for figure in plotted.figures))
        values = {
            "series": plotted.series,
            "first": plotted.first.isoformat(),
            "last": plotted.last.isoformat(),
            "low": low,
            "high": high,
            "mark": plotted.mark.value,
            "provisional": plotted.provisional,
            "source": source,
            "figures": " ".join(ids),
        }
        texts = {
            "series": plotted.name,
            "first": self._day(plotted.first),
            "last": self._day(plotted.last),
            "low": "" if plotted.interval.low is None else formats.number(plotted.interval.low),
            "high": "" if plotted.interval.high is None else formats.number(plotted.interval.high),
            "mark": self._mark(plotted),
            "source": source,
        }
        return Line(plotted.key, values, texts, plotted.spoken, ids)

    def _mark(self, plotted: Plotted) -> str:
        words = self._marks.get(plotted.mark, plotted.mark.value)
        return _("{mark}, provisional").format(mark=words) if plotted.provisional else words

    @property
    def table(self) -> Table:
        """All lines."""
        return Table(columns(), tuple(self._lines))

    def footer(self, last: Iterable[Figure], *more: str, shaded: bool = False, brief: bool = False) -> str:
        """Who said the last figures, how many others there are, the method, and the day."""
        named = self.sources.footer(last, self._origins, brief=brief)
        said = captions.footer(named, shaded=shaded and not brief, as_of=self._asked.said_as_of, brief=brief)
        return said if brief else " ".join((*more, said))


def columns() -> tuple[Column, ...]:
    """The columns of every plot over time."""
    return (
        Column("series", _("Series"), width=26),
        Column("first", _("From"), width=16),
        Column("last", _("To"), width=16),
        Column("low", _("Lowest"), is_number=True, width=8),
        Column("high", _("Highest"), is_number=True, width=8),
        Column("mark", _("Mark"), width=20),
        Column("source", _("Source"), width=34),
    )


def file_columns() -> tuple[str, ...]:
    """The names of the columns of a file: those of the window, and the figures."""
    names = [column.name for column in columns()]
    place = names.index("mark") + 1
    return (*names[:place], "provisional", *names[place:], "figures")


def key(plot: TimePlot, formats: Formats, *, shade: str = "", turn: str = "") -> tuple[KeyEntry, ...]:
    """The marks that are on a plot, in words, and no others."""
    dots = [dot for panel in plot.panels for track in panel.tracks for dot in track.dots]
    blocks = [block for panel in plot.panels for block in panel.blocks]
    used = {Mark.RANGE if dot.is_bare else dot.mark for dot in dots}
    occurs = {
        Mark.SPAN: any(dot.earliest < dot.day for dot in dots),
        Mark.BAND: any(panel.shades for panel in plot.panels),
        Mark.BAR_RANGE: any(block.high > block.value for block in blocks),
        Mark.PROVISIONAL: any(block.is_light for block in blocks),
        Mark.TENTATIVE: any(dot.is_provisional for dot in dots),
        Mark.GAP: any(panel.turns for panel in plot.panels),
    }
    used.update(mark for mark, does in occurs.items() if does)
    values = grammar.entries(used, BAND=shade or _("shaded: range given"), GAP=turn)
    return (*values, *captions.noted_key(plot.noted, formats))


def figures_of(*groups: Sequence[Figure]) -> tuple[Figure, ...]:
    """The figures of several readings, each once."""
    found = {figure.id: figure for group in groups for figure in group}
    return tuple(found.values())
