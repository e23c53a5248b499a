"""The codes of clocks in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_app.domain.clocks import Course, InForce, Met, Unsure
from desktop_app.words.translate import _

Words = Callable[[], str]


def met(met: Met) -> str:
    """Whether a term was met: "Met"."""
    return METS[met]()


def in_force(force: InForce) -> str:
    """Whether a version held when the clock started."""
    return IN_FORCE[force]()


METS: Mapping[Met, Words] = {
    Met.YES: lambda: _("Met"),
    Met.NO: lambda: _("Not met"),
    Met.CANNOT_TELL: lambda: _("Cannot tell"),
}

IN_FORCE: Mapping[InForce, Words] = {
    InForce.CERTAINLY: lambda: _("In force then"),
    InForce.POSSIBLY: lambda: _("Possibly in force then"),
    InForce.NOT: lambda: _("Not in force then"),
}

COURSES: Mapping[Course, Words] = {
    Course.ENDED: lambda: _("Ended"),
    Course.PERHAPS: lambda: _("Perhaps ended"),
    Course.RUNNING: lambda: _("Running"),
    Course.RUNNING_OUT: lambda: _("Running or over"),
    Course.PASSED: lambda: _("Time over"),
}

UNSURES: Mapping[Unsure, Words] = {
    Unsure.ORDER: lambda: _("Which came first is not certain"),
    Unsure.DATES: lambda: _("A date is not certain"),
}
