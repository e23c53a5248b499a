"""Shapes of the small chart of vintages: the values of one figure by the day they were published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.charts.shapes import Mark
from desktop_app.charts.texts.saying import MARKS
from desktop_app.domain.figures import Figure
from desktop_app.words.amount_sentences import amount_short
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


@dataclass(frozen=True, slots=True)
class VintagePoint:
    """One value at the day of its publication."""

    day: int
    value: float
    low: float
    high: float
    mark: Mark
    stands: bool
    """Whether it still counts; one that does not is drawn in the colour of secondary text."""
    text: str


@dataclass(frozen=True)
class VintagesChart:
    """A step line from publication to publication. Its axis need not begin at zero: it shows a change."""

    points: tuple[VintagePoint, ...] = ()
    first: str = ""
    """The words of the first publication's day."""
    last: str = ""
    alt: str = ""

    @property
    def span(self) -> tuple[float, float]:
        """The least and the most of all values."""
        lows = [point.low for point in self.points]
        highs = [point.high for point in self.points]
        return min(lows, default=0), max(highs, default=0)


def build(vintages: Iterable[tuple[Figure, bool]], formats: Formats) -> VintagesChart:
    """The chart of figures, each with whether it still stands, in order of publication.

    What has no number or no day of publication is not drawn; the table beside the chart has it.
    """
    points: list[VintagePoint] = []
    days = []
    for figure, stands in vintages:
        point = _point(figure, stands, formats)
        if point is not None and figure.published.latest is not None:
            points.append(point)
            days.append(figure.published.latest)
    if not points:
        return VintagesChart()
    entry = _("{value} on {day}")
    said = [
        entry.format(value=point.text, day=formats.day(day)) for point, day in zip(points, days, strict=True)
    ]
    alt = _("A step line of what was published: {values}.").format(values=_(", then ").join(said))
    return VintagesChart(tuple(points), formats.day(days[0]), formats.day(days[-1]), alt)


def _point(figure: Figure, stands: bool, formats: Formats) -> VintagePoint | None:
    amount, published = figure.amount, figure.published.latest
    ends = [end for end in (amount.low, amount.high) if end is not None]
    if published is None or not ends:
        return None
    value = amount.value if amount.value is not None else ends[0]
    return VintagePoint(
        published.toordinal(),
        float(value),
        float(min(*ends, value)),
        float(max(*ends, value)),
        MARKS.get(amount.comparator, Mark.REPORTED),
        stands,
        amount_short(amount, formats),
    )
