"""What cases are sorted and grouped by, and what puts them into a group, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_app.domain.case_order import CaseGrouping, CaseSort, Outcome, RouteTaken
from desktop_app.words.translate import _

Words = Callable[[], str]

CASE_SORTS: Mapping[CaseSort, Words] = {
    CaseSort.CODE: lambda: _("Sort: code"),
    CaseSort.FIRST_ARRIVAL: lambda: _("Sort: first arrival"),
    CaseSort.LONGEST_IN_UK: lambda: _("Sort: longest in the UK"),
    CaseSort.ARRIVALS: lambda: _("Sort: number of arrivals"),
}

CASE_GROUPINGS: Mapping[CaseGrouping, Words] = {
    CaseGrouping.NONE: lambda: _("Group: none"),
    CaseGrouping.ROUTE: lambda: _("Group: route"),
    CaseGrouping.NATIONALITY: lambda: _("Group: nationality"),
    CaseGrouping.OUTCOME: lambda: _("Group: outcome"),
    CaseGrouping.CYCLES: lambda: _("Group: cycles"),
}

ROUTES_TAKEN: Mapping[RouteTaken, Words] = {
    RouteTaken.RETURN: lambda: _("Return route"),
    RouteTaken.ADMISSION: lambda: _("Admission route"),
    RouteTaken.BOTH: lambda: _("Both routes"),
    RouteTaken.NOT_KNOWN: lambda: _("Route not known"),
}

OUTCOMES: Mapping[Outcome, Words] = {
    Outcome.IN_UK: lambda: _("Last known in the UK"),
    Outcome.IN_FRANCE: lambda: _("Last known in France"),
    Outcome.NOT_KNOWN: lambda: _("Last whereabouts not known"),
}
