"""What users do with saved charts: keep one, rename it, pin it to a day, double it, take it away."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import count

from desktop_app.domain import talk
from desktop_app.domain.dates import UNDATED, on_day
from desktop_app.domain.identity import new_id
from desktop_app.domain.scenes import Scene
from desktop_app.domain.views import View
from desktop_app.services.workspace import Workspace

_NUMBERED = re.compile(r"(?P<stem>.+) \d{1,3}")


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


def keep_words(workspace: Workspace, scene: Scene, settings: str) -> Scene:
    """Give a saved chart settings with other words in them: headline, subtitle, footer, text alternative."""
    return _keep(workspace, replace(scene, settings=settings), "edit chart words")


def save_in_words(
    workspace: Workspace,
    title: str,
    chart: str,
    settings: str,
    pinned: date | None = None,
    taken: Iterable[str] = (),
) -> Scene:
    """Keep a chart whose words were edited under a title of its own, after all others; one step for both.

    `taken` are the titles that it would be mistaken for.
    """
    every = saved(workspace)
    scene = Scene(
        title=unused_title(every, title, taken),
        chart=chart,
        settings=settings,
        known_on=on_day(pinned) if pinned is not None else UNDATED,
        place=every[-1].place + 1 if every else 1,
    )
    return _keep(workspace, scene, "edit chart words")


def duplicate(workspace: Workspace, scene: Scene) -> Scene:
    """A saved chart like this one, right after it, under a title of its own, speaker's note and all."""
    every = saved(workspace)
    copy = replace(scene, id=new_id(), title=unused_title(every, scene.title), recorded="")
    at = next((number for number, one in enumerate(every) if one.id == scene.id), len(every) - 1)
    order = [*every[: at + 1], copy, *every[at + 1 :]]
    placed = [replace(one, place=number) for number, one in enumerate(order, start=1)]
    before = {one.id: one for one in every}
    with workspace.change("duplicate chart") as work:
        work.put_all([one for one in placed if before.get(one.id) != one])
    return workspace.get(Scene, copy.id) or copy


def unused_title(every: Iterable[Scene], title: str, also: Iterable[str] = ()) -> str:
    """The title, or where a saved chart or one `also` named has it already, with the next number after it."""
    taken = {*also, *(scene.title for scene in every)}
    if title not in taken:
        return title
    numbered = _NUMBERED.fullmatch(title)
    stem = title if numbered is None else numbered["stem"]
    return next(words for number in count(2) if (words := f"{stem} {number}") not in taken)


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
