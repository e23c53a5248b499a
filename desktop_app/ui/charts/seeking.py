"""Going to a figure on the page of charts: to its point, or to how it changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt

from desktop_app.charts.choice import EVERY_DAY, ChartChoice, Scale, Subject
from desktop_app.charts.kinds import vintages_chart
from desktop_app.charts.registry import FIRST
from desktop_app.domain import changed
from desktop_app.ui.charts.action_bar import CHART
from desktop_app.ui.charts.beside.comparing import Comparing
from desktop_app.ui.charts.chart_area import ChartArea
from desktop_app.ui.charts.saved import SavedCharts
from desktop_app.ui.context import Context
from desktop_app.words.translate import _


class Seeking:
    """Chooses a chart and days in which the figure is drawn, and puts the cursor on it.

    `choice` is what the chart in front shows, `choose` draws another.
    """

    def __init__(
        self,
        context: Context,
        saved: SavedCharts,
        area: ChartArea,
        comparing: Comparing,
        choice: Callable[[], ChartChoice],
        choose: Callable[[ChartChoice], None],
    ) -> None:
        self._context, self._saved, self._area, self._comparing = context, saved, area, comparing
        self._choice, self._choose = choice, choose

    def point(self, figure: str) -> bool:
        """Show the point of a figure, in longer days or in panels if need be. False, and said, if none."""
        self._begin()
        if self._saved.name != FIRST:
            self._saved.show_built_in(FIRST)
        before = self._choice()
        longer = replace(before, period=EVERY_DAY)
        for choice in (before, longer, replace(longer, scale=Scale.PANELS)):
            if choice != self._choice():
                self._choose(choice)
            found = self._area.front.seek(figure)
            if found:
                break
        else:
            self._choose(before)
            self._context.notices.tell(_("That figure is not on this chart."))
        self._area.front.setFocus(Qt.FocusReason.OtherFocusReason)
        return found

    def changes(self, figure: str) -> bool:
        """Draw how a figure changed, with the cursor on it. False, and said, where it never did."""
        number = changed.of_figure(self._context.view, figure)
        if number is None:
            self._context.notices.tell(_("That figure was published only once."))
            return False
        self._begin()
        self._saved.show_built_in(vintages_chart.NAME)
        self._choose(replace(self._choice(), subject=Subject(figure=number.first.id)))
        self._area.sheet.seek(figure)
        self._area.front.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _begin(self) -> None:
        self._comparing.end()
        self._area.show_tab(CHART)
