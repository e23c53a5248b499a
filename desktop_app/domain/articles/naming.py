"""Guesses which measure a number in an article counts, from the words around it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.domain import measure_phrases, measures
from desktop_app.domain.line_pieces import folded

_PER_WEEK: Final = r"(?:a|per|each|every) week"
_AWAY: Final = r"(?:deported|removed|returned|sent back)"

# What articles say beside what people type in a line. A phrase may hold the number itself.
_ALSO: Final[Mapping[str, re.Pattern[str]]] = {
    code: measure_phrases.whole(pattern)
    for code, pattern in {
        measures.ARR: r"cross(?:es|ed|ing)?(?: the)?(?: english)? channel"
        r"|small[- ]boat (?:arrivals?|crossings?)"
        r"|(?:migrant|channel) (?:arrivals?|crossings?)|arrival (?:figure|total)s?"
        r"|(?:mak(?:e|es|ing)|made) the (?:channel )?(?:journey|crossing)|reached (?:the uk|british shores)",
        measures.ADM: r"accept(?:ed|s|ing)?|acceptances?|welcomed|taken in|received"
        r"|arriv(?:ed|ing|als?)(?: (?:in|to) (?:the uk|britain))? from france"
        r"|(?:come|came|brought)(?: in)?(?: to (?:the uk|britain))? from france",
        measures.REARR: rf"return of [^.;]{{1,60}} (?:previously|already|earlier) (?:been )?{_AWAY}"
        rf"|(?:crossed|arrived|came back|returned)[^.;]{{0,40}} after being {_AWAY}",
        measures.TGT_RET_WK: rf"(?:target|aim|goal|pilot|initial scope|initially)[^.;]{{0,60}} {_PER_WEEK}"
        rf"|up to [0-9]+ (?:returns|removals|people|migrants) {_PER_WEEK}"
        rf"|(?:allows?|permits?|provides? for|agreed)[^.;]{{0,60}} (?:returns|removals) {_PER_WEEK}"
        r"|prevoi(?:t|ent)[^.;]{0,60} (?:renvois|retours) par semaine",
    }.items()
}
_TARGETS: Final = frozenset({measures.TGT_RET_WK, measures.TGT_RET_YR})
_SPAN: Final = r"(?:day|week|fortnight|month|quarter|year|jour|semaine|mois|an|annee)"
RATE: Final = re.compile(
    rf"(?:[^\W\d]|[ '’-]){{0,40}}?(?:\b(?<!in )(?<!on )(?<!en )(?:an?|per|each|every|par) {_SPAN}\b"
    r"(?! (?:after|before|ago|later|earlier|apres|avant|plus tard))"
    rf"|/ ?{_SPAN}\b|\b(?:on average|en moyenne)\b)"
)
"""What behind a number, in folded text, makes it so many a week, or an average."""
_ONLY_JOINS: Final = re.compile(
    r"(?: (?:people|persons?|migrants?|individuals?|others?|more|only|seulement|of them|had|have|has|were"
    r"|was|been|are|is|being|personnes?|ont|ete|etaient|sont))+ "
)
"""Words that tie a number to the verb behind them."""
_NEXT_TO: Final = 4
"""Boats are counted where they stand next to the number: elsewhere they only say how people travelled."""


@dataclass(frozen=True, slots=True)
class _Named:
    code: str
    start: int
    end: int


def measure_of(
    sentence: str,
    place: tuple[int, int],
    others: Sequence[tuple[int, int]],
    names: Mapping[str, re.Pattern[str]] = measure_phrases.MEASURES,
    *,
    far: bool = False,
) -> str:
    """The code of the measure named nearest to the number at `place` of a sentence; empty where none is.

    Another number between the two keeps them apart, unless nothing nearer is named and it may be `far`; a
    number in brackets belongs to what stands before it.
    """
    line = folded(sentence)
    named = _named(line, names)
    bracketed = sentence[place[0] - 1 : place[0]] == "(" and sentence[place[1] : place[1] + 1] == ")"
    best, code = len(sentence) * 4, ""
    for each in named:
        distance = _distance(line, each, place)
        if each.code == measures.ARR_BOATS and not (0 <= each.start - place[1] <= _NEXT_TO):
            continue
        if bracketed and each.start > place[0]:
            distance += len(sentence)
        if any(_between(other, each, place) for other in others):
            distance += 2 * len(sentence)
        if distance < best:
            best, code = distance, each.code
    if code not in _TARGETS and RATE.match(line, place[1]):
        # So many a week are neither counted nor a total; what else they are, the reader knows.
        return ""
    return code if far or best < 2 * len(sentence) else ""


def _named(line: str, names: Mapping[str, re.Pattern[str]]) -> list[_Named]:
    """All names of measures in a line, without those that are part of a longer one."""
    found = [
        _Named(code, each.start(), each.end())
        for patterns in (names, _ALSO)
        for code, pattern in patterns.items()
        for each in pattern.finditer(line)
    ]
    return [
        each
        for each in found
        if not any(
            other.start <= each.start
            and each.end <= other.end
            and other.end - other.start > each.end - each.start
            and other.code != each.code
            for other in found
        )
    ]


def _distance(line: str, named: _Named, place: tuple[int, int]) -> int:
    if named.start <= place[0] and place[1] <= named.end:
        return -1
    if named.start >= place[1]:
        return 0 if _ONLY_JOINS.fullmatch(line, place[1], named.start) else named.start - place[1]
    return max(0, place[0] - named.end)


def _between(other: tuple[int, int], named: _Named, place: tuple[int, int]) -> bool:
    if named.start >= place[1]:
        return place[1] <= other[0] < named.start
    return named.end <= other[0] < place[0]
