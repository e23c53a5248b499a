"""A look at a day beside the lens shows what was known on it, also after steps and other days."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop_app.charts import registry
from desktop_app.charts.asked import Asked
from desktop_app.domain.amounts import Amount
from desktop_app.domain.dates import on_day
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import RET, Basis
from desktop_app.domain.readings import Known, known
from desktop_app.domain.series import running_totals
from desktop_app.domain.views import KnownOn, SafeToShow, Seen, Sight, View
from desktop_app.ui.presenter import drawing
from desktop_app.words.formats import PlainFormats
from tests.ui.pages import TODAY, context_for, example_workspace

pytestmark = pytest.mark.usefixtures("qapp")

FORMATS = PlainFormats()
DAYS = [date(2025, 11, 7), date(2026, 2, 9), date(2025, 11, 20), date(2025, 10, 1), date(2026, 6, 1)]


def total(number: int, day: date) -> Figure:
    return Figure(
        measure=RET,
        basis=Basis.CUMULATIVE,
        amount=Amount.exactly(number),
        period=on_day(day),
        published=on_day(day),
    )


def test_it_follows_days_and_steps(tmp_path: Path) -> None:
    with example_workspace() as workspace:
        context = context_for(workspace, tmp_path)
        aside = context.lens.aside()
        for number, day in enumerate(DAYS):
            with workspace.change("record figure") as work:
                work.put(total(1_000 + number, day))
            angle = drawing.angle(context, day, aside)
            then = KnownOn(workspace, day)
            for view, anew in ((angle.view, then), (angle.public, SafeToShow(then))):
                assert running_totals(known(view), RET) == running_totals(Known(anew), RET)
                for name in registry.names():
                    assert built(name, view, day) == built(name, anew, day), name
        context.bridge.close()


def built(name: str, view: View, day: date) -> object:
    return registry.build(name, Asked(view, FORMATS, TODAY, Seen(Sight.KNOWN_ON, day)))


def test_another_day_of_the_lens_leaves_it_where_it_is(tmp_path: Path) -> None:
    with example_workspace() as workspace:
        context = context_for(workspace, tmp_path)
        aside = context.lens.aside()
        view, _public = aside.on(DAYS[0])
        before = running_totals(known(view), RET)
        context.lens.turn(Seen(Sight.KNOWN_ON, DAYS[-1]))
        assert running_totals(known(view), RET) is before
        context.bridge.close()
