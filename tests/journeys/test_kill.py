"""What was acknowledged survives the death of the process at any moment, and nothing is left half done."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.sources import Source
from desktop_app.services.workspace import Workspace
from desktop_app.store import integrity

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL there"),
    pytest.mark.slow,
]

EDITS = 100
KILLS = int(os.environ.get("EVENHAND_KILLS", "20"))

# One process loads everything once and forks a writer for each round.
_NURSERY = """
import os, sys
from pathlib import Path
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation, Source
from desktop_app.services.workspace import Workspace, warm_up

def write(path):
    workspace = Workspace.open(path)
    say = lambda text: os.write(1, text.encode() + b"\\n")
    say(str(os.getpid()))
    for number in range(100):
        with workspace.change("record figure") as work:
            work.put(Source(id=f"s{number}", title="x" * 300))
            work.put(Figure(id=f"f{number}", measure="ARR", citations=(Citation(f"s{number}"),)))
            work.put(Event(id=f"e{number}", sharing=Sharing.CLEAR))
        if number % 7 == 0:
            workspace.undo()
            workspace.redo()
        say(f"kept {number}")
    say("done")

warm_up().join()
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        write(Path(line.rstrip("\\n")))
        os._exit(0)
    os.waitpid(child, 0)
    os.write(1, b"over\\n")
"""


@pytest.fixture(scope="module")
def nursery() -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", _NURSERY]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    yield process
    assert process.stdin is not None
    process.stdin.close()
    process.wait()
    assert process.stdout is not None
    process.stdout.close()


def _kept_until_killed(nursery: subprocess.Popen[str], path: Path, chance: random.Random) -> int:
    """Has a hundred edits made, kills their writer at some moment, and answers how many were acknowledged."""
    to_nursery, answers = nursery.stdin, nursery.stdout
    assert to_nursery is not None
    assert answers is not None
    to_nursery.write(f"{path}\n")
    to_nursery.flush()
    writer = int(answers.readline())
    wanted = chance.randrange(EDITS)
    kept = 0
    while kept < wanted and _next(answers) == f"kept {kept}":
        kept += 1
    # Anywhere within the edit that is under way.
    end = time.perf_counter() + chance.random() * 0.004
    while time.perf_counter() < end:
        pass
    os.kill(writer, signal.SIGKILL)
    while (answer := _next(answers)) != "over":
        kept += answer.startswith("kept")
    return kept


def _next(answers: IO[str]) -> str:
    return answers.readline().rstrip("\n")


@pytest.mark.parametrize("round_", range(KILLS))
def test_kill_in_the_middle_of_a_hundred_edits(
    nursery: subprocess.Popen[str], tmp_path: Path, round_: int
) -> None:
    path = tmp_path / "a.evenhand"
    Workspace.create(path).close()
    kept = _kept_until_killed(nursery, path, random.Random(round_))
    with Workspace.open(path) as workspace:
        numbers = [int(figure.id[1:]) for figure in workspace.every(Figure)]
        assert kept <= len(numbers) <= kept + 1
        assert numbers == list(range(len(numbers)))
        assert workspace.count(Source) == workspace.count(Event) == len(numbers)
        with workspace.change("record figure") as work:
            work.put(Figure(id="f1000", measure="ARR"))
    assert integrity.check(path) == []
    assert list(tmp_path.iterdir()) == [path]


_IMPORTER = """
import os, sys
from pathlib import Path
from desktop_app.domain.figures import Figure
from desktop_app.services.workspace import Workspace, warm_up
warm_up().join()
with Workspace.open(Path(sys.argv[1])) as workspace, workspace.change("import figures") as work:
    for start in range(0, 40_000, 10_000):
        work.put_columns(Figure, {"measure": "ARR", "amount": [str(start + n) for n in range(10_000)]})
    os.write(1, b"ready\\n")
os.write(1, b"kept\\n")
"""


@pytest.mark.parametrize("moment", [0.0, 0.05, 0.1, 0.2, 0.3])
def test_kill_in_the_middle_of_a_large_import(tmp_path: Path, moment: float) -> None:
    path = tmp_path / "a.evenhand"
    with Workspace.create(path) as workspace, workspace.change("record figure") as work:
        work.put(Figure(id="first", measure="ARR"))
    command = [sys.executable, "-c", _IMPORTER, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        end = time.perf_counter() + moment
        while time.perf_counter() < end:
            pass
        process.kill()
        kept = process.stdout.read() != ""
    with Workspace.open(path) as workspace:
        assert workspace.get(Figure, "first") is not None
        found = workspace.count(Figure)
        assert found in (1, 40_001)
        assert not kept or found == 40_001
        assert workspace.undo_label == ("import figures" if found > 1 else "record figure")
    assert integrity.check(path) == []
