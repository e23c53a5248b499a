"""Charts in the terminal: listed by name, and written as values with their words, from the safe view."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop_app.charts import registry
from desktop_app.charts.texts import worded
from desktop_app.cli import main
from desktop_app.commands import saved_charts
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.scenes import Scene
from desktop_app.domain.sharing import Sharing
from desktop_app.services import scenes
from desktop_app.services.workspace import Workspace
from tests.domain.ledgers import Ledger

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


@pytest.fixture
def kept(example: Path) -> Path:
    """The example with a saved chart in words of its own, one that is frozen, and a scene of words alone."""
    settings = worded.in_settings("", worded.Words(headline=worded.Edit("Few of many")))
    with Workspace.open(example) as workspace:
        scenes.save(workspace, "So far", "returns-arrivals", settings)
        scenes.save(workspace, "Early November", "returns-arrivals", settings, date(2025, 11, 10))
        with workspace.change("add scene") as work:
            work.put(Scene(title="Only words", place=8))
    return example


def test_a_saved_chart_is_drawn_by_its_title_in_its_words_and_from_its_day(kept: Path) -> None:
    answer = values(kept, "So far")
    assert (answer["chart"], answer["headline"]) == ("So far", "Few of many")
    assert answer["generated_headline"] == values(kept, "returns-arrivals")["headline"]
    frozen = values(kept, "early november")
    assert frozen["headline"] == "Few of many"
    assert frozen["footer"].endswith("As known on 10 Nov 2025.")
    # What was written of one day is not said of another.
    asked = values(kept, "Early November", "--known-on", "2025-12-01")
    assert asked["headline"] != "Few of many"
    assert asked["footer"].endswith("As known on 1 Dec 2025.")


def test_with_a_file_the_saved_charts_are_listed_by_their_titles(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["charts", str(kept)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[len(registry.names()) :] == ["So far", "Early November"]


def test_a_title_that_is_not_there_is_told_with_those_that_are_near(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["chart", str(kept), "So farr", str(kept.with_name("out.png"))]) == 2
    said = capsys.readouterr().err
    assert said.startswith(
        "evenhand: There is no chart So farr, and none is saved under that title. Similar: So far."
    )
    assert main(["chart", str(kept), "Only words", str(kept.with_name("out.png"))]) == 2


def test_a_briefing_has_saved_charts_by_their_titles(kept: Path) -> None:
    out = kept.with_name("brief.html")
    run("brief", str(kept), str(out), "--charts", "So far, balance")
    page = out.read_text(encoding="utf-8")
    assert "Few of many" in page
    assert page.count("<img ") == 2


def test_a_saved_chart_that_is_not_public_is_as_if_it_were_not_there(kept: Path) -> None:
    with Workspace.open(kept) as workspace:
        scene = scenes.saved(workspace)[0]
        there = [*workspace.every(Scene)]
    hidden = [replace(one, sharing=Sharing.RED) if one.id == scene.id else one for one in there]
    assert [one.title for one in saved_charts.listed(Ledger(*hidden))] == ["Early November"]
    with pytest.raises(Refusal):
        saved_charts.called(Ledger(*hidden), "So far")
