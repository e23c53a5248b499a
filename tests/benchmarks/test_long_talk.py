"""A talk of ninety minutes at speed: what it holds at the end beside what it held after ten of them."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.charts import registry
from desktop_app.charts.choice import AT_FIRST
from desktop_app.charts.kinds import case_timelines
from desktop_app.domain.amounts import Amount
from desktop_app.domain.dates import on_day
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import RET, Basis
from desktop_app.services import sample, scenes, talks
from desktop_app.services.workspace import Workspace
from desktop_app.ui import motion
from desktop_app.ui.context import Context
from desktop_app.ui.presenter.console import PresenterConsole
from desktop_app.ui.presenter.front_chart import Chosen
from desktop_app.ui.presenter.scenes import Running
from desktop_app.ui.presenter.window import PresenterWindow
from tests.benchmarks.conftest import Tell
from tests.ui.pages import context_for

pytestmark = pytest.mark.benchmark

MINUTES, SETTLED = 90, 10
MOST_GROWTH = 1.05
REPLAYED = 12
"""Days of a replay that are shown before a key stops it."""


@dataclass(frozen=True)
class Held:
    """What the process holds."""

    memory: int
    """Kilobytes in memory."""
    handles: int
    objects: int
    """Everything of Qt's that belongs to the two windows."""
    timers: int


@pytest.fixture
def context(tmp_path: Path) -> Iterator[Context]:
    file = tmp_path / "ledger.evenhand"
    sample.create(file)
    with Workspace.open(file) as workspace:
        for name in registry.names():
            scenes.save(workspace, name, name, "")
        frozen = scenes.save(workspace, "then", registry.FIRST, "")
        scenes.freeze(workspace, frozen, date(2025, 11, 6))
        talks.add_charts(workspace, "people", case_timelines.NAME, [""])
        talks.add(workspace, title="Questions", caption="", note="Slowly.")
        context = context_for(workspace, tmp_path)
        yield context
        context.bridge.close()
        context.checking.close()


def held(*windows: QObject) -> Held:
    gc.collect()
    QTest.qWait(1)
    status = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    memory = next(int(line.split()[1]) for line in status if line.startswith("VmRSS:"))
    inside = [thing for window in windows for thing in window.findChildren(QObject)]
    timers = sum(isinstance(thing, QTimer) for thing in inside)
    return Held(memory, len(list(Path("/proc/self/fd").iterdir())), len(inside), timers)


@pytest.mark.skipif(sys.platform != "linux", reason="what a process holds is read from /proc")
def test_a_talk_of_ninety_minutes_does_not_grow(
    context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tell: Tell
) -> None:
    monkeypatch.setattr(motion, "UNSEEN", ())
    running = Running(context.lens.public)
    room = PresenterWindow(context, Chosen(AT_FIRST), running=running)
    room.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    console = PresenterConsole(context, room, running)
    for window, size in ((room, (1920, 1080)), (console, (1366, 740))):
        qtbot.addWidget(window)
        window.resize(*size)
        with qtbot.waitExposed(window):
            window.show()
    rehearse(room, console)
    passages, after_ten = 0, None
    for minute in range(1, MINUTES + 1):
        passages += a_minute(context, room, console, qtbot, minute)
        if minute == SETTLED:
            after_ten = held(room, console)
    at_end = held(room, console)
    assert after_ten is not None
    # The scenes that a total of those returned changes.
    assert passages >= MINUTES // 4
    for what in ("memory", "handles", "objects", "timers"):
        before, after = getattr(after_ten, what), getattr(at_end, what)
        tell(
            f"{what} after ninety minutes of a talk",
            f"{after:,}",
            f"{before:,} after ten",
            after / before,
            MOST_GROWTH,
        )
        assert after <= before * MOST_GROWTH, (what, after_ten, at_end)


def rehearse(room: PresenterWindow, console: PresenterConsole) -> None:
    """Every scene once: what the first sight of a chart loads is loaded in any talk, however long."""
    assert room.running is not None
    for _scene in room.running.scenes:
        QTest.keyClicks(console.scenes, "hd")
        QTest.qWait(20)
        QTest.keyClicks(console.scenes, "dh")
        QTest.keyClick(console.scenes, Qt.Key.Key_Right)
    QTest.keyClick(console.scenes, Qt.Key.Key_Home)


def a_minute(
    context: Context, room: PresenterWindow, console: PresenterConsole, qtbot: QtBot, minute: int
) -> int:
    """A scene with everything a speaker does to it, and a figure that comes meanwhile. Counts passages."""
    assert room.running is not None
    QTest.keyClick(
        console.scenes, Qt.Key.Key_Home if minute % len(room.running.scenes) == 0 else Qt.Key.Key_Right
    )
    for keys in ("h", "d", "d", "l", "b", "b", "n", "w", "w", "l"):
        QTest.keyClicks(console.scenes, keys)
        # What was put away is deleted here, as in the loop of a running application.
        QTest.qWait(1)
    QTest.keyClick(room.focusWidget() or room, Qt.Key.Key_Down)
    day = on_day(date(2026, 11, 1 + minute % 28))
    total = Amount.exactly(2_500 + minute)
    workspace = context.workspace
    with workspace.change("record figure") as work:
        work.put(Figure(measure=RET, basis=Basis.CUMULATIVE, amount=total, period=day, published=day))
    passing = room.fronts.front.passing
    moved = passing.is_on
    qtbot.waitUntil(lambda: not passing.is_on)
    workspace.undo()
    qtbot.waitUntil(lambda: not room.fronts.front.passing.is_on)
    QTest.keyClicks(console.scenes, "r")
    for _day in range(REPLAYED):
        if not room.replay.is_on:
            break
        room.replay.step()
        room.repaint()
        QTest.qWait(1)
    room.replay.stop()
    qtbot.waitUntil(lambda: not room.fronts.front.passing.is_on)
    return int(moved)
