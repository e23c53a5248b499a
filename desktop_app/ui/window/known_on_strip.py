"""The strip under the top bar: from which day everything is seen, and the ways to other days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from desktop_app.domain.views import Seen, Sight
from desktop_app.ui.widgets.buttons import IconButton
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.ui.window.action_button import ActionButton
from desktop_app.ui.window.day_slider import DaySlider
from desktop_app.words.translate import _

_LETTERS_OF_A_DAY = 13


class DayField(Field):
    """A day in words. Up and Down step through the days; Escape and leaving take back what is not a day."""

    entered = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(_("Day to look from"), placeholder=_("Today"))
        self.setObjectName("knownOnDay")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._shown = ""
        self.returnPressed.connect(self._enter)

    def show_day(self, words: str) -> None:
        """Write the day chosen; where it is the same, what is being typed stays."""
        if words != self._shown:
            self._shown = words
            self.put_back()

    def put_back(self) -> None:
        """Write the day chosen in place of what was typed."""
        self.setText(self._shown)
        self.setCursorPosition(0)

    def sizeHint(self) -> QSize:
        """Wide enough for any day."""
        hint = super().sizeHint()
        return QSize(self.fontMetrics().averageCharWidth() * (_LETTERS_OF_A_DAY + 4), hint.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrow keys, as days are thought of: down is earlier."""
        steps = {Qt.Key.Key_Down: -1, Qt.Key.Key_Up: 1}
        if event.key() in steps and not event.modifiers():
            self.stepped.emit(steps[Qt.Key(event.key())])
            self.selectAll()
        elif event.key() == Qt.Key.Key_Escape:
            if self.text() == self._shown:
                self.left.emit()
            self.put_back()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What was not confirmed is not meant."""
        super().focusOutEvent(event)
        self.put_back()

    def _enter(self) -> None:
        self.entered.emit(self.text().strip())


class KnownOnStrip(QFrame):
    """One line where there is room: sight, slider, day, what is hidden, and the way back to today."""

    sightChosen = Signal(object)
    dayChosen = Signal(object)
    """A day of the slider, or None for today."""
    dayTyped = Signal(str)
    stepped = Signal(int)
    left = Signal()

    def __init__(self, actions: dict[str, QAction]) -> None:
        super().__init__()
        self.setObjectName("knownOnStrip")
        self.setProperty("look", "strip")
        self.setProperty("region", "known on")
        self.setAccessibleName(_("Known on"))
        sights = [(Sight.KNOWN_ON.value, _("Known on")), (Sight.AS_STOOD.value, _("File as on"))]
        self.sight = Segmented(_("What the day means"), sights)
        self.sight.chosen.connect(self._sight)
        self.earlier = IconButton(
            "earlier", _("Earlier day"), key=actions["known_earlier"].shortcut().toString()
        )
        self.later = IconButton("later", _("Later day"), key=actions["known_later"].shortcut().toString())
        for button, name in ((self.earlier, "known_earlier"), (self.later, "known_later")):
            button.setObjectName(f"{name}Button")
            button.clicked.connect(actions[name].trigger)
        self.slider = DaySlider(_("Day to look from"))
        self.slider.setObjectName("knownOnSlider")
        self.slider.dayChosen.connect(self.dayChosen)
        self.day = DayField()
        self.day.entered.connect(self.dayTyped)
        self.day.stepped.connect(self.stepped)
        self.day.left.connect(self.left)
        self.words = TextLabel("")
        # A sentence that has no more room goes below; it must not make the window wider meanwhile.
        self.words.setMinimumWidth(1)
        self.words.setObjectName("knownOnWords")
        self.changes = ActionButton(actions["what_changed"], _("What changed…"))
        self.changes.setObjectName("whatChangedButton")
        self.back = ActionButton(actions["known_today"], _("Back to today"))
        self.back.setObjectName("backToTodayButton")
        self._lay_out()

    def _lay_out(self) -> None:
        left, right = QHBoxLayout(), QHBoxLayout()
        for part in (self.sight, self.earlier, self.slider, self.later, self.day):
            left.addWidget(part, 1 if part is self.slider else 0)
        self._right = right
        self._left = left
        for button in (self.changes, self.back):
            right.addWidget(button)
        left.setSpacing(8)
        right.setSpacing(8)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 5, 16, 5)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(4)
        self._grid.addLayout(left, 0, 0)
        self._grid.addWidget(self.words, 0, 1)
        self._grid.addLayout(right, 0, 2)
        self._grid.setColumnStretch(0, 1)
        self._below = False

    def show_seen(self, seen: Seen, day: str, words: str) -> None:
        """Say from when everything is seen; `day` as it is written, `words` what is hidden."""
        if seen.sight is not Sight.NOW:
            blocked = self.sight.blockSignals(True)
            self.sight.choose(seen.sight.value)
            self.sight.blockSignals(blocked)
        self.day.show_day(day)
        self.words.setText(words)
        self.words.set_look("")
        self._arrange()

    def show_days(self, days: Sequence[date], day: date | None) -> None:
        """Set the days that the slider goes through."""
        self.slider.show_days(days, day)

    def complain(self, words: str) -> None:
        """Say why what was typed is no day; it stays to be mended."""
        self.words.setText(words)
        self.words.set_look("warn")
        self._arrange()

    @property
    def stations(self) -> tuple[QWidget, ...]:
        """Where the keyboard stops, in reading order."""
        return (self.sight, self.earlier, self.slider, self.later, self.day, self.changes, self.back)

    @property
    def chosen_sight(self) -> Sight:
        """What a day that is chosen next will mean."""
        return Sight(self.sight.choice)

    def changeEvent(self, event: QEvent) -> None:
        """Make room for larger text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "_below"):
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the sentence on a line of its own where the first one is too short for it."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        parts = self.stations
        buttons = (self.changes, self.back)
        said = self.words.fontMetrics().horizontalAdvance(self.words.text()) + 60
        brief = sum(part.minimumSizeHint().width() + 8 for part in buttons) + said
        brief += sum(part.sizeHint().width() + 8 for part in parts if part not in buttons)
        keys = sum(part.sizeHint().width() - part.minimumSizeHint().width() for part in buttons)
        below = brief > self.width()
        for button in buttons:
            # Keys are drawn where they take no room from the slider.
            wide = below or brief + keys <= self.width()
            button.setMaximumWidth(button.sizeHint().width() if wide else button.minimumSizeHint().width())
        if below == self._below:
            return
        self._below = below
        for part in (self._left, self.words, self._right):
            self._grid.removeItem(part) if isinstance(part, QHBoxLayout) else self._grid.removeWidget(part)
        self.words.setWordWrap(below)
        self._grid.addLayout(self._left, 0, 0, 1, 3 if below else 1)
        self._grid.addWidget(self.words, int(below), 0 if below else 1)
        self._grid.addLayout(self._right, int(below), 2)

    def _sight(self, key: str) -> None:
        self.sightChosen.emit(Sight(key))
