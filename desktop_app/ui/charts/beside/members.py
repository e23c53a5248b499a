"""What stands side by side: a chart by its key, as it was chosen, and as known on a day of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop_app.charts import registry
from desktop_app.charts.choice import AT_FIRST, ChartChoice, from_json
from desktop_app.charts.registry import Chart
from desktop_app.charts.worded import GENERATED, from_settings, worded
from desktop_app.domain.scenes import Scene
from desktop_app.domain.views import SafeToShow
from desktop_app.ui.context import Context
from desktop_app.ui.presenter import drawing
from desktop_app.words import known_on
from desktop_app.words.translate import _


@dataclass(frozen=True, slots=True)
class Member:
    """One of the charts. Without a day it is seen from its own, or from where the window looks."""

    key: str
    """The name of a built-in chart, or the id of a saved one."""
    choice: ChartChoice | None = None
    """As it is shown now; None for the choice it was saved with."""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A member as it is drawn."""

    title: str
    """What it is called in the list, and from when it is seen."""
    chart: Chart
    public: Chart
    """The same without anything that is not for an audience."""


def shown(member: Member, context: Context) -> Shown | None:
    """The member drawn; None where its saved chart is gone, or is no chart."""
    scene = context.workspace.get(Scene, member.key)
    kind = registry.named(member.key if scene is None else scene.chart)
    if kind is None:
        return None
    words = public_words = GENERATED
    title, pinned, choice = kind.title(), None, member.choice or AT_FIRST
    if scene is not None:
        title, pinned = scene.title, scene.known_on.latest
        choice = member.choice or from_json(scene.settings)
        if member.day in (None, pinned):
            # On another day than the one they were written of, words would be said falsely.
            words = from_settings(scene.settings)
            is_public = SafeToShow(context.workspace).get(Scene, scene.id) is not None
            public_words = words if is_public else GENERATED
    angle = drawing.angle(context, member.day or pinned)
    public = worded(drawing.build(angle.public, context, choice, angle.seen, kind.name), public_words)
    chart = worded(drawing.build(angle.view, context, choice, angle.seen, kind.name), words)
    if angle.seen.day is not None:
        words_of_day = known_on.sentence_part(angle.seen, context.formats)
        title = _("{title} · {seen}").format(title=title, seen=words_of_day)
    return Shown(title, chart, public)
