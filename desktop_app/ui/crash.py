"""What happens when Evenhand itself is at fault: a report that can be copied, without record contents."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from types import TracebackType

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app import __version__
from desktop_app.words.translate import _

_log = logging.getLogger(__name__)


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Versions and the places in the code; never the error's own text, which may hold record contents."""
    places = "".join(
        f"  {frame.filename.rsplit('desktop_app', 1)[-1]}:{frame.lineno} {frame.name}\n"
        for frame in traceback.extract_tb(trace)
    )
    return (
        f"Evenhand {__version__}\nPython {platform.python_version()}\nPySide6 {pyside_version}\n"
        f"{platform.system()} {platform.release()}\n\n{kind.__name__}\n{places}"
    )


class CrashDialog(QDialog):
    """Says what happened and what is safe, and offers the report for copying. It sends nothing."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("crashDialog")
        self.setWindowTitle(_("Something went wrong in Evenhand"))
        self._text = QPlainTextEdit(text)
        self._text.setReadOnly(True)
        self._text.setTabChangesFocus(True)
        self._text.setAccessibleName(_("Report"))
        words = QLabel(
            _(
                "The last action was not finished. Everything saved before it is safe in the file. "
                "The report below holds no record contents; it can be copied for whoever mends Evenhand."
            )
        )
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        buttons = QDialogButtonBox()
        copy = buttons.addButton(_("Copy report"), QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.addButton(_("Continue"), QDialogButtonBox.ButtonRole.AcceptRole)
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        for part in (words, self._text, buttons):
            column.addWidget(part)
        self.resize(640, 420)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self._text.toPlainText())


class CrashReporter(QObject):
    """Catches what nobody caught. Shows one report at a time, so that a fault in a timer cannot flood."""

    _met = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._open = False
        self._met.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Become the process's hook for uncaught errors."""
        sys.excepthook = self._hook

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = report(kind, trace)
        _log.error("uncaught: %s", text)
        self._met.emit(text)

    def _show(self, text: str) -> None:
        if self._open:
            return
        self._open = True
        try:
            CrashDialog(text, self._parent).exec()
        finally:
            self._open = False
