"""For and against, drawn from the same statements in the same way."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain import boards
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.statements import Position, Statement

TURNED = {
    Position.FOR: Position.AGAINST,
    Position.AGAINST: Position.FOR,
    Position.NEITHER: Position.NEITHER,
}
DATES = st.sampled_from(
    ["", "2025-11-10", "../2025-11-10", "2025-07", "[2025-11-01..2025-11-10]", "2026-01-27~"]
)
STATEMENTS = st.lists(
    st.builds(
        Statement,
        id=st.integers(0, 99).map(str),
        speaker=st.sampled_from(["a minister", "A critic", ""]),
        date=DATES.map(PartialDate.parse),
        topic=st.sampled_from(["it deters", "it deters", "it is safe", ""]),
        position=st.sampled_from(list(Position)),
        same_utterance=st.sampled_from(["", "", "", "1", "2"]),
    ),
    unique_by=lambda statement: statement.id,
)


@given(STATEMENTS)
def test_every_statement_on_a_topic_is_on_its_board_once_and_on_its_side(statements: list[Statement]) -> None:
    board = boards.board(statements, "it deters")
    drawn = [one for card in board.cards for one in card.quotations]
    assert sorted(one.id for one in drawn) == sorted(one.id for one in statements if one.topic == "it deters")
    for position in Position:
        assert all(one.position is position for card in board.of(position) for one in card.quotations)
        assert board.count(position) == sum(one.position is position for one in drawn)


@given(STATEMENTS, st.randoms())
def test_the_order_is_by_date_with_undated_ones_last_and_does_not_hang_on_entry(
    statements: list[Statement], chance: object
) -> None:
    board = boards.board(statements, "it deters")
    for position in Position:
        keys = [card.statement.date.sort_key for card in board.of(position)]
        assert keys == sorted(keys)
    shuffled = list(statements)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert boards.board(shuffled, "it deters") == board


@given(STATEMENTS)
def test_turning_every_position_round_turns_the_board_round_and_changes_nothing_else(
    statements: list[Statement],
) -> None:
    board = boards.board(statements, "it deters")
    turned = boards.board([replace(one, position=TURNED[one.position]) for one in statements], "it deters")
    for position in Position:
        here = [[one.id for one in card.quotations] for card in board.of(position)]
        there = [[one.id for one in card.quotations] for card in turned.of(TURNED[position])]
        assert here == there


def test_quotations_of_one_utterance_share_a_card_and_others_do_not() -> None:
    first = Statement(id="1", topic="t", speaker="b")
    second = Statement(id="2", topic="t", speaker="a", same_utterance="1")
    apart = Statement(id="3", topic="t", same_utterance="1", position=Position.FOR)
    board = boards.board([first, second, apart], "t")
    assert [one.id for one in board.of(Position.NEITHER)[0].quotations] == ["1", "2"]
    assert [card.statement.id for card in board.of(Position.FOR)] == ["3"]
    assert [one.id for one in boards.quotations([first, second, apart], second)] == ["1", "3", "2"]


def test_topics_come_in_order_of_entry_without_statements_on_none() -> None:
    said = [Statement(topic="b"), Statement(topic=""), Statement(topic="a"), Statement(topic="b")]
    assert boards.topics(said) == [("b", 2), ("a", 1)]


def test_replies_tell_answers_from_disputes() -> None:
    answer = Statement(id="2", answers=("x",), date=PartialDate.parse("2025-11-10"))
    dispute = Statement(id="1", disputes=("y", "x"), date=PartialDate.parse("2025-07"))
    found = boards.replies([answer, dispute, Statement(answers=("y",))], "x")
    assert [(reply.statement.id, reply.disputes) for reply in found] == [("1", True), ("2", False)]
