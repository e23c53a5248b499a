"""The real editions of the Home Office's time series, where this machine has copies of them.

The project carries none. They are looked for in the folder that EVENHAND_HOME_OFFICE names, else in
`shared/data/home_office` beside the checkout.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_BESIDE = Path(__file__).resolve().parents[3] / "shared" / "data" / "home_office"
FOLDER = Path(os.environ.get("EVENHAND_HOME_OFFICE", "") or _BESIDE)

needs_editions = pytest.mark.skipif(
    not (FOLDER / "2025-11-14.ods").is_file(), reason="no copies of the Home Office's files here"
)


def real(day: str) -> Path:
    """The edition of a day."""
    return FOLDER / f"{day}.ods"
