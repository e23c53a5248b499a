"""Cases in the terminal: a line for each, one of them whole, and as known on a day."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli import main
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.events import Event, EventKind
from desktop_app.services.workspace import Workspace


@pytest.fixture
def example(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "example.evenhand"
    assert main(["new", str(path), "--sample"]) == 0
    return path


def answer(capsys: pytest.CaptureFixture[str], path: Path, *options: str) -> Any:
    capsys.readouterr()
    assert main(["case", str(path), *options, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_case_has_its_events_in_order_with_their_sources(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = answer(capsys, example, "C-001")
    assert (case["code"], case["cycles"]) == ("C-001", 2)
    first, *_rest, last = case["events"]
    assert (first["type"], first["edtf"], first["cycle"]) == ("arrived by small boat", "2025-08-06", 1)
    assert (last["type"], last["earliest"], last["latest"]) == (
        "returned to France",
        "2025-11-05",
        "2025-11-05",
    )
    assert {"Anadolu Ajansı"} <= {source["name"] for source in first["sources"]}
    assert {"id", "name", "stance", "excerpt", "locator"} == set(first["sources"][0])
    assert all(event["verification"] and "place" in event for event in case["events"])


def test_the_founding_case_lasted_44_29_and_18_days(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    durations = answer(capsys, example, "C-001")["durations"]
    assert [(each["low"], each["high"]) for each in durations] == [(44, 44), (29, 29), (18, 18)]
    assert (durations[0]["from"], durations[0]["to"]) == ("arrived by small boat", "returned to France")


def test_a_vague_last_event_leaves_14_to_23_days(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    last = answer(capsys, example, "C-001")["events"][-1]["id"]
    with Workspace.open(example) as workspace, workspace.change("edit event") as work:
        event = workspace.get(Event, last)
        assert event is not None
        assert event.kind is EventKind.RETURNED
        vague = replace(event, date=PartialDate("[2025-11-01..2025-11-10]"), date_words="early November 2025")
        work.put(vague, replacing=event)
    last_stay = answer(capsys, example, "C-001")["durations"][-1]
    assert (last_stay["low"], last_stay["high"]) == (14, 23)


def test_without_a_code_there_is_one_object_or_line_for_each(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert [case["code"] for case in answer(capsys, example)] == ["C-001", "C-002"]
    assert main(["case", str(example)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["C-001", "C-002"]
    assert "44 days to return · 29 days to re-arrival · 18 days to second return" in lines[0]


def test_what_does_not_fit_is_told_with_the_case_it_concerns(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = answer(capsys, example, "C-001"), answer(capsys, example, "C-002")
    assert "units_differ" in {finding["code"] for finding in first["findings"]}
    assert "units_differ" not in {finding["code"] for finding in second["findings"]}
    assert [doubt["code"] for doubt in second["doubts"]] == ["no arrival"]
    ids = {second["id"], *(event["id"] for event in second["events"])}
    assert all(ids & set(finding["records"]) for finding in second["findings"])


def test_for_a_reader_it_is_a_table_of_lines(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["case", str(example), "c-001"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("C-001 · Iranian man")
    assert lines[1].startswith("  6 Aug 2025")
    assert any(line.startswith("  44 days from Arrived by small boat (6 Aug 2025)") for line in lines)
    assert "To look at" in lines


def test_as_known_on_a_day_later_events_are_absent(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    then = answer(capsys, example, "C-001", "--known-on", "2025-10-25")
    assert max(event["latest"] for event in then["events"]) == "2025-10-24"
    assert then["durations"] == []
    later = answer(capsys, example, "C-001", "--known-on", "2025-11-07")
    assert [(each["low"], each["high"]) for each in later["durations"]] == [(29, 29), (18, 18)]


@pytest.mark.parametrize("code", ["C-999", "", "a\nb"])
def test_an_unknown_code_is_one_sentence(
    code: str, example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["case", str(example), code]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert said.err.startswith("evenhand: No case here has the code")


def test_the_clocks_of_the_second_cycle_ran_3_and_3_and_18_days(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    clocks = [each for each in answer(capsys, example, "C-001")["clocks"] if each["cycle"] == 2]
    ran = {(each["rule"], each["version"]): each for each in clocks}
    took = {name: (each["low"], each["high"], each["limit"], each["met"]) for name, each in ran.items()}
    requests = [name for name, each in ran.items() if each["to"] == "readmission requested"]
    assert sorted(took[name] for name in requests) == [(3, 3, 3, "yes"), (3, 3, 14, "yes")]
    replies = [name for name, each in ran.items() if each["to"] == "readmission accepted"]
    assert {took[name] for name in replies} == {(3, 3, 14, "yes")}
    (whole,) = [each for each in clocks if each["to"] == "returned to France"]
    assert (whole["low"], whole["high"], whole["limit"], whole["unit"], whole["met"]) == (
        18,
        18,
        3,
        "month",
        "yes",
    )
