"""Starts a talk from the terminal."""

from __future__ import annotations

import argparse

from desktop_app.commands.unlocking import unlocked
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.scenes import Scene
from desktop_app.domain.views import SafeToShow
from desktop_app.services import talks
from desktop_app.services.workspace import KeyedPath, Workspace


def file_and_scene(options: argparse.Namespace) -> tuple[KeyedPath, str]:
    """The workspace to present, and the id of the scene to start from; empty for the first.

    What is asked for is looked up before any window is shown.
    """
    file = unlocked(options)
    with Workspace.open(file, read_only=True) as workspace:
        scenes = talks.scenes(SafeToShow(workspace))
    return file, _found(scenes, options.start) if options.start is not None else ""


def _found(scenes: tuple[Scene, ...], asked: str) -> str:
    """The id of a scene that is named by its title or by its number, counted from 1."""
    for scene in scenes:
        if scene.title == asked:
            return scene.id
    if asked.isdecimal() and 1 <= int(asked) <= len(scenes):
        return scenes[int(asked) - 1].id
    raise Refusal(RefusalCode.BAD_ARGUMENT, name="--from", value=asked, scenes=len(scenes))
