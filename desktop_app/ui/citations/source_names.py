"""What the source field of a citation offers: sources by a few letters, those entered last first."""

from __future__ import annotations

from desktop_app.domain.dates import UNDATED
from desktop_app.domain.sources import Source
from desktop_app.domain.views import View
from desktop_app.services import source_matching
from desktop_app.ui.widgets.suggest import Suggestion
from desktop_app.words import date_sentences, source_labels
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_OFFERED = 12
_LONGEST = 60


class SourceNames:
    """The sources of a workspace, each in one line that tells it from the others."""

    def __init__(self, view: View, formats: Formats) -> None:
        self._view, self._formats = view, formats
        self.about = UNDATED
        """The date of the record that cites them."""

    def suggest(self, typed: str) -> list[Suggestion]:
        """The sources that the words may mean; for none, those entered last."""
        if typed.strip():
            ranked = source_matching.find(self._view.every(Source), typed, self.about, limit=_OFFERED)
            found = [match.source for match in ranked.ranked]
        else:
            found = list(self._view.every(Source))[::-1][:_OFFERED]
        return [self.suggestion(source) for source in found]

    def meant(self, typed: str) -> Source | None:
        """The one source that the words surely mean."""
        return source_matching.find(self._view.every(Source), typed, self.about).chosen

    def name(self, source_id: str) -> str:
        """A source in one line; empty where there is none of this id."""
        source = self._view.get(Source, source_id) if source_id else None
        return "" if source is None else _line(source, self._formats)

    def in_full(self, source_id: str) -> str:
        """A source with the whole of its title; empty where there is none of this id."""
        source = self._view.get(Source, source_id) if source_id else None
        return "" if source is None else described(source, self._formats)

    def suggestion(self, source: Source) -> Suggestion:
        """A source as an entry of a list."""
        detail = _("{kind}, {grade}").format(
            kind=source_labels.source_kind(source.kind), grade=source.reliability.value
        )
        return Suggestion(_line(source, self._formats), detail, source.id)


def described(source: Source, formats: Formats) -> str:
    """A source in full: "Home Office, 14 Nov 2025: Small boat arrivals"."""
    name = source.short_name
    if source.published.is_dated:
        day = date_sentences.date(source.published, formats)
        name = _("{publisher}, {day}").format(publisher=name, day=day)
    if source.publisher and source.title:
        name = _("{source}: {title}").format(source=name, title=source.title)
    return name


def _line(source: Source, formats: Formats) -> str:
    name = described(source, formats)
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
