"""Kept copies come back byte for byte, are kept once, and only with the change that names them."""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
from pathlib import Path

import pytest

from desktop_app.domain.attachments import Attachment
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.sharing import Sharing
from desktop_app.services.workspace import Workspace
from desktop_app.store import contents
from desktop_app.store.integrity import Finding, FindingCode, check

PAGE = b"<html>\x00\xff"
NAME = hashlib.sha256(PAGE).hexdigest()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.evenhand"
    with Workspace.create(path) as workspace:
        attach(workspace, "a")
    return path


def attach(workspace: Workspace, id: str, data: bytes = PAGE) -> None:
    with workspace.change("attach file") as work:
        name = work.keep_content(data)
        work.put(Attachment(id=id, record="s", sha256=name, size=len(data)))


def _rows(path: Path, question: str) -> list[tuple[object, ...]]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        rows = connection.execute(question).fetchall()
        connection.commit()
    return rows


def test_comes_back_byte_for_byte_and_is_there_once(path: Path) -> None:
    with Workspace.open(path) as workspace:
        attach(workspace, "b")
        assert workspace.content(NAME) == PAGE
        assert workspace.content("0" * 64) is None
        workspace.save_copy(path.with_name("copy.evenhand"))
    assert _rows(path, "SELECT count(*) FROM contents") == [(1,)]
    for file in (path, path.with_name("copy.evenhand")):
        assert check(file) == []
        with Workspace.open(file) as workspace:
            assert workspace.content(NAME) == PAGE


def test_an_undone_attachment_can_be_brought_back_whole(path: Path) -> None:
    with Workspace.open(path) as workspace:
        workspace.undo()
        assert workspace.count(Attachment) == 0
    with Workspace.open(path) as workspace:
        workspace.redo()
        assert workspace.content(NAME) == PAGE
    assert check(path) == []


def test_a_change_that_fails_keeps_nothing(path: Path) -> None:
    other = hashlib.sha256(b"other").hexdigest()
    with Workspace.open(path) as workspace:
        with pytest.raises(Refusal), workspace.change("attach file") as work:
            work.put(Attachment(id="b", sha256=work.keep_content(b"other"), sharing=Sharing.RED))
        assert workspace.content(other) is None


def test_what_is_too_large_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contents, "LARGEST", 3 * 1024 * 1024)
    with Workspace.open(path) as workspace:
        attach(workspace, "b", bytes(contents.LARGEST))
        with pytest.raises(Refusal) as caught:
            attach(workspace, "c", bytes(contents.LARGEST + 1))
        assert (caught.value.code, caught.value.values) == (RefusalCode.FILE_TOO_LARGE, {"megabytes": 3})
        assert workspace.get(Attachment, "c") is None


@pytest.mark.parametrize(
    ("statement", "finding"),
    [
        ("UPDATE contents SET body = x'00'", Finding(FindingCode.DAMAGED_CONTENT, detail=NAME)),
        ("UPDATE contents SET body = 'text'", Finding(FindingCode.DAMAGED_CONTENT, detail=NAME)),
        ("DELETE FROM contents", Finding(FindingCode.MISSING_CONTENT, "attachment", "a", NAME)),
    ],
)
def test_damage_and_loss_are_found(path: Path, statement: str, finding: Finding) -> None:
    _rows(path, statement)
    assert finding in check(path)
