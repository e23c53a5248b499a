"""Saves what an import came to, row by row, where somebody wants it in a file."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app.domain.refusals import Refusal
from desktop_app.services.tabular import accounting
from desktop_app.services.tabular.understanding import RowPlan
from desktop_app.ui.context import Context
from desktop_app.ui.imports.adding import Added
from desktop_app.ui.imports.draft import ImportDraft
from desktop_app.ui.imports.row_words import RowWords
from desktop_app.ui.widgets.save_dialog import ask_where
from desktop_app.words.translate import _, _n


def save(context: Context, added: Added, folder: Path, parent: QWidget) -> None:
    """Ask where to, and write a CSV file of all rows that were not simply added."""
    stem = Path(added.name).stem or _("pasted rows")
    suggested = folder / _("{name} import report.csv").format(name=stem)
    path = ask_where(parent, _("Save report"), suggested, _("CSV table") + " (*.csv)")
    if path is not None:
        write(context, added, path)


def write(context: Context, added: Added, path: Path) -> None:
    """Write the report, and tell."""
    words = RowWords(ImportDraft(context.view, context.today(), _nothing, None), context.formats)
    header = (_("Row"), _("What became of it"), _("State"), _("Column"), _("Cells"))
    try:
        count = accounting.write(
            path, header, added.plan, added.ticks, words.state, partial(_fate, added.ticks)
        )
    except Refusal as refusal:
        context.notices.refuse(refusal)
        return
    said = _n("Saved {name}: {n} row not added as new", "Saved {name}: {n} rows not added as new", count)
    context.notices.tell(said.format(name=path.name, n=context.formats.number(count)))


def _fate(ticks: bytes, row: RowPlan) -> str:
    return _("Added") if ticks[row.place] and row.figure is not None else _("Not added")


def _nothing(_signature: str) -> str:
    return ""
