"""What the fields of an event offer: types of event by a few letters, and sources, the latest first."""

from __future__ import annotations

from desktop_app.domain.dates import UNDATED
from desktop_app.domain.event_lexicon import EventLexicon
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.sources import Source
from desktop_app.services import source_matching
from desktop_app.services.workspace import Workspace
from desktop_app.ui.cases import words
from desktop_app.ui.widgets.suggest import Suggestion
from desktop_app.words import date_sentences, event_labels
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_LATEST = 10
_LONGEST = 52
"""Letters that fit into the two lines under a field."""


def kinds(typed: str) -> list[Suggestion]:
    """The types of event that the letters may mean, with the route they belong to."""
    return [
        Suggestion(event_labels.event_kind(kind), event_labels.route(kind.route), kind)
        for kind in words.kinds_meant(typed)
    ]


def kind_of(text: str, chosen: object) -> EventKind | None:
    """The type that was chosen, or the likeliest one that the letters mean."""
    if isinstance(chosen, EventKind):
        return chosen
    found = words.kinds_meant(text) if text.strip() else []
    return found[0] if found else None


class LineNames:
    """What the line of an event knows of a workspace: read when it is first needed after a change."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._lexicon: EventLexicon | None = None

    @property
    def lexicon(self) -> EventLexicon:
        """The types, places and sources by name."""
        if self._lexicon is None:
            labels = {kind: event_labels.event_kind(kind) for kind in words.OFFERED}
            places = {event.place for event in self._workspace.every(Event)}
            sources = (
                name
                for source in self._workspace.every(Source)
                for name in (source.publisher, source.title if not source.publisher else "")
            )
            self._lexicon = EventLexicon.of(labels, places, sources)
        return self._lexicon

    def forget(self) -> None:
        """The workspace has changed."""
        self._lexicon = None

    def source_name(self, source_id: str) -> str:
        """What to call a source; empty for one that is not there."""
        source = self._workspace.get(Source, source_id)
        return source.short_name if source is not None else ""


class SourceNames:
    """The sources of a workspace, as the form of an event offers them."""

    def __init__(self, workspace: Workspace, formats: Formats) -> None:
        self._workspace = workspace
        self._formats = formats
        self.about = UNDATED
        """The date of the event."""

    def suggest(self, typed: str) -> list[Suggestion]:
        """The sources that the words may mean; for none, those that events cited last."""
        if not typed.strip():
            return [self._suggestion(source) for source in self._latest()]
        found = source_matching.find(self._workspace.every(Source), typed, self.about)
        return [self._suggestion(match.source) for match in found.ranked]

    def described(self, source: Source) -> str:
        """A source that is known: "The Guardian, 5 Nov 2025: Man returned to France again"."""
        name = source.short_name
        if source.published.is_dated:
            day = date_sentences.date(source.published, self._formats)
            name = _("{publisher}, {day}").format(publisher=name, day=day)
        if not (source.publisher and source.title):
            return name
        whole = _("{source}: {title}").format(source=name, title=source.title)
        return whole if len(whole) <= _LONGEST else f"{whole[: _LONGEST - 1].rstrip()}…"

    def like(self, typed: str) -> int:
        """How many known sources the words may as well mean."""
        ranked = source_matching.find(self._workspace.every(Source), typed, self.about).ranked
        return sum(match.score >= source_matching.SURE for match in ranked)

    def _suggestion(self, source: Source) -> Suggestion:
        title = source.title if source.publisher else ""
        published = date_sentences.date(source.published, self._formats) if source.published.is_dated else ""
        detail = ", ".join(part for part in (published, title) if part)
        return Suggestion(source.short_name, detail or _("no title"), source.id)

    def _latest(self) -> list[Source]:
        found: dict[str, Source] = {}
        for event in reversed(list(self._workspace.every(Event))):
            for citation in event.citations:
                source = self._workspace.get(Source, citation.source)
                if source is not None and event.case:
                    found.setdefault(source.id, source)
            if len(found) >= _LATEST:
                break
        return list(found.values())[:_LATEST]
