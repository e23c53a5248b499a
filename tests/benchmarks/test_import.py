"""Importing the Home Office's file beside bare calamine, which reads its cells and checks nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from desktop_app.services import importing
from desktop_app.services.spreadsheets import reader
from desktop_app.services.workspace import Workspace
from tests.services.editions import FOLDER, real
from tests.services.ods_files import edition

pytestmark = pytest.mark.benchmark

Compare = Callable[..., float]
NAMED = date(2026, 8, 21)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real edition where there is a copy of it, else one of our own of the same size."""
    if FOLDER.is_dir():
        return real(NAMED.isoformat())
    return edition(
        tmp_path_factory.mktemp("edition") / f"{NAMED}.ods",
        start=date(2018, 1, 1),
        days=[(n % 700, n % 11, "-" if n < 1826 else 0) for n in range(3150)],
        prevented=[(n * 3, n) if n > 330 else ("-", "-") for n in range(450)],
    )


def bare(path: Path) -> Callable[[], object]:
    """Both tables, by calamine alone, within this process."""

    def read() -> object:
        workbook = CalamineWorkbook.from_path(str(path))
        return [workbook.get_sheet_by_name(name).to_python() for name in ("SB_01", "SB_02")]

    return read


@pytest.fixture
def spare() -> Iterator[reader.Spare]:
    """A reading process that stands ready, as the window keeps one."""
    kept = reader.Spare()
    kept.get_ready()
    yield kept
    kept.close()


def test_read_in_a_process_of_its_own_to_bare_calamine(compare: Compare, file: Path) -> None:
    compare(lambda: reader.read(file), bare(file), at_most=14)


def test_read_in_a_process_that_stands_ready(compare: Compare, file: Path, spare: reader.Spare) -> None:
    compare(lambda: reader.read(file, spare=spare), bare(file), at_most=5)


def test_file_to_preview_to_bare_calamine(compare: Compare, file: Path, spare: reader.Spare) -> None:
    with Workspace.in_memory() as workspace:
        # Every value validated and compared.
        compare(
            lambda: importing.plan(workspace, importing.prepare(file, spare=spare)), bare(file), at_most=5
        )


def test_preview_of_a_known_edition_to_bare_calamine(
    compare: Compare, file: Path, spare: reader.Spare
) -> None:
    with Workspace.in_memory() as workspace:
        importing.apply(workspace, importing.plan(workspace, importing.prepare(file)))
        compare(
            lambda: importing.plan(workspace, importing.prepare(file, spare=spare)), bare(file), at_most=5
        )
