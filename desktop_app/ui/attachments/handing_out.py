"""Hands a kept copy to the desktop as a read-only file of its own, and clears up after it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop_app.domain.attachments import Attachment
from desktop_app.services.attachments import safe_name

_READ_ONLY = 0o400

HandOver = Callable[[Path], bool]
"""Gives a file to the program that this computer has for it; False where there is none."""


def to_desktop(path: Path) -> bool:
    """Give a file of this computer to the desktop; no connection is opened for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class HandedOut:
    """The copies handed out since the start: in one private folder, gone when the app ends."""

    def __init__(self, hand_over: HandOver = to_desktop) -> None:
        self._hand_over = hand_over
        self._folder: TemporaryDirectory[str] | None = None

    def open(self, attachment: Attachment, contents: bytes) -> bool:
        """Write the copy and give it to the desktop; False where no program takes it.

        Raises OSError where there is no room for it.
        """
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="evenhand-", ignore_cleanup_errors=True)
        # Each in a folder of its own: two copies may have one name.
        folder = Path(self._folder.name) / attachment.sha256[:16]
        folder.mkdir(mode=0o700, exist_ok=True)
        path = folder / safe_name(attachment.name)
        if path.exists():
            path.chmod(0o600)
            path.unlink()
        path.touch(mode=0o600)
        path.write_bytes(contents)
        path.chmod(_READ_ONLY)
        return self._hand_over(path)

    def clear(self) -> None:
        """Remove every copy handed out."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
