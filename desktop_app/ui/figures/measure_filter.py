"""The button that narrows the table to one measure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from desktop_app.ui.widgets.buttons import Button
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


class MeasureFilter(Button):
    """Says "Measure: all", with a menu of the measures that have figures, and how many each has."""

    chosen = Signal(str)
    """Code of the measure, or nothing for all."""

    def __init__(self, counted: Callable[[], Mapping[str, tuple[str, int]]], formats: Formats) -> None:
        """`counted` gives name and number of figures by code when the menu opens."""
        super().__init__("")
        self.setObjectName("measureFilter")
        self._counted, self._formats = counted, formats
        self.code = ""
        self._choices = QMenu(self)
        self._choices.aboutToShow.connect(self._fill)
        self.setMenu(self._choices)
        self.show_choice("", "")

    def show_choice(self, code: str, name: str) -> None:
        """Show that this measure is chosen, without telling."""
        self.code = code
        self.setText(_("Measure: {name}").format(name=name) if code else _("Measure: all"))

    def _fill(self) -> None:
        self._choices.clear()
        group = QActionGroup(self._choices)
        everything = [("", _("All measures"), -1)]
        for code, name, count in everything + [(c, n, k) for c, (n, k) in self._counted().items()]:
            words = name if count < 0 else _("{name}  ({n})").format(name=name, n=self._formats.number(count))
            action = self._choices.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(code == self.code)
            action.triggered.connect(partial(self._choose, code, name))
            group.addAction(action)

    def _choose(self, code: str, name: str, _checked: bool = False) -> None:
        self.show_choice(code, name)
        self.chosen.emit(code)
