"""A saved chart as an audience gets it: by its own choice, from its own day, in its own words."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.charts import registry
from desktop_app.charts.asked import Asked
from desktop_app.charts.choice import from_json
from desktop_app.charts.registry import Chart
from desktop_app.charts.texts.worded import from_settings, worded
from desktop_app.domain.scenes import Scene
from desktop_app.domain.views import KnownOn, SafeToShow, Seen, Sight, View


def build(scene: Scene, asked: Asked, whole: View, *, follows: bool = False) -> Chart:
    """The chart of a scene. One that is frozen shows what was known of the `whole` ledger on its day.

    With `follows` it is seen from where `asked` is even so; words that were written of its day are then left.
    """
    day = scene.known_on.latest
    asked = replace(asked, choice=from_json(scene.settings))
    if day is not None and not follows:
        asked = replace(asked, view=SafeToShow(KnownOn(whole, day)), seen=Seen(Sight.KNOWN_ON, day))
    chart = registry.build(scene.chart, asked)
    is_elsewhere = day is not None and asked.seen.day != day
    return chart if is_elsewhere else worded(chart, from_settings(scene.settings))
