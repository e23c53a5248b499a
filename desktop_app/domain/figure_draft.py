"""A figure being typed: texts as they stand in the form, and what is wrong with them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

from desktop_app.domain import amount_words, date_words
from desktop_app.domain.amount_words import AmountProblem, AmountReading
from desktop_app.domain.amounts import UNQUANTIFIED, Amount
from desktop_app.domain.dates import UNDATED, PartialDate, by, on_day
from desktop_app.domain.figures import Figure, Status
from desktop_app.domain.measures import Basis, Measure
from desktop_app.domain.problems import Problem, blocking
from desktop_app.domain.sources import Citation, Source


@dataclass(frozen=True, slots=True)
class FigureDraft:
    """The form's texts. `check` says what is wrong per field; `figure` makes the record."""

    measure: str = ""
    """Code of the measure."""
    value: str = ""
    date: str = ""
    basis: Basis = Basis.FLOW
    since: str = ""
    """Where a running total begins; does not count for other bases."""
    source: str = ""
    """What was typed for the source. It names a new one unless `source_id` says which it is."""
    source_id: str = ""
    speaker: str = ""
    status: Status = Status.UNVALIDATED
    note: str = ""
    published: str = ""
    """When the number was first published; left empty, the source's own day, else "by today"."""

    @classmethod
    def of(cls, figure: Figure) -> FigureDraft:
        """The draft that would make this figure again."""
        return cls(
            measure=figure.measure,
            value=_value_text(figure),
            date=figure.period_words or str(figure.period),
            basis=figure.basis,
            since=str(figure.counted_since),
            source_id=figure.citations[0].source if figure.citations else "",
            speaker=figure.speaker,
            status=figure.status,
            note=figure.note,
            published=str(figure.published),
        )

    @property
    def amount(self) -> AmountReading:
        """What is understood of the value; words without a number are an amount that is not quantified."""
        reading = amount_words.read(self.value)
        if reading.problem is AmountProblem.NOT_UNDERSTOOD and not _has_digit(self.value):
            return replace(reading, amount=UNQUANTIFIED, problem=None)
        return reading

    def check(
        self, today: datetime.date, *, measure: Measure | None = None, order: date_words.Order = None
    ) -> list[Problem]:
        """What is wrong, field by field, in the order of the form.

        A date that cannot be read is kept as written, and a source may come later: neither blocks.
        `measure` is the record of the draft's measure, None where there is no such measure.
        """
        problems = []
        if measure is None:
            problems.append(Problem("measure", "no measure"))
        problems.extend(self.value_problems(measure))
        for field, text, blocks in (
            ("date", self.date, False),
            # These two have no place where the words could be kept.
            ("since", self.since if self.basis is Basis.CUMULATIVE else "", True),
            ("published", self.published, True),
        ):
            reading = date_words.read(text, today=today, order=order)
            if reading.problem is not None:
                problems.append(Problem(field, reading.problem.value, blocks))
        if not self.date.strip():
            problems.append(Problem("date", "no date", blocks=False))
        if not (self.source.strip() or self.source_id):
            problems.append(Problem("source", "no source", blocks=False))
        return problems

    def value_problems(self, measure: Measure | None) -> list[Problem]:
        """What is wrong with the value alone."""
        reading = self.amount
        if reading.problem is AmountProblem.NOT_UNDERSTOOD:
            return [Problem("value", "number among words")]
        if reading.problem is not None:
            return [Problem("value", reading.problem.value)]
        if reading.amount is UNQUANTIFIED:
            return [Problem("value", AmountProblem.NOT_UNDERSTOOD.value, blocks=False)]
        if measure is not None and reading.unit not in (None, measure.unit):
            return [Problem("value", "other unit")]
        return []

    def figure(
        self,
        today: datetime.date,
        *,
        measure: Measure | None,
        source: Source | None = None,
        based_on: Figure | None = None,
        order: date_words.Order = None,
    ) -> Figure:
        """The record, citing `source`. Raises ValueError while a problem blocks.

        What was not typed anew stays as it is in `based_on`, with all that a form does not show. Where
        nothing says when the number was published, it was known by today at the latest.
        """
        if based_on is not None and self == FigureDraft.of(based_on):
            return based_on
        before = FigureDraft.of(based_on) if based_on else None
        if blocking(self._changed(before).check(today, measure=measure, order=order)):
            raise ValueError("the draft has a blocking problem")
        made = replace(
            based_on or Figure(),
            measure=self.measure,
            basis=self.basis,
            counted_since=self._since(based_on, before, today, order),
            speaker=self.speaker.strip(),
            status=self.status,
            note=self.note.strip(),
            citations=_citations(based_on, before, source),
        )
        made = self._with_amount(made, before)
        made = self._with_period(made, before, today, order)
        if before is None or self.published != before.published:
            made = replace(made, published=self._published(made, source, today, order))
        return made

    def _changed(self, before: FigureDraft | None) -> FigureDraft:
        """The draft with the fields that were not touched put beyond question: they hold as they are."""
        if before is None:
            return self
        value = "0" if self.value == before.value else self.value
        words = "" if self.date == before.date else self.date
        return replace(self, value=value, date=words)

    def _with_amount(self, made: Figure, before: FigureDraft | None) -> Figure:
        if before is not None and self.value == before.value:
            return made
        amount: Amount = self.amount.amount or UNQUANTIFIED
        return replace(made, amount=amount, amount_words=self.value.strip())

    def _with_period(
        self, made: Figure, before: FigureDraft | None, today: datetime.date, order: date_words.Order
    ) -> Figure:
        if before is not None and self.date == before.date:
            return made
        reading = date_words.read(self.date, today=today, order=order)
        words = "" if self.date.strip() == str(reading.date) else self.date.strip()
        # The cut-off belonged to the earlier period.
        return replace(made, period=reading.date, period_words=words, period_how=reading.how, data_to=UNDATED)

    def _since(
        self,
        based_on: Figure | None,
        before: FigureDraft | None,
        today: datetime.date,
        order: date_words.Order,
    ) -> PartialDate:
        untouched = before is not None and (self.basis, self.since) == (before.basis, before.since)
        if based_on is not None and untouched:
            return based_on.counted_since
        if self.basis is not Basis.CUMULATIVE:
            return UNDATED
        return date_words.read(self.since, today=today, order=order).date

    def _published(
        self, made: Figure, source: Source | None, today: datetime.date, order: date_words.Order
    ) -> PartialDate:
        given = date_words.read(self.published, today=today, order=order).date
        if given.is_dated:
            return given
        if source is not None and source.published.is_dated and _may_tell_of(source, made):
            return source.published
        return by(today)


def range_ends(value: str) -> tuple[str, str]:
    """The two numbers of a range as texts, for entering them as two dated values; empty where it is none."""
    reading = amount_words.read(value)
    amount = reading.amount
    if not reading.is_range or amount is None or amount.low is None or amount.high is None:
        return "", ""
    return str(Amount.exactly(amount.low)), str(Amount.exactly(amount.high))


def _has_digit(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def _value_text(figure: Figure) -> str:
    """The words of the number where they can be read back, else the number in a notation that can."""
    if amount_words.read(figure.amount_words).amount == figure.amount or not figure.amount.has_number:
        return figure.amount_words
    return str(figure.amount)


def _citations(
    based_on: Figure | None, before: FigureDraft | None, source: Source | None
) -> tuple[Citation, ...]:
    """The first citation names the source; the others, and what it says beside, stay."""
    kept = based_on.citations if based_on else ()
    if source is None or (before is not None and before.source_id == source.id):
        return kept
    others = tuple(citation for citation in kept[1:] if citation.source != source.id)
    return (Citation(source.id), *others)


def _may_tell_of(source: Source, figure: Figure) -> bool:
    """Whether the source came out no earlier than the days the figure is about begin."""
    first, last = figure.period.earliest or figure.period.latest, source.published.latest
    return first is None or last is None or on_day(last).sort_key >= on_day(first).sort_key
