"""Where the parts of the figures page stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.page_header import PageHeader
from desktop_app.words.translate import _

if TYPE_CHECKING:
    from desktop_app.ui.figures.page import FiguresPage


@dataclass(frozen=True)
class Parts:
    """The parts that the page shows and hides."""

    panel: QWidget
    """The inspector with its frame."""
    stack: QStackedWidget
    left: QWidget
    """Header, entry and table."""

    def show_table(self, some: bool) -> None:
        """Show the table, or what to do while there are no figures."""
        self.stack.setCurrentIndex(0 if some else 1)


def lay_out(page: FiguresPage) -> Parts:
    """Put header, entry, table and inspector in their places, in reading order."""
    stack = QStackedWidget()
    stack.addWidget(page.table)
    stack.addWidget(_nothing(page))
    # The table takes what room there is; it has scroll bars of its own.
    stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    card = Card(page.entry, stack, margin=1)
    card.body.setSpacing(0)
    card.body.setStretchFactor(stack, 1)
    header = PageHeader(_("Figures"), page.search, page.measures, page.attention, page.importing)
    left = QWidget()
    left.setProperty("region", "page")
    body = QVBoxLayout(left)
    body.setContentsMargins(24, 20, 24, 20)
    body.setSpacing(14)
    body.addWidget(header)
    body.addWidget(page.drafts.banner)
    body.addWidget(card, 1)
    panel = Card(page.inspector, margin=0, look="panel")
    split = QSplitter(Qt.Orientation.Horizontal)
    split.setObjectName("figureSplitter")
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(left)
    split.addWidget(scroll)
    split.addWidget(panel)
    split.setStretchFactor(0, 1)
    split.setStretchFactor(1, 0)
    split.setSizes([900, 270])
    split.setChildrenCollapsible(False)
    panel.setMinimumWidth(page.fontMetrics().averageCharWidth() * 30)
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(split)
    return Parts(panel, stack, left)


def _nothing(page: FiguresPage) -> EmptyState:
    add = Button(_("Add figure"), look="primary", key="Ctrl+N")
    add.clicked.connect(page.add)
    importing = Button(_("Import…"), key="Ctrl+I")
    importing.clicked.connect(page.importing.click)
    return EmptyState(
        _("No figures yet"),
        _(
            "A figure is a number someone published, with its date and source. "
            "Type one above, or import the Home Office's time series."
        ),
        add,
        importing,
        icon_name="figures",
    )
