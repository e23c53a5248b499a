"""Protected workspaces from the terminal: the passphrase comes from a file or is typed, not by argument."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.cli import main
from desktop_app.domain.figures import Figure
from desktop_app.services import backups
from desktop_app.services.workspace import Workspace
from desktop_app.store import keys

ROOT = Path(__file__).resolve().parents[2]
PASSPHRASE = "three herons, one pier"


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "secret.txt"
    path.write_text(f"{PASSPHRASE}\n", encoding="utf-8")
    return path


@pytest.fixture
def file(tmp_path: Path, secret: Path) -> Path:
    path = tmp_path / "a.evenhand"
    assert main(["new", str(path), "--sample", "--passphrase-file", str(secret)]) == 0
    return path


def test_a_command_reads_it_from_a_file(file: Path, secret: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert not file.read_bytes().startswith(b"SQLite")
    assert main(["check", str(file), "--json", "--passphrase-file", str(secret)]) == 0
    assert json.loads(capsys.readouterr().out)
    assert main(["series", str(file), "RET", "--json", "--passphrase-file", str(secret)]) == 0
    assert json.loads(capsys.readouterr().out)


def test_a_large_table_is_imported_by_processes_that_are_handed_the_key(
    file: Path, secret: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.services.tabular.bringing.SMALL", 3)
    table = tmp_path / "table.csv"
    rows = "".join(f"2024-01-{day:02},{day}\n" for day in range(1, 20))
    table.write_text(f"Date,Arrivals\n{rows}", encoding="utf-8")
    with Workspace.open(file, passphrase=PASSPHRASE) as workspace:
        before = workspace.count(Figure)
    options = ["--map", "Arrivals=value", "--measure", "ARR", "--source-name", "A paper"]
    assert main(["import", str(file), str(table), *options, "--passphrase-file", str(secret)]) == 0
    with Workspace.open(file, passphrase=PASSPHRASE) as workspace:
        assert workspace.count(Figure) == before + 19
    (backup,) = backups.of(file)
    assert backup.is_protected
    with Workspace.open(backup.path, passphrase=PASSPHRASE, read_only=True) as copy:
        assert copy.count(Figure) == before


def test_where_nobody_can_be_asked_it_is_refused(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["series", str(file), "RET"]) == 2
    said = capsys.readouterr().err
    assert "protected by a passphrase" in said
    assert "--passphrase-file" in said


def test_a_wrong_one_and_an_empty_file_are_refused(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = tmp_path / "wrong.txt"
    for text, words in (("three herons", "not the passphrase"), ("", "not a valid --passphrase-file")):
        wrong.write_text(text, encoding="utf-8")
        assert main(["series", str(file), "RET", "--passphrase-file", str(wrong)]) == 2
        said = capsys.readouterr().err
        assert words in said
        assert "herons" not in said
    assert main(["series", str(file), "RET", "--passphrase-file", str(tmp_path / "none")]) == 2
    assert "is not there" in capsys.readouterr().err


def test_a_page_of_it_is_drawn(file: Path, secret: Path, tmp_path: Path) -> None:
    out = tmp_path / "cases.png"
    drawn = ["screenshot", str(file), "cases", str(out), "--passphrase-file", str(secret)]
    # A page is drawn in a process of its own, for it needs an application of its own.
    subprocess.run([sys.executable, "-m", "desktop_app", *drawn], cwd=ROOT, check=True, timeout=120)
    assert out.stat().st_size > 10_000


def test_a_plain_file_needs_none_and_loads_nothing_for_it(
    tmp_path: Path, secret: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "plain.evenhand"
    assert main(["new", str(path)]) == 0

    def never(*_values: object) -> keys.Key:
        raise AssertionError("a key was made")

    monkeypatch.setattr(keys, "derive", never)
    assert main(["check", str(path), "--passphrase-file", str(secret)]) == 0
