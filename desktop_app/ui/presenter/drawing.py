"""One way to draw the chart for page, room and files: they differ only in the view they are given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop_app.charts import comparison
from desktop_app.charts.comparison import Show
from desktop_app.charts.periods import Period
from desktop_app.charts.picture import ComparisonPicture
from desktop_app.charts.shapes import ComparisonChart, Row
from desktop_app.charts.targets import Target, tracks
from desktop_app.domain.events import Event
from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Measure
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.sources import Source
from desktop_app.domain.views import NOW, KnownOn, SafeToShow, Seen, Sight, View
from desktop_app.ui.context import Context

DRAWN = frozenset({Figure, Source, Event, FieldNote, Scheme, Measure})
"""The kinds of record that a chart is made of; a step without them changes none."""


@dataclass(frozen=True, slots=True)
class Angle:
    """From where a chart is drawn: through the window's lens, or pinned to a day of its own."""

    view: View
    public: View
    """The part of it that an audience may see."""
    seen: Seen


def angle(context: Context, pinned: date | None) -> Angle:
    """The lens's view, or what was known on the pinned day."""
    lens = context.lens
    if pinned is None:
        return Angle(lens.view, lens.public, lens.seen)
    view = KnownOn(context.workspace, pinned)
    return Angle(view, SafeToShow(view), Seen(Sight.KNOWN_ON, pinned))


def build(view: View, context: Context, period: Period, show: Show, seen: Seen = NOW) -> ComparisonChart:
    """The chart of the view's scheme, in the window's words and as of the day it is seen from."""
    return comparison.build(
        view,
        comparison.default_scheme(view),
        formats=context.formats,
        today=context.today(),
        period=period,
        show=show,
        seen=seen,
    )


def renew(picture: ComparisonPicture, chart: ComparisonChart) -> None:
    """Show a chart after a change of the figures: cursor and zoom stay, also where it has become longer."""
    days = picture.stage.days
    zoomed = days != picture.stage.whole
    picture.show(chart)
    if zoomed and picture.stage.days != days:
        picture.stage.look(*days)
        picture.pan(0)


def rows_by_target(chart: ComparisonChart) -> dict[Target, Row]:
    """The row of the table for each point that can be reached: the two lists are in the same order."""
    targets = [target for track in tracks(chart) for target in track]
    return dict(zip(targets, chart.rows, strict=True))
