"""How long the files of each chart take to be made, from the chart to the bytes, in time of the processor.

It is work of one thread that waits for nothing: an idle machine takes as long by the clock.
"""

from __future__ import annotations

import statistics
import time

import gallery
import pytest

from desktop_app.charts import registry
from desktop_app.charts.files import export
from desktop_app.charts.looks.palette import LIGHT
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.registry import Chart
from tests.benchmarks.conftest import Tell
from tests.charts.samples import eight_years

pytestmark = [pytest.mark.benchmark, pytest.mark.usefixtures("qapp")]

SIZE, SCALE = (1200, 750), 2.5
GOALS_MS = {".png": 300, ".svg": 50, ".pdf": 50}
"""PNG is 3,000 pixels wide."""
NEVER = 2
"""So many times a goal is a fault and no mood of the machine."""
ROUNDS = 5
EACH_DAY = "eight years of days"


@pytest.fixture(scope="module")
def charts(qapp: object) -> dict[str, Chart]:
    return {**gallery.built(gallery.newest_edition()), EACH_DAY: eight_years(each_day=True)}


@pytest.mark.parametrize("kind", export.KINDS)
@pytest.mark.parametrize("name", [*registry.names(), EACH_DAY])
def test_a_file_of_a_chart(charts: dict[str, Chart], name: str, kind: str, tell: Tell) -> None:
    style = ChartStyle.export(LIGHT, SIZE)
    scale = SCALE if kind == ".png" else 1.0

    def milliseconds() -> float:
        begun = time.process_time()
        export.rendered(charts[name], kind, style=style, size=SIZE, scale=scale)
        return (time.process_time() - begun) * 1e3

    first = milliseconds()
    middle = statistics.median(milliseconds() for _ in range(ROUNDS))
    goal = GOALS_MS[kind]
    tell(
        f"{name} as {kind[1:].upper()} (first: {first:.0f} ms)",
        f"{middle:.0f} ms",
        f"goal: {goal} ms",
        middle,
        goal,
    )
    assert middle <= goal * NEVER
