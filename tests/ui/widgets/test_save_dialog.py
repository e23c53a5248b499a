from __future__ import annotations

from pathlib import Path

from desktop_app.ui.widgets.save_dialog import with_ending


def test_a_name_with_its_ending_stays(tmp_path: Path) -> None:
    assert with_ending(tmp_path / "chart.PNG", ".png") == tmp_path / "chart.PNG"


def test_an_ending_put_on_never_hits_a_file_nobody_asked_about(tmp_path: Path) -> None:
    assert with_ending(tmp_path / "chart.v2", ".png") == tmp_path / "chart.v2.png"
    (tmp_path / "chart.v2.png").touch()
    assert with_ending(tmp_path / "chart.v2", ".png") == tmp_path / "chart.v2 2.png"
