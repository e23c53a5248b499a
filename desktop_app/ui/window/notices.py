"""Where the pages' news appears: a toast for what was done, a banner for what was refused."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.refusals import Refusal
from desktop_app.ui.widgets.banner import Banner, BannerKind, Way
from desktop_app.ui.widgets.toast import Toast
from desktop_app.ui.window.main_window import MainWindow
from desktop_app.words import refusals
from desktop_app.words.translate import _


class WindowNotices(QObject):
    """The window's one toast and one banner."""

    undoAsked = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.toast = Toast(window)
        self.banner = Banner()
        self.banner.setObjectName("refusalBanner")
        self._remark = ""
        window.put_banner(self.banner)

    def tell(self, text: str, *, undo: bool = False) -> None:
        """Say that something was done; what was refused before it has been mended, or given up."""
        if self.banner.kind is BannerKind.REFUSAL:
            self.banner.dismiss()
        text, self._remark = " ".join(filter(None, (text, self._remark))), ""
        self.toast.tell(text, _("Undo") if undo else "", self.undoAsked.emit if undo else None)

    def add(self, remark: str) -> None:
        """Add a sentence to what is told next of the change that is being made now, if anything is."""
        self._remark = remark
        QTimer.singleShot(0, self, self._drop_remark)

    def _drop_remark(self) -> None:
        self._remark = ""

    def refuse(self, refusal: Refusal) -> None:
        """Show why something could not be done; what was refused has changed nothing."""
        self.banner.tell(refusals.sentence(refusal))

    def report(self, text: str, ways: Sequence[Way] = ()) -> None:
        """Show something worth reading at leisure, such as what an import found."""
        self.banner.tell(text, ways, BannerKind.NOTICE)

    def clear(self) -> None:
        """Take all news away."""
        self.toast.dismiss()
        self.banner.dismiss()
