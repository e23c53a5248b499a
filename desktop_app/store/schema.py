"""Which version of the tables a file has: laid out new, brought up to date, or told apart."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.store.connecting import APPLICATION_ID
from desktop_app.store.layout import STATEMENTS
from desktop_app.store.reading import Reader

if TYPE_CHECKING:
    from sqlalchemy import Connection

VERSION = 2
"""The number of the newest migration; a file carries its own as PRAGMA user_version."""

MIGRATIONS = Path(__file__).parent / "migrations"


def revision_of(version: int) -> str:
    """The Alembic revision that leads to a version of the schema."""
    return f"v{version:04}"


def lay_out(connection: Connection) -> None:
    """The newest tables in an empty file, as the migrations would leave them but without loading Alembic."""
    for statement in STATEMENTS:
        connection.exec_driver_sql(statement)
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (revision_of(VERSION),))
    mark(connection, VERSION)


def mark(connection: Connection, version: int) -> None:
    """Writes into the file's header that it is a workspace, and of which version."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {version}")


def version_in(reader: Reader) -> int:
    """The version of the open file."""
    return int(reader.value("PRAGMA user_version"))


def upgrade(connection: Connection, scripts: Path | None = None) -> int:
    """Brings the file to the newest version of the scripts within the caller's transaction; answers it."""
    # Only files that are behind pay for loading Alembic.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(scripts or MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    head = ScriptDirectory.from_config(config).get_current_head() or revision_of(0)
    version = int(head.removeprefix("v"))
    mark(connection, version)
    return version


def is_ours(reader: Reader) -> bool:
    """Whether the file holds the tables and indices of the newest version, word for word, and nothing else.

    A constraint or a computed column of somebody else's making would act whenever the file is used.
    """
    rows = reader.rows("SELECT sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'")
    return sorted(_plain(sql or "") for (sql,) in rows) == sorted(map(_plain, STATEMENTS))


def acts_on_its_own(reader: Reader) -> bool:
    """Whether the file holds a trigger or a view: no Evenhand makes them, and they act when it is used."""
    acting = "SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')"
    return bool(reader.value(acting))


def _plain(sql: str) -> str:
    """A statement without what SQLite and Alembic may write otherwise: white space and quotation marks."""
    return " ".join(sql.replace('"', "").split())
