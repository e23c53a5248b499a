"""Everything that may lie over the chart before a room, each in its place and as large as the screen asks."""

from __future__ import annotations

from operator import attrgetter

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QCursor
from PySide6.QtWidgets import QWidget

from desktop_app.charts.looks.style import STAGE, STAGE_SIZE
from desktop_app.ui.presenter import steering
from desktop_app.ui.presenter.covers import LETTER, Blank, KeysSheet, SourcesNote, keys, sized
from desktop_app.ui.presenter.fronts import Fronts
from desktop_app.ui.presenter.live import LiveMark
from desktop_app.ui.presenter.over_chart import LaserDot, ValuesSheet
from desktop_app.ui.presenter.scenes import Running
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.ui.widgets.table import RecordTableView
from desktop_app.words.formats import Formats

LOWEST = 0.75
"""Where the foot of the window begins, as a share of its height."""


class LyingOver:
    """The parts over one window; of each only a few are shown at a time."""

    def __init__(
        self, window: QWidget, fronts: Fronts, caption: TextLabel, running: Running | None, formats: Formats
    ) -> None:
        self._window, self._fronts, self._caption = window, fronts, caption
        self.live = LiveMark(window, running, formats)
        self.live.reworded.connect(self._place_live)
        self.sources = SourcesNote(window)
        self.values = ValuesSheet(window, formats)
        self.laser = LaserDot(window)
        self.keys = KeysSheet(window, keys() if running is None else steering.talk_keys())
        self.blank = Blank(window)

    @property
    def factor(self) -> float:
        """How large this screen is beside one of 1920 by 1080."""
        size = self._window.size()
        return max(0.2, min(size.width() / STAGE_SIZE[0], size.height() / STAGE_SIZE[1]))

    @property
    def is_covered(self) -> bool:
        """Whether the next key only brings the chart back."""
        return self.blank.isVisible() or self.keys.isVisible()

    def lift(self) -> None:
        """Take away what covers the chart."""
        self.blank.hide()
        self.keys.hide()
        self._fronts.take_keys()

    def put_away(self) -> None:
        """Take away what was told of the chart before."""
        self.sources.hide()
        self.values.put_away()
        self.laser.raise_()

    def blacken(self) -> None:
        """Have the room look at the speaker: black."""
        self.blank.cover(QColor("black"))

    def whiten(self) -> None:
        """Have the room look at the speaker: white."""
        self.blank.cover(QColor("white"))

    def light_laser(self) -> None:
        """Light the laser dot where the mouse is, or put it out."""
        self.laser.toggle(self.factor, self._window.mapFromGlobal(QCursor.pos()))

    def point(self, at: QPointF) -> None:
        """Have the laser dot, where it is lit, point at a place given in shares of the picture's size."""
        if self.laser.isVisible():
            size, corner = self._fronts.size(), self._fronts.pos()
            self.laser.point(corner + QPoint(round(at.x() * size.width()), round(at.y() * size.height())))

    def show_keys(self) -> None:
        """Lay the keys over the middle."""
        self.keys.raise_()
        self.keys.show()
        self.keys.fit(self.factor)
        self.keys.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_values(self) -> RecordTableView | None:
        """Lay the chart's values over it, or take them away; answers with a table that was just laid."""
        chart = self._fronts.chart
        if self.values.isVisible() or chart is None:
            self.values.put_away()
            self._fronts.take_keys()
            return None
        table = self.values.tell(chart, self.factor)
        table.setFocus(Qt.FocusReason.OtherFocusReason)
        return table

    def place(self) -> None:
        """Put everything where it belongs in a window of this size."""
        factor = self.factor
        margin = STAGE.margin * factor
        self.blank.setGeometry(self._window.rect())
        self.laser.setGeometry(self._window.rect())
        sized(self._caption, LETTER * 1.15 * factor)
        self._caption.setContentsMargins(round(margin), round(margin * 0.4), round(margin), 0)
        self._fronts.words.fit(factor)
        self._place_live()
        self.keys.fit(factor)
        self.sources.fit(factor)
        self.values.fit(factor)

    def _place_live(self) -> None:
        factor, size = self.factor, self._window.size()
        margin = STAGE.margin * factor
        sized(self.live, LETTER * factor)
        self.live.adjustSize()
        # The footer; a chart of nothing has none.
        above = self._fronts.y()
        low = (text.box for text in self._fronts.texts if text.box.y + above > size.height() * LOWEST)
        foot = max(low, key=attrgetter("bottom"), default=None)
        left = round(size.width() - margin - self.live.width())
        middle = size.height() - margin * 0.36
        if foot is not None and foot.right + margin < left:
            middle = above + foot.y + foot.height / 2
        self.live.move(left, round(middle - self.live.height() / 2))
