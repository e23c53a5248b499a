"""A briefing as a file: its charts within, and nothing private in any of its bytes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument

from desktop_app.charts import registry
from desktop_app.charts.asked import Asked
from desktop_app.domain.measures import BUILT_IN
from desktop_app.domain.views import SafeToShow
from desktop_app.ui.briefing import writing
from desktop_app.ui.briefing.writing import Form, drawable, written
from desktop_app.words.formats import PlainFormats
from tests.charts.samples import SCHEME, TODAY
from tests.domain.ledgers import Ledger
from tests.ui.charts.opening import CANARY, first, private

pytestmark = pytest.mark.usefixtures("qtbot")


def asked() -> Asked:
    view = SafeToShow(Ledger(SCHEME, *BUILT_IN, *first(), *private()))
    return Asked(view, PlainFormats(), TODAY)


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
    plain = QTextDocument.print_

    def keep(self: QTextDocument, printer: object) -> None:
        printed.append(self.toPlainText())
        plain(self, printer)  # type: ignore[arg-type]

    monkeypatch.setattr(QTextDocument, "print_", keep)
    written(asked(), [registry.FIRST], Form.PDF)
    assert "305" in printed[0]
    assert "for screen readers" in printed[0]
    assert CANARY not in printed[0]


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
