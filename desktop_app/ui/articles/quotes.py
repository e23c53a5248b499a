"""The words of an article that are to be kept as statements."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.articles.review import Review
from desktop_app.ui.articles.text_box import ArticleText
from desktop_app.ui.theme.tokens import em
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.choices import Choice, ChoiceList
from desktop_app.ui.widgets.flow import FlowLayout
from desktop_app.ui.widgets.labels import announce
from desktop_app.words.translate import _

KEY = "Ctrl+Shift+T"
"""As everywhere else it begins a statement."""
_LINES = 4.2
"""Lines of the list to be seen at once."""


class Quotes(QWidget):
    """Stands under the text: the button `take` keeps what is marked there, a short list shows what was taken.

    Where nothing is marked it keeps the sentence that `sentence` gives: that of the chosen number.
    """

    changed = Signal()

    def __init__(self, review: Review, text: ArticleText, sentence: Callable[[], str]) -> None:
        super().__init__()
        self._review, self._text, self._sentence = review, text, sentence
        self.take = Button(_("Keep as statement"), key=KEY)
        self.take.setObjectName("keepAsStatement")
        self.list = _List(_("To be kept as statements"))
        self.list.setObjectName("quotesList")
        self.list.setWordWrap(True)
        self.remove = Button(_("Take out"), key="Del")
        self.take.setToolTip(
            _("Words marked in the text, or the sentence of the chosen number; in quotation marks, another's")
        )
        self.list.setFixedHeight(em(self.list.font(), _LINES))
        foot = FlowLayout(spacing=8)
        foot.addWidget(self.take)
        foot.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addLayout(foot)
        self.take.clicked.connect(self.take_marked)
        self.remove.clicked.connect(self._take_out)
        self.list.deleteWanted.connect(self._take_out)
        text.selectionChanged.connect(self.look_again)

    def take_marked(self) -> None:
        """Have what is marked kept as a statement, or else the sentence of the chosen number."""
        if self._review.quote(self._marked()):
            announce(self, _("To be kept as a statement: {words}").format(words=self._review.quotes[-1]))
            self.changed.emit()
            self.look_again()
            self.list.setCurrentRow(len(self._review.quotes) - 1)

    def look_again(self) -> None:
        """Show what is to be kept, and whether there is anything more to take."""
        quotes = self._review.quotes
        self.take.setEnabled(bool(self._marked().strip()))
        self.list.show_choices([Choice(str(place), words) for place, words in enumerate(quotes)])
        if quotes and not self.list.choice:
            self.list.setCurrentRow(len(quotes) - 1)
        self.list.setVisible(bool(quotes))
        self.remove.setVisible(bool(quotes))

    def _marked(self) -> str:
        return self._text.marked if self._text.marked.strip() else self._sentence()

    def _take_out(self) -> None:
        if self.list.choice:
            del self._review.quotes[int(self.list.choice)]
            self.changed.emit()
            self.look_again()


class _List(ChoiceList):
    deleteWanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the current entry out."""
        if event.key() == Qt.Key.Key_Delete:
            self.deleteWanted.emit()
            event.accept()
        else:
            super().keyPressEvent(event)
