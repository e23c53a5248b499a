"""`evenhand export`, and `evenhand import` of what it wrote, as a script would run them."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from desktop_app.cli import main
from desktop_app.services.workspace import Workspace
from tests.services.exchange.ledgers import contents


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "example.evenhand"
    assert main(["new", str(path), "--sample"]) == 0
    return path


def answer(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    capsys.readouterr()
    assert main([str(argument) for argument in arguments]) == 0
    return capsys.readouterr().out


def sentence(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    capsys.readouterr()
    assert main([str(argument) for argument in arguments]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    return said


@pytest.mark.parametrize("ending", ["xlsx", "zip", "json"])
def test_a_ledger_goes_into_another_file_and_is_the_same(
    ending: str, file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, fresh = tmp_path / f"ledger.{ending}", tmp_path / "fresh.evenhand"
    said = answer(capsys, "export", file, out, "--everything")
    assert said.endswith(f"records exported to ledger.{ending}\n")
    answer(capsys, "new", fresh)
    answer(capsys, "import", fresh, out)
    with Workspace.open(file) as one, Workspace.open(fresh) as other:
        assert contents(one) == contents(other)
    again = json.loads(answer(capsys, "import", fresh, out, "--json"))
    assert (again["new"], again["changed"]) == (0, 0)
    assert "sound" in answer(capsys, "check", fresh)


def test_a_csv_file_holds_figures_or_the_table_asked_for(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for options, header in (([], "measure"), (["--kind", "sources"], "publisher")):
        answer(capsys, "export", file, tmp_path / "a.csv", *options)
        with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        assert rows
        assert header in rows[0]
        assert {row["note"] for row in rows} == {""}


def test_as_known_on_a_day(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer(capsys, "export", file, tmp_path / "a.json", "--known-on", "2025-11-06")
    document = json.loads((tmp_path / "a.json").read_text("utf-8"))
    assert document["evenhand"]["known_on"] == "2025-11-06"
    assert all(figure["published"] <= "2025-11-06" for figure in document["records"]["figure"])


def test_an_export_of_an_earlier_day_changes_nothing_that_is_there(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = answer(capsys, "series", file, "RET", "--json")
    answer(capsys, "export", file, tmp_path / "a.zip", "--known-on", "2025-11-06", "--everything")
    report = json.loads(answer(capsys, "import", file, tmp_path / "a.zip", "--json"))
    assert (report["new"], report["changed"]) == (0, 0)
    assert answer(capsys, "series", file, "RET", "--json") == before


def test_what_cannot_be_is_said_in_a_sentence(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ".csv, .xlsx, .zip, .json" in sentence(capsys, "export", file, tmp_path / "a.doc")
    assert "no table boats" in sentence(capsys, "export", file, tmp_path / "a.csv", "--kind", "boats")
    two = ("--kind", "figures", "--kind", "sources")
    assert "--kind" in sentence(capsys, "export", file, tmp_path / "a.csv", *two)
    assert "is not there" in sentence(capsys, "export", file, tmp_path / "no" / "a.csv")
    assert "is a folder" in sentence(capsys, "export", file, folder_named(tmp_path, "a.csv"))
    assert "is not there" in sentence(capsys, "export", tmp_path / "no.evenhand", tmp_path / "b.csv")
    assert not (tmp_path / "b.csv").exists()


def folder_named(place: Path, name: str) -> Path:
    (place / name).mkdir()
    return place / name


def test_a_workspace_is_never_overwritten(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.json"
    answer(capsys, "new", other)
    before = other.read_bytes()
    assert "in use" in sentence(capsys, "export", file, other)
    assert other.read_bytes() == before


def test_a_series_as_csv_holds_no_formula(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.evenhand"
    answer(capsys, "new", path)
    (tmp_path / "a.json").write_text(
        json.dumps(
            {
                "evenhand": {"format": 1},
                "records": {
                    "source": [{"id": "s", "publisher": "=HYPERLINK(1)"}],
                    "figure": [
                        {
                            "id": "f",
                            "measure": "RET",
                            "basis": "cumulative",
                            "amount": "94",
                            "amount_words": "@94",
                            "period": "2025-11-06",
                            "published": "2025-11-06",
                            "citations": [{"source": "s"}],
                        }
                    ],
                },
            }
        )
    )
    answer(capsys, "import", path, tmp_path / "a.json")
    (row,) = csv.DictReader(answer(capsys, "series", path, "RET").splitlines())
    assert (row["text"], row["source"]) == ("'@94", "'=HYPERLINK(1)")
