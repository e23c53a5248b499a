"""What an actor said that is not a number: who, when, where, in which words, on what."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from desktop_app.domain.dates import UNDATED, Obtained, PartialDate
from desktop_app.domain.identity import new_id
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation, Quotation


class Position(StrEnum):
    """Where a statement stands on its topic."""

    FOR = "for"
    AGAINST = "against"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Statement:
    """Words of an actor, with what they answer."""

    id: str = field(default_factory=new_id)
    speaker: str = ""
    role: str = ""
    organisation: str = ""
    date: PartialDate = UNDATED
    date_words: str = ""
    date_how: Obtained = Obtained.STATED
    venue: str = ""
    """Where it was said: a broadcaster, a committee, a paper."""
    words: str = ""
    quotation: Quotation = Quotation.PARAPHRASE
    original_words: str = ""
    language: str = "en"
    topic: str = ""
    position: Position = Position.NEITHER
    answers: tuple[str, ...] = ()
    """Ids of the statements, figures or events that it answers."""
    disputes: tuple[str, ...] = ()
    """Ids of the statements, figures or events that it disputes."""
    same_utterance: str = ""
    """Id of the statement that quotes the same utterance in other words; empty for the first of them."""
    citations: tuple[Citation, ...] = ()
    note: str = ""
    sharing: Sharing = Sharing.CLEAR
    recorded: str = ""
