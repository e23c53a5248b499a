"""Charts side by side: as one thing with one set of words, on one time axis where they can have one.

Each keeps its own words, days and sources. On a shared axis what one of them does not show is marked as such,
so that nobody takes it for nothing; charts of the same kind also share their upright axes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.charts.registry import Chart
from desktop_app.charts.shapes import ComparisonChart, Milestone, Note, Texts
from desktop_app.charts.sheets import Sheet
from desktop_app.charts.texts.inside import Inside
from desktop_app.charts.time_plot import TimePanel, TimePlot
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

MOST: Final = 4
"""No more charts than this are side by side."""


@dataclass(frozen=True, slots=True)
class Beside:
    """Two to four charts as one picture; to a file it is as any other chart."""

    charts: tuple[Chart, ...]

    @classmethod
    def of(cls, charts: Iterable[Chart]) -> Beside:
        """These charts, aligned as far as they can be compared."""
        return cls(aligned(tuple(charts)))

    @property
    def headline(self) -> str:
        """The headlines, one after the other."""
        return self._joined(lambda inside: inside.title)

    @property
    def alt(self) -> str:
        """The text alternatives, with what each chart counts and as known when."""
        return self._joined(lambda inside: inside.description)

    @property
    def subtitle(self) -> str:
        """Nothing more: each chart has its own within its text alternative."""
        return ""

    @property
    def footer(self) -> str:
        """The sources of each, also where its footer was edited."""
        return self._joined(lambda inside: inside.sources)

    @property
    def notes(self) -> tuple[Note, ...]:
        """What a reader should know of any of them, each once."""
        return tuple(dict.fromkeys(note for chart in self.charts for note in chart.notes))

    @property
    def generated(self) -> Texts | None:
        """Each chart has what was generated within its own sources."""
        return None

    @property
    def is_empty(self) -> bool:
        """Whether none of them has anything to draw."""
        return all(chart.is_empty for chart in self.charts)

    @property
    def formats(self) -> Formats:
        """In which days and numbers are written."""
        return self.charts[0].formats

    def _joined(self, part: Callable[[Inside], str]) -> str:
        said = [part(Inside.of(chart)) for chart in self.charts]
        template = _("{one} | {other}")
        joined = said[0]
        for text in said[1:]:
            joined = template.format(one=joined, other=text)
        return joined


def has_days(chart: Chart) -> bool:
    """Whether a chart lies on days of the calendar; years laid over each other do not."""
    if chart.is_empty:
        return False
    if isinstance(chart, ComparisonChart):
        return True
    return isinstance(chart.body, TimePlot) and not chart.body.is_one_year


def aligned(charts: Sequence[Chart]) -> tuple[Chart, ...]:
    """The charts on one time axis, those that have one; upright axes are alike where they count alike."""
    days = [_days(chart) for chart in charts if has_days(chart)]
    found = list(charts)
    if len(days) > 1:
        first, last = min(low for low, _high in days), max(high for _low, high in days)
        found = [_on(chart, first, last) if has_days(chart) else chart for chart in found]
    return tuple(_as_high(chart, [one for one in found if _is_alike(chart, one)]) for chart in found)


def _days(chart: Chart) -> tuple[int, int]:
    lies = chart if isinstance(chart, ComparisonChart) else chart.body
    assert isinstance(lies, ComparisonChart | TimePlot)
    return lies.first, lies.last


def _on(chart: Chart, first: int, last: int) -> Chart:
    """The chart on longer days, those that it does not show marked."""
    if isinstance(chart, ComparisonChart):
        return replace(chart, first=first, last=last, milestones=_marked(chart, first, last))
    assert isinstance(chart.body, TimePlot)
    milestones = _marked(chart.body, first, last)
    return replace(chart, body=replace(chart.body, first=first, last=last, milestones=milestones))


def _marked(lies: ComparisonChart | TimePlot, first: int, last: int) -> tuple[Milestone, ...]:
    """The milestones, and with them the days before and after those that the chart shows."""
    beyond = ((first, lies.first - 1), (lies.last + 1, last))
    words = _("not shown")
    return (*lies.milestones, *(Milestone(start, end, words, 0) for start, end in beyond if start <= end))


def _is_alike(one: Chart, other: Chart) -> bool:
    """Whether two charts count the same things in the same panels."""
    if isinstance(one, ComparisonChart) or isinstance(other, ComparisonChart):
        return type(one) is type(other)
    if one.name != other.name or not isinstance(one.body, TimePlot) or not isinstance(other.body, TimePlot):
        return False
    return [_counted(panel) for panel in one.body.panels] == [_counted(panel) for panel in other.body.panels]


def _counted(panel: TimePanel) -> tuple[str, bool]:
    return panel.title, panel.is_empty


def _as_high(chart: Chart, alike: Sequence[Chart]) -> Chart:
    """The chart with axes that hold also what those like it show, and are as long as theirs."""
    if len(alike) < 2:
        return chart
    if isinstance(chart, ComparisonChart):
        peers = [one for one in alike if isinstance(one, ComparisonChart)]
        tops = max(one.upper_top for one in peers), max(one.lower_top for one in peers)
        lines = tuple(line for one in peers for line in one.lines)
        return replace(chart, at_least=tops, room_for=lines)
    bodies = [one.body for one in alike if isinstance(one, Sheet) and isinstance(one.body, TimePlot)]
    assert isinstance(chart.body, TimePlot)
    panels = []
    for place, panel in enumerate(chart.body.panels):
        spans = [body.panels[place].span for body in bodies]
        whole = min(low for low, _high in spans), max(high for _low, high in spans)
        panels.append(replace(panel, at_least=whole))
    tracks = tuple(track for body in bodies for panel in body.panels for track in panel.tracks)
    return replace(chart, body=replace(chart.body, panels=tuple(panels), room_for=tracks))
