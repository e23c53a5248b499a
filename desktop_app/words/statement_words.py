"""Statements in words: who said what and when, what answers what, and where two quotations differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop_app.domain.boards import Reply
from desktop_app.domain.sources import Quotation
from desktop_app.domain.statements import Position, Statement
from desktop_app.domain.word_diff import Part, Piece
from desktop_app.words import date_sentences
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n

_LONGEST = 72


def speaker(statement: Statement) -> str:
    """Who said it."""
    return statement.speaker or _("Speaker not known")


def office(statement: Statement) -> str:
    """The speaker's role and organisation, the second only where it says more."""
    parts = (statement.role, statement.organisation)
    return ", ".join(dict.fromkeys(part for part in parts if part and part != statement.speaker))


def quoted(statement: Statement) -> str:
    """The words, between quotation marks where they are the speaker's own."""
    if statement.quotation is Quotation.PARAPHRASE:
        return statement.words
    return _("“{words}”").format(words=statement.words)


def when(statement: Statement, formats: Formats) -> str:
    """The date, as vague as it is, with the words in which it was written where those are others."""
    said = date_sentences.date(statement.date, formats)
    if not statement.date_words:
        return said
    return _("{date}, written “{words}”").format(date=said, words=statement.date_words)


def when_and_where(statement: Statement, formats: Formats) -> str:
    """The date and the place where it was said."""
    return " · ".join(part for part in (when(statement, formats), statement.venue) if part)


def one_line(statement: Statement) -> str:
    """A statement in one line, cut where it is long."""
    words = statement.words if len(statement.words) <= _LONGEST else f"{statement.words[:_LONGEST].rstrip()}…"
    return _("{speaker}: {words}").format(speaker=speaker(statement), words=words)


def column(position: Position) -> str:
    """The heading of a column of a board."""
    headings = {
        Position.FOR: _("For"),
        Position.AGAINST: _("Against"),
        Position.NEITHER: _("Neither for nor against"),
    }
    return headings[position]


def counted(count: int, formats: Formats) -> str:
    """How many statements there are."""
    return _n("{n} statement", "{n} statements", count).format(n=formats.number(count))


def replied(replies: Sequence[Reply], formats: Formats) -> str:
    """Such as: Answered by 2 statements, disputed by 1. Empty where nothing replies."""
    disputes = sum(reply.disputes for reply in replies)
    answers = len(replies) - disputes
    number = formats.number
    if answers and disputes:
        words = _n(
            "Answered by {n} statement, disputed by {disputes}",
            "Answered by {n} statements, disputed by {disputes}",
            answers,
        )
        return words.format(n=number(answers), disputes=number(disputes))
    if answers:
        words = _n("Answered by {n} statement", "Answered by {n} statements", answers)
        return words.format(n=number(answers))
    if disputes:
        words = _n("Disputed by {n} statement", "Disputed by {n} statements", disputes)
        return words.format(n=number(disputes))
    return ""


def difference_marks() -> tuple[tuple[str, str], tuple[str, str]]:
    """The brackets around what only the first text has, and around what only the second has."""
    return ("[", "]"), ("{", "}")


def difference(pieces: Iterable[Piece]) -> str:
    """Where two quotations differ, for a screen reader: which words only one of them has."""
    found = list(pieces)
    first = _listed(found, Part.FIRST)
    second = _listed(found, Part.SECOND)
    if not first and not second:
        return _("Both have the same words.")
    parts = []
    if first:
        parts.append(_("Only the first has: {words}.").format(words=first))
    if second:
        parts.append(_("Only the second has: {words}.").format(words=second))
    return " ".join(parts)


def _listed(pieces: Iterable[Piece], part: Part) -> str:
    quoted_pieces = [
        _("“{words}”").format(words=piece.text.strip()) for piece in pieces if piece.part is part
    ]
    return _(", ").join(quoted_pieces)
