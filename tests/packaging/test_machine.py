"""What is said and done where the machine lacks something that Qt needs."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import dev
import machine
import pytest

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux lacks libraries")

NEEDS = {"ensurepip": "python3.11-venv", "libEGL.so.1": "libegl1"}


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the whole of PATH, but for `env`."""
    folder = tmp_path / "programs"
    folder.mkdir()
    for name in ("env", "touch", "chmod"):
        (folder / name).symlink_to(shutil.which(name) or "")
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.fixture
def lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of apt's package lists, empty as on a fresh machine."""
    folder = tmp_path / "lists"
    folder.mkdir()
    monkeypatch.setattr(machine, "LISTS", str(folder))
    return folder


def program(folder: Path, name: str, text: str = "exit 0") -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def line(needs: dict[str, str]) -> str:
    return machine.advice(needs).splitlines()[-1]


class TestAdvice:
    def test_one_exact_line_with_sudo(self, programs: Path, lists: Path) -> None:
        program(programs, "apt-get")
        program(programs, "sudo")
        (lists / "main_Packages").touch()
        assert line(NEEDS) == "sudo apt-get install -y --no-install-recommends python3.11-venv libegl1"

    def test_one_exact_line_on_a_debian_without_sudo(self, programs: Path, lists: Path) -> None:
        program(programs, "apt-get")
        (lists / "main_Packages").touch()
        expected = "su -c 'apt-get install -y --no-install-recommends python3.11-venv libegl1'"
        assert line(NEEDS) == expected

    def test_a_machine_without_package_lists_fetches_them_first(self, programs: Path, lists: Path) -> None:
        program(programs, "apt-get")
        program(programs, "sudo")
        assert line({"libGL.so.1": "libgl1"}) == (
            "sudo apt-get update && sudo apt-get install -y --no-install-recommends libgl1"
        )

    def test_dnf_is_asked_by_library(self, programs: Path) -> None:
        program(programs, "dnf")
        assert line({"libEGL.so.1": "libegl1"}) == "sudo dnf install 'libEGL.so.1()(64bit)'"

    def test_another_system_is_told_the_names(self, programs: Path) -> None:
        assert "libEGL.so.1" in machine.advice({"libEGL.so.1": "libegl1"})


class TestProvide:
    def test_a_library_that_cannot_be_had_stops_with_the_line(
        self, programs: Path, lists: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(machine.LIBRARIES, "offscreen", {"libno-such.so.9": "libno-such9"})
        program(programs, "apt-get", "exit 100")
        with pytest.raises(dev.Stop, match="install -y --no-install-recommends libno-such9"):
            machine.provide("offscreen", making=False)

    @pytest.mark.skipif(not hasattr(machine.os, "geteuid"), reason="no such user here")
    def test_what_may_be_installed_is_after_fetching_the_lists(
        self, programs: Path, lists: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(machine.LIBRARIES, "bundle", {})
        told = lists.with_name("told")
        tool = programs / "objdump"
        program(programs, "sudo", 'shift; exec "$@"')
        program(programs, "true")
        program(programs, "apt-get", f'echo "$@" >> {told}; touch {tool}; chmod 755 {tool}')
        machine.provide("bundle", making=False)
        update, install = told.read_text().splitlines()
        assert update.endswith("update")
        assert install.endswith("install --no-install-recommends binutils")

    def test_a_machine_that_lacks_nothing_is_left_alone(self, programs: Path) -> None:
        machine.provide("check", making=False)

    def test_every_package_name_is_one_word(self) -> None:
        names = [name for needs in machine.LIBRARIES.values() for name in needs.values()]
        assert all(name == name.strip().lower() and " " not in name for name in names)


class TestDisplay:
    def test_no_display_is_one_sentence(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            monkeypatch.delenv(name, raising=False)
        with pytest.raises(dev.Stop, match=r"^No display was found: .*\.$"):
            machine.require_display_named()

    def test_another_platform_needs_no_display(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("DISPLAY", raising=False)
        monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
        machine.require_display_named()
        machine.require_display_answers()
