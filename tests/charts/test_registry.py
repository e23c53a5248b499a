"""The register of charts: each has a name of its own, is built from a view alone, and can be drawn."""

from __future__ import annotations

import pytest

from desktop_app.charts import registry
from desktop_app.charts.asked import Asked
from desktop_app.charts.files import export
from desktop_app.charts.looks.palette import LIGHT
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.registry import ChartKind
from desktop_app.domain.measures import ARR
from desktop_app.words.formats import PlainFormats
from tests.charts.case_records import FOUNDING, records
from tests.charts.samples import SCHEME, TODAY, ledger
from tests.domain.ledgers import HOME_OFFICE, Ledger, figure

pytestmark = pytest.mark.usefixtures("qapp")

EVERY = pytest.mark.parametrize("kind", registry.kinds(), ids=registry.names())


def test_names_are_those_of_the_command_line() -> None:
    assert registry.names() == (
        "returns-arrivals",
        "balance",
        "pace",
        "share",
        "year-on-year",
        "vintages",
        "journeys",
        "time-to-return",
        "case-timelines",
        "dots",
        "who-says",
        "what-would-it-take",
    )
    assert registry.names()[0] == registry.FIRST
    assert registry.named("nonsense") is None


@EVERY
def test_each_is_built_drawn_and_said_from_a_view(kind: ChartKind) -> None:
    revised = figure(ARR, "9", "2025-07-01", HOME_OFFICE, published="2026-02-20", revises="ARR 2025-07-02")
    view = ledger(SCHEME, *records(FOUNDING), revised)
    chart = registry.build(kind.name, Asked(view, PlainFormats(), TODAY))
    assert kind.title()
    assert not chart.is_empty
    assert chart.headline
    assert chart.footer
    assert 0 < len(chart.alt) <= 200
    assert export.rendered(chart, ".png", style=ChartStyle.export(LIGHT), size=(400, 300))


@EVERY
def test_each_says_something_of_nothing(kind: ChartKind) -> None:
    chart = kind.build(Asked(Ledger(), PlainFormats(), TODAY))
    assert chart.is_empty
    assert chart.headline
    assert chart.alt


def test_a_name_of_a_later_version_is_drawn_as_the_first() -> None:
    view = ledger(SCHEME)
    asked = Asked(view, PlainFormats(), TODAY)
    assert registry.build("of a later version", asked) == registry.build(registry.FIRST, asked)
