"""What a chart is asked for: of which view, as of which day, in whose words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from desktop_app.charts.choice import AT_FIRST, ChartChoice
from desktop_app.charts.periods import Period
from desktop_app.charts.texts.sourcing import NAMED
from desktop_app.domain.audience import is_for_audience
from desktop_app.domain.scenario import Assumption
from desktop_app.domain.sources import Source, Stance
from desktop_app.domain.timeline import Timeline
from desktop_app.domain.views import NOW, Seen, View
from desktop_app.words.formats import Formats
from desktop_app.words.known_on import as_of
from desktop_app.words.translate import _, _n


@dataclass(frozen=True, slots=True)
class Asked:
    """Every builder is asked in the same way, and takes from it what concerns its chart."""

    view: View
    formats: Formats
    today: date
    seen: Seen = NOW
    """From when the view itself is seen."""
    choice: ChartChoice = AT_FIRST
    """What a person asked for."""

    @property
    def period(self) -> Period:
        """Which days are asked for."""
        return self.choice.period

    @property
    def assumed(self) -> Assumption:
        """What a scenario supposes."""
        return self.choice.assumed

    @property
    def day(self) -> date:
        """The day as of which the chart holds."""
        return self.seen.day or self.today

    @property
    def is_for_audience(self) -> bool:
        """Whether an audience sees it; small counts of cases are then held back."""
        return is_for_audience(self.view)

    @property
    def said_as_of(self) -> str:
        """The day in words, for the end of a footer: "As known on 6 Nov 2025"."""
        return as_of(self.seen, self.day, self.formats)

    def said(self, subtitle: str) -> str:
        """The subtitle beginning with the day it is seen from, where that is not today."""
        if self.seen.day is None:
            return subtitle
        return _("{seen} · {subtitle}").format(seen=self.said_as_of, subtitle=subtitle)

    def footer(self, told: Mapping[str, int], *more: str, brief: bool = False) -> str:
        """Who told of our cases (sources by id, with the events each tells of), the method, and the day."""
        names = self._sources(told)
        named = list(names[:NAMED])
        rest = len(names) - len(named)
        if rest:
            named.append(_n("{n} more", "{n} more", rest).format(n=self.formats.number(rest)))
        words = _("Our own cases, as told by {sources}.") if names else _("Our own cases.")
        parts = [words.format(sources=_("; ").join(named)), *(() if brief else more)]
        return " ".join((*parts, _("{as_of}.").format(as_of=self.said_as_of)))

    def source_name(self, id: str) -> str:
        """The short name of a source of the view; empty where the view does not hold it."""
        source = self.view.get(Source, id)
        return source.short_name if source is not None else ""

    def _sources(self, told: Mapping[str, int]) -> list[str]:
        """The names of sources, those that tell of most events first."""
        names: dict[str, int] = {}
        for id, count in told.items():
            source = self.view.get(Source, id)
            if source is not None and source.short_name:
                names[source.short_name] = names.get(source.short_name, 0) + count
        return sorted(names, key=lambda name: (-names[name], name))


def tellers(timelines: Mapping[str, Timeline]) -> Counter[str]:
    """How many events each source tells of, by its id."""
    return Counter(
        citation.source
        for line in timelines.values()
        for event in line.events
        for citation in event.citations
        if citation.stance is not Stance.DENIES
    )
