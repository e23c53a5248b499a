"""What stands behind the chosen figure: its words, sources, other readings of the same thing, its history."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.sources import Citation, Source
from desktop_app.services import figure_company
from desktop_app.ui.context import Context
from desktop_app.ui.figures import check_words, figure_words, history_words
from desktop_app.ui.figures.rows import FigureRow
from desktop_app.ui.theme.tokens import SMALL, scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import TextLabel, rule
from desktop_app.words import amount_sentences, date_sentences, labels, sentences
from desktop_app.words.translate import _, _n

_FIRST_READINGS = 8
_FIRST_SOURCES = 6


class Inspector(QScrollArea):
    """Shows one figure, or how many are chosen. `opened` carries the id of a figure or source to go to."""

    figureOpened = Signal(str)
    sourceOpened = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setObjectName("figureInspector")
        self.setProperty("region", "inspector")
        self.setProperty("look", "station")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("The chosen figure"))
        self._history_heading: QWidget | None = None
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say that no figure is chosen."""
        body = self._begin()
        body.addWidget(TextLabel(_("Choose a figure to see its source and its history."), "muted", wrap=True))
        body.addStretch(1)

    def show_many(self, rows: Sequence[FigureRow]) -> None:
        """Say how many figures are chosen, and of which measures."""
        body, number = self._begin(), self._context.formats.number
        chosen = _n("{n} figure chosen", "{n} figures chosen", len(rows)).format(n=number(len(rows)))
        body.addWidget(TextLabel(chosen, "heading"))
        names: dict[str, int] = {}
        for row in rows:
            names[row.measure_name] = names.get(row.measure_name, 0) + 1
        for name, count in names.items():
            words = _("{measure}: {n}").format(measure=name, n=number(count))
            body.addWidget(TextLabel(words, wrap=True))
        body.addStretch(1)

    def show_row(self, row: FigureRow) -> None:
        """Show this figure."""
        body = self._begin()
        self._add_value(body, row)
        self._add_sources(body, row)
        self._add_readings(body, row.figure)
        self._add_standing(body, row)
        self._add_history(body, row.figure)
        body.addStretch(1)

    def show_history(self) -> None:
        """Bring the history into view."""
        if self._history_heading is not None:
            self.verticalScrollBar().setValue(self._history_heading.y())
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> QVBoxLayout:
        """An empty page to fill; the earlier one goes."""
        page = QWidget()
        body = QVBoxLayout(page)
        body.setContentsMargins(18, 18, 18, 18)
        body.setSpacing(5)
        self._history_heading = None
        self.setWidget(page)
        return body

    def _add_value(self, body: QVBoxLayout, row: FigureRow) -> None:
        figure, formats = row.figure, self._context.formats
        body.addWidget(TextLabel(row.measure_name, "muted", wrap=True))
        number = TextLabel(figure_words.value(figure, row.measure.unit, formats), "number", wrap=True)
        number.setAccessibleName(amount_sentences.amount_with_unit(figure.amount, row.measure.unit, formats))
        body.addWidget(number)
        body.addWidget(TextLabel(_capital(sentences.figure_time(figure, formats)), wrap=True))
        facts = [
            _("Basis: {basis}").format(basis=labels.basis(figure.basis)),
            _("Status: {status}").format(status=figure_words.status(figure.status)),
        ]
        if figure.amount_words:
            facts.append(_("Written as: “{words}”").format(words=figure.amount_words))
        if figure.data_to.is_dated and figure.data_to != figure.period:
            given = date_sentences.date_full(figure.period, formats)
            facts.append(_("Date given: {date}").format(date=given))
        if figure.period_words:
            facts.append(_("Date as written: “{words}”").format(words=figure.period_words))
        if figure.speaker:
            facts.append(_("Said by: {speaker}").format(speaker=figure.speaker))
        if figure.published.is_dated:
            published = date_sentences.date_full(figure.published, formats)
            facts.append(_("Published: {date}").format(date=published))
        for fact in facts:
            body.addWidget(_selectable(TextLabel(fact, "small", wrap=True)))
        for check in row.checks:
            look = "warn" if check.needs_a_look else "small"
            body.addWidget(TextLabel(check_words.sentence(check, formats), look, wrap=True))

    def _add_sources(self, body: QVBoxLayout, row: FigureRow) -> None:
        citations = row.figure.citations
        _section(body, _n("Source", "Sources", max(1, len(citations))))
        if not citations:
            body.addWidget(TextLabel(_("No source yet"), "small"))
        for citation in citations[:_FIRST_SOURCES]:
            source = self._context.workspace.get(Source, citation.source)
            if source is not None:
                self._add_source(body, citation, source)
        if len(citations) > _FIRST_SOURCES:
            rest = self._context.formats.number(len(citations) - _FIRST_SOURCES)
            body.addWidget(TextLabel(_("and {n} more").format(n=rest), "small"))

    def _add_source(self, body: QVBoxLayout, citation: Citation, source: Source) -> None:
        formats = self._context.formats
        title = source.title or source.publisher
        body.addWidget(_selectable(TextLabel(title, wrap=True)))
        grade = _("grade {grade}").format(grade=f"{source.reliability.value}{citation.credibility}")
        parts = [source.publisher if source.title else "", labels.source_kind(source.kind), grade]
        if source.published.is_dated:
            parts.append(date_sentences.date(source.published, formats))
        body.addWidget(TextLabel(" · ".join(part for part in parts if part), "small", wrap=True))
        if citation.excerpt:
            body.addWidget(_selectable(TextLabel(f"“{citation.excerpt}”", "small", wrap=True)))
        if source.address:
            # Never opened from here: the app opens no connection.
            address = _selectable(TextLabel(_breakable(source.address), "small", wrap=True))
            address.setAccessibleName(source.address)
            body.addWidget(address)
        opener = _link(_("Go to source"))
        opener.setAccessibleName(_("Open source: {name}").format(name=title))
        opener.clicked.connect(partial(self._open_source, source.id))
        body.addWidget(opener)

    def _add_readings(self, body: QVBoxLayout, figure: Figure) -> None:
        workspace, formats = self._context.workspace, self._context.formats
        found = figure_company.other_readings(workspace, figure)
        _section(body, _("Other readings of the same thing"))
        if not found:
            body.addWidget(TextLabel(_("None"), "small"))
            return
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        for line, other in enumerate(_nearest(found, figure)[:_FIRST_READINGS]):
            value = amount_sentences.amount_short(other.amount, formats)
            day = date_sentences.date(other.as_at, formats)
            publishers = figure_words.publishers(workspace, other) or _("no source")
            opener = _link(_("{value}, {date}").format(value=value, date=day))
            opener.setAccessibleName(
                _("{value}, {date}, {source}").format(value=value, date=day, source=publishers)
            )
            opener.clicked.connect(partial(self._open_figure, other.id))
            grid.addWidget(opener, line, 0)
            look = TextLabel(publishers, "small", elide=True)
            look.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(look, line, 1)
        grid.setColumnStretch(1, 1)
        body.addWidget(holder)
        if len(found) > _FIRST_READINGS:
            rest = formats.number(len(found) - _FIRST_READINGS)
            body.addWidget(TextLabel(_("and {n} more").format(n=rest), "small"))

    def _add_standing(self, body: QVBoxLayout, row: FigureRow) -> None:
        figure = row.figure
        _section(body, _("Rank"))
        words = labels.rank(figure.rank)
        if figure.rank is not Rank.NORMAL and figure.rank_reason:
            words = _("{rank}: {reason}").format(rank=words, reason=figure.rank_reason)
        body.addWidget(TextLabel(words, "small", wrap=True))
        if figure.note:
            _section(body, _("Note"))
            body.addWidget(_selectable(TextLabel(figure.note, "small", wrap=True)))

    def _add_history(self, body: QVBoxLayout, figure: Figure) -> None:
        workspace, formats = self._context.workspace, self._context.formats
        self._history_heading = _section(body, _("History"))
        for step, edit in workspace.history(Figure, figure.id):
            words = history_words.line(step, edit, workspace, formats)
            body.addWidget(_selectable(TextLabel(words, "small", wrap=True)))

    def _open_figure(self, figure_id: str, _checked: bool = False) -> None:
        self.figureOpened.emit(figure_id)

    def _open_source(self, source_id: str, _checked: bool = False) -> None:
        self.sourceOpened.emit(source_id)


def _section(body: QVBoxLayout, title: str) -> QWidget:
    body.addSpacing(6)
    body.addWidget(rule())
    body.addSpacing(4)
    heading = TextLabel(title, "heading")
    body.addWidget(heading)
    return heading


def _selectable(label: TextLabel) -> TextLabel:
    """Text that can be marked and copied with the mouse."""
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label


def _nearest(found: list[Figure], figure: Figure) -> list[Figure]:
    """Those nearest in time, in order of time."""
    day = figure.as_at.latest or figure.as_at.earliest

    def distance(other: Figure) -> int:
        its = other.as_at.latest or other.as_at.earliest
        return abs((its - day).days) if its is not None and day is not None else 0

    nearest = sorted(found, key=distance)[:_FIRST_READINGS]
    return sorted(nearest, key=lambda other: other.as_at.sort_key)


def _link(words: str) -> Button:
    """A link in small letters, at the same edge as the text around it."""
    button = Button(words, look="link")
    button.setFont(scaled(button.font(), SMALL))
    return button


def _breakable(address: str) -> str:
    """The address with places where a line may end that are not seen."""
    return "".join(f"{letter}\u200b" if letter in "/?&=-_." else letter for letter in address)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
