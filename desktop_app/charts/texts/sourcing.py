"""Names the sources behind figures, as a chart's footer and its table give them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from desktop_app.charts.texts import saying
from desktop_app.domain.figures import Figure
from desktop_app.domain.series import Reading
from desktop_app.domain.sources import Source, SourceKind, Stance
from desktop_app.domain.views import View
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n

NAMED = 2
"""A footer names so many sources; the rest are in the table."""


class Sources:
    """The sources of a view, by id."""

    def __init__(self, view: View, formats: Formats) -> None:
        self._view = view
        self._by_id: dict[str, Source | None] = {}
        self._formats = formats
        self._names: dict[tuple[object, ...], str] = {}

    def of(self, figure: Figure) -> Source | None:
        """The source to name for a figure: the best graded that does not deny it."""
        cited = [
            source
            for citation in figure.citations
            if citation.stance is not Stance.DENIES and (source := self._source(citation.source)) is not None
        ]
        return min(cited, key=lambda source: source.reliability.value, default=None)

    def _source(self, id: str) -> Source | None:
        if id not in self._by_id:
            self._by_id[id] = self._view.get(Source, id)
        return self._by_id[id]

    def name(self, figure: Figure) -> str:
        """Who said it, and when it was published: "Home Secretary, 9 Feb 2026"."""
        alike = (figure.citations, figure.speaker, figure.published, saying.is_provisional(figure))
        name = self._names.get(alike)
        if name is None:
            name = self._names[alike] = self._name(figure)
        return name

    def _name(self, figure: Figure) -> str:
        source = self.of(figure)
        if source is not None and source.kind is SourceKind.OFFICIAL_STATISTICS:
            return self._edition(figure, source)
        who = figure.speaker or (source.short_name if source is not None else "")
        if not who:
            return _("no source")
        day = self._published(figure, source)
        return _("{source}, {day}").format(source=who, day=day) if day else who

    def brief_name(self, figure: Figure) -> str:
        """As `name`, without title and edition where it is official statistics."""
        source = self.of(figure)
        if source is None or source.kind is not SourceKind.OFFICIAL_STATISTICS:
            return self.name(figure)
        who = source.short_name
        return _("{source} (provisional)").format(source=who) if saying.is_provisional(figure) else who

    def names(self, figures: Iterable[Figure]) -> str:
        """All of them, each once."""
        return "; ".join(dict.fromkeys(self.name(figure) for figure in figures))

    def footer(self, last: Iterable[Figure], origins: Collection[str], *, brief: bool = False) -> str:
        """The first two sources, by name, of the last figures of groups; the other origins are counted."""
        named: list[str] = []
        seen: set[str] = set()
        for figure in last:
            name = self.brief_name(figure) if brief else self.name(figure)
            if name not in named and len(named) < NAMED:
                named.append(name)
                seen.add(self.origin(figure))
        more = len(set(origins) - seen)
        if more > 0:
            named.append(_n("{n} more", "{n} more", more).format(n=self._formats.number(more)))
        return "; ".join(named)

    def origins(self, reading: Reading) -> frozenset[str]:
        """What is counted as a source each, of the figures of a reading."""
        return frozenset(map(self.origin, reading.figures))

    def origin(self, figure: Figure) -> str:
        """What is counted as one source: statistics with all their editions, or one saying on one day."""
        source = self.of(figure)
        official = source is not None and source.kind is SourceKind.OFFICIAL_STATISTICS
        return source.id if source is not None and official else self.name(figure)

    def _edition(self, figure: Figure, source: Source) -> str:
        what = _("{publisher}, {title}").format(publisher=source.publisher, title=source.title)
        what = what if source.publisher and source.title else source.short_name
        day = self._published(figure, source)
        named = _("{source}, {day} edition").format(source=what, day=day) if day else what
        return _("{source} (provisional)").format(source=named) if saying.is_provisional(figure) else named

    def _published(self, figure: Figure, source: Source | None) -> str:
        for published in (figure.published, source.published if source is not None else figure.published):
            if published.latest is not None and published.is_exact_day:
                return self._formats.day(published.latest)
            if published.latest is not None:
                return self._formats.month(published.latest.year, published.latest.month)
        return ""
