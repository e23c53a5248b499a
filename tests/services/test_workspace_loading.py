"""Opening and reading load neither SQLAlchemy nor SQLModel; the first change does, or a warm-up."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.domain.figures import Figure
from desktop_app.services.workspace import Workspace
from desktop_app.store import integrity

_READ_THEN_CHANGE = """
import sys
from pathlib import Path
from desktop_app.domain.figures import Figure
from desktop_app.services.workspace import Workspace, warm_up

def loaded():
    return [name for name in ("sqlalchemy", "sqlmodel", "pydantic") if name in sys.modules]

path = Path(sys.argv[1])
with Workspace.open(path) as workspace:
    assert workspace.count(Figure) == 1
    assert len(workspace.history(Figure, "early")) == 1
    assert workspace.undo_label == "record figure"
    print("opened", flush=True)
    sys.stdin.readline()
    assert [edit.id for step in workspace.follow() for edit in step.edits] == ["other"]
    workspace.save_copy(path.with_name("copy.evenhand"))
    assert loaded() == [], loaded()
    {warming}
    with workspace.change("record figure") as work:
        work.put(Figure(id="late"))
    assert len(loaded()) == 3
    assert workspace.undo() is not None
    assert workspace.redo() is not None
print("done")
"""

_CHECK = """
import sys
from pathlib import Path
from desktop_app.store import integrity
assert integrity.check(Path(sys.argv[1])) == []
assert "sqlalchemy" not in sys.modules
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.evenhand"
    with Workspace.create(path) as workspace, workspace.change("record figure") as work:
        work.put(Figure(id="early"))
    return path


@pytest.mark.parametrize(
    "warming", ["pass", "warm_up()", "warm_up().join()"], ids=["cold", "while warming up", "warm"]
)
def test_the_first_change_after_only_reading_is_kept(path: Path, warming: str) -> None:
    command = [sys.executable, "-c", _READ_THEN_CHANGE.format(warming=warming), str(path)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "opened\n"
        with Workspace.open(path) as workspace, workspace.change("record figure") as work:
            work.put(Figure(id="other"))
        assert process.communicate("\n", timeout=60) == ("done\n", "")
    with Workspace.open(path) as workspace:
        assert [figure.id for figure in workspace.every(Figure)] == ["early", "other", "late"]
        assert workspace.undo_label == "record figure"
    assert integrity.check(path) == []


def test_checking_a_file_is_only_reading(path: Path) -> None:
    assert subprocess.run([sys.executable, "-c", _CHECK, str(path)], check=False).returncode == 0
