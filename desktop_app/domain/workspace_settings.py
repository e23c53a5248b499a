"""What is decided for a whole workspace, and so lies in its file and in its history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

CASE_NAMES: Final = "case names"
"""Id of the setting that gives cases a field for a name; without it there is none."""

ON: Final = "on"
"""The value of a setting that is turned on; any other, and none, is off."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One decision, known by its name."""

    id: str
    value: str = ""
