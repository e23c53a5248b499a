"""The check of what is seen, kept current in idle moments: one account for all who tell of findings."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sized
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.domain.acceptances import Acceptance
from desktop_app.domain.figures import Figure
from desktop_app.services.workspace import Step, Workspace
from desktop_app.ui.lens import Lens
from desktop_app.ui.turns import TURNS

if TYPE_CHECKING:
    from desktop_app.domain.checks.check import Checker
    from desktop_app.domain.checks.findings import Finding
    from desktop_app.domain.checks.ledger import Ledger

AT_ONCE = 3_000
"""In a ledger of so many figures a step is checked at once; in a larger one in idle moments after it."""
TURNED_AT_ONCE = 1_000
"""In a ledger of so many figures all is gone through again at once when the lens is turned."""
_SLICE, _PAUSE_MS, _AT_REST_MS = 0.002, 4, 120


class Checking(QObject):
    """The findings of the view through the lens, and which of them somebody has accepted.

    Nothing is looked at before somebody asks.
    """

    changed = Signal(object)
    """The findings, or what is accepted of them, are not what they were; carries the ids of the records of
    which something else is found. Also once all has been looked at."""

    def __init__(
        self, workspace: Workspace, lens: Lens, today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace, self._lens, self._today = workspace, lens, today
        self._checker: Checker | None = None
        self._steps: Iterator[int] | None = None
        self._by_key: dict[str, Acceptance] | None = None
        self._to_look_at: list[Finding] | None = None
        self._asking: set[str] | None = None
        self._turned = False
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._look)
        lens.changed.connect(self._turn)

    @property
    def findings(self) -> list[Finding]:
        """All that is found, in order; in a small ledger complete, in a large one as far as it has been gone
        through. Not to be changed.
        """
        return self._ready.findings

    @property
    def is_settled(self) -> bool:
        """Whether the findings are those of the view as it is now."""
        return self._ready.is_done and not self._turned

    @property
    def ledger(self) -> Ledger:
        """The records as the rules see them: what a sentence is checked against, once all is settled."""
        return self._ready.ledger

    @property
    def to_look_at(self) -> list[Finding]:
        """The findings that ask for a look and that nobody has accepted."""
        if self._to_look_at is None:
            self._to_look_at = [finding for finding in self.findings if self.asks(finding)]
        return self._to_look_at

    @property
    def figures_to_look_at(self) -> int:
        """How many figures are concerned by what asks for a look."""
        return len(self._figures_asking())

    def asks(self, finding: Finding) -> bool:
        """Whether a finding asks for a look: it is more than a remark, and nobody has accepted it."""
        return finding.severity != "info" and self.acceptance(finding) is None

    def asks_for_a_look(self, figure: str) -> bool:
        """Whether anything that concerns a figure asks for a look."""
        return figure in self._figures_asking()

    def of_record(self, id: str) -> tuple[Finding, ...]:
        """The findings that concern a record, accepted ones among them."""
        return self._ready.of_record(id)

    def of_records(self, ids: Iterable[str]) -> Iterator[Finding]:
        """The findings that concern any of these records; one that concerns several comes several times."""
        of_record = self._ready.of_record
        return (finding for id in ids for finding in of_record(id))

    def acceptance(self, finding: Finding) -> Acceptance | None:
        """Why somebody has accepted a finding; None where nobody has."""
        if self._by_key is None:
            self._by_key = {one.finding: one for one in self._workspace.every(Acceptance)}
        return self._by_key.get(finding.key) if self._by_key else None

    def heed(self, step: Step) -> None:
        """Follow a step that was kept."""
        accepts = Acceptance in step.kinds
        if accepts:
            self._by_key = None
            self._forget_counts()
        if self._checker is None:
            return
        if step.kinds != {Acceptance}:
            self._checker.note(step)
            if self._is_small:
                self._finish()
            else:
                self._idle.start(_PAUSE_MS)
        if accepts:
            self._tell(self._accepted_in(step))
        elif self._is_small:
            self._tell()

    def finish(self) -> None:
        """Go through all that is left at once, however long that takes: for a picture of the window."""
        if not self.is_settled:
            self._finish()
            self._tell()

    def close(self) -> None:
        """Look at nothing any more."""
        self._idle.stop()

    @property
    def _ready(self) -> Checker:
        if self._checker is None:
            self._begin()
            if self._is_small:
                self._finish()
        assert self._checker is not None
        return self._checker

    @property
    def _is_small(self) -> bool:
        return self._size <= AT_ONCE

    @property
    def _size(self) -> int:
        figures: Iterable[Figure] = self._workspace.every(Figure)
        return len(figures) if isinstance(figures, Sized) else sum(1 for _figure in figures)

    def _begin(self) -> None:
        # The rules take a while to load, and the first page is shown without them.
        from desktop_app.domain.checks.check import Checker

        self._checker = Checker(self._lens.view, self._day, wait=True)
        self._idle.start(_PAUSE_MS)

    @property
    def _day(self) -> date:
        return self._lens.day or self._today()

    def _turn(self) -> None:
        if self._checker is not None:
            self._turned = True
            if self._size <= TURNED_AT_ONCE:
                self._finish()
                self._tell()
            else:
                self._idle.start(_AT_REST_MS)

    def _begin_again(self, checker: Checker) -> None:
        if self._turned:
            self._turned = False
            checker.begin_again(self._day)

    def _finish(self) -> None:
        if self._checker is not None:
            self._begin_again(self._checker)
            for _left in self._checker.steps():
                pass
        self._forget_counts()

    def _look(self) -> None:
        """Look for a moment; tell when all has been looked at."""
        if self._checker is None:
            return
        if not TURNS.is_free:
            self._idle.start(_PAUSE_MS)
            return
        with TURNS.taken():
            self._begin_again(self._checker)
            end = time.perf_counter() + _SLICE
            for _left in self._checker.steps():
                if time.perf_counter() >= end:
                    break
        if self._checker.is_done:
            self._tell()
        else:
            self._idle.start(_PAUSE_MS)

    def _tell(self, also: frozenset[str] = frozenset()) -> None:
        self._forget_counts()
        moved = frozenset() if self._checker is None else self._checker.moved()
        self.changed.emit(moved | also)

    def _accepted_in(self, step: Step) -> frozenset[str]:
        """Ids of the records whose findings a step accepts, or takes acceptance from."""
        keys = {
            record.finding
            for edit in step.edits
            for record in (edit.before, edit.after)
            if isinstance(record, Acceptance)
        }
        return frozenset(id for one in self.findings if one.key in keys for id in one.records)

    def _forget_counts(self) -> None:
        self._to_look_at = self._asking = None

    def _figures_asking(self) -> set[str]:
        if self._asking is None:
            get = self._lens.view.get
            ids = {id for finding in self.to_look_at for id in finding.records}
            self._asking = {id for id in ids if get(Figure, id) is not None}
        return self._asking
