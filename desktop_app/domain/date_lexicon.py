"""The words of dates in English and French, and the cutting of a written date into tokens.

Both languages are always understood, whatever the language of the window. Case, accents, the kind of dash,
apostrophe, space or digit, and ordinal endings make no difference.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

LONGEST_TEXT: Final = 200


class TokenKind(StrEnum):
    """What a token can be; the letter stands for it in the patterns of `date_points`."""

    DAY_NUMBER = "N"
    OTHER_NUMBER = "B"  # two digits that no day can be
    YEAR = "Y"
    SHORT_YEAR = "T"  # '25
    MONTH = "M"
    WEEKDAY = "W"
    PART = "P"  # early, mid, late: 0, 1, 2
    QUARTER = "Q"
    SEASON = "S"  # spring, summer, autumn, winter: 0 to 3
    LAST = "L"
    NUMERIC = "D"  # 9/11/2025, 2025-11-09, 9/11, 2025-11: the text as it stands
    RELATIVE = "R"  # today, last year, …: needs the day on which it was said
    LEADING = "o"  # a preposition that says nothing: in, on, en
    FILLER = "i"  # the, of
    COMMA = ","
    LINK = "-"  # to, before, between, …: says how dates hang together
    DOUBT = "?"


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or sign: a number, a name as a number, or the English word that stands for it."""

    kind: TokenKind
    number: int = 0
    word: str = ""


_MONTHS: Final = (
    "jan january janv janvier",
    "feb february fev fevr fevrier",
    "mar march mars",
    "apr april avr avril",
    "may mai",
    "jun june juin",
    "jul july juil juillet",
    "aug august aout",
    "sep sept september septembre",
    "oct october octobre",
    "nov november novembre",
    "dec december decembre",
)
_WEEKDAYS: Final = (
    "mon monday lun lundi",
    "tue tues tuesday mardi",
    "wed weds wednesday mer mercredi",
    "thu thur thurs thursday jeu jeudi",
    "fri friday ven vendredi",
    "sat saturday sam samedi",
    "sun sunday dim dimanche",
)
_PARTS: Final = ("early beginning start debut", "mid middle mi milieu", "late end fin")
_SEASONS: Final = ("spring printemps", "summer ete", "autumn fall automne", "winter hiver")
_LINKS: Final = {
    "to": "to a au through thru",
    "-": "- /",
    "by": "by until till til",
    "before": "before avant",
    "after": "after apres",
    "since": "since depuis des starting",
    "from": "from",
    "du": "du",
    "between": "between entre",
    "and": "and et &",
    "or": "or ou",
    "about": "about around circa ca c approx approximately roughly vers environ env ~ ≈",
    "onwards": "onwards onward",
}

_LEADING: Final = "in on en during pendant"
_FILLERS: Final = "the of le la l les de d"
_DOUBTS: Final = "? perhaps possibly probably maybe uncertain probablement incertain incertaine"

# What takes more than one word, in folded text, and what then stands for it. An @ begins a word of ours.
_PHRASES: Final = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"\b([0-9]{1,2})-(?=[a-z])", r"\1 "),  # 9-nov
        (r"(?<=[a-z])-(?=[0-9]{4}\b)", " "),  # nov-2025
        (r"\bthe day before yesterday\b|\bavant[- ]hier\b", "@today-2"),
        (r"\byesterday\b|\bhier\b", "@today-1"),
        (r"(?<!@)\btoday\b|\baujourd'?hui\b", "@today-0"),
        (r"\b([0-9]{1,3}) days? ago\b|\bil y a ([0-9]{1,3}) jours?\b", r"@today-\1\2"),
        (r"\blast year\b|\bl'an(?:nee)? (?:dernier|derniere|passee?)\b", "@year-1"),
        (r"\bthis year\b|\bcette annee\b", "@year-0"),
        (r"\blast month\b|\bmois (?:dernier|passe)\b", "@month-1"),
        (r"\bthis month\b|\bce mois(?:-ci)?\b", "@month-0"),
        (r"\blast week\b|\bsemaine (?:derniere|passee)\b", "@week-1"),
        (r"\bthis week\b|\bcette semaine\b", "@week-0"),
        (r"\blast\b|\bderniere?\b", "@last"),
        (r"\b(?:week (?:commencing|beginning|starting|from)|w/c|semaine commencant)\b", "@weekfrom"),
        (r"\b(?:week (?:ending|ended|to)|w/e|semaine (?:finissant|se terminant))\b", "@weekto"),
        (r"\b(?:week of|semaine du)\b", "@weekof"),
        (r"\b([0-9]{1,3}) (?:days (?:to|ending|until)|jours (?:au|jusqu'au))\b", r"@days-\1"),
        (r"\b(?:no|not) later than\b|\bup (?:to|until)\b|\bau plus tard\b", " by "),
        (r"\bd'ici (?:au|a la|a|le)\b|\bd'ici\b|\bjusqu'(?:au|a la|a|en)\b", " by "),
        (r"\bprior to\b", " before "),
        (r"\b(?:a partir|a compter) d[ue]\b|\bas from\b|\b(?:no|not) earlier than\b", " since "),
        (r"\b(?:autour|aux alentours) d[ue]\b", " about "),
        (
            r"\bsome ?(?:day|time)\b|\bwithin\b|\bat some point\b|\bun (?:certain )?jour\b|\bcourant\b",
            "@someday",
        ),
        (r"@someday between\b|@someday entre\b", " between "),
        (r"\bau (?=debut\b|milieu\b)|\ba (?:la )?(?=mi\b|fin\b)", ""),
        (r"\bau cours d[ue]\b|\b(?:as )?at\b|\bas of\b", " in "),
        (r"\b(?:(?:the )?month of|(?:[ad]u )?mois d[e'])", " of "),
        (r"\b(?:the year|l'annee)\b", " of "),
        (
            r"\bfirst (?:half|six months) of (?=[0-9]{4}\b)|\bpremier semestre(?: de)? (?=[0-9]{4}\b)",
            " january to june ",
        ),
        (
            r"\bsecond (?:half|six months) of (?=[0-9]{4}\b)|\bsecond semestre(?: de)? (?=[0-9]{4}\b)",
            " july to december ",
        ),
        (r"\b(?:first quarter|premier trimestre)\b", "@q1"),
        (r"\b(?:second quarter|(?:second|deuxieme) trimestre)\b", "@q2"),
        (r"\b(?:third quarter|troisieme trimestre)\b", "@q3"),
        (r"\b(?:fourth quarter|quatrieme trimestre)\b", "@q4"),
        (r"\b([1-4])(?:st|nd|rd|th|er|e|eme) (?:quarter|trimestre)\b", r"@q\1"),
        (r"(?<!@)\b[qt]([1-4])\b", r"@q\1"),
        (r"\bpeut[- ]etre\b", "?"),
    )
)
_UNDATED: Final = frozenset(
    {
        "",
        "?",
        "??",
        "-",
        "undated",
        "unknown",
        "not known",
        "not dated",
        "not stated",
        "no date",
        "n.d.",
        "n/a",
    }
    | {
        "n/a",
        "date not known",
        "date unknown",
        "unknown date",
        "inconnu",
        "inconnue",
        "non connue",
        "non date",
        "non datee",
        "s.d.",
    }
    | {"non precisee", "sans date", "date inconnue"}
)
_TOKEN: Final = re.compile(
    r"""(?P<numeric>[0-9]{1,4}([/.-])[0-9]{1,2}\2[0-9]{1,4} | [0-9]{4}-[0-9]{2}
        | [0-9]{1,4}/[0-9]{1,4})(?![0-9])
    | (?<![a-z])'(?P<short>[0-9]{2})\b
    | (?P<number>[0-9]+)(?P<ordinal>(?:st|nd|rd|th|er|re|e|eme)(?![a-z]))?
    | @(?P<ours>[a-z]+)-?(?P<count>[0-9]*)
    | (?P<word>[a-z]+)[.']?
    | (?P<sign>[^\s])""",
    re.VERBOSE,
)
_DASHES: Final = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－"), "-") | dict.fromkeys(map(ord, "’‘ʼ´`′"), "'")

_LIST_COMMA: Final = re.compile(
    r"(?:(?<=[0-9]{4}),|,(?= ?[0-9]{1,2}\b))(?=.* (?:or|ou)\b)"
)  # 4, 5 or 6 August
_PARENTHESES: Final = {ord("("): ", ", ord(")"): " "}


def _table() -> dict[str, Token]:
    table: dict[str, Token] = {}
    named = (
        (TokenKind.MONTH, _MONTHS, 1),
        (TokenKind.WEEKDAY, _WEEKDAYS, 1),
        (TokenKind.PART, _PARTS, 0),
        (TokenKind.SEASON, _SEASONS, 0),
    )
    for kind, names, first in named:
        for number, words in enumerate(names, first):
            table.update(dict.fromkeys(words.split(), Token(kind, number)))
    for meaning, words in _LINKS.items():
        table.update(dict.fromkeys(words.split(), Token(TokenKind.LINK, word=meaning)))
    table.update(dict.fromkeys(_LEADING.split(), Token(TokenKind.LEADING)))
    table.update(dict.fromkeys(_FILLERS.split(), Token(TokenKind.FILLER)))
    table.update(dict.fromkeys(_DOUBTS.split(), Token(TokenKind.DOUBT)))
    table[","] = Token(TokenKind.COMMA)
    table["premier"] = Token(TokenKind.DAY_NUMBER, 1)
    return table


_WORDS: Final = _table()
_OURS: Final = {"q": TokenKind.QUARTER, "last": TokenKind.LAST} | dict.fromkeys(
    ("today", "year", "month", "week"), TokenKind.RELATIVE
)


def fold(text: str) -> str:
    """`text` without case, accents, kinds of dash and space, and with 0 to 9 for the digits of any script."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_DASHES)).casefold()
    kept = (
        str(unicodedata.decimal(character)) if character.isdecimal() else character
        for character in decomposed
        if not unicodedata.combining(character)
    )
    return " ".join("".join(kept).translate(_DASHES).split())


def says_undated(folded: str) -> bool:
    """Whether the folded text is empty, or says that no date is known."""
    return folded in _UNDATED


def tokens(folded: str) -> list[Token] | None:
    """The folded text cut into tokens; None if any part of it is no word of dates."""
    if "@" in folded or len(folded) > LONGEST_TEXT:
        return None
    folded = folded.translate(_PARENTHESES).strip(" .,")
    folded = _LIST_COMMA.sub(" or ", folded)
    for pattern, replacement in _PHRASES:
        folded = pattern.sub(replacement, folded)
    found: list[Token] = []
    for match in _TOKEN.finditer(folded):
        token = _token(match)
        if token is None:
            return None
        joins_part = token.word == "-" and found and found[-1].kind is TokenKind.PART
        if not joins_part:  # mid-November
            found.append(token)
    return found


def _token(match: re.Match[str]) -> Token | None:
    if match["numeric"]:
        return Token(TokenKind.NUMERIC, word=match["numeric"])
    if match["short"]:
        return Token(TokenKind.SHORT_YEAR)
    if match["number"]:
        return _number(match["number"], match["ordinal"] or "")
    if match["ours"]:
        kind = _OURS.get(match["ours"], TokenKind.LINK)
        return Token(kind, int(match["count"] or 0), match["ours"])
    return _WORDS.get(match["word"] or match["sign"])


def _number(digits: str, ordinal: str) -> Token | None:
    number = int(digits)
    if len(digits) == 4 and number > 0 and not ordinal:
        return Token(TokenKind.YEAR, number)
    if len(digits) > 2:
        return None
    # Up to 39 it may be a mistyped day, which is worth saying; beyond, it is some other number.
    return Token(TokenKind.DAY_NUMBER if number < 40 else TokenKind.OTHER_NUMBER, number, ordinal)
