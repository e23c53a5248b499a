"""What is shown when no workspace is open: open the example, make a new one, open one, the last ones."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop_app.words.translate import _


class StartPage(QWidget):
    """The first thing a new user meets, and what closing a workspace leads back to."""

    recentChosen = Signal(str)

    def __init__(self, actions: dict[str, QAction]) -> None:
        super().__init__()
        self.setObjectName("startPage")
        card = QFrame()
        card.setProperty("look", "card")
        card.setMaximumWidth(560)
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
            button = QPushButton(words)
            if primary:
                button.setProperty("look", "primary")
            button.clicked.connect(actions[name].trigger)
            self._column.addWidget(button)
            if primary:
                self.setFocusProxy(button)
        self._recent_title = self._say(_("Opened last"), "section")
        self._recent: list[QPushButton] = []
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)

    def _say(self, text: str, look: str) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setProperty("look", look)
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
            button = QPushButton(path.name.replace("&", "&&"))
            button.setProperty("look", "link")
            button.setToolTip(str(path))
            button.setEnabled(path.exists())
            button.clicked.connect(partial(self._chosen, str(path)))
            self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self._recent.append(button)

    def _chosen(self, path: str, _checked: bool = False) -> None:
        self.recentChosen.emit(path)
