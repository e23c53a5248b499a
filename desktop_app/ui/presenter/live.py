"""The quiet mark in the corner before a room: which scene this is, and that what is shown is up to date."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain import talk
from desktop_app.ui.presenter.scenes import Running
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

NEWS_STAYS = 5_000
"""Milliseconds for which a change of the figures is mentioned: nothing before a room moves for longer."""
COUNTS = 1_000
"""How often the time since then is said anew."""


class LiveMark(TextLabel):
    """Says "2 of 6 · live", and for a while after a change "live, updated 3 s ago".

    A scene that is frozen on a day, or is words alone, is not live: of it the place is said and no more.
    """

    reworded = Signal()
    """Its words take another room now."""

    def __init__(self, parent: QWidget, running: Running | None, formats: Formats) -> None:
        super().__init__("", "muted", parent=parent)
        self.setObjectName("presenterLive")
        self._running, self._formats = running, formats
        self._since = QElapsedTimer()
        self._count = QTimer(self)
        self._count.setInterval(COUNTS)
        self._count.timeout.connect(self._go_on)
        self.tell_place()

    @property
    def is_counting(self) -> bool:
        """Whether a change is still mentioned."""
        return self._count.isActive()

    def mention_news(self) -> None:
        """The figures have just changed."""
        self._since.start()
        self._count.start()
        self.tell_place()

    def tell_place(self) -> None:
        """Say which scene is in front now."""
        if self._count.isActive():
            seconds = round(self._since.elapsed() / 1_000)
            news = _("live, updated {seconds} s ago") if seconds else _("live, updated just now")
            news = news.format(seconds=self._formats.number(seconds))
        else:
            news = _("live")
        running = self._running
        if running is None or not running.scenes:
            self._say(news[:1].upper() + news[1:])
            return
        number, count = (self._formats.number(each) for each in (running.at + 1, len(running.scenes)))
        if running.scene.known_on.is_dated or talk.is_text(running.scene):
            # Nothing of it changes, whatever is recorded now.
            self._say(_("{number} of {count}").format(number=number, count=count))
            return
        self._say(_("{number} of {count} · {news}").format(number=number, count=count, news=news))

    def rest(self) -> None:
        """Mention no change any more."""
        self._count.stop()
        self.tell_place()

    def _go_on(self) -> None:
        if self._since.hasExpired(NEWS_STAYS):
            self._count.stop()
        self.tell_place()

    def _say(self, words: str) -> None:
        if words != self.text():
            self.setText(words)
            self.reworded.emit()
