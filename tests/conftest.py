"""What every test gets: an empty home, no network, English, no window left open, and nothing copied.

Qt is looked at only where a test has already loaded it: the floors below the window are tested without it.
"""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# Before Qt is loaded: it warns where the locale is not UTF-8, and a warning fails a test.
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["LANGUAGE"] = "en_GB:en"
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Under these, Qt and the Pythons that tests start do otherwise than a user's.
for _name in (
    "QT_SCALE_FACTOR",
    "QT_STYLE_OVERRIDE",
    "QT_QPA_PLATFORMTHEME",
    "QT_FONT_DPI",
    "PYTHONUNBUFFERED",
):
    os.environ.pop(_name, None)

# Shared machines stall: a law that holds slowly still holds.
settings.register_profile("evenhand", deadline=None, print_blob=True)
settings.load_profile("evenhand")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home for this test; nothing of the person running the tests is read or written."""
    folder = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE"):
        monkeypatch.setenv(name, str(folder))
    for name, place in (
        ("XDG_CONFIG_HOME", ".config"),
        ("XDG_DATA_HOME", ".local/share"),
        ("XDG_STATE_HOME", ".local/state"),
        ("XDG_CACHE_HOME", ".cache"),
        ("APPDATA", "AppData/Roaming"),
        ("LOCALAPPDATA", "AppData/Local"),
    ):
        monkeypatch.setenv(name, str(folder / place))
    core = sys.modules.get("PySide6.QtCore")
    if core is not None:
        for form in (core.QSettings.Format.IniFormat, core.QSettings.Format.NativeFormat):
            core.QSettings.setPath(form, core.QSettings.Scope.UserScope, str(folder / ".config"))
    return folder


@pytest.fixture(autouse=True)
def _english() -> None:
    """British English dates and numbers, whatever the machine speaks and an earlier test chose."""
    core = sys.modules.get("PySide6.QtCore")
    if core is not None:
        core.QLocale.setDefault(core.QLocale("en_GB"))


@pytest.fixture(autouse=True)
def _empty_clipboard() -> Iterator[None]:
    """Nothing copied is there for the next test, or still Qt's to delete when Python has already gone."""
    yield
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()


@pytest.fixture(autouse=True)
def _keys_let_go() -> Iterator[None]:
    """No key is held down for the next test: one that closes its own window is never told of the release."""
    yield
    gui = sys.modules.get("PySide6.QtGui")
    if gui is None or gui.QGuiApplication.instance() is None or not gui.QGuiApplication.keyboardModifiers():
        return
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QWidget

    nobody = QWidget()
    QTest.keyClick(nobody, Qt.Key.Key_Escape)
    assert not gui.QGuiApplication.keyboardModifiers()


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fails the test that reaches for the network, even where the refusal is swallowed."""
    reached: list[str] = []

    def guarded(name: str) -> None:
        real = getattr(socket.socket, name)

        def guard(self: socket.socket, *values: Any) -> Any:
            if self.family in (socket.AF_INET, socket.AF_INET6):
                reached.append(f"{name}{values}")
                raise OSError("Evenhand opens no network connection")
            return real(self, *values)

        monkeypatch.setattr(socket.socket, name, guard)

    for name in ("connect", "connect_ex", "bind", "sendto"):
        guarded(name)
    yield
    assert not reached, f"the network was reached for: {reached}"


@pytest.fixture(autouse=True)
def _no_window_left(home: Path) -> Iterator[None]:
    """Fails the test that leaves a visible window behind, and closes it for the next one."""
    yield
    widgets = sys.modules.get("PySide6.QtWidgets")
    app = widgets.QApplication.instance() if widgets is not None else None
    if app is None or not hasattr(app, "topLevelWidgets"):
        return
    if app.styleSheet():
        # The application is one for all tests: what one of them put on, the next must not wear.
        app.setStyleSheet("")
        app.setPalette(app.style().standardPalette())
        app.setFont(sys.modules["PySide6.QtGui"].QFontDatabase.systemFont(_general_font()))
    left = [widget for widget in app.topLevelWidgets() if widget.isVisible()]
    names = [f"{type(widget).__name__} {widget.objectName()!r}" for widget in left]
    for widget in left:
        widget.close()
        widget.deleteLater()
    assert not names, f"windows left open: {names}"


def _general_font() -> Any:
    return sys.modules["PySide6.QtGui"].QFontDatabase.SystemFont.GeneralFont
