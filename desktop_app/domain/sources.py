"""Where something was read or heard: sources, citations of them, and the grades given to both."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from desktop_app.domain.dates import UNDATED, PartialDate
from desktop_app.domain.identity import new_id
from desktop_app.domain.sharing import Sharing


class SourceKind(StrEnum):
    """What sort of publication or testimony a source is."""

    OFFICIAL_STATISTICS = "official statistics"
    TREATY_OR_LAW = "treaty or law"
    MINISTERIAL_STATEMENT = "ministerial statement"
    PRESS_RELEASE = "press release"
    COURT_RECORD = "court record"
    NEWS_REPORT = "news report"
    WIRE_COPY = "wire copy"
    VIDEO = "video"
    LAW_FIRM_PAGE = "law-firm page"
    NGO_REPORT = "NGO report"
    OWN_OBSERVATION = "own observation"
    TESTIMONY = "testimony"
    OTHER = "other"


class Reliability(StrEnum):
    """Reliability of a source on the Admiralty scale (NATO AJP-2.1), A best, F cannot be judged."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Quotation(StrEnum):
    """Whose words an excerpt is in."""

    VERBATIM = "verbatim"
    PARAPHRASE = "paraphrase"
    TRANSLATED = "translated"


class Stance(StrEnum):
    """What the source does with the thing it is cited for."""

    ASSERTS = "asserts"
    DENIES = "denies"
    MENTIONS = "mentions"


CREDIBILITY_UNJUDGED = 6


@dataclass(frozen=True, slots=True)
class Source:
    """A publication or testimony. Its publisher is not its speaker: who spoke belongs to the figure."""

    id: str = field(default_factory=new_id)
    publisher: str = ""
    title: str = ""
    kind: SourceKind = SourceKind.OTHER
    author: str = ""
    language: str = "en"
    published: PartialDate = UNDATED
    published_words: str = ""
    accessed: PartialDate = UNDATED
    address: str = ""
    reliability: Reliability = Reliability.F
    derives_from: str = ""
    """Id of the source that this one repeats, if any."""
    note: str = ""
    sharing: Sharing = Sharing.CLEAR

    @property
    def short_name(self) -> str:
        """What to call it in a table: the publisher, or the title where no publisher is named."""
        return self.publisher or self.title


@dataclass(frozen=True, slots=True)
class Citation:
    """A source for one record: part of that record, kept and undone with it."""

    source: str
    """Id of the source."""
    excerpt: str = ""
    locator: str = ""
    quotation: Quotation = Quotation.PARAPHRASE
    stance: Stance = Stance.ASSERTS
    credibility: int = CREDIBILITY_UNJUDGED
    """1 confirmed by independent sources ... 5 improbable, 6 cannot be judged."""
    speaker: str = ""
    """Who says it in this source, where that is another than the record's own speaker."""
    note: str = ""

    def __post_init__(self) -> None:
        if not 1 <= self.credibility <= CREDIBILITY_UNJUDGED:
            raise ValueError(f"credibility {self.credibility} is not 1 to 6")
