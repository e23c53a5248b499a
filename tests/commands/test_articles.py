"""The list of an article's numbers in the terminal; nothing is written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app.cli import main
from tests.domain.articles.texts import FERRIES, UNDATED


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.evenhand"
    assert main(["new", str(path)]) == 0
    return path


def listed(file: Path, text: str, *options: str) -> None:
    path = file.with_name("article.txt")
    path.write_text(text, encoding="utf-8")
    before = file.read_bytes()
    assert main(["article", str(file), str(path), *options]) == 0
    assert file.read_bytes() == before


def test_numbers_are_listed_with_date_marks_and_what_is_there(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed(file, FERRIES)
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["Harbour exchange under the lens", "Published: 18 Mar 2026"]
    assert "3,412\tArrived by small boat\tby 8 Mar 2026, since 1 Jan 2026\t[2] [4]\t\tNew" in lines
    assert any(line.startswith("Marks reach 12; the list has 3 entries.") for line in lines)


def test_an_article_without_a_day_asks_for_one(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed(file, UNDATED)
    assert "give its day with --day" in capsys.readouterr().out


def test_as_json_every_candidate_has_its_place_in_the_text(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed(file, UNDATED, "--day", "2026-03-19", "--json")
    answer = json.loads(capsys.readouterr().out)
    crossed = next(each for each in answer["candidates"] if each["amount"] == ">9000")
    assert UNDATED[crossed["start"] : crossed["end"]] == crossed["words"] == "More than 9,000"
    assert (crossed["date"], crossed["date_how"], crossed["comparator"]) == ("2025", "resolved", "more than")
