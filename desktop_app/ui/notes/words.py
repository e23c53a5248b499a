"""The words of the page of field notes: how a note reads in a table, beside it, and under its fields."""

from __future__ import annotations

from desktop_app.domain.amounts import Amount
from desktop_app.domain.dates import DateKind
from desktop_app.domain.field_note_draft import COUNTS, FieldNoteDraft, read_count
from desktop_app.domain.field_notes import FieldNote, Force, HowKnown, PlacePrecision
from desktop_app.domain.gazetteer import NotedPlace
from desktop_app.domain.moment_words import MomentReading
from desktop_app.domain.problems import Problem
from desktop_app.ui.widgets.echo import Understood
from desktop_app.words import (
    amount_sentences,
    date_sentences,
    field_note_labels,
    labels,
    problem_words,
)
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n

Said = tuple[str, Understood]
_NOTHING: Said = ("", Understood.NOTHING)


def day(note: FieldNote, formats: Formats) -> str:
    """The date for a table; as written where it is vague or could not be read."""
    if note.date_words and note.date.kind is not DateKind.DAY:
        return note.date_words
    return date_sentences.date(note.date, formats) if note.date.is_dated else ""


def moment(note: FieldNote, formats: Formats) -> str:
    """Date and time: "9 Nov 2025, 05:40"."""
    said = day(note, formats) or _("no date")
    return _("{day}, {time}").format(day=said, time=note.time) if note.time else said


def named(note: FieldNote, formats: Formats) -> str:
    """A note by when and where: "9 Nov 2025, 05:40, Gravelines"."""
    said = moment(note, formats)
    return _("{moment}, {place}").format(moment=said, place=note.place) if note.place else said


def count(amount: Amount, words: str, formats: Formats) -> str:
    """A number for a table: "≈ 40"; the words alone where they hold none."""
    return amount_sentences.amount_short(amount, formats) if amount.has_number else words


def count_in_full(amount: Amount, words: str, formats: Formats) -> str:
    """A number with what it leaves open, and as it was noted: "about 40: 35–45"."""
    if not amount.has_number:
        return words
    said = amount_sentences.amount(amount, formats)
    if amount.is_exact:
        return said
    return _("{amount}: {interval}").format(
        amount=said, interval=amount_sentences.interval(amount.interval, formats)
    )


def force(kinds: tuple[Force, ...]) -> str:
    """What was used: "Tear gas, Baton"."""
    return _(", ").join(field_note_labels.force(kind) for kind in kinds)


def facts(note: FieldNote, formats: Formats) -> list[tuple[str, str]]:
    """What the note says beside what was seen: each with its name."""
    counted = [
        (name, count_in_full(amount, words, formats))
        for name, amount, words in (
            (_("People"), note.people, note.people_words),
            (_("Children"), note.children, note.children_words),
            (_("Boats"), note.boats, note.boats_words),
        )
    ]
    precision = (
        "" if note.precision is PlacePrecision.UNKNOWN else field_note_labels.precision(note.precision)
    )
    known = "" if note.how_known is HowKnown.UNKNOWN else field_note_labels.how_known(note.how_known)
    said = [
        *counted,
        (_("Use of force"), force(note.force)),
        (_("Injuries"), note.injuries),
        (_("Place known to"), precision),
        (_("Coordinates"), note.coordinates),
        (_("Weather"), note.weather),
        (_("Observer"), note.observer),
        (_("How it is known"), known),
        (_("Remark"), note.note),
        (_("Sharing"), labels.sharing(note.sharing)),
    ]
    return [(name, words) for name, words in said if words]


def stays(draft: FieldNoteDraft) -> str:
    """What is folded away and the next note begins with, so that it does not go unseen."""
    parts = [
        "" if draft.precision is PlacePrecision.UNKNOWN else field_note_labels.precision(draft.precision),
        draft.observer,
        "" if draft.how_known is HowKnown.UNKNOWN else field_note_labels.how_known(draft.how_known),
        draft.weather,
    ]
    said = " · ".join(part for part in parts if part)
    return _("Stays for the next: {what}").format(what=said) if said else ""


def moment_echo(text: str, reading: MomentReading, problems: list[Problem], formats: Formats) -> Said:
    """When it was, as understood: "9 Nov 2025, 05:40"."""
    found = next((problem for problem in problems if problem.field == "when"), None)
    if found is not None:
        said = problem_words.problem(found.code)
        return said, Understood.WARN
    if not text.strip():
        return _NOTHING
    said = date_sentences.date_full(reading.date.date, formats)
    if reading.time:
        said = _("{day}, {time}").format(day=said, time=reading.time)
    # What reads as it is understood needs no echo.
    return ("" if said.replace(",", "") == text.strip() else said), Understood.WELL


def count_echoes(draft: FieldNoteDraft, problems: list[Problem], formats: Formats) -> dict[str, Said]:
    """How each number is understood; an exact one needs no echo."""
    said = {}
    for name in COUNTS:
        found = next((problem for problem in problems if problem.field == name), None)
        amount, _code = read_count(getattr(draft, name))
        if found is not None:
            said[name] = (problem_words.problem(found.code), Understood.WARN)
        elif amount.has_number and not amount.is_exact:
            said[name] = (amount_sentences.interval(amount.interval, formats), Understood.WELL)
        else:
            said[name] = _NOTHING
    return said


def place_echo(typed: str, known: NotedPlace | None, alike: list[NotedPlace], formats: Formats) -> Said:
    """Whether the place was noted before, or one that is written much like it."""
    if not typed:
        return _NOTHING
    if known is not None:
        return notes(known.notes, formats), Understood.WELL
    if alike:
        said = _("New; much like {name} (F4 to choose)")
        return said.format(name=alike[0].name), Understood.WARN
    return _("New place"), Understood.WELL


def notes(count: int, formats: Formats) -> str:
    """So many notes: "3 notes"."""
    return _n("{n} note", "{n} notes", count).format(n=formats.number(count))
