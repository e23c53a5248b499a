from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.arrangement import AT_ONCE
from desktop_app.ui.widgets.columns import Column
from desktop_app.ui.widgets.record_model import RecordModel

MANY = 5 * AT_ONCE


@dataclass(frozen=True)
class Count:
    id: str
    place: str
    number: int
    day: int


class Counts(Mapping[str, Count]):
    """Records that are made when they are asked for, and how often that was."""

    def __init__(self, count: int) -> None:
        self.changed: dict[str, Count] = {}
        self.ids = {str(number): None for number in range(count)}
        self.made = 0

    def __getitem__(self, id: str) -> Count:
        if id not in self.ids:
            raise KeyError(id)
        self.made += 1
        number = int(id)
        return self.changed.get(id) or Count(id, f"port {number % 7}", number % 1_000, number % 50)

    def __iter__(self) -> Iterator[str]:
        return iter(self.ids)

    def __len__(self) -> int:
        return len(self.ids)


PLACES: list[str] = []


def place(count: Count) -> str:
    PLACES.append(count.place)
    return count.place


def place_alone(count: Count) -> str:
    return count.place


def number(count: Count) -> int:
    return count.number


def number_words(count: Count) -> str:
    return f"{count.number:,}"


def day(count: Count) -> int:
    return count.day


COLUMNS = (
    Column("place", "Place", place, same=place_alone),
    Column("number", "Number", number_words, sort=number, same=number),
)


@pytest.fixture
def counts() -> Counts:
    return Counts(MANY)


@pytest.fixture
def model(counts: Counts, qtmodeltester: ModelTester) -> RecordModel:
    model = RecordModel(COLUMNS)
    model.show(counts)
    return model


def shown(model: RecordModel) -> list[str]:
    return [model.id_at(row) for row in range(model.rowCount())]


def finish(model: RecordModel) -> None:
    while model.get_ready(0.01):
        pass


def test_a_table_of_very_many_makes_only_the_rows_that_are_looked_at(
    model: RecordModel, counts: Counts
) -> None:
    assert model.rowCount() == MANY
    assert model.index(MANY - 1, 0).data() == f"port {(MANY - 1) % 7}"
    assert counts.made == 1


def test_words_are_made_once_for_all_records_that_say_the_same(model: RecordModel) -> None:
    PLACES.clear()
    finish(model)
    model.set_filter("port")
    assert model.rowCount() == MANY
    assert len(PLACES) < 50


def test_what_a_key_has_not_found_yet_appears_in_idle_moments(model: RecordModel) -> None:
    model.set_filter("999")
    finish(model)
    assert shown(model) == [str(each) for each in range(999, MANY, 1_000)]


def test_sorted_by_number_equals_keep_their_order_both_ways(model: RecordModel) -> None:
    model.sort(1, Qt.SortOrder.DescendingOrder)
    assert shown(model)[:6] == [str(each) for each in range(999, MANY, 1_000)] + ["998"]
    model.sort(1, Qt.SortOrder.AscendingOrder)
    assert shown(model)[:6] == [str(each) for each in range(0, MANY, 1_000)] + ["1"]


def test_a_limit_hides_records_that_are_then_not_counted(model: RecordModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.countChanged) as told:
        model.narrow("day", day, lambda at: at < 10, limit=True)
    assert told.args == [MANY // 5, MANY // 5]
    assert not model.is_filtered
    model.narrow("day", day, lambda at: at < 5, limit=True)
    assert model.rowCount() == MANY // 10
    model.narrow("day", day, None, limit=True)
    assert model.rowCount() == MANY


def test_a_condition_is_asked_once_for_each_answer(model: RecordModel) -> None:
    asked: list[int] = []

    def passes(at: int) -> bool:
        asked.append(at)
        return at == 3

    model.narrow("day", day, passes)
    assert (model.rowCount(), len(asked), model.is_filtered) == (MANY // 50, 50, True)
    assert model.total == MANY


def test_only_what_changed_is_looked_at_again(model: RecordModel, counts: Counts, qtbot: QtBot) -> None:
    model.sort(1, Qt.SortOrder.AscendingOrder)
    finish(model)
    counts.made = 0
    counts.changed["17"] = replace(counts["17"], number=5_000)
    counts.ids["90001"] = None
    del counts.ids["18"]
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignals([model.rowsInserted, model.rowsRemoved]):
        model.change(["17", "90001", "18"])
    assert shown(model)[-1] == "17"
    assert (model.has("18"), model.row_of("18")) == (False, -1)
    assert model.id_at(model.row_of("90001")) == "90001"
    assert counts.made < 50


def test_changed_little_by_little_it_stands_as_it_would_stand_anew(counts: Counts) -> None:
    model = RecordModel(COLUMNS)
    model.sort(1, Qt.SortOrder.DescendingOrder)
    model.show(counts)
    finish(model)
    for each in range(0, MANY, 97):
        counts.changed[str(each)] = Count(str(each), "dover", each * 31 % 1_500, 1)
        model.change([str(each)])
    del counts.ids["97"]
    model.change(["97"])
    counts.ids["97"] = None
    model.change(["97"])
    model.set_filter("dover")
    fresh = RecordModel(COLUMNS)
    fresh.sort(1, Qt.SortOrder.DescendingOrder)
    fresh.show(counts)
    fresh.set_filter("dover")
    finish(fresh)
    assert shown(model) == shown(fresh)


def test_a_whole_column_that_says_something_else_is_looked_at_again(
    model: RecordModel, counts: Counts
) -> None:
    finish(model)
    counts.changed.update({each: replace(counts[each], place="dover") for each in list(counts)[:2_000]})
    model.look_again(["place"])
    model.set_filter("dover")
    finish(model)
    assert model.rowCount() == 2_000


def test_a_record_that_has_gone_before_anybody_said_so_is_nothing(model: RecordModel, counts: Counts) -> None:
    del counts.ids["0"]
    assert model.record_at(0) is None
    assert model.index(0, 0).data() is None
    model.change(["0"])
    assert model.record_at(0) == counts["1"]
