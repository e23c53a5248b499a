"""What each floor may load, seen from a fresh Python."""

from __future__ import annotations

import os
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOLD = "import sys; print('\\n'.join(sorted({name.partition('.')[0] for name in sys.modules})))"
OURS = {"desktop_app", "sitecustomize", "usercustomize"}


def modules(package: str) -> list[str]:
    """The package and every module below it, by dotted name, without revisions, which only Alembic loads."""
    folder = ROOT / package.replace(".", os.sep)
    found = [package, *(one.name for one in pkgutil.walk_packages([str(folder)], f"{package}."))]
    return [name for name in found if ".migrations" not in name]


def loaded(names: list[str]) -> set[str]:
    """Top-level modules of others that importing `names` in a fresh Python brings along."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV_"))}
    first, then = (
        subprocess.run(
            [sys.executable, "-c", f"{imports}\n{TOLD}"],
            cwd=ROOT,
            env=env,
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        for imports in ("", "".join(f"import {name}\n" for name in names))
    )
    return set(then) - set(first) - sys.stdlib_module_names - OURS


class TestFloors:
    def test_domain_needs_the_standard_library_and_numpy_for_series_alone(self) -> None:
        names = modules("desktop_app.domain")
        plain = [name for name in names if not name.endswith((".series", ".balance"))]
        assert loaded(plain) == set()
        assert loaded(names) <= {"numpy"}

    @pytest.mark.parametrize("floor", ["words", "store", "services"])
    def test_a_floor_below_the_window_loads_no_qt(self, floor: str) -> None:
        brought = loaded(modules(f"desktop_app.{floor}"))
        assert not brought & {"PySide6", "shiboken6", "pyqtgraph"}

    def test_words_need_the_standard_library_alone(self) -> None:
        assert loaded(modules("desktop_app.words")) == set()
