"""A file is opened whole or refused untouched, and is never half made."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
import stat
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection

from desktop_app.domain.amounts import Amount
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Measure
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services.workspace import Workspace
from desktop_app.store import integrity, schema
from desktop_app.store.connecting import address_of, connect
from desktop_app.store.datafile import DataFile

_PAGE = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A sound workspace file with a few hundred figures."""
    path = tmp_path / "a.evenhand"
    with Workspace.create(path) as workspace, workspace.change("import") as work:
        work.put_all(Figure(id=f"f{i:04}", measure="ARR", amount=Amount.exactly(i)) for i in range(400))
    return path


def _digests(folder: Path) -> dict[str, str]:
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.iterdir()
        if file.is_file()
    }


def _patch(path: Path, offset: int, content: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        file.write(content)


def _text(path: Path) -> None:
    path.write_text("Dear all,\nplease find attached ...\n" * 20, "utf-8")


def _zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", "<x/>" * 100)


def _somebody_elses(path: Path) -> None:
    path.unlink()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bookmarks (url)")
        connection.commit()


def _other_application(path: Path) -> None:
    _patch(path, 68, b"GPKG")


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _too_new(path: Path) -> None:
    _patch(path, 60, struct.pack(">I", schema.VERSION + 1))


def _cut_in_header(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def _cut_in_half(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


def _garbage_after_header(path: Path) -> None:
    _patch(path, 100, os.urandom(path.stat().st_size - 100))


def _garbage_in_pages(path: Path) -> None:
    _patch(path, _PAGE, b"\xff" * (path.stat().st_size - _PAGE))


def _zeroes_in_pages(path: Path) -> None:
    _patch(path, _PAGE, bytes(path.stat().st_size - _PAGE))


def _bad_schema_text(path: Path) -> None:
    content = path.read_bytes()
    _patch(path, content.index(b"CREATE TABLE figures"), b"\xff\xfeEATE\xc3TABLE")


def _chance(path: Path) -> None:
    """What only a passphrase can tell from a protected workspace."""
    path.write_bytes(os.urandom(12 * _PAGE))


def _chance_cut_short(path: Path) -> None:
    path.write_bytes(os.urandom(50_000))


def _bad_page_size(path: Path) -> None:
    _patch(path, 16, b"\x00\x07")


def _altered(statement: str) -> Callable[[Path], None]:
    def alter(path: Path) -> None:
        with contextlib.closing(sqlite3.connect(path)) as connection:
            connection.execute(statement)
            connection.commit()

    return alter


@pytest.mark.parametrize(
    ("spoil", "code"),
    [
        (_text, RefusalCode.NOT_A_WORKSPACE),
        (_zip, RefusalCode.NOT_A_WORKSPACE),
        (_chance, RefusalCode.PASSPHRASE_NEEDED),
        (_chance_cut_short, RefusalCode.DAMAGED),
        (_somebody_elses, RefusalCode.NOT_A_WORKSPACE),
        (_other_application, RefusalCode.NOT_A_WORKSPACE),
        (_empty, RefusalCode.EMPTY_FILE),
        (_too_new, RefusalCode.TOO_NEW),
        (_cut_in_header, RefusalCode.DAMAGED),
        (_cut_in_half, RefusalCode.DAMAGED),
        (_garbage_after_header, RefusalCode.DAMAGED),
        (_garbage_in_pages, RefusalCode.DAMAGED),
        (_zeroes_in_pages, RefusalCode.DAMAGED),
        (_bad_schema_text, RefusalCode.DAMAGED),
        (_bad_page_size, RefusalCode.DAMAGED),
        (_altered("DROP TABLE figures"), RefusalCode.DAMAGED),
        (_altered("ALTER TABLE figures RENAME COLUMN amount TO value"), RefusalCode.DAMAGED),
        (_altered("UPDATE figures SET amount = 'many'"), RefusalCode.DAMAGED),
        (_altered("UPDATE figures SET amount = x'80ff'"), RefusalCode.DAMAGED),
        (_altered("UPDATE figures SET amount = CAST(x'80ff' AS TEXT)"), RefusalCode.DAMAGED),
        (_altered("CREATE VIEW v AS SELECT 1"), RefusalCode.DAMAGED),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_hostile_file_is_refused_untouched(
    path: Path, spoil: Callable[[Path], None], code: RefusalCode, capfd: pytest.CaptureFixture[str]
) -> None:
    spoil(path)
    before = _digests(path.parent)
    with pytest.raises(Refusal) as caught:
        Workspace.open(path)
    assert caught.value.code is code
    assert _digests(path.parent) == before
    assert capfd.readouterr() == ("", "")


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    os.mkfifo(tmp_path / "pipe")
    for name, code in [
        (".", RefusalCode.IS_A_FOLDER),
        ("missing.evenhand", RefusalCode.NOT_FOUND),
        ("missing/a.evenhand", RefusalCode.NOT_FOUND),
        ("loop", RefusalCode.NOT_FOUND),
        ("pipe", RefusalCode.NOT_A_WORKSPACE),
        ("x" * 300, RefusalCode.NOT_FOUND),
        ("nul\0l", RefusalCode.NOT_FOUND),
    ]:
        with pytest.raises(Refusal) as caught:
            Workspace.open(tmp_path / name)
        assert caught.value.code is code, name


@contextlib.contextmanager
def _as_nobody() -> Iterator[None]:
    """Root may read everything; nobody may not."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_to_all(path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sound file in folders that anybody may pass."""
    ours = tmp_path_factory.getbasetemp().parent
    for folder in path.parents:
        if folder.is_relative_to(ours):
            folder.chmod(0o755)
        elif os.geteuid() == 0 and not folder.stat().st_mode & stat.S_IXOTH:
            pytest.skip(f"{folder} lets nobody pass")
    return path


def test_no_permission(open_to_all: Path) -> None:
    open_to_all.chmod(0)
    with _as_nobody(), pytest.raises(Refusal) as caught:
        Workspace.open(open_to_all)
    assert caught.value.code is RefusalCode.NO_PERMISSION


def test_file_that_may_only_be_read(open_to_all: Path) -> None:
    open_to_all.chmod(0o444)
    open_to_all.parent.chmod(0o555)
    before = _digests(open_to_all.parent)
    try:
        with _as_nobody(), Workspace.open(open_to_all) as workspace:
            assert workspace.read_only
            assert workspace.count(Figure) == 400
            with pytest.raises(Refusal) as caught, workspace.change("record figure") as work:
                work.put(Figure())
            assert caught.value.code is RefusalCode.READ_ONLY
            with pytest.raises(Refusal) as caught:
                workspace.undo()
            assert caught.value.code is RefusalCode.READ_ONLY
    finally:
        open_to_all.parent.chmod(0o755)
    assert _digests(open_to_all.parent) == before


def test_new_file_is_private(path: Path) -> None:
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with Workspace.open(path) as workspace:
        with workspace.change("record figure") as work:
            work.put(Figure())
        for file in path.parent.iterdir():
            assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_closing_leaves_the_file_alone(path: Path) -> None:
    assert list(path.parent.iterdir()) == [path]


def test_reading_does_not_change_a_byte(path: Path) -> None:
    before = _digests(path.parent)
    Workspace.open(path).close()
    assert _digests(path.parent) == before


def test_an_existing_file_is_not_made_anew(path: Path) -> None:
    before = _digests(path.parent)
    with pytest.raises(Refusal) as caught:
        Workspace.create(path)
    assert caught.value.code is RefusalCode.ALREADY_EXISTS
    assert _digests(path.parent) == before


def test_no_new_file_beside_the_journal_of_an_old_one(tmp_path: Path) -> None:
    (tmp_path / "a.evenhand-wal").write_bytes(b"leftover")
    with pytest.raises(Refusal) as caught:
        Workspace.create(tmp_path / "a.evenhand")
    assert caught.value.code is RefusalCode.ALREADY_EXISTS


def test_a_folder_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as caught:
        Workspace.create(tmp_path / "missing" / "a.evenhand")
    assert caught.value.code is RefusalCode.NOT_FOUND


def test_making_a_file_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def fail(connection: object) -> None:
        raise LookupError

    with pytest.raises(LookupError):
        DataFile.create(tmp_path / "a.evenhand", fail)
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_that_cannot_be_opened_is_not_left_behind(tmp_path: Path) -> None:
    def spoil(connection: Connection) -> None:
        connection.exec_driver_sql("CREATE VIEW strange AS SELECT 1")

    with pytest.raises(Refusal):
        DataFile.create(tmp_path / "a.evenhand", spoil)
    assert list(tmp_path.iterdir()) == []


def test_exclusive_lock_of_another_program(path: Path) -> None:
    other = connect(address_of(path))
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    before = _digests(path.parent)
    with pytest.raises(Refusal) as caught:
        DataFile.open(path, patience=0.05)
    assert caught.value.code is RefusalCode.LOCKED
    other.rollback()
    other.close()
    assert _digests(path.parent)["a.evenhand"] == before["a.evenhand"]


def test_writer_that_takes_too_long(path: Path) -> None:
    other = connect(address_of(path))
    datafile = DataFile.open(path, patience=0.05)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Refusal) as caught, datafile.writing():
        pass
    assert caught.value.code is RefusalCode.BUSY
    other.rollback()
    with datafile.writing():
        pass
    datafile.close()
    other.close()


def test_link_to_a_file(path: Path, tmp_path: Path) -> None:
    link = tmp_path / "elsewhere" / "link.evenhand"
    link.parent.mkdir()
    link.symlink_to(path)
    with Workspace.open(link) as workspace:
        with workspace.change("record figure") as work:
            work.put(Figure())
        assert list(link.parent.iterdir()) == [link]
    with Workspace.open(path) as workspace:
        assert workspace.count(Figure) == 401


def test_a_file_that_was_deleted_or_replaced_is_not_written(path: Path) -> None:
    workspace = Workspace.open(path)
    other = path.with_name("b.evenhand")
    Workspace.create(other).close()
    for change, code in [
        (path.unlink, RefusalCode.NOT_FOUND),
        (lambda: other.rename(path), RefusalCode.CHANGED_MEANWHILE),
    ]:
        change()
        with pytest.raises(Refusal) as caught, workspace.change("record figure") as work:
            work.put(Figure())
        assert caught.value.code is code
    workspace.close()


def test_unmerged_journal_of_a_killed_process_is_merged(path: Path) -> None:
    _kill_after_a_change(path)
    assert path.with_name("a.evenhand-wal").stat().st_size > 0
    with Workspace.open(path) as workspace:
        assert workspace.get(Figure, "late") is not None
    assert list(path.parent.iterdir()) == [path]


def test_a_write_cut_off_where_there_is_no_wal_is_taken_back(path: Path) -> None:
    """As on a network disk: there the journal holds what was before, and opening restores it."""
    script = (
        "import os, signal, sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "connection.execute('PRAGMA journal_mode = DELETE')\n"
        "connection.execute('PRAGMA cache_size = 1')\n"
        "connection.execute('BEGIN IMMEDIATE')\n"
        "connection.execute('UPDATE measures SET definition = hex(randomblob(9000))')\n"
        "os.kill(os.getpid(), signal.SIGTERM if os.name == 'nt' else signal.SIGKILL)\n"
    )
    with Workspace.open(path) as workspace:
        before = list(workspace.every(Measure))
    subprocess.run([sys.executable, "-c", script, str(path)], check=False)
    assert path.with_name(f"{path.name}-journal").stat().st_size
    with Workspace.open(path) as workspace:
        assert list(workspace.every(Measure)) == before
    assert integrity.check(path) == []


def test_damage_beside_an_unmerged_journal_is_refused_untouched(path: Path) -> None:
    _kill_after_a_change(path)
    _garbage_in_pages(path)
    before = _digests(path.parent)
    with pytest.raises(Refusal) as caught:
        Workspace.open(path)
    assert caught.value.code is RefusalCode.DAMAGED
    after = _digests(path.parent)
    del before["a.evenhand-shm"], after["a.evenhand-shm"]  # an index that SQLite makes anew at will
    assert after == before


def _kill_after_a_change(path: Path) -> None:
    script = (
        "import os, signal, sys; from pathlib import Path\n"
        "from desktop_app.services.workspace import Workspace\n"
        "from desktop_app.domain.figures import Figure\n"
        "workspace = Workspace.open(Path(sys.argv[1]))\n"
        "with workspace.change('record figure') as work: work.put(Figure(id='late'))\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=False)


def test_copy_is_complete_private_and_needs_no_journal(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copies" / "b.evenhand"
    copy.parent.mkdir()
    with Workspace.open(path) as workspace:
        with workspace.change("record figure") as work:
            work.put(Figure(id="late"))
        workspace.save_copy(copy)
        assert list(copy.parent.iterdir()) == [copy]
        assert copy.read_bytes()[18:20] == b"\x01\x01"
        assert stat.S_IMODE(copy.stat().st_mode) == 0o600
        before = _digests(copy.parent)
        with Workspace.open(copy) as other:
            assert list(other.every(Figure)) == list(workspace.every(Figure))
            assert other.undo_label == "record figure"
        assert _digests(copy.parent) == before
        with Workspace.open(copy) as other:
            assert other.undo() is not None


def test_copy_replaces_only_when_asked(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "b.evenhand"
    copy.write_text("something else", "utf-8")
    with Workspace.open(path) as workspace:
        with pytest.raises(Refusal) as caught:
            workspace.save_copy(copy)
        assert caught.value.code is RefusalCode.ALREADY_EXISTS
        assert copy.read_text("utf-8") == "something else"
        workspace.save_copy(copy, replace=True)
    with Workspace.open(copy) as workspace:
        assert workspace.count(Figure) == 400


def test_copy_never_replaces_a_file_in_use(path: Path, tmp_path: Path) -> None:
    with Workspace.open(path) as workspace, Workspace.create(tmp_path / "b.evenhand") as other:
        with other.change("record figure") as work:
            work.put(Figure())
        for target in (path, tmp_path / "b.evenhand"):
            with pytest.raises(Refusal) as caught:
                workspace.save_copy(target, replace=True)
            assert caught.value.code is RefusalCode.IN_USE
        with pytest.raises(Refusal) as caught:
            workspace.save_copy(tmp_path, replace=True)
        assert caught.value.code is RefusalCode.IS_A_FOLDER


def test_closing_twice_is_no_harm(path: Path) -> None:
    datafile = DataFile.open(path)
    datafile.close()
    datafile.close()
