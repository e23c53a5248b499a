"""Knows what a column can be: the fields of a figure, and the titles and hashtags that name them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from desktop_app.domain import measure_phrases
from desktop_app.domain.date_lexicon import fold
from desktop_app.domain.measures import Measure


class Target(StrEnum):
    """A field of a figure that a column can fill."""

    MEASURE = "measure"
    VALUE = "value"
    LOW = "low"
    HIGH = "high"
    DATE = "date"
    """The day or the period; its first day where there is a column of last days."""
    DATE_END = "date end"
    SINCE = "since"
    PUBLISHED = "published"
    SOURCE = "source"
    SPEAKER = "speaker"
    STATUS = "status"
    BASIS = "basis"
    NOTE = "note"


_TITLES: Final[dict[Target, str]] = {
    Target.MEASURE: r"measures?|indicators?(?: code| name)?|series(?: name)?|what|variable|mesure"
    r"|indicateur|code",
    Target.VALUE: r"values?|numbers?|counts?|figures?|amounts?|totals?|n|people|persons|observation value"
    r"|obs value|valeurs?|nombres?|effectifs?|quantite",
    Target.LOW: r"low|lower(?: bound| limit)?|min(?:imum)?|value low|low value|at least|from value|bas",
    Target.HIGH: r"high|upper(?: bound| limit)?|max(?:imum)?|value high|high value|at most|to value|haut",
    Target.DATE: r"dates?|days?|periods?|time periods?|edtf|as at|as of|week|month|year|when|start"
    r"|week (?:ending|ended|to|beginning|commencing|starting)|w e|w c|7 days to"
    r"|start date|date from|from date|from|period start|first day|begin(?:ning)?"
    r"|jour|periode|mois|annee|debut|date de debut|reporting date|date edtf",
    Target.DATE_END: r"end|end date|date to|to date|to|until|period end|last day|fin|date de fin",
    Target.SINCE: r"since|counted since|total since|cumulative since|depuis",
    Target.PUBLISHED: r"published(?: on)?|publication(?: date)?|date published|release(?:d| date)?|edition"
    r"|publie(?: le)?|date de publication",
    Target.SOURCE: r"sources?(?: name)?|publishers?|outlet|reference|url|link|address|lien",
    Target.SPEAKER: r"speakers?|said by|according to|who says|attributed to|selon",
    Target.STATUS: r"status|obs status|observation status|statut",
    Target.BASIS: r"basis|how counted|base|kind|type of count",
    Target.NOTE: r"notes?|comments?|remarks?|footnotes?|remarques?|commentaires?",
}
TITLES: Final = {target: re.compile(pattern) for target, pattern in _TITLES.items()}

_TAGS: Final[tuple[tuple[str, frozenset[str], Target], ...]] = (
    ("#date", frozenset({"end"}), Target.DATE_END),
    ("#date", frozenset({"since"}), Target.SINCE),
    ("#date", frozenset({"publish"}), Target.PUBLISHED),
    ("#date", frozenset({"published"}), Target.PUBLISHED),
    ("#date", frozenset(), Target.DATE),
    ("#period", frozenset(), Target.DATE),
    ("#indicator", frozenset({"code"}), Target.MEASURE),
    ("#indicator", frozenset({"name"}), Target.MEASURE),
    ("#indicator", frozenset({"min"}), Target.LOW),
    ("#indicator", frozenset({"max"}), Target.HIGH),
    ("#indicator", frozenset({"low"}), Target.LOW),
    ("#indicator", frozenset({"high"}), Target.HIGH),
    ("#indicator", frozenset({"basis"}), Target.BASIS),
    ("#indicator", frozenset({"num"}), Target.VALUE),
    ("#indicator", frozenset({"value"}), Target.VALUE),
    ("#value", frozenset(), Target.VALUE),
    ("#affected", frozenset(), Target.VALUE),
    ("#reached", frozenset(), Target.VALUE),
    ("#indicator", frozenset(), Target.MEASURE),
    ("#meta", frozenset({"source"}), Target.SOURCE),
    ("#meta", frozenset({"url"}), Target.SOURCE),
    ("#source", frozenset(), Target.SOURCE),
    ("#contact", frozenset(), Target.SPEAKER),
    ("#status", frozenset(), Target.STATUS),
    ("#description", frozenset(), Target.NOTE),
    ("#meta", frozenset({"note"}), Target.NOTE),
)
_TAG: Final = re.compile(r"#[a-z][a-z0-9_]*(?:\s*\+\s*[a-z][a-z0-9_]*)*", re.IGNORECASE)
_FOOTNOTE: Final = re.compile(r"\s*\[[^\]]{1,12}\]|\s*\((?:note )?\d+\)|[¹²³⁴⁵*†]", re.IGNORECASE)

_LONGEST: Final = 200
"""Letters; what follows makes no longer title another field's."""


def plain_title(title: str) -> str:
    """A title without capitals, accents, footnote marks and signs between its words."""
    return " ".join(re.sub(r"[_:/.\-]+", " ", fold(_FOOTNOTE.sub("", title[:_LONGEST]))).split())


def target_of_title(title: str) -> Target | None:
    """The field that a title names; None for any other title."""
    plain = plain_title(title)
    return next((target for target, pattern in TITLES.items() if pattern.fullmatch(plain)), None)


def is_tag(text: str) -> bool:
    """Whether a cell is a hashtag of the Humanitarian Exchange Language."""
    return _TAG.fullmatch(text.strip()) is not None


def target_of_tag(tag: str) -> Target | None:
    """The field that a hashtag with its attributes names."""
    name, *attributes = (part.strip() for part in tag.casefold().split("+"))
    found = (target for known, wanted, target in _TAGS if known == name and wanted <= set(attributes))
    return next(found, None)


class MeasureNames:
    """The measures by what people call them: their codes, their own labels, the words of a quick line."""

    def __init__(self, measures: Iterable[Measure]) -> None:
        self._known = {measure.id: measure for measure in measures}
        self._by_name = {fold(code): code for code in self._known}
        for measure in self._known.values():
            if measure.label:
                self._by_name.setdefault(fold(measure.label), measure.id)
        self._phrases = {
            code: pattern for code, pattern in measure_phrases.MEASURES.items() if code in self._known
        }

    def get(self, code: str) -> Measure | None:
        """The measure of a code."""
        return self._known.get(code)

    def called(self, text: str) -> Measure | None:
        """The measure that the whole text names; None where none or several may be meant."""
        plain = plain_title(text)
        code = self._by_name.get(fold(text)) or self._by_name.get(plain)
        if code is None:
            named = [each for each, pattern in self._phrases.items() if pattern.fullmatch(plain)]
            code = named[0] if len(named) == 1 else None
        return self._known.get(code or "")

    def in_title(self, title: str) -> Measure | None:
        """The measure that a column's title is about: the one whose words cover the most of it."""
        exact = self.called(title)
        if exact is not None:
            return exact
        plain = plain_title(title)
        lengths = {
            code: max((len(found.group()) for found in pattern.finditer(plain)), default=0)
            for code, pattern in self._phrases.items()
        }
        most = max(lengths.values(), default=0)
        best = [code for code, length in lengths.items() if length == most]
        return self._known[best[0]] if most > 3 and len(best) == 1 else None
