"""A field note being typed: texts as they stand in the form, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from desktop_app.domain import amount_words, coordinates, date_words, moment_words
from desktop_app.domain.amount_words import AmountProblem
from desktop_app.domain.amounts import UNQUANTIFIED, Amount
from desktop_app.domain.dates import UNDATED, Obtained, on_day
from desktop_app.domain.field_notes import FieldNote, Force, HowKnown, PlacePrecision
from desktop_app.domain.moment_words import MomentReading
from desktop_app.domain.problems import Problem, blocking
from desktop_app.domain.sharing import Sharing

COUNTS = ("people", "children", "boats")
"""The fields that hold a number in words."""


@dataclass(frozen=True, slots=True)
class FieldNoteDraft:
    """The form's texts. `check` says what is wrong per field; `note` makes the record.

    A moment or a number that cannot be read is kept in its words alone. Coordinates have no place for words,
    so those that cannot be read block.
    """

    when: str = ""
    """Date and time: "today 05:40", "9 nov 2025", "05:40"."""
    place: str = ""
    precision: PlacePrecision = PlacePrecision.UNKNOWN
    coordinates: str = ""
    seen: str = ""
    people: str = ""
    children: str = ""
    boats: str = ""
    force: tuple[Force, ...] = ()
    injuries: str = ""
    weather: str = ""
    observer: str = ""
    how_known: HowKnown = HowKnown.UNKNOWN
    remark: str = ""
    """The record's `note`."""
    sharing: Sharing = Sharing.AMBER

    @classmethod
    def of(cls, note: FieldNote) -> FieldNoteDraft:
        """The draft that would make this note again."""
        return cls(
            when=_moment_text(note),
            place=note.place,
            precision=note.precision,
            coordinates=note.coordinates,
            seen=note.seen,
            people=_count_text(note.people, note.people_words),
            children=_count_text(note.children, note.children_words),
            boats=_count_text(note.boats, note.boats_words),
            force=note.force,
            injuries=note.injuries,
            weather=note.weather,
            observer=note.observer,
            how_known=note.how_known,
            remark=note.note,
            sharing=note.sharing,
        )

    def moment(
        self, now: datetime, *, based_on: FieldNote | None = None, order: date_words.Order = None
    ) -> MomentReading:
        """When it was; words left as they were keep what was understood from them when written."""
        if based_on is not None and self.when.strip() == _moment_text(based_on):
            kept = date_words.DateReading(based_on.date, based_on.date_how)
            return MomentReading(kept, based_on.time, based_on.date_words)
        return moment_words.read(self.when, now=now, order=order)

    def check(
        self, now: datetime, *, based_on: FieldNote | None = None, order: date_words.Order = None
    ) -> list[Problem]:
        """What is wrong, field by field. `now` is by the clock at the place."""
        before = FieldNoteDraft.of(based_on) if based_on is not None else None
        problems = []
        if not (any(getattr(self, name).strip() for name in (*COUNTS, "seen", "injuries")) or self.force):
            problems.append(Problem("seen", "note without content"))
        problems += self._count_problems(before)
        problems += self._moment_problems(now, based_on, order)
        where = coordinates.read(self.coordinates)
        if where.problem is not None and (before is None or self.coordinates != before.coordinates):
            problems.append(Problem("coordinates", where.problem.value))
        return problems

    def note(
        self, now: datetime, *, based_on: FieldNote | None = None, order: date_words.Order = None
    ) -> FieldNote:
        """The record. Raises ValueError while a problem blocks.

        What was not typed anew stays as it is in `based_on`.
        """
        if based_on is not None and self == FieldNoteDraft.of(based_on):
            return based_on
        if blocking(self.check(now, based_on=based_on, order=order)):
            raise ValueError("the draft has a blocking problem")
        return replace(
            based_on or FieldNote(),
            place=" ".join(self.place.split()),
            precision=self.precision,
            seen=self.seen.strip(),
            force=tuple(kind for kind in Force if kind in self.force),
            injuries=self.injuries.strip(),
            weather=self.weather.strip(),
            observer=self.observer.strip(),
            how_known=self.how_known,
            note=self.remark.strip(),
            sharing=self.sharing,
            **self._moment_fields(now, based_on, order),
            **self._count_fields(based_on),
            **self._position_fields(based_on),
        )

    def _count_problems(self, before: FieldNoteDraft | None) -> list[Problem]:
        changed = [name for name in COUNTS if before is None or getattr(self, name) != getattr(before, name)]
        read = {name: read_count(getattr(self, name)) for name in COUNTS}
        problems = [Problem(name, read[name][1], blocks=False) for name in changed if read[name][1]]
        least, most = read["children"][0].low, read["people"][0].high
        if least is not None and most is not None and least > most:
            problems.append(Problem("children", "more children than people", blocks=False))
        return problems

    def _moment_problems(
        self, now: datetime, based_on: FieldNote | None, order: date_words.Order
    ) -> list[Problem]:
        reading = self.moment(now, based_on=based_on, order=order)
        first = reading.date.date.earliest
        if not self.when.strip():
            return [Problem("when", "no date", blocks=False)]
        if reading.code:
            return [Problem("when", reading.code, blocks=False)]
        if first is not None and (first.isoformat(), reading.time) > (now.date().isoformat(), f"{now:%H:%M}"):
            return [Problem("when", "still to come", blocks=False)]
        return []

    def _moment_fields(
        self, now: datetime, based_on: FieldNote | None, order: date_words.Order
    ) -> dict[str, Any]:
        if based_on is not None and self.when.strip() == _moment_text(based_on):
            return {}
        reading = self.moment(now, based_on=based_on, order=order)
        if reading.code:
            return {
                "date": UNDATED,
                "date_words": self.when.strip(),
                "date_how": Obtained.STATED,
                "time": "",
            }
        said = reading.words if reading.words != str(reading.date.date) else ""
        return {
            "date": reading.date.date,
            "date_words": said,
            "date_how": reading.date.how,
            "time": reading.time,
        }

    def _count_fields(self, based_on: FieldNote | None) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name in COUNTS:
            text = getattr(self, name)
            kept = (getattr(based_on, name), getattr(based_on, f"{name}_words")) if based_on else None
            if kept is None or text != _count_text(*kept):
                found[name] = read_count(text)[0]
                found[f"{name}_words"] = text.strip()
        return found

    def _position_fields(self, based_on: FieldNote | None) -> dict[str, Any]:
        if based_on is not None and self.coordinates == based_on.coordinates:
            return {}
        position = coordinates.read(self.coordinates).position
        return {"coordinates": str(position) if position is not None else ""}


def read_count(text: str) -> tuple[Amount, str]:
    """The number that some words give, and the code of why there is none; words alone are no mistake."""
    if not text.strip():
        return UNQUANTIFIED, ""
    reading = amount_words.read(text)
    if reading.problem is not None or reading.amount is None:
        problem = reading.problem or AmountProblem.NOT_UNDERSTOOD
        return UNQUANTIFIED, problem.value
    if reading.unit is not None:
        return UNQUANTIFIED, "other unit"
    return reading.amount, ""


def moment_text(date_edtf: str, time: str) -> str:
    """Date and time as the draft holds them."""
    return f"{date_edtf} {time}".strip()


def at_once(now: datetime) -> str:
    """This minute, as a draft holds it."""
    return moment_text(str(on_day(now.date())), f"{now:%H:%M}")


def _moment_text(note: FieldNote) -> str:
    """The words of the date as far as they say the same on any day: "yesterday" is another day tomorrow."""
    says_it = note.date_words and (note.date_how is Obtained.STATED or not note.date.is_dated)
    return moment_text(note.date_words if says_it else str(note.date), note.time)


def _count_text(amount: Amount, words: str) -> str:
    """The words where they say the number, else the number in a notation that can be read back."""
    if amount_words.read(words).amount == amount or not amount.has_number:
        return words
    return str(amount)
