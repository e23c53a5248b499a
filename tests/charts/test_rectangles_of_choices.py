"""Like `test_rectangles`, of charts that are asked for otherwise: no text over another, the edge, or cut."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace

import pytest

from desktop_app.charts import export, registry
from desktop_app.charts.asked import Asked
from desktop_app.charts.choice import ChartChoice, Per, Scale, Subject
from desktop_app.charts.placing import Box
from desktop_app.charts.registry import Chart
from desktop_app.domain.measures import RET
from desktop_app.words.formats import PlainFormats
from tests.charts import dense, pseudo
from tests.charts.samples import TODAY
from tests.charts.test_rectangles import EVERYTHING, SIZES, styles

pytestmark = pytest.mark.usefixtures("qapp")

CHOICES: dict[str, tuple[str, ChartChoice]] = {
    "one axis": ("returns-arrivals", replace(EVERYTHING, scale=Scale.ONE_AXIS)),
    "steps of ten": ("returns-arrivals", replace(EVERYTHING, scale=Scale.LOG)),
    "months": ("pace", replace(EVERYTHING, per=Per.MONTH)),
    "a number": ("vintages", replace(EVERYTHING, subject=Subject(figure="vintage 2"))),
    "returned": ("who-says", replace(EVERYTHING, subject=Subject(measure=RET))),
}


@pytest.fixture(params=["English", "pseudo"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=CHOICES)
def chart(request: pytest.FixtureRequest, language: str) -> Iterator[Chart]:
    """One chart in one language, which is spoken while it is laid out."""
    name, choice = CHOICES[request.param]
    with nullcontext(PlainFormats()) if language == "English" else pseudo.spoken() as formats:
        yield registry.build(name, Asked(dense.ledger(), formats, TODAY, choice=choice))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_no_text_is_over_another_over_the_edge_or_cut(chart: Chart, size: tuple[int, int]) -> None:
    page = Box(0, 0, *size)
    for style in styles(size):
        texts = export.staged(chart, style, size).texts()
        for one in texts:
            assert one.box.within(page), one.text
            assert not one.text.endswith("…"), one.text
        for one, other in itertools.combinations(texts, 2):
            assert not one.box.grown(-0.25).meets(other.box.grown(-0.25)), (one.text, other.text)
