"""Charts in the terminal: listed by name, and written as values with their words, from the safe view."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from desktop_app.charts import registry
from desktop_app.cli import main

ROOT = Path(__file__).resolve().parents[2]
WORDS = {"headline", "subtitle", "footer", "alt"}


@pytest.fixture
def example(tmp_path: Path) -> Path:
    path = tmp_path / "example.evenhand"
    assert main(["new", str(path), "--sample"]) == 0
    return path


def run(*arguments: str) -> None:
    """A chart is drawn in a process of its own, for it needs an application of its own."""
    subprocess.run([sys.executable, "-m", "desktop_app", *arguments], cwd=ROOT, check=True, timeout=120)


def values(example: Path, name: str, *options: str) -> dict[str, Any]:
    out = example.with_name("out.json")
    run("chart", str(example), name, str(out), *options)
    answer: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    return answer


def test_the_charts_are_listed_by_their_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["charts"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(registry.names())
    journeys = next(line for line in lines if line.startswith("journeys "))
    assert journeys.endswith("Journeys")


@pytest.mark.parametrize("name", registry.names())
def test_each_chart_can_be_written_as_values_with_its_words(name: str, example: Path) -> None:
    answer = values(example, name)
    assert answer["chart"] == name
    assert all(answer[word] for word in WORDS)
    out = example.with_name("out.csv")
    run("chart", str(example), name, str(out))
    with out.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert rows[0]["headline"] == answer["headline"]
    assert len(rows) == max(1, len(answer["values"]))


def test_the_founding_stays_are_those_of_the_case(example: Path) -> None:
    found = values(example, "time-to-return")["values"]
    stays = {(each["case"], each["low"], each["high"]) for each in found}
    assert {("C-001", 44, 44), ("C-001", 29, 29), ("C-001", 18, 18), ("C-002", 2, 53)} <= stays


def test_journeys_of_two_people_do_not_leave(example: Path) -> None:
    answer = values(example, "journeys")
    assert answer["values"] == []
    assert "fewer than 5 people" in answer["subtitle"]


def test_as_known_on_a_day_it_says_so(example: Path) -> None:
    answer = values(example, "time-to-return", "--known-on", "2025-11-07")
    assert answer["subtitle"].startswith("As known on 7 Nov 2025 · ")
    assert {each["case"] for each in answer["values"]} == {"C-001"}


def test_an_unknown_name_is_one_sentence_with_those_there_are(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["chart", str(example), "pie", str(example.with_name("out.png"))]) == 2
    said = capsys.readouterr().err
    names = ", ".join(registry.names())
    assert said == f"evenhand: There is no chart pie. Those there are: {names}.\n"
