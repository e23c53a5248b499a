"""What is shown when no workspace is open: open the example, make a new one, open one, the last ones."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words.translate import _

CARD_LETTERS = 64


class StartPage(QWidget):
    """The first thing a new user meets, and what closing a workspace leads back to."""

    recentChosen = Signal(str)

    def __init__(self, actions: dict[str, QAction]) -> None:
        super().__init__()
        self.setObjectName("startPage")
        card = QFrame()
        card.setProperty("look", "card")
        card.setFixedWidth(card.fontMetrics().averageCharWidth() * CARD_LETTERS)
        self._column = QVBoxLayout(card)
        self._column.setContentsMargins(32, 28, 32, 28)
        self._column.setSpacing(10)
        self._say(_("Evenhand"), "title")
        self._say(
            _(
                "A ledger of what each source said about a reciprocal migration scheme, "
                "with rival values side by side. Everything stays on this computer."
            ),
            "muted",
        )
        for name, words, primary in (
            ("open_sample", _("Open the example"), True),
            ("new_workspace", _("New workspace…"), False),
            ("open_workspace", _("Open…"), False),
        ):
            button = Button(words, look="primary" if primary else "")
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(actions[name].trigger)
            self._column.addWidget(button)
            if primary:
                self.setFocusProxy(button)
        self._recent_title = self._say(_("Opened last"), "section")
        self._recent: list[Button] = []
        outer = QVBoxLayout(self)
        # A row of its own, not an alignment: an aligned card would not be as high as its wrapped words need.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(card)
        middle.addStretch(1)
        outer.addStretch(2)
        outer.addLayout(middle)
        outer.addStretch(3)

    def _say(self, text: str, look: str) -> TextLabel:
        label = TextLabel(text, look, wrap=True)
        self._column.addWidget(label)
        return label

    def show_recent(self, paths: list[Path]) -> None:
        """List the workspaces opened last; one that is gone is greyed."""
        for button in self._recent:
            self._column.removeWidget(button)
            button.deleteLater()
        self._recent = []
        self._recent_title.setVisible(bool(paths))
        for path in paths[:5]:
            button = Button(path.name.replace("&", "&&"), look="link")
            button.setToolTip(str(path))
            button.setEnabled(path.exists())
            button.clicked.connect(partial(self._chosen, str(path)))
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self._recent.append(button)

    def _chosen(self, path: str, _checked: bool = False) -> None:
        self.recentChosen.emit(path)
