"""Says which Evenhand this is, and what it is built with."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from desktop_app import __version__
from desktop_app.words.translate import _


def about_box(parent: QWidget) -> QMessageBox:
    """Which Evenhand this is, and what it is built with."""
    box = QMessageBox(parent)
    box.setObjectName("aboutBox")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(_("About Evenhand"))
    box.setIconPixmap(QApplication.windowIcon().pixmap(64, 64))
    box.addButton(_("Close"), QMessageBox.ButtonRole.RejectRole)
    box.setText(_("Evenhand {version}").format(version=__version__))
    box.setInformativeText(
        _(
            "A ledger for reciprocal migration schemes. It works offline and opens no connection. "
            "MIT licence. Built with Qt for Python (LGPL), pyqtgraph, SQLModel and SQLCipher. "
            "Charts are lettered in Source Sans Pro (SIL Open Font License)."
        )
    )
    return box
