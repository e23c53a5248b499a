"""The boards: a topic is chosen above, what was said for it and against it stands side by side below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain import boards
from desktop_app.domain.boards import Board, Card
from desktop_app.domain.sources import Source
from desktop_app.domain.statements import Position, Statement
from desktop_app.ui.context import Context
from desktop_app.ui.statements.board_canvas import BoardCanvas
from desktop_app.ui.statements.card import Line, StatementCard
from desktop_app.ui.statements.record_names import RecordNames
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words import statement_words
from desktop_app.words.translate import _, _n


class BoardView(QWidget):
    """Shows one topic at a time. Ids of what is asked for are told; where that is, the page knows."""

    opened = Signal(str)
    """A statement is to be read or changed."""
    lineOpened = Signal(str)
    """Another record is to be shown."""
    topicShown = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._names = RecordNames(context.view, context.formats)
        self._statements: list[Statement] = []
        self._topics: list[str] = []
        self.topic = QComboBox()
        self.topic.setObjectName("boardTopic")
        self.topic.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.topic.setMinimumContentsLength(18)
        self.topic.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.label = TextLabel(_("To&pic"), "muted")
        self.label.setBuddy(self.topic)
        self.topic.setAccessibleName(_("Topic"))
        self.canvas = BoardCanvas(context.formats)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("boardScroll")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self.canvas)
        chooser = QHBoxLayout()
        chooser.setSpacing(8)
        chooser.addWidget(self.label)
        chooser.addWidget(self.topic, 1)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addLayout(chooser)
        body.addWidget(self._scroll, 1)
        self.topic.currentIndexChanged.connect(self._choose)
        self.canvas.opened.connect(self.opened)
        self.canvas.lineOpened.connect(self.lineOpened)
        self.canvas.currentChanged.connect(self._bring_into_sight)

    @property
    def chosen_topic(self) -> str:
        """The topic that is shown; empty where there is none."""
        return str(self.topic.currentData() or "")

    @property
    def current(self) -> Statement | None:
        """The statement of the card that the keyboard is at."""
        card = self.canvas.current
        return card.card.statement if card is not None else None

    def refresh(self) -> None:
        """Show topics and board anew, the same topic and card where they are still there."""
        card = self.current
        topic, had_keyboard = self.chosen_topic, self.canvas.isAncestorOf(self.window().focusWidget())
        self._statements = list(self._context.view.every(Statement))
        found = boards.topics(self._statements)
        self._topics = [name for name, _count in found]
        self.topic.blockSignals(True)
        self.topic.clear()
        for name, count in found:
            words = _n("{topic} ({n} statement)", "{topic} ({n} statements)", count)
            self.topic.addItem(words.format(topic=name, n=self._context.formats.number(count)), name)
        self.topic.setCurrentIndex(max(0, self.topic.findData(topic)) if found else -1)
        self.topic.blockSignals(False)
        self._show(card.id if card is not None else "")
        if had_keyboard:
            self.focus_card()

    def show_statement(self, statement: Statement) -> bool:
        """Show the board of a statement with its card as the current one; False where it is on none."""
        place = self.topic.findData(statement.topic) if statement.topic else -1
        if place < 0:
            return False
        self.topic.setCurrentIndex(place)
        return self.canvas.choose(statement.id)

    def focus_card(self) -> None:
        """Put the keyboard at the current card, or where a topic is chosen."""
        card = self.canvas.current
        (card if card is not None else self.topic).setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, _index: int) -> None:
        self._show("")
        self.topicShown.emit()

    def _show(self, current: str) -> None:
        board = boards.board(self._statements, self.chosen_topic)
        self.canvas.show_board(board, self._maker(board))
        self.canvas.choose(current)
        self._scroll.verticalScrollBar().setValue(0)

    def _maker(self, board: Board) -> _Maker:
        return _Maker(self._context, board, self._statements, self._names)

    def _bring_into_sight(self) -> None:
        # The cards have their places when the layout has been worked out.
        QTimer.singleShot(0, self, self._scroll_to_current)

    def _scroll_to_current(self) -> None:
        card = self.canvas.current
        if card is not None and card.hasFocus():
            self._scroll.ensureWidgetVisible(card, 0, 8)


class _Maker:
    """Makes the cards of a column: the same facts, in the same words and order, for either side."""

    def __init__(
        self, context: Context, board: Board, statements: Sequence[Statement], names: RecordNames
    ) -> None:
        self._context, self._board, self._statements, self._names = context, board, statements, names

    def __call__(self, position: Position) -> list[StatementCard]:
        side = statement_words.column(position)
        formats = self._context.formats
        return [
            StatementCard(
                card, side, [self._sources(one) for one in card.quotations], self._lines(card), formats
            )
            for card in self._board.of(position)
        ]

    def _sources(self, statement: Statement) -> str:
        get = self._context.view.get
        found = (get(Source, citation.source) for citation in statement.citations)
        return _(", ").join(dict.fromkeys(source.short_name for source in found if source is not None))

    def _lines(self, card: Card) -> list[Line]:
        """What the card answers and disputes, and what answers and disputes it."""
        lines: dict[Line, None] = {}
        for one in card.quotations:
            for shape, ids in (
                (_("Answers: {record}"), one.answers),
                (_("Disputes: {record}"), one.disputes),
            ):
                for id in ids:
                    record = self._names.record(id)
                    if record is not None:
                        lines[Line(shape.format(record=self._names.line(record)), id)] = None
            for reply in boards.replies(self._statements, one.id):
                shape = _("Disputed by: {record}") if reply.disputes else _("Answered by: {record}")
                words = shape.format(record=statement_words.one_line(reply.statement))
                lines[Line(words, reply.statement.id)] = None
        return list(lines)
