"""What the page of charts does for a talk: the order of the scenes, what goes with them, the story so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.charts.choice import from_json
from desktop_app.charts.kinds import case_timelines
from desktop_app.charts.kinds.comparison import default_scheme
from desktop_app.charts.registry import FIRST
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.scenes import Scene
from desktop_app.services import talks
from desktop_app.ui import case_scenes
from desktop_app.ui.charts.chart_list import ChartList
from desktop_app.ui.charts.saved import SavedCharts
from desktop_app.ui.charts.scene_dialog import SceneDialog, Tickable
from desktop_app.ui.context import Context
from desktop_app.words.translate import _, _n

R = TypeVar("R")


class TalkPlanning(QObject):
    """Works on the saved chart that is chosen; what is refused is said, and has changed nothing."""

    def __init__(self, context: Context, saved: SavedCharts, beside: QWidget) -> None:
        super().__init__(saved)
        self._context, self._saved, self._beside = context, saved, beside

    def obey(self, chart_list: ChartList) -> None:
        """Do what is asked for in the list of charts."""
        chart_list.list.moveAsked.connect(self.drop)
        chart_list.earlier.triggered.connect(partial(self._step, -1))
        chart_list.later.triggered.connect(partial(self._step, 1))
        chart_list.describe.triggered.connect(self.edit)

    def move(self, by: int) -> None:
        """Have the chosen scene come one place earlier (-1) or later (1) in the talk."""
        scene = self._saved.current
        if scene is None:
            self._context.notices.tell(_("Choose a saved chart to move it."))
        else:
            self._move(scene, by)

    def drop(self, id: str, by: int) -> None:
        """Have a scene that was dragged come so many places later, earlier if negative."""
        scene = self._context.workspace.get(Scene, id)
        if scene is not None:
            self._move(scene, by)

    def _step(self, by: int, _checked: bool = False) -> None:
        self.move(by)

    def _move(self, scene: Scene, by: int) -> None:
        if self._do(lambda: talks.move(self._context.workspace, scene, by)):
            self._saved.refresh()

    def edit(self) -> None:
        """Ask for title, caption and speaker's note of the chosen scene."""
        scene = self._saved.current
        if scene is None:
            self._saved.save()
            return
        of_cases = scene.chart == case_timelines.NAME
        ticked = from_json(scene.settings).subject.cases
        cases = self._tickable(ticked) if of_cases else None
        dialog = SceneDialog(_("Scene"), scene, self._beside.window(), cases)

        def keep() -> None:
            told = {"title": dialog.title, "caption": dialog.caption, "note": dialog.note}
            # A case that an audience may not see at present is not ticked, and stays unless others are.
            before = tuple(case.id for case in cases or () if case.is_on)
            kept = case_scenes.settings(dialog.cases) if dialog.cases != before else None
            self._do(lambda: talks.describe(self._context.workspace, scene, **told, settings=kept))

        dialog.accepted.connect(keep)
        dialog.open()

    def add_cases(self) -> None:
        """Ask for a few cases, and for the words of a scene of their timelines."""
        cases = [replace(each, is_on=False) for each in self._tickable(())]
        if not cases:
            self._context.notices.tell(_("No case is for an audience and has events."))
            return
        dialog = SceneDialog(_("Case timelines"), None, self._beside.window(), cases)
        dialog.title_field.setText(case_timelines.title())

        def keep() -> None:
            told = {"title": dialog.title, "caption": dialog.caption, "note": dialog.note}
            drawn = {"chart": case_timelines.NAME, "settings": case_scenes.settings(dialog.cases)}
            if self._do(lambda: talks.add(self._context.workspace, **told, **drawn)):
                self._context.notices.tell(_("Added: {title}").format(title=dialog.title), undo=True)

        dialog.accepted.connect(keep)
        dialog.open()

    def _tickable(self, ticked: tuple[str, ...]) -> list[Tickable]:
        """The cases that a scene may show; of one made before, those it shows come first, in their order."""
        offered = {case.id: case.code for case in case_scenes.offered(self._context)}
        first = [id for id in ticked if id in offered]
        rest = [id for id in offered if id not in first]
        # A scene that names none shows all.
        return [Tickable(id, offered[id], id in first or not ticked) for id in (*first, *rest)]

    def add_text(self) -> None:
        """Ask for the words of a scene without a chart."""
        dialog = SceneDialog(_("Text scene"), None, self._beside.window())

        def keep() -> None:
            told = {"title": dialog.title, "caption": dialog.caption, "note": dialog.note}
            if self._do(lambda: talks.add(self._context.workspace, **told)):
                self._context.notices.tell(_("Added: {title}").format(title=dialog.title), undo=True)

        dialog.accepted.connect(keep)
        dialog.open()

    def tell_story(self) -> None:
        """Make a scene of each moment of the scheme, from what may be shown to an audience."""
        context = self._context
        public = context.lens.public
        made = self._do(
            lambda: talks.tell_story(
                context.workspace, public, default_scheme(public), FIRST, context.formats
            )
        )
        if made:
            count = len(made)
            words = _n("{n} scene made", "{n} scenes made", count).format(n=context.formats.number(count))
            context.notices.tell(words, undo=True)
        elif made is not None:
            context.notices.tell(_("Every moment has its scene already."))

    def _do(self, deed: Callable[[], R]) -> R | None:
        try:
            return deed()
        except Refusal as refusal:
            self._context.notices.refuse(refusal)
            return None
