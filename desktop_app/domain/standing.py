"""How a figure stands to the line of its measure, and what decided between it and others."""

from __future__ import annotations

from enum import StrEnum


class Why(StrEnum):
    """What decided between figures about the same thing, in the order in which it is asked."""

    PREFERRED = "preferred"
    CLOSER_DATES = "closer dates"
    """Its days are known more exactly than those of what else may be meant."""
    OFFICIAL = "official statistics"
    RELIABILITY = "better reliability"
    EARLIER = "published earlier"
    FIRST_KEPT = "first kept"
    """Nothing else tells them apart."""


class Standing(StrEnum):
    """What a figure is to the line of its measure."""

    ALONE = "alone"
    """It is drawn, and is the only one about its days."""
    DRAWN = "drawn"
    BESIDE = "beside"
    """Another one is drawn; this one widens the range or agrees."""
    DEPRECATED = "deprecated"
    REVISED = "revised"
    """A later figure of the same publisher replaces it."""
    NO_NUMBER = "no number"
    NO_DATE = "no date"
    OFF_LINE = "off line"
    """It is on no line: finer figures cover its days, or it is of a basis that is not drawn."""
