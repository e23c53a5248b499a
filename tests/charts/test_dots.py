"""One dot per person: as many dots as people, none over another, those returned told without colour."""

from __future__ import annotations

import time
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from desktop_app.charts.asked import Asked
from desktop_app.charts.bodies import People
from desktop_app.charts.drawing.sheet_stage import SheetStage, arrange_sheet
from desktop_app.charts.files import export
from desktop_app.charts.kinds import dots
from desktop_app.charts.layout.dots_layout import best_grid, lay_dots
from desktop_app.charts.layout.forms import paint_forms
from desktop_app.charts.layout.lettering import Lettering
from desktop_app.charts.looks.palette import DARK, LIGHT
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.marks.dot_painting import LARGE, Dot, DotGrid, kinds_of
from desktop_app.charts.placing import Box
from desktop_app.charts.sheets import Sheet
from desktop_app.domain.measures import RET
from desktop_app.words.formats import PlainFormats
from tests.charts import rasters
from tests.charts.samples import SCHEME, TODAY, days, ledger
from tests.domain.ledgers import Ledger, daily, figure

pytestmark = pytest.mark.usefixtures("qapp")

SIZES = ((320, 240), (1280, 720), (1123, 794), (1080, 1920), (3840, 2160))
COUNTS = st.integers(0, 3000)


def made(view: Ledger) -> Sheet:
    return dots.build(Asked(view, PlainFormats(), TODAY))


def grid_of(people: People, box: Box) -> DotGrid:
    (form,) = lay_dots(people, box, ChartStyle.export(LIGHT)).forms
    assert isinstance(form, DotGrid)
    return form


def people_of(sheet: Sheet) -> People:
    assert isinstance(sheet.body, People)
    return sheet.body


@pytest.mark.parametrize("size", SIZES)
def test_there_are_exactly_as_many_dots_as_people_at_any_size(size: tuple[int, int]) -> None:
    sheet = made(ledger(SCHEME))
    there = arrange_sheet(sheet, ChartStyle.export(LIGHT, size), Lettering(), *size)
    (grid,) = there.laid.forms
    assert isinstance(grid, DotGrid)
    assert np.count_nonzero(kinds_of(grid)) == people_of(sheet).count
    assert grid.box.within(there.body)
    assert LARGE <= 0.5  # a dot stays within its cell, and cells do not overlap


@given(COUNTS, COUNTS, COUNTS, COUNTS, st.floats(20, 4000), st.floats(20, 4000))
def test_every_person_has_one_cell_inside_the_box(
    returned: int, maybe: int, arrived: int, maybe_arrived: int, width: float, height: float
) -> None:
    people = People(returned, maybe, max(arrived, returned), maybe_arrived)
    box = Box(3, 5, width, height)
    laid = lay_dots(people, box, ChartStyle.export(LIGHT))
    if not people.count:
        assert not laid.forms
        return
    grid = grid_of(people, box)
    kinds = kinds_of(grid)
    assert np.count_nonzero(kinds) == people.count
    assert np.count_nonzero(kinds == Dot.RETURNED) == returned
    assert np.count_nonzero(kinds == Dot.MAYBE_RETURNED) == maybe
    assert grid.box.within(box)


@given(st.integers(1, 60_000), st.floats(50, 4000), st.floats(50, 4000))
def test_the_dots_fill_the_area(count: int, width: float, height: float) -> None:
    columns, cell = best_grid(count, width, height)
    rows = -(-count // columns)
    assert columns * cell <= width * 1.001
    assert rows * cell <= height * 1.001
    if count >= 400 and 0.25 < width / height < 4:
        assert count * cell * cell >= 0.8 * width * height


def pictured(people: People, size: tuple[int, int], scale: float = 1.0) -> np.ndarray:
    """The lightness of every pixel of the dots alone."""
    grid = grid_of(people, Box(0, 0, *size))
    image = QImage(round(size[0] * scale), round(size[1] * scale), QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_forms(painter, (grid,), ChartStyle.export(LIGHT))
    painter.end()
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return lines[:, : image.width()].copy()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_each_dot_is_seen_apart_from_its_neighbours(scale: float) -> None:
    people = People(30, 0, 900)
    dark = pictured(people, (600, 400), scale) < 190
    # Count the runs of ink across the middle of each row: one for each dot.
    grid = grid_of(people, Box(0, 0, 600, 400))
    found = 0
    for row in range(grid.rows):
        line = dark[int((row + 0.5) * grid.cell * scale)]
        found += np.count_nonzero(np.diff(line.astype(int), prepend=0) == 1)
    assert found == people.count


def test_those_returned_are_told_without_colour() -> None:
    grey = pictured(People(12, 6, 200), (600, 400))
    grid = grid_of(People(12, 6, 200), Box(0, 0, 600, 400))
    kinds = kinds_of(grid)

    def ink(kind: Dot) -> float:
        rows, columns = np.nonzero(kinds == kind)
        cell = grid.cell
        each = [
            (255 - grey[int(r * cell) : int((r + 1) * cell), int(c * cell) : int((c + 1) * cell)]).mean()
            for r, c in zip(rows, columns, strict=True)
        ]
        return float(np.mean(each))

    assert ink(Dot.RETURNED) > 2.5 * ink(Dot.ARRIVED)
    row, column = (int(found[0]) for found in np.nonzero(kinds == Dot.MAYBE_RETURNED))
    middle = grey[int((row + 0.5) * grid.cell), int((column + 0.5) * grid.cell)]
    assert middle == 255, "a ring is hollow"


def test_fifty_thousand_dots_are_drawn_within_50_ms() -> None:
    size = (1920, 1080)
    sheet = made(ledger(SCHEME))
    stage = SheetStage(ChartStyle.presenter(DARK), *size)
    image = QImage(*size, QImage.Format.Format_RGB32)
    took = []
    for extra in range(5):
        many = Sheet(sheet.name, sheet.headline, "", "", "", People(305, 40, 50_000 + extra), sheet.table)
        stage.show(many)
        assert stage.arrangement is not None
        began = time.process_time()
        painter = QPainter(image)
        stage.render(painter, QRectF(0, 0, *size))
        painter.end()
        took.append(time.process_time() - began)
    assert min(took) < 0.05


def test_words_say_who_of_how_many_and_n_in_1000() -> None:
    sheet = made(ledger(SCHEME))
    people = people_of(sheet)
    assert people.returned == 305
    assert sheet.headline == f"305 of {people.arrived:,} people who arrived were returned"
    assert f"{round(305 / people.arrived * 1000)} in 1,000." in sheet.subtitle
    assert len(sheet.headline.split()) <= 12
    lines = {line.key: line for line in sheet.table.lines}
    assert lines["returned"].values["low"] == 305
    assert lines["returned"].values["figures"] == f"{RET} 2026-02-09"
    assert lines["arrived"].values["high"] == people.arrived
    assert len(lines["arrived"].records) == (date(2026, 2, 9) - date(2025, 8, 6)).days + 1


def test_a_range_is_drawn_as_rings_and_said() -> None:
    view = Ledger(
        SCHEME,
        *days(date(2025, 8, 6), date(2025, 11, 5)),
        figure(RET, "75..94", "2025-11-05", id="range"),
    )
    sheet = made(view)
    assert (people_of(sheet).returned, people_of(sheet).maybe_returned) == (75, 19)
    assert [entry.text for entry in sheet.key][:2] == ["75 returned", "may be returned: 19 more"]
    assert "between 75 and 94" in sheet.headline.lower()


def test_an_open_end_and_missing_days_are_said() -> None:
    view = Ledger(
        SCHEME,
        *daily("2025-08-06", [100, None, 300, 20]),
        figure(RET, ">10", "2025-08-09"),
    )
    sheet = made(view)
    assert people_of(sheet).arrived == 420
    assert sheet.headline == "More than 10 of at least 420 people who arrived were returned"
    assert "1 day has no record" in sheet.subtitle
    assert sheet.key[0].text == "at least 11 returned"
    assert {note.code for note in sheet.notes} == {"missing days", "open end"}
    line = sheet.table.lines[-1]
    assert (line.values["low"], line.values["high"], line.values["days_missing"]) == (420, None, 1)


@pytest.mark.parametrize("amount", ["5", "5..9", ">5", "<9", "~7", "5..400"])
@pytest.mark.parametrize("missing", [True, False])
def test_a_headline_has_at_most_twelve_words(amount: str, missing: bool) -> None:
    counts = [100, None, 300] if missing else [100, 200, 300]
    view = Ledger(SCHEME, *daily("2025-08-06", counts), figure(RET, amount, "2025-08-08"))
    sheet = made(view)
    assert len(sheet.headline.split()) <= 12
    assert len(sheet.alt) <= 200
    assert people_of(sheet).count >= 400


def test_a_file_of_very_many_dots_is_small_and_each_of_them_is_in_it() -> None:
    view = Ledger(SCHEME, *daily("2025-08-06", [25_000]), figure(RET, "900..1000", "2025-08-06"))
    sheet = made(view)
    style = ChartStyle.export(LIGHT, (1000, 640))
    drawn = {
        kind: export.rendered(sheet, kind, style=style, size=(1000, 640)) for kind in (".png", ".svg", ".pdf")
    }
    assert len(drawn[".svg"]) < 100_000
    assert len(drawn[".pdf"]) < 100_000
    png = rasters.pixels(rasters.from_png(drawn[".png"]))
    for picture in (rasters.from_svg(drawn[".svg"]), rasters.from_pdf(drawn[".pdf"])):
        assert (np.abs(rasters.pixels(picture) - png).max(axis=2) > 40).mean() < 0.01


@pytest.mark.parametrize("kind", [".svg", ".pdf"])
def test_files_of_lines_hold_the_dots(kind: str) -> None:
    view = Ledger(SCHEME, *daily("2025-08-06", [40]), figure(RET, "3", "2025-08-06"))
    data = export.rendered(made(view), kind, style=ChartStyle.export(LIGHT), size=(800, 500))
    assert len(data) > 1000
    if kind == ".svg":
        assert b"<image" not in data
