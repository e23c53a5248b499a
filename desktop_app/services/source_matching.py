"""Finds the source that somebody means by a few words, and never picks one of several for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from urllib.parse import urlsplit

from rapidfuzz import fuzz

from desktop_app.domain.dates import PartialDate
from desktop_app.domain.line_pieces import folded
from desktop_app.domain.sources import Source

SURE = 85.0
"""From this score on, a match may be chosen without being asked for."""
LIKELY = 70.0
"""Below this score, a source is not offered for the words."""

_NEAR_DAYS = 45
_REMEMBERED = 30_000
"""Names of publishers and titles: those of as many sources as a large ledger has."""
_SMALL_WORDS = frozenset({"the", "a", "an", "of", "and", "le", "la", "les", "l", "de", "du", "des", "et"})
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Match:
    """A source and how well it answers to the words, from 0 to 100."""

    source: Source
    score: float


@dataclass(frozen=True, slots=True)
class Matches:
    """The sources that may be meant, the best first, and the one that surely is."""

    ranked: tuple[Match, ...]
    chosen: Source | None = None
    """None where nothing is near enough, or several are equally near: then people choose."""


def find(
    sources: Iterable[Source], text: str, about: PartialDate | None = None, *, limit: int = 8
) -> Matches:
    """The sources that the words may mean, accents and capitals aside.

    `about` is the date of what is being recorded: a source that came out before it cannot tell of it, and of
    several by one publisher only the one that came out within weeks after it is chosen by itself.
    """
    words = " ".join(text.split())
    if not words:
        return Matches(())
    score = partial(_score_of_link, bare_address(words)) if is_link(words) else partial(_score, _said(words))
    scored = [(score(source), place, source) for place, source in enumerate(sources)]
    # Of equals the one entered last comes first: it is the likelier to be cited again.
    scored.sort(key=lambda each: (-each[0], -each[1]))
    ranked = tuple(Match(source, score) for score, _, source in scored if score >= LIKELY)
    return Matches(ranked[:limit], _chosen(ranked, about))


def is_link(text: str) -> bool:
    """Whether the text is an address."""
    return _LINK.fullmatch(text.strip()) is not None


def new_source(sources: Iterable[Source], text: str) -> Source:
    """The source that the words name where there is none yet: a publisher, or an address with its host.

    A publisher that is known already keeps its known spelling. Nothing is judged about it.
    """
    words = " ".join(text.split())
    if is_link(words):
        return Source(publisher=_host(words), address=words)
    typed = _said(words).text
    same = next((each.publisher for each in sources if _said(each.publisher).text == typed), words)
    return Source(publisher=same)


@dataclass(frozen=True, slots=True)
class _Said:
    """Words as they are compared: without accents and capitals, and one by one without the small ones."""

    text: str
    words: tuple[str, ...]


@lru_cache(maxsize=_REMEMBERED)
def _said(words: str) -> _Said:
    """Names are compared with thousands of others each, so what is compared is worked out once for each."""
    text = folded(words)
    return _Said(text, tuple(word for word in re.findall(r"[\w.]+", text) if word not in _SMALL_WORDS))


def _score_of_link(address: str, source: Source) -> float:
    return 100.0 if source.address and bare_address(source.address) == address else 0.0


def _score(typed: _Said, source: Source) -> float:
    publisher, title = _said(source.publisher), _said(source.title)
    if typed.text in (publisher.text, title.text):
        return 100.0
    meant, named = typed.words, publisher.words + title.words
    if meant and all(any(each.startswith(part) for each in named) for part in meant):
        # Every word typed begins a word of the name: "anadolu", "guardian headline".
        in_publisher = all(any(each.startswith(part) for each in publisher.words) for part in meant)
        return 97.0 if in_publisher else 93.0
    near = max(
        fuzz.ratio(typed.text, publisher.text),
        fuzz.ratio(typed.text, title.text),
        _nearest_words(meant, publisher.words),
    )
    return min(near, 96.0)


def _nearest_words(meant: Sequence[str], named: Sequence[str]) -> float:
    """How near each typed word is to its nearest word of the publisher, the worst of them."""
    if not meant or not named:
        return 0.0
    return min(max(fuzz.ratio(part, each) for each in named) for part in meant)


def _chosen(ranked: Sequence[Match], about: PartialDate | None) -> Source | None:
    if not ranked or ranked[0].score < SURE:
        return None
    best = [match.source for match in ranked if match.score >= ranked[0].score - 3.0]
    if len({_said(source.publisher) for source in best}) > 1:
        exact = [match.source for match in ranked if match.score == 100.0]
        best = exact if exact and len({_said(source.publisher) for source in exact}) == 1 else []
    possible = [source for source in best if not _is_before(source, about)]
    if len(possible) > 1:
        possible = [source for source in possible if _is_soon_after(source, about)]
    return possible[0] if len(possible) == 1 else None


def _is_before(source: Source, about: PartialDate | None) -> bool:
    first = (about.earliest or about.latest) if about is not None else None
    last = source.published.latest
    return first is not None and last is not None and last < first


def _is_soon_after(source: Source, about: PartialDate | None) -> bool:
    last = about.latest if about is not None else None
    out = source.published.earliest or source.published.latest
    return last is not None and out is not None and (out - last).days <= _NEAR_DAYS


def bare_address(address: str) -> str:
    """An address without what does not tell it from another: sources match a link where these are equal."""
    return re.sub(r"^(?:https?://)?(?:www\.)?", "", address.strip().lower()).rstrip("/")


def _host(address: str) -> str:
    """The name of the site; the whole text where it has none that can be read."""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        host = ""
    return host.removeprefix("www.") or address
