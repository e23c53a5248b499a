"""Every chart still looks as it did when somebody last looked at it.

Where a change is meant, `python -m tests.charts.pictures` draws the pictures anew (CONTRIBUTING.md).
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from desktop_app.charts.looks import face
from tests.charts.likeness import difference
from tests.charts.pictures import FOLDER, PICTURES, stored

MOST = 12
"""So many of 256,000 pixels may differ: fewer than the smallest mark has."""

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(sys.platform != "linux", reason="letters are softened otherwise on other systems"),
]


@pytest.mark.parametrize("name", PICTURES)
def test_it_looks_as_it_did(name: str, tmp_path: Path) -> None:
    assert face.is_loaded(), "the letters of charts are not installed: pictures cannot be compared"
    before, now = QImage(str(stored(name))), PICTURES[name]()
    assert not before.isNull(), f"{stored(name)} is not there"
    found = difference(before, now)
    if found.pixels > MOST:
        for what, picture in (("stored", before), ("drawn", now), ("difference", found.picture)):
            picture.save(str(tmp_path / f"{name}-{what}.png"))
        pytest.fail(
            f"{name} looks otherwise in {found.pixels} pixels (red is new, blue is gone): "
            f"{tmp_path / name}-difference.png. If that is meant: python -m tests.charts.pictures {name}"
        )


def test_no_picture_is_stored_for_nothing() -> None:
    assert {path.stem for path in FOLDER.glob("*")} == set(PICTURES)
