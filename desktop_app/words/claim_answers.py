"""What the statement checker answers to a claim, in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_app.domain.claims.answering import Answer, NotCheckable
from desktop_app.domain.claims.reading import ReadClaim
from desktop_app.domain.measures import BUILT_IN, Basis, Measure
from desktop_app.domain.views import View
from desktop_app.words import date_sentences, measure_words
from desktop_app.words.amount_sentences import amount
from desktop_app.words.findings import message
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_BUILT_IN = {measure.id: measure for measure in BUILT_IN}
Words = Callable[[], str]


def answer(given: Answer, view: View, formats: Formats) -> str:
    """The answer with its arithmetic, or "Not checkable:" and why."""
    if given.finding is not None:
        return message(given.finding, view, formats)
    return not_checkable(given.why_not or NotCheckable.NO_NUMBER)


def understood(claim: ReadClaim, view: View, formats: Formats) -> str:
    """How the claim was read: "“38,726”: Arrived by small boat, 38,726, since 1 Jan 2025, by 9 Nov 2025"."""
    measure = view.get(Measure, claim.measure) or _BUILT_IN.get(claim.measure)
    parts = [
        measure_words.measure(measure) if measure is not None else "",
        amount(claim.amount, formats),
        _("since {date}").format(date=date_sentences.date(claim.since, formats)) if _is_total(claim) else "",
        date_sentences.date(claim.period, formats) if claim.period.is_dated else "",
    ]
    read = _(", ").join(part for part in parts if part)
    return _("“{words}”: {read}").format(words=claim.words, read=read)


def as_line(claim: ReadClaim, view: View, formats: Formats) -> str:
    """The claim as the line in which a figure is typed reads it."""
    measure = view.get(Measure, claim.measure) or _BUILT_IN.get(claim.measure)
    name = measure_words.measure(measure) if measure is not None else ""
    since = _("since {date}").format(date=date_sentences.date(claim.since, formats))
    parts = [
        amount(claim.amount, formats),
        name.lower(),
        since if _is_total(claim) else "",
    ]
    said = " ".join(part for part in parts if part)
    when = date_sentences.date(claim.period, formats) if claim.period.is_dated else ""
    return _(", ").join(part for part in (said, when) if part)


def _is_total(claim: ReadClaim) -> bool:
    return claim.basis is Basis.CUMULATIVE and claim.since.is_dated


def not_checkable(why: NotCheckable) -> str:
    """Why a claim cannot be compared with anything."""
    return NOT_CHECKABLE[why]()


NOT_CHECKABLE: Mapping[NotCheckable, Words] = {
    NotCheckable.NO_NUMBER: lambda: _("Not checkable: it gives no number."),
    NotCheckable.NO_MEASURE: lambda: _("Not checkable: what is counted is no measure of this ledger."),
    NotCheckable.NO_DATE: lambda: _("Not checkable: it does not say for which days."),
    NotCheckable.NO_SERIES: lambda: _("Not checkable: this ledger has no numbers to compare it with."),
    NotCheckable.OUTSIDE: lambda: _("Not checkable: the numbers of this ledger do not reach to these days."),
    NotCheckable.TOO_VAGUE: lambda: _(
        "Not checkable: the numbers of this ledger leave open whether it fits."
    ),
    NotCheckable.UNREADABLE: lambda: _("Not checkable: its number can be read in more than one way."),
    NotCheckable.DENIED: lambda: _("Not checkable: it says that something is not so."),
    NotCheckable.RATE: lambda: _("Not checkable: it gives a rate or an average, not a count."),
    NotCheckable.SHARE: lambda: _("Not checkable: it gives a share, not growth on the year before."),
    NotCheckable.OTHER_GROWTH: lambda: _(
        "Not checkable: it compares other days than those of a year with the year before."
    ),
}
