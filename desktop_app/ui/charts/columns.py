"""What stands side by side on the page of charts: the list, the chart in the middle, the panel."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop_app.ui.charts.chart_list import ChartList
from desktop_app.ui.charts.panel import ChartPanel
from desktop_app.ui.widgets.card import Card

_PANEL_EM, _LIST_EM = 21, 16
_PANEL_SHARE = 0.42
"""The panel never takes more of the page than this, however large the text."""
_ROOM_FOR_LIST_EM = 84
"""A page narrower than so many letters leaves the list of charts out: the panel then offers them."""


class Columns:
    """Lays out the page. One of `fronts` is in the middle; `bare` stands alone where nothing can be drawn."""

    def __init__(
        self,
        page: QWidget,
        chart_list: ChartList,
        fronts: tuple[QWidget, ...],
        panel: ChartPanel,
        bare: QWidget,
    ) -> None:
        self._page, self._list, self._panel, self._bare = page, chart_list, panel, bare
        self._stack = QStackedWidget()
        for front in fronts:
            self._stack.addWidget(front)
        self._side = Card(panel, margin=0, look="panel")
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list)
        row.addWidget(self._stack, 1)
        row.addWidget(self._side)
        row.addWidget(bare, 1)

    @property
    def front(self) -> QWidget | None:
        """What is in the middle."""
        return self._stack.currentWidget()

    def show(self, front: QWidget, *, panel: bool, is_bare: bool) -> None:
        """Have one in the middle, with the panel or without; where nothing can be drawn at all, only why."""
        for part in (self._list, self._stack):
            part.setHidden(is_bare)
        self._side.setVisible(panel and not is_bare)
        self._bare.setVisible(is_bare)
        self._stack.setCurrentWidget(front)

    def fit(self) -> bool:
        """Give the chart the room it needs first. Whether the page has room for the list too."""
        letter = self._page.fontMetrics().horizontalAdvance("m")
        self._panel.setFixedWidth(min(letter * _PANEL_EM, round(self._page.width() * _PANEL_SHARE)))
        self._list.setFixedWidth(letter * _LIST_EM)
        is_wide = self._page.width() >= letter * _ROOM_FOR_LIST_EM
        self._list.setVisible(is_wide and not self._stack.isHidden())
        return is_wide
