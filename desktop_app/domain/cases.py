"""A case: one person's or group's chain of events, under a code and never under a name by default."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.domain.identity import new_id
from desktop_app.domain.sharing import Sharing


@dataclass(frozen=True, slots=True)
class Case:
    """A person or a group, known by `code` (C-001). What happened to them are `Event` records."""

    id: str = field(default_factory=new_id)
    code: str = ""
    description: str = ""
    """A few neutral words that tell cases apart without naming anybody."""
    nationality: str = ""
    name: str = ""
    """Empty unless the workspace has turned names on; never shown to an audience."""
    note: str = ""
    sharing: Sharing = Sharing.AMBER
    recorded: str = ""
