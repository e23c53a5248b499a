"""What users do with the scenes of a talk: order them, say what goes with them, make them all at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from desktop_app.domain import named, talk
from desktop_app.domain.dates import on_day
from desktop_app.domain.figures import Figure
from desktop_app.domain.scenes import Scene
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.talk import Moment
from desktop_app.domain.views import View
from desktop_app.services.workspace import Workspace
from desktop_app.words import amount_sentences, event_labels, measure_words
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

WORDS_ALONE: Final = ""
"""What a scene without a chart has for the name of one."""


def scenes(view: View) -> tuple[Scene, ...]:
    """The scenes of the talk as the view shows them, in their order."""
    return talk.in_order(view.every(Scene))


def move(workspace: Workspace, scene: Scene, by: int) -> bool:
    """Have a scene come so many places later (earlier if negative). False where it is at the end already."""
    before = {one.id: one for one in workspace.every(Scene)}
    changed = [one for one in talk.moved(before.values(), scene.id, by) if before[one.id] != one]
    if changed:
        with workspace.change("order scenes") as work:
            work.put_all(changed)
    return bool(changed)


def put_before(workspace: Workspace, id: str, other: str) -> bool:
    """Have a scene stand right before another one, or at the end where none is named.

    False where it stands there already, or is there no more.
    """
    every = talk.in_order(workspace.every(Scene))
    scene = next((one for one in every if one.id == id), None)
    if scene is None:
        return False
    rest = [one.id for one in every if one.id != id]
    to = rest.index(other) if other in rest else len(rest)
    return move(workspace, scene, to - every.index(scene))


def describe(
    workspace: Workspace, scene: Scene, *, title: str, caption: str, note: str, settings: str | None = None
) -> Scene:
    """Give a scene its title, its caption for the audience, and the note for whoever speaks.

    With `settings` also what its chart is drawn of.
    """
    drawn = scene.settings if settings is None else settings
    with workspace.change("edit scene") as work:
        return work.put(replace(scene, title=title, caption=caption, note=note, settings=drawn))


def add(
    workspace: Workspace, *, title: str, caption: str, note: str, chart: str = "", settings: str = ""
) -> Scene:
    """A scene after all others; one that names no chart is words alone."""
    place = _last(workspace) + 1
    scene = Scene(title=title, caption=caption, note=note, chart=chart, settings=settings, place=place)
    with workspace.change("add scene") as work:
        return work.put(scene)


def add_charts(workspace: Workspace, title: str, chart: str, settings: Sequence[str]) -> list[Scene]:
    """A scene of a chart for each of these settings, after all others, in one step."""
    place = _last(workspace)
    made = [
        Scene(title=title, chart=chart, settings=each, place=place + number)
        for number, each in enumerate(settings, start=1)
    ]
    with workspace.change("add scene") as work:
        return [work.put(scene) for scene in made]


def tell_story(workspace: Workspace, view: View, scheme: Scheme, chart: str, formats: Formats) -> list[Scene]:
    """Make "the story so far" in one step: a scene of the chart for each moment of the scheme in the view.

    Each is frozen on its own day; before the scheme was in force it is words alone. A day that has a scene
    of this chart already, or of words alone, gets no second one. The captions are for an audience, so the
    view should be one that is safe to show.
    """
    every = workspace.every(Scene)
    there = {one.known_on.latest for one in every if one.chart in (chart, WORDS_ALONE)}
    place = _last(workspace)
    made = [
        _scene_of(moment, view, chart if _has_begun(scheme, moment) else WORDS_ALONE, place + number, formats)
        for number, moment in enumerate(
            (moment for moment in talk.moments(view, scheme) if moment.day not in there), start=1
        )
    ]
    if not made:
        return []
    with workspace.change("tell story") as work:
        return [work.put(scene) for scene in made]


def _has_begun(scheme: Scheme, moment: Moment) -> bool:
    """Whether a chart since the start has a day to show: before it, a scene says what happened."""
    start = scheme.start.earliest
    return start is None or moment.day >= start


def _last(workspace: Workspace) -> int:
    there: Collection[Scene] = workspace.every(Scene)
    return max((scene.place for scene in there), default=0)


def _scene_of(moment: Moment, view: View, chart: str, place: int, formats: Formats) -> Scene:
    happened = [event_labels.event_kind(event.kind) for event in moment.events]
    counted = [_total(figure, view, formats) for figure in moment.figures]
    title = _("; ").join((*happened, *counted))
    caption = _("Known on {day}: {news}").format(day=formats.day(moment.day), news=title)
    return Scene(title=title, chart=chart, known_on=on_day(moment.day), caption=caption, place=place)


def _total(figure: Figure, view: View, formats: Formats) -> str:
    measure = named.measure(view, figure.measure)
    amount = amount_sentences.amount_before_noun(figure.amount, formats)
    return _("{amount} {name}").format(amount=amount, name=measure_words.measure_verb(measure))
