"""What stands side by side: a chart by its key, as it was chosen, and as known on a day of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop_app.charts import registry
from desktop_app.charts.choice import AT_FIRST, ChartChoice, from_json
from desktop_app.charts.registry import Chart
from desktop_app.charts.texts.worded import GENERATED, Words, from_settings, worded
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
class _Cast:
    """A member with everything that it is drawn by."""

    name: str
    title: str
    choice: ChartChoice
    pinned: date | None
    words: Words
    public_words: Words


def is_there(member: Member, context: Context) -> bool:
    """Whether it can be drawn: its saved chart may be gone."""
    return _cast(member, context) is not None


def title(member: Member, context: Context) -> str:
    """What it is called in the list, and from when it is seen."""
    cast = _cast(member, context)
    if cast is None:
        return ""
    seen = drawing.angle(context, cast.pinned).seen
    if seen.day is None:
        return cast.title
    words = known_on.sentence_part(seen, context.formats)
    return _("{title} · {seen}").format(title=cast.title, seen=words)


def chart(member: Member, context: Context, *, public: bool = False) -> Chart:
    """The chart of a member that is there; `public` is without anything that is not for an audience."""
    cast = _cast(member, context)
    if cast is None:
        raise KeyError(member.key)
    angle = drawing.angle(context, cast.pinned)
    view = angle.public if public else angle.view
    built = drawing.build(view, context, cast.choice, angle.seen, cast.name)
    return worded(built, cast.public_words if public else cast.words)


def _cast(member: Member, context: Context) -> _Cast | None:
    scene = context.workspace.get(Scene, member.key)
    kind = registry.named(member.key if scene is None else scene.chart)
    if kind is None:
        return None
    if scene is None:
        choice = member.choice or AT_FIRST
        return _Cast(kind.name, kind.title(), choice, member.day, GENERATED, GENERATED)
    choice = member.choice or from_json(scene.settings)
    pinned = scene.known_on.latest
    # On another day than the one they were written of, words would be said falsely.
    words = from_settings(scene.settings) if member.day in (None, pinned) else GENERATED
    is_public = SafeToShow(context.workspace).get(Scene, scene.id) is not None
    public_words = words if is_public else GENERATED
    return _Cast(kind.name, scene.title, choice, member.day or pinned, words, public_words)
