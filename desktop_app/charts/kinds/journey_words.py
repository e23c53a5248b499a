"""How the stations of journeys are called and drawn, and the columns of their table."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_app.charts.sheets import Column, Tint
from desktop_app.domain.events import Route
from desktop_app.domain.route_counts import Stage
from desktop_app.words.translate import _

TINTS = {
    Stage.RETURNED: Tint.RETURNED,
    Stage.BACK_AGAIN: Tint.AGAIN,
    Stage.ARRIVED_AGAIN: Tint.AGAIN,
    Stage.ADMITTED: Tint.ADMITTED,
    Stage.TRAVELLED: Tint.ADMITTED,
    Stage.DETAINED: Tint.DETAINED,
}
ENDS = frozenset({Stage.REFUSED_READMISSION, Stage.NO_REPLY, Stage.REFUSED, Stage.ARRIVAL_UNKNOWN})
"""Drawn hatched: they tell of what did not happen, or is not known."""
ASIDE = ENDS - {Stage.ARRIVAL_UNKNOWN}
"""Drawn beside what goes on."""


def columns() -> tuple[Column, ...]:
    """The table of journeys."""
    return (
        Column("route", _("Route"), width=15),
        Column("stage", _("Stage"), width=26),
        Column("then", _("Then"), width=26),
        Column("journeys", _("Journeys"), is_number=True),
        Column("people", _("People"), is_number=True),
        Column("cases", _("Cases")),
    )


ROUTES: Mapping[Route, Callable[[], str]] = {
    Route.RETURN: lambda: _("Return route"),
    Route.ADMISSION: lambda: _("Legal route to the UK"),
}
STAGES: Mapping[Stage, Callable[[], str]] = {
    Stage.ARRIVED: lambda: _("Arrived"),
    Stage.ARRIVED_AGAIN: lambda: _("Arrived again"),
    Stage.ARRIVAL_UNKNOWN: lambda: _("Arrival not recorded"),
    Stage.DETAINED: lambda: _("Detained"),
    Stage.REQUESTED: lambda: _("Readmission requested"),
    Stage.ACCEPTED: lambda: _("Accepted by France"),
    Stage.REFUSED_READMISSION: lambda: _("Refused by France"),
    Stage.NO_REPLY: lambda: _("No reply"),
    Stage.DIRECTIONS: lambda: _("Removal directions"),
    Stage.RETURNED: lambda: _("Returned to France"),
    Stage.BACK_AGAIN: lambda: _("Then arrived again"),
    Stage.INTEREST: lambda: _("Interest expressed"),
    Stage.SELECTED: lambda: _("Selected"),
    Stage.BIOMETRICS: lambda: _("Biometrics taken"),
    Stage.VISA: lambda: _("Visa issued"),
    Stage.TRAVELLED: lambda: _("Travelled to the UK"),
    Stage.ADMITTED: lambda: _("Admitted"),
    Stage.REFUSED: lambda: _("Application refused"),
}
