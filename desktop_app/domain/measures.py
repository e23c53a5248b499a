"""What is counted: the catalogue of measures, their units and their direction."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Basis(StrEnum):
    """How a number relates to time; numbers of different bases are never joined on one line."""

    FLOW = "flow"
    """Counted within a period."""
    CUMULATIVE = "cumulative"
    """A running total since a date, as at another."""
    STOCK = "stock"
    """The state at a date."""
    TARGET = "target"
    """Aimed at, per period."""


class Unit(StrEnum):
    """What one of the counted things is."""

    PERSON = "person"
    REMOVAL = "removal"
    BOAT = "boat"
    EVENT = "event"
    FLIGHT = "flight"
    PERCENT = "percent"
    POUND = "pound"
    RATIO = "ratio"
    UNSTATED = "unstated"


class Direction(StrEnum):
    """Which way across the Channel the counted people move."""

    TO_UK = "to the UK"
    TO_FRANCE = "to France"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that is counted. `id` is its code (ARR, RET ...): unique, short, upper case.

    `label` and `definition` are empty for the built-in measures, whose words are in `words.labels`;
    a measure that a user adds carries its own.
    """

    id: str
    unit: Unit = Unit.PERSON
    basis: Basis = Basis.FLOW
    """The basis its figures usually have; each figure still states its own."""
    direction: Direction = Direction.NONE
    label: str = ""
    definition: str = ""
    definition_source: str = ""


ARR = "ARR"
ARR_BOATS = "ARR_BOATS"
ARR_UNCTRL = "ARR_UNCTRL"
PREV = "PREV"
PREV_EV = "PREV_EV"
RET = "RET"
ADM = "ADM"
REARR = "REARR"
RERET = "RERET"
DET = "DET"
REQ = "REQ"
REQ_OK = "REQ_OK"
REQ_NO = "REQ_NO"
TGT_RET_WK = "TGT_RET_WK"
TGT_RET_YR = "TGT_RET_YR"

BUILT_IN: tuple[Measure, ...] = (
    Measure(ARR, Unit.PERSON, Basis.FLOW, Direction.TO_UK),
    Measure(ARR_BOATS, Unit.BOAT, Basis.FLOW, Direction.TO_UK),
    Measure(ARR_UNCTRL, Unit.BOAT, Basis.FLOW, Direction.TO_UK),
    Measure(PREV, Unit.PERSON, Basis.FLOW, Direction.TO_UK),
    Measure(PREV_EV, Unit.EVENT, Basis.FLOW, Direction.TO_UK),
    Measure(RET, Unit.UNSTATED, Basis.CUMULATIVE, Direction.TO_FRANCE),
    Measure(ADM, Unit.PERSON, Basis.CUMULATIVE, Direction.TO_UK),
    Measure(REARR, Unit.PERSON, Basis.CUMULATIVE, Direction.TO_UK),
    Measure(RERET, Unit.PERSON, Basis.CUMULATIVE, Direction.TO_FRANCE),
    Measure(DET, Unit.PERSON, Basis.CUMULATIVE),
    Measure(REQ, Unit.PERSON, Basis.CUMULATIVE, Direction.TO_FRANCE),
    Measure(REQ_OK, Unit.PERSON, Basis.CUMULATIVE, Direction.TO_FRANCE),
    Measure(REQ_NO, Unit.PERSON, Basis.CUMULATIVE, Direction.TO_FRANCE),
    Measure(TGT_RET_WK, Unit.PERSON, Basis.TARGET, Direction.TO_FRANCE),
    Measure(TGT_RET_YR, Unit.PERSON, Basis.TARGET, Direction.TO_FRANCE),
)
"""The measures every new workspace starts with (`product.md`, "Measures at the start").

RET is counted in unstated units on purpose: no source says whether a man returned twice counts twice.
"""
