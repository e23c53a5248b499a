"""Two timings side by side in one run: what counts is their ratio, which a slow machine hardly changes."""

from __future__ import annotations

import gc
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

Compare = Callable[..., float]
Report = list[str]
REPORT = pytest.StashKey[Report]()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[REPORT] = []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    terminalreporter.section("ratios")
    for row in config.stash[REPORT]:
        terminalreporter.write_line(row)


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
def compare(request: pytest.FixtureRequest) -> Compare:
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
        request.config.stash[REPORT].append(
            f"{request.node.name:60} {mine * 1e3:9.2f} ms to {theirs * 1e3:9.2f} ms = {answer:6.2f}"
            f" (at most {at_most})"
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
