"""A million figures into the store, out of it and past a window, beside bare sqlite3 with the same columns.

What is measured here begins with cells that are ready; reading them from a file is measured elsewhere.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

import pytest

from desktop_app.domain.figures import Figure
from desktop_app.domain.sources import Citation
from desktop_app.services.workspace import Workspace, warm_up
from desktop_app.store import codec
from tests.benchmarks.conftest import Compare, Tell

pytestmark = pytest.mark.benchmark

COUNT = 1_000_000
AT_ONCE = 20_000
NAMES = codec.shape_of(Figure).names


def columns(first: int, count: int) -> dict[str, str | list[str]]:
    """Daily arrivals, week by week from a new source."""
    days = [(date(2018, 1, 1) + timedelta(days=number)).isoformat() for number in range(3_000)]
    numbers = range(first, first + count)
    cited = {source: _cited(source) for source in {number // 400 for number in numbers}}
    amounts = [str(number * 7 % 20_011) for number in numbers]
    return {
        "measure": "ARR",
        "basis": "flow",
        "amount": amounts,
        "amount_words": amounts,
        "period": [days[number % 3_000] for number in numbers],
        "published": [days[number // 400 % 3_000] for number in numbers],
        "citations": [cited[number // 400] for number in numbers],
    }


def _cited(source: int) -> str:
    return str(codec.cell_of(Figure, "citations", (Citation(f"source-{source}", locator="SB_01"),)))


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str | list[str]]]:
    """The same columns for both, made before the clock starts."""
    warm_up().join()
    return [columns(first, AT_ONCE) for first in range(0, COUNT, AT_ONCE)]


@pytest.fixture
def file(tmp_path: Path) -> Callable[[], Path]:
    """Gives the path of a file that does not exist."""
    numbers = iter(range(99))
    return lambda: tmp_path / f"{next(numbers)}.evenhand"


def bring(path: Path, chunks: list[dict[str, str | list[str]]]) -> None:
    """All of it as one step of a new workspace, with validation and history."""
    with Workspace.create(path) as workspace, workspace.change("import figures") as work:
        for chunk in chunks:
            work.put_columns(Figure, chunk)


def bring_bare(path: Path, ready: list[tuple[str, ...]]) -> None:
    """Into a table of the same columns without key, checks, index or history, in one transaction."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"CREATE TABLE figures ({', '.join(NAMES)})")
        marks = ", ".join("?" for _ in NAMES)
        connection.executemany(f"INSERT INTO figures VALUES ({marks})", ready)
        connection.commit()


def bare_rows(chunks: list[dict[str, str | list[str]]]) -> Iterator[tuple[str, ...]]:
    recorded = "2025-11-14T12:00:00Z"
    ready = dict.fromkeys(NAMES, "") | {"status": "A", "rank": "normal", "sharing": "clear"}
    for number, chunk in enumerate(chunks):
        ids = [f"0193e2a4-7c01-7{number:03x}-8000-{row:012x}" for row in range(AT_ONCE)]
        whole = {**ready, "period_how": "stated", "recorded": recorded, **chunk, "id": ids}
        cells = [whole[name] for name in NAMES]
        yield from zip(*(cell if isinstance(cell, list) else [cell] * AT_ONCE for cell in cells), strict=True)


def test_a_million_rows_into_the_store_to_bare_executemany(
    compare: Compare, file: Callable[[], Path], rows: list[dict[str, str | list[str]]]
) -> None:
    # Asked for is 0.35 of the bare rows per second, reading the file included.
    ready = list(bare_rows(rows))
    compare(lambda: bring(file(), rows), lambda: bring_bare(file(), ready), at_most=2.5, rounds=2)


@pytest.mark.parametrize("count", [100_000, COUNT], ids=["100,000", "1,000,000"])
def test_open_to_bare_fetchall(
    compare: Compare, file: Callable[[], Path], rows: list[dict[str, str | list[str]]], count: int
) -> None:
    path = file()
    bring(path, rows[: count // AT_ONCE])

    def fetch() -> None:
        with contextlib.closing(sqlite3.connect(path)) as connection:
            connection.execute(f"SELECT {', '.join(NAMES)} FROM figures").fetchall()

    compare(lambda: Workspace.open(path).close(), fetch, at_most=3.5, rounds=3 if count < COUNT else 1)


@pytest.mark.parametrize("count", [8_000, 100_000], ids=["8,000", "100,000"])
def test_how_long_a_window_stands_still_while_it_follows(
    tell: Tell, file: Callable[[], Path], count: int
) -> None:
    path = file()
    Workspace.create(path).close()
    pauses = []
    with Workspace.open(path) as window, Workspace.open(path) as importer:
        with importer.change("import figures") as work:
            work.put_columns(Figure, columns(0, count))
        more = True
        while more:
            begun = perf_counter()
            more = window.follow_for(0.006)
            pauses.append(perf_counter() - begun)
        assert window.count(Figure) == count
    pauses.sort()
    middle, longest = pauses[len(pauses) // 2] * 1e3, pauses[-1] * 1e3
    tell(f"follow a step of {count:,}", f"{longest:.1f} ms longest", "", longest, 50)
    assert middle <= longest <= 50
