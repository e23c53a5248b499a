"""One answer on the checklist for the legal route: what is known of a case, by whom, on one criterion."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from desktop_app.domain.identity import new_id
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation


class Reply(StrEnum):
    """What is answered. An unanswered criterion has no record; NOT_KNOWN says that somebody asked."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not known"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer for one case to one criterion, which is a `Rule` of kind CRITERION."""

    id: str = field(default_factory=new_id)
    case: str = ""
    """Id of the case."""
    rule: str = ""
    """Id of the criterion, in the version that was answered."""
    reply: Reply = Reply.NOT_KNOWN
    citations: tuple[Citation, ...] = ()
    note: str = ""
    sharing: Sharing = Sharing.AMBER
    recorded: str = ""
