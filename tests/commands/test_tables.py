"""Any table imported from the terminal, with what it leaves open said by options."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop_app.cli import main
from desktop_app.domain.figures import Figure
from desktop_app.services.workspace import Workspace


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ledger.evenhand"
    Workspace.create(path).close()
    return path


def count(file: Path) -> int:
    with Workspace.open(file) as workspace:
        return workspace.count(Figure)


def test_a_table_is_imported_by_its_titles(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_text(
        "Date,Measure,Value,Source\n2025-11-08,ARR,503,GOV.UK\n2025-11-09,ARR,-4,GOV.UK\n"
    )
    assert main(["import", str(file), str(tmp_path / "a.csv")]) == 0
    assert capsys.readouterr().out == "Added 1 figure and 1 source. 1 cannot be read.\n"
    assert count(file) == 1


def test_what_is_open_is_said_by_options(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_text("When,People here\n3/4/2025,5\n5/6/2025,7\n")
    command = ["import", str(file), str(tmp_path / "a.csv"), "--map", "People here=value"]
    assert main(command) == 2
    assert "3/4/2025, 5/6/2025" in capsys.readouterr().err
    assert main([*command, "--date-order", "dmy"]) == 2
    assert "--measure" in capsys.readouterr().err
    assert main([*command, "--date-order", "dmy", "--measure", "ARR"]) == 0
    with Workspace.open(file) as workspace:
        assert [str(figure.period) for figure in workspace.every(Figure)] == ["2025-04-03", "2025-06-05"]


def test_a_dry_run_says_what_would_be_and_adds_nothing(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_text("Date,Measure,Value\n2025-11-08,ARR,503\n2025-11-09,ARR,-4\n")
    assert main(["import", str(file), str(tmp_path / "a.csv"), "--dry-run", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["added"], answer["unreadable"], answer["rows"][0]["row"]) == (1, 1, 3)
    assert count(file) == 0


@pytest.mark.parametrize(
    "option",
    [["--map", "Nothing=value"], ["--map", "Value=nothing"], ["--sheet", "Other"], ["--measure", "XYZ"]],
)
def test_options_that_name_nothing_are_refused(
    file: Path, tmp_path: Path, option: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.csv").write_text("Date,Measure,Value\n2025-11-08,ARR,503\n")
    assert main(["import", str(file), str(tmp_path / "a.csv"), *option]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert count(file) == 0
