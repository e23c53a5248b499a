"""What changed between two days: figures added, revised and withdrawn, and what that does to the headline."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from desktop_app.domain.balance import BalancePoint
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.readings import known
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.views import KnownOn, Sight, View
from desktop_app.services.headline import Headline, headlines, latest_balance
from desktop_app.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Revised:
    """A figure in place of another: a later publication, or the same record corrected."""

    before: Figure
    now: Figure


@dataclass(frozen=True, slots=True)
class Moved:
    """A headline number on both days; None where nothing was known of it."""

    measure: str
    before: Headline | None
    now: Headline | None

    @property
    def differs(self) -> bool:
        """Whether another number would be said."""
        if self.before is None or self.now is None:
            return self.before is not self.now
        return (self.before.interval, self.before.to) != (self.now.interval, self.now.to)


@dataclass(frozen=True)
class Changes:
    """All that changed from one view to the other; the latest published first."""

    added: tuple[Figure, ...]
    revised: tuple[Revised, ...]
    withdrawn: tuple[Figure, ...]
    """Those that stood before and count no longer, with nothing in their place."""
    headlines: tuple[Moved, ...]
    balance: tuple[BalancePoint | None, BalancePoint | None]
    """Returned minus admitted, before and now."""

    @property
    def count(self) -> int:
        """How many figures changed."""
        return len(self.added) + len(self.revised) + len(self.withdrawn)


def what_changed(
    workspace: Workspace, first: date, second: date | None = None, sight: Sight = Sight.KNOWN_ON
) -> Changes:
    """What was published after `first` and not after `second` (None: all there is now).

    With the sight AS_STOOD: what was recorded, corrected or removed in this file in that time.
    """
    return between(seen_on(workspace, first, sight), seen_on(workspace, second, sight))


def seen_on(workspace: Workspace, day: date | None, sight: Sight) -> View:
    """The workspace as seen on a day; as it is now where no day is given."""
    if day is None or sight is Sight.NOW:
        return workspace
    return workspace.as_stood(day) if sight is Sight.AS_STOOD else KnownOn(workspace, day)


def between(earlier: View, later: View) -> Changes:
    """What changed from one view to the other."""
    before, now = known(earlier), known(later)
    old = {figure.id: figure for figure in earlier.every(Figure)}
    new = {figure.id: figure for figure in later.every(Figure)}
    stood = {figure.id for figure in before.standing}
    stands = {figure.id for figure in now.standing}
    revised = [
        Revised(old[figure.revises], figure)
        for id, figure in new.items()
        if id not in old and figure.revises in old and figure.rank is not Rank.DEPRECATED
    ]
    replaced = {one.now.id for one in revised}
    revised += [
        Revised(old[id], figure)
        for id, figure in new.items()
        if id in stood and id in stands and _differs(old[id], figure)
    ]
    added = [figure for id, figure in new.items() if id not in old and id not in replaced]
    gone = stood - stands - set(now.superseded)
    withdrawn = [figure for id, figure in old.items() if id in gone]
    scheme = next(iter(later.every(Scheme)), None) or next(iter(earlier.every(Scheme)), Scheme())
    return Changes(
        tuple(sorted(added, key=_published, reverse=True)),
        tuple(sorted(revised, key=lambda one: _published(one.now), reverse=True)),
        tuple(sorted(withdrawn, key=_published, reverse=True)),
        _moved(headlines(earlier, scheme), headlines(later, scheme)),
        (latest_balance(earlier, scheme), latest_balance(later, scheme)),
    )


def _differs(before: Figure, now: Figure) -> bool:
    """Whether the figure itself says something else: sources that have become known since do not matter."""
    return before is not now and replace(before, citations=()) != replace(now, citations=())


def _moved(before: list[Headline], now: list[Headline]) -> tuple[Moved, ...]:
    measures = dict.fromkeys(one.measure for one in (*now, *before))
    old, new = ({one.measure: one for one in found} for found in (before, now))
    return tuple(Moved(code, old.get(code), new.get(code)) for code in measures)


def _published(figure: Figure) -> tuple[date, str]:
    return (figure.published.latest or date.min, figure.id)
