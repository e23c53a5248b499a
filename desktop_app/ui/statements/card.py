"""One utterance as a card of a board: who, when, in which words, what it answers, and who answers it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.boards import Card
from desktop_app.domain.word_diff import differences
from desktop_app.ui.statements.diff_label import DiffLabel
from desktop_app.ui.theme.tokens import tokens_for
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.ui.widgets.wrapped_link import WrappedLink
from desktop_app.words import labels, statement_words
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_MOVES = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


@dataclass(frozen=True, slots=True)
class Line:
    """Another record that a statement has to do with: in words, and its id to go there."""

    words: str
    record: str


class StatementCard(QFrame):
    """All cards look alike, whichever side they stand on. Tab stops at the current one and its lines only.

    Arrow keys ask for a neighbour (`moved`), Enter and a double click for the statement (`opened`).
    """

    moved = Signal(int, int)
    """So many cards to the right, and down."""
    edged = Signal(bool)
    """Home or End: True for the last card."""
    opened = Signal(str)
    """Id of a statement."""
    lineOpened = Signal(str)
    """Id of another record."""
    entered = Signal()
    """The keyboard has come to the card."""

    def __init__(
        self, card: Card, side: str, sources: Sequence[str], lines: Sequence[Line], formats: Formats
    ) -> None:
        super().__init__()
        self.card = card
        self.setProperty("look", "card")
        self.setObjectName(f"card {card.statement.id}")
        self._lines: list[WrappedLink] = []
        self._body = body = QVBoxLayout(self)
        body.setContentsMargins(14, 12, 14, 12)
        body.setSpacing(4)
        said = card.statement
        self._add(body, statement_words.speaker(said), "heading")
        self._add(body, statement_words.office(said), "small")
        self._add(body, statement_words.when_and_where(said, formats), "small")
        self._add_words(body, sources)
        for line in lines:
            link = WrappedLink(line.words)
            link.clicked.connect(partial(self._open_line, line.record))
            body.addWidget(link)
            self._lines.append(link)
        body.addStretch(1)
        self.setSizePolicy(as_wide_as_there_is())
        parts = (side, statement_words.speaker(said), statement_words.when(said, formats))
        self.setAccessibleName(_(", ").join(parts))
        self.setAccessibleDescription(self._spoken())
        self.set_current(False)

    def set_current(self, is_current: bool) -> None:
        """Whether Tab stops at this card and its lines."""
        policy = Qt.FocusPolicy.StrongFocus if is_current else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)
        for link in self._lines:
            link.setFocusPolicy(policy)

    def height_at(self, width: int) -> int:
        """The height that its words need at this width."""
        return self._body.totalHeightForWidth(width)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from card to card, Enter opens."""
        key = Qt.Key(event.key())
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _MOVES:
            self.moved.emit(*_MOVES[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.edged.emit(key == Qt.Key.Key_End)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.card.statement.id)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click opens, as Enter does."""
        self.opened.emit(self.card.statement.id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that this is the current card."""
        super().focusInEvent(event)
        self.entered.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, with a ring where the keyboard is."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens_for(self).focus), 2))
            painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), 8, 8)
            painter.end()

    def changeEvent(self, event: QEvent) -> None:
        """Ask for another height when the text size changes."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()

    def _add_words(self, body: QVBoxLayout, sources: Sequence[str]) -> None:
        first, *others = self.card.quotations
        body.addSpacing(2)
        if not others:
            self._add(body, statement_words.quoted(first), "")
            self._add(body, first.original_words, "muted")
        for place, other in enumerate(others, start=1):
            body.addWidget(DiffLabel(differences(first.words, other.words)))
            self._add(body, self._legend(sources, place), "small")
        kind = labels.quotation(first.quotation)
        read_in = sources[0] if sources and not others else ""
        words = _("{kind}, in {sources}").format(kind=kind, sources=read_in) if read_in else kind
        self._add(body, words, "small")

    def _legend(self, sources: Sequence[str], place: int) -> str:
        """Which brackets are whose."""
        one, other = statement_words.difference_marks()
        words = _("Quoted twice: {one} only in {first}, {other} only in {second}")
        return words.format(
            one="…".join(one),
            first=sources[0] or _("the first"),
            other="…".join(other),
            second=sources[place] or _("the other"),
        )

    def _spoken(self) -> str:
        first, *others = self.card.quotations
        parts = [statement_words.quoted(first)]
        parts += [statement_words.difference(differences(first.words, other.words)) for other in others]
        return " ".join(parts)

    def _add(self, body: QVBoxLayout, words: str, look: str) -> None:
        if words:
            label = TextLabel(words, look, wrap=True)
            label.setSizePolicy(as_wide_as_there_is())
            body.addWidget(label)

    def _open_line(self, record: str, _checked: bool = False) -> None:
        self.lineOpened.emit(record)

    @property
    def stations(self) -> list[QWidget]:
        """The card and its lines, in the order of Tab."""
        return [self, *self._lines]


def as_wide_as_there_is() -> QSizePolicy:
    """For words that wrap: they take the width they are given, and ask for the height they need there."""
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    return policy
