"""One chart is one picture: PNG, SVG and PDF of it, each drawn by a program of its own, are the same."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from typing import NamedTuple
from xml.etree import ElementTree

import gallery
import numpy as np
import pypdfium2
import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QImage, QRawFont

from desktop_app.charts import registry
from desktop_app.charts.beside import Beside
from desktop_app.charts.files import export
from desktop_app.charts.looks import face
from desktop_app.charts.looks.palette import DARK, LIGHT
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.registry import Chart
from tests.charts.rasters import Pixels, from_pdf, from_png, from_svg, pixels
from tests.charts.samples import motley, usual
from tests.charts.test_sheet_stage import CASES, sheet

SIZE = (1000, 640)
APART, SHARE = 40, 0.01
"""Pixels are apart where red, green or blue differ by more than 40 of 255, as the edges of letters, which
each program softens in its own way, mostly do not; at most 1 % of a picture may be."""
INKED = 60
"""So far from the colour of the paper is a pixel with some of a letter in it."""
STYLE = ChartStyle.export(LIGHT, SIZE)
SVG = "{http://www.w3.org/2000/svg}"
MORE: dict[str, Callable[[], Chart | Beside]] = {
    "side by side": lambda: Beside.of((usual(), motley())),
    "motley": motley,
    "many journeys": lambda: sheet("journeys", *CASES * 4),
    "curves": lambda: sheet("time-to-return", *CASES * 4),
}
"""What the sample has too little of."""

pytestmark = pytest.mark.usefixtures("qapp")


class Words(NamedTuple):
    """A text of an SVG file: where it begins, where its letters stand, and how long it is."""

    text: str
    x: float
    baseline: float
    size: float
    length: float


@pytest.fixture(scope="module")
def charts(qapp: object) -> dict[str, Chart | Beside]:
    return {**gallery.built(None), **{name: made() for name, made in MORE.items()}}


@pytest.fixture(params=[*registry.names(), *MORE])
def chart(charts: dict[str, Chart | Beside], request: pytest.FixtureRequest) -> Chart | Beside:
    return charts[request.param]


def made(chart: Chart | Beside, kind: str, style: ChartStyle = STYLE) -> bytes:
    return export.rendered(chart, kind, style=style, size=SIZE)


def drawn(chart: Chart | Beside, style: ChartStyle = STYLE) -> dict[str, QImage]:
    read = {".png": from_png, ".svg": from_svg, ".pdf": from_pdf}
    return {kind: read[kind](made(chart, kind, style)) for kind in export.KINDS}


def words_of(svg: bytes) -> list[Words]:
    found = []

    def look(element: ElementTree.Element, x: float, y: float) -> None:
        moved = re.fullmatch(r"matrix\(1,0,0,1,([^,]+),([^)]+)\)", element.get("transform", ""))
        assert moved or "transform" not in element.attrib, "texts are neither turned nor stretched"
        if moved:
            x, y = x + float(moved[1]), y + float(moved[2])
        if element.tag == f"{SVG}text":
            at = [float(element.get(name, "nan")) for name in ("x", "y", "font-size", "textLength")]
            found.append(Words(element.text or "", at[0] + x, at[1] + y, at[2], at[3]))
        for inner in element:
            look(inner, x, y)

    look(ElementTree.fromstring(svg), 0, 0)
    return found


def place(picture: Pixels, words: Words) -> tuple[float, float, float]:
    """The left and right edge of the ink within the box of a text, and at what height it has its weight."""
    ink = ink_of(picture, words)
    (columns,) = np.nonzero(ink.max(axis=0) > INKED)
    return (
        float(columns[0]),
        float(columns[-1]),
        float((ink.sum(axis=1) * np.arange(len(ink))).sum() / ink.sum()),
    )


def ink_of(picture: Pixels, words: Words) -> Pixels:
    left, right = max(int(words.x) - 1, 0), int(words.x + words.length) + 2
    top, foot = (round(words.baseline + words.size * reach) for reach in (-face.ASCENT, face.DESCENT))
    return np.abs(picture[max(top, 0) : foot, left:right] - picture[2, 2]).max(axis=2)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_at_most_one_pixel_in_a_hundred_differs(chart: Chart | Beside, tokens: object) -> None:
    assert tokens in (LIGHT, DARK)
    style = ChartStyle.export(LIGHT if tokens is LIGHT else DARK, SIZE)
    pictures = {kind: pixels(image) for kind, image in drawn(chart, style).items()}
    for kind in (".svg", ".pdf"):
        apart = np.abs(pictures[kind] - pictures[".png"]).max(axis=2) > APART
        assert apart.mean() <= SHARE, kind


def test_every_text_stands_within_a_pixel_of_itself(chart: Chart | Beside) -> None:
    pictures = {kind: pixels(image) for kind, image in drawn(chart).items()}
    for words in words_of(made(chart, ".svg")):
        seen = {kind: place(picture, words) for kind, picture in pictures.items()}
        for kind in (".svg", ".pdf"):
            assert np.abs(np.subtract(seen[kind], seen[".png"])).max() <= 1, (kind, words)


def test_texts_of_svg_and_pdf_begin_and_stand_at_the_same_point(chart: Chart | Beside) -> None:
    page = pypdfium2.PdfDocument(made(chart, ".pdf"))[0]
    text, high = page.get_textpage(), page.get_height()
    to_pixels = export.RESOLUTION / export.POINTS
    for words in words_of(made(chart, ".svg")):
        search = text.search(words.text, match_case=True, match_whole_word=False)
        places = []
        while (found := search.get_next()) is not None:
            first, last = (text.get_charbox(at, loose=True) for at in (found[0], found[0] + found[1] - 1))
            places.append((first[0] * to_pixels, last[2] * to_pixels, (high - first[1]) * to_pixels))
        assert any(
            abs(left - words.x) <= 1
            and abs(right - words.x - words.length) <= 1
            and abs(foot - words.baseline) <= words.size * face.DESCENT + 2
            for left, right, foot in places
        ), (words, places)


def test_svg_carries_the_letters_it_needs(chart: Chart | Beside) -> None:
    data = made(chart, ".svg")
    assert len(data) < 300_000
    carried = {
        int(weight): QRawFont(QByteArray(base64.b64decode(font)), 20)
        for weight, font in re.findall(rb"font-weight:(\d+);src:url\(\"data:font/ttf;base64,([^\"]+)", data)
    }
    whole = {weight.value: QRawFont(str(path), 20) for weight, path in face.files().items()}
    root = ElementTree.fromstring(data)
    assert root.get("font-family", "").startswith("'Evenhand Charts', 'Source Sans Pro', ")
    for element in root.iter(f"{SVG}text"):
        weight = int(element.get("font-weight", "0"))
        for letter in element.text or "":
            if whole[weight].supportsCharacter(letter):
                assert carried[weight].supportsCharacter(letter), letter
                ours, theirs = (
                    font.advancesForGlyphIndexes(font.glyphIndexesForString(letter))
                    for font in (carried[weight], whole[weight])
                )
                assert ours[0].x() == pytest.approx(theirs[0].x(), abs=0.01)
    for font in carried.values():
        assert font.familyName() == "", "the licence keeps the name for the whole face"


def test_in_another_face_a_text_keeps_its_length() -> None:
    """So what stands beside it stays clear of it, in a program that looks at no letters in a file."""
    bold = [face.files()[QFont.Weight.Bold]]
    data = made(motley(), ".svg")
    (headline,) = [words for words in words_of(data) if words.text == motley().headline]
    wide = headline._replace(length=headline.length + 60)
    longer = place(pixels(from_svg(re.sub(rb'textLength="[^"]*"', b"", data), fonts=bold)), wide)
    kept = place(pixels(from_svg(data, fonts=bold)), wide)
    assert longer[1] > headline.length + 4
    assert headline.length - 4 < kept[1] <= headline.length + 2
