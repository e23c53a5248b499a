"""Pasting an article: the text on one side, every number found in it on the other, kept only when ticked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QTabWidget, QVBoxLayout, QWidget

from desktop_app.domain import date_words
from desktop_app.domain.figure_draft import FigureDraft
from desktop_app.domain.measures import Measure
from desktop_app.domain.refusals import Refusal
from desktop_app.domain.sources import Source
from desktop_app.services.articles.likeness import like_source
from desktop_app.ui.articles import quotes
from desktop_app.ui.articles.like_source import LikeSource
from desktop_app.ui.articles.numbers_table import NumbersTable
from desktop_app.ui.articles.quotes import Quotes
from desktop_app.ui.articles.references import References
from desktop_app.ui.articles.review import Review
from desktop_app.ui.articles.review_model import ReviewModel
from desktop_app.ui.articles.row_form import FormArea, RowForm
from desktop_app.ui.articles.text_box import ArticleText
from desktop_app.ui.context import Context
from desktop_app.ui.locales import date_order
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.choices import Choice, ChoiceList
from desktop_app.ui.widgets.echo import EchoField, Understood
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words import articles, date_sentences, problem_words
from desktop_app.words.translate import _, _n

_DATES = 1
"""The place of the tab of dates."""


class ArticleDialog(QDialog):
    """Nothing is kept before Add is pressed; then what is ticked is one step, with the article as source."""

    def __init__(self, context: Context, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("articleDialog")
        self.setWindowTitle(_("Add figures from an article"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._order = date_order(QLocale())
        workspace, formats = context.workspace, context.formats
        self.review = Review(workspace, context.today(), self._order)
        measures = {each.id: each for each in workspace.every(Measure)}
        self.text = ArticleText()
        self.publisher, self.title, self.day = Field(), Field(), Field()
        self._echoes = {
            "publisher": EchoField(_("&Publisher"), self.publisher, lines=0),
            "title": EchoField(_("&Title"), self.title, lines=0),
            "day": EchoField(_("P&ublished"), self.day),
        }
        self.like = LikeSource()
        self.model = ReviewModel(self.review, measures, formats, self)
        self.table = NumbersTable(self.model)
        self.form = RowForm(measures.values(), formats, context.today(), self._order)
        self.dates = ChoiceList(_("Dates of events"))
        self.references = References(formats)
        self.quotes = Quotes(self.review, self.text, self._sentence)
        self.tabs = QTabWidget()
        self.count = TextLabel("", "muted")
        self.add, self.cancel = Button("", look="primary", key="Ctrl+Return"), Button(_("Cancel"))
        self._said_title, self._day_typed = "", False
        self._lay_out()
        self._connect()
        self.text.setPlainText(text)
        self._read()
        (self.table if self.review.rows else self.text).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter adds, wherever the keyboard is; Enter alone closes nothing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.add.isEnabled():
                self._keep()
            event.accept()
            return
        if QKeySequence(event.keyCombination()) == QKeySequence(quotes.KEY):
            self.quotes.take_marked()
            event.accept()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter adds also where the text or the table would take it for itself."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        for name, share in (("publisher", 3), ("title", 6), ("day", 3)):
            top.addWidget(self._echoes[name], share)
        self._look_right()
        numbers = QWidget()
        column = QVBoxLayout(numbers)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.table, 1)
        column.addWidget(FormArea(self.form))
        self.tabs.addTab(numbers, "")
        self.tabs.addTab(self._dates_tab(), "")
        self.tabs.addTab(self.references, "")
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(self._text_half())
        halves.addWidget(self.tabs)
        halves.setStretchFactor(0, 2)
        halves.setStretchFactor(1, 3)
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(12)
        halves.setSizes([400, 600])
        buttons = QHBoxLayout()
        buttons.addWidget(self.count, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.add)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 14)
        whole.setSpacing(12)
        whole.addLayout(top)
        whole.addWidget(self.like)
        whole.addWidget(halves, 1)
        whole.addLayout(buttons)
        width = self.fontMetrics().averageCharWidth()
        room = self.screen().availableSize()
        self.resize(min(width * 190, int(room.width() * 0.92)), min(width * 110, int(room.height() * 0.86)))

    def _text_half(self) -> QWidget:
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.text, 1)
        column.addWidget(self.quotes)
        return half

    def _dates_tab(self) -> QWidget:
        tab = QWidget()
        column = QVBoxLayout(tab)
        column.setContentsMargins(0, 10, 0, 0)
        column.addWidget(TextLabel(_("Pointed out only: events are entered on the Cases page."), "small"))
        column.addWidget(self.dates, 1)
        return tab

    def _look_right(self) -> None:
        self.add.setObjectName("addFiguresButton")
        self.publisher.setObjectName("publisherEdit")
        self.title.setObjectName("titleEdit")
        self.day.setObjectName("dayEdit")
        self.dates.setWordWrap(True)

    def _connect(self) -> None:
        for watched in (self.table, self.text):
            watched.installEventFilter(self)
        self.text.paused.connect(self._read)
        self.text.clicked.connect(self._go_to_place)
        self.day.textEdited.connect(self._day_edited)
        self.like.used.connect(self._use_source)
        self.publisher.textEdited.connect(self._named)
        self.title.textEdited.connect(self._named)
        self.table.toggled.connect(self._toggle)
        self.model.ticked.connect(self._show_count)
        self.table.selectionModel().currentRowChanged.connect(self._show_row)
        self.form.changed.connect(self._change)
        self.quotes.changed.connect(self._show_count)
        self.add.clicked.connect(self._keep)
        self.cancel.clicked.connect(self.reject)
        self.tabs.currentChanged.connect(self._mark)
        self.dates.chosen.connect(self._mark)

    # Reading

    def _read(self) -> None:
        """Look for numbers in the text as it is now."""
        day = date_words.read(self.day.text(), today=self._context.today(), order=self._order).date
        given = day.earliest if self._day_typed and day.is_exact_day else None
        self.review.read(self.text.toPlainText(), given)
        article = self.review.article
        if self.title.text() in ("", self._said_title):
            self.title.setText(article.title)
            self.title.setCursorPosition(0)
            self._said_title = article.title
        if not self._day_typed:
            self.day.setText(self._context.formats.day(article.day) if article.day is not None else "")
        self._echo_day()
        self._look_for_source()
        self.model.show()
        self.references.show_article(article)
        self.dates.show_choices([Choice(str(n), self._date_words(n)) for n in range(len(self.review.dates))])
        number = self._context.formats.number
        self.tabs.setTabText(0, _("&Numbers ({n})").format(n=number(len(self.review.rows))))
        self.tabs.setTabText(1, _("Dat&es of events ({n})").format(n=number(len(self.review.dates))))
        self.tabs.setTabText(2, _("&References ({n})").format(n=number(len(article.references))))
        if self.review.rows:
            self.table.choose(0)
        self._show_row()
        self._show_count()

    def _date_words(self, place: int) -> str:
        row = self.review.dates[place]
        when = articles.when(row.candidate, self._context.formats)
        return f"{when}\n{self.review.article.excerpt(row.candidate)}"

    def _day_edited(self) -> None:
        self._day_typed = bool(self.day.text().strip())
        self._read()

    def _named(self) -> None:
        self._echoes["publisher"].set_echo("")
        self._look_for_source()

    def _look_for_source(self) -> None:
        found = like_source(
            self._context.workspace,
            publisher=self.publisher.text(),
            title=self.title.text(),
            day=self.review.article.day,
        )
        self.like.show_source(found)

    def _use_source(self, source: Source) -> None:
        """Name the article as the source is named: then it is that source."""
        self.publisher.setText(source.publisher)
        self.title.setText(source.title)
        self.title.setCursorPosition(0)
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self._named()

    def _echo_day(self) -> None:
        echo = self._echoes["day"]
        article = self.review.article
        reading = date_words.read(self.day.text(), today=self._context.today(), order=self._order)
        if article.day is None and article.needs_day:
            echo.set_echo(_("Needed: dates such as “Tuesday” follow from it"), Understood.WARN)
        elif not self.day.text().strip():
            echo.set_echo("")
        elif reading.problem is not None or not reading.date.is_exact_day:
            echo.set_echo(date_sentences.date_echo(reading, self._context.formats), Understood.WARN)
        else:
            said = _("as the article says") if article.day_is_stated else ""
            echo.set_echo(said or date_sentences.date_echo(reading, self._context.formats))

    # Looking at one number

    def _place(self) -> int:
        return self.table.currentIndex().row() if self.review.rows else -1

    def _show_row(self) -> None:
        place = self._place()
        row = self.review.rows[place] if 0 <= place < len(self.review.rows) else None
        self.form.show_row(row, self._sentence())
        self._mark()
        self.quotes.look_again()

    def _sentence(self) -> str:
        """The sentence of the chosen number; empty where none is chosen."""
        place = self._place()
        if not 0 <= place < len(self.review.rows):
            return ""
        return self.review.article.excerpt(self.review.rows[place].candidate)

    def _mark(self, _chosen: object = None) -> None:
        """Mark in the text what the tab lists, and the chosen one of it."""
        on_dates = self.tabs.currentIndex() == _DATES
        rows = self.review.dates if on_dates else self.review.rows
        spans = [(row.candidate.start, row.candidate.end) for row in rows]
        place = int(self.dates.choice or -1) if on_dates else self._place()
        self.text.mark(spans, spans[place] if 0 <= place < len(spans) else None)

    def _go_to_place(self, at: int) -> None:
        """Choose the number on which the cursor was put."""
        if not self.text.hasFocus():
            return
        for place, row in enumerate(self.review.rows):
            if row.candidate.start <= at <= row.candidate.end and place != self._place():
                self.table.choose(place)
                return

    def _change(self, draft: FigureDraft) -> None:
        place = self._place()
        self.review.change(place, draft)
        self.review.tick(place, self.review.rows[place].may_be_added)
        self.model.show_row(0)
        self._show_row()
        self._show_count()

    # Keeping

    def _toggle(self) -> None:
        places = self.table.chosen
        if places:
            self.model.tick(places, not self.review.is_ticked(places[0]))

    def _show_count(self) -> None:
        number = self._context.formats.number
        chosen, rows = len(self.review.chosen), len(self.review.rows)
        self.add.setText(self._add_words())
        self.add.setEnabled(not self.review.is_empty)
        self.count.setText(
            _("{n} of {all} ticked. Space ticks a row.").format(n=number(chosen), all=number(rows))
            if rows
            else _("No numbers found yet.")
        )

    def _add_words(self) -> str:
        number = self._context.formats.number
        figures, linked, statements = self.review.counts
        if self.review.is_empty:
            return _("Add figures")
        if not self.review.chosen:
            words = _n("Add {n} statement", "Add {n} statements", statements)
            return words.format(n=number(statements))
        if linked and not figures:
            return _n("Cite at {n} figure", "Cite at {n} figures", linked).format(n=number(linked))
        words = _n("Add {n} figure", "Add {n} figures", figures).format(n=number(figures))
        if not statements:
            return words
        more = _n("{n} statement", "{n} statements", statements).format(n=number(statements))
        return _("{figures} and {statements}").format(figures=words, statements=more)

    def _keep(self) -> None:
        if not (self.publisher.text().strip() or self.title.text().strip()):
            self._echoes["publisher"].set_echo(
                problem_words.problem("source without name"), Understood.PROBLEM
            )
            self.publisher.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        try:
            kept = self.review.keep(
                publisher=self.publisher.text(), title=self.title.text(), references=self.references.ticked
            )
        except Refusal as refusal:
            self._context.notices.refuse(refusal)
            return
        words = articles.kept(
            len(kept.figures), len(kept.linked), len(kept.statements), kept.sources, self._context.formats
        )
        self._context.notices.tell(words, undo=True)
        self.accept()
