"""What is to be said of a figure beside its number, in the few words of a chip."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_app.domain.checks.findings import Code
from desktop_app.domain.figures import Figure
from desktop_app.domain.views import View
from desktop_app.services.figure_checks import Check, Settled
from desktop_app.ui.widgets.columns import Chip, ChipKind
from desktop_app.words import amount_sentences, findings
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_MOST = 42


def chip(check: Check, figure: Figure, formats: Formats) -> Chip:
    """The check as a chip: amber where somebody should decide something."""
    kind = ChipKind.ATTENTION if check.needs_a_look else ChipKind.NEUTRAL
    return Chip(words(check, figure, formats), kind)


def words(check: Check, figure: Figure, formats: Formats) -> str:
    """The check in few words: "rival value 57", "deprecated: one range made of two values"."""
    if check.code is Settled.DEPRECATED and not check.words:
        return _("deprecated")
    amount = amount_sentences.amount_short(check.amount, formats) if check.amount is not None else ""
    if check.code is Code.RIVAL_VALUES:
        amount = _rival(check, figure, formats)
    said = WORDS[check.code]().format(amount=amount, reason=_shortened(check.words))
    return _("{finding}, accepted").format(finding=said) if check.accepted else said


def sentence(check: Check, view: View, formats: Formats) -> str:
    """The check said in full, with its arithmetic or with what follows from it."""
    if check.finding is not None:
        said = findings.message(check.finding, view, formats)
        if check.accepted:
            return _("{finding} Accepted: {reason}").format(finding=said, reason=check.words)
        return said
    if check.code is Settled.DEPRECATED:
        if not check.words:
            return _("Deprecated: kept, but not drawn and in no total.")
        return _("Deprecated, because: {reason}. Kept, but not drawn and in no total.").format(
            reason=check.words
        )
    amount = amount_sentences.amount(check.amount, formats) if check.amount is not None else ""
    return _("Its publisher has since replaced it by {amount}.").format(amount=amount)


def _rival(check: Check, figure: Figure, formats: Formats) -> str:
    """The value that this figure does not say."""
    ends = [check.finding.numbers.get(name) for name in ("low", "high")] if check.finding else []
    other = [end for end in ends if isinstance(end, int) and not figure.amount.interval.contains(end)]
    return formats.number(other[0]) if other else ""


def _shortened(reason: str) -> str:
    return reason if len(reason) <= _MOST else f"{reason[: _MOST - 1].rstrip()}…"


WORDS: Mapping[Code | Settled, Callable[[], str]] = {
    Code.FITS_OTHER_DAY: lambda: _("fits another day"),
    Code.INCONSISTENT: lambda: _("does not fit the series"),
    Code.NEAR_MISS: lambda: _("likely slip"),
    Code.STALE_GROWTH: lambda: _("growth of an earlier day"),
    Code.RANGE_OR_TWO: lambda: _("range of two values"),
    Code.RIVAL_VALUES: lambda: _("rival value {amount}"),
    Code.FALLS: lambda: _("total falls"),
    Code.BASES_DIFFER: lambda: _("counted from another day"),
    Code.UNITS_DIFFER: lambda: _("counting units differ"),
    Code.EVENT_ON_EMPTY_DAY: lambda: _("arrival on an empty day"),
    Code.EVENT_VS_TOTAL: lambda: _("logged beside published"),
    Code.ARITHMETIC: lambda: _("does not multiply out"),
    Code.NO_SOURCE: lambda: _("no source"),
    Code.SINGLE_SOURCE: lambda: _("one origin"),
    Code.UNCONFIRMED: lambda: _("confirmed by one origin"),
    Code.UNDATED: lambda: _("undated"),
    Code.UNPUBLISHED: lambda: _("no publication day"),
    Code.AHEAD: lambda: _("published earlier"),
    Code.OLD: lambda: _("nothing newer"),
    Code.PASSED_ON: lambda: _("threshold passed earlier"),
    Code.CONSISTENT: lambda: _("fits the series"),
    Settled.DEPRECATED: lambda: _("deprecated: {reason}"),
    Settled.REVISED: lambda: _("revised to {amount}"),
}
