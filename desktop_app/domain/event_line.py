"""Takes apart the one line in which an event is typed: "returned early nov 2025, at Dover, anadolu - a note".

Commas part what is said most surely, but few are needed. No word is lost: what is understood as nothing
else is the source where it stands alone, and the note where it does not (`unread` tells of that).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop_app.domain import date_words, measure_phrases
from desktop_app.domain import event_phrases as phrases
from desktop_app.domain.event_lexicon import EventLexicon
from desktop_app.domain.event_rest import RestSorter
from desktop_app.domain.events import EventKind, Verification
from desktop_app.domain.line_pieces import Letters, Part, Piece
from desktop_app.domain.sources import Stance

__all__ = ["EventLexicon", "EventLine", "Part", "Piece", "read", "written"]


@dataclass(frozen=True, slots=True)
class EventLine:
    """What one line says. Texts are the line's own words; empty or None is what it does not say.

    `pieces`, in order, cover every character but the spaces and marks between them.
    """

    text: str
    kind: EventKind | None = None
    date: str = ""
    place: str = ""
    authority: str = ""
    verification: Verification | None = None
    source: str = ""
    stance: Stance = Stance.ASSERTS
    note: str = ""
    unread: str = ""
    """The part of the note that was not said to be one: words that were understood as nothing else."""
    pieces: tuple[Piece, ...] = ()


def read(text: str, lexicon: EventLexicon, *, today: date, order: date_words.Order = None) -> EventLine:
    """What the line says; never raises, whatever the text.

    `today` resolves dates without a year; `order` tells what 9/11/2025 means to the reader.
    """
    return _Reader(text, lexicon, today, order).line()


def written(line: EventLine) -> str:
    """The line in full, with its fields named: read again it says the same."""
    lead = {Stance.ASSERTS: "source: ", Stance.DENIES: "denied by ", Stance.MENTIONS: "mentioned by "}
    verified = "" if line.verification is None else line.verification.value
    parts = [
        _NAMES.get(line.kind, line.kind.value) if line.kind else "",
        line.date,
        f"place: {line.place}" if line.place else "",
        f"authority: {line.authority}" if line.authority else "",
        "not verified" if line.verification is Verification.UNKNOWN else verified,
        f"{lead[line.stance]}{line.source}" if line.source else "",
        f"note: {line.note}" if line.note else "",
    ]
    return ", ".join(part for part in parts if part)


_DATE_WORDS: Final = 6
"""As many words of a date are looked for on either side of a dash."""

_NAMES: Final = {EventKind.REFUSED: "application refused"}
"""Types whose short name alone would be read as another one."""


class _Reader:
    """Finds the parts of one line, the surest first."""

    def __init__(self, text: str, lexicon: EventLexicon, today: date, order: date_words.Order) -> None:
        self._letters, self._lexicon = Letters(text), lexicon
        self._today, self._order = today, order
        self._notes: list[tuple[int, str]] = []

    def line(self) -> EventLine:
        letters = self._letters
        self._marked_note()
        stance, stance_end = self._stance()
        kind = self._kind()
        when = self._date()
        kind = self._how_arrived(kind)
        for found in phrases.AGAIN.finditer(letters.free_folded):
            letters.take_found(found, Part.GLUE)
        verification = self._verification()
        rest = RestSorter(letters, self._lexicon, kind, stance_end).sorted()
        if letters.length < len(letters.text):
            self._note(letters.length, len(letters.text))
        return EventLine(
            letters.text,
            kind,
            when,
            rest.place,
            rest.authority,
            verification,
            rest.source,
            stance if rest.source else Stance.ASSERTS,
            _joined([*self._notes, *rest.unread]),
            _joined(rest.unread),
            tuple(letters.pieces()),
        )

    def _find_date(self, text: str) -> date_words.FoundDate | None:
        return date_words.find_longest(text, today=self._today, order=self._order)

    def _note(self, start: int, end: int, words: str | None = None) -> None:
        taken = self._letters.take(start, end, Part.NOTE)
        said = " ".join((taken if words is None else words).split())
        if said:
            self._notes.append((start, said))

    def _marked_note(self) -> None:
        """What is said to be a note: behind "note:", between quotation marks, or behind a dash."""
        letters = self._letters
        named = phrases.NOTE_LABEL.search(letters.folded)
        if named:
            letters.take(named.start(), named.end(), Part.GLUE)
            self._note(named.end(), letters.length)
        for quoted in phrases.QUOTED.finditer(letters.free):
            self._note(quoted.start(), quoted.end(), quoted.group()[1:-1])
        has_parting = False
        for dash in phrases.NOTE_DASH.finditer(letters.free):
            if self._is_in_date(dash.start()):
                continue
            # "returned - early nov 2025 - anadolu": here dashes stand for commas.
            if not has_parting and self._begins_with_date(letters.free[dash.end() :]):
                has_parting = self._find_date(letters.free[: dash.start()]) is None
            letters.take(dash.start(), dash.end(), Part.GLUE)
            if not has_parting:
                self._note(dash.end(), letters.length)
                break

    def _begins_with_date(self, words: str) -> bool:
        found = self._find_date(" ".join(words.split()[:_DATE_WORDS]))
        return found is not None and found.start == 0

    def _is_in_date(self, place: int) -> bool:
        """Whether a dash joins two dates: "6 - 8 nov 2025"."""
        free = self._letters.free
        before = " ".join(phrases.NOTE_DASH.split(free[:place])[-1].split()[-_DATE_WORDS:])
        after = " ".join(phrases.NOTE_DASH.split(free[place + 1 :])[0].split()[:_DATE_WORDS])
        found = self._find_date(f"{before} - {after}")
        return found is not None and found.start < len(before) and found.end > len(before) + 2

    def _stance(self) -> tuple[Stance, int]:
        """What the source does, where that is said, and where those words end."""
        for pattern, stance in phrases.STANCES:
            found = pattern.search(self._letters.free_folded)
            if found:
                self._letters.take_found(found, Part.STANCE)
                return stance, found.end()
        return Stance.ASSERTS, -1

    def _kind(self) -> EventKind | None:
        """The type with the longest name in the first segment that names one."""
        letters = self._letters
        for start, end in letters.segments:
            found = [
                (match, kind)
                for kind, patterns in self._lexicon.names.items()
                for pattern in patterns
                if (match := letters.longest(pattern, start, end))
            ]
            if found:
                match, kind = max(found, key=lambda each: len(each[0].group()))
                words = letters.take_found(match, Part.KIND)
                if phrases.SAYS_MORE.fullmatch(match.group()):
                    self._notes.append((match.start(), words))
                return kind
        return None

    def _how_arrived(self, kind: EventKind | None) -> EventKind | None:
        """An arrival is by small boat unless another way is named; the words of that stay in the note."""
        if kind is not EventKind.ARRIVED_BOAT:
            return kind
        found = phrases.ANOTHER_WAY.search(self._letters.free_folded)
        if found is None:
            by_boat = phrases.BY_BOAT.search(self._letters.free_folded)
            if by_boat:
                self._letters.take_found(by_boat, Part.KIND)
            return kind
        if phrases.PLAIN_OTHERWISE.fullmatch(found.group()):
            self._letters.take_found(found, Part.KIND)
        else:
            self._note(found.start(), found.end())
        return EventKind.ARRIVED_OTHERWISE

    def _date(self) -> str:
        letters = self._letters
        found = self._find_date(letters.free)
        if found is not None:
            return letters.take(found.start, found.end, Part.DATE)
        for start, end in letters.segments:
            if measure_phrases.NO_DATE.fullmatch(letters.free_folded[start:end].strip()):
                return letters.take(start, end, Part.DATE).strip()
        unknown = phrases.UNKNOWN_DAY.search(letters.free)
        return letters.take_found(unknown, Part.DATE) if unknown else ""

    def _verification(self) -> Verification | None:
        """How far it is verified, where that is all that stands between two commas."""
        letters = self._letters
        for start, end in letters.segments:
            words = letters.free_folded[start:end].strip()
            for pattern, verification in phrases.VERIFICATIONS:
                if pattern.fullmatch(words):
                    letters.take(start, end, Part.VERIFICATION)
                    return verification
        return None


def _joined(parts: Iterable[tuple[int, str]]) -> str:
    """The texts in the order of the line."""
    return ", ".join(words for _place, words in sorted(parts) if words)
