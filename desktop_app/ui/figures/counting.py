"""The small button under the measure that says how the number is counted, and lets it be chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy

from desktop_app.domain.dates import UNDATED, PartialDate, on_day
from desktop_app.domain.measures import Basis
from desktop_app.ui.theme.tokens import SMALL, scaled
from desktop_app.ui.widgets.buttons import Button
from desktop_app.words import date_sentences
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


@dataclass(frozen=True, slots=True)
class Counting:
    """A basis, and for a running total where it begins."""

    basis: Basis = Basis.FLOW
    since: PartialDate = UNDATED


class CountingButton(Button):
    """Says "running total since 6 Aug 2025" and opens the ways a number can be counted."""

    changed = Signal()
    otherDayWanted = Signal()
    """A running total from a day that is not in the menu."""

    def __init__(self, formats: Formats) -> None:
        super().__init__("", look="link")
        self.setObjectName("countingButton")
        self._formats = formats
        self._counting = Counting()
        self._whole = ""
        self._start = UNDATED
        self._year = 0
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self._ways = menu
        self.clicked.connect(self._open)
        self.setFont(scaled(self.font(), SMALL))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_counting(self._counting)

    @property
    def counting(self) -> Counting:
        """What is chosen."""
        return self._counting

    def offer(self, start: PartialDate, today: date) -> None:
        """Offer totals since the scheme began, and since the year began."""
        self._start, self._year = start, today.year

    def show_counting(self, counting: Counting) -> None:
        """Show this way of counting, without telling."""
        self._counting = counting
        how = words(counting, self._formats)
        self._whole = _("{how} ▾").format(how=how)
        self.setAccessibleName(_("Counted: {how}").format(how=how))
        self.setToolTip(how)
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for all its words."""
        return QSize(
            self.fontMetrics().horizontalAdvance(self._whole) + self._around(), super().sizeHint().height()
        )

    def minimumSizeHint(self) -> QSize:
        """Where there is no room, the words are cut and the tool tip has them all."""
        return QSize(self.fontMetrics().averageCharWidth() * 8, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words to the room there is."""
        super().resizeEvent(event)
        self._fit()

    def ways(self) -> list[Counting]:
        """What the menu offers."""
        totals = [Counting(Basis.CUMULATIVE, self._start)] if self._start.is_dated else []
        years = {self._year, self._year - 1} - {0, -1}
        totals += [
            Counting(Basis.CUMULATIVE, on_day(date(year, 1, 1))) for year in sorted(years, reverse=True)
        ]
        return [
            Counting(Basis.FLOW),
            *totals,
            Counting(Basis.CUMULATIVE),
            Counting(Basis.STOCK),
            Counting(Basis.TARGET),
        ]

    def _fit(self) -> None:
        room = self.width() - self._around()
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room))

    def _around(self) -> int:
        """What the frame and the padding of a link take, in pixels."""
        return self.fontMetrics().height() + 4

    def _open(self) -> None:
        self._ways.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _fill(self) -> None:
        self._ways.clear()
        for way in self.ways():
            action = self._ways.addAction(words(way, self._formats))
            action.setCheckable(True)
            action.setChecked(way == self._counting)
            action.triggered.connect(partial(self._choose, way))
        self._ways.addSeparator()
        self._ways.addAction(_("running total since another day…")).triggered.connect(self.otherDayWanted)

    def _choose(self, way: Counting, _checked: bool = False) -> None:
        self.show_counting(way)
        self.changed.emit()


def words(counting: Counting, formats: Formats) -> str:
    """How a number is counted, in a few words."""
    if counting.basis is Basis.CUMULATIVE and counting.since.is_dated:
        return _("running total since {start}").format(start=date_sentences.start(counting.since, formats))
    return {
        Basis.FLOW: _("in the period"),
        Basis.CUMULATIVE: _("running total, start not said"),
        Basis.STOCK: _("as it stood on the day"),
        Basis.TARGET: _("target"),
    }[counting.basis]
