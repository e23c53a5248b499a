"""What of a workspace may be seen: as known on a day, or safe to show to an audience.

Pages, charts, exports and the presenter take a `View`, never the workspace: what a view leaves out
cannot leak.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Protocol, TypeVar

from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Measure
from desktop_app.domain.records import Record
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation, Source

R = TypeVar("R", bound=Record)


class View(Protocol):
    """Read access to records."""

    def every(self, kind: type[R]) -> Iterable[R]:
        """All records of a kind, in order of entry."""
        ...

    def get(self, kind: type[R], id: str) -> R | None:
        """One record, or None."""
        ...


@dataclass(frozen=True)
class KnownOn:
    """The workspace as known on a day: figures published on or before it.

    A figure without a publication day is known from nowhere and left out. Records of other kinds stay:
    they describe, they do not count.
    """

    below: View
    day: date

    def every(self, kind: type[R]) -> Iterable[R]:
        """Records of a kind that were known on the day."""
        below = self.below.every(kind)
        return [record for record in below if self._known(record)] if kind is Figure else below

    def get(self, kind: type[R], id: str) -> R | None:
        """One record, or None where it is absent or was not known."""
        record = self.below.get(kind, id)
        return record if record is not None and self._known(record) else None

    def _known(self, record: Record) -> bool:
        if not isinstance(record, Figure):
            return True
        latest = record.published.latest
        return latest is not None and latest <= self.day


_PUBLIC_KINDS = (Scheme, Measure)
"""The kinds that carry no sharing level because they hold public facts only."""


@dataclass(frozen=True)
class SafeToShow:
    """The workspace for an audience: records of level clear only, without notes and private sources.

    An allow-list: what is not known to be public is left out. An event is public only if its case is, a
    citation only if its source is.
    """

    below: View

    def every(self, kind: type[R]) -> Iterable[R]:
        """The public records of a kind, stripped of notes and of citations of sources that are not public."""
        sources = {source.id for source in self.below.every(Source) if _is_clear(source)}
        cases = {case.id for case in self.below.every(Case) if _is_clear(case)} if kind is Event else set()
        return [
            _stripped(record, sources) for record in self.below.every(kind) if _may_be_shown(record, cases)
        ]

    def get(self, kind: type[R], id: str) -> R | None:
        """One public record, stripped in the same way, or None."""
        record = self.below.get(kind, id)
        if record is None:
            return None
        case = self.below.get(Case, record.case) if isinstance(record, Event) and record.case else None
        cases = {case.id} if case is not None and _is_clear(case) else set()
        if not _may_be_shown(record, cases):
            return None
        cited = {citation.source for citation in getattr(record, "citations", ())}
        found = (self.below.get(Source, source) for source in cited)
        return _stripped(record, {source.id for source in found if source is not None and _is_clear(source)})


def _may_be_shown(record: Record, clear_cases: set[str]) -> bool:
    if isinstance(record, Event) and record.case and record.case not in clear_cases:
        return False
    return _is_clear(record)


def _is_clear(record: Record) -> bool:
    sharing = getattr(record, "sharing", None)
    return isinstance(record, _PUBLIC_KINDS) if sharing is None else sharing is Sharing.CLEAR


def _stripped(record: R, clear_sources: set[str]) -> R:
    """The record itself where it has nothing private, for a step makes thousands of these."""
    changes: dict[str, Any] = {}
    if getattr(record, "note", ""):
        changes["note"] = ""
    citations: tuple[Citation, ...] = getattr(record, "citations", ())
    if any(citation.note or citation.source not in clear_sources for citation in citations):
        changes["citations"] = tuple(
            replace(citation, note="") for citation in citations if citation.source in clear_sources
        )
    return replace(record, **changes) if changes else record
