"""The saved charts of the page: which one is shown, and what is done to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal

from desktop_app.charts import registry
from desktop_app.charts.choice import ChartChoice, as_json
from desktop_app.charts.registry import FIRST
from desktop_app.charts.texts import worded
from desktop_app.charts.texts.worded import GENERATED, Words
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.scenes import Scene
from desktop_app.domain.views import SafeToShow, Sight
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
        chart_list.chosen.connect(self.choose)
        chart_list.save.clicked.connect(self.save)
        chart_list.keep.triggered.connect(self.save)
        chart_list.rename.triggered.connect(self.rename)
        chart_list.duplicate.triggered.connect(self.duplicate)
        chart_list.freeze.triggered.connect(self.freeze)
        chart_list.remove.triggered.connect(self.remove)

    @property
    def current(self) -> Scene | None:
        """The saved chart that is shown; None for the built-in one."""
        return self._context.workspace.get(Scene, self._current) if self._current else None

    @property
    def key(self) -> str:
        """The id of the saved chart that is shown, or the name of the built-in one."""
        return self._name if self.current is None else self._current

    @property
    def every(self) -> list[Scene]:
        """All saved charts in their order."""
        return scenes.saved(self._context.workspace)

    @property
    def drawn(self) -> Scene | None:
        """The same where it is a chart that is drawn; None for words alone, and for an unknown chart."""
        scene = self.current
        return None if scene is None or registry.named(scene.chart) is None else scene

    @property
    def name(self) -> str:
        """The name of the chart that is shown, saved or built-in."""
        scene = self.drawn
        return self._name if scene is None else scene.chart

    @property
    def words(self) -> Words:
        """What a person wrote around the chart that is shown."""
        scene = self.drawn
        return GENERATED if scene is None else worded.from_settings(scene.settings)

    @property
    def public_words(self) -> Words:
        """The same as far as an audience sees it: nothing where the saved chart is not public."""
        scene = self.drawn
        public = None if scene is None else SafeToShow(self._context.workspace).get(Scene, scene.id)
        return GENERATED if public is None else worded.from_settings(public.settings)

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
        self._list.show_saved(self.every, self.current, day, self._name)

    def save(self) -> None:
        """Ask for a title, and keep the chart as it is shown."""
        current = self.current
        title = current.title if current is not None else ""
        turned = self._context.lens.seen.sight is Sight.KNOWN_ON or self.pinned is not None
        self._ask(_("Save chart"), title, frozen=turned).accepted.connect(self._keep)

    def save_in_words(self, words: Words) -> None:
        """Keep the built-in chart as it is shown, in words of its own, as a saved chart named after it.

        Seen from an earlier day it is frozen there, for that is what the words are about.
        """
        kind = registry.named(self.name)
        title = self.name if kind is None else kind.title()
        settings = worded.in_settings(as_json(self._choice()), words)
        taken = [own.title() for own in registry.kinds()]
        pinned = self._context.as_of if self._context.lens.seen.sight is Sight.KNOWN_ON else None
        scene = scenes.save_in_words(self._context.workspace, title, self.name, settings, pinned, taken)
        self._show(scene)
        self._context.notices.tell(_("Kept as a saved chart: {title}").format(title=scene.title), undo=True)

    def duplicate(self) -> None:
        """Make a second one like the saved chart that is shown, and show that."""
        scene = self.current
        if scene is None:
            self._context.notices.tell(_("Choose a saved chart to duplicate it."))
            return
        try:
            copy = scenes.duplicate(self._context.workspace, scene)
        except Refusal as refusal:
            self._context.notices.refuse(refusal)
            return
        self._show(copy)
        self._context.notices.tell(_("Duplicated: {title}").format(title=copy.title), undo=True)

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
        settings = worded.in_settings(as_json(self._choice()), self.words)
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

    def choose(self, key: str) -> None:
        """Draw the chart of a key: a built-in one by its name, a saved one by its id."""
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
