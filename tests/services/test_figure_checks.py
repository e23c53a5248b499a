"""What is said of a figure beside its number: what the check finds, what was accepted, what is settled."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop_app.domain.acceptances import Acceptance
from desktop_app.domain.checks.check import Checker
from desktop_app.domain.checks.findings import Code, Finding, Severity, accepted
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.following import Following
from desktop_app.domain.measures import ARR, RET
from desktop_app.services import acceptances
from desktop_app.services.figure_checks import FigureChecks, Settled
from desktop_app.services.workspace import Workspace
from tests.domain.ledgers import PAPER, figure

TODAY = date(2025, 11, 20)


class Found:
    """The findings of a workspace as they are now."""

    def __init__(self, workspace: Workspace) -> None:
        self._checker = Checker(workspace, TODAY)
        self._accepted = accepted(workspace, self._checker.findings)

    def of_record(self, id: str) -> tuple[Finding, ...]:
        return self._checker.of_record(id)

    def acceptance(self, finding: Finding) -> Acceptance | None:
        return self._accepted.get(finding.key)

    def asks_for_a_look(self, figure: str) -> bool:
        return any(
            self.acceptance(each) is None and each.severity is not Severity.INFO
            for each in self.of_record(figure)
        )

    @property
    def figures_to_look_at(self) -> int:
        return 0


def checks(workspace: Workspace) -> FigureChecks:
    following = Following(workspace)
    return FigureChecks(lambda: following, Found(workspace))


def codes(workspace: Workspace, id: str) -> list[Code | Settled]:
    found = workspace.get(Figure, id)
    assert found is not None
    return [check.code for check in checks(workspace).of(found)]


def ledger() -> list[Figure]:
    return [
        figure(RET, "94", "2025-11-05", id="drawn", rank=Rank.PREFERRED),
        figure(RET, "57", "2025-11-05", id="rival"),
        figure(RET, "60", "2025-11-05", id="out", rank=Rank.DEPRECATED, rank_reason="a slip"),
        replace(figure(RET, "100", "2025-11-06", id="bare"), citations=()),
        replace(figure(RET, "7", "", id="undated"), published=PartialDate.parse("2025-11-05")),
        figure(ARR, "10", "2025-11-05", id="old"),
        figure(ARR, "12", "2025-11-05", id="new", revises="old"),
    ]


def test_rivals_gaps_and_what_is_settled_are_named() -> None:
    with Workspace.in_memory(first=[PAPER, *ledger()]) as workspace:
        assert Code.RIVAL_VALUES in codes(workspace, "drawn")
        assert Code.RIVAL_VALUES in codes(workspace, "rival")
        assert Settled.DEPRECATED in codes(workspace, "out")
        assert Settled.REVISED in codes(workspace, "old")
        assert Code.NO_SOURCE in codes(workspace, "bare")
        assert Code.UNDATED in codes(workspace, "undated")


def test_what_is_settled_needs_no_look() -> None:
    with Workspace.in_memory(first=[PAPER, *ledger()]) as workspace:
        out = workspace.get(Figure, "out")
        assert out is not None
        (settled,) = [each for each in checks(workspace).of(out) if each.code is Settled.DEPRECATED]
        assert settled.words == "a slip"
        assert not settled.needs_a_look


def test_an_accepted_finding_needs_no_look_and_says_why() -> None:
    with Workspace.in_memory(first=[PAPER, *ledger()]) as workspace:
        drawn = workspace.get(Figure, "drawn")
        assert drawn is not None
        found = [each for each in Found(workspace).of_record("drawn") if each.code is Code.RIVAL_VALUES]
        acceptances.accept(workspace, found, " A later flight ")
        (check,) = [each for each in checks(workspace).of(drawn) if each.code is Code.RIVAL_VALUES]
        assert check.words == "A later flight"
        assert not check.needs_a_look
