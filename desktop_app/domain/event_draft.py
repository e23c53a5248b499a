"""A half-filled form of an event: checks itself, and becomes an Event when nothing blocks."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field, replace

from desktop_app.domain import date_words, near_dates
from desktop_app.domain.date_words import DateReading
from desktop_app.domain.events import Event, EventKind, Verification
from desktop_app.domain.problems import Problem, blocking
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Stance


@dataclass(frozen=True, slots=True)
class EventDraft:
    """The form's texts. `check` says what is wrong per field; `event` makes the record.

    `source` is what stands in the source field and `source_id` the source it was chosen as, if it was;
    citations are made of them by whoever keeps the event.
    """

    kind: EventKind | None = None
    date: str = ""
    summary: str = ""
    place: str = ""
    authority: str = ""
    source: str = ""
    source_id: str = ""
    stance: Stance = Stance.ASSERTS
    """What that source does with the event."""
    verification: Verification = Verification.UNKNOWN
    note: str = ""
    sharing: Sharing = Sharing.AMBER
    around: near_dates.Stretch | None = field(default=None, compare=False)
    """The days of the case's other events: a date without a year is of the nearest year."""

    @classmethod
    def of(cls, event: Event, source: str = "") -> EventDraft:
        """The draft that would make this event again; `source` names its first citation."""
        return cls(
            kind=event.kind,
            date=event.date_words or str(event.date),
            summary=event.summary,
            place=event.place,
            authority=event.authority,
            source=source,
            source_id=event.citations[0].source if event.citations else "",
            stance=event.citations[0].stance if event.citations else Stance.ASSERTS,
            verification=event.verification,
            note=event.note,
            sharing=event.sharing,
        )

    def reading(
        self, today: datetime.date, *, based_on: Event | None = None, order: date_words.Order = None
    ) -> DateReading:
        """What the date says; words left as they were keep what was understood from them when written.

        "September 19" was said of a year that today's reader would not guess.
        """
        if based_on is not None and self.date.strip() == (based_on.date_words or str(based_on.date)):
            return DateReading(based_on.date, based_on.date_how)
        return near_dates.read(self.date, self.around, today=today, order=order)

    def check(
        self, today: datetime.date, *, based_on: Event | None = None, order: date_words.Order = None
    ) -> list[Problem]:
        """What is wrong, field by field; an unreadable date is kept as written and does not block."""
        problems = []
        if self.kind is None:
            problems.append(Problem("kind", "event without type"))
        reading = self.reading(today, based_on=based_on, order=order)
        if reading.problem is not None:
            problems.append(Problem("date", reading.problem.value, blocks=False))
        return problems

    def event(
        self,
        today: datetime.date,
        *,
        case: str,
        based_on: Event | None = None,
        order: date_words.Order = None,
    ) -> Event:
        """The record, for the case of that id. Raises ValueError while a problem blocks."""
        if self.kind is None or blocking(self.check(today, based_on=based_on, order=order)):
            raise ValueError("the draft has a blocking problem")
        understood = self.reading(today, based_on=based_on, order=order)
        words = self.date.strip()
        return replace(
            based_on or Event(),
            case=case,
            kind=self.kind,
            date=understood.date,
            date_words="" if words == str(understood.date) else words,
            date_how=understood.how,
            summary=self.summary.strip(),
            place=self.place.strip(),
            authority=self.authority.strip(),
            verification=self.verification,
            note=self.note.strip(),
            sharing=self.sharing,
        )
