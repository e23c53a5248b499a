"""Which chart the page shows, and which an audience may see: of which view, in whose words, what notes."""

from __future__ import annotations

from collections.abc import Callable

from desktop_app.charts import registry
from desktop_app.charts.choice import EVERY_DAY, ChartChoice
from desktop_app.charts.registry import Chart
from desktop_app.charts.sheets import Sheet
from desktop_app.charts.texts import worded
from desktop_app.charts.texts.worded import GENERATED, Words
from desktop_app.ui.charts.found_notes import with_findings
from desktop_app.ui.charts.saved import SavedCharts
from desktop_app.ui.context import Context
from desktop_app.ui.presenter import drawing
from desktop_app.ui.presenter.drawing import Angle

EVERYTHING = ChartChoice(EVERY_DAY)
"""All days of all series."""


class Building:
    """Builds the chart that `saved` names by what `choice` gives, from the window's lens or a pinned day."""

    def __init__(self, context: Context, saved: SavedCharts, choice: Callable[[], ChartChoice]) -> None:
        self._context, self._saved, self._choice = context, saved, choice
        self._aside = context.lens.aside()

    @property
    def angle(self) -> Angle:
        """From where the chart is drawn."""
        return drawing.angle(self._context, self._saved.pinned, self._aside)

    def here(self) -> Chart:
        """The chart of everything in the workspace, without its notes."""
        return self._built(self.angle, self._choice(), words=self._saved.words)

    def public(self) -> Chart:
        """The same chart without anything that is not for an audience."""
        angle = self.angle
        seen = Angle(angle.public, angle.public, angle.seen)
        return self._built(seen, self._choice(), words=self._saved.public_words)

    def noted(self, chart: Chart) -> Chart:
        """The chart with what the check finds about its lines; one pinned to another day without."""
        is_same = self.angle.seen == self._context.lens.seen
        if not isinstance(chart, Sheet) and is_same:
            chart = with_findings(chart, self._context)
        if self._saved.words == GENERATED:
            return chart
        # They were written over what an audience sees, so that is what they are compared with.
        return worded.noted(chart, self._saved.words, worded.texts(self.public()))

    def is_empty_always(self) -> bool:
        """Whether the chart has nothing to draw, whatever the days."""
        return self._built(self.angle, EVERYTHING).is_empty

    def is_all_empty(self) -> bool:
        """Whether no chart has anything to draw, whatever the days."""
        angle = self.angle
        return all(self._built(angle, EVERYTHING, name).is_empty for name in registry.names())

    def _built(self, angle: Angle, choice: ChartChoice, name: str = "", words: Words = GENERATED) -> Chart:
        chart = drawing.build(angle.view, self._context, choice, angle.seen, name or self._saved.name)
        return worded.worded(chart, words)
