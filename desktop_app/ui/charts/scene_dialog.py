"""Asks what goes with a scene of a talk: its title, its caption for the audience, the speaker's note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.scenes import Scene
from desktop_app.ui.widgets.buttons import Button, last_row
from desktop_app.ui.widgets.echo import EchoField
from desktop_app.ui.widgets.field import Field, TextBox
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words.translate import _

_NOTE_LINES = 5


@dataclass(frozen=True, slots=True)
class Tickable:
    """A case that a scene may show, and whether it does."""

    id: str
    code: str
    is_on: bool


class SceneDialog(QDialog):
    """For a scene that is there, or for a new one: of words alone, or of the `cases` that are ticked."""

    def __init__(
        self, words: str, scene: Scene | None, parent: QWidget, cases: Sequence[Tickable] | None = None
    ) -> None:
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
        self.case_list = QListWidget()
        self.case_list.setObjectName("sceneCases")
        self.case_list.setAccessibleName(_("Cases to show"))
        self.case_list.setTabKeyNavigation(False)
        # Rows laid out before the style sheet is known keep their wrong places.
        self.case_list.ensurePolished()
        self.case_list.setMaximumHeight(self.fontMetrics().height() * 9)
        for case in cases or ():
            item = QListWidgetItem(case.code, self.case_list)
            item.setData(Qt.ItemDataRole.UserRole, case.id)
            item.setCheckState(Qt.CheckState.Checked if case.is_on else Qt.CheckState.Unchecked)
        self.case_list.setCurrentRow(0)
        self._asks_cases = cases is not None
        self.keep = Button(_("Keep"), look="primary")
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.accept)
        body = QVBoxLayout(self)
        body.setContentsMargins(18, 16, 18, 14)
        body.setSpacing(10)
        body.addWidget(EchoField(_("&Title"), self.title_field, lines=0))
        if self._asks_cases:
            label = TextLabel(_("Ca&ses; four fit before a room"), "small")
            label.setBuddy(self.case_list)
            body.addWidget(label)
            body.addWidget(self.case_list)
        else:
            self.case_list.setParent(self)
            self.case_list.hide()
        body.addWidget(EchoField(_("&Caption, above the chart"), self.caption_field, lines=0))
        body.addWidget(EchoField(_("Speaker's &note, never shown to the audience"), self.note_box, lines=0))
        body.addLayout(last_row(self, self.keep))
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)
        self.title_field.textChanged.connect(self._check)
        self.case_list.itemChanged.connect(self._check)
        self._check()
        if scene is not None:
            self.caption_field.setFocus()
        elif self._asks_cases:
            self.case_list.setFocus()
        else:
            self.title_field.setFocus()

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

    @property
    def cases(self) -> tuple[str, ...]:
        """Ids of the cases that are ticked, in the order of the list."""
        items = (self.case_list.item(row) for row in range(self.case_list.count()))
        ticked = (item for item in items if item.checkState() is Qt.CheckState.Checked)
        return tuple(str(item.data(Qt.ItemDataRole.UserRole)) for item in ticked)

    def _check(self, _changed: object = None) -> None:
        self.keep.setEnabled(bool(self.title) and (bool(self.cases) or not self._asks_cases))
