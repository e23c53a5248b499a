"""The guards around every test do find what they are there to find."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
from pathlib import Path

from desktop_app import paths

OFFENDERS = """
import socket

def test_reaches_out_and_hides_it():
    try:
        socket.create_connection(("127.0.0.1", 9), timeout=1)
    except OSError:
        pass

def test_leaves_a_window(qtbot):
    from PySide6.QtWidgets import QWidget
    global kept
    kept = QWidget(objectName="left behind")
    kept.show()

def test_behaves(qtbot):
    from PySide6.QtWidgets import QWidget
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
"""


def test_the_network_and_a_window_left_open_are_found(tmp_path: Path) -> None:
    shutil.copy(Path(__file__).with_name("conftest.py"), tmp_path)
    (tmp_path / "test_offenders.py").write_text(OFFENDERS)
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    command = [sys.executable, "-m", "pytest", "-p", "no:randomly", "-p", "no:cacheprovider", "-q", "-rE"]
    answer = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "3 passed, 2 errors" in answer.stdout
    assert "ERROR test_offenders.py::test_reaches_out_and_hides_it" in answer.stdout
    assert "windows left open: [\"QWidget 'left behind'\"]" in answer.stdout


def test_the_home_is_empty_and_not_the_person_s(home: Path) -> None:
    assert Path.home() == home
    assert not list(home.iterdir())
    assert paths.settings_folder().is_relative_to(home)


def test_sockets_within_the_machine_are_left_alone() -> None:
    one, other = socket.socketpair()
    with one, other:
        one.sendall(b"x")
        assert other.recv(1) == b"x"
