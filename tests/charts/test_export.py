from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pypdfium2
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from desktop_app.charts.drawing.stage import Stage
from desktop_app.charts.files import export
from desktop_app.charts.looks.palette import DARK, LIGHT
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.shapes import ComparisonChart
from tests.charts.rasters import from_pdf, from_png, from_svg, pixels
from tests.charts.samples import eight_years, motley, usual

SIZE = (1000, 640)
STYLE = ChartStyle.export(LIGHT, SIZE)
DC = "{http://purl.org/dc/elements/1.1/}"
SVG = "{http://www.w3.org/2000/svg}"

pytestmark = pytest.mark.usefixtures("qtbot")


def made(chart: ComparisonChart, kind: str, **wishes: float) -> bytes:
    return export.rendered(chart, kind, style=STYLE, size=SIZE, **wishes)


def ink(image: QImage, colour: str) -> np.ndarray:
    """Which pixels are near a colour."""
    wanted = QColor(colour)
    near = np.array([wanted.red(), wanted.green(), wanted.blue()])
    # Bars are broad, and the dotted lines of milestones are nearly as grey as they are.
    return np.abs(pixels(image) - near).sum(axis=2) < (12 if colour == LIGHT.arrivals else 90)


def extents(image: QImage, colour: str, box: QRectF) -> tuple[int, int, int, int]:
    """The outermost pixels of a colour within a box."""
    found = ink(image, colour)
    left, top = int(box.left()), int(box.top())
    rows, columns = np.nonzero(found[top : int(box.bottom()), left : int(box.right())])
    return columns.min() + left, columns.max() + left, rows.min() + top, rows.max() + top


def same_place(one: QImage, other: QImage, chart: ComparisonChart) -> None:
    """Bars, steps and marks stand within a pixel of each other."""
    stage = Stage(STYLE, *SIZE)
    stage.show(chart)
    for panel, colours in (
        (stage.upper.box, () if chart.lighter_provisional else (LIGHT.arrivals,)),
        (stage.lower.box, (LIGHT.returned, LIGHT.admitted)),
    ):
        area = QRectF(panel.x - 6, panel.y - 6, panel.width + 12, panel.height + 9)
        for colour in colours:
            difference = np.subtract(extents(one, colour, area), extents(other, colour, area))
            assert np.abs(difference).max() <= 1, colour
    # Apart from the edges of letters, which each kind of file softens in its own way, all is the same.
    apart = np.abs(pixels(one) - pixels(other)).sum(axis=2) > 380
    assert apart.mean() < 0.006


class TestGeometry:
    @pytest.mark.parametrize("chart", [usual, motley], ids=["usual", "motley"])
    def test_svg_stands_where_png_does(self, chart: type[ComparisonChart]) -> None:
        drawn = chart()
        same_place(from_png(made(drawn, ".png")), from_svg(made(drawn, ".svg")), drawn)

    @pytest.mark.parametrize("chart", [usual, motley], ids=["usual", "motley"])
    def test_pdf_stands_where_png_does(self, chart: type[ComparisonChart]) -> None:
        drawn = chart()
        same_place(from_png(made(drawn, ".png")), from_pdf(made(drawn, ".pdf")), drawn)

    def test_the_screen_is_the_same_too(self) -> None:
        stage = Stage(STYLE, *SIZE)
        stage.show(usual())
        same_place(export.image(stage), from_png(made(usual(), ".png")), usual())

    def test_a_larger_png_is_the_same_picture(self) -> None:
        plain = pixels(from_png(made(usual(), ".png")))
        for scale in (2, 3):
            image = from_png(made(usual(), ".png", scale=scale))
            assert (image.width(), image.height()) == (SIZE[0] * scale, SIZE[1] * scale)
            large = pixels(image)
            back = large.reshape(SIZE[1], scale, SIZE[0], scale, 3).mean(axis=(1, 3))
            assert (np.abs(back - plain).sum(axis=2) > 180).mean() < 0.02

    def test_the_same_chart_makes_the_same_file(self) -> None:
        assert made(usual(), ".png") == made(usual(), ".png")
        assert made(usual(), ".svg") == made(usual(), ".svg")


class TestSvg:
    def test_has_title_description_and_letters_as_text(self) -> None:
        chart = usual()
        tree = ElementTree.fromstring(made(chart, ".svg"))
        assert tree.findtext(f"{SVG}title") == chart.headline
        desc = tree.findtext(f"{SVG}desc")
        assert desc == f"{chart.alt} {chart.subtitle} {chart.footer}"
        assert "As known on" in desc
        texts = [(element.text or "").strip() for element in tree.iter(f"{SVG}text")]
        for wanted in ("2,000", "Aug", "Jan 2026", "In force", "305 returned", chart.headline):
            assert wanted in texts

    def test_lines_scale_with_the_picture(self) -> None:
        assert b"non-scaling-stroke" not in made(usual(), ".svg")

    @pytest.mark.parametrize("chart", [usual, motley, eight_years], ids=["usual", "motley", "eight years"])
    def test_is_not_large(self, chart: type[ComparisonChart]) -> None:
        assert len(made(chart(), ".svg")) < 300_000

    def test_a_line_of_eight_years_of_days_is_in_the_file(self) -> None:
        data = made(eight_years(each_day=True), ".svg")
        assert len(data) < 300_000
        assert ink(from_svg(data), LIGHT.arrivals).sum() > 2000

    def test_what_a_user_typed_is_never_markup(self) -> None:
        chart = replace(usual(), headline="<b>94</b> & <img src='file:///etc/hostname'/>")
        tree = ElementTree.fromstring(made(chart, ".svg"))
        assert "<b>94</b> & <img src='file:///etc/hostname'/>" in {
            (element.text or "").strip() for element in tree.iter(f"{SVG}text")
        }
        assert not list(tree.iter(f"{SVG}image"))


class TestPng:
    def test_title_description_sources_and_the_day_are_in_its_text(self) -> None:
        chart = usual()
        image = from_png(made(chart, ".png"))
        assert image.text("Title") == chart.headline
        assert image.text("Description") == f"{chart.alt} {chart.subtitle}"
        assert image.text("Source") == chart.footer
        assert "As known on" in image.text("Source")


class TestPdf:
    def test_the_headline_can_be_read_out_of_it(self) -> None:
        page = pypdfium2.PdfDocument(made(usual(), ".pdf"))[0]
        assert usual().headline in page.get_textpage().get_text_bounded()

    def test_title_description_sources_and_the_day_are_in_its_metadata(self) -> None:
        chart = replace(usual(), headline="<b>94</b> & more")
        data = made(chart, ".pdf")
        start = data.index(b"<x:xmpmeta")
        tree = ElementTree.fromstring(data[start : data.index(b"</x:xmpmeta>") + len(b"</x:xmpmeta>")])
        words = ["".join(element.itertext()) for element in tree.iter() if element.tag.startswith(DC)]
        assert chart.headline in words
        assert f"{chart.alt} {chart.subtitle}" in words
        assert chart.footer in words
        assert "As known on" in chart.footer

    def test_the_face_is_in_the_file_and_no_other(self) -> None:
        data = made(usual(), ".pdf")
        assert b"/FontFile" in data
        assert set(re.findall(rb"/BaseFont /([\w-]+)", data)) == {
            b"SourceSansPro-Regular",
            b"SourceSansPro-Semibold",
        }


class TestFiles:
    @pytest.mark.parametrize("kind", [".png", ".svg", ".pdf", ".PNG"])
    def test_the_ending_decides(self, kind: str, tmp_path: Path) -> None:
        path = tmp_path / f"chart{kind}"
        export.write(usual(), path, style=ChartStyle.export(DARK), size=(800, 500))
        assert path.stat().st_size > 1000

    def test_another_ending_is_refused(self, tmp_path: Path) -> None:
        with pytest.raises(export.UnknownKind):
            export.write(usual(), tmp_path / "chart.docx", style=STYLE)
        assert not list(tmp_path.iterdir())

    def test_an_empty_chart_can_be_written(self, tmp_path: Path) -> None:
        chart = replace(usual(), bars=(), lines=(), rows=(), key=(), milestones=(), balance=None)
        export.write(chart, tmp_path / "chart.png", style=STYLE, size=SIZE)
