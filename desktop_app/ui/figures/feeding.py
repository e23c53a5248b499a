"""Keeps the table of figures up to date: what is in view at once, what it takes longer to know soon after."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.services.workspace import Step
from desktop_app.ui.context import Context
from desktop_app.ui.figures.narrowing import Narrowing
from desktop_app.ui.figures.rows import FigureRows, known_from
from desktop_app.ui.widgets.table import RecordTableView

AT_ONCE = 3_000
"""Of so many figures everything is worked out at once; of more the checks follow in idle moments."""
MANY = 1_000
"""Where more figures than this say something else, whole columns are looked at anew."""
_OF_LENS = ("source", "grade", "check")
"""The columns that may say something else of a figure when the lens is turned or others change."""
_PAUSE_MS, _SLICE = 8, 0.006
_KNOWN_ON = "known on"


class Feeding(QObject):
    """Between the rows and the table."""

    settled = Signal()
    """What took longer to know has changed what is shown."""

    def __init__(
        self, context: Context, rows: FigureRows, table: RecordTableView, narrowing: Narrowing
    ) -> None:
        super().__init__(table)
        self._context, self._rows, self._table, self._narrowing = context, rows, table, narrowing
        self._differing: set[str] = set()
        self._arriving: list[str] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._catch_up)

    def show(self) -> None:
        """Show all figures anew."""
        self._rows.refresh()
        self._differing.clear()
        self._arriving.clear()
        few = len(self._rows) <= AT_ONCE
        if few:
            self._rows.catch_up(float("inf"), self._context.as_of)
        self._narrowing.refresh()
        self._table.show_records(self._rows)
        self._table.narrow(_KNOWN_ON, known_from, self._rows.limit(), limit=True)
        if not few:
            self._later.start(_PAUSE_MS)

    def take(self, step: Step) -> None:
        """Follow a step: the rows it touches now, what follows for others when that is known."""
        touched = self._rows.take(step)
        if touched is None:
            self.show()
            return
        if len(self._rows) <= AT_ONCE:
            touched = [*touched, *self._rows.catch_up(float("inf"), self._context.as_of)]
            self._narrowing.refresh()
        ids = list(dict.fromkeys(touched))
        if len(ids) > MANY:
            # What has gone must go at once; what comes may come in slices.
            gone = {edit.id for edit in step.edits if edit.after is None}
            self._arriving += [each for each in ids if each not in gone]
            ids = list(gone)
        self._table.change_records(ids)
        if self._arriving or self._rows.is_late:
            self._later.start(_PAUSE_MS)

    def turn(self) -> None:
        """Follow the lens."""
        differing = self._rows.turn()
        if differing is None:
            self.show()
            return
        self._differing |= differing
        self._table.narrow(_KNOWN_ON, known_from, self._rows.limit(), limit=True)
        self._table.viewport().update()
        if len(self._rows) <= AT_ONCE:
            self._catch_up(float("inf"))
        else:
            self._later.start(_PAUSE_MS)

    def _catch_up(self, seconds: float = _SLICE) -> None:
        if self._arriving:
            self._table.change_records([each for each in self._arriving[:MANY] if each in self._rows])
            del self._arriving[:MANY]
            self._later.start(_PAUSE_MS)
            return
        differing = self._differing | self._rows.catch_up(seconds, self._context.as_of)
        self._differing = set()
        if len(differing) > MANY:
            self._table.look_again(_OF_LENS)
        else:
            self._table.change_records(list(differing))
        self._narrowing.refresh()
        if self._rows.is_late:
            self._later.start(_PAUSE_MS)
        elif differing:
            self.settled.emit()
