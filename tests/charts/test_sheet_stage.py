"""Sheets at every size: nothing over the edge, no box over another, no words over words, one geometry."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from desktop_app.charts.drawing.sheet_stage import SheetArrangement, SheetStage, arrange_sheet
from desktop_app.charts.files import export
from desktop_app.charts.kinds import journeys, time_to_return
from desktop_app.charts.layout.forms import Form
from desktop_app.charts.layout.lettering import Lettering
from desktop_app.charts.looks.palette import DARK, LIGHT
from desktop_app.charts.looks.style import ChartStyle, Part
from desktop_app.charts.placing import Box
from desktop_app.charts.sheets import Flow, Sheet
from tests.charts.case_records import FOUNDING, LEGAL, REFUSED, Happened, asked, records
from tests.domain.ledgers import Ledger

pytestmark = pytest.mark.usefixtures("qapp")

SIZES = ((600, 380), (1280, 720), (1920, 1080), (1123, 794), (1080, 1080))
CASES = (FOUNDING, FOUNDING, REFUSED, LEGAL, FOUNDING[:2], REFUSED[:2], REFUSED[:3])


def sheet(name: str, *cases: tuple[Happened, ...]) -> Sheet:
    build = {"journeys": journeys.build, "time-to-return": time_to_return.build}[name]
    return build(asked(Ledger(*records(*cases))))


def arranged(of: Sheet, size: tuple[int, int], style: ChartStyle | None = None) -> SheetArrangement:
    style = style or ChartStyle.export(LIGHT, size)
    return arrange_sheet(of, style, Lettering(), *size)


def boxes(arrangement: SheetArrangement) -> list[Box]:
    """The boxes of a flow, as they are pointed at."""
    return [spot.box for spot in arrangement.laid.spots if spot.key.startswith("stage")]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["journeys", "time-to-return"])
def test_everything_is_inside_and_no_words_cover_others(name: str, size: tuple[int, int]) -> None:
    for cases in (CASES, (FOUNDING,), CASES * 4):
        there = arranged(sheet(name, *cases), size)
        area = Box(0, 0, *size)
        words = [*there.texts, *there.laid.words]
        for word in words:
            assert word.box.within(area), word
        for one, other in itertools.combinations(there.laid.words, 2):
            assert not one.box.grown(-0.5).meets(other.box.grown(-0.5)), (one.text, other.text)
        for form in there.laid.forms:
            if isinstance(form, Form):
                for x, y in form.points:
                    assert -1 <= x <= size[0] + 1
                    assert -1 <= y <= size[1] + 1


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(CASES), min_size=1, max_size=12))
def test_no_ribbon_runs_over_a_box_that_it_passes(cases: list[tuple[Happened, ...]]) -> None:
    of = sheet("journeys", *cases)
    there = arranged(of, (1280, 720))
    assert isinstance(of.body, Flow)
    found = boxes(there)
    assert len(found) == sum(len(band.nodes) for band in of.body.bands)
    for one, other in itertools.combinations(found, 2):
        assert not one.meets(other)
    ribbons = [spot for spot in there.laid.spots if spot.key.startswith("way")]
    for box in found:
        inner = box.grown(-0.5)
        assert not any(ribbon.box.meets(inner) for ribbon in ribbons), box


def test_a_box_is_as_wide_as_its_number() -> None:
    there = arranged(sheet("journeys", FOUNDING, REFUSED), (1280, 720))
    widths = {spot.key: spot.box.width for spot in there.laid.spots}
    assert widths["stage returned"] == pytest.approx(2 * widths["stage arrived again"])
    assert widths["stage detained"] == pytest.approx(2 * widths["stage readmission accepted"])
    ribbon = widths["way detained > readmission requested"]
    assert ribbon == pytest.approx(widths["stage detained"])


@pytest.mark.parametrize("name", ["journeys", "time-to-return"])
def test_a_low_picture_gives_up_words_before_the_drawing(name: str) -> None:
    there = arranged(sheet(name, *CASES), (600, 260), ChartStyle.page(LIGHT))
    assert not there.style.has(Part.SUBTITLE)
    assert there.body.height > 100


@pytest.mark.parametrize("name", ["journeys", "time-to-return"])
def test_screen_and_file_are_drawn_alike(name: str) -> None:
    of, size = sheet(name, *CASES), (900, 600)
    style = ChartStyle.export(DARK, size)
    png = QImage.fromData(export.rendered(of, ".png", style=style, size=size))
    stage = SheetStage(style, *size)
    stage.show(of)
    screen = QImage(900, 600, QImage.Format.Format_RGB32)
    painter = QPainter(screen)
    stage.render(painter, QRectF(0, 0, 900, 600))
    painter.end()
    assert png.convertToFormat(QImage.Format.Format_RGB32) == screen


@pytest.mark.parametrize("kind", [".svg", ".pdf"])
def test_files_hold_title_and_words_as_text(kind: str) -> None:
    of = sheet("journeys", *CASES)
    data = export.rendered(of, kind, style=ChartStyle.export(LIGHT), size=(1200, 750))
    assert len(data) > 1000
    if kind == ".svg":
        text = data.decode()
        assert of.headline in text
        assert "Returned to France" in text
