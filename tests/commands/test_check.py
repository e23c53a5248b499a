"""The check in the terminal: the founding articles' findings with their numbers, and sentences."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop_app.cli import main
from desktop_app.domain.acceptances import Acceptance
from desktop_app.domain.figures import Figure
from desktop_app.services.workspace import Workspace
from tests.services.editions import needs_editions, real

Finding = dict[str, Any]


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with the newest edition, which the tests only read."""
    path = tmp_path_factory.mktemp("check") / "example.evenhand"
    assert main(["new", str(path), "--sample"]) == 0
    assert main(["import", str(path), str(real("2026-08-21"))]) == 0
    return path


def findings(capsys: pytest.CaptureFixture[str], path: Path, *options: str) -> list[Finding]:
    capsys.readouterr()
    assert main(["check", str(path), "--json", *options]) == 0
    answer: list[Finding] = json.loads(capsys.readouterr().out)
    return answer


def test_an_empty_sentence_is_answered_as_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "example.evenhand"
    assert main(["new", str(path), "--sample"]) == 0
    (only,) = findings(capsys, path, "--claim", "")
    assert (only["code"], only["why"]) == ("not_checkable", "no number")


@needs_editions
def test_a_fall_is_said_as_a_fall(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (only,) = findings(capsys, example, "--claim", "Arrivals fell by 36% in 2023", "--day", "2025-11-14")
    assert only["message"] == (
        "To 31 December 2023 growth was −35.7%, 29,437 against 45,755 a year earlier: a fall of 36% fits."
    )


FOUNDING = (
    (
        "fits_other_day",
        {
            "claimed": 38726,
            "claimed_day": "2025-11-09",
            "equals_day": "2025-11-08",
            "total_on_claimed_day": 39075,
            "difference": 349,
            "since": "2025-01-01",
        },
    ),
    ("consistent", {"claimed": 1700, "claimed_low": 1701, "counted_low": 1772, "counted_high": 1772}),
    ("inconsistent", {"claimed": 28436, "last": "2025-12-07", "counted_low": 39292, "difference": -10856}),
    (
        "inconsistent",
        {
            "claimed": 1500,
            "below": 1269,
            "below_day": "2025-11-07",
            "above": 1772,
            "above_day": "2025-11-08",
        },
    ),
    (
        "passed_on",
        {
            "threshold": 30000,
            "passed_day": "2025-09-06",
            "total_on_passed_day": 30104,
            "claimed_day": "2025-09-07",
        },
    ),
    ("passed_on", {"threshold": 36816, "passed_day": "2025-10-22"}),
    (
        "stale_growth",
        {
            "claimed": 50,
            "fits_day": "2025-07-31",
            "growth_then": 50.5,
            "day": "2025-11-09",
            "growth": 19.5,
        },
    ),
    ("range_or_two", {"low": 75, "low_day": "2025-10-31", "high": 94, "high_day": "2025-11-05"}),
    ("range_or_two", {"low": 51, "low_day": "2025-10-31", "high": 57, "high_day": "2025-11-05"}),
    ("rival_values", {"low": 57, "high": 65, "start": "2025-11-07", "end": "2025-11-10"}),
    ("falls", {"before": 65, "before_day": "2025-11-07", "after": 57, "after_day": "2025-11-10"}),
    (
        "bases_differ",
        {
            "part": 94,
            "part_since": "2025-08-06",
            "whole": 38726,
            "whole_since": "2025-01-01",
            "share": 0.24,
            "whole_from_part_since": 13639,
            "share_from_part_since": 0.69,
        },
    ),
    ("units_differ", {"case": "C-001", "times": 2, "total": 94, "people_at_most": 93}),
    (
        "event_on_empty_day",
        {"first": "2025-11-10", "counted": 0, "nearest_day": "2025-11-09", "nearest": 349},
    ),
    ("event_vs_total", {"measure": "REARR", "logged": 2, "published_high": 2}),
    ("arithmetic", {"per_week": 50, "weeks": 52, "product": 2600, "per_year": 800}),
    ("near_miss", {"claimed": 37734, "likely": 36734}),
    ("near_miss", {"claimed": 737, "claimed_day": "2025-12-11", "likely_day": "2025-12-13"}),
    ("single_source", {"value": 153}),
    ("old", {"measure": "RET", "day": "2026-06-10"}),
)


@needs_editions
@pytest.mark.parametrize(
    ("code", "numbers"), FOUNDING, ids=[f"{code}-{n}" for n, (code, _) in enumerate(FOUNDING)]
)
def test_every_founding_example_is_found_with_its_numbers(
    example: Path, capsys: pytest.CaptureFixture[str], code: str, numbers: dict[str, Any]
) -> None:
    found = [each for each in findings(capsys, example) if each["code"] == code]
    assert any(numbers.items() <= each["numbers"].items() for each in found), found


@needs_editions
def test_each_finding_names_its_record_and_says_its_numbers(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = findings(capsys, example)
    assert {"undated", "unpublished", "single_source"} <= {each["code"] for each in found}
    assert all({"code", "severity", "record", "message", "numbers"} <= each.keys() for each in found)
    assert all(each["record"] and each["message"].endswith((".", "…")) for each in found)
    said = {each["message"] for each in found}
    assert "38,726 is the total to 8 November 2025; to 9 November 2025 it is 39,075, 349 more." in said


@needs_editions
def test_official_statistics_and_numbers_set_aside_ask_for_no_look(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = findings(capsys, example)
    assert len(found) < 120
    warnings = {each["record"] for each in found if each["severity"] == "warning"}
    with Workspace.open(example) as workspace:
        ranks = {figure.rank.value for id in warnings if (figure := workspace.get(Figure, id)) is not None}
    assert ranks <= {"normal", "preferred"}


@needs_editions
def test_as_known_on_a_day_nothing_later_is_compared(
    example: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = findings(capsys, example, "--known-on", "2025-11-07")
    days = [value for each in found for name, value in each["numbers"].items() if name.endswith("day")]
    assert found
    assert all(day <= "2025-11-07" for day in days if day)


@needs_editions
def test_the_plain_answer_stands_under_headings(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["check", str(example)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "The file is sound."
    assert "Fits another day (1)" in lines
    assert any(line.startswith("  38,726 is the total to 8 November 2025;") for line in lines)


def test_an_accepted_finding_says_why_and_is_not_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "example.evenhand"
    assert main(["new", str(path), "--sample"]) == 0
    first = findings(capsys, path)[0]
    with Workspace.open(path) as workspace, workspace.change("accept finding") as work:
        work.put(
            Acceptance(finding=first["key"], code=first["code"], record=first["record"], reason="Known.")
        )
    again = next(each for each in findings(capsys, path) if each["key"] == first["key"])
    assert again["accepted"] == "Known."
    assert main(["check", str(path)]) == 0
    assert "Accepted, and not listed: 1." in capsys.readouterr().out


def test_a_damaged_file_is_told_first_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "ledger.evenhand"
    assert main(["new", str(path), "--sample"]) == 0
    content = path.read_bytes()
    at = content.index(b"fewer than 100 people returned")
    path.write_bytes(content[:at] + b"F" + content[at + 1 :])
    capsys.readouterr()
    assert main(["check", str(path), "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert answer[0]["severity"] == "error"
    assert {"code", "severity", "record", "message", "numbers"} <= answer[0].keys()


@needs_editions
@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("more than 1,700 people crossed on 6-8 November 2025", "consistent"),
        ("38,726 people had arrived by 9 November", "fits_other_day"),
        ("94 people have been returned", "consistent"),
        ("arrivals are up nearly 50% on last year", "stale_growth"),
        ("fewer than 100 have been returned as of early November", "consistent"),
        ("French police are brutal", "not_checkable"),
    ],
)
def test_a_sentence_is_answered(
    example: Path, capsys: pytest.CaptureFixture[str], sentence: str, code: str
) -> None:
    (only,) = findings(capsys, example, "--claim", sentence, "--day", "2025-11-10")
    assert only["code"] == code


@needs_editions
@pytest.mark.parametrize(
    ("day", "growth"), [("2025-08-01", 50.5), ("2025-09-08", 34.8), ("2025-11-10", 19.5)]
)
def test_a_growth_rate_is_compared_with_the_day_it_is_said_on(
    example: Path, capsys: pytest.CaptureFixture[str], day: str, growth: float
) -> None:
    (only,) = findings(capsys, example, "--claim", "arrivals are up nearly 50% on last year", "--day", day)
    assert only["numbers"]["growth"] == growth
