"""A half-filled form of a statement: checks itself, and becomes a Statement when nothing blocks."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from desktop_app.domain import date_words
from desktop_app.domain.date_words import DateReading
from desktop_app.domain.problems import Problem, blocking
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Quotation
from desktop_app.domain.statements import Position, Statement


@dataclass(frozen=True, slots=True)
class StatementDraft:
    """The form's texts. `check` says what is wrong per field; `statement` makes the record.

    `source` is what stands in the source field and `source_id` the source it was chosen as, if it was; a
    citation is made of them by whoever keeps a new statement. Further ones are kept one by one.
    """

    words: str = ""
    quotation: Quotation = Quotation.PARAPHRASE
    original_words: str = ""
    language: str = "en"
    speaker: str = ""
    role: str = ""
    organisation: str = ""
    date: str = ""
    venue: str = ""
    topic: str = ""
    position: Position = Position.NEITHER
    answers: tuple[str, ...] = ()
    """Ids of what it answers."""
    disputes: tuple[str, ...] = ()
    """Ids of what it disputes."""
    same_utterance: str = ""
    """Id of another quotation of the same utterance."""
    source: str = ""
    source_id: str = ""
    note: str = ""
    sharing: Sharing = Sharing.CLEAR

    @classmethod
    def of(cls, statement: Statement) -> StatementDraft:
        """The draft that would make this statement again."""
        return cls(
            words=statement.words,
            quotation=statement.quotation,
            original_words=statement.original_words,
            language=statement.language,
            speaker=statement.speaker,
            role=statement.role,
            organisation=statement.organisation,
            date=statement.date_words or str(statement.date),
            venue=statement.venue,
            topic=statement.topic,
            position=statement.position,
            answers=statement.answers,
            disputes=statement.disputes,
            same_utterance=statement.same_utterance,
            note=statement.note,
            sharing=statement.sharing,
        )

    def reading(
        self, today: datetime.date, *, based_on: Statement | None = None, order: date_words.Order = None
    ) -> DateReading:
        """What the date says; words left as they were keep what was understood from them when written.

        "On Tuesday" was said of a week that today's reader would not guess.
        """
        if based_on is not None and self.date.strip() == (based_on.date_words or str(based_on.date)):
            return DateReading(based_on.date, based_on.date_how)
        return date_words.read(self.date, today=today, order=order)

    def check(
        self, today: datetime.date, *, based_on: Statement | None = None, order: date_words.Order = None
    ) -> list[Problem]:
        """What is wrong, field by field; an unreadable date is kept as written and does not block."""
        problems = []
        if not self.words.strip():
            problems.append(Problem("words", "statement without words"))
        if not self.speaker.strip():
            problems.append(Problem("speaker", "statement without speaker", blocks=False))
        if self.quotation is Quotation.TRANSLATED and not self.original_words.strip():
            problems.append(Problem("original_words", "translation without original", blocks=False))
        if self.position is not Position.NEITHER and not self.topic.strip():
            problems.append(Problem("topic", "position without topic", blocks=False))
        if not set(self.answers).isdisjoint(self.disputes):
            problems.append(Problem("links", "answered and disputed"))
        reading = self.reading(today, based_on=based_on, order=order)
        if reading.problem is not None:
            problems.append(Problem("date", reading.problem.value, blocks=False))
        return problems

    def statement(
        self, today: datetime.date, *, based_on: Statement | None = None, order: date_words.Order = None
    ) -> Statement:
        """The record, without the draft's source. Raises ValueError while a problem blocks."""
        if blocking(self.check(today, based_on=based_on, order=order)):
            raise ValueError("the draft has a blocking problem")
        understood = self.reading(today, based_on=based_on, order=order)
        written = self.date.strip()
        base = based_on or Statement()
        return replace(
            base,
            words=self.words.strip(),
            quotation=self.quotation,
            original_words=self.original_words.strip(),
            language=self.language.strip(),
            speaker=self.speaker.strip(),
            role=self.role.strip(),
            organisation=self.organisation.strip(),
            date=understood.date,
            date_words="" if written == str(understood.date) else written,
            date_how=understood.how,
            venue=self.venue.strip(),
            topic=self.topic.strip(),
            position=self.position,
            answers=_others(self.answers, base.id),
            disputes=_others(self.disputes, base.id),
            same_utterance="" if self.same_utterance == base.id else self.same_utterance,
            note=self.note.strip(),
            sharing=self.sharing,
        )


def _others(ids: tuple[str, ...], own: str) -> tuple[str, ...]:
    """The ids, each once and without the statement's own: nothing answers itself."""
    return tuple(id for id in dict.fromkeys(ids) if id != own)
