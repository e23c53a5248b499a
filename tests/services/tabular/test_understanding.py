"""What every row of a table comes to, before anything is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.amounts import Amount, Comparator
from desktop_app.domain.dates import by, on_day, span
from desktop_app.domain.figure_draft import FigureDraft
from desktop_app.domain.figures import Status
from desktop_app.domain.measures import Basis
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services import figures
from desktop_app.services.tabular import applying
from desktop_app.services.tabular.targets import Target
from desktop_app.services.tabular.understanding import State
from desktop_app.services.workspace import Workspace
from tests.services.tabular.tables import TODAY, laid_out, planned

HEAD = "Date\tMeasure\tValue\tSource\n"


def test_a_row_is_shown_as_read_and_as_understood() -> None:
    text = (
        "Date\tMeasure\tValue\tSpeaker\tStatus\tNote\n"
        "8 Nov 2025\tarrivals\tmore than 1,700\tHome Office\tP\tx"
    )
    with Workspace.in_memory() as workspace:
        (row,) = planned(workspace, text)
        assert row.cells[:3] == ("8 Nov 2025", "arrivals", "more than 1,700")
        figure = row.figure
        assert figure is not None
        assert figure.amount == Amount.of(Comparator.MORE_THAN, 1_700)
        assert (figure.measure, figure.period, figure.period_words) == (
            "ARR",
            on_day(date(2025, 11, 8)),
            "8 Nov 2025",
        )
        assert (figure.speaker, figure.status, figure.note) == ("Home Office", Status.PROVISIONAL, "x")
        assert figure.published == by(TODAY)
        assert (row.state, row.ticked, row.number) == (State.NEW, True, 2)


def test_a_draft_from_a_row_makes_the_same_figure_as_typing_it() -> None:
    text = "Date\tMeasure\tValue\tSince\tPublished\n6 Nov 2025\tRET\t94\t2025-08-06\t2025-11-07"
    with Workspace.in_memory() as workspace:
        (row,) = planned(workspace, text)
        draft = FigureDraft(
            measure="RET",
            value="94",
            date="6 Nov 2025",
            basis=Basis.CUMULATIVE,
            since="2025-08-06",
            published="2025-11-07",
        )
        typed = figures.preview(workspace, draft, TODAY)
        assert typed is not None
        assert row.figure is not None
        assert replace(row.figure, id="", recorded="") == replace(typed, id="", recorded="")


def test_what_is_known_already_and_what_is_like_it_stand_unticked_and_name_their_twin() -> None:
    with Workspace.in_memory() as workspace:
        first = planned(workspace, HEAD + "2025-11-08\tARR\t503\tGOV.UK")
        applying.apply(workspace, first)
        again = planned(
            workspace,
            HEAD + "2025-11-08\tARR\t503\tGOV.UK\n2025-11-08\tARR\t503\tPA\n2025-11-08\tARR\t600\tPA\n",
        )
        assert [row.state for row in again] == [State.SAME, State.LIKE, State.NEW]
        assert [row.ticked for row in again] == [False, False, True]
        assert again[0].twin == again[1].twin != ""


def test_a_row_that_repeats_an_earlier_one_names_it() -> None:
    with Workspace.in_memory() as workspace:
        plan = planned(workspace, HEAD + "2025-11-08\tARR\t503\tPA\n" * 2)
        assert [(row.state, row.twin_row) for row in plan] == [(State.NEW, None), (State.SAME, 2)]


def test_a_weekday_of_another_year_is_told_with_the_nearest_day_that_fits_and_never_changed() -> None:
    with Workspace.in_memory() as workspace:
        plan = planned(workspace, HEAD + "2025-11-08\tARR\t503\tPA\nMonday 9 November 2025\tARR\t349\tPA")
        assert plan[1].state is State.UNREADABLE
        assert [problem.code for problem in plan[1].problems] == ["wrong weekday"]
        assert plan[1].suggestion == "2026-11-09"
        assert plan[1].draft.date == "Monday 9 November 2025"


def test_a_week_is_a_week() -> None:
    with Workspace.in_memory() as workspace:
        (row,) = planned(workspace, "Week ending\tPeople prevented\n9 Nov 2025\t199")
        assert row.figure is not None
        assert row.figure.period == span(date(2025, 11, 3), date(2025, 11, 9))


def test_two_columns_of_days_are_a_period_and_two_of_numbers_a_range() -> None:
    text = (
        "From date\tTo date\tMeasure\tLow\tHigh\n2025-11-06\t2025-11-08\tARR\t1700\t1800\n"
        "2025-11-09\t2025-11-09\tARR\t5\t5"
    )
    with Workspace.in_memory() as workspace:
        plan = planned(workspace, text)
        figures_made = [row.figure for row in plan]
        assert [str(each.period) for each in figures_made if each] == ["2025-11-06/2025-11-08", "2025-11-09"]
        assert [each.amount for each in figures_made if each] == [
            Amount.between(1700, 1800),
            Amount.exactly(5),
        ]


def test_a_wide_table_gives_a_value_for_each_column() -> None:
    with Workspace.in_memory() as workspace:
        plan = planned(
            workspace, "Date\tMigrants arrived\tBoats arrived\n2025-11-08\t503\t8\n2025-11-09\t-\t6"
        )
        assert [(row.number, row.column, row.state) for row in plan] == [
            (2, "Migrants arrived", State.NEW),
            (2, "Boats arrived", State.NEW),
            (3, "Migrants arrived", State.LEFT_OUT),
            (3, "Boats arrived", State.NEW),
        ]


def test_names_of_measures_that_nobody_knows_can_be_told() -> None:
    with Workspace.in_memory() as workspace:
        text = HEAD + "2025-11-08\tfootfall\t503\tPA"
        layout = laid_out(workspace, text)
        plan = planned(workspace, text, layout)
        assert plan.unknown_measures == ("footfall",)
        told = planned(workspace, text, replace(layout, named=(("footfall", "ARR"),)))
        assert [row.state for row in told] == [State.NEW]


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Date\tMeasure\tWord\n2025-11-08\tARR\tx", None),
        ("Date\tValue\n2025-11-08\t5", "measure_of"),
        (HEAD + "3/4/2025\tARR\t5\tPA\n5/6/2025\tARR\t6\tPA", "day"),
        (HEAD + "2025-11-08\tARR\t38.726\tPA", "number"),
    ],
)
def test_what_is_open_is_asked_for_and_nothing_is_guessed(text: str, fact: str | None) -> None:
    with Workspace.in_memory() as workspace, pytest.raises(Refusal) as caught:
        planned(workspace, text)
    assert caught.value.code is RefusalCode.UNDECIDED
    assert fact is None or fact in caught.value.values


def test_columns_can_be_left_out() -> None:
    with Workspace.in_memory() as workspace:
        text = HEAD + "2025-11-08\tARR\t503\tPA"
        layout = laid_out(workspace, text).with_target(3, None)
        (row,) = planned(workspace, text, layout)
        assert layout.of(Target.SOURCE) == ()
        assert row.figure is not None
        assert row.figure.citations == ()


def test_a_file_is_cited_with_the_cell_where_no_row_names_a_source() -> None:
    with Workspace.in_memory() as workspace:
        plan = planned(workspace, "Date\tMeasure\tValue\n2025-11-08\tARR\t503", name="daily.csv")
        assert plan[0].figure is not None
        (citation,) = plan[0].figure.citations
        (source,) = plan.new_sources
        assert (citation.source, citation.locator, source.title) == (source.id, "C2", "daily.csv")


def test_cancelling_stops_the_reading() -> None:
    from desktop_app.services.tabular import reading, understanding

    with Workspace.in_memory() as workspace:
        text = HEAD + "2025-11-08\tARR\t503\tPA"
        (sheet,) = reading.read_text(text).sheets
        with pytest.raises(Refusal) as caught:
            understanding.understand(
                workspace, sheet, laid_out(workspace, text), TODAY, cancelled=lambda: True
            )
    assert caught.value.code is RefusalCode.CANCELLED
