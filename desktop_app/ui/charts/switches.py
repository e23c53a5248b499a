"""What of a chart is shown: its series, and the marks that can be left out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop_app.charts.kinds.comparison import Show
from desktop_app.ui.theme.tokens import em, tokens_for
from desktop_app.ui.widgets.labels import TextLabel

SERIES = ("arrivals", "returned", "admitted")
"""Fields of Show that are series, and names of their colours."""


class Switches(QWidget):
    """One check box for each of the chosen fields of Show; `changed` carries the new Show."""

    changed = Signal(object)

    def __init__(self, title: str, words: dict[str, str]) -> None:
        super().__init__()
        self._shown = Show()
        self.setAccessibleName(title)
        self.boxes = {field: QCheckBox(label.replace("&", "&&")) for field, label in words.items()}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        heading = TextLabel(title, "heading")
        heading.setContentsMargins(0, 0, 0, 4)
        column.addWidget(heading)
        for field, box in self.boxes.items():
            box.setObjectName(f"show{field.title().replace('_', '')}")
            box.clicked.connect(self._take)
            column.addWidget(box)
        self._draw_dots()

    def show_shown(self, show: Show) -> None:
        """Tick what is shown."""
        self._shown = show
        for field, box in self.boxes.items():
            box.setChecked(getattr(show, field))

    def offer(self, fields: Collection[str] | None) -> None:
        """Let only these be chosen; all where none are named."""
        for field, box in self.boxes.items():
            box.setVisible(fields is None or field in fields)

    def rename(self, words: dict[str, str]) -> None:
        """Call the series by other names."""
        for field, label in words.items():
            self.boxes[field].setText(label.replace("&", "&&"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow palette and text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange) and hasattr(self, "boxes"):
            self._draw_dots()

    def _take(self) -> None:
        chosen = replace(self._shown, **{field: box.isChecked() for field, box in self.boxes.items()})
        if not any(getattr(chosen, series) for series in SERIES):
            # A chart of nothing says nothing: the last series stays.
            self.show_shown(self._shown)
            return
        self._shown = chosen
        self.changed.emit(chosen)

    def _draw_dots(self) -> None:
        tokens, side = tokens_for(self), em(self.font(), 0.62)
        for field in SERIES:
            if field in self.boxes:
                self.boxes[field].setIconSize(QSize(side, side))
                self.boxes[field].setIcon(_dot(getattr(tokens, field), side, self.devicePixelRatio()))


def _dot(colour: str, side: int, density: float) -> QIcon:
    pixmap = QPixmap(round(side * density), round(side * density))
    pixmap.setDevicePixelRatio(density)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(QRectF(0, 0, side, side))
    painter.end()
    return QIcon(pixmap)
