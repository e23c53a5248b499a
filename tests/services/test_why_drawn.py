"""Why one of several figures is drawn: the rule that decided, and what happens when people decide."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.flows import flow
from desktop_app.domain.measures import ADM, ARR, RET
from desktop_app.domain.readings import Known
from desktop_app.domain.series import running_totals
from desktop_app.domain.standing import Standing, Why
from desktop_app.services import figures
from desktop_app.services.why_drawn import why_drawn
from desktop_app.services.workspace import Workspace
from tests.domain.ledgers import BLOG, GOV_UK, HOME_OFFICE, PAPER, SOURCES, Ledger, figure
from tests.ui.pages import example_workspace


def stands(one: Figure, *others: Figure) -> tuple[Standing, tuple[Why, ...]]:
    drawing = why_drawn(Ledger(one, *others), one)
    return drawing.standing, drawing.reasons


PLAIN = figure(RET, "94", "2025-11-07", PAPER, id="plain", published="2025-11-07")


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        (figure(RET, "95", "2025-11-07", BLOG, id="a"), Why.RELIABILITY),
        (figure(RET, "95", "2025-11-07", PAPER, id="a", published="2025-11-09"), Why.EARLIER),
        (figure(RET, "95", "2025-11-07", PAPER, id="z", published="2025-11-07"), Why.FIRST_KEPT),
    ],
)
def test_what_decided_is_told(other: Figure, reason: Why) -> None:
    assert stands(PLAIN, other) == (Standing.DRAWN, (reason,))
    drawing = why_drawn(Ledger(PLAIN, other), other)
    assert (drawing.standing, drawing.drawn, drawing.reasons) == (Standing.BESIDE, PLAIN, (reason,))
    assert drawing.rivals == (PLAIN,)


def test_official_statistics_come_before_grades_and_rank_before_all() -> None:
    official = figure(ARR, "503", "2025-11-08", HOME_OFFICE, id="o")
    press = figure(ARR, "500", "2025-11-08", GOV_UK, id="p")
    assert stands(official, press) == (Standing.DRAWN, (Why.OFFICIAL,))
    total = figure(RET, "95", "2025-11-07", BLOG, id="b", rank=Rank.PREFERRED, rank_reason="checked")
    assert stands(total, PLAIN) == (Standing.DRAWN, (Why.PREFERRED,))


def test_what_is_on_no_line_says_why() -> None:
    assert stands(PLAIN) == (Standing.ALONE, ())
    assert stands(replace(PLAIN, rank=Rank.DEPRECATED))[0] is Standing.DEPRECATED
    later = replace(figure(RET, "95", "2025-11-07", PAPER, id="later"), revises="plain")
    drawing = why_drawn(Ledger(PLAIN, later), PLAIN)
    assert (drawing.standing, drawing.revised_by) == (Standing.REVISED, later)
    assert stands(figure(ADM, "57", ""))[0] is Standing.NO_DATE


def test_a_vague_figure_yields_to_an_exact_one() -> None:
    vague = figure(RET, "94", "[2025-11-01..2025-11-10]", GOV_UK, id="vague")
    standing, reasons = stands(PLAIN, vague)
    assert standing is Standing.DRAWN
    assert reasons in ((Why.CLOSER_DATES,), ())


def test_preferring_one_takes_the_preference_from_the_other_in_one_step() -> None:
    with Workspace.in_memory() as workspace:
        with workspace.change("record figures") as work:
            work.put_all(SOURCES)
            kept = work.put(PLAIN)
            other = work.put(figure(RET, "95", "2025-11-07", BLOG, id="b"))
        figures.set_rank(workspace, kept, Rank.PREFERRED, "the letter says so")
        figures.set_rank(workspace, other, Rank.PREFERRED, "a later letter")
        ranks = {one.id: (one.rank, one.rank_reason) for one in workspace.every(Figure)}
        assert ranks == {"plain": (Rank.NORMAL, ""), "b": (Rank.PREFERRED, "a later letter")}
        workspace.undo()
        first = workspace.get(Figure, "plain")
        assert first is not None
        assert (first.rank, first.rank_reason) == (Rank.PREFERRED, "the letter says so")


def test_every_figure_of_the_example_that_is_in_a_reading_is_found_there() -> None:
    with example_workspace() as workspace:
        ledger = Known(workspace)
        in_readings = set()
        for measure in ledger.measures:
            for series in (flow(ledger, measure), *running_totals(ledger, measure)):
                in_readings.update(series.inputs)
        stood = {
            one.id: why_drawn(ledger, one).standing in (Standing.ALONE, Standing.DRAWN, Standing.BESIDE)
            for one in workspace.every(Figure)
        }
        assert {id for id, found in stood.items() if found} == in_readings
