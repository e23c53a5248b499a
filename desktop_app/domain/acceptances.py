"""A finding of the check that somebody has looked at and accepted, and why."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.domain.identity import new_id


@dataclass(frozen=True, slots=True)
class Acceptance:
    """It holds for this finding with these numbers: when they change, the finding is asked about again."""

    id: str = field(default_factory=new_id)
    finding: str = ""
    """The finding's `key`: its code, the records it is about, and its numbers."""
    code: str = ""
    record: str = ""
    """Id of the record that the finding was shown at."""
    reason: str = ""
    recorded: str = ""
