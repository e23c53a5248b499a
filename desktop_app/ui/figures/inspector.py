"""What stands behind the chosen figure: its words, sources, what is drawn and why, and its history."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.figures import Figure, Status
from desktop_app.domain.measures import Basis
from desktop_app.services import figure_company
from desktop_app.services.history import versions
from desktop_app.ui.citations.cited_section import CitedSection
from desktop_app.ui.context import Context
from desktop_app.ui.figures import check_words, figure_words, history_words
from desktop_app.ui.figures.drawn_section import DrawnSection
from desktop_app.ui.figures.rows import FigureRow
from desktop_app.ui.figures.vintages_section import VintagesSection
from desktop_app.ui.widgets.fold import FoldSection
from desktop_app.ui.widgets.labels import TextLabel, rule
from desktop_app.ui.widgets.sections import add_text, capital, link, menu_link
from desktop_app.words import amount_sentences, date_sentences, labels, sentences
from desktop_app.words.translate import _, _n

_FIRST_READINGS = 8
_LATEST_CHANGES = 5
_FOLDED = "figures/folded"


class Inspector(QScrollArea):
    """Shows one figure, or how many are chosen. What it asks for is carried out by the page.

    `figureOpened` and `sourceOpened` carry an id; `statusAsked` a Status; `historyAsked` nothing. The
    sections have signals of their own (`cited`, `drawn`).
    """

    figureOpened = Signal(str)
    sourceOpened = Signal(str)
    statusAsked = Signal(object)
    historyAsked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._folded = set(context.settings.text(_FOLDED).split())
        self._shown = ""
        self._row: FigureRow | None = None
        self._page = QWidget()
        self.cited, self.drawn = CitedSection(context), DrawnSection(context)
        self._vintages = VintagesSection(context)
        self.cited.sourceOpened.connect(self.sourceOpened)
        self.drawn.figureOpened.connect(self.figureOpened)
        self._vintages.figureOpened.connect(self.figureOpened)
        self.setObjectName("figureInspector")
        self.setProperty("region", "inspector")
        self.setProperty("look", "station")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("The chosen figure"))
        context.theme.changed.connect(self._redress)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Say that no figure is chosen."""
        body = self._begin()
        body.addWidget(TextLabel(_("Choose a figure to see its source and its history."), "muted", wrap=True))
        self._show(body)

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
        self._show(body)

    def show_row(self, row: FigureRow) -> None:
        """Show this figure. Shown again, it stands where it stood, with the keyboard where that was."""
        stood = self._standing_at() if self._shown == row.id else None
        figure, body = row.figure, self._begin()
        self._add_value(body, row)
        count = max(1, len(figure.citations))
        self.cited.fill(self._section(body, "sources", _n("Source", "Sources", count)), figure)
        self.drawn.fill(self._section(body, "drawn", _("On charts")), figure)
        found = self._vintages.of(figure)
        if found:
            self._vintages.fill(self._section(body, "vintages", _("As it was published")), figure, found)
        self._add_readings(self._section(body, "readings", _("Other readings")), figure)
        if figure.note:
            add_text(self._section(body, "note", _("Note")), figure.note)
        self._add_history(self._section(body, "history", _("History")), figure)
        self._show(body)
        self._shown, self._row = row.id, row
        if stood is not None:
            self._stand_at(*stood)

    def _begin(self) -> QVBoxLayout:
        """An empty page to fill."""
        self._page = QWidget()
        body = QVBoxLayout(self._page)
        body.setContentsMargins(18, 18, 18, 18)
        body.setSpacing(5)
        return body

    def _show(self, body: QVBoxLayout) -> None:
        """Show the page that was filled; the earlier one goes when whatever it was asked is done."""
        body.addStretch(1)
        before = self.takeWidget()
        if before is not None:
            before.deleteLater()
        self._shown, self._row = "", None
        self.setWidget(self._page)

    def _redress(self) -> None:
        """Draw anew what has colours of its own."""
        if self._row is not None:
            self.show_row(self._row)

    def _standing_at(self) -> tuple[str, int]:
        """The name of what has the keyboard, and how far the page is scrolled."""
        # Of the window, also while a dialog over it has the keyboard.
        focus: QWidget | None = self.window().focusWidget()
        name = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        return name, self.verticalScrollBar().value()

    def _stand_at(self, name: str, scrolled: int) -> None:
        page = self.widget()
        if page is None:
            return
        page.adjustSize()
        self.verticalScrollBar().setValue(scrolled)
        if name:
            there = page.findChild(QWidget, name)
            (there if isinstance(there, QWidget) else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _section(self, body: QVBoxLayout, name: str, title: str) -> QVBoxLayout:
        body.addSpacing(4)
        body.addWidget(rule())
        section = FoldSection(title, is_folded=name in self._folded)
        section.heading.setObjectName(f"{name}Heading")
        section.folded.connect(partial(self._remember, name))
        body.addWidget(section)
        return section.body

    def _remember(self, name: str, folded: bool) -> None:
        (self._folded.add if folded else self._folded.discard)(name)
        self._context.settings.set_text(_FOLDED, " ".join(sorted(self._folded)))

    def _add_value(self, body: QVBoxLayout, row: FigureRow) -> None:
        figure, formats = row.figure, self._context.formats
        body.addWidget(TextLabel(row.measure_name, "muted", wrap=True))
        number = TextLabel(figure_words.value(figure, row.measure.unit, formats), "number", wrap=True)
        number.setAccessibleName(amount_sentences.amount_with_unit(figure.amount, row.measure.unit, formats))
        body.addWidget(number)
        body.addWidget(TextLabel(capital(sentences.figure_time(figure, formats)), wrap=True))
        for fact in self._facts(figure):
            add_text(body, fact)
        self._add_status(body, figure)
        for check in row.checks:
            look = "warn" if check.needs_a_look else "small"
            body.addWidget(
                TextLabel(check_words.sentence(check, self._context.view, formats), look, wrap=True)
            )

    def _facts(self, figure: Figure) -> list[str]:
        formats = self._context.formats
        # The line above begins with "Running total" where it is one.
        is_said = figure.basis is Basis.CUMULATIVE
        facts = [] if is_said else [_("Basis: {basis}").format(basis=labels.basis(figure.basis))]
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
        return facts

    def _add_status(self, body: QVBoxLayout, figure: Figure) -> None:
        said = _("Status: {status}").format(status=figure_words.status(figure.status))
        button, menu = menu_link(said, "setStatus")
        for status in Status:
            action = menu.addAction(figure_words.status(status))
            action.setEnabled(status is not figure.status)
            action.triggered.connect(partial(self._ask_status, status))
        body.addWidget(button)

    def _add_readings(self, body: QVBoxLayout, figure: Figure) -> None:
        view, formats = self._context.view, self._context.formats
        found = figure_company.other_readings(view, figure)
        if not found:
            add_text(body, _("None"))
            return
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        for line, other in enumerate(_nearest(found, figure)[:_FIRST_READINGS]):
            value = amount_sentences.amount_short(other.amount, formats)
            day = date_sentences.date(other.as_at, formats)
            publishers = figure_words.publishers(view, other) or _("no source")
            opener = link(_("{value}, {date}").format(value=value, date=day), f"openReading{line}")
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
            add_text(body, _("and {n} more").format(n=rest))

    def _add_history(self, body: QVBoxLayout, figure: Figure) -> None:
        workspace, formats = self._context.workspace, self._context.formats
        for version in versions(workspace, Figure, figure.id)[:_LATEST_CHANGES]:
            add_text(body, history_words.line(version, workspace, formats))
        every = link(_("All versions…"), "allVersions")
        every.clicked.connect(self._ask_history)
        body.addWidget(every)

    def _open_figure(self, figure_id: str, _checked: bool = False) -> None:
        self.figureOpened.emit(figure_id)

    def _ask_status(self, status: Status, _checked: bool = False) -> None:
        self.statusAsked.emit(status)

    def _ask_history(self, _checked: bool = False) -> None:
        self.historyAsked.emit()


def _nearest(found: list[Figure], figure: Figure) -> list[Figure]:
    """Those nearest in time, in order of time."""
    day = figure.as_at.latest or figure.as_at.earliest

    def distance(other: Figure) -> int:
        its = other.as_at.latest or other.as_at.earliest
        return abs((its - day).days) if its is not None and day is not None else 0

    nearest = sorted(found, key=distance)[:_FIRST_READINGS]
    return sorted(nearest, key=lambda other: other.as_at.sort_key)
