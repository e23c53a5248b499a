"""A kept copy of evidence: the file itself lies in the workspace, known by the SHA-256 of its bytes."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.domain.identity import new_id
from desktop_app.domain.sharing import Sharing


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file kept with a record. Its bytes are the workspace's *content* of this SHA-256."""

    id: str = field(default_factory=new_id)
    record: str = ""
    """Id of what it is evidence for: a source, an event, or a field note."""
    name: str = ""
    """The file's own name, without its folder."""
    media_type: str = ""
    sha256: str = ""
    """Of the bytes, in lower-case hexadecimal."""
    size: int = 0
    """In bytes."""
    made: str = ""
    """When the file says it was made or last changed (UTC, ISO 8601), where it says so."""
    note: str = ""
    sharing: Sharing = Sharing.CLEAR
    recorded: str = ""
    """When it was attached: UTC, ISO 8601 to the second."""
