"""What a room is shown of the figures: a chart with its choices, built from the safe view alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from desktop_app.charts.choice import ChartChoice, from_json
from desktop_app.charts.periods import Period
from desktop_app.charts.registry import FIRST, Chart
from desktop_app.charts.shapes import ComparisonChart
from desktop_app.charts.texts.worded import GENERATED, Words, from_settings, worded
from desktop_app.domain.scenes import Scene
from desktop_app.domain.views import publication_days
from desktop_app.ui.context import Context
from desktop_app.ui.presenter import drawing


@dataclass(frozen=True, slots=True)
class Chosen:
    """A chart by its name, with everything that was chosen for it."""

    choice: ChartChoice
    pinned: date | None = None
    name: str = FIRST
    words: Words = GENERATED
    """What a person wrote around it."""

    @classmethod
    def of(cls, scene: Scene) -> Chosen:
        """What a scene shows."""
        words = from_settings(scene.settings)
        return cls(from_json(scene.settings), scene.known_on.latest, scene.chart, words)


class FrontChart:
    """Builds the chart in front, also as it was known on a day of its replay."""

    def __init__(self, context: Context, chosen: Chosen) -> None:
        self._context = context
        self._aside = context.lens.aside()
        self.chosen = chosen
        self._whole = chosen.choice.period
        self._ahead: tuple[date, Chosen, Chart] | None = None
        """What was built last while a replay looked for its next day."""

    def built(self, replayed: date | None = None) -> Chart:
        """The chart now; or on a day that is replayed, over all its days so that the axis stays."""
        if replayed is not None and self._ahead is not None and self._ahead[:2] == (replayed, self.chosen):
            return self._ahead[2]
        angle = drawing.angle(self._context, replayed or self.chosen.pinned, self._aside)
        if replayed is not None:
            # What a person wrote was written of one day; on another it would be said falsely.
            return self._build(angle, self._whole)
        return worded(self._build(angle, self.chosen.choice.period), self.chosen.words)

    def renew(self) -> None:
        """Something may have changed: what was built ahead holds no longer."""
        self._ahead = None

    def days_to_replay(self, chart: Chart) -> list[date]:
        """The days of publication that lie in the chart, the earliest first."""
        self.renew()
        self._whole = self.chosen.choice.period
        first = date.min
        if isinstance(chart, ComparisonChart) and not chart.is_empty:
            first = date.fromordinal(chart.first)
            self._whole = Period.custom(first, date.fromordinal(chart.last))
        angle = drawing.angle(self._context, self.chosen.pinned, self._aside)
        last = angle.seen.day or self._context.today()
        return [day for day in publication_days(angle.public) if first <= day <= last]

    def shows(self, day: date) -> object | None:
        """What is drawn of a day, without the words that name the day; None where nothing is."""
        chart = self._build(drawing.angle(self._context, day, self._aside), self._whole)
        self._ahead = (day, self.chosen, chart)
        if chart.is_empty:
            return None
        return (chart.bars, chart.lines) if isinstance(chart, ComparisonChart) else chart.table.lines

    def _build(self, angle: drawing.Angle, days: Period) -> Chart:
        choice = replace(self.chosen.choice, period=days)
        return drawing.build(angle.public, self._context, choice, angle.seen, self.chosen.name)
