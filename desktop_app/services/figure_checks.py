"""What is to be said of each figure beside its number: what the check finds, and what somebody decided."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Protocol

from desktop_app.domain.acceptances import Acceptance
from desktop_app.domain.amounts import Amount
from desktop_app.domain.checks.findings import Code, Finding, Severity
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.following import Following


class Settled(Enum):
    """What somebody has decided about a figure: it needs no look."""

    DEPRECATED = "deprecated"
    """`words` is why."""
    REVISED = "revised"
    """The same publisher has replaced it; `amount` is by what."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing to say of a figure."""

    code: Code | Settled
    amount: Amount | None = None
    words: str = ""
    """Why somebody decided so: of a deprecated figure, or of a finding that was accepted."""
    finding: Finding | None = field(default=None, compare=False)
    key: str = ""
    """Tells findings apart."""
    accepted: bool = False

    @property
    def needs_a_look(self) -> bool:
        """Whether somebody should decide something."""
        return self.finding is not None and self.finding.severity is not Severity.INFO and not self.accepted


class Findings(Protocol):
    """Where findings are asked for; `ui.checking.Checking` is one."""

    def of_record(self, id: str) -> Sequence[Finding]:
        """Those that concern a record."""
        ...

    def acceptance(self, finding: Finding) -> Acceptance | None:
        """Why somebody has accepted one, if anybody has."""
        ...

    def asks_for_a_look(self, figure: str) -> bool:
        """Whether anything that concerns a figure asks for a look."""
        ...

    @property
    def figures_to_look_at(self) -> int:
        """How many figures are concerned by what asks for a look."""
        ...


class FigureChecks:
    """What is to be said of the figures that `account` tells of."""

    def __init__(self, account: Callable[[], Following], findings: Findings) -> None:
        self._account, self._findings = account, findings

    def of(self, figure: Figure) -> tuple[Check, ...]:
        """What is to be said of one figure: what asks for a look first."""
        found = [*_decided(self._account(), figure), *self._found(figure)]
        return tuple(sorted(found, key=_quiet))

    def needs_a_look(self, id: str) -> bool:
        """Whether somebody should look at a figure."""
        return self._findings.asks_for_a_look(id)

    @property
    def to_look_at(self) -> int:
        """How many figures somebody should look at."""
        return self._findings.figures_to_look_at

    def _found(self, figure: Figure) -> Iterator[Check]:
        for finding in self._findings.of_record(figure.id):
            acceptance = self._findings.acceptance(finding)
            yield Check(
                finding.code,
                words="" if acceptance is None else acceptance.reason,
                finding=finding,
                key=finding.key,
                accepted=acceptance is not None,
            )


def _decided(ledger: Following, figure: Figure) -> Iterator[Check]:
    if ledger.stands(figure.id):
        return
    if figure.rank is Rank.DEPRECATED:
        yield Check(Settled.DEPRECATED, words=figure.rank_reason)
    for one in ledger.revisers(figure.id):
        if one.rank is not Rank.DEPRECATED:
            yield Check(Settled.REVISED, one.amount)


def _quiet(check: Check) -> bool:
    return not check.needs_a_look
