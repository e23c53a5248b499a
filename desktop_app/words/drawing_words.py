"""Why one of several figures is drawn, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desktop_app.domain.standing import Standing, Why
from desktop_app.words.translate import _

Words = Callable[[], str]


def why(reason: Why) -> str:
    """What decided for a figure: "official statistics"."""
    return WHYS[reason]()


def standing(standing: Standing) -> str:
    """How a figure stands to the line of its measure, in a sentence."""
    return STANDINGS[standing]()


def sentence(stands: Standing, reasons: Sequence[Why], drawn: str) -> str:
    """How it stands and what decided: "Drawn because: official statistics; published earlier".

    `drawn` names the figure that is drawn or that revises it, where that is another one.
    """
    said = "; ".join(why(reason) for reason in reasons)
    if stands is Standing.DRAWN and said:
        return _("Drawn because: {reasons}").format(reasons=said)
    if stands is Standing.BESIDE and drawn:
        return _("Not drawn. Drawn instead: {figure} ({reasons})").format(figure=drawn, reasons=said)
    if stands is Standing.REVISED and drawn:
        return _("Not drawn: revised by {figure}").format(figure=drawn)
    return standing(stands)


WHYS: Mapping[Why, Words] = {
    Why.PREFERRED: lambda: _("preferred by hand"),
    Why.CLOSER_DATES: lambda: _("its dates are more exact"),
    Why.OFFICIAL: lambda: _("official statistics"),
    Why.RELIABILITY: lambda: _("a more reliable source"),
    Why.EARLIER: lambda: _("published earlier"),
    Why.FIRST_KEPT: lambda: _("nothing tells them apart; a newcomer never replaces it"),
}

STANDINGS: Mapping[Standing, Words] = {
    Standing.ALONE: lambda: _("Drawn: the only figure for its dates"),
    Standing.DRAWN: lambda: _("Drawn"),
    Standing.BESIDE: lambda: _("Not drawn: another figure is"),
    Standing.DEPRECATED: lambda: _("Not drawn: deprecated"),
    Standing.REVISED: lambda: _("Not drawn: a later figure revises it"),
    Standing.NO_NUMBER: lambda: _("Not drawn: it has no number"),
    Standing.NO_DATE: lambda: _("Not drawn: it has no date"),
    Standing.OFF_LINE: lambda: _("Not drawn: finer figures cover its dates, or its kind is on no line"),
}
