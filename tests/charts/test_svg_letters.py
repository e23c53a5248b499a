from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest

from desktop_app.charts.files import export, face_subset
from desktop_app.charts.looks.palette import LIGHT
from desktop_app.charts.looks.style import ChartStyle
from tests.charts.rasters import from_svg
from tests.charts.samples import usual

SIZE = (800, 500)
SVG = "{http://www.w3.org/2000/svg}"

pytestmark = pytest.mark.usefixtures("qapp")


def drawn(headline: str = "") -> ElementTree.Element:
    chart = replace(usual(), headline=headline) if headline else usual()
    data = export.rendered(chart, ".svg", style=ChartStyle.export(LIGHT, SIZE), size=SIZE)
    assert not from_svg(data).isNull()
    return ElementTree.fromstring(data)


def texts(root: ElementTree.Element) -> list[str]:
    return [element.text or "" for element in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("headline", ["عاد ٩٤", "94 ↩ 🛶", "一进一出", "</style>\u00ad&\u202f'\""])
def test_letters_that_the_face_lacks_and_marks_stay_text(headline: str) -> None:
    root = drawn(headline)
    # Qt sets each stretch of one script and one font by itself.
    words = "".join(texts(root))
    assert all(part in words for part in headline.split())
    (style,) = root.iter(f"{SVG}style")
    assert (style.text or "").count("@font-face") == 2


def test_without_the_means_to_cut_letters_out_the_file_names_the_face(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(face_subset, "is_possible", lambda: False)
    root = drawn()
    assert not list(root.iter(f"{SVG}style"))
    assert "'Source Sans Pro'" in root.get("font-family", "")
    assert usual().headline in texts(root)


def test_a_screen_reader_is_told_the_language_and_that_it_is_a_picture() -> None:
    root = drawn()
    assert root.get("role") == "img"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"


def test_what_is_carried_holds_the_licence_of_the_face() -> None:
    from PySide6.QtGui import QFont

    data = face_subset.subset(QFont.Weight.Normal, frozenset("Aa1"))
    assert len(data) < 12_000
    assert "SIL Open Font License, Version 1.1".encode("utf-16-be") in data
    assert "Source Sans Pro".encode("utf-16-be") not in data
