"""What a statement may answer or dispute, in one line each and by a few letters of it."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_app.domain import named
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.records import Record
from desktop_app.domain.statements import Statement
from desktop_app.domain.views import View
from desktop_app.ui.widgets.columns import fold
from desktop_app.ui.widgets.suggest import Suggestion
from desktop_app.words import event_labels, field_labels, labels
from desktop_app.words.finding_subjects import subject_of
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

KINDS: tuple[type[Statement], type[Figure], type[Event]] = (Statement, Figure, Event)
_OFFERED = 12
_LONGEST = 90


class RecordNames:
    """Statements, figures and events of a view; `kinds` narrows to some of them.

    What finding looks through is gathered when the first letter is typed, and kept until `look_again`.
    """

    def __init__(self, view: View, formats: Formats, kinds: Sequence[type[Record]] = KINDS) -> None:
        self._view, self._formats, self._kinds = view, formats, tuple(kinds)
        self._searched: list[tuple[str, Record]] | None = None
        self.but_not = ""
        """Id of the statement that is being typed: it is never offered."""

    def look_again(self) -> None:
        """Gather anew when next asked: a record has changed."""
        self._searched = None

    def suggest(self, typed: str) -> list[Suggestion]:
        """The records in which every word typed occurs, the latest first; for no word, statements."""
        words = fold(typed).split()
        found = []
        for searched, record in self._gathered() if words else self._latest():
            if record.id != self.but_not and all(word in searched for word in words):
                found.append(Suggestion(self.line(record), field_labels.kind_name(type(record)), record.id))
                if len(found) == _OFFERED:
                    break
        return found

    def record(self, id: str) -> Record | None:
        """The record of this id, of whatever kind, or None where the view does not hold it."""
        return next((one for kind in self._kinds if (one := self._view.get(kind, id)) is not None), None)

    def name(self, id: str) -> str:
        """A record in one line; says so where it is not there, or not seen."""
        record = self.record(id)
        return self.line(record) if record is not None else _("a record that is not shown")

    def line(self, record: Record) -> str:
        """A record in one line."""
        line = subject_of(record, self._view, self._formats)
        return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"

    def _latest(self) -> list[tuple[str, Record]]:
        return [("", record) for record in reversed(list(self._view.every(self._kinds[0])))][: _OFFERED + 1]

    def _gathered(self) -> list[tuple[str, Record]]:
        if self._searched is None:
            records = [record for kind in self._kinds for record in reversed(list(self._view.every(kind)))]
            self._searched = [(fold(self._text(record)), record) for record in records]
        return self._searched

    def _text(self, record: Record) -> str:
        """All by which a record is found: a sentence for each would take too long for a hundred thousand."""
        if isinstance(record, Statement):
            return f"{record.speaker} {record.words} {record.topic} {record.date}"
        if isinstance(record, Event):
            kind = event_labels.event_kind(record.kind)
            return f"{kind} {record.summary} {record.date} {record.date_words} {record.place}"
        if isinstance(record, Figure):
            measure = labels.measure(named.measure(self._view, record.measure))
            number = record.amount.value
            plain = f"{number} {self._formats.number(number)}" if number is not None else ""
            return f"{plain} {record.amount_words} {measure} {record.speaker} {record.period}"
        return ""
