"""What is to be said of a figure beside its number, in the few words of a chip."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_app.services.figure_checks import Check, CheckCode
from desktop_app.ui.widgets.columns import Chip, ChipKind
from desktop_app.words import amount_sentences
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_MOST = 42


def chip(check: Check, formats: Formats) -> Chip:
    """The check as a chip: amber where somebody should decide something."""
    kind = ChipKind.ATTENTION if check.needs_a_look else ChipKind.NEUTRAL
    return Chip(words(check, formats), kind)


def words(check: Check, formats: Formats) -> str:
    """The check in few words: "rival value 57", "deprecated: one range made of two values"."""
    amount = amount_sentences.amount_short(check.amount, formats) if check.amount is not None else ""
    reason = check.words if len(check.words) <= _MOST else f"{check.words[: _MOST - 1].rstrip()}…"
    if check.code is CheckCode.DEPRECATED and not reason:
        return _("deprecated")
    return WORDS[check.code]().format(amount=amount, reason=reason)


def sentence(check: Check, formats: Formats) -> str:
    """The check said in full, with what follows from it."""
    amount = amount_sentences.amount(check.amount, formats) if check.amount is not None else ""
    if check.code is CheckCode.DEPRECATED and not check.words:
        return _("Deprecated: kept, but not drawn and in no total.")
    return SENTENCES[check.code]().format(amount=amount, reason=check.words)


WORDS: Mapping[CheckCode, Callable[[], str]] = {
    CheckCode.RIVAL: lambda: _("rival value {amount}"),
    CheckCode.FALLS: lambda: _("total falls"),
    CheckCode.NO_SOURCE: lambda: _("no source"),
    CheckCode.UNDATED: lambda: _("undated"),
    CheckCode.UNPUBLISHED: lambda: _("no publication day"),
    CheckCode.AHEAD: lambda: _("published earlier"),
    CheckCode.OLD: lambda: _("nothing newer"),
    CheckCode.DEPRECATED: lambda: _("deprecated: {reason}"),
    CheckCode.REVISED: lambda: _("revised to {amount}"),
}

SENTENCES: Mapping[CheckCode, Callable[[], str]] = {
    CheckCode.RIVAL: lambda: _("Another source says {amount} for the same time; both are kept."),
    CheckCode.FALLS: lambda: _("A running total is lower than the one before it."),
    CheckCode.NO_SOURCE: lambda: _("Nothing says where it was read or heard."),
    CheckCode.UNDATED: lambda: _("No day can be put to it: kept as written, and not on charts."),
    CheckCode.UNPUBLISHED: lambda: _(
        "Nothing says when it was published, so it is in no view of an earlier day."
    ),
    CheckCode.AHEAD: lambda: _("It was published before the first day that it is about."),
    CheckCode.OLD: lambda: _("Nothing newer is recorded of this measure, and it is more than 60 days old."),
    CheckCode.DEPRECATED: lambda: _("Deprecated, because: {reason}. Kept, but not drawn and in no total."),
    CheckCode.REVISED: lambda: _("Its publisher has since replaced it by {amount}."),
}
