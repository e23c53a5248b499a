"""Keeps the table of figures up to date: what is in view at once, what it takes longer to know soon after."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.figures import Figure
from desktop_app.services.workspace import Step
from desktop_app.ui.context import Context
from desktop_app.ui.figures.narrowing import Narrowing
from desktop_app.ui.figures.rows import FigureRows, known_from
from desktop_app.ui.widgets.table import RecordTableView

AT_ONCE = 3_000
"""Of so many figures everything is shown at once; of more, what the lens changes in others follows soon."""
MANY = 1_000
"""Where more figures than this say something else, whole columns are looked at anew."""
_OF_LENS = ("source", "grade", "check")
"""The columns that may say something else of a figure when the lens is turned or others change."""
_PAUSE_MS = 8
_KNOWN_ON = "known on"


class Feeding(QObject):
    """Between the rows and the table."""

    settled = Signal()
    """What took longer to know has changed what is shown."""

    def __init__(
        self, context: Context, rows: FigureRows, table: RecordTableView, narrowing: Narrowing
    ) -> None:
        super().__init__(table)
        self._rows, self._table, self._narrowing = rows, table, narrowing
        self._is_shown = False
        self._differing: set[str] = set()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE_MS)
        self._later.timeout.connect(self._catch_up)
        context.checking.changed.connect(self._hear)

    def show(self) -> None:
        """Show all figures anew."""
        self._rows.refresh()
        self._differing.clear()
        self._is_shown = True
        self._narrowing.refresh()
        self._table.show_records(self._rows)
        self._table.narrow(_KNOWN_ON, known_from, self._rows.limit(), limit=True)

    def take(self, step: Step) -> None:
        """Follow a step: the rows that it touches. What is found of others is heard of."""
        touched = self._rows.take(step)
        if touched is None:
            self.show()
            return
        self._narrowing.refresh()
        if len(touched) > MANY and Figure not in step.touched.changed:
            self._table.expect_records(touched)
        else:
            self._table.change_records(touched)

    def turn(self) -> None:
        """Follow the lens."""
        differing = self._rows.turn()
        if differing is None:
            self.show()
            return
        self._table.narrow(_KNOWN_ON, known_from, self._rows.limit(), limit=True)
        self._table.viewport().update()
        self._show_soon(differing)

    def _hear(self, ids: frozenset[str]) -> None:
        """Something else is found of these records, figures among them."""
        if self._is_shown:
            self._show_soon(ids)

    def _show_soon(self, ids: set[str] | frozenset[str]) -> None:
        self._differing |= ids
        if len(self._rows) <= AT_ONCE:
            self._catch_up()
        else:
            self._later.start()

    def _catch_up(self) -> None:
        differing, self._differing = self._differing, set()
        if len(differing) > MANY:
            self._table.look_again(_OF_LENS)
        else:
            self._table.change_records(list(differing))
        self._narrowing.refresh()
        if differing:
            self.settled.emit()
