"""What a file is, told before anything is imported."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services import recognising
from desktop_app.services.recognising import Known
from desktop_app.services.workspace import Workspace
from tests.services.ods_files import edition
from tests.services.tabular.xlsx_files import sheet, write


def test_an_edition_of_the_time_series_needs_no_questions(tmp_path: Path) -> None:
    file = edition(tmp_path / "a.ods", start=date(2026, 3, 16), days=[(5, 1, 0)] * 7, prevented=[(9, 2)])
    found = recognising.recognise(file)
    assert found.known is Known.HOME_OFFICE
    assert found.workbook is not None


def test_any_other_table_is_read_already(tmp_path: Path) -> None:
    write(tmp_path / "a.xlsx", {"Data": sheet([["date", "value"], ["2025-11-08", 5.0]])})
    (tmp_path / "a.csv").write_text("date,value\n2025-11-08,5\n")
    for name in ("a.xlsx", "a.csv"):
        found = recognising.recognise(tmp_path / name)
        assert found.known is Known.TABLE
        assert found.book is not None
        assert len(found.book.sheets[0].rows) == 2


def test_sentences_in_a_text_file_are_an_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "The scheme began in August, as was said.\nBy 5 November, 94 were returned.\n"
    )
    assert recognising.recognise(tmp_path / "a.txt").known is Known.ARTICLE


def test_what_is_no_table_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"%PDF-1.7 and so on")
    with pytest.raises(Refusal) as caught:
        recognising.recognise(tmp_path / "a.csv")
    assert caught.value.code is RefusalCode.NOT_A_TABLE
    assert caught.value.values["path"] == str(tmp_path / "a.csv")


def test_a_workspace_is_opened_by_its_ending_or_its_first_bytes(tmp_path: Path) -> None:
    Workspace.create(tmp_path / "a.evenhand").close()
    shutil.copyfile(tmp_path / "a.evenhand", tmp_path / "unnamed")
    (tmp_path / "broken.evenhand").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "words.txt").write_text("words")
    names = ("a.evenhand", "unnamed", "broken.evenhand", "words.txt", "none", ".")
    assert [recognising.is_workspace(tmp_path / name) for name in names] == [True] * 3 + [False] * 3
