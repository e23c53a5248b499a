"""A topic as a board: what was said for it, against it, and neither, each side in the same way.

Both sides have the same form: the statements in order of date, undated ones last. Nothing is counted as a
score, and turning every position round turns the board round and changes nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop_app.domain.statements import Position, Statement


@dataclass(frozen=True, slots=True)
class Card:
    """One utterance on a board, with every quotation of it that stands on the same side."""

    quotations: tuple[Statement, ...]
    """In order of date; the first is the one that the card is called by."""

    @property
    def statement(self) -> Statement:
        """The quotation that the card is called by."""
        return self.quotations[0]


@dataclass(frozen=True, slots=True)
class Board:
    """The statements on one topic."""

    topic: str
    columns: Mapping[Position, tuple[Card, ...]] = field(default_factory=dict)

    def of(self, position: Position) -> tuple[Card, ...]:
        """The cards of one column, in order of date."""
        return self.columns.get(position, ())

    @property
    def cards(self) -> tuple[Card, ...]:
        """All cards: column after column."""
        return tuple(card for position in Position for card in self.of(position))

    def count(self, position: Position) -> int:
        """How many statements stand in a column."""
        return sum(len(card.quotations) for card in self.of(position))


def topics(statements: Iterable[Statement]) -> list[tuple[str, int]]:
    """The topics with how many statements each has, in order of first entry; without those of none."""
    found: dict[str, int] = {}
    for statement in statements:
        if statement.topic:
            found[statement.topic] = found.get(statement.topic, 0) + 1
    return list(found.items())


def board(statements: Iterable[Statement], topic: str) -> Board:
    """The board of a topic."""
    of_topic = [statement for statement in statements if statement.topic == topic]
    columns = {
        position: _cards([each for each in of_topic if each.position is position]) for position in Position
    }
    return Board(topic, columns)


def _cards(statements: Sequence[Statement]) -> tuple[Card, ...]:
    by_utterance: dict[str, list[Statement]] = {}
    for statement in sorted(statements, key=in_time):
        by_utterance.setdefault(utterance(statement), []).append(statement)
    return tuple(Card(tuple(each)) for each in by_utterance.values())


def utterance(statement: Statement) -> str:
    """What quotations of one utterance have in common: the id of the first of them."""
    return statement.same_utterance or statement.id


def quotations(statements: Iterable[Statement], of: Statement) -> list[Statement]:
    """All quotations of a statement's utterance, itself among them, in order of date."""
    name = utterance(of)
    return sorted((each for each in statements if utterance(each) == name), key=in_time)


def in_time(statement: Statement) -> tuple[Any, ...]:
    """Orders statements totally: by date, undated last; of one day first quotations before later ones."""
    is_other = bool(statement.same_utterance)
    return (statement.date.sort_key, is_other, statement.speaker.casefold(), statement.id)


@dataclass(frozen=True, slots=True)
class Reply:
    """A statement that answers or disputes a record."""

    statement: Statement
    disputes: bool


def replies(statements: Iterable[Statement], record_id: str) -> list[Reply]:
    """What answers a record and what disputes it, in order of date."""
    return sorted(
        (
            Reply(statement, record_id in statement.disputes)
            for statement in statements
            if record_id in statement.answers or record_id in statement.disputes
        ),
        key=lambda reply: in_time(reply.statement),
    )
