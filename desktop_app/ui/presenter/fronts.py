"""What fills the audience's window: the picture of a chart, a sheet, or words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStackedWidget

from desktop_app.charts.layout.lettering import Lettered
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.registry import Chart
from desktop_app.charts.screens.picture import ComparisonPicture
from desktop_app.charts.screens.sheet_picture import SheetPicture
from desktop_app.charts.shapes import ComparisonChart, Ink
from desktop_app.charts.sheets import Sheet
from desktop_app.ui.presenter import drawing
from desktop_app.ui.presenter.over_chart import SceneWords

FAINT = 0.4
"""How much of its colour a series keeps while another one is highlighted."""


def _stays() -> bool:
    return False


class Fronts(QStackedWidget):
    """Shows one chart or the words of a scene at a time. A change may `glide`."""

    def __init__(self, glides: Callable[[], bool] = _stays) -> None:
        super().__init__()
        self._glides = glides
        self.picture = ComparisonPicture(ChartStyle.presenter())
        self.picture.setObjectName("presenterChart")
        self.sheet = SheetPicture(ChartStyle.presenter())
        self.sheet.setObjectName("presenterSheet")
        self.words = SceneWords()
        self._highlight: Ink | None = None
        for front in (self.picture, self.sheet, self.words):
            self.addWidget(front)

    @property
    def front(self) -> ComparisonPicture | SheetPicture:
        """The picture that is shown, or that words are shown in place of."""
        return self.sheet if self.currentWidget() is self.sheet else self.picture

    @property
    def chart(self) -> Chart | None:
        """The chart that is shown; None for words."""
        return None if self.currentWidget() is self.words else self.front.chart

    @property
    def texts(self) -> tuple[Lettered, ...]:
        """The words around the drawing, where they stand."""
        if self.currentWidget() is self.sheet:
            return self.sheet.texts
        return self.picture.stage.arrangement.texts if self.currentWidget() is self.picture else ()

    @property
    def highlighted(self) -> Ink | None:
        """The series that alone keeps its full colour; None where all do."""
        return self._highlight

    def draw(self, chart: Chart, *, renewed: bool = False) -> None:
        """Show a chart; one that is `renewed` keeps cursor, zoom and highlight."""
        new = self.sheet if isinstance(chart, Sheet) else self.picture
        gliding = renewed and self.currentWidget() is new and self._glides()
        self.setCurrentWidget(new)
        if isinstance(chart, Sheet):
            if gliding:
                self.sheet.glide_to(chart)
            else:
                self.sheet.show(chart)
        elif renewed:
            drawing.renew(self.picture, chart, gliding=gliding)
        else:
            self.highlight(None)
            self.picture.show(chart)

    def tell(self, title: str, caption: str) -> None:
        """Show words alone."""
        self.setCurrentWidget(self.words)
        self.words.tell(title, caption)

    def take_keys(self) -> None:
        """Give the keyboard to what is shown."""
        current = self.currentWidget()
        if current is not None:
            current.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """On to the next point of the chart, with who said so."""
        if self.chart is not None:
            self.front.step(by)
            self.front.activate()

    def highlight_next(self) -> None:
        """Highlight the first series, then the next, and after the last none."""
        there = self.series()
        if len(there) < 2:
            return
        ways: list[Ink | None] = [None, *there]
        now = ways.index(self._highlight) if self._highlight in ways else 0
        self.highlight(ways[(now + 1) % len(ways)])

    def highlight(self, ink: Ink | None) -> None:
        """Let this series alone keep its full colour."""
        if ink is not self._highlight:
            self._highlight = ink
            self.picture.restyle(_faint_but(ink))

    def series(self) -> list[Ink]:
        """The series of the chart that is shown."""
        chart = self.chart
        if not isinstance(chart, ComparisonChart):
            return []
        upper = [Ink.ARRIVALS] if chart.bars or chart.daily is not None else []
        return [*upper, *(line.ink for line in chart.lines)]


def _faint_but(ink: Ink | None) -> ChartStyle:
    style = ChartStyle.presenter()
    if ink is None:
        return style
    colours = {
        other: style.colour(other) if other is ink else _mixed(style.colour(other), style.ground)
        for other in Ink
    }
    tokens = style.tokens._replace(
        arrivals=colours[Ink.ARRIVALS], returned=colours[Ink.RETURNED], admitted=colours[Ink.ADMITTED]
    )
    # The headline is no series: it stays as strong as it was.
    return replace(style, tokens=tokens, emphasis=style.colour(Ink.RETURNED))


def _mixed(colour: str, ground: str) -> str:
    one, other = QColor(colour), QColor(ground)
    parts = (
        round(FAINT * getattr(one, part)() + (1 - FAINT) * getattr(other, part)())
        for part in ("red", "green", "blue")
    )
    return QColor(*parts).name()
