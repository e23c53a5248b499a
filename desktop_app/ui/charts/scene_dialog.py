"""Asks what goes with a scene of a talk: its title, its caption for the audience, the speaker's note."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.scenes import Scene
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.echo import EchoField
from desktop_app.ui.widgets.field import Field, TextBox
from desktop_app.words.translate import _

_NOTE_LINES = 5


class SceneDialog(QDialog):
    """For a scene that is there, or for a new one that is words alone."""

    def __init__(self, words: str, scene: Scene | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sceneDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words)
        shown = scene or Scene(id="")
        self.title_field = Field()
        self.title_field.setObjectName("sceneTitleEdit")
        self.title_field.setText(shown.title)
        self.caption_field = Field()
        self.caption_field.setObjectName("sceneCaptionEdit")
        self.caption_field.setText(shown.caption)
        self.note_box = TextBox(lines=_NOTE_LINES)
        self.note_box.setObjectName("sceneNoteEdit")
        self.note_box.setPlainText(shown.note)
        self.keep = Button(_("Keep"), look="primary")
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.accept)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.keep)
        body = QVBoxLayout(self)
        body.setContentsMargins(18, 16, 18, 14)
        body.setSpacing(10)
        body.addWidget(EchoField(_("&Title"), self.title_field, lines=0))
        body.addWidget(EchoField(_("&Caption, above the chart"), self.caption_field, lines=0))
        body.addWidget(EchoField(_("Speaker's &note, never shown to the audience"), self.note_box, lines=0))
        body.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)
        self.title_field.textChanged.connect(self._check)
        self._check(shown.title)
        first = self.caption_field if scene is not None else self.title_field
        first.setFocus()

    @property
    def title(self) -> str:
        """The title as typed."""
        return self.title_field.text().strip()

    @property
    def caption(self) -> str:
        """The caption as typed."""
        return self.caption_field.text().strip()

    @property
    def note(self) -> str:
        """The speaker's note as typed."""
        return self.note_box.toPlainText().strip()

    def _check(self, title: str) -> None:
        self.keep.setEnabled(bool(title.strip()))
