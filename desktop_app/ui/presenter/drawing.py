"""One way to draw the chart for page, room and files: they differ only in the view they are given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop_app.charts import registry
from desktop_app.charts.asked import Asked
from desktop_app.charts.choice import ChartChoice
from desktop_app.charts.registry import FIRST, Chart
from desktop_app.charts.screens.picture import ComparisonPicture
from desktop_app.charts.shapes import ComparisonChart, Row
from desktop_app.charts.targets import Target, tracks
from desktop_app.domain.records import Record
from desktop_app.domain.views import NOW, Seen, Sight, View
from desktop_app.ui.aside import Aside
from desktop_app.ui.context import Context

DRAWN: frozenset[type[Record]] = frozenset().union(*(kind.drawn_of for kind in registry.kinds()))
"""The kinds of record that charts are made of; a step without them changes none."""


def concerns(name: str, kinds: frozenset[type[Record]]) -> bool:
    """Whether a step with these kinds of record can change a chart."""
    kind = registry.named(name)
    return bool(kinds & (DRAWN if kind is None else kind.drawn_of))


@dataclass(frozen=True, slots=True)
class Angle:
    """From where a chart is drawn: through the window's lens, or pinned to a day of its own."""

    view: View
    public: View
    """The part of it that an audience may see."""
    seen: Seen


def angle(context: Context, pinned: date | None, aside: Aside | None = None) -> Angle:
    """The lens's view, or what was known on the pinned day.

    Who draws pinned charts again and again has an aside: its views are of the day that was asked for last.
    """
    lens = context.lens
    if pinned is None:
        return Angle(lens.view, lens.public, lens.seen)
    view, public = (lens.aside() if aside is None else aside).on(pinned)
    return Angle(view, public, Seen(Sight.KNOWN_ON, pinned))


def build(view: View, context: Context, choice: ChartChoice, seen: Seen = NOW, name: str = FIRST) -> Chart:
    """The chart of a name, in the window's words and as of the day it is seen from."""
    return registry.build(name, Asked(view, context.formats, context.today(), seen, choice))


def renew(picture: ComparisonPicture, chart: ComparisonChart, *, gliding: bool = False) -> None:
    """Show a chart after a change of the figures: cursor and zoom stay, also where it has become longer.

    Where it is `gliding`, its marks move there from where they stand.
    """
    days = picture.stage.days
    zoomed = days != picture.stage.whole
    if gliding and not zoomed:
        picture.glide_to(chart)
    else:
        picture.show(chart)
    if zoomed and picture.stage.days != days:
        picture.stage.look(*days)
        picture.pan(0)


def rows_by_target(chart: ComparisonChart) -> dict[Target, Row]:
    """The row of the table for each point that can be reached: the two lists are in the same order."""
    targets = [target for track in tracks(chart) for target in track]
    return dict(zip(targets, chart.rows, strict=True))
