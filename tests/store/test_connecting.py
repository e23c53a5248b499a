"""Every connection has the settings that durability and safety rest on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy.exc import OperationalError

from desktop_app.domain.amounts import Amount
from desktop_app.domain.figures import Figure
from desktop_app.services.workspace import Workspace
from desktop_app.store.connecting import address_of, connect
from desktop_app.store.engine import engine_on


def _pragma(connection: Any, name: str) -> Any:
    return connection.execute(f"PRAGMA {name}").fetchone()[0]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("foreign_keys", 1),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("synchronous", 2),
        ("busy_timeout", 5000),
    ],
)
def test_settings(name: str, value: int) -> None:
    connection = connect("file::memory:")
    assert _pragma(connection, name) == value
    connection.close()


def test_nothing_is_mapped_into_memory(tmp_path: Path) -> None:
    path = tmp_path / "a.evenhand"
    Workspace.create(path).close()
    connection = connect(address_of(path))
    assert _pragma(connection, "mmap_size") == 0
    connection.close()


def test_power_cut_safety_while_writing(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "a.evenhand") as workspace:
        with workspace.change("record figure") as work:
            work.put(Figure(measure="RET", amount=Amount.exactly(94)))
        driver = workspace._ledger._file._driver
        assert _pragma(driver, "journal_mode") == "wal"
        assert _pragma(driver, "synchronous") == 2


def test_opening_never_creates_a_file(tmp_path: Path) -> None:
    missing = tmp_path / "missing.evenhand"
    with pytest.raises(Exception, match="unable to open"):
        connect(address_of(missing))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a b.evenhand", "50% #1?.evenhand", "été – 中文.evenhand"])
def test_any_name_of_a_file(tmp_path: Path, name: str) -> None:
    Workspace.create(tmp_path / name).close()
    Workspace.open(tmp_path / name).close()
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_failing_transaction_leaves_no_table() -> None:
    driver = connect("file::memory:")
    engine = engine_on(driver)
    with engine.connect() as connection, connection.begin():
        connection.exec_driver_sql("CREATE TABLE a (b)")
        with pytest.raises(OperationalError):
            connection.exec_driver_sql("CREATE TABLE a (b)")
        connection.get_transaction().rollback()  # type: ignore[union-attr]
    assert driver.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,)
    engine.dispose()
    driver.close()
