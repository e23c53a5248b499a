"""The statement checker: a sentence in, and for each number in it what the ledger makes of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain import date_words
from desktop_app.domain.claims.answering import Answer, check_text
from desktop_app.domain.claims.reading import Mark
from desktop_app.domain.measures import Unit
from desktop_app.services.articles.plan import measure_names
from desktop_app.ui.checks.marked_text import LONGEST, MarkedText
from desktop_app.ui.context import Context
from desktop_app.ui.locales import date_order
from desktop_app.ui.places import TYPED, Place
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.echo import EchoField, Understood
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import TextLabel, announce
from desktop_app.words import claim_answers, date_sentences
from desktop_app.words.translate import _

_MOST_HIGH_EM = 11


class StatementBox(Card):
    """Nothing that is typed here is kept, unless it is taken over as a figure."""

    def __init__(self, context: Context) -> None:
        super().__init__(margin=14)
        self._context = context
        self._order = date_order(QLocale())
        self._names: dict[str, re.Pattern[str]] | None = None
        self._spoken = ""
        self._shown: tuple[tuple[Answer, ...], list[str], str] = ((), [], "")
        self.answers: tuple[Answer, ...] = ()
        self.text, self.day = MarkedText(), Field()
        self.day.setObjectName("statementDay")
        self._echo = EchoField(_("Said &on"), self.day)
        self._echo.setFixedWidth(self.fontMetrics().averageCharWidth() * 24)
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._scroll = QScrollArea()
        self._lay_out()
        self.text.paused.connect(self._read)
        self.text.left.connect(self._leave)
        self.day.textEdited.connect(self._read)

    def _lay_out(self) -> None:
        label = TextLabel(_("Check a &statement"), "small")
        label.setBuddy(self.text)
        self.text.setAccessibleName(_("Check a statement"))
        self.text.setPlaceholderText(
            _("A sentence with a number, such as: 38,726 people had arrived by 9 November 2025.")
        )
        typed = QVBoxLayout()
        typed.setSpacing(3)
        typed.addWidget(label)
        typed.addWidget(self.text)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addLayout(typed, 1)
        top.addWidget(self._echo, 0, Qt.AlignmentFlag.AlignTop)
        self._lines.setContentsMargins(0, 0, 6, 0)
        self._lines.setSpacing(8)
        self._scroll.setWidget(self._list)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.hide()
        self.body.addLayout(top)
        self.body.addWidget(self._scroll)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @property
    def words(self) -> list[str]:
        """The answers as they are shown."""
        view, formats = self._context.view, self._context.formats
        return [claim_answers.answer(each, view, formats) for each in self.answers]

    def begin(self) -> None:
        """Put the keyboard into the box; what stands in it is chosen, to be typed over."""
        self.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.text.selectAll()

    def refresh(self) -> None:
        """The ledger has changed, or is seen otherwise: answer again."""
        self.day.setPlaceholderText(self._context.formats.day(self._context.as_of))
        self._names = None
        if self.text.toPlainText().strip():
            self._read()

    @property
    def _day(self) -> date:
        """When it was said; where nothing is typed, the day that everything is seen from."""
        reading = date_words.read(self.day.text(), today=self._context.as_of, order=self._order)
        return reading.date.latest if self.day.text().strip() and reading.date.latest else self._context.as_of

    def _read(self, _typed: object = None) -> None:
        self._echo_day()
        text = self.text.toPlainText()[:LONGEST]
        if not text.strip():
            self._show((), "")
            return
        checking = self._context.checking
        if not checking.is_settled:
            self._show((), _("The ledger is being gone through; the answer follows."))
            return
        if self._names is None:
            self._names = measure_names(self._context.view)
        self._show(check_text(text, checking.ledger, day=self._day, names=self._names), "")

    def _echo_day(self) -> None:
        if not self.day.text().strip():
            self._echo.set_echo("")
            return
        reading = date_words.read(self.day.text(), today=self._context.as_of, order=self._order)
        state = Understood.WELL if reading.date.latest is not None else Understood.WARN
        self._echo.set_echo(date_sentences.date_echo(reading, self._context.formats), state)

    def _show(self, answers: Sequence[Answer], instead: str) -> None:
        """Show the answers, or a sentence in their place; the same again changes nothing."""
        view, formats = self._context.view, self._context.formats
        words = [claim_answers.answer(each, view, formats) for each in answers]
        if (tuple(answers), words, instead) == self._shown:
            self.text.show_marks(_marks(self.answers))
            return
        self._shown = (tuple(answers), words, instead)
        self.answers = tuple(answers)
        self.text.show_marks(_marks(answers))
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        before: QWidget = self.day
        for place, each in enumerate(self.answers):
            line = AnswerLine(each, self._context, place)
            self._lines.addWidget(line)
            if line.keep is not None:
                line.keep.clicked.connect(partial(self._keep, each))
                QWidget.setTabOrder(before, line.keep)
                before = line.keep
        if instead:
            self._lines.addWidget(TextLabel(instead, "muted", wrap=True))
        self._lines.addStretch(1)
        self._fit()
        said = " ".join([instead] if instead else self.words)
        if said and said != self._spoken:
            announce(self.text, said)
        self._spoken = said

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower, the answers need more lines."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger text needs more room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_scroll"):
            self._echo.setFixedWidth(self.fontMetrics().averageCharWidth() * 24)
            self._fit()

    def _fit(self) -> None:
        self._scroll.setVisible(self._lines.count() > 1)
        room = self._lines.heightForWidth(max(1, self.width() - 50))
        height = min(room, self.fontMetrics().height() * _MOST_HIGH_EM)
        self._scroll.setFixedHeight(max(height, self.fontMetrics().height()))

    def _keep(self, given: Answer, _checked: bool = False) -> None:
        """Take the claim over into the line in which figures are typed."""
        if given.claim is not None:
            line = claim_answers.as_line(given.claim, self._context.view, self._context.formats)
            self._context.navigator.go(Place("figures", wish=TYPED + line))

    def _leave(self) -> None:
        self.focusNextChild()


def _marks(answers: Sequence[Answer]) -> list[Mark]:
    return [mark for one in answers if one.claim is not None for mark in one.claim.marks]


class AnswerLine(QWidget):
    """One claim: how it was understood, what the ledger makes of it, and a way to keep it."""

    def __init__(self, given: Answer, context: Context, place: int) -> None:
        super().__init__()
        view, formats = context.view, context.formats
        words = TextLabel(claim_answers.answer(given, view, formats), wrap=True)
        words.setObjectName(f"answer{place}")
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(words)
        self.keep: Button | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(column, 1)
        if given.claim is not None:
            understood = claim_answers.understood(given.claim, view, formats)
            column.insertWidget(0, TextLabel(understood, "small", wrap=True))
            if given.claim.unit is not Unit.PERCENT:
                self.keep = Button(_("Keep as figure"), look="link")
                self.keep.setObjectName(f"keepAnswer{place}")
                row.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignTop)
