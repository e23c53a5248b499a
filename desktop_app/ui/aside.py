"""A look beside the lens: as known on a day of its own, for a pinned chart or while days are replayed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from desktop_app.domain.case_lines import CaseLines
from desktop_app.domain.ledgers import Ledgers
from desktop_app.domain.readings import Known
from desktop_app.domain.records import Record
from desktop_app.domain.steps import Step
from desktop_app.domain.views import NOW, KnownOn, SafeToShow, Seen, Sight, View

R = TypeVar("R", bound=Record)


class SteadyView:
    """A view that stays the same object while what it shows changes: pages and their parts may keep it."""

    def __init__(self, below: View, account: Callable[[], Known], cases: Callable[[], CaseLines]) -> None:
        self.below = below
        self._account, self._cases = account, cases

    @property
    def account(self) -> Known:
        """What counts in it, kept up to date; `readings.known` finds it here."""
        return self._account()

    @property
    def cases(self) -> CaseLines:
        """The timelines of its cases, kept up to date; `case_lines` finds them here."""
        return self._cases()

    def every(self, kind: type[R]) -> Iterable[R]:
        """All records of a kind that are seen."""
        return self.below.every(kind)

    def get(self, kind: type[R], id: str) -> R | None:
        """One record, or None where it is absent or not seen."""
        return self.below.get(kind, id)


def steady_views(below: View, ledgers: Callable[[], Ledgers]) -> tuple[SteadyView, SteadyView]:
    """A view of what is below, and of the part of it that an audience may see, with the accounts of both."""
    seen = SteadyView(below, lambda: ledgers().seen, lambda: ledgers().seen_cases)
    public = SteadyView(SafeToShow(seen), lambda: ledgers().public, lambda: ledgers().public_cases)
    return seen, public


class Aside:
    """Turned from day to day as the lens is, so that another day costs only what was published between.

    Its views are the same objects whatever the day: who asks for one draws from it at once.
    """

    def __init__(self, workspace: View, beside: Ledgers) -> None:
        self._workspace = workspace
        self._beside = beside
        self._seen = NOW
        self._steady, self._public = steady_views(workspace, lambda: self._ledgers)
        self._ledgers = Ledgers(workspace, self._steady, beside)

    def on(self, day: date) -> tuple[View, View]:
        """What was known on a day, and the part of it that an audience may see."""
        seen = Seen(Sight.KNOWN_ON, day)
        if seen != self._seen:
            before, self._seen = self._seen, seen
            self._steady.below = KnownOn(self._workspace, day)
            self._ledgers.turn(before, seen)
        return self._steady, self._public

    def take(self, step: Step) -> None:
        """Follow a step that was kept in the workspace, after the lens's own account has."""
        self._ledgers.take(step)
