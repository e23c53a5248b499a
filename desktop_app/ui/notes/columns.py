"""The columns of the table of field notes, and of the table of their places."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.gazetteer import NotedPlace
from desktop_app.domain.views import View
from desktop_app.services import attachments, field_notes
from desktop_app.ui.notes import words
from desktop_app.ui.widgets.columns import Column, Tone
from desktop_app.words import amount_sentences, date_sentences, field_note_labels, labels
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


class Facts:
    """What the table says of a note that is not in the note itself, looked up once for all of them."""

    def __init__(self) -> None:
        self.copies: Mapping[str, int] = {}
        """How many files are kept with each record, by its id."""
        self.uses: Mapping[str, int] = {}
        """How often each note is cited."""

    def refresh(self, view: View) -> None:
        """Look everything up anew."""
        self.copies = attachments.counts(view)
        self.uses = field_notes.becomings(view)


def note_columns(formats: Formats, facts: Facts) -> list[Column[FieldNote]]:
    """Date, time, place, people, force, what was seen, observer, sharing; and those shown when asked for."""

    def day(note: FieldNote) -> str:
        return words.day(note, formats)

    def written(note: FieldNote) -> str:
        full = date_sentences.date_full(note.date, formats)
        if not note.date_words:
            return full
        return _("{understood} (as written: {written})").format(understood=full, written=note.date_words)

    def people(note: FieldNote) -> str:
        return words.count(note.people, note.people_words, formats)

    def seen(note: FieldNote) -> str:
        return " ".join(note.seen.split())

    def counted(of: Mapping[str, int], note: FieldNote) -> str:
        count = of.get(note.id, 0)
        return formats.number(count) if count else ""

    return [
        Column("date", _("Date"), day, sort=_moment, tooltip=written, width=14),
        Column("time", _("Time"), lambda note: note.time, sort=lambda note: note.time or None, width=7),
        Column("place", _("Place"), lambda note: note.place, tooltip=lambda note: note.place, width=15),
        Column(
            "people",
            _("People"),
            people,
            sort=_size,
            tooltip=lambda note: words.count_in_full(note.people, note.people_words, formats),
            at_end=True,
            width=8,
        ),
        Column("force", _("Force"), _force, tooltip=_force, width=15),
        Column("seen", _("What was seen"), seen, tooltip=lambda note: note.seen, stretch=True, width=40),
        Column("observer", _("Observer"), lambda note: note.observer, tone=Tone.MUTED, width=8),
        Column("sharing", _("Sharing"), lambda note: labels.sharing(note.sharing), tone=Tone.MUTED, width=7),
        Column("files", _("Files"), lambda note: counted(facts.copies, note), at_end=True, width=5),
        Column(
            "uses", _("Became"), lambda note: counted(facts.uses, note), at_end=True, width=7, hidden=True
        ),
        *_asked_for(formats),
    ]


def _asked_for(formats: Formats) -> list[Column[FieldNote]]:
    def text(key: str, title: str, said: Callable[[FieldNote], str]) -> Column[FieldNote]:
        return Column(key, title, said, tooltip=said, width=12, hidden=True)

    def children(note: FieldNote) -> str:
        return words.count(note.children, note.children_words, formats)

    def boats(note: FieldNote) -> str:
        return words.count(note.boats, note.boats_words, formats)

    return [
        text("children", _("Children"), children),
        text("boats", _("Boats"), boats),
        text("injuries", _("Injuries"), lambda note: note.injuries),
        text("weather", _("Weather"), lambda note: note.weather),
        text("how_known", _("How it is known"), lambda note: field_note_labels.how_known(note.how_known)),
        text("precision", _("Place known to"), lambda note: field_note_labels.precision(note.precision)),
        text("coordinates", _("Coordinates"), lambda note: note.coordinates),
    ]


def place_columns(formats: Formats, alike: Callable[[NotedPlace], str]) -> list[Column[NotedPlace]]:
    """Place, notes, people, notes with force, last note, and what is written much like it."""

    def name(place: NotedPlace) -> str:
        return place.name or _("no place")

    def people(place: NotedPlace) -> str:
        if place.people is None:
            return ""
        if not place.people.low and place.people.high is None:
            return _("in words only")
        return amount_sentences.interval(place.people, formats)

    def force(place: NotedPlace) -> str:
        return formats.number(place.with_force) if place.with_force else ""

    def last(place: NotedPlace) -> str:
        return date_sentences.date(place.last, formats) if place.last.is_dated else ""

    return [
        Column("place", _("Place"), name, tone=Tone.STRONG, tooltip=name, width=26),
        Column(
            "notes",
            _("Notes"),
            lambda place: formats.number(place.notes),
            sort=lambda place: place.notes,
            at_end=True,
            width=7,
        ),
        Column(
            "people",
            _("People seen"),
            people,
            sort=_least,
            tooltip=lambda _place: _("Note by note: the same person may be in two notes"),
            at_end=True,
            width=14,
        ),
        Column(
            "force",
            _("Notes with force"),
            force,
            sort=lambda place: place.with_force,
            at_end=True,
            width=15,
        ),
        Column("last", _("Last note"), last, sort=lambda place: place.last.sort_key, width=13),
        Column(
            "alike", _("Written much like"), alike, tooltip=alike, tone=Tone.MUTED, stretch=True, width=24
        ),
    ]


def _moment(note: FieldNote) -> tuple[object, str] | None:
    return (note.date.sort_key, note.time) if note.date.is_dated else None


def _size(note: FieldNote) -> float | None:
    number = note.people.low if note.people.low is not None else note.people.high
    return float(number) if number is not None else None


def _least(place: NotedPlace) -> float | None:
    if place.people is None or place.people.low is None:
        return None
    return float(place.people.low)


def _force(note: FieldNote) -> str:
    return words.force(note.force)
