"""What stands along the days of a plot besides its values: milestones and days of field notes."""

from __future__ import annotations

from datetime import date

from desktop_app.charts.asked import Asked
from desktop_app.charts.kinds.milestones import milestones
from desktop_app.charts.kinds.noted import labelled, noted_days
from desktop_app.charts.time_plot import TimePlot
from desktop_app.domain.schemes import Scheme


def empty_plot(asked: Asked, scheme: Scheme, days: tuple[date, date]) -> TimePlot:
    """A plot of these days, both included, without panels yet."""
    show, first, last = asked.choice.show, days[0].toordinal(), days[1].toordinal()
    stations = milestones(asked.view, scheme, days, asked.day) if show.milestones else ()
    noted = noted_days(asked.view, days, asked.day) if show.field_notes else ()
    return TimePlot(first, last, (), (*stations, *labelled(noted)), noted=noted)
