"""Two quotations of one utterance as one text: in brackets and underlined what only one of them has."""

from __future__ import annotations

import html
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop_app.domain.word_diff import Part, Piece
from desktop_app.words import statement_words


class DiffLabel(QLabel):
    """Shows pieces. Shape tells them apart, not colour; a screen reader is told in words."""

    def __init__(self, pieces: Sequence[Piece], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText("".join(_marked(piece) for piece in pieces).strip())
        self.setAccessibleName(statement_words.difference(pieces))
        self.setAccessibleDescription(plain(pieces))


def plain(pieces: Sequence[Piece]) -> str:
    """The pieces as plain text: we [were sending] {sent} more."""
    return "".join(f"{_space(piece)}{_bracketed(piece)}" for piece in pieces).strip()


def _marked(piece: Piece) -> str:
    words = html.escape(_bracketed(piece))
    return f"{_space(piece)}{words if piece.part is Part.BOTH else f'<u>{words}</u>'}"


def _space(piece: Piece) -> str:
    # What only one of them has stands apart also where it was joined to the word before, as a comma is.
    return " " if piece.text.startswith(" ") or piece.part is not Part.BOTH else ""


def _bracketed(piece: Piece) -> str:
    first, second = statement_words.difference_marks()
    before, after = {Part.BOTH: ("", ""), Part.FIRST: first, Part.SECOND: second}[piece.part]
    return f"{before}{piece.text.strip()}{after}"
