"""Records come back from their columns and their JSON exactly as they went in."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from desktop_app.domain.amounts import Amount
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.events import EventKind
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Basis
from desktop_app.domain.records import Record
from desktop_app.domain.rules import Rule
from desktop_app.domain.sources import Citation
from desktop_app.store import codec
from tests.store.strategies import ANY_RECORD


@given(ANY_RECORD)
def test_columns_give_the_record_back(record: Record) -> None:
    assert codec.records_of(type(record), [codec.row_of(record)]) == [record]


@given(ANY_RECORD)
def test_json_gives_the_record_back(record: Record) -> None:
    assert codec.from_json(type(record), codec.to_json(record)) == record


def test_columns_are_readable_text() -> None:
    figure = Figure(
        id="f",
        measure="RET",
        amount=Amount.parse("~350"),
        period=PartialDate.parse("[2025-11-01..2025-11-10]"),
        basis=Basis.CUMULATIVE,
        citations=(Citation("s", excerpt="à peu près"),),
    )
    cells = dict(zip(codec.shape_of(Figure).names, codec.row_of(figure), strict=True))
    assert cells["amount"] == "~350"
    assert cells["period"] == "[2025-11-01..2025-11-10]"
    assert cells["basis"] == "cumulative"
    assert json.loads(str(cells["citations"]))[0]["excerpt"] == "à peu près"
    assert "à peu près" in str(cells["citations"])


def test_absent_values_are_empty_cells() -> None:
    cells = codec.row_of(Rule(id="r", starts_with=EventKind.DETAINED))
    named = dict(zip(codec.shape_of(Rule).names, cells, strict=True))
    assert named["starts_with"] == "detained"
    assert named["ends_with"] is None
    assert named["days"] is None


def test_json_leaves_out_what_is_empty() -> None:
    assert set(json.loads(codec.to_json(Figure(id="f", measure="ARR")))) == {
        *("id", "measure", "amount", "basis", "period_how", "status", "rank", "sharing")
    }


def test_json_of_another_version_is_read() -> None:
    figure = codec.from_json(Figure, '{"id":"f","measure":"ARR","amount":"94","a_field_of_old":1}')
    assert figure == Figure(id="f", measure="ARR", amount=Amount.exactly(94))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("basis", "flow"),
        ("amount", 94),
        ("period", "2025"),
        ("measure", None),
        ("measure", Basis.FLOW),
        ("citations", ["s"]),
        ("citations", ("s",)),
        ("sharing", Basis.FLOW),
    ],
)
def test_a_value_of_another_class_is_never_written(field: str, value: Any) -> None:
    wrong = replace(Figure(id="f"), **{field: value})
    with pytest.raises(TypeError):
        codec.row_of(wrong)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "[]",
        "{}",
        "5",
        '["id"]',
        '{"id":"f","basis":"sideways"}',
        '{"id":"f","amount":"many"}',
    ],
)
def test_json_that_nobody_wrote_is_an_error(text: str) -> None:
    with pytest.raises(ValueError):
        codec.from_json(Figure, text)


@pytest.mark.parametrize(
    ("field", "cell"),
    [
        ("basis", "sideways"),
        ("amount", "many"),
        ("amount", None),
        ("period", "soon"),
        ("citations", "{"),
        ("citations", "[5]"),
        ("citations", '[{"source":"s","credibility":9}]'),
    ],
)
def test_cells_that_nobody_wrote_are_an_error(field: str, cell: Any) -> None:
    row = list(codec.row_of(Figure(id="f")))
    row[codec.shape_of(Figure).names.index(field)] = cell
    with pytest.raises(ValueError):
        codec.records_of(Figure, [row])


def test_a_class_with_an_unknown_sort_of_field_is_noticed() -> None:
    from dataclasses import dataclass

    @dataclass
    class Odd:
        weight: float

    with pytest.raises((TypeError, NameError)):
        codec.shape_of(Odd)
