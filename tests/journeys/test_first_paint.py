"""The frame stands before anything heavy is imported, and the floors below it never load Qt."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from desktop_app.services import sample

ROOT = Path(__file__).resolve().parents[2]

PAINT = """
import os, sys
from pathlib import Path
from desktop_app.app import Application, Opening, make_application
from desktop_app.ui.settings import Settings
def fail(kind, error, trace):
    sys.__excepthook__(kind, error, trace)
    os._exit(3)
sys.excepthook = fail
app = make_application(["evenhand"])
running = Application(app, Settings(Path(sys.argv[1])), Opening(Path(sys.argv[2])))
heavy = ("numpy", "pyqtgraph", "sqlalchemy", "sqlmodel", "pydantic", "alembic", "sqlcipher3", "rapidfuzz")
before = []
def loaded():
    found = [name for name in heavy if name in sys.modules]
    face = sys.modules.get("desktop_app.charts.looks.face")
    return found + ["face"] * (face is not None and face.is_loaded.cache_info().currsize)
def note():
    before.extend(loaded())
def leave():
    after = loaded()
    print("before", *before)
    print("after", *after)
    running.window.close()
    app.quit()
running.watch = False
running.window.painted.disconnect(running.furnish)
running.window.painted.connect(note)
running.window.painted.connect(running.furnish)
running.ready = leave
running.show()
app.exec()
"""


def test_nothing_heavy_is_imported_before_the_first_paint(tmp_path: Path) -> None:
    example = tmp_path / "example.evenhand"
    sample.create(example)
    ended = subprocess.run(
        [sys.executable, "-c", PAINT, str(tmp_path / "settings.ini"), str(example)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    lines = ended.stdout.splitlines()
    assert lines[0] == "before", ended.stderr
    # The other half, so that the first cannot hold for want of a window: opening needs these, and only
    # writing needs SQLAlchemy. The face of charts comes with the first of them.
    opened = set(lines[1].split())
    assert {"numpy", "pyqtgraph", "sqlcipher3", "face"} <= opened
    assert not {"sqlalchemy", "sqlmodel", "pydantic", "alembic"} & opened
