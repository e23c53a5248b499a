"""Asks where to save, with the ending put on before it is asked whether a file may be replaced."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def ask_where(
    parent: QWidget, title: str, suggested: Path, kinds: str, *, may_replace: bool = True
) -> Path | None:
    """A path with the ending of `suggested`, or None.

    A name typed without that ending gets it; where that makes it another file's name, about which nobody was
    asked, the answer is a name that is still free. With `may_replace` off nothing is asked, because the
    caller refuses to replace anything.
    """
    dialog = QFileDialog(parent, title, str(suggested.parent), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suggested.suffix.removeprefix("."))
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not may_replace)
    dialog.selectFile(suggested.name)
    accepted = dialog.exec() == QFileDialog.DialogCode.Accepted
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    return with_ending(Path(chosen[0]), suggested.suffix) if accepted and chosen else None


def with_ending(path: Path, ending: str) -> Path:
    """The path with the ending; where it had to be put on, under a name that no file has yet."""
    if path.suffix.lower() == ending:
        return path
    free, number = path.with_name(path.name + ending), 2
    while free.exists():
        free = path.with_name(f"{path.name} {number}{ending}")
        number += 1
    return free
