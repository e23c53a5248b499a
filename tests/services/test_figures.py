from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.amounts import Amount
from desktop_app.domain.dates import DayRange
from desktop_app.domain.figure_draft import FigureDraft
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.intervals import Interval
from desktop_app.domain.measures import ARR, RET, Basis
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.sources import Citation, Source
from desktop_app.domain.statements import Statement
from desktop_app.services import figure_company, figures
from desktop_app.services.workspace import Workspace
from tests.domain.ledgers import figure

TODAY = date(2026, 8, 22)
ANADOLU = Source(id="anadolu", publisher="Anadolu Ajansı")
DRAFT = FigureDraft(
    measure=RET, value="94", date="early nov 2025", basis=Basis.CUMULATIVE, since="2025-08-06",
    source="anadolu", source_id="anadolu",
)  # fmt: skip


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with Workspace.in_memory(who="mk") as workspace:
        put(workspace, ANADOLU, Source(id="paper", publisher="A paper"))
        yield workspace


def put(workspace: Workspace, *records: Source | Figure | Statement) -> None:
    with workspace.change("add sample") as work:
        for record in records:
            work.put(record)


def test_a_figure_is_kept_in_one_step_and_taken_back_in_one(workspace: Workspace) -> None:
    kept = figures.record(workspace, DRAFT, TODAY)
    assert workspace.get(Figure, kept.id) == kept
    assert kept.recorded
    assert workspace.undo_label == "record figure"
    workspace.undo()
    assert workspace.count(Figure) == 0


def test_a_new_source_comes_and_goes_with_its_figure(workspace: Workspace) -> None:
    kept = figures.record(workspace, replace(DRAFT, source="Le Figaro", source_id=""), TODAY)
    source = workspace.get(Source, kept.citations[0].source)
    assert source is not None
    assert source.publisher == "Le Figaro"
    workspace.undo()
    assert workspace.get(Source, source.id) is None


def test_two_dated_values_are_one_step_and_share_their_new_source(workspace: Workspace) -> None:
    named = replace(DRAFT, source="Le Figaro", source_id="")
    drafts = [replace(named, value="75", date="31 oct 2025"), named]
    kept = figures.record_all(workspace, drafts, TODAY)
    assert kept[0].citations == kept[1].citations
    assert workspace.undo_label == "record figures"
    workspace.undo()
    assert (workspace.count(Figure), workspace.count(Source)) == (0, 2)


def test_a_draft_with_a_blocking_problem_keeps_nothing(workspace: Workspace) -> None:
    with pytest.raises(ValueError):
        figures.record_all(workspace, [DRAFT, replace(DRAFT, value="1.2k")], TODAY)
    assert workspace.count(Figure) == 0


def test_an_edit_is_a_step_and_no_edit_is_none(workspace: Workspace) -> None:
    kept = figures.record(workspace, DRAFT, TODAY)
    revision = workspace.revision
    assert figures.revise(workspace, kept, FigureDraft.of(kept), TODAY) == kept
    assert workspace.revision == revision
    changed = figures.revise(workspace, kept, replace(FigureDraft.of(kept), value="95"), TODAY)
    assert changed.amount == Amount.exactly(95)
    assert len(workspace.history(Figure, kept.id)) == 2


def test_an_edit_of_a_figure_that_has_changed_meanwhile_is_refused(workspace: Workspace) -> None:
    kept = figures.record(workspace, DRAFT, TODAY)
    figures.revise(workspace, kept, replace(FigureDraft.of(kept), note="first"), TODAY)
    with pytest.raises(Refusal) as refused:
        figures.revise(workspace, kept, replace(FigureDraft.of(kept), note="second"), TODAY)
    assert refused.value.code is RefusalCode.CHANGED_MEANWHILE


def test_several_figures_are_deleted_in_one_step_that_undo_brings_back(workspace: Workspace) -> None:
    kept = figures.record_all(workspace, [DRAFT, replace(DRAFT, date="9 nov 2025")], TODAY)
    figures.remove(workspace, kept)
    assert workspace.count(Figure) == 0
    assert workspace.undo_label == "delete figures"
    workspace.undo()
    assert set(workspace.every(Figure)) == set(kept)


def test_deleting_leaves_no_link_to_what_is_gone(workspace: Workspace) -> None:
    first = figure(RET, "90", "2025-11-01", ANADOLU, id="first")
    second = figure(RET, "92", "2025-11-01", ANADOLU, id="second", revises="first")
    third = figure(RET, "94", "2025-11-01", ANADOLU, id="third", revises="second")
    answer = Statement(id="answer", speaker="A minister", words="It is 92.", answers=("second", "first"))
    put(workspace, first, second, third, answer)
    figures.remove(workspace, [second])
    left = workspace.get(Figure, "third")
    said = workspace.get(Statement, "answer")
    assert left is not None
    assert said is not None
    assert (left.revises, said.answers) == ("first", ("first",))
    workspace.undo()
    assert workspace.get(Figure, "third") == replace(third, recorded=left.recorded)


def test_a_rank_is_kept_with_its_reason(workspace: Workspace) -> None:
    kept = figures.record(workspace, DRAFT, TODAY)
    ranked = figures.set_rank(workspace, kept, Rank.DEPRECATED, " repeats an older total ")
    assert (ranked.rank, ranked.rank_reason) == (Rank.DEPRECATED, "repeats an older total")
    assert workspace.undo_label == "deprecate figure"
    normal = figures.set_rank(workspace, ranked, Rank.NORMAL)
    assert normal == kept


def test_a_second_source_is_added_to_the_figure_that_says_the_same(workspace: Workspace) -> None:
    kept = figures.record(workspace, DRAFT, TODAY)
    new = Source(publisher="Sky News")
    linked = figures.link_as_same(workspace, kept, new)
    assert linked.citations == (Citation("anadolu"), Citation(new.id))
    assert workspace.get(Source, new.id) == new
    revision = workspace.revision
    assert figures.link_as_same(workspace, linked, new) == linked
    assert workspace.revision == revision


@pytest.mark.parametrize(
    ("amount", "period", "fields", "is_like"),
    [
        ("94", "[2025-11-01..2025-11-10]", {}, True),
        ("94", "2025-11-05", {}, True),
        ("~94", "2025-11-05", {}, True),
        ("90..100", "2025-11-05", {}, True),
        ("95", "2025-11-05", {}, False),
        ("94", "2025-11-20", {}, False),
        (">70", "2025-11-05", {}, False),
        ("94", "2025-11-05", {"basis": Basis.FLOW}, False),
        ("94", "2025-11-05", {"rank": Rank.DEPRECATED}, False),
        ("94", "", {}, False),
    ],
)
def test_what_may_be_the_same_has_measure_basis_days_and_value_in_common(
    workspace: Workspace, amount: str, period: str, fields: dict[str, object], is_like: bool
) -> None:
    other = figure(RET, amount, period, ANADOLU, id="other", **fields)
    put(workspace, other)
    typed = figures.preview(workspace, DRAFT, TODAY)
    assert typed is not None
    assert [one.id for one in figure_company.duplicates_of(workspace, typed)] == ["other"] * is_like


def test_another_measure_is_never_the_same(workspace: Workspace) -> None:
    put(workspace, figure(ARR, "94", "2025-11-05", ANADOLU, basis=Basis.CUMULATIVE))
    typed = figures.preview(workspace, DRAFT, TODAY)
    assert typed is not None
    assert figure_company.duplicates_of(workspace, typed) == []


def test_a_running_total_is_told_against_the_one_before(workspace: Workspace) -> None:
    put(workspace, figure(RET, "75", "2025-10-31", ANADOLU), figure(RET, "42", "2025-10-19", ANADOLU))
    typed = figures.preview(workspace, DRAFT, TODAY)
    assert typed is not None
    change = figure_company.before(workspace, typed)
    assert change is not None
    assert (change.before.amount, change.difference) == (Amount.exactly(75), Interval(19, 19))
    assert change.days == DayRange(1, 10)


def test_totals_of_different_years_are_not_compared(workspace: Workspace) -> None:
    last_year = figure(
        ARR, "36816", "2024-12-31", ANADOLU, basis=Basis.CUMULATIVE, counted_since="2024-01-01"
    )
    put(workspace, last_year)
    typed = figure(ARR, "9", "2025-01-02", ANADOLU, basis=Basis.CUMULATIVE, counted_since="2025-01-01")
    assert figure_company.before(workspace, typed) is None


def test_other_readings_are_near_in_time_and_alike_in_length(workspace: Workspace) -> None:
    put(
        workspace,
        figure(RET, "75", "2025-10-31", ANADOLU, id="near"),
        figure(RET, "281", "2026-01-27", ANADOLU, id="far"),
        figure(ARR, "500", "2025-11-08", ANADOLU, id="day"),
        figure(ARR, "41472", "2025", ANADOLU, id="year"),
    )
    total = figure(RET, "94", "2025-11-05", ANADOLU)
    assert [one.id for one in figure_company.other_readings(workspace, total)] == ["near"]
    day = figure(ARR, "503", "2025-11-08", ANADOLU)
    assert [one.id for one in figure_company.other_readings(workspace, day)] == ["day"]
