"""Puts the parts of the page of field notes in their places."""

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
    from desktop_app.ui.notes.page import NotesPage

_NOTES, _NOTHING, _PLACES = range(3)


@dataclass(frozen=True)
class Parts:
    """The parts that the page shows and hides."""

    panel: QWidget
    """What is beside the list, with its frame."""
    stack: QStackedWidget
    left: QWidget
    scroll: QScrollArea

    def show_notes(self, some: bool) -> None:
        """Show the table of notes, or what to do while there are none."""
        self.stack.setCurrentIndex(_NOTES if some else _NOTHING)

    def show_places(self) -> None:
        """Show the table of places."""
        self.stack.setCurrentIndex(_PLACES)


def lay_out(page: NotesPage) -> Parts:
    """Put header, form, tables and side in their places, in reading order."""
    stack = QStackedWidget()
    for part in (page.table, _nothing(page), page.places):
        stack.addWidget(part)
    stack.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
    stack.setMinimumHeight(page.fontMetrics().height() * 9)
    card = Card(page.form, stack, margin=1)
    card.body.setSpacing(0)
    card.body.setStretchFactor(stack, 1)
    left = QWidget()
    left.setProperty("region", "page")
    body = QVBoxLayout(left)
    body.setContentsMargins(24, 20, 24, 20)
    body.setSpacing(14)
    body.addWidget(PageHeader(_("Field notes"), page.tabs, page.only, page.search))
    body.addWidget(page.drafts.banner)
    body.addWidget(card, 1)
    # With large text, or all fields shown on a small screen, the page is higher than the window.
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(left)
    panel = Card(page.side, margin=0, look="panel")
    panel.setMinimumWidth(page.fontMetrics().averageCharWidth() * 34)
    split = QSplitter(Qt.Orientation.Horizontal)
    split.setObjectName("noteSplitter")
    split.addWidget(scroll)
    split.addWidget(panel)
    split.setStretchFactor(0, 1)
    split.setStretchFactor(1, 0)
    split.setSizes([900, 280])
    split.setChildrenCollapsible(False)
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(split)
    return Parts(panel, stack, left, scroll)


def _nothing(page: NotesPage) -> EmptyState:
    add = Button(_("New field note"), look="primary", key="Ctrl+Shift+O")
    add.clicked.connect(page.add)
    return EmptyState(
        _("No field notes"),
        _("A field note is what somebody saw at a place, written down while it can be remembered."),
        add,
        icon_name="notes",
    )
