"""The commands that show something can be asked to show what was known on a day."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.cli import main
from desktop_app.commands.options import UNUSABLE


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("looking") / "example.evenhand"
    assert main(["new", "--sample", str(path)]) == 0
    return path


def answer(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    capsys.readouterr()
    assert main(arguments) == 0
    return capsys.readouterr().out


def values(text: str) -> list[str]:
    return [row["low"] for row in csv.DictReader(text.splitlines())]


@pytest.mark.parametrize(
    ("day", "returned"), [("2025-11-01", "75"), ("2025-11-06", "94"), ("2026-01-28", "281")]
)
def test_a_series_ends_with_what_was_known(
    example: Path, capsys: pytest.CaptureFixture[str], day: str, returned: str
) -> None:
    said = answer(capsys, "series", str(example), "RET", "--cumulative", "--known-on", day)
    assert values(said)[-1] == returned


def test_the_file_as_it_stood_before_it_was_made_is_empty(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert values(answer(capsys, "series", str(example), "RET", "--as-stood", "2020-01-01")) == []
    assert values(answer(capsys, "series", str(example), "RET", "--as-stood", "2999-01-01"))


def test_one_look_at_a_time(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["series", str(example), "RET", "--known-on", "2025-11-06", "--as-stood", "2025-11-06"])
    assert ended.value.code == UNUSABLE
    assert "not allowed with" in capsys.readouterr().err


def test_a_chart_says_the_day_it_is_seen_from(example: Path, tmp_path: Path) -> None:
    out = tmp_path / "chart.svg"
    command = [sys.executable, "-m", "desktop_app", "chart", str(example), "returns-arrivals", str(out)]
    subprocess.run([*command, "--known-on", "2025-11-06"], check=True, timeout=60)
    drawn = out.read_text(encoding="utf-8")
    assert "As known on 6 Nov 2025" in drawn
    assert "94 returned" in drawn
    assert "281 returned" not in drawn


def test_changes_tell_the_effect_on_the_headline(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = answer(capsys, "changes", str(example), "--since", "2025-11-01", "--until", "2025-11-06")
    assert "Returned to France: 75 → 94" in said
    assert "Balance: +24 → +37" in said
    assert "added\tReturned to France\t94\t5 Nov 2025" in said


def test_changes_as_json_have_the_numbers(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = answer(capsys, "changes", str(example), "--since", "2025-11-06", "--until", "2026-01-28", "--json")
    report = json.loads(said)
    now = {one["measure"]: one["now"] for one in report["headlines"]}
    assert (now["RET"]["amount"], now["ADM"]["amount"]) == ("281", "~350")
    balance = report["balance"]["now"]
    assert (balance["value"], balance["low"], balance["high"]) == (-69, -74, -64)
    assert [one["now"]["amount"] for one in report["revised"]] == ["1101"]


def test_changes_by_the_day_of_recording(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = answer(capsys, "changes", str(example), "--since", "2020-01-01", "--recorded")
    assert said.startswith("Recorded in this file after 1 January 2020")
    assert "figures added" in said
