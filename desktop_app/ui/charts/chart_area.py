"""The middle of the page of charts: notes, the picture or its values or words, and what to do with it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop_app.charts.looks.palette import Tokens
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.registry import Chart
from desktop_app.charts.screens.sheet_picture import SheetPicture
from desktop_app.charts.sheets import Sheet
from desktop_app.ui.charts.action_bar import CHART, DATA, TEXT, ActionBar
from desktop_app.ui.charts.notes_strip import NotesStrip
from desktop_app.ui.charts.page_picture import PagePicture
from desktop_app.ui.charts.plotted_table import PlottedTable
from desktop_app.ui.charts.sheet_front import SheetTables
from desktop_app.ui.charts.text_tab import TextTab
from desktop_app.ui.presenter import drawing
from desktop_app.ui.widgets.labels import rule
from desktop_app.words.formats import Formats


class ChartArea(QWidget):
    """`public` gives the chart without what is private: what is copied comes from that."""

    tabChosen = Signal(str)

    def __init__(
        self,
        tokens: Tokens,
        formats: Formats,
        public: Callable[[], Chart],
        tell: Callable[[TextTab], None],
    ) -> None:
        """`tell` fills the words, whenever somebody is to look at them."""
        super().__init__()
        self.setProperty("region", "page")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._tell = tell
        self._listed = True
        self.notes = NotesStrip(formats)
        self.picture = PagePicture(self._style(tokens))
        self.table = PlottedTable(formats, public)
        self.sheet = SheetPicture(self._style(tokens))
        self.values = SheetTables(public)
        self.text = TextTab(formats)
        self._stack = QStackedWidget()
        self._pictures, self._tables = QStackedWidget(), QStackedWidget()
        for stack, fronts in (
            (self._pictures, (self.picture, self.sheet)),
            (self._tables, (self.table, self.values)),
        ):
            for front in fronts:
                stack.addWidget(front)
        for tab in (self._pictures, self._tables, self.text):
            self._stack.addWidget(tab)
        self.bar = ActionBar()
        self._lay_out()
        self.bar.tabs.chosen.connect(self.show_tab)

    @property
    def tab(self) -> str:
        """Which of the three is in front."""
        return self.bar.tabs.choice

    @property
    def is_sheet(self) -> bool:
        """Whether the chart shown is a sheet, rather than returns against arrivals."""
        return self._pictures.currentWidget() is self.sheet

    @property
    def front(self) -> PagePicture | SheetPicture:
        """The picture that is shown."""
        return self.sheet if self.is_sheet else self.picture

    def show_chart(self, chart: Chart, *, changed: bool) -> None:
        """Show a chart; after a change of the figures (`changed`) cursor and zoom stay."""
        self.notes.show_notes(chart.notes)
        for stack in (self._pictures, self._tables):
            stack.setCurrentIndex(int(isinstance(chart, Sheet)))
        if isinstance(chart, Sheet):
            self.sheet.show(chart)
        elif changed:
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
        self.text.commit()
        self._stack.setCurrentIndex((CHART, DATA, TEXT).index(tab))
        self._fill_front()
        self.tabChosen.emit(tab)

    def restyle(self, tokens: Tokens) -> None:
        """Draw in these colours, with letters as large as the window's."""
        self.picture.restyle(self._style(tokens))
        self.sheet.restyle(self._style(tokens))

    def focus_tab(self) -> None:
        """Give the keyboard to what is in front."""
        values: QWidget = self.values if self.is_sheet else self.table
        fronts: dict[str, QWidget] = {DATA: values, TEXT: self.text.boxes["headline"]}
        widget = fronts.get(self.tab, self.front)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy_values(self) -> None:
        """Copy the chosen values of the table in front."""
        front = self.values.front if self.is_sheet else self.table
        if front is not None:
            front.copy()

    def _fill_front(self) -> None:
        """Fill values and words only while they are looked at: words cost a second chart."""
        if self.tab == DATA and not self._listed:
            self._listed = True
            if self.is_sheet and self.sheet.chart is not None:
                self.values.show_sheet(self.sheet.chart)
            else:
                self.table.show_records(self.picture.chart.rows)
        elif self.tab == TEXT:
            self._tell(self.text)

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
