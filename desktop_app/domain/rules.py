"""A term of the scheme: what must follow what, within how many days, in force from when to when."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.domain.dates import UNDATED, PartialDate
from desktop_app.domain.events import EventKind
from desktop_app.domain.identity import new_id
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation


@dataclass(frozen=True, slots=True)
class Rule:
    """A sourced term of the scheme. A rule with `days` is a clock from one event type to another."""

    id: str = field(default_factory=new_id)
    title: str = ""
    text: str = ""
    starts_with: EventKind | None = None
    ends_with: EventKind | None = None
    days: int | None = None
    in_force: PartialDate = UNDATED
    citations: tuple[Citation, ...] = ()
    note: str = ""
    sharing: Sharing = Sharing.CLEAR
    recorded: str = ""
