"""The charts there are, in a narrow column."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.charts.comparison import NAME
from desktop_app.ui.widgets.choices import Choice, ChoiceList
from desktop_app.ui.widgets.labels import section_label
from desktop_app.words.translate import _


class ChartList(QWidget):
    """For now one entry: returns against arrivals."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("region", "page")
        self.list = ChoiceList(_("Charts"), [Choice(NAME, _("Returns against arrivals"))])
        self.list.setObjectName("chartList")
        self.list.setStyleSheet("QListView { background: transparent; }")
        self.list.choose(NAME)
        column = QVBoxLayout()
        column.setContentsMargins(10, 16, 10, 0)
        column.setSpacing(8)
        heading = section_label(_("Charts"))
        heading.setContentsMargins(8, 0, 0, 0)
        column.addWidget(heading)
        column.addWidget(self.list)
        edge = QFrame()
        edge.setProperty("look", "panel")
        edge.setFixedWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column)
        row.addWidget(edge)
