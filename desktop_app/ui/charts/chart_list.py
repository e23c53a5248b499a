"""The charts there are, in a narrow column: the built-in ones, and those saved in the workspace."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop_app.charts import registry
from desktop_app.charts.registry import FIRST
from desktop_app.domain.scenes import Scene
from desktop_app.domain.talk import is_text
from desktop_app.ui.charts.chart_rows import ChartRows
from desktop_app.ui.widgets.buttons import Button, key_words
from desktop_app.ui.widgets.choices import Choice
from desktop_app.ui.widgets.labels import section_label
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


def _built_in() -> list[Choice]:
    return [Choice(kind.name, kind.title()) for kind in registry.kinds()]


class ChartList(QWidget):
    """`chosen` carries the id of a saved chart, or the name of a built-in one."""

    chosen = Signal(str)

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self.setProperty("region", "page")
        self.list = ChartRows(_("Charts"), _built_in())
        self.list.setObjectName("chartList")
        self.list.setStyleSheet("QListView { background: transparent; }")
        self.list.choose(FIRST)
        self.list.chosen.connect(self.chosen)
        self.save = Button(_("Save chart…"))
        self.save.setObjectName("saveChartButton")
        self.more = Button(_("Change"))
        self.more.setObjectName("changeChartButton")
        self.menu = QMenu(self)
        self.more.setMenu(self.menu)
        self.keep = self._action(_("&Save chart…"), "Ctrl+S")
        self.rename = self._action(_("&Rename…"), "F2")
        self.freeze = self.menu.addAction("")
        self.describe = self.menu.addAction(_("S&cene…"))
        self.duplicate = self._action(_("D&uplicate"), "Ctrl+Shift+D")
        self.earlier = self._action(_("Ear&lier"), "Ctrl+Shift+Up")
        self.later = self._action(_("La&ter"), "Ctrl+Shift+Down")
        self.compare = self._action(_("Compare &with…"), "Ctrl+Alt+C")
        self.menu.addSeparator()
        self.remove = self._action(_("&Delete"), "Del")
        self._of_saved = (
            self.rename,
            self.freeze,
            self.describe,
            self.duplicate,
            self.earlier,
            self.later,
            self.remove,
        )
        self.list.renameAsked.connect(self.rename.trigger)
        self.list.removeAsked.connect(self.remove.trigger)
        self.list.menuAsked.connect(self.menu.popup)
        self._lay_out()

    def _action(self, words: str, key: str) -> QAction:
        """An entry of the menu with the key that does the same, which something else is bound to."""
        return self.menu.addAction(f"{words}\t{key_words(key)}")

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(10, 16, 10, 12)
        column.setSpacing(8)
        heading = section_label(_("Charts"))
        heading.setContentsMargins(8, 0, 0, 0)
        column.addWidget(heading)
        column.addWidget(self.list, 1)
        column.addWidget(self.save)
        column.addWidget(self.more)
        edge = QFrame()
        edge.setProperty("look", "panel")
        edge.setFixedWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column)
        row.addWidget(edge)

    def show_saved(
        self, scenes: Sequence[Scene], chosen: Scene | None, freeze_on: str, name: str = FIRST
    ) -> None:
        """List the saved charts; without a chosen one that of `name` is shown.

        `freeze_on` is the day that freezing the chosen one would pin.
        """
        entries = [Choice(scene.id, self._words(scene), self._tip(scene)) for scene in scenes]
        self.list.show_choices([*_built_in(), *entries])
        blocked = self.list.blockSignals(True)
        self.list.choose(chosen.id if chosen is not None else name)
        self.list.blockSignals(blocked)
        frozen = chosen is not None and chosen.known_on.is_dated
        words = _("&Follow the window's day") if frozen else _("&Freeze as known on {day}")
        self.freeze.setText(words.format(day=freeze_on))
        self.more.setVisible(chosen is not None)
        self.keep.setVisible(chosen is None)
        for action in self._of_saved:
            action.setEnabled(chosen is not None)
            action.setVisible(chosen is not None)

    def _words(self, scene: Scene) -> str:
        if is_text(scene):
            return _("{title} · text").format(title=scene.title)
        day = scene.known_on.latest
        if day is None:
            return scene.title
        return _("{title} · {day}").format(title=scene.title, day=self._formats.day(day))

    def _tip(self, scene: Scene) -> str:
        day = scene.known_on.latest
        if day is None:
            return scene.title
        return _("{title}, frozen as known on {day}").format(title=scene.title, day=self._formats.day(day))
