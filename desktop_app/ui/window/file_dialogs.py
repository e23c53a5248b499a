"""Asks for files: new, open, save a copy, import."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app.ui.widgets.save_dialog import ask_where
from desktop_app.words.translate import _

ENDING = ".evenhand"


def _workspaces() -> str:
    return _("Evenhand workspaces") + " (*.evenhand)"


def ask_new(parent: QWidget, folder: Path) -> Path | None:
    """Where a new workspace is to be made, or None."""
    suggested = folder / (_("workspace") + ENDING)
    return ask_where(parent, _("New workspace"), suggested, _workspaces(), may_replace=False)


def ask_open(parent: QWidget, folder: Path) -> Path | None:
    """Which workspace is to be opened, or None."""
    name = QFileDialog.getOpenFileName(parent, _("Open workspace"), str(folder), _workspaces())[0]
    return Path(name) if name else None


def ask_copy(parent: QWidget, current: Path) -> Path | None:
    """Where a copy is to be saved, or None."""
    suggested = current.with_name(f"{current.stem} copy{ENDING}")
    return ask_where(parent, _("Save a copy"), suggested, _workspaces())


def ask_import(parent: QWidget, folder: Path) -> Path | None:
    """Which file is to be imported, or None."""
    tables, saved = "*.ods *.xlsx *.xls *.csv *.tsv *.tab", "*.html *.htm *.mhtml *.md *.txt"
    own = "*.zip *.json"
    kinds = f"{_('All that can be imported')} ({tables} {saved} {own});;{_('Tables')} ({tables})"
    kinds += f";;{_('Saved GOV.UK page')} ({saved})"
    name = QFileDialog.getOpenFileName(parent, _("Import"), str(folder), kinds)[0]
    return Path(name) if name else None
