"""Takes apart the one line in which a figure is typed: "94 returned since start, early nov 2025, anadolu".

Commas part what is said most surely, but none is needed. Whatever is not understood is the source: no
word of the line is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from desktop_app.domain import amount_words, date_words
from desktop_app.domain import measure_phrases as phrases
from desktop_app.domain.dates import UNDATED, DateKind, PartialDate, on_day
from desktop_app.domain.figures import Status
from desktop_app.domain.line_pieces import BLOT, Letters, Part, Piece, folded
from desktop_app.domain.measures import BUILT_IN, RET, TGT_RET_WK, TGT_RET_YR, Basis, Measure

__all__ = ["Lexicon", "Part", "Piece", "QuickLine", "folded", "read"]

_PERIOD_KINDS: Final = frozenset({DateKind.DAY, DateKind.MONTH, DateKind.YEAR, DateKind.SPAN})
_TARGETS: Final = (TGT_RET_WK, TGT_RET_YR)


@dataclass(frozen=True, slots=True)
class QuickLine:
    """What one line says. Texts are the line's own words; empty or None is what it does not say.

    `pieces`, in order, cover every character but the spaces and marks between them.
    """

    text: str
    measure: str = ""
    """Code of the measure."""
    value: str = ""
    is_range: bool = False
    """Two numbers were written: one uncertain value, or two dated ones? Only the writer knows."""
    basis: Basis | None = None
    since: PartialDate = UNDATED
    """Where a running total begins."""
    date: str = ""
    status: Status | None = None
    source: str = ""
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class Lexicon:
    """What the reader of lines knows of a workspace: its measures by name, and when its scheme began."""

    names: Mapping[str, re.Pattern[str]] = field(default_factory=lambda: phrases.MEASURES)
    """By code, what names the measure in folded text."""
    bases: Mapping[str, Basis] = field(default_factory=lambda: {each.id: each.basis for each in BUILT_IN})
    start: PartialDate = UNDATED
    """What "since start" means."""

    @classmethod
    def of(cls, measures: Iterable[Measure], labels: Mapping[str, str], start: PartialDate) -> Lexicon:
        """The words for these measures: the built-in ones, their codes, and their labels (by code)."""
        names, bases = {}, {}
        for measure in measures:
            own = {folded(words) for words in (measure.id, labels.get(measure.id, "")) if words}
            longest_first = "|".join(re.escape(words) for words in sorted(own, key=len, reverse=True))
            known = phrases.MEASURES.get(measure.id)
            patterns = [phrases.whole(longest_first).pattern] + ([known.pattern] if known else [])
            names[measure.id] = re.compile("|".join(patterns))
            bases[measure.id] = measure.basis
        return cls(names, bases, start)


def read(text: str, lexicon: Lexicon, *, today: date, order: date_words.Order = None) -> QuickLine:
    """What the line says; never raises, whatever the text.

    `today` resolves dates without a year and "this year"; `order` tells what 9/11/2025 means to the reader.
    """
    return _Reader(text, lexicon, today, order).line()


class _Reader:
    """Finds the parts of one line, the surest first."""

    def __init__(self, text: str, lexicon: Lexicon, today: date, order: date_words.Order) -> None:
        self._letters, self._lexicon = Letters(text), lexicon
        self._today, self._order = today, order
        self._dated: date_words.DateReading | None = None

    def line(self) -> QuickLine:
        total_since = self._total_since()
        measure = self._measure()
        value, is_range = self._value()
        counted = None if total_since else self._counted()
        since = self._since_date(measure)
        written = self._date()
        status = self._status()
        source = self._source()
        usual = self._lexicon.bases.get(measure)
        if usual is Basis.TARGET:
            basis: Basis | None = Basis.TARGET
            since = UNDATED
        elif since.is_dated:
            basis = Basis.CUMULATIVE
        elif total_since:
            basis, since = Basis.CUMULATIVE, self._beginning(total_since)
        else:
            basis = counted or self._basis(usual, written)
            if basis is usual is Basis.CUMULATIVE:
                since = self._lexicon.start
        pieces = tuple(self._letters.pieces())
        return QuickLine(
            self._letters.text, measure, value, is_range, basis, since, written, status, source, pieces
        )

    def _total_since(self) -> str:
        """Since when a running total is said to count: a year, "year" for this one, "start", or empty."""
        letters = self._letters
        named = phrases.NAMED_YEAR.search(letters.free_folded)
        if named:
            letters.take_found(named, Part.COUNTED)
            return next(year for year in named.groups() if year)
        for pattern, meaning in ((phrases.THIS_YEAR, "year"), (phrases.FROM_START, "start")):
            found = letters.longest(pattern)
            if found:
                letters.take_found(found, Part.COUNTED)
                return meaning
        return ""

    def _measure(self) -> str:
        """The measure with the longest name in the first segment that names one."""
        letters = self._letters
        for start, end in letters.segments:
            found = {
                code: match
                for code, pattern in self._lexicon.names.items()
                if (match := letters.longest(pattern, start, end))
            }
            if found:
                code = max(found, key=lambda each: len(found[each].group()))
                letters.take_found(found[code], Part.MEASURE)
                return self._aimed(code)
        return ""

    def _aimed(self, code: str) -> str:
        """Returns that are aimed at are a measure of their own; takes the words that say so."""
        letters = self._letters
        if code == RET and phrases.TARGET.search(letters.free_folded):
            code = TGT_RET_WK
        if code not in _TARGETS:
            return code
        if phrases.YEARLY.search(letters.free_folded):
            code = TGT_RET_YR
        for found in phrases.AIM.finditer(letters.free_folded):
            letters.take_found(found, Part.MEASURE)
        return code

    def _value(self) -> tuple[str, bool]:
        letters = self._letters
        free = letters.free
        found = amount_words.find_first(free)
        if found is not None and not self._is_rather_a_year(free, found[0], found[1]):
            return letters.take(found[0], found[1], Part.VALUE), found[2].is_range
        words = phrases.NO_NUMBER.search(letters.free_folded)
        return (letters.take_found(words, Part.VALUE) if words else ""), False

    def _is_rather_a_year(self, free: str, start: int, end: int) -> bool:
        """Whether "arrivals 2024" names the year: a bare one, no other date, nothing counted behind it."""
        if not phrases.BARE_YEAR.fullmatch(free[start:end]):
            return False
        rest = f"{free[:start]}{BLOT * (end - start)}{free[end:]}"
        elsewhere = date_words.find_longest(rest, today=self._today, order=self._order)
        return elsewhere is None and not free[end:].lstrip().startswith(BLOT)

    def _counted(self) -> Basis | None:
        for pattern, basis in phrases.COUNTED:
            found = self._letters.longest(pattern)
            if found:
                self._letters.take_found(found, Part.COUNTED)
                return basis
        return None

    def _since_date(self, measure: str) -> PartialDate:
        """The "since 1 jan 2025" of a running total; of a target it is the date itself, and left to that."""
        letters = self._letters
        if self._lexicon.bases.get(measure) is Basis.TARGET:
            return UNDATED
        for found in phrases.SINCE.finditer(letters.free_folded):
            ends = (end for start, end in letters.segments if start <= found.start() < end)
            words = letters.free[found.start() : next(ends, letters.length)]
            dated = date_words.find_longest(words, today=self._today, order=self._order)
            if dated is not None and dated.start == 0 and dated.reading.date.kind is DateKind.SINCE:
                letters.take(found.start(), found.start() + dated.end, Part.COUNTED)
                return PartialDate.parse(dated.reading.date.edtf.removesuffix("/.."))
        return UNDATED

    def _date(self) -> str:
        letters = self._letters
        found = date_words.find_longest(letters.free, today=self._today, order=self._order)
        if found is not None:
            self._dated = found.reading
            return letters.take(found.start, found.end, Part.DATE)
        for start, end in letters.segments:
            if phrases.NO_DATE.fullmatch(letters.free_folded[start:end].strip()):
                return letters.take(start, end, Part.DATE).strip()
        return ""

    def _status(self) -> Status | None:
        """A status word where it is a segment of its own, or stands beside what is understood."""
        letters = self._letters
        for pattern, status in phrases.STATUSES:
            for start, end in letters.segments:
                found = letters.longest(pattern, start, end)
                if found and (
                    letters.has_taken(start, end) or found.group() == letters.folded[start:end].strip()
                ):
                    letters.take_found(found, Part.STATUS)
                    return status
        return None

    def _source(self) -> str:
        """All that is left, without the words that join and lead up to it."""
        letters = self._letters
        kept = []
        for start, end in letters.segments:
            beside = letters.has_taken(start, end)
            names = [
                self._named(*run) for run in letters.runs(start, end) if not (beside and self._is_glue(*run))
            ]
            kept.append(" ".join(names))
        beyond = letters.take(letters.length, len(letters.text), Part.SOURCE)
        kept.append(" ".join(beyond.split()))
        return ", ".join(words for words in kept if words)

    def _is_glue(self, first: int, last: int) -> bool:
        """Whether these are only words that join others; takes them if so."""
        if phrases.GLUE.sub("", self._letters.folded[first:last]).strip(" '.:()-"):
            return False
        self._letters.take(first, last, Part.GLUE)
        return True

    def _named(self, first: int, last: int) -> str:
        """The name in a run; what leads up to it is taken apart."""
        found = phrases.INTRODUCTION.match(self._letters.folded[first:last])
        name = first + found.end() if found else first
        self._letters.take(first, name, Part.GLUE)
        return " ".join(self._letters.take(name, last, Part.SOURCE).split())

    def _beginning(self, meaning: str) -> PartialDate:
        """The day that "since start", "this year" or "so far in 2025" counts from."""
        if meaning == "start":
            return self._lexicon.start
        if meaning != "year":
            return on_day(date(int(meaning), 1, 1))
        reading = self._dated
        day = (reading.date.latest or reading.date.earliest) if reading else None
        return on_day(date((day or self._today).year, 1, 1))

    def _basis(self, usual: Basis | None, written: str) -> Basis | None:
        """The measure's usual basis, unless the date is plainly a period."""
        reading = self._dated
        if usual is not Basis.CUMULATIVE or reading is None or reading.date.kind not in _PERIOD_KINDS:
            return usual
        is_period = reading.date.kind is DateKind.SPAN or phrases.WITHIN_DAYS.match(folded(written))
        return Basis.FLOW if is_period else usual
