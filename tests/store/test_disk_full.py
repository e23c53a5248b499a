"""A full disk gives one refusal, loses nothing that was kept, and is forgotten once there is room again."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.domain.figures import Figure
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services.workspace import Workspace
from desktop_app.store import integrity

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no such limits there")

_LIMITED = """
import json, resource, sys
from pathlib import Path
from desktop_app.domain.figures import Figure
from desktop_app.domain.refusals import Refusal
from desktop_app.services.workspace import Workspace

path, room = Path(sys.argv[1]), int(sys.argv[2])
workspace = Workspace.open(path)
told = []
workspace.subscribe(lambda step: told.append(step.id))
_, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + room, hard))
code, kept = None, 0
while code is None and kept < 500:
    before = list(workspace.every(Figure))
    try:
        with workspace.change("record figure") as work:
            work.put_all(Figure(id=f"{kept}-{i}", note="x" * 200) for i in range(20))
        kept += 1
    except Refusal as refusal:
        code = refusal.code.value
unchanged = list(workspace.every(Figure)) == before and len(told) == kept
again = None
try:
    workspace.save_copy(path.with_name("copy.evenhand"))
except Refusal as refusal:
    again = refusal.code.value
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
with workspace.change("record figure") as work:
    work.put(Figure(id="afterwards"))
workspace.close()
print(json.dumps([code, kept, unchanged, again, len(told)]))
"""


@pytest.mark.parametrize("room", [0, 5_000, 70_000, 300_000])
def test_size_limit(tmp_path: Path, room: int) -> None:
    path = tmp_path / "a.evenhand"
    Workspace.create(path).close()
    command = [sys.executable, "-c", _LIMITED, str(path), str(room)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    code, kept, unchanged, copy, told = json.loads(done.stdout)
    assert code == RefusalCode.DISK_FULL
    assert unchanged
    assert copy in (None, RefusalCode.DISK_FULL)
    assert told == kept + 1
    assert done.stderr == ""
    assert integrity.check(path) == []
    with Workspace.open(path) as workspace:
        assert workspace.count(Figure) == kept * 20 + 1
    assert {file.name for file in tmp_path.iterdir()} <= {"a.evenhand", "copy.evenhand"}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1 MB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("only root may mount")
    mounting = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if subprocess.run(mounting, check=False, capture_output=True).returncode:
        pytest.skip("mounting is not allowed here")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def _fill(folder: Path, leave: int = 0) -> Path:
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while file.write(bytes(4096)):
            pass
    with ballast.open("r+b") as file:
        file.truncate(max(ballast.stat().st_size - leave, 0))
    return ballast


@pytest.mark.parametrize("leave", [0, 4096, 20_480, 65_536])
def test_full_disk(small_disk: Path, leave: int) -> None:
    path = small_disk / "a.evenhand"
    workspace = Workspace.create(path)
    with workspace.change("record figure") as work:
        work.put(Figure(id="early"))
    ballast = _fill(small_disk, leave)
    before = list(workspace.every(Figure))
    with pytest.raises(Refusal) as caught, workspace.change("import") as work:
        work.put_all(Figure(note="x" * 500) for _ in range(200))
    assert caught.value.code is RefusalCode.DISK_FULL
    assert list(workspace.every(Figure)) == before
    assert workspace.undo_label == "record figure"
    ballast.unlink()
    with workspace.change("record figure") as work:
        work.put(Figure(id="late"))
    workspace.close()
    assert integrity.check(path) == []
    with Workspace.open(path) as workspace:
        assert [figure.id for figure in workspace.every(Figure)] == ["early", "late"]


def test_opening_on_a_full_disk(small_disk: Path) -> None:
    path = small_disk / "a.evenhand"
    Workspace.create(path).close()
    content = path.read_bytes()
    _fill(small_disk)
    with pytest.raises(Refusal) as caught, Workspace.open(path):
        pass
    assert caught.value.code is RefusalCode.DISK_FULL
    assert path.read_bytes() == content


def test_making_a_file_on_a_full_disk(small_disk: Path) -> None:
    _fill(small_disk)
    with pytest.raises(Refusal) as caught:
        Workspace.create(small_disk / "a.evenhand")
    assert caught.value.code is RefusalCode.DISK_FULL
    assert [file.name for file in small_disk.iterdir()] == ["ballast"]


@pytest.mark.parametrize("killed", [False, True])
def test_read_only_disk(small_disk: Path, killed: bool) -> None:
    path = small_disk / "a.evenhand"
    Workspace.create(path).close()
    if killed:
        script = (
            "import os, signal, sys; from pathlib import Path\n"
            "from desktop_app.services.workspace import Workspace\n"
            "from desktop_app.domain.figures import Figure\n"
            "workspace = Workspace.open(Path(sys.argv[1]))\n"
            "with workspace.change('record figure') as work: work.put(Figure(id='late'))\n"
            "os.kill(os.getpid(), signal.SIGKILL)\n"
        )
        subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with Workspace.open(path) as workspace:
        assert workspace.read_only
        assert workspace.count(Figure) == int(killed)
        assert workspace.follow() == ()
        with pytest.raises(Refusal) as caught, workspace.change("record figure") as work:
            work.put(Figure())
        assert caught.value.code is RefusalCode.READ_ONLY
        workspace.save_copy(small_disk.parent / "copy.evenhand")
    with Workspace.open(small_disk.parent / "copy.evenhand") as copy:
        assert not copy.read_only
        assert copy.count(Figure) == int(killed)
    with pytest.raises(Refusal) as caught:
        Workspace.create(small_disk / "b.evenhand")
    assert caught.value.code is RefusalCode.NO_PERMISSION
