"""Where what is said comes from in the end: several outlets that repeat one statement are one origin."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from desktop_app.domain.answers import Answer
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.line_pieces import folded
from desktop_app.domain.rules import Rule
from desktop_app.domain.sources import Citation, Source, SourceKind, Stance
from desktop_app.domain.statements import Statement
from desktop_app.domain.views import View

Cited = Figure | Event | Statement | Rule | Answer

CONFIRMED: Final = 1
"""The credibility "confirmed by independent sources"."""

NEEDED_FOR_CONFIRMED: Final = 2
"""How many origins that credibility asks for."""

REPORTING: Final = frozenset(
    {
        SourceKind.NEWS_REPORT,
        SourceKind.WIRE_COPY,
        SourceKind.VIDEO,
        SourceKind.LAW_FIRM_PAGE,
        SourceKind.OTHER,
    }
)
"""The kinds that mostly pass on what somebody else said."""

_OWN_VOICE: Final = frozenset(
    {SourceKind.OFFICIAL_STATISTICS, SourceKind.PRESS_RELEASE, SourceKind.MINISTERIAL_STATEMENT}
)
"""The kinds in which an institution speaks for itself."""

_ASIDE: Final = re.compile(r"\([^)]*\)|\bvia\b.*|,.*")
_PART_OF: Final = re.compile(
    r"(?:'s)?\s+(?:spokes(?:person|man|woman)|sources?|officials?|in the media|press office)$"
)


@dataclass(frozen=True, slots=True)
class Origin:
    """One statement, or one publication, that citations go back to."""

    speaker: str
    """Who said it, as the first citation has it; empty where the root source speaks for itself."""
    source: str
    """Id of the source at the root, of the first citation that leads there."""
    citations: tuple[Citation, ...]
    """Every citation that goes back to it."""
    key: str = ""
    """Equal for two records whose citations go back to the same statement or publication."""


def origins(view: View, *records: Cited) -> tuple[Origin, ...]:
    """The origins of what one record, or several that say the same, are cited for; first cited first.

    A citation counts where its source asserts the thing: one that denies or only mentions it does not.
    `Source.derives_from` is followed to its root. Where the root only reports, and a speaker is named by the
    citation or else by the figure, the origin is what that speaker said (of a statement it is the outlets
    that vouch for its having been made, so its own speaker is no origin); an institution's own statistics and
    press releases are its own word. So the same number from one ministry in four outlets has one origin.
    """
    found: dict[str, list[tuple[str, str, Citation]]] = {}
    for record in records:
        for citation in record.citations:
            if citation.stance is Stance.ASSERTS:
                root = root_of(view, citation.source)
                speaker = citation.speaker or (record.speaker if isinstance(record, Figure) else "")
                key, said_by = _origin_of(root, citation.source, speaker)
                found.setdefault(key, []).append((said_by, root.id if root else citation.source, citation))
    return tuple(
        Origin(each[0][0], each[0][1], tuple(dict.fromkeys(citation for _, _, citation in each)), key)
        for key, each in found.items()
    )


def root_of(view: View, source: str) -> Source | None:
    """The source that this one goes back to, itself where it repeats none; None where it is not there.

    Sources that repeat each other in a circle go back to the one with the least id.
    """
    found = view.get(Source, source)
    seen: dict[str, Source] = {}
    while found is not None and found.id not in seen:
        seen[found.id] = found
        following = view.get(Source, found.derives_from) if found.derives_from else None
        if following is None:
            return found
        found = following
    return None if found is None else seen[min(_circle(seen, found.id))]


def lacks_confirmation(view: View, record: Cited) -> bool:
    """Whether a citation says "confirmed by independent sources" though there are not two origins."""
    claims_it = any(citation.credibility == CONFIRMED for citation in record.citations)
    return claims_it and len(origins(view, record)) < NEEDED_FOR_CONFIRMED


def party(name: str) -> str:
    """A name by which two mentions of one institution or person are the same: "Home Office spokesperson"
    and "Home Office" are, and so is "Shabana Mahmood (LBC)" and the name alone.
    """
    plain = _ASIDE.sub("", folded(name).split(" / ")[0]).strip(" .\"'")
    return " ".join(_PART_OF.sub("", plain).split())


def official_parties(sources: Iterable[Source]) -> frozenset[str]:
    """The institutions that publish official statistics among these sources."""
    return frozenset(
        party(source.publisher)
        for source in sources
        if source.kind is SourceKind.OFFICIAL_STATISTICS and source.publisher
    )


def _origin_of(root: Source | None, cited: str, speaker: str) -> tuple[str, str]:
    """What tells the origin from others, and who speaks."""
    if root is None:
        return (f"party {party(speaker)}", speaker) if speaker else (f"source {cited}", "")
    if speaker and (root.kind in REPORTING or root.kind in _OWN_VOICE):
        return f"party {party(speaker)}", speaker
    if root.kind in _OWN_VOICE and root.publisher:
        return f"party {party(root.publisher)}", ""
    return f"source {root.id}", ""


def _circle(seen: dict[str, Source], start: str) -> list[str]:
    members = [start]
    while (following := seen[members[-1]].derives_from) != start:
        members.append(following)
    return members
