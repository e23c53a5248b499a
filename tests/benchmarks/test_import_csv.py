"""A large CSV file validated into a workspace with its history, beside a bare SQLite taking the same rows."""

from __future__ import annotations

import csv
import os
import random
import sqlite3
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop_app.services.tabular.bringing import Wanted, bring
from desktop_app.services.workspace import Workspace
from tests.benchmarks.conftest import REPORT

pytestmark = pytest.mark.benchmark

ROWS = int(os.environ.get("EVENHAND_BENCH_ROWS", "1000000"))
LEAST = 0.35
"""Of the rows per second of the bare insertion."""
TITLES = ("measure", "value", "date", "published", "source", "speaker", "status", "note")


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Rows of eight columns, nearly all different."""
    chance = random.Random(20251109)
    path = tmp_path_factory.mktemp("csv") / "figures.csv"
    first = date(2018, 1, 1)
    with path.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(TITLES)
        for _ in range(ROWS):
            day = first + timedelta(days=chance.randrange(3200))
            writer.writerow(
                (
                    chance.choice(("ARR", "ARR_BOATS", "RET", "ADM", "DET", "REQ", "PREV")),
                    chance.randrange(60_000),
                    day,
                    day + timedelta(days=chance.randrange(1, 20)),
                    f"Publisher {chance.randrange(300)}",
                    chance.choice(("Home Office", "Interior Ministry", "")),
                    chance.choice("APEV"),
                    "",
                )
            )
    return path


def test_a_large_csv_file_to_bare_sqlite(
    table: Path, tmp_path: Path, request: pytest.FixtureRequest, timed: Callable[..., float]
) -> None:
    file = tmp_path / "ledger.evenhand"
    Workspace.create(file).close()
    ours = timed(lambda: bring(Wanted(file, table)))
    with sqlite3.connect(file) as ledger:
        names = [row[1] for row in ledger.execute("PRAGMA table_info(figures)")]
        (made,) = ledger.execute("SELECT sql FROM sqlite_master WHERE name = 'figures'").fetchone()
        rows = ledger.execute(f"SELECT {', '.join(names)} FROM figures").fetchall()
    ledger.close()
    assert len(rows) >= 0.99 * ROWS
    bare = sqlite3.connect(tmp_path / "bare.db")
    bare.execute(made)
    marks = ", ".join("?" for _ in names)

    def insert() -> None:
        with bare:
            bare.executemany(f"INSERT INTO figures VALUES ({marks})", rows)

    theirs = timed(insert)
    bare.close()
    ratio = theirs / ours
    request.config.stash[REPORT].append(
        f"{request.node.name:60} {ROWS / ours:9.0f} /s to {ROWS / theirs:9.0f} /s = {ratio:6.2f}"
        f" (at least {LEAST})"
    )
    assert ratio >= LEAST


@pytest.fixture
def timed() -> Callable[..., float]:
    """timed(work) runs it once and answers the seconds."""

    def measure(work: Callable[[], object]) -> float:
        begun = time.perf_counter()
        work()
        return time.perf_counter() - begun

    return measure
