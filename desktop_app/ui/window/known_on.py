"""Turns the lens of the open workspace by keys, slider or a typed day, and has the window say so."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date

from PySide6.QtCore import QLocale, QObject, Qt, QTimer, Signal

from desktop_app.domain import date_words
from desktop_app.domain.figures import Figure
from desktop_app.domain.views import NOW, Seen, Sight, publication_days
from desktop_app.ui.context import Context
from desktop_app.ui.locales import date_order
from desktop_app.ui.widgets.labels import announce
from desktop_app.ui.window.known_on_strip import KnownOnStrip
from desktop_app.words import known_on as words
from desktop_app.words.translate import _


class KnownOnControl(QObject):
    """Between the lens and the strip. The strip is there while the lens is turned, or on request."""

    left = Signal()
    """The keyboard is no longer wanted on the strip."""

    def __init__(self, strip: KnownOnStrip, parent: QObject) -> None:
        super().__init__(parent)
        self.strip = strip
        self._context: Context | None = None
        self._days: dict[Sight, list[date]] = {}
        self._undated = 0
        self._revision = -1
        self._asked_for = False
        self._wanted = NOW
        # While a hand drags, only the stop where it is when there is time to draw.
        self._drag = QTimer(self)
        self._drag.setSingleShot(True)
        self._drag.setInterval(0)
        self._drag.timeout.connect(self._turn_as_dragged)
        strip.hide()
        strip.dayChosen.connect(self._dragged)
        strip.dayTyped.connect(self._typed)
        strip.stepped.connect(self.step)
        strip.left.connect(self._leave)
        strip.sightChosen.connect(self._take_sight)

    def follow(self, context: Context) -> None:
        """Turn this workspace's lens from now on."""
        self._context = context
        self._revision = -1
        self._asked_for = False
        context.lens.changed.connect(self._show)
        self._show(aloud=False)

    def forget(self) -> None:
        """No workspace is open."""
        self._context = None
        self._drag.stop()
        self.strip.hide()

    def heed(self) -> None:
        """Something was recorded: there may be other days to go to."""
        if self._context is not None and self.strip.isVisible():
            self._show(aloud=False)

    def ask(self) -> None:
        """Open the strip with the keyboard on its day; where that is done already, put it away."""
        if self._context is None:
            return
        if self.strip.day.hasFocus() and self._context.lens.day is None:
            self._leave()
            return
        self._asked_for = True
        self._show(aloud=False)
        self.strip.day.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.strip.day.selectAll()

    def step(self, by: int) -> None:
        """Go to the next day (+1) on which something became known, or to the one before (-1)."""
        if self._context is None:
            return
        days, day = self._stops(), self._context.lens.day
        if by < 0:
            place = len(days) if day is None else bisect_left(days, day)
            if place:
                self._turn(days[place - 1])
        elif day is not None:
            place = bisect_right(days, day)
            self._turn(days[place] if place < len(days) else None)

    def today(self) -> None:
        """Back to now."""
        self._turn(None)

    def _turn(self, day: date | None) -> None:
        if self._context is not None:
            self._drag.stop()
            self._context.lens.turn(NOW if day is None else Seen(self.strip.chosen_sight, day))

    def _dragged(self, day: date | None) -> None:
        self._wanted = NOW if day is None else Seen(self.strip.chosen_sight, day)
        self._drag.start()

    def _turn_as_dragged(self) -> None:
        if self._context is not None:
            self._context.lens.turn(self._wanted)

    def _typed(self, text: str) -> None:
        if self._context is None:
            return
        if not text:
            self.today()
            return
        today = self._context.today()
        when = date_words.read(text, today=today, order=date_order(QLocale())).date
        day = when.latest
        if day is None:
            self.strip.complain(_("{text} is not a day. Write it as 6 Nov 2025.").format(text=text))
        elif day > today:
            self.strip.complain(_("That day has not come yet."))
        else:
            self._turn(day)
            self._show(aloud=False)
            self.strip.day.put_back()
            self.strip.day.selectAll()

    def _take_sight(self, _sight: Sight) -> None:
        """The same day, with its other meaning."""
        if self._context is not None and self._context.lens.day is not None:
            self._turn(self._context.lens.day)
        else:
            self._show(aloud=False)

    def _leave(self) -> None:
        """Give the keyboard back; the strip stays only while it has something to say."""
        self._asked_for = False
        if self._context is not None and self._context.lens.day is None:
            self.strip.hide()
        self.left.emit()

    @property
    def days(self) -> list[date]:
        """The days that there are to look from, earliest first; none after today."""
        return self._stops()

    def _stops(self) -> list[date]:
        """The days of the sight that is chosen, before today or on it."""
        if self._context is None:
            return []
        workspace = self._context.workspace
        if workspace.revision != self._revision:
            self._revision, self._days = workspace.revision, {}
            figures = workspace.every(Figure)
            self._undated = sum(1 for figure in figures if figure.published.latest is None)
        sight = self.strip.chosen_sight
        if sight not in self._days:
            known = sight is Sight.KNOWN_ON
            days = publication_days(workspace) if known else workspace.recorded_days()
            self._days[sight] = days[: bisect_right(days, self._context.today())]
        return self._days[sight]

    def _show(self, aloud: bool = True) -> None:
        if self._context is None:
            return
        seen, formats = self._context.lens.seen, self._context.formats
        turned = seen.day is not None
        self.strip.setVisible(turned or self._asked_for)
        if not self.strip.isHidden():
            days = self._stops()
            said = words.strip(seen, formats, self._undated)
            self.strip.show_seen(seen, formats.day(seen.day) if seen.day else "", said)
            self.strip.show_days(days, seen.day)
            self.strip.earlier.setEnabled(bool(days) and (seen.day is None or days[0] < seen.day))
            self.strip.later.setEnabled(turned)
        if aloud:
            announce(self.strip, words.whole(seen, formats, self._undated))
