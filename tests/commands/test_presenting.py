"""A talk begun from the terminal: what is asked for is looked up before a window is shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app import app
from desktop_app.cli import main
from desktop_app.services import scenes
from desktop_app.services.workspace import Workspace

CHART = "returns-arrivals"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.evenhand"
    with Workspace.create(path) as workspace:
        scenes.save(workspace, "First", CHART, "")
        scenes.save(workspace, "Second", CHART, "")
    return path


@pytest.fixture
def openings(monkeypatch: pytest.MonkeyPatch) -> list[app.Opening]:
    """What the window would be opened with: no window is shown by these tests."""
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    asked: list[app.Opening] = []

    def run(opening: app.Opening) -> int:
        asked.append(opening)
        return 0

    monkeypatch.setattr(app, "run", run)
    return asked


@pytest.mark.parametrize("start", ["Second", "2"])
def test_a_scene_is_named_by_title_or_by_number(file: Path, openings: list[app.Opening], start: str) -> None:
    assert main(["present", str(file), "--from", start, "--screen", "2"]) == 0
    (opening,) = openings
    with Workspace.open(file) as workspace:
        second = next(scene for scene in scenes.saved(workspace) if scene.title == "Second")
    assert opening.talk == app.Talk(second.id, 2)


def test_without_more_it_begins_at_the_first_on_the_other_screen(
    file: Path, openings: list[app.Opening]
) -> None:
    assert main(["present", str(file)]) == 0
    assert openings[0].talk == app.Talk("", None)


@pytest.mark.parametrize("start", ["second", "3", "0", "nothing"])
def test_a_scene_that_is_not_there_is_refused(
    file: Path, openings: list[app.Opening], capsys: pytest.CaptureFixture[str], start: str
) -> None:
    assert main(["present", str(file), "--from", start]) == 2
    said = capsys.readouterr().err
    assert f"{start} is not a valid --from: no scene has that title or number. There are 2;" in said
    assert openings == []


@pytest.mark.parametrize("screen", ["0", "-1", "two"])
def test_a_screen_is_a_number_from_one(file: Path, screen: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["present", str(file), "--screen", screen])
    assert ended.value.code == 2
