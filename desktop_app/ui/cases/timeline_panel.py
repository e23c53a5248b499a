"""The timeline with its controls above it and, in words, who is not on its axis."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.charts.lanes.shapes import LaneChart
from desktop_app.charts.lanes.view import LanesView
from desktop_app.ui.cases import order_words
from desktop_app.ui.cases.timeline_bar import TimelineBar
from desktop_app.ui.context import Context
from desktop_app.ui.widgets.labels import TextLabel

IDLE_MS, IDLE_SECONDS = 10, 0.006
"""How often the drawing of all cases is looked ahead at, and for how long each time: less than a frame."""

_ABOVE, _BELOW = 6, 4
"""Pixels around the controls."""


class TimelinePanel(QWidget):
    """`arranged` tells that the cases are to be shown in another order or on another axis."""

    arranged = Signal()

    def __init__(self, context: Context, get_ready: Callable[[float], bool]) -> None:
        super().__init__()
        self._formats, self._get_ready = context.formats, get_ready
        self.bar = TimelineBar(context.settings)
        self.drawing = LanesView(context.theme.tokens, context.formats)
        self.drawing.setObjectName("caseTimeline")
        self.drawing.fold(self.bar.folds)
        self.not_aligned = TextLabel("", "small", elide=True)
        self.not_aligned.setObjectName("notAligned")
        self.not_aligned.setContentsMargins(14, 0, 10, 4)
        self.not_aligned.hide()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        controls = QVBoxLayout()
        controls.setContentsMargins(10, _ABOVE, 10, _BELOW)
        controls.addWidget(self.bar)
        body.addLayout(controls)
        body.addWidget(self.not_aligned)
        body.addWidget(self.drawing, 1)
        self._idle = QTimer(self)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._look_ahead)
        self.bar.arranged.connect(self.arranged)
        self.bar.foldChanged.connect(self.drawing.fold)
        self.bar.wholeAsked.connect(self.drawing.show_all_rows)
        self.drawing.rowsChanged.connect(self.bar.whole.setChecked)

    def show_chart(self, chart: LaneChart, not_aligned: list[str]) -> None:
        """Draw these rows; the codes are of those that are not on its axis."""
        if chart is self.drawing.chart:
            return
        self.drawing.show_chart(chart)
        words = order_words.not_aligned(not_aligned, self._formats)
        self.not_aligned.setText(words)
        self.not_aligned.setVisible(bool(words))
        self._idle.start()

    @property
    def is_looking_ahead(self) -> bool:
        """Whether it is still working out, in idle moments, what the drawing of all cases needs."""
        return self._idle.isActive()

    def height_for(self, rows: int) -> int:
        """The height that shows so many cases whole."""
        words = self.not_aligned.sizeHint().height() if not self.not_aligned.isHidden() else 0
        bar = self.bar.heightForWidth(max(self.width(), self.bar.minimumSizeHint().width()))
        return self.drawing.height_for(rows) + _ABOVE + bar + _BELOW + words

    def _look_ahead(self) -> None:
        if not self._get_ready(IDLE_SECONDS):
            self._idle.stop()
