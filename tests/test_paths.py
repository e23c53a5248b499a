"""Where things are, from a checkout and inside a package."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app import paths


class TestResources:
    def test_a_checkout_has_them_beside_the_package(self) -> None:
        assert (paths.resources() / "icons" / "evenhand.svg").is_file()

    def test_an_installed_package_has_them_inside(self, tmp_path: Path) -> None:
        package = tmp_path / "desktop_app"
        (package / "resources").mkdir(parents=True)
        for name in ("__init__.py", "paths.py"):
            shutil.copy(Path(paths.__file__).with_name(name), package)
        asked = "from desktop_app import paths; print(paths.resources())"
        answer = subprocess.run(
            [sys.executable, "-c", asked], cwd=tmp_path, capture_output=True, text=True, check=True
        )
        assert Path(answer.stdout.strip()) == (package / "resources").resolve()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="XDG folders are Linux's")
class TestFolders:
    def test_they_follow_the_desktop_s_settings(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
        assert paths.settings_folder() == tmp_path / "evenhand"

    def test_a_relative_setting_is_ignored(self, monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
        monkeypatch.setenv("XDG_STATE_HOME", "somewhere")
        assert paths.log_folder() == home / ".local/state/evenhand"

    def test_they_differ(self) -> None:
        assert len({paths.settings_folder(), paths.data_folder(), paths.log_folder()}) == 3
