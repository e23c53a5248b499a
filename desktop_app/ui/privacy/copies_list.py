"""A list of backups: when each was made, how large it is, and whether it needs a passphrase."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, QSize, Qt, QTime
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from desktop_app.services import backups
from desktop_app.services.backups import Backup
from desktop_app.words import copy_words
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_ROWS = 6


class CopiesList(QListWidget):
    """Each row is one file; its path is the row's data and its tool tip."""

    def __init__(self, name: str, formats: Formats) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._formats = formats
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setUniformItemSizes(True)
        self.setMinimumHeight(round(self.fontMetrics().height() * 1.8) * _ROWS // 2)

    def add(self, path: Path, remark: str = "", *, chosen: bool = False) -> None:
        """List a file, with what is to be said of it."""
        backup = backups.at(path)
        words = path.name if backup is None else self._words(backup)
        item = QListWidgetItem(f"{words} ({remark})" if remark else words)
        item.setData(Qt.ItemDataRole.UserRole, str(path))
        item.setSizeHint(item.sizeHint().expandedTo(self._least()))
        self.addItem(item)
        item.setSelected(chosen)

    def drop(self, path: Path) -> None:
        """List a file no more."""
        for row in range(self.count() - 1, -1, -1):
            if self.item(row).data(Qt.ItemDataRole.UserRole) == str(path):
                self.takeItem(row)

    def chosen(self) -> list[Path]:
        """The files of the rows that are selected."""
        return [Path(item.data(Qt.ItemDataRole.UserRole)) for item in self.selectedItems()]

    def _least(self) -> QSize:
        return QSize(0, max(24, round(self.fontMetrics().height() * 1.6)))

    def _words(self, backup: Backup) -> str:
        here = backup.made.astimezone()
        facts = {
            "name": backup.path.parent.name.rpartition(" ")[0],
            "day": self._formats.day(here.date()),
            "time": QLocale().toString(QTime(here.hour, here.minute), QLocale.FormatType.ShortFormat),
            "size": copy_words.size(backup.size, self._formats),
        }
        if backup.is_protected:
            return _("{name}, {day} at {time}, {size}, encrypted").format(**facts)
        return _("{name}, {day} at {time}, {size}").format(**facts)
