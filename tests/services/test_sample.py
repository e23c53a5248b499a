"""The example holds what the articles and the public record say, each with its source, and is sound."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.rules import Rule
from desktop_app.domain.sources import Source
from desktop_app.domain.statements import Statement
from desktop_app.services import sample
from desktop_app.services.workspace import Workspace
from desktop_app.store import integrity

SCHEME = Path(__file__).resolve().parents[3] / "shared" / "data" / "scheme"
FROM_THE_CASES = {"S23", "S24", "S28", "S29", "S31", "S32"}
"""Public events that the example tells as events of the two cases (E04 to E12)."""


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def kept(name: str) -> dict[str, dict[str, str]]:
    return {row["key"]: row for row in rows(sample.paths.resources() / "sample" / f"{name}.csv")}


def test_it_makes_a_sound_file(tmp_path: Path) -> None:
    sample.create(tmp_path / "example.evenhand")
    assert integrity.check(tmp_path / "example.evenhand") == []


def test_everything_has_a_source_and_every_source_is_used() -> None:
    records = sample.records()
    cited: set[str] = set()
    for record in records:
        citations = getattr(record, "citations", None)
        if citations is not None:
            assert citations, record
            cited |= {citation.source for citation in citations}
    unused = [each.title for each in records if isinstance(each, Source) and each.id not in cited]
    assert unused == []


def test_it_holds_each_item_of_the_articles() -> None:
    figures, events, statements = kept("figures"), kept("events"), kept("statements")
    numbered = {f"F{n:02d}" for n in range(1, 27) if n not in (10, 11, 18)}
    assert numbered | {"F10a", "F10b", "F11a", "F11b"} <= set(figures)
    assert {f"E{n:02d}" for n in range(1, 12)} <= set(events)
    assert {f"R{n:02d}" for n in range(1, 5)} <= set(events)
    assert {f"A{n:02d}" for n in range(1, 54)} <= set(statements)
    assert {re.sub("[a-e]$", "", key) for key in kept("rules")} == {f"R{n:02d}" for n in range(5, 18)}
    assert {f"ref-{n}" for n in range(1, 17)} <= set(kept("sources"))


def test_two_values_joined_in_one_range_are_two_dated_figures() -> None:
    figures = kept("figures")
    for first, second, numbers in (("F10a", "F10b", ("75", "94")), ("F11a", "F11b", ("51", "57"))):
        assert (figures[first]["amount"], figures[second]["amount"]) == numbers
        assert figures[first]["words"] == figures[second]["words"] == "between {} and {}".format(*numbers)
        assert figures[first]["period"] == "2025-10-31"
        assert figures[second]["period"] == "[2025-11-01..2025-11-10]"


def test_a_total_with_a_doubtful_day_keeps_its_wording() -> None:
    figure = kept("figures")["F07"]
    assert (figure["amount"], figure["period"], figure["period_words"], figure["data_to"]) == (
        "38,726",
        "2025-11-09",
        "by November 9, 2025",
        "2025-11-08",
    )


def test_remarks_are_whole_sentences() -> None:
    for name in ("figures", "events", "statements", "rules", "sources"):
        for key, row in kept(name).items():
            assert not re.search(r": ;|::|  |\bour arithmetic\b", row["note"]), (key, row["note"])


@pytest.mark.skipif(not SCHEME.is_dir(), reason="no copy of the collected public record here")
class TestPublicRecord:
    def test_every_public_figure_with_its_numbers_days_speaker_and_source(self) -> None:
        figures, sources = kept("figures"), kept("sources")
        collected = rows(SCHEME / "public_figures.csv")
        assert len(collected) == 105
        for number, row in enumerate(collected, 1):
            figure = figures[f"P{number:03d}"]
            said = {f"{int(row[end]):,}" for end in ("value_low", "value_high") if row[end]}
            assert all(value in figure["amount"] for value in said), figure
            assert figure["published"] == row["published"]
            if row["speaker"] not in ("not named", "not seen"):
                assert figure["speaker"] == row["speaker"]
            addresses = {
                sources[cited.split(":")[0].strip()]["address"] for cited in figure["sources"].split(";")
            }
            assert row["url"] in addresses

    def test_every_public_event_with_its_day_and_source(self) -> None:
        events, sources = kept("events"), kept("sources")
        collected = rows(SCHEME / "public_events.csv")
        assert len(collected) == 53
        told = {event["date"] for event in events.values()}
        for number, row in enumerate(collected, 1):
            key = f"S{number:02d}"
            assert row["date_edtf"] in told
            if key not in FROM_THE_CASES:
                cited = {
                    sources[each.split(":")[0].strip()]["address"]
                    for each in events[key]["sources"].split(";")
                }
                assert events[key]["date"] == row["date_edtf"]
                assert row["url"] in cited


def test_what_is_shown_in_the_window_is_there() -> None:
    with Workspace.in_memory(first=sample.records()) as workspace:
        assert (workspace.count(Case), workspace.count(Rule)) == (2, 22)
        assert workspace.count(Figure) == len(kept("figures")) + 91
        assert (workspace.count(Event), workspace.count(Statement)) == (68, 53)


def test_rules_are_kept_in_versions_that_are_sourced() -> None:
    rules = [record for record in sample.records() if isinstance(record, Rule)]
    assert all(rule.citations for rule in rules)
    versions: dict[str, set[str]] = {}
    for rule in rules:
        versions.setdefault(rule.clause, set()).add(rule.version)
    rivals = {clause for clause, told in versions.items() if clause and len(told) > 1}
    assert rivals == {"request", "reply", "expiry", "family link"}
    assert all("" not in versions[clause] for clause in rivals)
    limits = {(rule.clause, rule.version): (rule.days, rule.extended_days, rule.months) for rule in rules}
    assert limits["request", "press"] == (3, None, None)
    assert limits["request", "treaty"] == (14, None, None)
    assert limits["reply", "treaty"] == (14, 28, None)
    assert limits["whole procedure", "treaty"] == (None, None, 3)
