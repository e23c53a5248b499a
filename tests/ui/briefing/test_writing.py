"""A briefing as a file: its charts within, and nothing private in any of its bytes."""

from __future__ import annotations

import html
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QPalette, QTextDocument
from PySide6.QtWidgets import QApplication

from desktop_app.charts import registry
from desktop_app.charts.asked import Asked
from desktop_app.domain.measures import BUILT_IN
from desktop_app.domain.views import SafeToShow
from desktop_app.ui.briefing import paging, writing
from desktop_app.ui.briefing.writing import Form, drawable, written
from desktop_app.words.formats import PlainFormats
from tests.charts.samples import SCHEME, TODAY
from tests.domain.ledgers import Ledger
from tests.ui.charts.opening import CANARY, first, private

pytestmark = pytest.mark.usefixtures("qtbot")


def asked() -> Asked:
    view = SafeToShow(Ledger(SCHEME, *BUILT_IN, *first(), *private()))
    return Asked(view, PlainFormats(), TODAY)


def pages(pdf: bytes) -> list[str]:
    """The words of each page."""
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]


def opened(contents: bytes, form: Form) -> bytes:
    """The bytes, those of an archive unpacked."""
    if form is not Form.ODT:
        return contents
    archive = zipfile.ZipFile(io.BytesIO(contents))
    return b"".join(archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("form", list(Form))
def test_nothing_private_is_in_any_form(form: Form) -> None:
    contents = written(asked(), [registry.FIRST], form)
    assert contents.startswith({Form.HTML: b"<!DOCTYPE", Form.ODT: b"PK", Form.PDF: b"%PDF"}[form])
    found = opened(contents, form)
    assert CANARY.encode() not in found
    if form is not Form.PDF:
        assert b"305" in found
        assert b">777<" not in found


def test_what_is_printed_holds_nothing_private(monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[str] = []
    plain = paging.print_pages

    def keep(text: QTextDocument, *more: Any) -> None:
        printed.append(text.toPlainText())
        plain(text, *more)

    monkeypatch.setattr(writing, "print_pages", keep)
    data = written(asked(), [registry.FIRST], Form.PDF)
    for words in (printed[0], "".join(pages(data))):
        assert "305" in words
        assert "for screen readers" in words
        assert CANARY not in words


def test_printed_pages_hold_every_word_in_the_face_of_the_charts_and_are_numbered() -> None:
    names = drawable(asked())
    data = written(asked(), names, Form.PDF)
    said = "".join(pages(data))
    page = written(asked(), names, Form.HTML).decode()
    headlines = re.findall(r"<h[123]>([^<]+)</h", page)
    assert len(headlines) > len(names)
    for headline in headlines:
        assert "".join(html.unescape(headline).split()) in "".join(said.split()), headline
    assert set(re.findall(rb"/BaseFont /([\w-]+)", data)) == {b"SourceSansPro-Regular", b"SourceSansPro-Bold"}
    assert [words.split()[-1] for words in pages(data)] == [str(n + 1) for n in range(len(pages(data)))]


def test_no_headline_of_a_chart_is_parted_from_its_picture() -> None:
    charts = [registry.build(name, asked()) for name in drawable(asked())]
    document = pypdfium2.PdfDocument(written(asked(), drawable(asked()), Form.PDF))
    parted = 0
    for page in document:
        words = "".join(page.get_textpage().get_text_bounded().split())
        pictures = len(list(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])))
        headed = sum("".join(chart.headline.split()) in words for chart in charts)
        parted += headed != pictures
    assert len(document) > 2
    assert parted == 0


def test_what_is_printed_is_black_on_white_where_the_window_is_dark(qapp: QApplication) -> None:
    plain = written(asked(), [], Form.PDF)
    palette = QPalette(qapp.palette())
    try:
        dark = QPalette(palette)
        dark.setColor(QPalette.ColorRole.Text, QColor("#ffffff"))
        qapp.setPalette(dark)
        again = written(asked(), [], Form.PDF)
    finally:
        qapp.setPalette(palette)
    inks = [pypdfium2.PdfDocument(data)[0].render().to_numpy().min() for data in (plain, again)]
    assert inks[0] == inks[1] < 60


def test_without_a_choice_the_charts_that_have_something_to_draw() -> None:
    drawn = drawable(asked())
    assert registry.FIRST in drawn
    assert "journeys" not in drawn
    assert drawn == [name for name in registry.names() if not registry.build(name, asked()).is_empty]
    page = written(asked(), drawn, Form.HTML).decode()
    assert page.count("data:image/png;base64,") == len(drawn)
    assert registry.build(registry.FIRST, asked()).alt in page


def test_a_chart_of_nothing_says_why_and_has_no_picture() -> None:
    page = written(asked(), ["journeys"], Form.HTML).decode()
    assert "data:image/png" not in page
    assert registry.build("journeys", asked()).headline in page


def test_only_what_is_safe_to_show_is_taken() -> None:
    with pytest.raises(TypeError):
        written(Asked(Ledger(SCHEME), PlainFormats(), TODAY), [], Form.HTML)


def test_a_printed_document_loads_no_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    document = writing._Closed({})
    found = document.loadResource(2, QUrl.fromLocalFile(str(secret)))
    assert found.isNull()
