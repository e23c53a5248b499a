"""Says where resources, settings, data and logs are, from a checkout, a wheel or a bundle, without Qt."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def resources() -> Path:
    """The folder of icons, samples, help and vocabularies that came with this Evenhand.

    A wheel and a bundle hold it inside the package; a checkout has it beside the package.
    """
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def settings_folder() -> Path:
    """The folder for this person's settings; it may not exist yet."""
    if sys.platform == "win32":
        return _windows("APPDATA", "Roaming") / "Evenhand"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Preferences" / "Evenhand"
    return _xdg("XDG_CONFIG_HOME", ".config") / "evenhand"


def data_folder() -> Path:
    """The folder for what Evenhand keeps for this person beside workspaces; it may not exist yet."""
    if sys.platform == "win32":
        return _windows("LOCALAPPDATA", "Local") / "Evenhand"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Evenhand"
    return _xdg("XDG_DATA_HOME", ".local/share") / "evenhand"


def log_folder() -> Path:
    """The folder for log files, which stay on this machine; it may not exist yet."""
    if sys.platform == "win32":
        return _windows("LOCALAPPDATA", "Local") / "Evenhand" / "Logs"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Logs" / "Evenhand"
    return _xdg("XDG_STATE_HOME", ".local/state") / "evenhand"


def _xdg(variable: str, default: str) -> Path:
    named = os.environ.get(variable, "")
    # The specification says that a relative value is to be ignored.
    return Path(named) if named and Path(named).is_absolute() else Path.home() / default


def _windows(variable: str, default: str) -> Path:
    named = os.environ.get(variable, "")
    return Path(named) if named else Path.home() / "AppData" / default
