"""What of a workspace may be seen: as known on a day, or safe to show to an audience.

Pages, charts, exports and the presenter take a `View`, never the workspace: what a view leaves out
cannot leak.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from typing import Any, Protocol, TypeVar

from desktop_app.domain.answers import Answer
from desktop_app.domain.attachments import Attachment
from desktop_app.domain.cases import Case
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.events import Event
from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Measure
from desktop_app.domain.records import Record
from desktop_app.domain.rules import Rule
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation, Source
from desktop_app.domain.statements import Statement

R = TypeVar("R", bound=Record)


class View(Protocol):
    """Read access to records."""

    def every(self, kind: type[R]) -> Iterable[R]:
        """All records of a kind, in order of entry."""
        ...

    def get(self, kind: type[R], id: str) -> R | None:
        """One record, or None."""
        ...


class Sight(Enum):
    """What the day of a view means."""

    NOW = "now"
    KNOWN_ON = "known on"
    """What was published on or before the day."""
    AS_STOOD = "as stood"
    """What had been recorded in the file by the end of the day."""


@dataclass(frozen=True, slots=True)
class Seen:
    """From when a view is seen; `day` is None for now."""

    sight: Sight = Sight.NOW
    day: date | None = None


NOW = Seen()


@dataclass(frozen=True)
class KnownOn:
    """The workspace as known on a day: what was published on or before it.

    - A figure is known from its publication on; one without a publication day is known from nowhere.
    - A source is known from its publication on; an undated one stays. What is known may cite only what is
      known: citations of later sources are left out.
    - An event is known from the first publication among the sources that it cites, or from its own day where
      none of them is dated. A statement or a rule is known from the earlier of the two, and an undated rule
      stays.
    - A case is known with the first of its events; one without any events stays.
    - A field note is known from the day it tells of, an answer from the first publication that it cites; an
      undated one of either stays.
    - What is kept with a record is known with that record.

    Schemes, measures, saved charts and accepted findings stay: they describe, they do not count.
    """

    below: View
    day: date

    def every(self, kind: type[R]) -> Iterable[R]:
        """Records of a kind that were known on the day."""
        below = self.below.every(kind)
        if kind is Figure:
            # A hundred thousand of these: the most frequent question is asked first, and in one place.
            day = self.day
            below = [one for one in below if (at := one.published.latest) is not None and at <= day]  # type: ignore[union-attr]
        elif kind is Case:
            below = self._cases(below)
        elif kind in _FROM_A_DAY:
            below = [record for record in below if self._known(record)]
        else:
            return below
        if kind not in _CITING:
            return below
        later = self._later_sources(below)
        return [_without(record, later) for record in below] if later else below

    def get(self, kind: type[R], id: str) -> R | None:
        """One record, or None where it is absent or was not known."""
        record = self.below.get(kind, id)
        if record is None or not self._known(record):
            return None
        cited = {citation.source for citation in getattr(record, "citations", ())}
        later = {id for id in cited if self._is_later(id)}
        return _without(record, later) if later else record

    def _known(self, record: Record) -> bool:
        rule = _FROM_A_DAY.get(type(record))
        return rule is None or rule(self, record)

    def _has_come(self, when: PartialDate, undated: bool = True) -> bool:
        """Whether a day that is known only vaguely is over for certain; an open end counts from its start."""
        last = when.latest or when.earliest
        return undated if last is None else last <= self.day

    def _later_sources(self, citing: Collection[Record]) -> set[str]:
        """Ids of the sources, among those that these records may cite, that had not been published."""
        if len(citing) < _FEW:
            cited = {citation.source for record in citing for citation in getattr(record, "citations", ())}
            return {id for id in cited if self._is_later(id)}
        return {source.id for source in self.below.every(Source) if not self._has_come(source.published)}

    def _is_later(self, source: str) -> bool:
        found = self.below.get(Source, source)
        return found is not None and not self._has_come(found.published)

    def _published(self, record: Event | Statement | Rule | Answer) -> bool | None:
        """Whether one of its sources was published by the day; None where none of them has a date."""
        found = (self.below.get(Source, citation.source) for citation in record.citations)
        dated = [source.published for source in found if source is not None and source.published.is_dated]
        return any(self._has_come(published) for published in dated) if dated else None

    def _figure(self, figure: Figure) -> bool:
        published = figure.published.latest
        return published is not None and published <= self.day

    def _source(self, source: Source) -> bool:
        return self._has_come(source.published)

    def _event(self, event: Event) -> bool:
        published = self._published(event)
        return self._has_come(event.date, undated=False) if published is None else published

    def _statement(self, statement: Statement) -> bool:
        return bool(self._published(statement)) or self._has_come(statement.date, undated=False)

    def _rule(self, rule: Rule) -> bool:
        published = self._published(rule)
        begun = rule.in_force.earliest
        if begun is None:
            return published is not False
        return bool(published) or begun <= self.day

    def _field_note(self, note: FieldNote) -> bool:
        return self._has_come(note.date)

    def _answer(self, answer: Answer) -> bool:
        return self._published(answer) is not False

    def _case(self, case: Case) -> bool:
        own = [event for event in self.below.every(Event) if event.case == case.id]
        return not own or any(self._event(event) for event in own)

    def _cases(self, cases: Iterable[R]) -> list[R]:
        """The same for all cases at once: their events are looked through only once."""
        events = list(self.below.every(Event))
        unknown = {event.case for event in events} - {one.case for one in events if self._event(one)}
        return [case for case in cases if case.id not in unknown]

    def _attachment(self, attachment: Attachment) -> bool:
        source = self.below.get(Source, attachment.record)
        if source is not None:
            return self._source(source)
        note = self.below.get(FieldNote, attachment.record)
        if note is not None:
            return self._field_note(note)
        event = self.below.get(Event, attachment.record)
        return event is None or self._event(event)


_FROM_A_DAY: dict[type[Any], Callable[[KnownOn, Any], bool]] = {
    Figure: KnownOn._figure,
    Source: KnownOn._source,
    Event: KnownOn._event,
    Statement: KnownOn._statement,
    Rule: KnownOn._rule,
    FieldNote: KnownOn._field_note,
    Answer: KnownOn._answer,
    Case: KnownOn._case,
    Attachment: KnownOn._attachment,
}
"""The kinds that are known only from some day on."""

_CITING = (Figure, Event, Statement, Rule, Answer)
_FEW = 500
"""What so many records cite is looked up one by one; for more, all sources are gone through."""


def _without(record: R, sources: set[str]) -> R:
    """The record without its citations of these sources; the record itself where it has none."""
    citations: tuple[Citation, ...] = getattr(record, "citations", ())
    if all(citation.source not in sources for citation in citations):
        return record
    kept = tuple(citation for citation in citations if citation.source not in sources)
    changes: dict[str, Any] = {"citations": kept}
    return replace(record, **changes)


def publication_days(view: View) -> list[date]:
    """The days on which something was published or said, earliest first: those worth stepping through."""
    days = {figure.published.latest for figure in view.every(Figure)}
    days |= {source.published.latest for source in view.every(Source)}
    days |= {statement.date.latest for statement in view.every(Statement)}
    return sorted(day for day in days if day is not None)


_PUBLIC_KINDS = (Scheme, Measure)
"""The kinds that carry no sharing level because they hold public facts only."""

_OF_CASES = (Event, Answer)
"""The kinds that belong to a case, and are as private as it is."""

_NEVER_SHOWN: dict[type[Any], str] = {Case: "name", FieldNote: "observer"}
"""The field of a kind that names somebody, beside its note."""


@dataclass(frozen=True)
class SafeToShow:
    """The workspace for an audience: records of level clear only, without notes and private sources.

    An allow-list: what is not known to be public is left out. An event or an answer is public only if its
    case is, a citation only if its source is, a kept copy only if what it is evidence for is. Names of cases
    and initials of observers are left out of what is public.
    """

    below: View

    def every(self, kind: type[R]) -> Iterable[R]:
        """The public records of a kind, stripped of notes and of citations of sources that are not public."""
        below = list(self.below.every(kind))
        sources = self._clear_sources(below) if kind in _CITING else set()
        of_cases = kind in _OF_CASES
        cases = {case.id for case in self.below.every(Case) if _is_clear(case)} if of_cases else set()
        shown = [_stripped(record, sources) for record in below if _may_be_shown(record, cases)]
        return [record for record in shown if self._evidences(record)] if kind is Attachment else shown

    def get(self, kind: type[R], id: str) -> R | None:
        """One public record, stripped in the same way, or None."""
        record = self.below.get(kind, id)
        if record is None:
            return None
        of_case = isinstance(record, _OF_CASES) and record.case
        case = self.below.get(Case, of_case) if of_case else None
        cases = {case.id} if case is not None and _is_clear(case) else set()
        if not _may_be_shown(record, cases) or not self._evidences(record):
            return None
        cited = {citation.source for citation in getattr(record, "citations", ())}
        found = (self.below.get(Source, source) for source in cited)
        return _stripped(record, {source.id for source in found if source is not None and _is_clear(source)})

    def _clear_sources(self, citing: Iterable[Record]) -> set[str]:
        """Ids of the public sources among those that these records cite."""
        cited = {citation.source for record in citing for citation in getattr(record, "citations", ())}
        found = (self.below.get(Source, id) for id in cited)
        return {source.id for source in found if source is not None and _is_clear(source)}

    def _evidences(self, record: Record) -> bool:
        """Whether a kept copy is of something public; other records are of themselves."""
        if not isinstance(record, Attachment):
            return True
        return any(self.get(kind, record.record) is not None for kind in (Source, Event, FieldNote))


def _may_be_shown(record: Record, clear_cases: set[str]) -> bool:
    if isinstance(record, _OF_CASES) and record.case and record.case not in clear_cases:
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
    named = _NEVER_SHOWN.get(type(record))
    if named is not None and getattr(record, named):
        changes[named] = ""
    citations: tuple[Citation, ...] = getattr(record, "citations", ())
    if any(citation.note or citation.source not in clear_sources for citation in citations):
        changes["citations"] = tuple(
            replace(citation, note="") for citation in citations if citation.source in clear_sources
        )
    return replace(record, **changes) if changes else record
