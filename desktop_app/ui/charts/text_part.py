"""One text around a chart: to read, to copy, to put into other words, and to have as it was generated."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.charts.texts import word_check, worded
from desktop_app.charts.texts.worded import Edit
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.field import TextBox
from desktop_app.ui.widgets.labels import TextLabel, announce
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


class _WordBox(TextBox):
    """A paragraph: Enter keeps it, Escape takes back what was typed since."""

    kept = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep, or take back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.isReadOnly():
            self.kept.emit()
        elif event.key() == Qt.Key.Key_Escape and self.document().isUndoAvailable():
            self.left.emit()
        else:
            super().keyPressEvent(event)


class TextPart(QWidget):
    """`edited` carries what was written, `resetAsked` nothing: which of the texts it is, its owner knows."""

    edited = Signal(str)
    resetAsked = Signal()

    def __init__(self, part: str, words: str, lines: int, formats: Formats) -> None:
        super().__init__()
        self._part, self._formats = part, formats
        self._shown = ""
        self.box = _WordBox(words, lines=lines)
        self.box.setObjectName(f"chart{part.title()}")
        label = TextLabel(words, "heading")
        label.setBuddy(self.box)
        self.reset = Button(_("Reset to generated"), look="link")
        self.reset.setObjectName(f"reset{part.title()}")
        self.reset.setAccessibleName(_("Reset to generated: {text}").format(text=words))
        self.reset.hide()
        copy = Button(_("Copy"))
        copy.setAccessibleName(_("Copy: {text}").format(text=words))
        self.said = TextLabel("", "echo", wrap=True)
        self.said.hide()
        head = QHBoxLayout()
        head.addWidget(label)
        head.addStretch(1)
        head.addWidget(self.reset)
        head.addWidget(copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.box)
        column.addWidget(self.said)
        self._edit: Edit | None = None
        self._generated = ""
        self._is_overtaken = False
        copy.clicked.connect(self._copy)
        self.reset.clicked.connect(self._reset)
        self.box.committed.connect(self.commit)
        self.box.kept.connect(self.commit)
        self.box.left.connect(self._take_back)
        self.box.textChanged.connect(self._say)

    @property
    def is_typed(self) -> bool:
        """Whether something is written that is not kept yet."""
        return worded.one_line(self.box.toPlainText()) != worded.one_line(self._shown)

    def show_text(self, generated: str, edit: Edit | None, *, is_overtaken: bool, can_edit: bool) -> None:
        """Show the edited text or else the generated one; what is being typed stays."""
        typed = self.is_typed and self.box.hasFocus()
        self._generated, self._edit, self._is_overtaken = generated, edit, is_overtaken
        self._shown = generated if edit is None else edit.text
        self.box.setReadOnly(not can_edit)
        self.reset.setVisible(edit is not None and can_edit)
        if not typed and self.box.toPlainText() != self._shown:
            self.box.setPlainText(self._shown)
        if not self.is_typed:
            # What is kept is a step of the workspace: Undo takes back that, and not its letters.
            self.box.document().clearUndoRedoStacks()
        self._say()

    def commit(self, _text: str = "") -> None:
        """Keep what is written, where it is other than what is kept."""
        if self.is_typed and not self.box.isReadOnly():
            self.edited.emit(self.box.toPlainText())

    def _take_back(self) -> None:
        self.box.setPlainText(self._shown)

    def _reset(self) -> None:
        # The button goes, so the keyboard goes to the text first.
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.box.setPlainText(self._shown)
        self.resetAsked.emit()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.box.toPlainText())
        announce(self.box, _("Copied"))

    def _say(self) -> None:
        """What is to be said about the text, below it and to a screen reader."""
        said = []
        if self._edit is not None:
            template = _("Edited {when}.")
            if self._is_overtaken:
                template = _("Edited {when}; the generated one now reads: {text}")
            said.append(template.format(when=worded.when(self._edit, self._formats), text=self._generated))
        if self._edit is not None or self.is_typed:
            said += word_check.remarks(self._part, self.box.toPlainText(), self._formats)
        self.said.setText("\n".join(said))
        self.said.set_look("warn" if self._is_overtaken and self._edit is not None else "echo")
        self.said.setVisible(bool(said))
        self.box.setAccessibleDescription("\n".join(said))
