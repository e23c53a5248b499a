"""The line at the foot: what is saved, what is contested, and what the page says of itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStatusBar, QWidget

from desktop_app.ui.theme.theme import Theme
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words.translate import _


class _Dot(QWidget):
    """A filled dot when everything is saved, a ring when nothing is open."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self.filled = theme, False
        self.setFixedSize(10, 16)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(self._theme.tokens.saved if self.filled else self._theme.tokens.muted)
        painter.setPen(colour)
        painter.setBrush(colour if self.filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(1, 4, 8, 8)
        painter.end()


def _words(name: str) -> TextLabel:
    label = TextLabel("", elide=True)
    label.setObjectName(name)
    # As wide as its words where there is room, and cut where large text leaves none.
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    return label


class StatusLine(QStatusBar):
    """Says that every edit is saved, since there is no Save button to say it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._dot = _Dot(theme)
        self._saved, self._seen = _words("statusSaved"), _words("statusSeen")
        self._facts = TextLabel("", elide=True)
        self._facts.setObjectName("statusFacts")
        self._page = _words("statusPage")
        left = QWidget()
        row = QHBoxLayout(left)
        row.setContentsMargins(14, 3, 0, 3)
        row.setSpacing(7)
        for part in (self._dot, self._saved, self._seen, self._facts):
            row.addWidget(part, 1 if part is self._facts else 0)
        row.insertSpacing(2, 12)
        self._seen.setContentsMargins(0, 0, 12, 0)
        self._page.setContentsMargins(0, 3, 14, 3)
        self.addWidget(left, 1)
        self.addPermanentWidget(self._page)
        theme.changed.connect(self._dot.update)
        self.show_closed()

    def show_saved(self, clock: str) -> None:
        """Say that all is saved, and when the last change was; empty clock before the first one."""
        self._dot.filled = True
        self._dot.update()
        saved = _("Saved {time}").format(time=clock) if clock else _("All changes saved")
        self._saved.setText(saved)

    def show_closed(self) -> None:
        """Say that nothing is open."""
        self._dot.filled = False
        self._dot.update()
        self._saved.setText(_("No workspace open"))
        self._facts.setText("")
        self.show_seen("")
        self._page.setText("")

    def show_seen(self, text: str) -> None:
        """Say from when everything is seen; empty for now."""
        self._seen.setText(text)
        self._seen.setVisible(bool(text))

    def show_facts(self, text: str) -> None:
        """Say what holds of the whole workspace, such as how many figures are contested."""
        self._facts.setText(text)

    def show_page(self, text: str) -> None:
        """Say what the current page has to say."""
        self._page.setText(text)

    @property
    def saved_text(self) -> str:
        """What is said about saving."""
        return self._saved.text()
