"""What users do with saved charts: keep one, rename it, pin it to a day, take it away."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop_app.domain import talk
from desktop_app.domain.dates import UNDATED, on_day
from desktop_app.domain.scenes import Scene
from desktop_app.domain.views import View
from desktop_app.services.workspace import Workspace


def saved(view: View) -> list[Scene]:
    """The saved charts in their order."""
    return list(talk.in_order(view.every(Scene)))


def save(workspace: Workspace, title: str, chart: str, settings: str, pinned: date | None = None) -> Scene:
    """Keep a chart under a title. One saved under the same title before is replaced.

    With `pinned` it is frozen: it shows what was known on that day, whatever the window looks from.
    """
    every = saved(workspace)
    same = next((scene for scene in every if scene.title == title), None)
    known_on = on_day(pinned) if pinned is not None else UNDATED
    if same is None:
        place = every[-1].place + 1 if every else 1
        scene = Scene(title=title, chart=chart, settings=settings, known_on=known_on, place=place)
    else:
        scene = replace(same, chart=chart, settings=settings, known_on=known_on)
    return _keep(workspace, scene, "save chart")


def rename(workspace: Workspace, scene: Scene, title: str) -> Scene:
    """Give a saved chart another title."""
    return _keep(workspace, replace(scene, title=title), "rename chart")


def freeze(workspace: Workspace, scene: Scene, day: date) -> Scene:
    """Have a saved chart always show what was known on a day."""
    return _keep(workspace, replace(scene, known_on=on_day(day)), "freeze chart")


def unfreeze(workspace: Workspace, scene: Scene) -> Scene:
    """Have a saved chart follow the window again."""
    return _keep(workspace, replace(scene, known_on=UNDATED), "unfreeze chart")


def remove(workspace: Workspace, scene: Scene) -> None:
    """Take a saved chart away; the figures on it stay."""
    with workspace.change("delete chart") as work:
        work.remove(scene)


def _keep(workspace: Workspace, scene: Scene, label: str) -> Scene:
    with workspace.change(label) as work:
        return work.put(scene)
