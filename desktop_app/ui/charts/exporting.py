"""The way of a chart into a file: dialog, name, file, and the news of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QWidget

from desktop_app.charts.beside import Beside
from desktop_app.charts.registry import FIRST, Chart
from desktop_app.domain.refusals import Refusal
from desktop_app.ui.charts import taking_out
from desktop_app.ui.charts.export_dialog import ExportDialog
from desktop_app.ui.charts.taking_out import ExportWish, Kind, Shape
from desktop_app.ui.context import Notices
from desktop_app.ui.settings import Settings
from desktop_app.ui.widgets.save_dialog import ask_where
from desktop_app.words.translate import _

WISH, FOLDER = "charts/export", "charts/folder"


class Exporting(QObject):
    """Asks and writes. `public` gives what may leave, `size` the picture's size on the page."""

    def __init__(
        self,
        page: QWidget,
        settings: Settings,
        notices: Notices,
        public: Callable[[], Chart | Beside],
        size: Callable[[], tuple[int, int]],
    ) -> None:
        super().__init__(page)
        self._page, self._settings, self._notices = page, settings, notices
        self._public, self._size = public, size
        self._dialog: ExportDialog | None = None

    def ask(self, shown: Chart | Beside, today: date, name: str = FIRST) -> None:
        """Open the dialog; `shown` is the chart on the page, which may hold more than may leave."""
        if self._dialog is not None:
            self._dialog.raise_()
            return
        public = self._public()
        dialog = ExportDialog(public, self._kept(), differs=public != shown, parent=self._page)
        self._dialog = dialog
        self._suggested = f"{name}-{today.isoformat()}"
        dialog.accepted.connect(self._take)
        dialog.finished.connect(self._forget)
        dialog.open()

    def _take(self) -> None:
        if self._dialog is None:
            return
        wish = self._dialog.wish
        self._settings.set_text(WISH, "/".join((wish.kind, wish.shape, "dark" if wish.dark else "light")))
        path = self._ask_file(wish.kind)
        if path is None:
            return
        try:
            taking_out.write(self._public(), path, wish, self._size())
        except Refusal as refusal:
            self._notices.refuse(refusal)
            return
        self._settings.set_text(FOLDER, str(path.parent))
        self._notices.tell(_("Exported {name}").format(name=path.name))

    def _ask_file(self, kind: Kind) -> Path | None:
        """Where to; the ending says what it is, whatever was typed."""
        last = Path(self._settings.text(FOLDER) or _documents())
        place = last if last.is_dir() else Path.home()
        suggested = place / f"{self._suggested}.{kind.value}"
        endings = f"{kind.value.upper()} (*.{kind.value})"
        return ask_where(self._page, _("Export chart"), suggested, endings)

    def _kept(self) -> ExportWish:
        kind, shape, theme = (*self._settings.text(WISH).split("/"), "", "", "")[:3]
        return ExportWish(
            Kind(kind) if kind in list(Kind) else Kind.PNG,
            Shape(shape) if shape in list(Shape) else Shape.SLIDE,
            theme == "dark",
        )

    def _forget(self) -> None:
        self._dialog = None


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
