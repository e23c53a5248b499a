"""The gallery: every chart as pictures, one sheet of all of them, and a page of their words."""

from __future__ import annotations

from pathlib import Path

import gallery
import pytest
from PySide6.QtGui import QImage

from desktop_app.charts import registry


def test_the_newest_edition_is_taken(tmp_path: Path) -> None:
    assert gallery.newest_edition(tmp_path) is None
    for name in ("2025-11-14.ods", "2026-08-21.ods", "2026-01-30.ods", "notes.txt"):
        (tmp_path / name).touch()
    assert gallery.newest_edition(tmp_path) == tmp_path / "2026-08-21.ods"


@pytest.mark.usefixtures("qapp")
def test_every_chart_is_there_at_every_size_in_both_themes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gallery, "SIZES", {"small": (320, 200), "tall": (200, 320)})
    pictures = gallery.make(tmp_path / "made", None)
    names = {picture.path.name for picture in pictures}
    assert names == {
        f"{name}-{size}-{theme}.png"
        for name in (*registry.names(), *gallery.MODES)
        for size in ("small", "tall")
        for theme in ("light", "dark")
    }
    assert QImage(str(tmp_path / "made" / f"{registry.FIRST}-tall-dark.png")).height() == 320
    sheet = QImage(str(tmp_path / "made" / "contact-sheet.png"))
    assert sheet.height() == (len(registry.names()) + len(gallery.MODES)) * gallery.HIGH
    page = (tmp_path / "made" / "index.html").read_text(encoding="utf-8")
    assert all(f'src="{name}"' in page for name in names)
    assert 'alt=""' not in page
