"""A figure: what one source said of one measure, in its own words."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from desktop_app.domain.amounts import UNQUANTIFIED, Amount
from desktop_app.domain.dates import UNDATED, Obtained, PartialDate
from desktop_app.domain.identity import new_id
from desktop_app.domain.measures import Basis
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation


class Status(StrEnum):
    """Observation status (SDMX code list CL_OBS_STATUS 2.2, the codes that apply here)."""

    NORMAL = "A"
    BREAK = "B"
    DEFINITION_DIFFERS = "D"
    ESTIMATED = "E"
    MISSING = "M"
    PROVISIONAL = "P"
    UNVALIDATED = "V"


class Rank(StrEnum):
    """Which reading is drawn where several stand (as Wikidata ranks statements)."""

    PREFERRED = "preferred"
    NORMAL = "normal"
    DEPRECATED = "deprecated"


@dataclass(frozen=True, slots=True)
class Figure:
    """What a source said of a measure. Nothing in it is computed, and no other figure overwrites it."""

    id: str = field(default_factory=new_id)
    measure: str = ""
    """Code of the measure."""
    amount: Amount = UNQUANTIFIED
    amount_words: str = ""
    """The number as the source wrote it, with the words around it."""
    basis: Basis = Basis.FLOW
    counted_since: PartialDate = UNDATED
    """Where a running total begins; undated for other bases, or where the source does not say."""
    period: PartialDate = UNDATED
    """The period a flow or target covers; the day a running total or a stock stands for."""
    period_words: str = ""
    period_how: Obtained = Obtained.STATED
    data_to: PartialDate = UNDATED
    """The last day the number includes, where known and other than the period's own end."""
    published: PartialDate = UNDATED
    """When the number was first published; decides from which day on it is known."""
    speaker: str = ""
    """Who gave the number (a minister, a ministry), as distinct from the publisher who printed it."""
    status: Status = Status.NORMAL
    rank: Rank = Rank.NORMAL
    rank_reason: str = ""
    revises: str = ""
    """Id of the earlier figure that the same publisher replaced by this one."""
    citations: tuple[Citation, ...] = ()
    note: str = ""
    sharing: Sharing = Sharing.CLEAR
    recorded: str = ""
    """When it entered this file: UTC, ISO 8601 to the second."""

    @property
    def as_at(self) -> PartialDate:
        """The day a running total truly stands for: its cut-off where that is known, else its period."""
        return self.data_to if self.data_to.is_dated else self.period
