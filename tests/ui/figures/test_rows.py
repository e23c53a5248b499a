"""Which rows a step touches."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.domain.measures import RET
from desktop_app.domain.steps import Step
from desktop_app.ui.figures.rows import FigureRows
from tests.domain.ledgers import figure
from tests.ui.figures.conftest import ITV, Desk


def test_only_what_rows_say_of_a_source_has_all_of_them_made_anew(desk: Desk) -> None:
    steps: list[Step] = []
    desk.workspace.subscribe(steps.append)
    context = desk.page.context
    rows = FigureRows(context.lens, desk.workspace, context.checking)
    noted = replace(ITV, note="Whole edition imported.")
    with desk.workspace.change("edit source") as work:
        work.put(noted)
        work.put(figure(RET, "80", "2025-11-10", ITV, id="ret-80", revises="ret-75"))
    with desk.workspace.change("edit source") as work:
        work.put(replace(noted, publisher="ITV"))
    assert [rows.take(step) for step in steps] == [["ret-80", "ret-75"], None]
