"""Puts the parts of the page of cases in their places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.ui.cases.division import Division
from desktop_app.ui.cases.event_sources import EventSources
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.labels import rule
from desktop_app.ui.widgets.page_header import PageHeader
from desktop_app.words.translate import _

if TYPE_CHECKING:
    from desktop_app.ui.cases.page import CasesPage


@dataclass(frozen=True)
class Parts:
    """The parts that the page moves, shows and hides."""

    scroll: QScrollArea
    content: QStackedWidget
    division: Division
    sources: EventSources

    def show_cases(self, some: bool) -> None:
        """Show the cases, or that there are none."""
        self.content.setCurrentIndex(0 if some else 1)


def lay_out(page: CasesPage) -> Parts:
    """Put them in their places."""
    first = Button(_("New case"), look="primary", key="Ctrl+Shift+N")
    first.clicked.connect(page.add_case)
    nothing = EmptyState(
        _("No cases"),
        _("A case is one person's dated events. Use a code, not a name."),
        first,
        icon_name="cases",
    )
    content = QStackedWidget()
    division = Division(page.list, page.panel, _details(page), page.context.settings)
    content.addWidget(division)
    content.addWidget(nothing)
    whole = QWidget()
    body = QVBoxLayout(whole)
    body.setContentsMargins(24, 20, 24, 20)
    body.setSpacing(14)
    # With large text, or the form open on a small screen, the page is higher than the window.
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(whole)
    whole.setProperty("region", "page")
    body.addWidget(PageHeader(_("Cases"), page.search, page.totals, page.new_case, page.new_event))
    body.addWidget(page.unfinished.banner)
    body.addWidget(page.form)
    body.addWidget(content, 1)
    # Made last, for Tab reaches it last.
    sources = EventSources(page.context, scroll, page.table)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(sources)
    return Parts(scroll, content, division, sources)


def _details(page: CasesPage) -> QWidget:
    card = Card(margin=1)
    card.body.setSpacing(0)
    page.head.put_beside(page.replies)
    page.head.place_switch(page.tabs.switch)
    for part in (page.head, rule(), page.tabs):
        card.body.addWidget(part, 1 if part is page.tabs else 0)
    page.table.setMinimumHeight(page.table.fontMetrics().height() * 5)
    # The rows stand in the order in which they are drawn, always.
    for table in (page.list, page.table):
        table.setSortingEnabled(False)
        table.horizontalHeader().setSectionsClickable(False)
    return card
