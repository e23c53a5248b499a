"""A scheme: a reciprocal arrangement between two parties, and the measures that tell how it goes."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop_app.domain.dates import UNDATED, PartialDate
from desktop_app.domain.identity import new_id
from desktop_app.domain.measures import ADM, ARR, RET


@dataclass(frozen=True, slots=True)
class Scheme:
    """A reciprocal arrangement. "Since start" in an entry means since `start`."""

    id: str = field(default_factory=new_id)
    name: str = ""
    parties: tuple[str, ...] = ()
    outbound: str = RET
    inbound: str = ADM
    pressure: str = ARR
    start: PartialDate = UNDATED
    note: str = ""
