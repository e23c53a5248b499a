"""Keeps what this person likes and where they were: window, theme, recent files. Never record contents."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from desktop_app import paths

RECENT_MOST = 10
AUDIENCE_SCREEN = "present/screen"
"""The name of the screen that audiences look at; empty for the one without the window."""


class Settings:
    """The person's settings, in one INI file."""

    def __init__(self, file: Path | None = None) -> None:
        where = file or paths.settings_folder() / "evenhand.ini"
        self._store = QSettings(str(where), QSettings.Format.IniFormat)

    @property
    def store(self) -> QSettings:
        """The file itself, for widgets that keep their own columns and splitters."""
        return self._store

    def text(self, key: str, default: str = "") -> str:
        """A setting as text."""
        return str(self._store.value(key, default))

    def set_text(self, key: str, value: str) -> None:
        """Keep a setting."""
        self._store.setValue(key, value)

    def blob(self, key: str) -> QByteArray:
        """A geometry or state as Qt wrote it; empty where there is none."""
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_blob(self, key: str, value: QByteArray) -> None:
        """Keep a geometry or state."""
        self._store.setValue(key, value)

    def recent(self) -> list[Path]:
        """The workspaces opened last, newest first; some may be gone."""
        value = self._store.value("files/recent", [])
        listed = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return [Path(str(entry)) for entry in listed if entry]

    def remember(self, path: Path) -> None:
        """Put a workspace at the head of the recent ones."""
        known = [entry for entry in self.recent() if entry != path]
        self._store.setValue("files/recent", [str(entry) for entry in [path, *known][:RECENT_MOST]])

    def forget_recent(self) -> None:
        """Empty the list of recent workspaces."""
        self._store.remove("files/recent")
