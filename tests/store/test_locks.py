"""An operation that needs a file for itself is named, waited for, and forgotten when its process dies."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services.workspace import Workspace
from desktop_app.store import locks


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.evenhand"
    Workspace.create(path).close()
    return path


@pytest.fixture
def dead() -> int:
    """The pid of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def _lock(path: Path, pid: int, host: str | None = None) -> None:
    text = json.dumps({"pid": pid, "host": platform.node() if host is None else host})
    locks.lock_of(path).write_text(text, "utf-8")


def test_lies_beside_the_file(path: Path) -> None:
    assert locks.lock_of(path).name == "a.evenhand.lock"


def test_another_process_keeps_the_file_closed_and_is_named(path: Path) -> None:
    _lock(path, os.getppid())
    content = path.read_bytes()
    with pytest.raises(Refusal) as caught:
        Workspace.open(path)
    assert caught.value.code is RefusalCode.LOCKED
    assert caught.value.values["pid"] == os.getppid()
    assert caught.value.values["host"] == platform.node()
    assert path.read_bytes() == content
    with pytest.raises(Refusal), locks.alone(path):
        pass
    assert locks.lock_of(path).exists()


def test_another_computer_counts_as_running(path: Path, dead: int) -> None:
    _lock(path, dead, "elsewhere")
    with pytest.raises(Refusal) as caught:
        Workspace.open(path)
    assert caught.value.values["host"] == "elsewhere"


@pytest.mark.parametrize("text", ["", "{", "[]", '{"pid": "x", "host": ""}', '{"pid": 0}', "\x00"])
def test_half_written_lock_holds_nothing(path: Path, text: str) -> None:
    locks.lock_of(path).write_text(text, "utf-8")
    Workspace.open(path).close()


def test_dead_process_holds_nothing(path: Path, dead: int) -> None:
    _lock(path, dead)
    Workspace.open(path).close()
    with locks.alone(path):
        held = locks.holder(path)
        assert held is not None
        assert held.pid == os.getpid()
    assert not locks.lock_of(path).exists()


def test_our_own_lock_lets_us_in(path: Path) -> None:
    with locks.alone(path):
        Workspace.open(path).close()


def test_is_given_back_when_the_operation_fails(path: Path) -> None:
    with pytest.raises(LookupError), locks.alone(path):
        raise LookupError
    assert not locks.lock_of(path).exists()
