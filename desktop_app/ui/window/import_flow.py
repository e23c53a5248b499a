"""Importing as the user sees it: read in the background with progress and cancel, one step, a report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt
from PySide6.QtWidgets import QInputDialog, QProgressDialog

from desktop_app.domain import date_words
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services import importing
from desktop_app.services.govuk import bringing, documents
from desktop_app.services.spreadsheets.reader import Spare
from desktop_app.ui import background
from desktop_app.ui.clock import today_here
from desktop_app.ui.locales import date_order
from desktop_app.ui.widgets.banner import Way
from desktop_app.ui.window.desk import Desk
from desktop_app.words import pages, reports
from desktop_app.words.translate import _

_SHOWN_AFTER_MS = 600


def _bringing(path: Path, spare: Spare) -> Callable[..., importing.ImportReport]:
    """What imports a file: a saved page is read otherwise than a spreadsheet."""
    if path.suffix.lower() in documents.SUFFIXES:
        return bringing.bring
    return partial(importing.bring, spare=spare)


class ImportFlow(QObject):
    """One import at a time; a second file waits until the first is done."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._work: background.Work | None = None
        self._progress: QProgressDialog | None = None
        self._path, self._file = Path(), Path()
        self._waiting: list[Path] = []
        self._spare = Spare()
        """Reads the next spreadsheet without waiting for a process to start."""
        self.destroyed.connect(self._spare.close)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._spare.close)

    def get_ready(self) -> None:
        """Start what reads spreadsheets, so that the first import is as quick as the others."""
        self._spare.get_ready()

    def start(self, path: Path, edition: date | None = None) -> None:
        """Read a spreadsheet and, when it is understood, import it into the open workspace's file."""
        if self._work is not None:
            self._waiting.append(path)
            return
        workspace = self._desk.workspace
        if workspace is None or workspace.path is None:
            return
        self._path, self._file = path, workspace.path
        work = background.Work(_bringing(path, self._spare), workspace.path, path, edition)
        work.progressed.connect(self._advance)
        work.done.connect(self._done)
        work.refused.connect(self._refused)
        work.broke.connect(self._broke)
        self._work = work
        self._show_progress()
        background.start(work)

    def _show_progress(self) -> None:
        words = _("Reading {name}…").format(name=self._path.name)
        progress = QProgressDialog(words, _("Cancel"), 0, 0, self._desk.window)
        progress.setObjectName("importProgress")
        progress.setWindowTitle(_("Import"))
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setMinimumDuration(_SHOWN_AFTER_MS)
        progress.setAutoClose(False)
        progress.setAutoReset(False)
        progress.canceled.connect(self._cancel)
        self._progress = progress

    def _advance(self, done: int, total: int) -> None:
        if self._progress is not None:
            self._progress.setMaximum(total)
            self._progress.setValue(done)

    def _cancel(self) -> None:
        if self._work is not None:
            self._work.cancel()

    def _end(self) -> None:
        self._work = None
        if self._progress is not None:
            self._progress.canceled.disconnect(self._cancel)
            self._progress.close()
            self._progress.deleteLater()
            self._progress = None

    def _done(self, report: importing.ImportReport) -> None:
        self._end()
        workspace = self._desk.workspace
        if workspace is not None and workspace.path == self._file:
            try:
                workspace.follow()
            except Refusal as refusal:
                self._desk.notices.refuse(refusal)
            else:
                self._report(report)
        self._next()

    def _report(self, report: importing.ImportReport) -> None:
        context = self._desk.context
        if context is None:
            return
        changed = bool(report.added or report.revised)
        ways = [Way(_("Undo"), self._desk.undo)] if changed else []
        said = [reports.imported(report, context.formats)]
        if isinstance(report, bringing.PageReport):
            tables = report.page.tables
            said += pages.remarks(tables.rows, tables.problems, context.formats)
        self._desk.notices.report(" ".join(said), ways)

    def _refused(self, refusal: Refusal) -> None:
        self._end()
        if refusal.code is RefusalCode.EDITION_UNKNOWN:
            self._ask_edition(str(refusal.values.get("suggestion", "")))
        elif refusal.code is not RefusalCode.CANCELLED:
            self._desk.notices.refuse(refusal)
        else:
            self._desk.notices.tell(_("Import cancelled. Nothing was changed."))
        self._next()

    def _broke(self, error: Exception) -> None:
        self._end()
        raise error

    def _ask_edition(self, suggestion: str) -> None:
        words = _("{name} does not say when it was published. Published on:").format(name=self._path.name)
        text, given = QInputDialog.getText(self._desk.window, _("Import"), words, text=suggestion)
        if not given:
            return
        today = today_here()
        reading = date_words.read(text, today=today, order=date_order(QLocale()))
        if reading.date.is_exact_day and reading.date.earliest is not None:
            self.start(self._path, reading.date.earliest)
        else:
            self._desk.notices.refuse(Refusal(RefusalCode.EDITION_UNKNOWN, name=self._path.name))

    def _next(self) -> None:
        if self._waiting and self._work is None:
            self.start(self._waiting.pop(0))
