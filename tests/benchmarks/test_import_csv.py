"""A large CSV file into a workspace with validation and history, beside bare SQLite taking ready rows.

What is bare is said three ways: a plain table of the same twenty columns; the same with its key; and the
workspace's own table with every CHECK. Bare begins with tuples in memory, ours with the file.
"""

from __future__ import annotations

import contextlib
import csv
import os
import random
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop_app.services.tabular.bringing import Wanted, bring
from desktop_app.services.workspace import Workspace
from tests.benchmarks.conftest import Tell

pytestmark = pytest.mark.benchmark

ROWS = int(os.environ.get("EVENHAND_BENCH_ROWS", "1000000"))
ROUNDS = 2
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


def seconds(work: Callable[[], object]) -> float:
    """How long something takes, once."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def imported(file: Path, table: Path) -> float:
    """Import the table into a new workspace; how long that took."""
    Workspace.create(file).close()
    return seconds(lambda: bring(Wanted(file, table)))


def rows_of(file: Path) -> tuple[dict[str, str], list[tuple[Any, ...]]]:
    """The statements that make the bare tables, by name, and the rows as the workspace holds them."""
    with contextlib.closing(sqlite3.connect(file)) as ledger:
        names = [row[1] for row in ledger.execute("PRAGMA table_info(figures)")]
        (checked,) = ledger.execute("SELECT sql FROM sqlite_master WHERE name = 'figures'").fetchone()
        rows = ledger.execute(f"SELECT {', '.join(names)} FROM figures").fetchall()
    plain = f"CREATE TABLE figures ({', '.join(names)})"
    keyed = plain.replace("(id,", "(id TEXT PRIMARY KEY,")
    return {"no key": plain, "key": keyed, "key and CHECKs": checked}, rows


def inserted(file: Path, made: str, rows: list[tuple[Any, ...]]) -> float:
    """Insert ready rows into a bare table, in WAL and with synchronous NORMAL; how long that took."""
    with contextlib.closing(sqlite3.connect(file)) as bare:
        bare.execute("PRAGMA journal_mode = WAL")
        bare.execute("PRAGMA synchronous = NORMAL")
        bare.execute(made)
        marks = ", ".join("?" for _ in rows[0])

        def insert() -> None:
            with bare:
                bare.executemany(f"INSERT INTO figures VALUES ({marks})", rows)

        taken = seconds(insert)
    file.unlink()
    return taken


def test_a_large_csv_file_to_bare_sqlite(table: Path, tmp_path: Path, tell: Tell) -> None:
    ours: list[float] = []
    bare: dict[str, list[float]] = {}
    rows: list[tuple[Any, ...]] = []
    tables: dict[str, str] = {}
    for number in range(ROUNDS):
        file = tmp_path / f"{number}.evenhand"
        ours.append(imported(file, table))
        if not rows:
            tables, rows = rows_of(file)
            assert len(rows) >= 0.99 * ROWS
        file.unlink()
        for name, made in tables.items():
            bare.setdefault(name, []).append(inserted(tmp_path / "bare.db", made, rows))
    mine = min(ours)
    for name, taken in bare.items():
        tell(
            f"import {ROWS:,} rows of CSV",
            f"{ROWS / mine:,.0f} rows/s",
            f"sqlite3 executemany, {name}: {ROWS / min(taken):,.0f} rows/s",
            min(taken) / mine,
            LEAST,
            at_least=True,
        )
    assert min(bare["no key"]) / mine >= LEAST


@pytest.mark.skipif(shutil.which("sqlite3") is None, reason="the sqlite3 command is not here")
def test_a_large_csv_file_to_the_sqlite_command(table: Path, tmp_path: Path, tell: Tell) -> None:
    mine = imported(tmp_path / "ours.evenhand", table)
    command = ["sqlite3", str(tmp_path / "bare.db"), ".mode csv", f".import {table} figures"]
    theirs = seconds(lambda: subprocess.run(command, check=True, capture_output=True))
    tell(
        f"import {ROWS:,} rows of CSV",
        f"{mine:.1f} s",
        f"sqlite3 .import, untyped: {theirs:.1f} s",
        mine / theirs,
    )
