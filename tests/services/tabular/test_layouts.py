"""How a table is laid out, as far as it shows."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.services.tabular import reading, remembering
from desktop_app.services.tabular.layouts import Constants
from desktop_app.services.tabular.targets import Target
from desktop_app.services.workspace import Workspace
from tests.services.tabular.tables import laid_out


def targets(text: str) -> list[Target | None]:
    with Workspace.in_memory() as workspace:
        return [column.target for column in laid_out(workspace, text).columns]


def test_titles_name_the_fields_in_english_and_french() -> None:
    assert targets("Date\tIndicateur\tValeur\tStatut\tNotes\n2025-11-08\tARR\t5\tP\tx") == [
        Target.DATE,
        Target.MEASURE,
        Target.VALUE,
        Target.STATUS,
        Target.NOTE,
    ]


def test_hashtags_come_before_titles() -> None:
    text = (
        "When\tWhat\tHow many\tWho\n#date\t#indicator+code\t#indicator+value\t#meta+source\n"
        "2025-11-08\tARR\t5\tX"
    )
    with Workspace.in_memory() as workspace:
        layout = laid_out(workspace, text)
        assert (layout.header_row, layout.hxl_row, layout.first_row) == (0, 1, 2)
        assert [column.target for column in layout.columns] == [
            Target.DATE,
            Target.MEASURE,
            Target.VALUE,
            Target.SOURCE,
        ]


def test_a_preamble_is_passed_over() -> None:
    with Workspace.in_memory() as workspace:
        layout = laid_out(workspace, "Arrivals\n\nAs published\nDate\tMeasure\tValue\n2025-11-08\tARR\t5")
        assert (layout.header_row, layout.first_row) == (3, 4)


def test_a_header_of_two_rows_is_read_as_one() -> None:
    text = "Date\tPeople\tPeople\n\tarrived\tprevented\n2025-11-08\t5\t7\n2025-11-09\t6\t8"
    with Workspace.in_memory() as workspace:
        layout = laid_out(workspace, text)
        assert [column.title for column in layout.columns][1:] == ["People arrived", "People prevented"]
        assert [column.measure for column in layout.columns][1:] == ["ARR", "PREV"]


def test_columns_that_are_a_measure_each_say_so() -> None:
    with Workspace.in_memory() as workspace:
        layout = laid_out(
            workspace, "Date\tMigrants arrived\tBoats arrived\n2025-11-08\t503\t8\n2025-11-09\t349\t6"
        )
        assert [(column.target, column.measure) for column in layout.columns[1:]] == [
            (Target.VALUE, "ARR"),
            (Target.VALUE, "ARR_BOATS"),
        ]
        assert not layout.lacks_measure


def test_columns_that_are_a_period_each_say_so() -> None:
    with Workspace.in_memory() as workspace:
        layout = laid_out(workspace, "Measure\tSep 2025\tOct 2025\nARR\t1,000\t2,000\nRET\t10\t75")
        assert [(column.target, column.period) for column in layout.columns[1:]] == [
            (Target.VALUE, "Sep 2025"),
            (Target.VALUE, "Oct 2025"),
        ]


def test_what_has_no_title_goes_by_its_cells() -> None:
    assert targets("2025-11-08\t503\n2025-11-09\t349") == [Target.DATE, Target.VALUE]


def test_a_field_has_one_column_and_people_have_the_last_word() -> None:
    with Workspace.in_memory() as workspace:
        layout = laid_out(workspace, "Date\tOther day\tMeasure\tValue\n2025-11-08\t2025-11-09\tARR\t5")
        changed = layout.with_target(1, Target.DATE)
        assert [column.index for column in changed.of(Target.DATE)] == [1]


def test_choices_are_remembered_for_the_same_titles_alone() -> None:
    text = "Date\tWhat\tN\n3/4/2025\tarrivals\t5\n5/6/2025\tarrivals\t7"
    with Workspace.in_memory() as workspace:
        layout = laid_out(workspace, text)
        chosen = replace(layout.with_date_order("mdy"), constants=Constants(source="GOV.UK"))
        again = laid_out(workspace, text)
        assert again.signature == layout.signature
        assert remembering.recalled(again, remembering.remembered(chosen)) == chosen
        assert laid_out(workspace, text.replace("What", "Which")).signature != layout.signature


@pytest.mark.parametrize("spoilt", ["", "{}", "[]", '{"columns": 5}', "nonsense"])
def test_what_cannot_be_recalled_leaves_the_layout_as_it_is(spoilt: str) -> None:
    with Workspace.in_memory() as workspace:
        layout = laid_out(workspace, "Date\tMeasure\tValue\n2025-11-08\tARR\t5")
        assert remembering.recalled(layout, spoilt) == layout


def test_pasted_rows_are_parted_by_tabs_before_commas() -> None:
    (sheet,) = reading.read_text("Date\tValue\n8 Nov 2025\t1,097\n").sheets
    assert list(sheet.rows) == [["Date", "Value"], ["8 Nov 2025", "1,097"]]
