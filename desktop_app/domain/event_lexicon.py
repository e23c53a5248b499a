"""What the reader of event lines knows of a workspace: how types, places and sources are called there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from desktop_app.domain import event_phrases as phrases
from desktop_app.domain.events import EventKind
from desktop_app.domain.line_pieces import folded
from desktop_app.domain.measure_phrases import whole

_ARTICLES: Final = re.compile(r"^(?:the|la|le|les) |^l'")


@dataclass(frozen=True)
class EventLexicon:
    """Names in folded text: without accents, in lower case."""

    names: Mapping[EventKind, tuple[re.Pattern[str], ...]] = field(
        default_factory=lambda: {kind: (pattern,) for kind, pattern in phrases.KINDS.items()}
    )
    """By type, what names it."""
    places: frozenset[str] = phrases.PLACES
    sources: frozenset[str] = frozenset()
    """The beginnings of the names of known sources, word by word."""

    @classmethod
    def of(
        cls, labels: Mapping[EventKind, str], places: Iterable[str] = (), sources: Iterable[str] = ()
    ) -> EventLexicon:
        """The words for the types (also by their labels on screen), and for these places and sources."""
        names = {}
        for kind, pattern in phrases.KINDS.items():
            own = {folded(words) for words in (kind.value, labels.get(kind, "")) if words}
            longest_first = "|".join(re.escape(words) for words in sorted(own, key=len, reverse=True))
            names[kind] = (pattern, whole(longest_first))
        known = {_bare(folded(" ".join(place.split()))) for place in places} - {""}
        return cls(names, phrases.PLACES | known, frozenset(_beginnings(sources)))

    def is_place(self, words: str) -> bool:
        """Whether folded words name a place."""
        bare = _bare(words)
        return bare in self.places or bool(phrases.PLACE_NAME.fullmatch(bare))

    def is_source(self, words: str) -> bool:
        """Whether folded words name a known source, at least its first word."""
        return _bare(words) in self.sources


def _bare(words: str) -> str:
    return _ARTICLES.sub("", words)


def _beginnings(names: Iterable[str]) -> Iterator[str]:
    """Every name cut after each of its words: "anadolu", "anadolu ajansi"."""
    for name in names:
        words = _bare(folded(name).strip()).split()
        for count in range(1, len(words) + 1):
            yield " ".join(words[:count])
