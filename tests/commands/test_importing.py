"""Files of several kinds imported by one command, and the command that only says what would come of it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from desktop_app.cli import main
from desktop_app.domain.figures import Figure
from desktop_app.services.workspace import Workspace
from tests.services.ods_files import edition

ROWS = "Date,Measure,Value,Source\n2025-11-08,ARR,503,GOV.UK\n"
DAYS = [(5, 1, 0), (0, 0, 0), (7, 1, "-"), (0, 0, 0), (0, 0, 0), (0, 0, 0), (2, 1, 1)]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.evenhand"
    Workspace.create(path).close()
    return path


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    sample, out = tmp_path / "sample.evenhand", tmp_path / "sources.csv"
    assert main(["new", str(sample), "--sample"]) == 0
    assert main(["export", str(sample), str(out), "--kind", "sources"]) == 0
    return out


def count(file: Path) -> int:
    with Workspace.open(file) as workspace:
        return workspace.count(Figure)


def test_an_export_and_a_table_come_in_together(
    file: Path, exported: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_text(ROWS)
    capsys.readouterr()
    assert main(["import", str(file), str(exported), str(tmp_path / "a.csv"), "--json"]) == 0
    brought, table = json.loads(capsys.readouterr().out)
    assert brought["new"] > 20
    assert table["added"] == 1
    assert count(file) == 1


def test_none_comes_in_where_one_leaves_something_open(file: Path, exported: Path, tmp_path: Path) -> None:
    (tmp_path / "open.csv").write_text("When,People here\n3/4/2025,5\n5/6/2025,7\n")
    before = file.read_bytes()
    assert main(["import", str(file), str(exported), str(tmp_path / "open.csv")]) == 2
    assert file.read_bytes() == before


def test_prose_is_refused_by_its_own_name(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_text(ROWS)
    (tmp_path / "b.txt").write_text("Ninety-four people were returned to France, the minister said.\n" * 9)
    assert main(["import", str(file), str(tmp_path / "a.csv"), str(tmp_path / "b.txt")]) == 2
    assert "b.txt" in capsys.readouterr().err
    assert count(file) == 0


@pytest.mark.parametrize("kind", ["export", "edition", "table"])
def test_a_dry_run_keeps_nothing_of_any_kind(
    kind: str, file: Path, exported: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_text(ROWS)
    source = {
        "export": exported,
        "edition": edition(tmp_path / "edition.ods", start=date(2026, 3, 16), days=DAYS),
        "table": tmp_path / "a.csv",
    }[kind]
    before = file.read_bytes()
    capsys.readouterr()
    given = ["--edition", "2026-03-27"] if kind == "edition" else []
    assert main(["import", str(file), str(source), "--dry-run", *given]) == 0
    assert capsys.readouterr().out.strip()
    assert file.read_bytes() == before
