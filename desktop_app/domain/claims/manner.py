"""Tells how a sentence uses its number: as a count, a rate, a share or growth, and whether it denies it."""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

from desktop_app.domain import measure_phrases
from desktop_app.domain.articles.naming import RATE
from desktop_app.domain.articles.timing import CLAUSE_END

_DENIED: Final = measure_phrases.whole(
    r"not|never|cannot|[a-z]+n['’]t|without|den(?:y|ies|ied)|untrue|false|wrong|incorrect"
    r"|pas|jamais|faux|fausse|inexact|dement(?:i|ent)?|nie(?:nt)?"
)
_DENIES_NOTHING: Final = measure_phrases.whole(
    r"not (?:only|just|merely|surprisingly|including|counting)|pas (?:seulement|uniquement)|whether or not"
)
_AVERAGE: Final = re.compile(
    r"\b(?:on average|en moyenne|an average of|averag(?:ing|ed|es?)|une moyenne de)\b"
)
_FALL: Final = measure_phrases.whole(
    r"f[ae]ll(?:s|en|ing)?|down|lower|fewer|less|drop(?:s|ped|ping)?|declin(?:e[ds]?|ing)|decreas(?:e[ds]?|ing)"
    r"|reduc(?:e[ds]?|ing|tions?)|baiss(?:e|es|ent|er|ait)|recul(?:e|es|ent|er)?|diminu(?:e|es|ent|er|tion)"
    r"|chut(?:e|es|ent|er)|moins"
)
_GROWTH: Final = measure_phrases.whole(
    r"up|rises?|rose|risen|rising|gr[eo]w(?:n|s|ing|th)?|increas(?:e[ds]?|ing)|higher|more|surg(?:e[ds]?|ing)"
    r"|jump(?:s|ed|ing)?|soar(?:s|ed|ing)?|climb(?:s|ed|ing)?|above|hausse|augment(?:e|es|ent|er|ation)"
    r"|progress(?:e|es|ion)|croissance|bond(?:i)?|plus"
)
_SHARE: Final = re.compile(r" ?(?:of|des?|d'|du) (?!plus\b|moins\b|hausse\b|baisse\b)")


class Manner(Enum):
    """How a number is meant, as far as it decides what it may be compared with."""

    COUNT = "count"
    DENIED = "denied"
    """The sentence says that it is not so."""
    RATE = "rate"
    """So many a week, or on average."""
    GROWTH = "growth"
    """Per cent more than before."""
    FALL = "fall"
    """Per cent less than before."""
    SHARE = "share"
    """Per cent of something."""


def manner_of(sentence: str, start: int, end: int, *, is_percent: bool) -> Manner:
    """How the number between `start` and `end` of a folded sentence is meant."""
    first, last = _clause(sentence, start, end)
    sentence = _DENIES_NOTHING.sub(lambda found: " " * len(found[0]), sentence)
    around = f"{sentence[first:start]} {sentence[end:last]}"
    if _DENIED.search(around):
        return Manner.DENIED
    if is_percent:
        return Manner.SHARE if _SHARE.match(sentence, end) else _trend(around)
    is_rate = RATE.match(sentence, end, last) or _AVERAGE.search(sentence, first, start)
    return Manner.RATE if is_rate else Manner.COUNT


def _clause(sentence: str, start: int, end: int) -> tuple[int, int]:
    """The clause in which a number stands."""
    first, last = 0, len(sentence)
    for each in CLAUSE_END.finditer(sentence):
        if each.end() <= start:
            first = each.end()
        elif each.start() >= end:
            last = each.start()
            break
    return first, last


def _trend(around: str) -> Manner:
    if _FALL.search(around):
        return Manner.FALL
    return Manner.GROWTH if _GROWTH.search(around) else Manner.SHARE
