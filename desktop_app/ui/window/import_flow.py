"""Importing as the user sees it: read in the background with progress and cancel, one step, a report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QInputDialog, QProgressDialog

from desktop_app.domain import date_words
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services import importing
from desktop_app.services.exchange import planning
from desktop_app.services.govuk import bringing
from desktop_app.services.recognising import Known, Recognised
from desktop_app.services.spreadsheets.reader import Spare
from desktop_app.services.tabular.books import Book
from desktop_app.ui import background
from desktop_app.ui.clock import today_here
from desktop_app.ui.imports import report_file
from desktop_app.ui.imports.adding import Added
from desktop_app.ui.imports.return_dialog import ReturnDialog
from desktop_app.ui.imports.wizard import ImportWizard
from desktop_app.ui.locales import date_order
from desktop_app.ui.widgets.banner import Way
from desktop_app.ui.window import file_reading
from desktop_app.ui.window.desk import Desk
from desktop_app.ui.window.file_reading import OwnExport
from desktop_app.words import pages, reports, table_words
from desktop_app.words.translate import _

_SHOWN_AFTER_MS = 600


class ImportFlow(QObject):
    """One import at a time; a second file waits until the first is done.

    `articleFound` carries the path of a file that is prose.
    """

    articleFound = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._work: background.Work | None = None
        self._progress: QProgressDialog | None = None
        self._dialog: ImportWizard | ReturnDialog | None = None
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
        """Read a file: what needs no questions is imported, anything else is laid out to be looked at."""
        if self._is_busy:
            self._waiting.append(path)
            return
        workspace = self._desk.workspace
        if workspace is None or workspace.file is None:
            return
        self._path, self._file = path, workspace.file.path
        work = background.Work(file_reading.read, workspace.file, path, edition, self._spare)
        work.done.connect(self._done)
        self._begin(work, _("Reading {name}…").format(name=path.name))

    def paste(self, text: str) -> None:
        """Lay pasted rows out to be looked at."""
        if not self._is_busy:
            self._path = Path()
            self._open_wizard(None, None, text)

    @property
    def _is_busy(self) -> bool:
        return self._work is not None or self._dialog is not None

    def _begin(self, work: background.Work, words: str) -> None:
        work.progressed.connect(self._advance)
        work.refused.connect(self._refused)
        work.broke.connect(self._broke)
        self._work = work
        self._show_progress(words)
        background.start(work)

    def _show_progress(self, words: str) -> None:
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

    def _done(self, read: file_reading.Read) -> None:
        self._end()
        if isinstance(read, OwnExport):
            self._preview(read.plan)
        elif not isinstance(read, Recognised):
            self._follow_then(partial(self._report, read))
        elif read.known is Known.ARTICLE:
            self.articleFound.emit(read.path)
        else:
            self._open_wizard(read.book, read.path)
        self._next()

    def _follow_then(self, then: Callable[[], None]) -> None:
        """Take in what was kept, a little at a time, then go on; not where another file is open by now."""
        context = self._desk.context
        if context is not None and context.workspace.path in (self._file, None):
            context.bridge.follow_then(then)

    # Any other table

    def _open_wizard(self, book: Book | None, path: Path | None, text: str = "") -> None:
        context = self._desk.context
        if context is None:
            return
        self._file = context.workspace.path or Path()
        wizard = ImportWizard(context, book, path=path, text=text, parent=self._desk.window)
        wizard.added.connect(self._added)
        self._open(wizard)

    def _open(self, dialog: ImportWizard | ReturnDialog) -> None:
        self._dialog = dialog
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        self._dialog = None
        self._next()

    def _added(self, added: Added) -> None:
        self._follow_then(partial(self._report_added, added))

    def _report_added(self, added: Added) -> None:
        context = self._desk.context
        if context is None:
            return
        ways = [Way(_("Undo"), self._desk.undo)] if added.report.added else []
        ways.append(Way(_("Save report…"), partial(self._save_report, added)))
        self._desk.notices.report(table_words.imported(added.report, context.formats), ways)

    def _save_report(self, added: Added) -> None:
        if self._desk.context is not None:
            folder = self._path.parent if self._path.name else self._file.parent
            report_file.save(self._desk.context, added, folder, self._desk.window)

    # What Evenhand exported itself

    def _preview(self, plan: planning.Plan) -> None:
        context = self._desk.context
        if context is None or context.workspace.path != self._file:
            return
        if plan.is_empty and not plan.unreadable:
            self._desk.notices.report(
                _("{name}: nothing new; all {n} records are there already.").format(
                    name=self._path.name, n=context.formats.number(plan.same)
                )
            )
            return
        dialog = ReturnDialog(context, plan, self._desk.window)
        dialog.wanted.connect(partial(self._bring_back, plan))
        self._open(dialog)

    def _bring_back(self, plan: planning.Plan, changes: bool) -> None:
        workspace = self._desk.workspace
        if workspace is None or workspace.file is None:
            return
        work = background.Work(file_reading.bring_back, workspace.file, plan, changes)
        work.done.connect(self._brought_back)
        self._begin(work, _("Bringing {name} in…").format(name=self._path.name))

    def _brought_back(self, report: planning.Report) -> None:
        self._end()
        self._follow_then(partial(self._report_return, report))
        self._next()

    def _report_return(self, report: planning.Report) -> None:
        if self._desk.context is not None:
            ways = [Way(_("Undo"), self._desk.undo)] if report.step is not None else []
            self._desk.notices.report(reports.brought_back(report, self._desk.context.formats), ways)

    # What needs no questions

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
        elif refusal.code is RefusalCode.NEEDS_PASSPHRASE and self._protected():
            # What was read before is to be compared anew: the file is another one.
            self.start(self._path)
        elif refusal.code is not RefusalCode.CANCELLED:
            self._desk.notices.refuse(refusal)
        else:
            self._desk.notices.tell(_("Import cancelled. Nothing was changed."))
        self._next()

    def _protected(self) -> bool:
        """Whether a passphrase was given for what the file to import holds."""
        return self._desk.context is not None and self._desk.context.protect()

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
        if self._waiting and not self._is_busy:
            self.start(self._waiting.pop(0))
