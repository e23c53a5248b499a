"""The line that asks whether a pasted article is a source that is there already."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.sources import Source
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import TextLabel, announce
from desktop_app.words.translate import _


class LikeSource(QWidget):
    """Hidden while no source is like the article; `used` carries the one that it is."""

    used = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._source: Source | None = None
        self._words = TextLabel("", wrap=True)
        self._words.setObjectName("likeSourceWords")
        self.use = Button(_("Use that source"))
        self.use.setObjectName("useSourceButton")
        self.use.clicked.connect(self._use)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self.use)
        self.hide()

    def show_source(self, source: Source | None) -> None:
        """Ask about this source, or about none."""
        if source == self._source:
            return
        self._source = source
        self.setVisible(source is not None)
        if source is not None:
            named = ", ".join(part for part in (source.publisher, source.title) if part)
            words = _("Looks like a source that is there, of the same day: {name}").format(name=named)
            self._words.setText(words)
            announce(self, words)

    def _use(self) -> None:
        if self._source is not None:
            self.used.emit(self._source)
