"""Shows the bundled help pages; links stay inside, and nothing is ever fetched."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from desktop_app import paths
from desktop_app.words.translate import _

FOLDER = paths.resources() / "help"


class HelpWindow(QDialog):
    """One bundled Markdown page at a time, with the way back by Alt+Left."""

    def __init__(self, topic: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("helpWindow")
        self.setWindowTitle(_("Evenhand help"))
        self.resize(760, 640)
        self._browser = QTextBrowser()
        self._browser.setObjectName("helpText")
        self._browser.setAccessibleName(_("Help"))
        self._browser.setOpenExternalLinks(False)
        self._browser.setSearchPaths([str(FOLDER)])
        self._browser.document().setDocumentMargin(20)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._browser)
        back = QShortcut(QKeySequence("Alt+Left"), self)
        back.activated.connect(self._browser.backward)
        self.show_topic(topic)

    def show_topic(self, topic: str) -> None:
        """Show the page of a topic ("index", "keys", "figures"...)."""
        page = FOLDER / f"{topic}.md"
        self._browser.setSource(QUrl.fromLocalFile(str(page if page.exists() else FOLDER / "index.md")))
