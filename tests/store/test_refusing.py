"""What the system says reaches people as one refusal each; our own mistakes stay mistakes."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.store.connecting import connect
from desktop_app.store.engine import engine_on
from desktop_app.store.refusing import refusing


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOENT, RefusalCode.NOT_FOUND),
        (errno.EACCES, RefusalCode.NO_PERMISSION),
        (errno.EROFS, RefusalCode.READ_ONLY),
        (errno.ENOSPC, RefusalCode.DISK_FULL),
        (errno.EDQUOT, RefusalCode.DISK_FULL),
        (errno.EIO, RefusalCode.DISK_ERROR),
        (0, RefusalCode.DISK_ERROR),
    ],
)
def test_errors_of_the_system(tmp_path: Path, number: int, code: RefusalCode) -> None:
    with pytest.raises(Refusal) as caught, refusing(tmp_path / "a.evenhand"):
        raise OSError(number, "...")
    assert caught.value.code is code
    assert caught.value.values["path"] == str(tmp_path / "a.evenhand")


def test_a_new_file_on_a_disk_that_cannot_be_written_is_not_said_to_be_readable(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as caught, refusing(tmp_path / "a.evenhand", making=True):
        raise OSError(errno.EROFS, "...")
    assert caught.value.code is RefusalCode.NO_PERMISSION


def test_damage_that_shows_as_undecodable_text(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as caught, refusing(tmp_path):
        b"\xff".decode("utf-8")
    assert caught.value.code is RefusalCode.DAMAGED


def test_mistakes_of_ours_pass() -> None:
    driver = connect("file::memory:")
    with pytest.raises(Exception, match="syntax error"), refusing(None):
        driver.execute("SELEKT")
    with pytest.raises(LookupError), refusing(None):
        raise LookupError
    engine = engine_on(driver)
    with engine.connect() as connection, connection.begin():
        connection.exec_driver_sql("CREATE TABLE a (b CHECK (b > 1))")
        with pytest.raises(IntegrityError) as caught, refusing(None):
            connection.exec_driver_sql("INSERT INTO a VALUES (?)", (-7654321,))
    assert "7654321" not in str(caught.value)
    engine.dispose()
    driver.close()
