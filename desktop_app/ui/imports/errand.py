"""One piece of work under way off the window's thread, shown beside the buttons where it takes long."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from desktop_app.domain.refusals import Refusal
from desktop_app.ui import background
from desktop_app.ui.widgets.labels import TextLabel, announce
from desktop_app.words.translate import _

_SHOWN_AFTER_MS = 300
_LETTERS = 20


class Errand(QWidget):
    """At rest, or under way; one signal tells how it ended, when it is at rest again."""

    progressed = Signal(int, int)
    done = Signal(object)
    """Carries what came of it."""
    refused = Signal(object)
    """Carries a Refusal."""
    broke = Signal(object)
    """Carries an exception that nobody foresaw."""

    def __init__(self) -> None:
        super().__init__()
        self._work: background.Work | None = None
        self.bar, self._words = QProgressBar(), TextLabel("", "muted")
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Progress"))
        self.bar.setFixedWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        self.bar.hide()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SHOWN_AFTER_MS)
        self._soon.timeout.connect(self.bar.show)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.bar)
        row.addWidget(self._words, 1)

    @property
    def is_at_rest(self) -> bool:
        """Whether nothing is under way."""
        return self._work is None

    def begin(self, work: background.Work, words: str) -> None:
        """Start it; with words it is shown here when it takes long."""
        self._work = work
        work.progressed.connect(self._advance)
        work.done.connect(self._end_well)
        work.refused.connect(self._be_refused)
        work.broke.connect(self._break)
        self._words.setText(words)
        self.bar.setRange(0, 0)
        if words:
            self._soon.start()
        background.start(work)

    def cancel(self) -> None:
        """Ask it to stop; it then ends with the refusal CANCELLED, unless it was done before."""
        if self._work is not None:
            self._work.cancel()

    def say(self, words: str) -> None:
        """Say something beside the buttons until the next work begins."""
        self._words.setText(words)
        announce(self, words)

    def _advance(self, done: int, of: int) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        self.progressed.emit(done, of)

    def _rest(self) -> None:
        self._work = None
        self._soon.stop()
        self.bar.hide()
        self._words.setText("")

    def _end_well(self, result: object) -> None:
        self._rest()
        self.done.emit(result)

    def _be_refused(self, refusal: Refusal) -> None:
        self._rest()
        self.refused.emit(refusal)

    def _break(self, error: Exception) -> None:
        self._rest()
        self.broke.emit(error)
