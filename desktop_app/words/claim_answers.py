"""What the statement checker answers to a claim, in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_app.domain.claims.answering import Answer, NotCheckable
from desktop_app.domain.views import View
from desktop_app.words.findings import message
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

Words = Callable[[], str]


def answer(given: Answer, view: View, formats: Formats) -> str:
    """The answer with its arithmetic, or "Not checkable:" and why."""
    if given.finding is not None:
        return message(given.finding, view, formats)
    return not_checkable(given.why_not or NotCheckable.NO_NUMBER)


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
}
