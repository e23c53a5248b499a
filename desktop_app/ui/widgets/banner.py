"""The strip at the head of a page that says why something was not done, with the ways out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop_app.ui.theme.icons import icon
from desktop_app.ui.theme.tokens import em, tokens_for
from desktop_app.ui.widgets.buttons import Button, IconButton
from desktop_app.ui.widgets.labels import TextLabel, announce
from desktop_app.words.translate import _


@dataclass(frozen=True, slots=True)
class Way:
    """A way out: the button's words and what it does."""

    words: str
    act: Callable[[], object]


class BannerKind(Enum):
    """Whether something was refused, or is only worth knowing."""

    REFUSAL = "banner"
    NOTICE = "notice"


class Banner(QFrame):
    """One sentence with its ways out; hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = BannerKind.REFUSAL
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._words = TextLabel("", wrap=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._ways: list[Button] = []
        self._close = IconButton("close", _("Dismiss"))
        self._close.clicked.connect(self.dismiss)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 6, 8, 6)
        self._row.setSpacing(10)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._close)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    @property
    def words(self) -> str:
        """The sentence shown now; empty while there is none."""
        return "" if self.isHidden() else self._words.text()

    @property
    def kind(self) -> BannerKind:
        """What was told last."""
        return self._kind

    def tell(self, words: str, ways: Sequence[Way] = (), kind: BannerKind = BannerKind.REFUSAL) -> None:
        """Show this sentence until it is dismissed or another takes its place."""
        self._kind = kind
        self.setProperty("look", kind.value)
        self.style().unpolish(self)
        self.style().polish(self)
        self._words.setText(words)
        for button in self._ways:
            self._row.removeWidget(button)
            button.deleteLater()
        self._ways = [self._way(way) for way in ways]
        before: QWidget = self._close
        for place, button in enumerate(self._ways):
            self._row.insertWidget(2 + place, button)
            # Tab comes to the ways out where they are read, and not after all else of the window.
            self.setTabOrder(before, button)
            before = button
        self.setTabOrder(before, self._close)
        self._draw_icon()
        self.show()
        announce(self, words)

    def dismiss(self) -> None:
        """Take it away."""
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the palette."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self._words.text():
            self._draw_icon()

    def _way(self, way: Way) -> Button:
        button = Button(way.words)
        button.clicked.connect(self.dismiss)
        button.clicked.connect(way.act)
        return button

    def _draw_icon(self) -> None:
        tokens = tokens_for(self)
        refused = self._kind is BannerKind.REFUSAL
        drawing = icon("warning" if refused else "info", tokens, tokens.amber_ink if refused else tokens.link)
        self._icon.setPixmap(drawing.pixmap(em(self.font(), 1.1), em(self.font(), 1.1)))
