"""What was published of the chosen figure over time, in the inspector: a small chart and a table."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QGridLayout, QVBoxLayout, QWidget

from desktop_app.domain.figures import Figure
from desktop_app.domain.vintages import Vintage, vintages
from desktop_app.ui.context import Context
from desktop_app.ui.places import CHANGES, Place
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.ui.widgets.sections import add_text, link
from desktop_app.words import amount_sentences, date_sentences
from desktop_app.words.translate import _

_LATEST = 10


class VintagesSection(QObject):
    """Fills the section; `figureOpened` carries the id of another vintage."""

    figureOpened = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context

    def of(self, figure: Figure) -> tuple[Vintage, ...]:
        """The vintages of a figure where there are several; one alone says nothing that is not said."""
        found = vintages(self._context.view, figure)
        return found if len(found) > 1 else ()

    def fill(self, body: QVBoxLayout, figure: Figure, found: tuple[Vintage, ...]) -> None:
        """A small chart, and published, value and source of each, in order of publication."""
        self._add_chart(body, found)
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        for line, one in enumerate(found[-_LATEST:]):
            self._add_line(grid, line, one, figure)
        grid.setColumnStretch(2, 1)
        body.addWidget(holder)
        changes = link(_("Show how it changed"), "showChanges")
        changes.setToolTip(_("Draw these publications as a chart"))
        changes.clicked.connect(partial(self._show_changes, figure.id))
        body.addWidget(changes)
        if len(found) > _LATEST:
            rest = self._context.formats.number(len(found) - _LATEST)
            add_text(body, _("and {n} earlier").format(n=rest))

    def _add_chart(self, body: QVBoxLayout, found: tuple[Vintage, ...]) -> None:
        # Few figures have vintages, and the drawing of charts takes long to load.
        from desktop_app.charts import vintages as shapes
        from desktop_app.charts.looks.style import ChartStyle
        from desktop_app.charts.screens.vintages_picture import VintagesPicture

        chart = shapes.build(((one.figure, one.stands) for one in found), self._context.formats)
        if len(chart.points) > 1:
            letter = QFontInfo(QApplication.font()).pixelSize()
            picture = VintagesPicture(ChartStyle.thumbnail(self._context.theme.tokens, letter))
            picture.show_chart(chart)
            body.addWidget(picture)

    def _add_line(self, grid: QGridLayout, line: int, one: Vintage, figure: Figure) -> None:
        formats = self._context.formats
        published = _("not dated")
        if one.published.is_dated:
            published = date_sentences.date(one.published, formats)
        value = amount_sentences.amount_short(one.amount, formats)
        source = one.source.short_name if one.source is not None else _("no source")
        stands = source if one.stands else _("{source}, stands no more").format(source=source)
        if one.figure.id == figure.id:
            shown: QWidget = TextLabel(value, "heading")
        else:
            shown = link(value, f"openVintage{line}")
            shown.setAccessibleName(
                _("{value}, {date}, {source}").format(value=value, date=published, source=stands)
            )
            shown.clicked.connect(partial(self._open, one.figure.id))
        grid.addWidget(TextLabel(published, "small"), line, 0)
        grid.addWidget(shown, line, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(TextLabel(stands, "small", elide=True), line, 2)

    def _show_changes(self, figure_id: str, _checked: bool = False) -> None:
        self._context.navigator.go(Place("charts", record=figure_id, wish=CHANGES))

    def _open(self, figure_id: str, _checked: bool = False) -> None:
        self.figureOpened.emit(figure_id)
