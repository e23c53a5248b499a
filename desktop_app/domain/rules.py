"""A term of the scheme: what must follow what, within how many days, in force from when to when."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from desktop_app.domain.dates import UNDATED, PartialDate
from desktop_app.domain.events import EventKind
from desktop_app.domain.identity import new_id
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation


class RuleKind(StrEnum):
    """What a rule is for."""

    TERM = "term"
    """A term of the scheme; with a limit and the two types of event it runs between, a clock."""
    CRITERION = "criterion"
    """A question on the checklist for the legal route; `text` asks it so that yes speaks for it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A sourced term of the scheme. Versions of one term, by time or by teller, share a `clause`."""

    id: str = field(default_factory=new_id)
    kind: RuleKind = RuleKind.TERM
    clause: str = ""
    """What the versions of one term have in common: "request", "reply"; empty for one that stands alone."""
    version: str = ""
    """Which version this is, in a few words: "as the press has it", "treaty, article 6"."""
    title: str = ""
    text: str = ""
    starts_with: EventKind | None = None
    ends_with: EventKind | None = None
    days: int | None = None
    """Within so many days of the start."""
    extended_days: int | None = None
    """Within so many days in the exceptional cases that the term allows for."""
    months: int | None = None
    """Within so many calendar months of the start, where the term is given in months."""
    in_force: PartialDate = UNDATED
    """The whole span of days on which this version holds."""
    citations: tuple[Citation, ...] = ()
    note: str = ""
    sharing: Sharing = Sharing.CLEAR
    recorded: str = ""

    @property
    def is_clock(self) -> bool:
        """Whether it says within which time one event must follow another."""
        has_limit = self.days is not None or self.months is not None
        return has_limit and self.starts_with is not None and self.ends_with is not None
