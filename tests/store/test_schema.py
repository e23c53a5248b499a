"""A new file and a migrated one have the same tables, and a migration happens whole or not at all."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine

from desktop_app.store import schema
from desktop_app.store.connecting import APPLICATION_ID, connect
from desktop_app.store.engine import engine_on
from desktop_app.store.reading import Reader

_NEXT = """
import sqlalchemy as sa
from alembic import op
revision = "{revision}"
down_revision = "{before}"
def upgrade():
    op.add_column("cases", sa.Column("colour", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("figures") as figures:
        figures.drop_column("note")
    {more}
"""


@pytest.fixture
def engine() -> Iterator[Engine]:
    driver = connect("file::memory:")
    engine = engine_on(driver)
    yield engine
    engine.dispose()
    driver.close()


def reader_of(connection: Connection) -> Reader:
    """Reads within the transaction that is under way."""
    return Reader(connection.connection.driver_connection)


def _tables(connection: Connection) -> dict[str, str]:
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_schema").all()
    return {name: " ".join((sql or "").split()) for name, sql in rows}


def _scripts(folder: Path, more: str = "pass") -> Path:
    scripts = folder / "100% ours"
    shutil.copytree(schema.MIGRATIONS, scripts)
    revision, before = schema.revision_of(schema.VERSION + 1), schema.revision_of(schema.VERSION)
    text = _NEXT.format(revision=revision, before=before, more=more)
    (scripts / "versions" / "trial.py").write_text(text, "utf-8")
    return scripts


def test_new_file_equals_migrated_file(engine: Engine) -> None:
    with engine.connect() as connection, connection.begin() as trial:
        schema.lay_out(connection)
        new = _tables(connection)
        trial.rollback()
    with engine.connect() as connection, connection.begin():
        assert schema.upgrade(connection) == schema.VERSION
        assert _tables(connection) == new
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").all() == [
            (schema.revision_of(schema.VERSION),)
        ]


def test_both_are_marked_as_ours(engine: Engine) -> None:
    with engine.connect() as connection, connection.begin():
        schema.lay_out(connection)
        assert schema.version_in(reader_of(connection)) == schema.VERSION
        assert connection.exec_driver_sql("PRAGMA application_id").scalar_one() == APPLICATION_ID
        assert schema.is_ours(reader_of(connection))


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE edits",
        "DROP INDEX ix_edits_step",
        "CREATE TABLE more (a)",
        "CREATE INDEX more ON figures (note)",
        "CREATE VIEW more AS SELECT 1",
        "ALTER TABLE figures ADD COLUMN more AS (zeroblob(1000000000))",
    ],
)
def test_any_other_tables_are_not_ours(engine: Engine, statement: str) -> None:
    with engine.connect() as connection, connection.begin():
        schema.lay_out(connection)
        assert schema.is_ours(reader_of(connection))
        connection.exec_driver_sql(statement)
        assert not schema.is_ours(reader_of(connection))


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW v AS SELECT 1",
        "CREATE TRIGGER t AFTER INSERT ON steps BEGIN DELETE FROM figures; END",
    ],
)
def test_what_acts_on_its_own_is_noticed(engine: Engine, statement: str) -> None:
    with engine.connect() as connection, connection.begin():
        schema.lay_out(connection)
        assert not schema.acts_on_its_own(reader_of(connection))
        connection.exec_driver_sql(statement)
        assert schema.acts_on_its_own(reader_of(connection))


def test_migration_keeps_rows_and_raises_the_version(engine: Engine, tmp_path: Path) -> None:
    with engine.connect() as connection, connection.begin():
        schema.lay_out(connection)
        connection.exec_driver_sql("INSERT INTO cases VALUES ('c', 'C-001', '', '', '', '', 'clear', '')")
    with engine.connect() as connection, connection.begin():
        assert schema.upgrade(connection, _scripts(tmp_path)) == schema.VERSION + 1
    with engine.connect() as connection, connection.begin():
        assert schema.version_in(reader_of(connection)) == schema.VERSION + 1
        assert connection.exec_driver_sql("SELECT id, colour FROM cases").all() == [("c", "")]


def test_failing_migration_leaves_nothing(engine: Engine, tmp_path: Path) -> None:
    with engine.connect() as connection, connection.begin():
        schema.lay_out(connection)
    with engine.connect() as connection, connection.begin():
        before = _tables(connection)
    scripts = _scripts(tmp_path, 'raise LookupError("halfway")')
    with pytest.raises(LookupError), engine.connect() as connection, connection.begin():
        schema.upgrade(connection, scripts)
    with engine.connect() as connection, connection.begin():
        assert _tables(connection) == before
        assert schema.version_in(reader_of(connection)) == schema.VERSION


def test_alembic_is_not_loaded_for_a_file_that_is_up_to_date(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from desktop_app.services.workspace import Workspace\n"
        "path = Path(sys.argv[1]); Workspace.create(path).close(); Workspace.open(path).close()\n"
        "sys.exit('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path / "a.evenhand")], check=False)
    assert done.returncode == 0
