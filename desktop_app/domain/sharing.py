"""How far a record may travel: the Traffic Light Protocol's four levels."""

from __future__ import annotations

from enum import StrEnum


class Sharing(StrEnum):
    """A record's sharing level (FIRST, TLP 2.0); only CLEAR may reach an audience or an export."""

    CLEAR = "clear"
    GREEN = "green"
    AMBER = "amber"
    RED = "red"
