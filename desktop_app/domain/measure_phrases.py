"""The words by which people name a measure, a basis or a status in a line, in English and French.

All patterns are written for folded text: without accents, in lower case (`quick_line.folded`).
"""

from __future__ import annotations

import re
from typing import Final

from desktop_app.domain import measures
from desktop_app.domain.figures import Status
from desktop_app.domain.measures import Basis

_BY_BOAT: Final = r"(?: (?:by|in|on|par|en) (?:small boats?|petites? embarcations?|bateaux?))?"
_TO_FRANCE: Final = r"(?: (?:to|en|vers la) france)?"
_AGAIN: Final = r"(?:again|a second time|twice|de nouveau|a nouveau|une (?:seconde|deuxieme) fois)"
_REQUEST: Final = r"(?:readmission )?requests?"
_DEMANDE: Final = r"demandes?(?: de readmission)?"
_A_WEEK: Final = r"(?:a|per|each|every|par) (?:week|semaine)"
_A_YEAR: Final = r"(?:a|per|each|every|par) (?:year|an|annee)"

_PHRASES: Final[dict[str, str]] = {
    measures.ARR: rf"(?:small boat )?arrivals?{_BY_BOAT}|arriv(?:ed|ing){_BY_BOAT}|(?:channel )?crossings?"
    rf"|crossed(?: the channel)?|arrivees?{_BY_BOAT}|arrives?{_BY_BOAT}|traversees?"
    r"|(?:ont )?traverse(?: la manche)?",
    measures.ARR_BOATS: r"(?:small )?boats?(?: arrived)?|dinghies|bateaux?|(?:petites )?embarcations?",
    measures.ARR_UNCTRL: r"(?:boats? in )?uncontrolled landings?|landed uncontrolled"
    r"|debarquements? non controles?",
    measures.PREV: r"(?:people )?prevented(?: from crossing)?|intercepted|empechee?s?|interceptee?s?",
    measures.PREV_EV: r"(?:crossings?|attempts?|events?) prevented|prevented (?:crossings?|attempts?|events?)"
    r"|(?:traversees?|tentatives?) empechees?",
    measures.RET: rf"return(?:ed|s)?{_TO_FRANCE}|removed{_TO_FRANCE}|removals?{_TO_FRANCE}"
    rf"|deported{_TO_FRANCE}|sent back{_TO_FRANCE}|renvoyee?s?{_TO_FRANCE}|renvois?{_TO_FRANCE}"
    rf"|retours?{_TO_FRANCE}|reconduite?s?{_TO_FRANCE}|expulsee?s?{_TO_FRANCE}",
    measures.ADM: r"admitted(?: to the uk)?(?: from france)?|admissions?(?: from france)?"
    r"|brought (?:in|to the uk)|admise?s?(?: (?:au|en) (?:royaume-uni|grande-bretagne))?|accueillis?",
    measures.REARR: rf"(?:re-?)?arrived {_AGAIN}(?: after (?:a )?return)?|rearrived|came back(?: to the uk)?"
    rf"|re-?entered(?: the uk)?|returned to the uk|arrivee?s? {_AGAIN}|revenus?(?: au royaume-uni)?",
    measures.RERET: rf"returned{_TO_FRANCE} {_AGAIN}|sent back {_AGAIN}|re-?returned|renvoyee?s? {_AGAIN}",
    measures.DET: r"detained(?: for return)?|detentions?|in detention|detenue?s?|en retention",
    measures.REQ: rf"{_REQUEST}(?: made)?|{_DEMANDE}(?: faites)?",
    measures.REQ_OK: rf"{_REQUEST} (?:accepted|granted)|accepted {_REQUEST}|{_DEMANDE} acceptees?",
    measures.REQ_NO: rf"{_REQUEST} (?:refused|rejected)|refused {_REQUEST}|{_DEMANDE} refusees?",
    measures.TGT_RET_WK: rf"(?:returns? )?target(?: of)?(?: returns?)?(?: {_A_WEEK})?|weekly target(?: of)?"
    rf"|returns? {_A_WEEK} target|objectif(?: de)?(?: renvois)?(?: {_A_WEEK})?|objectif hebdomadaire(?: de)?",
    measures.TGT_RET_YR: rf"target(?: returns?)? {_A_YEAR}|(?:yearly|annual) target(?: of)?"
    rf"|objectif(?: renvois)? {_A_YEAR}|objectif annuel(?: de)?",
}


def whole(pattern: str) -> re.Pattern[str]:
    """The pattern where it stands as words of its own."""
    return re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])")


MEASURES: Final = {code: whole(pattern) for code, pattern in _PHRASES.items()}
"""What names each built-in measure."""

AIM: Final = whole(
    rf"target(?: of)?|objectif(?: de)?|goal(?: of)?|aim(?: of)?|returns?|renvois|{_A_WEEK}|{_A_YEAR}"
)
"""What belongs to a target once one is named."""

TARGET: Final = whole("target|objectif|goal|aim")
"""What makes a number one that is aimed at."""

YEARLY: Final = whole(_A_YEAR)
"""What makes a target one for a year."""

SINCE: Final = whole("(?:counted )?since|depuis(?: le)?")
"""What may begin the date that a running total counts from."""

_YEAR: Final = r"((?:19|20)[0-9]{2})"
NAMED_YEAR: Final = whole(
    rf"so far (?:in|during) {_YEAR}|in {_YEAR} so far|{_YEAR} so far"
    rf"|jusqu'ici en {_YEAR}|en {_YEAR} jusqu'ici"
)
"""A running total of a year that is named."""

THIS_YEAR: Final = whole(
    r"so far this year|this year so far|(?:in )?this year|(?:the )?year (?:so far|to date)|ytd"
    r"|since the (?:start|beginning) of (?:the|this) year|cette annee|depuis le debut de l'annee"
)
"""A running total of the year in which it is reported."""

FROM_START: Final = whole(
    r"since (?:the )?(?:start|beginning|launch|outset)(?: of the (?:scheme|pilot|deal))?"
    r"|since (?:the )?(?:scheme|pilot|deal|treaty|it) (?:began|started|start)|so far|in total|in all|total"
    r"|to date|overall|cumulative(?:ly)?|running total|depuis (?:le )?(?:debut|lancement)"
    r"(?: (?:du|de l') ?(?:dispositif|pilote|programme|accord))?|au total|en tout|jusqu'ici|a ce jour|cumule?"
)
"""A running total since the scheme began."""

_NO_DATE_FOLLOWS: Final = r"(?! (?:of|to|ending|from|du|de))"
IN_PERIOD: Final = whole(
    rf"in the (?:period|week|month|year|day){_NO_DATE_FOLLOWS}|(?:in|on) (?:a|one|a single|that) day"
    r"|(?:a|per|each|every|par) (?:day|week|month|year|jour|semaine|mois|an)|en (?:un|une) (?:jour|journee)"
    rf"|dans la (?:journee|semaine){_NO_DATE_FOLLOWS}|in the period|dans la periode"
)
"""A number that counts within a period."""

NOW: Final = whole(r"currently|at the moment|at present|right now|actuellement|en ce moment")
"""The state at a moment."""

COUNTED: Final = ((IN_PERIOD, Basis.FLOW), (NOW, Basis.STOCK))
"""What says how a number was counted without naming a beginning."""

STATUSES: Final = (
    (whole(r"official(?:ly)?(?: figures?| statistics?)?|officiel(?:le)?s?|confirmed"), Status.NORMAL),
    (whole(r"provisional(?:ly)?|provisoires?"), Status.PROVISIONAL),
    (
        whole(r"reported(?:ly)?|unconfirmed|not official|unofficial|rapportee?s?|non officiel(?:le)?s?"),
        Status.UNVALIDATED,
    ),
    (whole(r"estimates?|estimated|estimee?s?|estimations?"), Status.ESTIMATED),
)
"""How sure the number is said to be."""

WITHIN_DAYS: Final = re.compile(r"(?:on|in|during|over|en|pendant|durant|au cours de)\b")
"""A date that begins so is the period counted, not the day up to which."""

GLUE: Final = whole(
    r"people|persons?|migrants?|men|women|individuals|asylum seekers?|personnes?|hommes|femmes|migrante?s?"
    r"|demandeurs d'asile|were|was|are|is|have|has|had|been|being|now|who|the|of|to|on|in|at|by|as|for|and"
    r"|from|with|under|treaty|scheme|ont|ete|sont|etaient|qui|le|la|les|l'|de|du|des|d'|au|aux|en|par|et|un"
    r"|une|uk|france|channel"
)
"""Words that join what is understood and say nothing else."""

INTRODUCTION: Final = re.compile(
    r"(?:(?:according to|as reported by|reported by|source ?:|via|per|from|by|in|on|says|said|d'apres|selon"
    r"|par|dans)(?=\s)|: ?|- )\s*(?=\S)"
)
"""What leads up to the name of a source."""

NO_NUMBER: Final = whole(
    r"several|many|a few|few|a handful(?: of)?|numerous|a number of|an unknown number(?: of)?|plusieurs"
    r"|quelques-uns|beaucoup"
)
"""Words that stand where a number would, on purpose."""

NO_DATE: Final = re.compile(r"\?|undated|no date|date (?:unknown|not known)|sans date|date inconnue")
"""Says that the date is not known."""

BARE_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
"""A number that is as likely a year."""
