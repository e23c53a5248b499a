"""Two timings side by side in one run: what counts is their ratio, which a slow machine hardly changes."""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

Compare = Callable[..., float]
Tell = Callable[..., None]


@dataclass(frozen=True)
class Line:
    """One line of the table at the end."""

    what: str
    ours: str
    yardstick: str
    ratio: float | None
    goal: float | None
    """None where there is none."""
    at_least: bool = False
    """Whether the ratio should be at least the goal, and not at most."""

    @property
    def verdict(self) -> str:
        """Whether the goal was met."""
        if self.goal is None or self.ratio is None:
            return ""
        met = self.ratio >= self.goal if self.at_least else self.ratio <= self.goal
        return "met" if met else "MISSED"

    @property
    def cells(self) -> tuple[str, ...]:
        """What the columns of the table hold."""
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        sign = "≥" if self.at_least else "≤"
        return (
            self.what,
            self.ours,
            self.yardstick,
            ratio,
            f"{sign} {self.goal:g}" if self.goal else "",
            self.verdict,
        )


REPORT = pytest.StashKey[list[Line]]()
_TITLES = ("what", "ours", "yardstick", "ratio", "goal", "")


def pytest_configure(config: pytest.Config) -> None:
    config.stash[REPORT] = []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    lines = config.stash[REPORT]
    if not lines:
        return
    table = [_TITLES, *(line.cells for line in lines)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    terminalreporter.section("what was measured, side by side")
    for row in table:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        terminalreporter.write_line("  ".join(cells).rstrip())
    missed = [line for line in lines if line.verdict == "MISSED"]
    met = sum(line.verdict == "met" for line in lines)
    load = f", load {os.getloadavg()[0]:.1f} at the end" if hasattr(os, "getloadavg") else ""
    terminalreporter.write_line(f"{met} goals met, {len(missed)} missed; {os.cpu_count()} processors{load}")


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes, without the collector of garbage stepping in."""
    gc.collect()
    gc.disable()
    begun = time.perf_counter()
    work()
    taken = time.perf_counter() - begun
    gc.enable()
    return taken


@pytest.fixture
def tell(request: pytest.FixtureRequest) -> Tell:
    """tell(what, ours, yardstick, ratio, goal, at_least=…) puts a line into the table at the end."""

    def put(
        what: str,
        ours: str,
        yardstick: str,
        ratio: float | None = None,
        goal: float | None = None,
        *,
        at_least: bool = False,
    ) -> None:
        request.config.stash[REPORT].append(Line(what, ours, yardstick, ratio, goal, at_least))

    return put


@pytest.fixture
def compare(request: pytest.FixtureRequest, tell: Tell) -> Compare:
    """compare(ours, bound, at_most=…, rounds=…) answers the ratio of the medians, and fails above `at_most`.

    The two run in turn, after one round that does not count, so that both meet the same moods of the machine.
    """

    def ratio(
        ours: Callable[[], object], bound: Callable[[], object], *, at_most: float, rounds: int = 9
    ) -> float:
        ours(), bound()
        pairs = [(seconds(ours), seconds(bound)) for _ in range(rounds)]
        mine, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
        answer = mine / theirs
        what, _, yardstick = request.node.name.removeprefix("test_").replace("_", " ").rpartition(" to ")
        tell(
            what or yardstick, f"{mine * 1e3:.1f} ms", f"{yardstick}: {theirs * 1e3:.1f} ms", answer, at_most
        )
        assert answer <= at_most
        return answer

    return ratio


@pytest.fixture
def fresh_python() -> Callable[[str], Callable[[], object]]:
    """fresh_python(code) is work for `compare`: the code in a Python of its own, from start to exit."""
    # Bytecode is kept, as on a user's machine: without it every start compiles the program anew.
    env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def work(code: str) -> Callable[[], object]:
        def start() -> object:
            return subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, check=True)

        return start

    return work
