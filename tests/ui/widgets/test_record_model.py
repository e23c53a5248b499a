from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.columns import Chip, Column
from desktop_app.ui.widgets.record_model import RecordModel

ASCENDING, DESCENDING = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@dataclass(frozen=True)
class Reading:
    id: str
    measure: str
    value: int | None
    check: str = ""


def measure(reading: Reading) -> str:
    return reading.measure


def value(reading: Reading) -> int | None:
    return reading.value


def value_words(reading: Reading) -> str:
    return "" if reading.value is None else f"{reading.value:,}"


def checks(reading: Reading) -> tuple[Chip, ...]:
    return (Chip(reading.check),) if reading.check else ()


COLUMNS: tuple[Column[Reading], ...] = (
    Column("measure", "Measure", measure, edit=measure),
    Column("value", "Value", value_words, sort=value, at_end=True),
    Column("check", "Check", chips=checks),
)
READINGS = (
    Reading("a", "Returned to France", 94, "rival value 75"),
    Reading("b", "Admitted from France", 57),
    Reading("c", "Arrivées par bateau", 38_726, "consistent"),
    Reading("d", "Returned to France", None),
)


@pytest.fixture
def model(qtmodeltester: ModelTester) -> RecordModel:
    model = RecordModel(COLUMNS)
    model.show(READINGS)
    # Kept on the fixture: an unreferenced tester is collected at once and checks nothing.
    qtmodeltester.check(model)
    return model


def shown(model: RecordModel) -> str:
    return "".join(model.id_at(row) for row in range(model.rowCount()))


def test_records_stand_in_the_order_given(model: RecordModel) -> None:
    assert shown(model) == "abcd"
    assert model.index(2, 1).data() == "38,726"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Value"


def test_numbers_sort_as_numbers_and_unknown_ones_come_last_both_ways(model: RecordModel) -> None:
    model.sort(1, ASCENDING)
    assert shown(model) == "bacd"
    model.sort(1, DESCENDING)
    assert shown(model) == "cabd"


def test_equal_keys_keep_the_order_given(model: RecordModel) -> None:
    model.sort(0, ASCENDING)
    assert shown(model) == "bcad"
    model.sort(0, DESCENDING)
    assert shown(model) == "adcb"


def test_the_sorted_column_says_so_by_arrow_and_in_words(model: RecordModel) -> None:
    model.sort(1, DESCENDING)
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Value ↓"
    spoken = model.headerData(1, Qt.Orientation.Horizontal, int(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken == "Value, sorted downwards"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("returned", "ad"),
        ("RETURNED", "ad"),
        ("arrivees", "c"),
        ("Arrivées", "c"),
        ("france 94", "a"),
        ("94 france", "a"),
        ("rival", "a"),
        ("38,726", "c"),
        ("dovr", ""),
        ("  ", "abcd"),
    ],
)
def test_finding_takes_every_word_in_any_column(model: RecordModel, typed: str, expected: str) -> None:
    model.set_filter(typed)
    assert shown(model) == expected


def test_finding_tells_how_many_of_how_many(model: RecordModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.countChanged) as told:
        model.set_filter("returned")
    assert told.args == [2, 4]


def test_typing_on_and_taking_back_finds_the_same_as_typing_afresh(model: RecordModel) -> None:
    for typed in ("f", "fr", "fra", "france r", "fra", "f", ""):
        model.set_filter(typed)
        fresh = RecordModel(COLUMNS)
        fresh.show(READINGS)
        fresh.set_filter(typed)
        assert shown(model) == shown(fresh)


def test_a_condition_narrows_besides_the_text(model: RecordModel) -> None:
    model.set_condition(lambda reading: reading.value is not None)
    model.set_filter("returned")
    assert shown(model) == "a"
    model.set_condition(None)
    assert shown(model) == "ad"


def test_columns_not_shown_are_not_searched(model: RecordModel) -> None:
    model.set_filter("rival")
    model.search_in(["measure", "value"])
    assert shown(model) == ""


def test_an_edited_record_moves_to_its_new_place_and_is_found_by_its_new_words(model: RecordModel) -> None:
    model.sort(1, ASCENDING)
    model.set_filter("1")
    model.set_filter("")
    model.show([replace(READINGS[0], value=1), *READINGS[1:]])
    assert shown(model) == "abcd"
    model.set_filter("94")
    assert shown(model) == ""


def test_one_record_more_or_less_is_told_as_one_row(model: RecordModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignals([model.rowsInserted]):
        model.show([*READINGS, Reading("e", "Returned to France", 305)])
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignals([model.rowsRemoved]):
        model.show(READINGS)


def test_records_that_did_not_change_are_not_told(model: RecordModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.dataChanged):
        model.show([replace(reading) for reading in READINGS])


def test_typing_into_a_cell_is_handed_on_and_changes_nothing_by_itself(
    model: RecordModel, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(model.editCommitted) as told:
        assert model.setData(model.index(0, 0), "Returned")
    assert told.args == [READINGS[0], "measure", "Returned"]
    assert model.index(0, 0).data() == "Returned to France"
    with qtbot.assertNotEmitted(model.editCommitted):
        assert not model.setData(model.index(0, 0), "Returned to France")
        assert not model.setData(model.index(0, 1), "95")


def test_markup_in_a_record_is_only_text(model: RecordModel) -> None:
    column = Column("m", "Measure", measure, tooltip=measure)
    plain = RecordModel([column])
    plain.show([Reading("x", "<b>loud</b>", 1)])
    tip = plain.index(0, 0).data(int(Qt.ItemDataRole.ToolTipRole))
    assert "<b>" not in tip


readings = st.builds(
    Reading,
    st.sampled_from("abcdefghij"),
    st.sampled_from(["Returned", "Admitted", "Arrivées", "zz"]),
    st.none() | st.integers(0, 9),
)
lists = st.lists(readings, unique_by=lambda reading: reading.id)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    steps=st.lists(
        st.tuples(lists, st.sampled_from(["", "re", "a", "e 1"]), st.integers(-1, 1), st.booleans()),
        min_size=1,
        max_size=5,
    )
)
def test_however_it_got_there_the_table_shows_what_a_fresh_one_would(qapp: Any, steps: list[Any]) -> None:
    model = RecordModel(COLUMNS)
    for given_records, typed, column, downwards in steps:
        order = DESCENDING if downwards else ASCENDING
        model.show(given_records)
        model.set_filter(typed)
        model.sort(column, order)
        fresh = RecordModel(COLUMNS)
        fresh.sort(column, order)
        fresh.show(given_records)
        fresh.set_filter(typed)
        assert shown(model) == shown(fresh)
        assert all(model.row_of(model.id_at(row)) == row for row in range(model.rowCount()))
