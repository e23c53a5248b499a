"""The references of an article, to be kept as sources where ticked, and what its marks do not fit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop_app.domain.articles.reading import Article
from desktop_app.ui.widgets.labels import TextLabel, plain_tip
from desktop_app.words import articles
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_NUMBER = int(Qt.ItemDataRole.UserRole)


class References(QWidget):
    """A list with ticks; nothing is ticked until somebody does."""

    def __init__(self, formats: Formats) -> None:
        super().__init__()
        self._formats = formats
        self.report = TextLabel("", wrap=True)
        self.report.setObjectName("markerReport")
        hint = TextLabel(
            _("A ticked entry becomes a source, cited as mentioned by each figure whose mark names it."),
            "small",
            wrap=True,
        )
        self.list = QListWidget()
        self.list.setObjectName("referenceList")
        self.list.setAccessibleName(_("References"))
        self.list.setTabKeyNavigation(False)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.report)
        column.addWidget(hint)
        column.addWidget(self.list, 1)

    def show_article(self, article: Article) -> None:
        """Show the references of an article; what was ticked stays ticked."""
        kept = self.ticked
        self.list.clear()
        for entry in article.references:
            item = QListWidgetItem(f"{entry.number}. {entry.title}", self.list)
            item.setData(_NUMBER, entry.number)
            item.setToolTip(plain_tip(entry.note))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if entry.number in kept else Qt.CheckState.Unchecked)
        said = articles.marker_report(article.markers, self._formats)
        if not said:
            said = [
                _("Every mark has its entry, and every entry its mark.")
                if article.references
                else _("The article lists no references and has no citation marks.")
            ]
        self.report.setText("\n".join(said))

    @property
    def ticked(self) -> frozenset[int]:
        """The numbers of the entries to be kept as sources."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return frozenset(
            int(item.data(_NUMBER)) for item in items if item.checkState() == Qt.CheckState.Checked
        )
