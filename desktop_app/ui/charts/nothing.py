"""What stands where a chart would: why there is nothing to draw, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.words.translate import _


def of_everything(add: Callable[[], None]) -> tuple[EmptyState, Button]:
    """Nothing is recorded that any chart could draw; with the button to begin with."""
    begin = _adding(add)
    state = EmptyState(
        _("Nothing to draw yet"), _("Charts need at least one dated figure."), begin, icon_name="charts"
    )
    return state, begin


def in_these_days(widen: Callable[[], None]) -> EmptyState:
    """There is something, but not in the days chosen."""
    button = Button(_("Show all"))
    button.setObjectName("showAllButton")
    button.clicked.connect(widen)
    return EmptyState(
        _("Nothing in these days"),
        _("No figure of the chosen series falls into the days chosen."),
        button,
        icon_name="charts",
    )


def of_figures(add: Callable[[], None]) -> EmptyState:
    """There are cases, but no figures."""
    return EmptyState(
        _("No figures yet"),
        _("This chart needs at least one dated figure. The charts of cases are in the list."),
        _adding(add),
        icon_name="charts",
    )


def _adding(add: Callable[[], None]) -> Button:
    button = Button(_("Add figure"), look="primary", key="Ctrl+N")
    button.clicked.connect(add)
    return button
