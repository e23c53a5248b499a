"""What users do with a finding of the check: accept it with a reason, and take that back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desktop_app.domain.acceptances import Acceptance
from desktop_app.domain.checks.findings import Finding
from desktop_app.services.workspace import Workspace


def accept(workspace: Workspace, findings: Sequence[Finding], reason: str) -> list[Acceptance]:
    """Accept findings for one reason, in one step. Each holds while its numbers stay the same.

    One that is accepted already gets the new reason. Raises ValueError where no reason is given.
    """
    reason = reason.strip()
    if not reason:
        raise ValueError("a finding is accepted for a reason")
    before = {one.finding: one for one in workspace.every(Acceptance)}
    label = "accept finding" if len(findings) == 1 else "accept findings"
    with workspace.change(label) as work:
        return [work.put(_acceptance(finding, reason, before.get(finding.key))) for finding in findings]


def take_back(workspace: Workspace, acceptances: Iterable[Acceptance]) -> None:
    """Ask about these findings again."""
    chosen = list(acceptances)
    label = "take back acceptance" if len(chosen) == 1 else "take back acceptances"
    with workspace.change(label) as work:
        for one in chosen:
            work.remove(one)


def _acceptance(finding: Finding, reason: str, before: Acceptance | None) -> Acceptance:
    made = Acceptance(finding=finding.key, code=finding.code.value, record=finding.record, reason=reason)
    if before is None:
        return made
    return Acceptance(before.id, made.finding, made.code, made.record, reason, before.recorded)
