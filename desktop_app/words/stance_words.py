"""Who asserts something and who denies it, in words and with marks that differ by shape."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from desktop_app.domain.sources import Citation, Stance
from desktop_app.words.source_labels import stance
from desktop_app.words.translate import _

NameOf = Callable[[str], str]
"""Gives the short name of the source with an id; empty where there is none."""

MARKS: Mapping[Stance, str] = {
    Stance.ASSERTS: "\N{BLACK CIRCLE}",
    Stance.DENIES: "\N{MULTIPLICATION X}",
    Stance.MENTIONS: "\N{WHITE CIRCLE}",
}
"""Shapes that are told apart without colour."""

_SAID: Mapping[Stance, Callable[[], str]] = {
    Stance.ASSERTS: lambda: _("Asserted by {sources}"),
    Stance.DENIES: lambda: _("Denied by {sources}"),
    Stance.MENTIONS: lambda: _("Mentioned by {sources}"),
}


def marked(of: Stance) -> str:
    """What a source does, with its mark: "✕ Denies it"."""
    return f"{MARKS[of]} {stance(of)}"


def names(citations: Iterable[Citation], name_of: NameOf) -> str:
    """The sources by name, for a cell of a table: "Anadolu, ✕ Home Office".

    Where all of them assert it no mark is needed; where one does not, each has its mark.
    """
    found = _by_stance(citations, name_of)
    plain = found.keys() <= {Stance.ASSERTS}
    return ", ".join(
        name if plain else f"{MARKS[of]} {name}" for of, sources in found.items() for name in sources
    )


def sentences(citations: Iterable[Citation], name_of: NameOf) -> tuple[str, ...]:
    """A sentence for each stance that is taken: "Asserted by Anadolu, BBC News", "Denied by Home Office"."""
    found = _by_stance(citations, name_of)
    return tuple(_SAID[of]().format(sources=", ".join(sources)) for of, sources in found.items())


def _by_stance(citations: Iterable[Citation], name_of: NameOf) -> dict[Stance, tuple[str, ...]]:
    """The names of the sources by what they do, each once; who is not there has no name."""
    cited = [(citation.stance, name_of(citation.source)) for citation in citations]
    found = {
        of: tuple(dict.fromkeys(name for stance, name in cited if stance is of and name)) for of in Stance
    }
    return {of: sources for of, sources in found.items() if sources}
