"""Asks how a chart is to leave: as what, how large, in which theme; and shows what it will say."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.charts.beside import Beside
from desktop_app.charts.registry import Chart
from desktop_app.charts.slides import deck
from desktop_app.ui.charts.taking_out import ExportWish, Kind, Shape, shape_words
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.field import TextBox
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.ui.widgets.segmented import Segmented
from desktop_app.words.translate import _, _n

_LIGHT, _DARK = "light", "dark"
_ALONE = (Kind.PPTX, Kind.CSV, Kind.XLSX)
"""What is no picture: for one chart at a time, and without size and theme."""


class ExportDialog(QDialog):
    """Accepted when a file may be asked for; `wish` is then what was chosen."""

    def __init__(
        self, chart: Chart | Beside, wish: ExportWish, *, differs: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("exportDialog")
        self.setWindowTitle(_("Export chart"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.kinds = Segmented(
            _("Format"),
            [
                (Kind.PNG, _("PNG")),
                (Kind.SVG, _("SVG")),
                (Kind.PDF, _("PDF")),
                (Kind.PPTX, _("PowerPoint")),
                (Kind.CSV, _("CSV")),
                (Kind.XLSX, _("Excel")),
            ],
        )
        self.shapes = QComboBox()
        for shape, words in shape_words().items():
            self.shapes.addItem(words, shape)
        self.themes = Segmented(_("Theme"), [(_LIGHT, _("Light")), (_DARK, _("Dark"))])
        self.alt = TextBox(_("Text alternative"), lines=5)
        self.alt.setReadOnly(True)
        self.alt.setPlainText(chart.alt)
        self.remark = TextLabel(_remark(chart, differs=differs), "muted", wrap=True)
        self.export = Button(_("Export…"), look="primary")
        self.export.setObjectName("exportAccept")
        self.export.setDefault(True)
        self.cancel = Button(_("Cancel"))
        can_slide = deck.is_available()
        self.kinds.enable(
            Kind.PPTX, can_slide, _("PowerPoint files need python-pptx: install evenhand[slides].")
        )
        kind = Kind.PNG if wish.kind is Kind.PPTX and not can_slide else wish.kind
        if isinstance(chart, Beside):
            for alone in _ALONE:
                self.kinds.enable(
                    alone, False, _("For one chart at a time: charts side by side are a picture.")
                )
            kind = Kind.PNG if kind in _ALONE else kind
        self.kinds.choose(kind)
        self.shapes.setCurrentIndex(self.shapes.findData(wish.shape))
        self.themes.choose(_DARK if wish.dark else _LIGHT)
        self._lay_out()
        self.kinds.chosen.connect(self._fit_kind)
        self.export.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self._fit_kind(self.kinds.choice)

    @property
    def wish(self) -> ExportWish:
        """What is chosen now."""
        return ExportWish(
            Kind(self.kinds.choice), Shape(self.shapes.currentData()), self.themes.choice == _DARK
        )

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        rows: tuple[tuple[str, QWidget], ...] = (
            (_("&Format"), self.kinds),
            (_("&Size"), self.shapes),
            (_("&Theme"), self.themes),
            (_("Te&xt alternative"), self.alt),
        )
        for row, (words, field) in enumerate(rows):
            label = TextLabel(words)
            label.setBuddy(field)
            top = Qt.AlignmentFlag.AlignTop if field is self.alt else Qt.AlignmentFlag.AlignVCenter
            grid.addWidget(label, row, 0, top)
            grid.addWidget(field, row, 1)
        self.shapes.setAccessibleName(_("Size"))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(14)
        column.addLayout(grid)
        column.addWidget(self.remark)
        column.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 82)

    def _fit_kind(self, kind: str) -> None:
        """A table has neither size nor theme, and a slide has its own."""
        drawn = kind not in _ALONE
        self.shapes.setEnabled(drawn)
        for theme in (_LIGHT, _DARK):
            self.themes.enable(theme, drawn)


def _remark(chart: Chart | Beside, *, differs: bool) -> str:
    """What goes out with the chart, and what does not."""
    parts = [_("Title, sources and the day it was known go out with the chart.")]
    if chart.notes:
        count = len(chart.notes)
        words = _n("{n} note above the chart does not.", "{n} notes above the chart do not.", count)
        parts.append(words.format(n=chart.formats.number(count)))
    if differs:
        parts.append(_("What is not for an audience is left out, so it differs from the page."))
    return " ".join(parts)
