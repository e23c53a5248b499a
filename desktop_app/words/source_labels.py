"""Where something comes from and how far it is trusted, in words: kinds of source and their grades."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_app.domain.sources import Quotation, Reliability, SourceKind, Stance
from desktop_app.words.translate import _

Words = Callable[[], str]


def source_kind(kind: SourceKind) -> str:
    """What sort of publication or testimony."""
    return SOURCE_KINDS[kind]()


def reliability(reliability: Reliability) -> str:
    """The grade of a source with its meaning: "B: usually reliable"."""
    return RELIABILITIES[reliability]()


def credibility(grade: int) -> str:
    """The grade of one item, 1 to 6, with its meaning; KeyError for any other number."""
    return CREDIBILITIES[grade]()


def quotation(quotation: Quotation) -> str:
    """Whose words an excerpt is in."""
    return QUOTATIONS[quotation]()


def stance(stance: Stance) -> str:
    """What a source does with the thing it is cited for."""
    return STANCES[stance]()


SOURCE_KINDS: Mapping[SourceKind, Words] = {
    SourceKind.OFFICIAL_STATISTICS: lambda: _("Official statistics"),
    SourceKind.TREATY_OR_LAW: lambda: _("Treaty or law"),
    SourceKind.MINISTERIAL_STATEMENT: lambda: _("Ministerial statement"),
    SourceKind.PRESS_RELEASE: lambda: _("Press release"),
    SourceKind.COURT_RECORD: lambda: _("Court record"),
    SourceKind.NEWS_REPORT: lambda: _("News report"),
    SourceKind.WIRE_COPY: lambda: _("Agency report"),
    SourceKind.VIDEO: lambda: _("Video"),
    SourceKind.LAW_FIRM_PAGE: lambda: _("Law firm's page"),
    SourceKind.NGO_REPORT: lambda: _("NGO report"),
    SourceKind.OWN_OBSERVATION: lambda: _("Own observation"),
    SourceKind.TESTIMONY: lambda: _("Testimony"),
    SourceKind.OTHER: lambda: _("Other"),
}

RELIABILITIES: Mapping[Reliability, Words] = {
    Reliability.A: lambda: _("A: completely reliable"),
    Reliability.B: lambda: _("B: usually reliable"),
    Reliability.C: lambda: _("C: fairly reliable"),
    Reliability.D: lambda: _("D: not usually reliable"),
    Reliability.E: lambda: _("E: unreliable"),
    Reliability.F: lambda: _("F: cannot be judged"),
}

CREDIBILITIES: Mapping[int, Words] = {
    1: lambda: _("1: confirmed by independent sources"),
    2: lambda: _("2: probably true"),
    3: lambda: _("3: possibly true"),
    4: lambda: _("4: doubtful"),
    5: lambda: _("5: improbable"),
    6: lambda: _("6: cannot be judged"),
}

QUOTATIONS: Mapping[Quotation, Words] = {
    Quotation.VERBATIM: lambda: _("Word for word"),
    Quotation.PARAPHRASE: lambda: _("In other words"),
    Quotation.TRANSLATED: lambda: _("Translated"),
}

STANCES: Mapping[Stance, Words] = {
    Stance.ASSERTS: lambda: _("Asserts it"),
    Stance.DENIES: lambda: _("Denies it"),
    Stance.MENTIONS: lambda: _("Mentions it"),
}
