"""A source being typed: texts as they stand in the form, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from desktop_app.domain import date_words
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.problems import Problem, blocking
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Reliability, Source, SourceKind
from desktop_app.domain.views import View


@dataclass(frozen=True, slots=True)
class SourceDraft:
    """The form's texts. `check` says what is wrong per field; `source` makes the record."""

    publisher: str = ""
    title: str = ""
    kind: SourceKind = SourceKind.OTHER
    author: str = ""
    language: str = "en"
    published: str = ""
    accessed: str = ""
    address: str = ""
    reliability: Reliability = Reliability.F
    origin: str = ""
    """What was typed for the source that this one repeats; it names none unless `derives_from` says which."""
    derives_from: str = ""
    note: str = ""
    sharing: Sharing = Sharing.CLEAR

    @classmethod
    def of(cls, source: Source) -> SourceDraft:
        """The draft that would make this source again."""
        return cls(
            publisher=source.publisher,
            title=source.title,
            kind=source.kind,
            author=source.author,
            language=source.language,
            published=source.published_words or str(source.published),
            accessed=str(source.accessed),
            address=source.address,
            reliability=source.reliability,
            derives_from=source.derives_from,
            note=source.note,
            sharing=source.sharing,
        )

    def check(self, today: date, *, order: date_words.Order = None) -> list[Problem]:
        """What is wrong, field by field; an unreadable date is kept as written and does not block."""
        problems = []
        if not (self.publisher.strip() or self.title.strip()):
            problems.append(Problem("publisher", "source without name"))
        for field in ("published", "accessed"):
            reading = date_words.read(getattr(self, field), today=today, order=order)
            if reading.problem is not None:
                # The record keeps the words of a publication date; an access date has no such place.
                problems.append(Problem(field, reading.problem.value, blocks=field == "accessed"))
        if self.address.strip() and " " in self.address.strip():
            problems.append(Problem("address", "address with spaces", blocks=False))
        if self.origin.strip() and not self.derives_from:
            problems.append(Problem("origin", "unknown origin"))
        return problems

    def source(
        self, today: date, *, based_on: Source | None = None, order: date_words.Order = None
    ) -> Source:
        """The record. Raises ValueError while a problem blocks."""
        if blocking(self.check(today, order=order)):
            raise ValueError("the draft has a blocking problem")
        published = date_words.read(self.published, today=today, order=order)
        accessed = date_words.read(self.accessed, today=today, order=order)
        return replace(
            based_on or Source(),
            publisher=self.publisher.strip(),
            title=self.title.strip(),
            kind=self.kind,
            author=self.author.strip(),
            language=self.language.strip(),
            published=published.date,
            published_words=_kept(self.published, published.date),
            accessed=accessed.date,
            address=self.address.strip(),
            reliability=self.reliability,
            derives_from=self.derives_from,
            note=self.note.strip(),
            sharing=self.sharing,
        )


def repeats_itself(view: View, source_id: str, derives_from: str) -> bool:
    """Whether a source would go back to itself if it repeated that one."""
    above, seen = derives_from, {source_id}
    while above and above not in seen:
        seen.add(above)
        found = view.get(Source, above)
        above = found.derives_from if found is not None else ""
    # A circle among others, from an import, is not this source's doing.
    return above == source_id and bool(source_id)


def _kept(words: str, understood: PartialDate) -> str:
    """The words as typed, where they say more than the date understood from them."""
    return "" if words.strip() == str(understood) else words.strip()
