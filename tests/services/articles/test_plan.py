"""What a pasted article would add: beside what is there, and without adding it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain import measures
from desktop_app.domain.amounts import Amount
from desktop_app.domain.dates import Obtained, PartialDate
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Basis
from desktop_app.services.articles import plan
from desktop_app.services.articles.plan import Row, State
from desktop_app.services.workspace import Workspace
from tests.domain.articles.texts import FERRIES, UNDATED

TODAY = date(2026, 11, 1)


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with Workspace.in_memory() as opened:
        yield opened


def rows_of(workspace: Workspace, text: str = FERRIES, day: date | None = None) -> dict[str, Row]:
    """The rows of the article's body by amount and measure."""
    article = plan.read(workspace, text, day=day)
    rows = plan.plan(workspace, article, TODAY)
    return {
        f"{row.candidate.amount} {row.candidate.measure}": row
        for row in reversed(rows)
        if row.candidate.reference is None
    }


def test_what_is_new_and_whole_is_ticked(workspace: Workspace) -> None:
    rows = rows_of(workspace)
    row = rows["3412 ARR"]
    assert (row.state, row.ticked) == (State.NEW, True)
    assert row.figure is not None
    assert row.figure.amount_words == "3,412"
    assert row.figure.period_words == "By 8 March 2026"
    assert workspace.count(Figure) == 0


def test_without_a_date_it_is_left_for_somebody_to_tick(workspace: Workspace) -> None:
    row = rows_of(workspace)["<=40 TGT_RET_WK"]
    assert (row.state, row.ticked, row.may_be_added) == (State.NEW, False, True)


def test_the_same_figure_further_up_makes_the_later_one_known(workspace: Workspace) -> None:
    article = plan.read(workspace, FERRIES)
    listed = [row for row in plan.plan(workspace, article, TODAY) if row.candidate.reference == 2]
    assert {row.state for row in listed if row.figure} == {State.SAME}
    assert not any(row.ticked for row in listed)


def test_a_figure_that_is_there_is_not_ticked(workspace: Workspace) -> None:
    there = Figure(
        measure=measures.ARR,
        amount=Amount.exactly(3412),
        basis=Basis.CUMULATIVE,
        counted_since=PartialDate("2026-01-01"),
        period=PartialDate("2026-03-08"),
    )
    with workspace.change("record figure") as work:
        work.put(there)
    row = rows_of(workspace)["3412 ARR"]
    assert (row.state, row.ticked, row.twin) == (State.SAME, False, workspace.get(Figure, there.id))


def test_one_that_may_be_the_same_says_which(workspace: Workspace) -> None:
    near = Figure(
        measure=measures.ARR,
        amount=Amount.about(640),
        period=PartialDate("2026-03-13/2026-03-15"),
    )
    with workspace.change("record figure") as work:
        work.put(replace(near, amount=Amount.exactly(640)))
    assert rows_of(workspace)[">640 ARR"].state is State.LIKE


def test_a_relative_date_is_never_read_against_today(workspace: Workspace) -> None:
    rows = rows_of(workspace, UNDATED)
    assert {row.state for key, row in rows.items() if key.startswith((">9000", "~120", "98"))} == {
        State.INCOMPLETE
    }


def test_with_the_articles_day_it_is_kept_as_resolved(workspace: Workspace) -> None:
    row = rows_of(workspace, UNDATED, date(2026, 3, 19))[">9000 ARR"]
    assert row.figure is not None
    assert str(row.figure.period) == "2025"
    assert row.figure.period_words == "last year"
    assert row.figure.period_how is Obtained.RESOLVED


def test_a_changed_text_is_understood_anew(workspace: Workspace) -> None:
    row = rows_of(workspace)["<=40 TGT_RET_WK"]
    assert row.draft is not None
    changed = plan.understand(workspace, row.candidate, replace(row.draft, date="March 2026"), TODAY)
    assert changed.figure is not None
    assert str(changed.figure.period) == "2026-03"
    assert changed.ticked


def test_a_percentage_waits_for_a_measure_that_counts_percent(workspace: Workspace) -> None:
    (row,) = rows_of(workspace, "Arrivals rose by nearly 20% in 2025.").values()
    assert row.draft is not None
    assert (row.state, row.draft.measure) == (State.INCOMPLETE, "")
    forced = plan.understand(workspace, row.candidate, replace(row.draft, measure="ARR"), TODAY)
    assert forced.figure is None


def test_ranks_and_rules_become_statements_and_event_dates_only_a_hint(workspace: Workspace) -> None:
    states = [row.state for row in plan.plan(workspace, plan.read(workspace, FERRIES), TODAY)]
    assert states.count(State.STATEMENT) == 2
    assert State.LOOK in states


def test_a_word_of_a_measures_name_does_not_make_it_that_measure(workspace: Workspace) -> None:
    article = plan.read(workspace, "Of the scheme, 120 people were returned.", labels={"RET": "Returned"})
    assert [each.measure for each in article.offered] == ["RET"]
