"""The way of a briefing into a file: dialog, name, file, and the news of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_app.charts import kept, registry
from desktop_app.charts.asked import Asked
from desktop_app.domain import talk
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.views import SafeToShow
from desktop_app.services import scenes
from desktop_app.services.outgoing import check_place, leaving
from desktop_app.ui import kept_choice
from desktop_app.ui.briefing.dialog import BriefingDialog
from desktop_app.ui.briefing.writing import Form, drawable, written
from desktop_app.ui.context import Context
from desktop_app.ui.widgets.save_dialog import ask_where
from desktop_app.words.translate import _

FORM, FOLDER = "briefing/form", "briefing/folder"


class BriefingExport(QObject):
    """Asks once, and writes what is seen at that moment and may be shown; it lives as long as its dialog."""

    def __init__(self, window: QWidget, context: Context) -> None:
        super().__init__(window)
        self._window, self._context = window, context
        lens = context.lens
        # The charts are drawn as they are on their page, where nothing saved is in front.
        choice = kept_choice.load(context.settings)
        view = SafeToShow(context.view)
        self._asked = Asked(view, context.formats, context.today(), lens.seen, choice)
        public = scenes.saved(SafeToShow(context.workspace))
        self._saved = [scene for scene in public if not talk.is_text(scene)]
        form = context.settings.text(FORM)
        self.dialog = BriefingDialog(
            [(kind.name, kind.title()) for kind in registry.kinds()],
            drawable(self._asked),
            [(scene.id, scene.title) for scene in self._saved],
            Form(form) if form in list(Form) else Form.HTML,
            as_of=self._asked.said_as_of,
            parent=window,
        )
        self.dialog.accepted.connect(self._take)
        self.dialog.finished.connect(self.deleteLater)

    def ask(self) -> None:
        """Open the dialog."""
        self.dialog.open()

    def _take(self) -> None:
        form, charts, settings = self.dialog.form, self.dialog.charts, self._context.settings
        settings.set_text(FORM, form.value)
        path = self._ask_file(form)
        if path is None:
            return
        settings.set_text(FOLDER, str(path.parent))
        try:
            check_place(path)
            contents = self._drawn_up(charts, form)
            with leaving(path) as draft:
                draft.write_bytes(contents)
        except Refusal as refusal:
            self._context.notices.refuse(refusal)
            return
        self._context.notices.tell(_("Wrote the briefing: {name}").format(name=path.name))

    def _drawn_up(self, charts: list[str], form: Form) -> bytes:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            whole = self._context.workspace
            chosen = [scene for scene in self._saved if scene.id in charts]
            saved = {scene.id: kept.build(scene, self._asked, whole) for scene in chosen}
            return written(self._asked, charts, form, saved)
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _ask_file(self, form: Form) -> Path | None:
        last = Path(self._context.settings.text(FOLDER) or _documents())
        place = last if last.is_dir() else Path.home()
        name = _("briefing-{day}").format(day=self._asked.day.isoformat())
        ending = form.value
        return ask_where(
            self._window, _("Briefing"), place / f"{name}.{ending}", f"{ending.upper()} (*.{ending})"
        )


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
