"""The words around a number: what qualifies it, what is counted, and what is a date and no amount at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from desktop_app.domain.amounts import Comparator


class Phrases(NamedTuple):
    """A vocabulary of phrases and the one pattern that finds any of them, the longest first."""

    meaning: Mapping[str, Comparator]
    pattern: re.Pattern[str]


def phrase_at(phrases: Phrases, text: str, start: int) -> tuple[Comparator, int] | None:
    """The comparator of the phrase that stands at `start` of a plain text, and where the number may begin."""
    found = phrases.pattern.match(text, start)
    return (phrases.meaning[found["phrase"]], found.end()) if found else None


_BEFORE_WORDS: Final = {
    Comparator.EXACTLY: "exactly|just|only|precisely|a total of|total of|= |exactement|seulement|précisément"
    "|tout juste"
    "|un total de|au total",
    Comparator.ABOUT: "about|around|some|approximately|approx.|approx|roughly|circa|ca.|ca|c.|an estimated"
    "|estimated"
    "|in the region of|of the order of|in the order of|on the order of|environ|quelque|autour de|à peu près"
    "|a peu près"
    "|aux alentours de|de l'ordre de|approximativement",
    Comparator.MORE_THAN: "more than|over|exceeding|exceeded|in excess of|above|upwards of|greater than|just "
    "over"
    "|well over|surpassing|surpassed|already surpassed|already more than|already over|plus de|plus d'|bien "
    "plus de"
    "|un peu plus de|au-delà de|au delà de|dépassant|supérieur à",
    Comparator.LESS_THAN: "fewer than|less than|under|below|lower than|moins de|moins d'|inférieur à|en "
    "dessous de"
    "|au-dessous de|en-dessous de",
    Comparator.NEARLY: "nearly|almost|just under|just below|close to|not quite|presque|près de|pres de|un "
    "peu moins de"
    "|à peine moins de",
    Comparator.AT_MOST: "up to|at most|no more than|not more than|a maximum of|maximum of|maximum|max.|max"
    "|as many as"
    "|jusqu'à|jusqu'a|au plus|tout au plus|au maximum|un maximum de|pas plus de",
    Comparator.AT_LEAST: "at least|no fewer than|not fewer than|no less than|not less than|a minimum of"
    "|minimum of"
    "|minimum|min.|min|au moins|au minimum|un minimum de|pas moins de",
    Comparator.BETWEEN: "between|from|entre|de",
}
_BEFORE_SIGNS: Final = {
    "~": Comparator.ABOUT,
    ">=": Comparator.AT_LEAST,
    "≥": Comparator.AT_LEAST,
    "<=": Comparator.AT_MOST,
    "≤": Comparator.AT_MOST,
    ">": Comparator.MORE_THAN,
    "<": Comparator.LESS_THAN,
    "=": Comparator.EXACTLY,
}
_AFTER_WORDS: Final = {
    Comparator.ABOUT: "or so|or thereabouts|approximately|approx.|approx|environ|à peu près|-ish",
    Comparator.AT_LEAST: "or more|and more|or above|at least|minimum|at a minimum|ou plus|et plus|au moins"
    "|au minimum",
    Comparator.AT_MOST: "or fewer|or less|or under|at most|maximum|at a maximum|max|ou moins|au plus|au "
    "maximum",
    Comparator.EXACTLY: "exactly|exactement",
}


def _by_phrase(words: Mapping[Comparator, str]) -> dict[str, Comparator]:
    return {
        phrase.strip(): comparator for comparator, phrases in words.items() for phrase in phrases.split("|")
    }


def _longest_first(phrases: Mapping[str, Comparator]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


def _before() -> Phrases:
    words = _by_phrase(_BEFORE_WORDS)
    words.pop("=", None)
    meaning = {**words, **_BEFORE_SIGNS}
    elided = {phrase: comparator for phrase, comparator in words.items() if phrase.endswith("'")}
    spaced = {phrase: comparator for phrase, comparator in words.items() if not phrase.endswith("'")}
    pattern = (
        rf"(?P<phrase>{_longest_first(_BEFORE_SIGNS)}|{_longest_first(elided)}"
        rf"|(?:{_longest_first(spaced)})(?= ))"
        r" *(?:the (?=[0-9]))?"
    )
    return Phrases(meaning, re.compile(pattern))


def _after() -> Phrases:
    words = _by_phrase(_AFTER_WORDS)
    pattern = rf" ?(?P<phrase>\+(?![\w+])|(?:(?<= )|(?=-))(?:{_longest_first(words)})(?!\w))"
    return Phrases({**words, "+": Comparator.MORE_THAN}, re.compile(pattern))


BEFORE: Final = _before()
"""What stands before a number and qualifies it."""

AFTER: Final = _after()
"""What stands after a number and qualifies it."""

_MANY: Final = (
    r"(?:(?:in|into|in the|in their|several|many|a few|some|low|des|plusieurs|quelques|les|par|de) ){0,4}"
)
ORDERS: Final = re.compile(
    rf"{_MANY}(?:"
    r"(?P<p7>tens of millions|dizaines de millions)"
    r"|(?P<p5>hundreds of thousands|centaines de milliers)"
    r"|(?P<p4>tens of thousands|dizaines de milliers)"
    r"|(?P<p6>millions(?= |$|[,.;]))"
    r"|(?P<p3>thousands|milliers)"
    r"|(?P<p2>hundreds|centaines)"
    r"|(?P<p1>dozens|tens|scores|dizaines)"
    r")\b|(?:several|a few) (?:(?P<p03>thousand)|(?P<p02>hundred)|(?P<p01>dozen))\b"
)
"""Orders of magnitude said in words; the group that matched names the power of ten."""

NO_NUMBER: Final = re.compile(
    r"-|\?|n/?a|unknown|not known|not given|no number|no figure|a few|few|several|many|a number|a handful"
    r"|numerous"
    r"|(?:relatively )?(?:small|large|low|high) numbers?|inconnu|pas de chiffre|quelques-uns|plusieurs"
    r"|beaucoup|peu"
)
"""Words, whole, that say something of an amount without a number."""

FILLERS: Final = re.compile(
    r"(?:(?:now|already|the|still|currently|so far|today|total:?|les|déjà|désormais) )+"
)
"""Words before an amount that do not change it."""

_COUNTED: Final = (
    "people|persons?|migrants?|men|man|women|woman|children|child|individuals?|asylum seekers?|boats?|small "
    "boats?"
    "|dinghies|vessels?|flights?|removals?|returns?|returned|removed|readmitted|admitted|admissions?"
    "|arrivals?|arrived"
    "|crossings?|crossed|events?|detained|detentions?|requests?|times|family|families|returnees?|arrests?"
    "|personnes?|hommes?|femmes?|enfants?|demandeurs d'asile|bateaux|bateau|embarcations?|vols?|renvois?"
    "|renvoyée?s?"
    "|retours?|admise?s?|arrivées?|traversées?|fois|familles?|migrante?s?"
)
COUNTED: Final = re.compile(
    rf" (?:of them|(?:of |de |d')?(?:more |other |new )?(?:{_COUNTED})(?: (?:{_COUNTED}|in total|so far|au "
    rf"total))?)?"
    r"(?: ?(?:/|an?|per|each|par|every) ?(?:day|week|month|year|jour|semaine|mois|an))?(?!\w)"
)
"""What the number counts, after it."""

_MONTHS: Final = (
    "jan(?:uary|vier|v)?|feb(?:ruary)?|f[ée]v(?:rier|r)?|mar(?:ch|s)?|apr(?:il)?|avr(?:il)?|may|mai|june?"
    "|juin|july?"
    "|juil(?:let)?|aug(?:ust)?|ao[uû]t|sept?(?:ember|embre)?|oct(?:ober|obre)?|nov(?:ember|embre)?"
    "|dec(?:ember)?"
    "|d[ée]c(?:embre)?"
)
_DAY: Final = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th|er)?"
_YEAR: Final = r"(?:19|20)[0-9]{2}"
_TO_DAY: Final = rf"(?: ?- ?{_DAY}| (?:to|and|or|au|et|ou) {_DAY})"
_NOT_AMOUNTS: Final = re.compile(
    r"(?<![\w.,])(?:"
    rf"{_DAY}{_TO_DAY}? (?:of )?(?:{_MONTHS})\b\.?(?:,? {_YEAR}\b)?"
    rf"|(?:{_MONTHS})\b\.? {_DAY}\b(?![,.][0-9]{{3}}){_TO_DAY}?\b(?:,? {_YEAR}\b)?"
    rf"|(?:{_MONTHS})\b\.? {_YEAR}\b"
    rf"|{_YEAR}-[0-9]{{2}}(?:-[0-9]{{2}})?\b|{_YEAR}/[0-9]{{2}}/[0-9]{{2}}\b"
    rf"|{_DAY}[/.](?:1[0-2]|0?[1-9])[/.](?:{_YEAR}|[0-9]{{2}})\b|{_DAY}/(?:1[0-2]|0?[1-9])\b(?!/)"
    r"|[0-9]{1,2}[:h][0-9]{2}\b|[0-9]+:[0-9]+\b|[0-9]+(?:st|nd|rd|th|er|e|ème|eme)\b"
    r"|\b(?:1|one|un|une)[ -](?:in|sur)[ -](?:[1-9][0-9]?|two|three|four|five|six|seven|eight|nine|ten"
    r"|deux|trois|quatre|cinq|dix)\b(?! (?:small )?(?:boats?|dingh))"
    r"|(?:last |past |next |within )?(?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten|twelve|deux|trois"
    r"|quatre|cinq|sept|huit|neuf|dix|douze)[ -](?:minutes?|hours?|days?|weeks?|months?|years?|heures?|jours?"
    r"|semaines?"
    r"|mois|ans?)\b"
    r"|(?:https?://|www\.)\S+|one[ -]in,?[ -]one[ -]out|un[ -]pour[ -]un|one of\b"
    rf"|(?:in|since|by|until|before|after|during|of|early|mid|late|en|depuis|avant|après|fin|début) "
    rf"{_YEAR}\b(?![,.'][0-9])"
    r")"
)
_LONE_YEAR: Final = re.compile(
    r"(?<![\w.,' ~<>=£-])(?<![0-9] )20[123][0-9](?![\w,.']*[0-9])\b|(?<= )20[123][0-9]\b(?![,.'-]?[0-9])"
)


def masked(line: str, *, years_too: bool) -> str:
    """The line with dates, times, durations, ordinals and addresses blotted out, character for character."""
    line = _NOT_AMOUNTS.sub(_blot, line)
    return _LONE_YEAR.sub(_blot, line) if years_too else line


def _blot(found: re.Match[str]) -> str:
    return "\N{FULL BLOCK}" * len(found.group())
