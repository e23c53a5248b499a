"""The way of records into a file: dialog, name, writing in the background, and the news of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.views import Sight
from desktop_app.services.exchange import exporting
from desktop_app.services.exchange.exporting import Exported, Taken
from desktop_app.services.exchange.wishes import Format, Wish
from desktop_app.ui import background
from desktop_app.ui.context import Context
from desktop_app.ui.exporting.dialog import LedgerExportDialog
from desktop_app.ui.exporting.scopes import Scope, Shown, scopes
from desktop_app.ui.widgets.save_dialog import ask_where
from desktop_app.words.translate import _, _n

FORMAT, HXL, FOLDER = "export/format", "export/hxl", "export/folder"
_SHOWN_AFTER_MS = 600


class LedgerExport(QObject):
    """Asks and writes what is seen through the lens, for one page; one export at a time."""

    def __init__(self, page: QWidget, context: Context) -> None:
        super().__init__(page)
        self._page, self._context = page, context
        self._dialog: LedgerExportDialog | None = None
        self._work: background.Work | None = None
        self._progress: QProgressDialog | None = None

    def ask(self, shown: Shown | None) -> None:
        """Open the dialog; `shown` is what the page's table shows, where it has one."""
        if self._dialog is not None:
            self._dialog.raise_()
            return
        if self._work is not None:
            return
        context = self._context
        kept = context.settings.text(FORMAT)
        dialog = LedgerExportDialog(
            scopes(context.view, shown, context.formats),
            Format(kept) if kept in list(Format) else Format.XLSX,
            hxl=context.settings.text(HXL) == "yes",
            has_private=exporting.holds_private(context.view),
            as_of=self._as_of(),
            parent=self._page,
        )
        self._dialog = dialog
        dialog.accepted.connect(self._take)
        dialog.finished.connect(self._forget)
        dialog.open()

    def _take(self) -> None:
        dialog = self._dialog
        if dialog is None:
            return
        settings = self._context.settings
        settings.set_text(FORMAT, dialog.format.value)
        settings.set_text(HXL, "yes" if dialog.tags.isChecked() else "no")
        wish = Wish(
            dialog.format,
            dialog.scope.kinds,
            everything=dialog.everything,
            hxl=dialog.hxl,
            marked=dialog.format is Format.CSV,
            seen=self._context.lens.seen,
        )
        scope = dialog.scope
        path = self._ask_file(scope, wish.format)
        if path is not None:
            settings.set_text(FOLDER, str(path.parent))
            self._write(path, scope, wish)

    def _ask_file(self, scope: Scope, format: Format) -> Path | None:
        last = Path(self._context.settings.text(FOLDER) or _documents())
        place = last if last.is_dir() else Path.home()
        day = self._context.lens.day or self._context.today()
        suggested = place / f"{scope.name}-{day.isoformat()}.{format.value}"
        return ask_where(self._page, _("Export"), suggested, f"{format.value.upper()} (*.{format.value})")

    def _write(self, path: Path, scope: Scope, wish: Wish) -> None:
        """Write what is seen at this moment, while the window goes on."""
        only = scope.kinds[0] if scope.ids is not None else None
        taken = Taken.of(self._context.view, only, scope.ids or ())
        work = background.Work(exporting.export_taken, self._context.workspace.file, taken, path, wish)
        work.progressed.connect(self._advance)
        work.done.connect(self._done)
        work.refused.connect(self._refused)
        work.broke.connect(self._broke)
        self._work = work
        self._show_progress(path)
        background.start(work)

    def _show_progress(self, path: Path) -> None:
        words = _("Writing {name}…").format(name=path.name)
        progress = QProgressDialog(words, _("Cancel"), 0, 0, self._page.window())
        progress.setObjectName("exportProgress")
        progress.setWindowTitle(_("Export"))
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

    def _done(self, exported: Exported) -> None:
        self._end()
        words = _n(
            "{n} record exported: {name}, in {folder}",
            "{n} records exported: {name}, in {folder}",
            exported.total,
        )
        facts = {"name": exported.path.name, "folder": str(exported.path.parent)}
        self._context.notices.tell(words.format(n=self._context.formats.number(exported.total), **facts))

    def _refused(self, refusal: Refusal) -> None:
        self._end()
        if refusal.code is RefusalCode.CANCELLED:
            self._context.notices.tell(_("Export cancelled. Nothing was written."))
        else:
            self._context.notices.refuse(refusal)

    def _broke(self, error: Exception) -> None:
        self._end()
        raise error

    def _as_of(self) -> str:
        seen = self._context.lens.seen
        if seen.day is None:
            return ""
        day = self._context.formats.long_day(seen.day)
        if seen.sight is Sight.KNOWN_ON:
            return _("As known on {day}.").format(day=day)
        return _("As the file stood on {day}.").format(day=day)

    def _forget(self) -> None:
        self._dialog = None


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
