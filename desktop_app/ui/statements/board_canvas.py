"""A board drawn: two columns of cards of one size, and below them those that are neither for nor against."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.domain.boards import Board
from desktop_app.domain.statements import Position
from desktop_app.ui.statements.card import StatementCard, as_wide_as_there_is
from desktop_app.ui.theme.tokens import em
from desktop_app.ui.widgets.labels import TextLabel, rule
from desktop_app.words import statement_words
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_GAP = 14
_NARROWEST = 15.0
"""Lines of text that a column is wide at least; below that the columns stand one under the other."""

Cards = Mapping[Position, Sequence[StatementCard]]


class BoardCanvas(QWidget):
    """Lays the cards out. Every card has the width and the height of every other: no side looks weightier."""

    opened = Signal(str)
    lineOpened = Signal(str)
    currentChanged = Signal()

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self._cards: dict[Position, list[StatementCard]] = {}
        self._headings: dict[Position, TextLabel] = {}
        self._current: StatementCard | None = None
        self._parts: list[QWidget] = []
        self._columns = 0
        self._end = 0
        """The row below everything, which takes the room left over."""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(10)

    @property
    def cards(self) -> list[StatementCard]:
        """All cards: those for, those against, the others."""
        return [card for position in Position for card in self._cards.get(position, ())]

    @property
    def count(self) -> int:
        """How many statements are drawn: a card may quote several."""
        return sum(len(card.card.quotations) for card in self.cards)

    @property
    def current(self) -> StatementCard | None:
        """The card that the keyboard is at, or would come to."""
        return self._current

    def show_board(self, board: Board, make: Callable[[Position], Sequence[StatementCard]]) -> None:
        """Show the cards that `make` gives for each column of a board."""
        self._clear()
        self._cards = {position: list(make(position)) for position in Position}
        for card in self.cards:
            card.moved.connect(self._move)
            card.edged.connect(self._go_to_edge)
            card.opened.connect(self.opened)
            card.lineOpened.connect(self.lineOpened)
            card.entered.connect(self._heed)
        self._headings = {position: self._heading(board, position) for position in Position}
        self._columns = 0
        self._place()
        # Qt shows what was added when it is next at rest; the keyboard may be wanted there before.
        for card in self.cards:
            card.show()
        self._grid.activate()
        self.choose("")

    def choose(self, statement: str) -> bool:
        """Make the card that quotes this statement the current one, else the first; False where none does."""
        found = next(
            (card for card in self.cards if any(one.id == statement for one in card.card.quotations)), None
        )
        self._make_current(found or next(iter(self.cards), None))
        return found is not None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every card the same size at the new width."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Give every card the same size at the new size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self._cards:
            self._even_out()

    # How it is laid out

    def _heading(self, board: Board, position: Position) -> TextLabel:
        words = _("{side}: {count}").format(
            side=statement_words.column(position),
            count=statement_words.counted(board.count(position), self._formats),
        )
        heading = TextLabel(words, "heading", wrap=True, parent=self)
        heading.setSizePolicy(as_wide_as_there_is())
        return heading

    def _place(self) -> None:
        """Put everything into its place: two columns, or one where they would be too narrow."""
        if not self._cards:
            return
        columns = 2 if (self.width() - _GAP) / 2 >= em(self.font(), _NARROWEST) else 1
        if columns != self._columns:
            self._columns = columns
            self._lay_out()
        self._even_out()

    def _lay_out(self) -> None:
        while self._grid.takeAt(0) is not None:
            pass
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts = []
        row = 0
        if self._columns == 2:
            for column, position in enumerate((Position.FOR, Position.AGAINST)):
                self._add_column(position, column)
            row = 1 + max(1, *(len(self._cards[each]) for each in (Position.FOR, Position.AGAINST)))
        else:
            for position in (Position.FOR, Position.AGAINST):
                row = self._add_column(position, 0, row)
        if self._cards[Position.NEITHER]:
            row = self._add_neither(row)
        else:
            self._headings[Position.NEITHER].hide()
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
        self._grid.setRowStretch(self._end, 0)
        self._end = row
        self._grid.setRowStretch(self._end, 1)
        self._order_tabs()

    def _add_column(self, position: Position, column: int, row: int = 0) -> int:
        """One side, from its heading down; answers the row after it."""
        self._grid.addWidget(self._headings[position], row, column, Qt.AlignmentFlag.AlignTop)
        for card in self._cards[position]:
            row += 1
            self._grid.addWidget(card, row, column, Qt.AlignmentFlag.AlignTop)
        return row + 1

    def _add_neither(self, row: int) -> int:
        """The others, side by side as there are columns; answers the row after them."""
        line = rule()
        self._parts.append(line)
        self._grid.addWidget(line, row, 0, 1, self._columns)
        self._headings[Position.NEITHER].show()
        self._grid.addWidget(self._headings[Position.NEITHER], row + 1, 0, 1, self._columns)
        others = self._cards[Position.NEITHER]
        for place, card in enumerate(others):
            below, beside = divmod(place, self._columns)
            self._grid.addWidget(card, row + 2 + below, beside, Qt.AlignmentFlag.AlignTop)
        return row + 2 + -(-len(others) // self._columns)

    def _even_out(self) -> None:
        width, rest = divmod(self.width() - _GAP * (self._columns - 1), self._columns)
        # Not a pixel more for one side than for the other.
        self._grid.setContentsMargins(0, 0, rest, 0)
        height = max((card.height_at(width) for card in self.cards), default=0)
        for card in self.cards:
            card.setFixedHeight(height)

    def _order_tabs(self) -> None:
        stations = [station for card in self.cards for station in card.stations]
        for before, then in pairwise(stations):
            QWidget.setTabOrder(before, then)

    def _clear(self) -> None:
        for widget in (*self.cards, *self._headings.values()):
            self._grid.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._cards, self._current = {}, None

    # How the keyboard goes

    def _heed(self) -> None:
        card = self.sender()
        if isinstance(card, StatementCard):
            self._make_current(card)

    def _make_current(self, card: StatementCard | None) -> None:
        if card is self._current:
            return
        if self._current is not None:
            self._current.set_current(False)
        self._current = card
        if card is not None:
            card.set_current(True)
        self.currentChanged.emit()

    def _go_to_edge(self, is_last: bool) -> None:
        self._go(self.cards[-1 if is_last else 0])

    def _move(self, right: int, down: int) -> None:
        """Go to the nearest card in a direction, if there is one."""
        here = self._current
        if here is None:
            return
        middle = here.geometry().center()
        found: list[tuple[int, int, StatementCard]] = []
        for place, card in enumerate(self.cards):
            there = card.geometry().center()
            along = (there.x() - middle.x()) * right + (there.y() - middle.y()) * down
            aside = abs((there.y() - middle.y()) if right else (there.x() - middle.x()))
            if along > 0 and (right or aside < here.width() // 2):
                found.append((along if down else aside, place, card))
        if found:
            self._go(min(found, key=lambda each: each[:2])[2])

    def _go(self, card: StatementCard) -> None:
        self._make_current(card)
        card.setFocus(Qt.FocusReason.OtherFocusReason)
