"""How long a real window stands still while figures are imported into its file, beside how long when idle.

Idle is measured before and, when all has come to rest, after. What a process costs the window that merely
computes, as far back as an import steps, is told beside it: less than that no import can.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, Qt, QTimer
from pytestqt.qtbot import QtBot

from desktop_app.app import Application
from desktop_app.services import sample
from desktop_app.services.tabular import bringing
from desktop_app.ui import background
from desktop_app.ui.figures.page import FiguresPage
from tests.benchmarks.conftest import ROOT, Tell
from tests.journeys.running import running, workspace_of
from tests.services.editions import FOLDER, real

pytestmark = pytest.mark.benchmark

FRAME_MS = 16
IDLE_S, AFTER_S, MOST_S = 3.0, 3.0, 120.0
COMPUTING = """
from desktop_app.services.spreadsheets import worker
worker.step_back()
while True:
    [str(number) for number in range(100_000)]
"""
ROWS = 100_000


class Frames:
    """Paints the table of figures sixty times a second, and notes when."""

    def __init__(self, started: Application) -> None:
        assert started.desk is not None
        started.desk.go_to_page("figures")
        assert isinstance(started.desk.page, FiguresPage)
        self._viewport = started.desk.page.table.viewport()
        self._painted: list[float] = []
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._paint)
        self._timer.start()

    def gaps(self) -> list[float]:
        """The milliseconds between the frames since the last call, shortest first."""
        painted, self._painted = self._painted, self._painted[-1:]
        return sorted((after - before) * 1e3 for before, after in pairwise(painted))

    def _paint(self) -> None:
        self._viewport.repaint()
        self._painted.append(time.perf_counter())


def pass_time(seconds: float) -> None:
    """Let the window live for so long."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1e3), loop.quit)
    loop.exec()


@pytest.fixture
def started(qtbot: QtBot, tmp_path: Path) -> Iterator[Application]:
    file = tmp_path / "example.evenhand"
    sample.create(file)
    with running(qtbot, tmp_path, file) as application:
        yield application


@contextmanager
def computing() -> Iterator[None]:
    """A block beside which another process computes."""
    process = subprocess.Popen([sys.executable, "-c", COMPUTING], cwd=ROOT)
    try:
        yield
    finally:
        process.kill()
        process.wait()


def come_to_rest(started: Application) -> None:
    """Let the window do in its idle moments what it can."""
    assert started.desk is not None
    assert started.desk.context is not None
    page, checking, end = started.desk.page, started.desk.context.checking, time.perf_counter() + MOST_S
    assert isinstance(page, FiguresPage)
    while (page.table.is_looking_ahead or not checking.is_settled) and time.perf_counter() < end:
        pass_time(0.2)
    pass_time(0.5)


@dataclass(frozen=True)
class Gaps:
    """Milliseconds between the frames, shortest first."""

    idle: list[float]
    computing: list[float]
    busy: list[float]
    """From the beginning of an import until after it is shown."""


def measured(started: Application, begin: Callable[[], object]) -> Gaps:
    """The gaps when nothing happens, beside a process that computes, and while an import comes in."""
    workspace = workspace_of(started)
    frames = Frames(started)
    pass_time(1.0)
    frames.gaps()
    pass_time(IDLE_S)
    idle = frames.gaps()
    with computing():
        pass_time(1.0)
        frames.gaps()
        pass_time(IDLE_S)
        beside = frames.gaps()
    pass_time(0.5)
    frames.gaps()
    revision, end = workspace.revision, time.perf_counter() + MOST_S
    begin()
    while workspace.revision == revision and time.perf_counter() < end:
        pass_time(0.05)
    assert workspace.revision > revision
    pass_time(AFTER_S)
    busy = frames.gaps()
    come_to_rest(started)
    frames.gaps()
    pass_time(IDLE_S)
    return Gaps(sorted([*idle, *frames.gaps()]), beside, busy)


def judge(tell: Tell, what: str, gaps: Gaps) -> None:
    """Tell of the frames, and hold them to the goals."""
    idle, busy = gaps.idle, gaps.busy
    calm, beside, late = (each[int(len(each) * 0.95)] for each in (idle, gaps.computing, busy))
    name = "a process that only computes: frame gap, 95th percentile"
    tell(name, f"{beside:.1f} ms", f"idle: {calm:.1f} ms", beside / calm)
    tell(f"{what}: frame gap, 95th percentile", f"{late:.1f} ms", f"idle: {calm:.1f} ms", late / calm, 1.1)
    tell(f"{what}: frame gap, longest", f"{busy[-1]:.1f} ms", f"idle: {idle[-1]:.1f} ms", busy[-1], 50)
    assert late / calm <= 1.1
    assert busy[-1] <= 50


@pytest.mark.skipif(not FOLDER.is_dir(), reason="no copy of an edition here")
def test_an_edition(started: Application, tell: Tell) -> None:
    assert started.commands is not None
    imports = started.commands._imports
    judge(tell, "an edition comes in", measured(started, partial(imports.start, real("2026-08-21"))))


def test_a_large_table(started: Application, tmp_path: Path, tell: Tell) -> None:
    table = tmp_path / "figures.csv"
    lines = (
        f"ARR,{row % 977},2024-{row % 12 + 1:02}-{row % 28 + 1:02},Paper {row % 3000}" for row in range(ROWS)
    )
    table.write_text("\n".join(("measure,value,date,source", *dict.fromkeys(lines))), encoding="utf-8")
    path = workspace_of(started).path
    assert path is not None
    work = background.Work(partial(bringing.bring, bringing.Wanted(path, table, gently=True)))
    judge(tell, f"{ROWS:,} rows of CSV come in", measured(started, partial(background.start, work)))
