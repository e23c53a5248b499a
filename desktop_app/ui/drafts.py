"""Keeps what is typed in a form while it is typed, and offers it again where it was never finished."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.refusals import Refusal
from desktop_app.ui.context import Context
from desktop_app.ui.widgets.banner import Banner, BannerKind, Way
from desktop_app.words.translate import _

EVERY_MS = 2000
"""What is typed is kept after so many milliseconds at the latest."""

Texts = Mapping[str, str]


class DraftKeeper(QObject):
    """Follows one form. Tell it of every change; `texts` answers what stands there, and nothing for none.

    It keeps within two seconds, and at once when the keyboard leaves the form.
    """

    continued = Signal(dict)
    """Somebody wants to go on with what was left unfinished: its texts, to be put into the form."""

    def __init__(self, form: QWidget, context: Context, name: str, texts: Callable[[], Texts]) -> None:
        super().__init__(form)
        self._form, self._context, self._name, self._texts = form, context, name, texts
        self._has_refused = False
        self.banner = Banner()
        """Says that something was left unfinished, with what can be done; the page gives it a place."""
        self.banner.setObjectName("unfinishedBanner")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(EVERY_MS)
        self._soon.timeout.connect(self.keep)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._heed_focus)

    def note_change(self) -> None:
        """Something was typed. The first change is kept soon, however much is typed after it."""
        if not self._soon.isActive():
            self._soon.start()

    def keep(self) -> None:
        """Keep what stands in the form now."""
        self._soon.stop()
        texts = self._texts()
        try:
            if texts:
                self._context.drafts.keep(self._name, texts)
            else:
                self._context.drafts.forget(self._name)
        except Refusal as refusal:
            # Said once: typing goes on, and what is typed can still be added.
            if not self._has_refused:
                self._has_refused = True
                self._context.notices.refuse(refusal)

    def offer(self, words: str) -> None:
        """Offer what was left unfinished, if anything was; `words` say what it is."""
        if self._context.drafts.left(self._name) is None:
            self.banner.dismiss()
            return
        ways = [Way(_("Continue"), self.go_on), Way(_("Discard"), self.discard)]
        self.banner.tell(words, ways, BannerKind.NOTICE)

    def go_on(self) -> None:
        """Put what was left into the form; it is this window's from now on."""
        if self._texts():
            self._context.notices.tell(_("Add or clear what is being typed first"))
            self.banner.show()
            return
        texts = self._context.drafts.left(self._name)
        if texts is not None:
            self.continued.emit(texts)
            self.keep()
            self._context.drafts.drop_left(self._name)

    def discard(self) -> None:
        """Forget what was left unfinished."""
        self._context.drafts.drop_left(self._name)

    def _heed_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        if self._soon.isActive() and not (now is not None and self._form.isAncestorOf(now)):
            self.keep()
