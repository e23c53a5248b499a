"""An event that is half typed, as it is put by while another is changed or another case is looked at."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.event_draft import EventDraft
from desktop_app.domain.event_line import EventLine

NOTHING = EventLine("")
"""What an empty line says."""


@dataclass(frozen=True)
class Half:
    """The line with what was read of it, and the draft: fields may have been typed into by hand."""

    line: str
    draft: EventDraft
    read: EventLine
