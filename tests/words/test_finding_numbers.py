"""The arithmetic of findings as a table: every number that a finding of the example gives has a name."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.checks.check import check
from desktop_app.domain.checks.findings import Code, Finding, Severity
from desktop_app.services import sample
from desktop_app.services.workspace import Workspace, first_records
from desktop_app.words import finding_numbers
from desktop_app.words.formats import PlainFormats
from tests.domain.ledgers import Ledger

FORMATS = PlainFormats()


def test_every_number_of_the_example_is_named() -> None:
    with Workspace.in_memory(first=[*first_records(), *sample.records()]) as workspace:
        names = {name for finding in check(workspace, date(2026, 11, 23)) for name in finding.numbers}
    ends = {"claimed_high", "counted_high", "published_high"}
    assert names - ends <= set(finding_numbers.NAMES)


def test_what_is_not_known_is_left_out_and_ranges_are_one_line() -> None:
    finding = Finding(
        Code.INCONSISTENT,
        Severity.WARNING,
        "figure",
        "f1",
        numbers={
            "claimed": 11_500,
            "claimed_low": None,
            "claimed_high": 11_499,
            "last": date(2025, 11, 3),
            "counted_low": 11_518,
            "counted_high": 13_639,
            "difference": -19,
            "nearest": None,
        },
    )
    rows = dict(finding_numbers.rows(finding, Ledger(), FORMATS))
    assert rows["Given"] == "11,500"
    assert rows["Counted"] == "11,518–13,639"
    assert rows["To"] == "3 November 2025"
    assert "Counted on that day" not in rows
