"""The command that sets Evenhand up: which Python, when there is work, what is said where something lacks."""

from __future__ import annotations

import ast
import os
import sys
from pathlib import Path

import dev
import pytest

from desktop_app.cli import _COMMANDS


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    """A lock file of one line."""
    path = tmp_path / "some.lock"
    path.write_bytes(b"thing==1.0\n")
    return path


@pytest.fixture
def environment(tmp_path: Path, lock: Path) -> Path:
    """An environment finished from `lock`."""
    folder = tmp_path / "environment"
    python = Path(dev.python_in(str(folder)))
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    (folder / "evenhand.stamp").write_text(dev.stamp(str(lock)))
    return folder


class TestStamp:
    def test_nothing_changed_is_nothing_to_do(self, environment: Path, lock: Path) -> None:
        assert dev.is_current(str(environment), str(lock))

    def test_line_endings_of_another_system_change_nothing(self, environment: Path, lock: Path) -> None:
        lock.write_bytes(b"thing==1.0\r\n")
        assert dev.is_current(str(environment), str(lock))

    def test_a_changed_lock_is_work(self, environment: Path, lock: Path) -> None:
        lock.write_bytes(b"thing==1.1\n")
        assert not dev.is_current(str(environment), str(lock))

    def test_a_moved_checkout_is_work(
        self, environment: Path, lock: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(dev, "ROOT", "/elsewhere")
        assert not dev.is_current(str(environment), str(lock))

    def test_an_environment_without_its_python_is_work(self, environment: Path, lock: Path) -> None:
        Path(dev.python_in(str(environment))).unlink()
        assert not dev.is_current(str(environment), str(lock))

    def test_no_environment_is_work(self, tmp_path: Path, lock: Path) -> None:
        assert not dev.is_current(str(tmp_path / "none"), str(lock))


class TestSoundness:
    def test_a_link_to_a_python_that_went_away_is_not_sound(self, environment: Path) -> None:
        python = Path(dev.python_in(str(environment)))
        python.unlink()
        python.symlink_to(environment / "gone")
        assert not dev.is_sound(str(environment))

    def test_removing_a_linked_environment_keeps_what_it_links_to(self, environment: Path) -> None:
        link = environment.with_name("link")
        link.symlink_to(environment)
        dev.remove(str(link))
        assert not os.path.lexists(link)
        assert environment.is_dir()


class TestPython:
    def test_an_older_python_can_read_the_file(self) -> None:
        ast.parse(Path(dev.__file__).read_text(encoding="utf-8"), feature_version=(3, 6))

    def test_the_supported_versions_are_those_of_the_project(self) -> None:
        text = (Path(dev.ROOT) / "pyproject.toml").read_text(encoding="utf-8")
        first, last = dev.SUPPORTED[0], dev.SUPPORTED[-1]
        assert f'requires-python = ">={dev.words(first)},<{last[0]}.{last[1] + 1}"' in text

    def test_an_unsupported_python_is_told_so(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(dev, "SUPPORTED", ((3, 99),))
        with pytest.raises(dev.Stop, match=f"this is Python {dev.words(sys.version_info)}"):
            dev.require_python(["run"])

    def test_a_command_that_is_no_python_has_no_version(self) -> None:
        assert dev.version_of(["no-such-python"]) == ()
        assert dev.version_of([sys.executable]) == sys.version_info[:2]


class TestCommands:
    @pytest.mark.parametrize(("arguments", "code"), [([], 2), (["fly"], 2), (["--help"], 0)])
    def test_what_can_be_done_is_said(
        self, arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert dev.main(arguments) == code
        said = capsys.readouterr().out
        assert all(f"    {name} " in said for name in dev.COMMANDS)

    def test_the_environment_is_utf_8_where_the_machine_says_nothing(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        for name in ("LC_ALL", "LC_CTYPE", "LANG"):
            monkeypatch.delenv(name, raising=False)
        assert dev.environment()["LC_CTYPE"] == "C.UTF-8"

    def test_a_chosen_platform_is_kept(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
        assert dev.environment(QT_QPA_PLATFORM="offscreen")["QT_QPA_PLATFORM"] == "xcb"


def test_only_commands_that_open_the_window_ask_for_a_display() -> None:
    windowless = {name for name in dev.WINDOWLESS if not name.startswith("-")}
    assert set(_COMMANDS) - windowless == {"open", "present"}


class TestPeers:
    def test_without_matplotlib_the_rest_is_measured(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        def fail(python: str, lock: str, *more: str) -> None:
            raise dev.Stop("no network")

        monkeypatch.setattr(dev, "ROOT", str(tmp_path))
        monkeypatch.setattr(dev, "install", fail)
        assert dev.peers(sys.executable) == ""
        assert "Without matplotlib" in capsys.readouterr().out

    def test_what_is_there_is_not_fetched_again(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        fetched: list[str] = []

        def fetch(python: str, lock: str, *more: str) -> None:
            fetched.append(lock)
            Path(more[-1]).mkdir()

        monkeypatch.setattr(dev, "ROOT", str(tmp_path))
        monkeypatch.setattr(dev, "install", fetch)
        assert dev.peers(sys.executable) == dev.peers(sys.executable) == str(tmp_path / ".venv-peers")
        assert len(fetched) == 1
