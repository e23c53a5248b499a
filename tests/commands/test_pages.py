"""Saved pages from the terminal: what was added is said, and so is what could not be taken as it stands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app.cli import main
from tests.services.govuk.pages import WEEK, html

NINTH = ("Monday 9 November 2025", "30", "1", "0", "")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.evenhand"
    assert main(["new", str(path)]) == 0
    return path


def test_a_page_is_imported_and_reported(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.html"
    page.write_text(html((NINTH, *WEEK)), encoding="utf-8")
    assert main(["import", str(file), str(page)]) == 0
    said = capsys.readouterr().out
    assert "7 days added" in said
    assert "“Monday 9 November 2025” was left out" in said


def test_a_year_put_right_is_said_with_both(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "page.html"
    page.write_text(html((NINTH,)), encoding="utf-8")
    assert main(["import", str(file), str(page), "--edition", "2026-11-10", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["added"] == 3
    assert answer["remarks"] == [
        "“Monday 9 November 2025” is taken as 9 Nov 2026: the weekday does not fit the year written."
    ]
