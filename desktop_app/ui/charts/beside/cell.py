"""One of the charts that stand side by side: its title, and its live picture below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.charts.looks.palette import Tokens
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.registry import Chart
from desktop_app.charts.screens.sheet_picture import SheetPicture
from desktop_app.charts.sheets import Sheet
from desktop_app.ui.charts.page_picture import PagePicture
from desktop_app.ui.presenter import drawing
from desktop_app.ui.widgets.labels import TextLabel

_SMALLER = 0.9
"""Letters beside each other are a little smaller than on a chart that has the page."""


class Cell(QWidget):
    """`recordAsked` carries the ids behind a point that was opened."""

    recordAsked = Signal(tuple)

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self.title = TextLabel("", "small", elide=True)
        self.picture = PagePicture(self._style(tokens))
        self.sheet = SheetPicture(self._style(tokens))
        self._stack = QStackedWidget()
        for front in (self.picture, self.sheet):
            self._stack.addWidget(front)
            front.pointActivated.connect(self.recordAsked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self._stack, 1)

    @property
    def front(self) -> PagePicture | SheetPicture:
        """The picture that is shown."""
        return self.sheet if self._stack.currentWidget() is self.sheet else self.picture

    def show_chart(self, title: str, chart: Chart) -> None:
        """Show a chart; cursor and zoom stay where the same is shown again."""
        self.title.setText(title)
        if isinstance(chart, Sheet):
            self._stack.setCurrentWidget(self.sheet)
            self.sheet.show(chart)
        else:
            self._stack.setCurrentWidget(self.picture)
            drawing.renew(self.picture, chart)

    def restyle(self, tokens: Tokens) -> None:
        """Draw in these colours, with letters as large as the window's."""
        self.picture.restyle(self._style(tokens))
        self.sheet.restyle(self._style(tokens))

    def _style(self, tokens: Tokens) -> ChartStyle:
        """The style of the picture; its title stands above it on the same edge."""
        style = ChartStyle.page(tokens, QFontInfo(self.font()).pixelSize() * _SMALLER)
        side = round(style.sizes.margin)
        self.title.setContentsMargins(side, 0, side, 0)
        return style
