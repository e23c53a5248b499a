"""The overview: what is known of the scheme at a glance, each number leading to where it comes from."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFontInfo, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.charts.kinds import comparison
from desktop_app.charts.looks.palette import Tokens
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.screens.picture import ComparisonPicture
from desktop_app.domain.checks.findings import Finding
from desktop_app.domain.readings import known
from desktop_app.domain.schemes import Scheme
from desktop_app.services.headline import headlines
from desktop_app.ui.context import Context
from desktop_app.ui.overview import words
from desktop_app.ui.overview.look_line import LookLine
from desktop_app.ui.page import Page
from desktop_app.ui.places import Place
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.card import Card, MetricCard
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.labels import TextLabel, section_label
from desktop_app.words.translate import _

_COLOURS = {0: "returned", 1: "admitted", 2: "arrivals", 3: "again"}
_LEAST, _MOST = 6, 40
"""Lines of what needs a look: so many always, scrolling if they must; more where there is room."""
_CARDS = 4
_MARGIN, _FOOT = 16, 20


class OverviewPage(Page):
    """Headline sentence, cards, small chart, and what needs a look."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "overview")
        self.headline = TextLabel("", "title", wrap=True)
        self.headline.setObjectName("overviewHeadline")
        self.basis = TextLabel("", "muted", wrap=True)
        self.basis.setObjectName("overviewBasis")
        self.cards = [MetricCard(colour=_COLOURS[index]) for index in range(_CARDS)]
        self._figures: list[str] = [""] * _CARDS
        for index, card in enumerate(self.cards):
            card.setObjectName(f"overviewCard{index + 1}")
            card.clicked.connect(partial(self._open_card, index))
        self.picture = ComparisonPicture(self._style(context.theme.tokens))
        self.picture.setObjectName("overviewChart")
        self.picture.setMinimumHeight(240)
        self.picture.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.picture.pointActivated.connect(self._open_figures)
        self._look_title = section_label(_("To look at"))
        self._look = QVBoxLayout()
        self._look.setSpacing(2)
        self._lines: list[LookLine] = []
        self._found = -1
        self._said: list[tuple[str, str]] = []
        self._rest = Button("", look="link")
        self._rest.setObjectName("overviewRest")
        self._rest.clicked.connect(self._open_rest)
        add = Button(_("Add figure"), look="primary", key="Ctrl+N")
        add.clicked.connect(self._add)
        self._nothing = EmptyState(
            _("No figures yet"),
            _(
                "A figure is a number someone published, with its date and source. "
                "Add one, or drop the Home Office's time series on this window."
            ),
            add,
            icon_name="figures",
        )
        self._content = QWidget()
        self._lay_out()
        context.theme.changed.connect(self._restyle)
        context.checking.changed.connect(self._hear)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(14)
        for index, card in enumerate(self.cards):
            grid.addWidget(card, 0, index)
            grid.setColumnStretch(index, 1)
        chart = Card(self.picture, margin=10)
        self._card = look = Card(self._look_title, margin=_MARGIN)
        look.body.addLayout(self._look)
        look.body.addWidget(self._rest)
        look.body.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(14)
        below.addWidget(chart, 5)
        below.addWidget(look, 3)
        column = QVBoxLayout(self._content)
        column.setContentsMargins(24, 20, 24, _FOOT)
        column.setSpacing(12)
        column.addWidget(self.headline)
        column.addWidget(self.basis)
        column.addLayout(grid)
        column.addLayout(below, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setProperty("region", "page")
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._content)
        self._scroll = scroll
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        outer.addWidget(self._nothing)

    def refresh(self) -> None:
        """Show what is known now."""
        view, formats, day = self.context.view, self.context.formats, self.context.as_of
        scheme = next(iter(view.every(Scheme)), None)
        some = scheme is not None and not known(view).is_empty
        self._scroll.setVisible(some)
        self._nothing.setVisible(not some)
        if scheme is None:
            return
        chart = comparison.build(view, scheme, formats=formats, today=day, seen=self.context.lens.seen)
        self.headline.setText(chart.headline)
        self.basis.setText(words.with_balance(chart.subtitle, view, scheme, formats))
        self.picture.show(chart)
        self._show_cards(scheme)
        self._hear()

    def _show_cards(self, scheme: Scheme) -> None:
        view, formats = self.context.view, self.context.formats
        found = headlines(view, scheme)
        for index, card in enumerate(self.cards):
            card.setVisible(index < len(found))
            if index < len(found):
                entry = found[index]
                self._figures[index] = entry.inputs[0] if entry.inputs else ""
                card.show_metric(
                    words.number(entry, formats),
                    words.counted(entry, view),
                    words.basis(entry, view, formats),
                )

    def _hear(self, _ids: object = None) -> None:
        """Show what needs a look once all has been gone through; until then, what was so before."""
        checking = self.context.checking
        if not self.isVisible() and self._stale:
            return
        if checking.is_settled:
            self._show_look(checking.to_look_at)

    def _show_look(self, found: list[Finding]) -> None:
        said = [words.finding(one, self.context.view, self.context.formats) for one in found[:_MOST]]
        if said == self._said and len(found) == self._found:
            return
        self._said = said
        while (item := self._look.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        number = self.context.formats.number
        self._look_title.setText(
            _("To look at ({n})").format(n=number(len(found))) if found else _("Nothing to look at")
        )
        self._lines = []
        self._found = len(found)
        for entry, (sentence, detail) in zip(found, said, strict=False):
            line = LookLine(sentence, detail, entry.key)
            line.opened.connect(self._open_finding)
            self._look.addWidget(line)
            self._lines.append(line)
            QWidget.setTabOrder(line, self._rest)
        self._fit_look()

    def _fit_look(self) -> None:
        """Show as many lines as there is room for in the window, and say how many more there are."""
        width = self._card.width() - 2 * _MARGIN
        room = self._scroll.viewport().height() - self._card.y() - _FOOT - 2 * _MARGIN
        room -= self._look_title.sizeHint().height() + self._rest.sizeHint().height()
        room -= 2 * self._card.body.spacing()
        shown = 0
        for line in self._lines:
            room -= line.heightForWidth(width) + self._look.spacing()
            fits = room >= 0 or shown < _LEAST
            line.setVisible(fits)
            shown += fits
        rest = self._found - shown
        self._rest.setText(_("and {n} more").format(n=self.context.formats.number(rest)))
        self._rest.setVisible(rest > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show more where there is more room."""
        super().resizeEvent(event)
        # After the layout has given the card its height.
        QTimer.singleShot(0, self, self._fit_look)

    def focus_first(self) -> None:
        """Begin at the first card."""
        self.cards[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_card(self, index: int) -> None:
        self._open_figures((self._figures[index],))

    def _open_figures(self, figures: tuple[str, ...]) -> None:
        if figures and figures[0]:
            self.context.navigator.go(Place("figures", record=figures[0]))

    def _open_finding(self, key: str) -> None:
        self.context.navigator.go(Place("check", record=key))

    def _open_rest(self) -> None:
        self.context.navigator.go(Place("check"))

    def _add(self) -> None:
        self.context.navigator.go(Place("figures", wish="add"))

    def _restyle(self, tokens: Tokens) -> None:
        self.picture.restyle(self._style(tokens))

    def _style(self, tokens: Tokens) -> ChartStyle:
        return ChartStyle.thumbnail(tokens, QFontInfo(self.font()).pixelSize())
