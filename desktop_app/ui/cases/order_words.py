"""The words of how cases are ordered, grouped and aligned."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.charts.lanes.shapes import Axis
from desktop_app.charts.lanes.words import why_not_aligned
from desktop_app.domain.case_order import CaseGrouping, CaseSort, Outcome, RouteTaken
from desktop_app.words import labels
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n

_LISTED = 200
"""So many codes are listed in words."""


def axis(which: Axis) -> str:
    """What days are counted from."""
    return _("Calendar") if which is Axis.CALENDAR else _("Days since first arrival")


def sort_tip(by: CaseSort) -> str:
    """How exactly cases are sorted, where the words do not say it."""
    return {
        CaseSort.CODE: "",
        CaseSort.FIRST_ARRIVAL: _("Earliest first; where the first arrival is not known, last"),
        CaseSort.LONGEST_IN_UK: _("Most days in the UK first: all stays together, only what is certain"),
        CaseSort.ARRIVALS: _("Most arrivals first, also those without a date"),
    }[by]


def grouping_tip(by: CaseGrouping) -> str:
    """How exactly cases are grouped, where the words do not say it."""
    if by is CaseGrouping.OUTCOME:
        return _("Where each person was last known to be")
    return ""


def heading(by: CaseGrouping, answer: str, count: int, formats: Formats) -> str:
    """A group with the number of its cases: "Last known in France (12)"."""
    return _("{group} ({n})").format(group=_group(by, answer, formats), n=formats.number(count))


def _group(by: CaseGrouping, answer: str, formats: Formats) -> str:
    if by is CaseGrouping.ROUTE:
        return labels.label(RouteTaken(answer))
    if by is CaseGrouping.OUTCOME:
        return labels.label(Outcome(answer))
    if by is CaseGrouping.CYCLES:
        return _n("{n} cycle", "{n} cycles", int(answer)).format(n=formats.number(int(answer)))
    return answer or _("Nationality not recorded")


def not_aligned(codes: Sequence[str], formats: Formats) -> str:
    """Who is not on the axis of days since first arrival; empty where everybody is."""
    if not codes:
        return ""
    listed = ", ".join(codes[:_LISTED])
    words = _("{why} ({n}): {codes}").format(
        why=why_not_aligned(), n=formats.number(len(codes)), codes=listed
    )
    more = len(codes) - _LISTED
    if more <= 0:
        return words
    return _n("{words} and {n} more", "{words} and {n} more", more).format(
        words=words, n=formats.number(more)
    )
