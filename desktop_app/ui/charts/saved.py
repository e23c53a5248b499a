"""The saved charts of the page: which one is shown, and what is done to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from desktop_app.charts import registry
from desktop_app.charts.choice import ChartChoice, as_json
from desktop_app.charts.registry import FIRST
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.scenes import Scene
from desktop_app.domain.views import Sight
from desktop_app.services import scenes
from desktop_app.ui.charts.chart_list import ChartList
from desktop_app.ui.charts.save_chart_dialog import SaveChartDialog
from desktop_app.ui.context import Context
from desktop_app.words.translate import _


class SavedCharts(QObject):
    """Keeps the list and the workspace's saved charts together. `current` is the scene shown, or None."""

    chosen = Signal(object)
    """A saved chart to draw, or None for the built-in one of `name`."""

    def __init__(self, context: Context, chart_list: ChartList, choice: Callable[[], ChartChoice]) -> None:
        super().__init__(chart_list)
        self._context, self._list, self._choice = context, chart_list, choice
        self._current = ""
        self._name = FIRST
        self._dialog: SaveChartDialog | None = None
        chart_list.chosen.connect(self._choose)
        chart_list.save.clicked.connect(self.save)
        chart_list.rename.triggered.connect(self.rename)
        chart_list.freeze.triggered.connect(self.freeze)
        chart_list.remove.triggered.connect(self.remove)

    @property
    def current(self) -> Scene | None:
        """The saved chart that is shown; None for the built-in one."""
        return self._context.workspace.get(Scene, self._current) if self._current else None

    @property
    def name(self) -> str:
        """The name of the chart that is shown, saved or built-in."""
        scene = self.current
        return self._name if scene is None or registry.named(scene.chart) is None else scene.chart

    @property
    def pinned(self) -> date | None:
        """The day that the chart shown is frozen on, or None."""
        scene = self.current
        return scene.known_on.latest if scene is not None else None

    def refresh(self) -> None:
        """List what is saved now."""
        if self._current and self.current is None:
            self._current = ""
        day = self._context.formats.day(self._day)
        self._list.show_saved(scenes.saved(self._context.workspace), self.current, day, self._name)

    def save(self) -> None:
        """Ask for a title, and keep the chart as it is shown."""
        current = self.current
        title = current.title if current is not None else ""
        turned = self._context.lens.seen.sight is Sight.KNOWN_ON or self.pinned is not None
        self._ask(_("Save chart"), title, frozen=turned).accepted.connect(self._keep)

    def rename(self) -> None:
        """Ask for another title."""
        if self.current is not None:
            self._ask(_("Rename chart"), self.current.title, day="").accepted.connect(self._retitle)

    def freeze(self) -> None:
        """Pin the chart shown to the day it is seen from, or let it follow the window again."""
        scene, workspace = self.current, self._context.workspace
        if scene is None:
            self.save()
            return
        day = self._day
        try:
            if scene.known_on.is_dated:
                scenes.unfreeze(workspace, scene)
                told = _("The chart follows the window's day")
            else:
                scenes.freeze(workspace, scene, day)
                told = _("Frozen as known on {day}").format(day=self._context.formats.day(day))
        except Refusal as refusal:
            self._context.notices.refuse(refusal)
            return
        self._context.notices.tell(told, undo=True)

    def remove(self) -> None:
        """Take the saved chart away."""
        scene = self.current
        if scene is None:
            return
        try:
            scenes.remove(self._context.workspace, scene)
        except Refusal as refusal:
            self._context.notices.refuse(refusal)
            return
        self.chosen.emit(None)
        self._context.notices.tell(_("Deleted: {title}").format(title=scene.title), undo=True)

    @property
    def _day(self) -> date:
        return self.pinned or self._context.as_of

    def _ask(
        self, words: str, title: str, *, frozen: bool = False, day: str | None = None
    ) -> SaveChartDialog:
        shown = self._context.formats.day(self._day) if day is None else day
        dialog = SaveChartDialog(words, title, shown, frozen=frozen, parent=self._list.window())
        self._dialog = dialog
        dialog.open()
        return dialog

    def _keep(self) -> None:
        dialog = self._dialog
        if dialog is None:
            return
        settings = as_json(self._choice())
        pinned = self._day if dialog.freeze.isChecked() else None
        try:
            scene = scenes.save(self._context.workspace, dialog.title, self.name, settings, pinned)
        except Refusal as refusal:
            self._context.notices.refuse(refusal)
            return
        self._show(scene)
        self._context.notices.tell(_("Saved: {title}").format(title=scene.title), undo=True)

    def _retitle(self) -> None:
        if self.current is None or self._dialog is None:
            return
        try:
            scenes.rename(self._context.workspace, self.current, self._dialog.title)
        except Refusal as refusal:
            self._context.notices.refuse(refusal)

    def _choose(self, key: str) -> None:
        if registry.named(key) is not None:
            self.show_built_in(key)
        else:
            self._show(self._context.workspace.get(Scene, key))

    def show_built_in(self, name: str) -> None:
        """Draw the built-in chart of a name."""
        self._name = name
        self._show(None)

    def _show(self, scene: Scene | None) -> None:
        self._current = scene.id if scene is not None else ""
        self.chosen.emit(scene)
