"""The middle of the page of charts: notes, the picture or its values or words, and what to do with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.charts.palette import Tokens
from desktop_app.charts.shapes import ComparisonChart
from desktop_app.charts.style import ChartStyle
from desktop_app.ui.charts.action_bar import CHART, DATA, TEXT, ActionBar
from desktop_app.ui.charts.notes_strip import NotesStrip
from desktop_app.ui.charts.page_picture import PagePicture
from desktop_app.ui.charts.plotted_table import PlottedTable
from desktop_app.ui.charts.text_tab import TextTab
from desktop_app.ui.presenter import drawing
from desktop_app.ui.widgets.labels import rule
from desktop_app.words.formats import Formats


class ChartArea(QWidget):
    """`public` gives the chart without what is private: its words, and what is copied, come from that."""

    tabChosen = Signal(str)

    def __init__(self, tokens: Tokens, formats: Formats, public: Callable[[], ComparisonChart]) -> None:
        super().__init__()
        self.setProperty("region", "page")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._public = public
        self._listed = True
        self.notes = NotesStrip(formats)
        self.picture = PagePicture(self._style(tokens))
        self.table = PlottedTable(formats, public)
        self.text = TextTab()
        self._stack = QStackedWidget()
        for tab in (self.picture, self.table, self.text):
            self._stack.addWidget(tab)
        self.bar = ActionBar()
        self._lay_out()
        self.bar.tabs.chosen.connect(self.show_tab)

    @property
    def tab(self) -> str:
        """Which of the three is in front."""
        return self.bar.tabs.choice

    def show_chart(self, chart: ComparisonChart, *, changed: bool) -> None:
        """Show a chart; after a change of the figures (`changed`) cursor and zoom stay."""
        self.notes.show_notes(chart.notes)
        if changed:
            drawing.renew(self.picture, chart)
        else:
            self.picture.show(chart)
        self._listed = False
        self._fill_front()

    def show_tab(self, tab: str) -> None:
        """Bring the chart, its values or its words to the front."""
        if self.bar.tabs.choice != tab:
            self.bar.tabs.choose(tab)
            return
        self._stack.setCurrentIndex((CHART, DATA, TEXT).index(tab))
        self._fill_front()
        self.tabChosen.emit(tab)

    def restyle(self, tokens: Tokens) -> None:
        """Draw in these colours, with letters as large as the window's."""
        self.picture.restyle(self._style(tokens))

    def focus_tab(self) -> None:
        """Give the keyboard to what is in front."""
        fronts: dict[str, QWidget] = {DATA: self.table, TEXT: self.text.boxes["headline"]}
        widget = fronts.get(self.tab, self.picture)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_front(self) -> None:
        """Fill values and words only while they are looked at: words cost a second chart."""
        if self.tab == DATA and not self._listed:
            self._listed = True
            self.table.show_records(self.picture.chart.rows)
        elif self.tab == TEXT:
            self.text.show_chart(self._public())

    def _style(self, tokens: Tokens) -> ChartStyle:
        return ChartStyle.page(tokens, QFontInfo(self.font()).pixelSize())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notes)
        column.addWidget(self._stack, 1)
        column.addWidget(rule())
        column.addWidget(self.bar)
