"""Finds the sources that the rows of a table name, and makes those that are new, each once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.dates import UNDATED, PartialDate, on_day
from desktop_app.domain.sources import Citation, Source
from desktop_app.domain.views import View
from desktop_app.services import source_matching


@dataclass(frozen=True, slots=True)
class FoundSource:
    """A source as rows cite it: `citations` are the same for all, or empty where each has its own place."""

    id: str
    citations: tuple[Citation, ...]
    published: PartialDate = UNDATED


class Sources:
    """The sources of one import. New ones are kept here until the import is, so that rows share them."""

    def __init__(self, view: View, file_name: str, today: date) -> None:
        self._known = list(view.every(Source))
        self._by_address: dict[str, list[Source]] = {}
        for source in self._known:
            if source.address:
                self._by_address.setdefault(source_matching.bare_address(source.address), []).append(source)
        self._file_name = file_name
        self._today = today
        self._found: dict[str, FoundSource] = {}
        self._several: set[str] = set()
        self.new: dict[str, Source] = {}
        """The sources that are not in the workspace yet, by id."""

    @property
    def has_file(self) -> bool:
        """Whether there is a file to be cited."""
        return bool(self._file_name)

    def called(self, text: str, about: PartialDate) -> FoundSource | None:
        """The source that a row names; the file itself where it names none; None where there is no file."""
        name = " ".join(text.split())
        found = self._found.get(name)
        if found is not None:
            return found
        if not name:
            return self._file()
        if name in self._several:
            return self._dated(name, about)
        matches = source_matching.find(self._candidates(name), name)
        if matches.chosen is None and any(match.score >= source_matching.SURE for match in matches.ranked):
            self._several.add(name)
            return self._dated(name, about)
        return self._remembered(name, matches.chosen or self._made(name))

    def sure(self, text: str) -> FoundSource | None:
        """The source that a name means whatever the row is about; None where that decides."""
        found = self.called(text, UNDATED)
        return None if " ".join(text.split()) in self._several else found

    def only(self, ids: Iterable[str]) -> list[Source]:
        """Those of the new sources that are cited."""
        wanted = set(ids)
        return [source for id, source in self.new.items() if id in wanted]

    def _dated(self, name: str, about: PartialDate) -> FoundSource:
        """Of several sources by that name, the one that came out soon after what the row is about."""
        key = f"{name}\n{about}"
        found = self._found.get(key)
        if found is None:
            chosen = source_matching.find(self._candidates(name), name, about).chosen
            if chosen is None:
                chosen = next(
                    (one for one in self.new.values() if name in (one.publisher, one.address)), None
                )
            found = self._remembered(key, chosen or self._made(name))
        return found

    def _candidates(self, name: str) -> Sequence[Source]:
        """The sources that a name may mean: of a link, which may be another in each row, those there."""
        if not source_matching.is_link(name):
            return self._known
        return self._by_address.get(source_matching.bare_address(name), ())

    def _made(self, name: str) -> Source:
        source = source_matching.new_source(self._known, name)
        self.new[source.id] = source
        return source

    def _remembered(self, name: str, source: Source) -> FoundSource:
        found = self._found[name] = FoundSource(source.id, (Citation(source.id),), source.published)
        return found

    def _file(self) -> FoundSource | None:
        if not self._file_name:
            return None
        known = [one for one in self._known if one.title == self._file_name and not one.publisher]
        if known:
            source = known[0]
        else:
            source = Source(title=self._file_name, accessed=on_day(self._today))
            self.new[source.id] = source
        found = self._found[""] = FoundSource(source.id, ())
        return found
