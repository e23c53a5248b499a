"""What the entry's fields offer: measures by any of their names, and sources, the latest first."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.domain.dates import PartialDate
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Measure
from desktop_app.domain.quick_line import Lexicon, folded
from desktop_app.domain.sources import Source
from desktop_app.services import source_matching
from desktop_app.services.workspace import Workspace
from desktop_app.ui.widgets.suggest import Suggestion
from desktop_app.words import date_sentences, labels
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_LATEST = 10


class MeasureNames:
    """The measures of a workspace by code and by name."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.names: Mapping[str, str] = {}
        self.lexicon = Lexicon()

    def refresh(self, start: PartialDate) -> None:
        """Look them up anew; `start` is when the scheme began."""
        measures = list(self._workspace.every(Measure))
        self.names = {measure.id: labels.measure(measure) for measure in measures}
        self.lexicon = Lexicon.of(measures, self.names, start)

    def suggest(self, typed: str) -> list[Suggestion]:
        """The measures whose name or code has what was typed in it; all of them for nothing."""
        wanted = folded(typed.strip())
        found = [
            Suggestion(name, code, code)
            for code, name in self.names.items()
            if wanted in folded(name) or wanted in folded(code)
        ]
        meant = self.meant(typed)
        if meant and all(each.value != meant for each in found):
            found.insert(0, Suggestion(self.names[meant], meant, meant))
        return found

    def meant(self, typed: str) -> str:
        """Code of the measure that the words name: its name, its code, or what people call it."""
        wanted = folded(" ".join(typed.split()))
        if not wanted:
            return ""
        for code, pattern in self.lexicon.names.items():
            if wanted in (folded(code), folded(self.names.get(code, ""))):
                return code
            if pattern.fullmatch(wanted):
                return code
        return ""


class SourceNames:
    """The sources of a workspace, as an entry offers them."""

    def __init__(self, workspace: Workspace, formats: Formats) -> None:
        self._workspace = workspace
        self._formats = formats
        self.about = PartialDate()
        """The date of what is being entered."""

    def suggest(self, typed: str) -> list[Suggestion]:
        """The sources that the words may mean, or those used last; and the way to make a new one."""
        if not typed.strip():
            return [self._suggestion(source) for source in self._latest()]
        found = source_matching.find(self._workspace.every(Source), typed, self.about)
        return [self._suggestion(match.source) for match in found.ranked]

    def find(self, typed: str) -> source_matching.Matches:
        """The sources that the words may mean, and the one that surely is."""
        return source_matching.find(self._workspace.every(Source), typed, self.about)

    def uses(self, source: Source) -> int:
        """How many figures cite it."""
        figures = self._workspace.every(Figure)
        return sum(any(one.source == source.id for one in figure.citations) for figure in figures)

    def _suggestion(self, source: Source) -> Suggestion:
        title = source.title if source.publisher else ""
        published = date_sentences.date(source.published, self._formats) if source.published.is_dated else ""
        detail = ", ".join(part for part in (title, published, source.reliability.value) if part)
        return Suggestion(source.short_name, detail or _("no title"), source.id)

    def _latest(self) -> list[Source]:
        """The sources cited by what was entered last."""
        found: dict[str, Source] = {}
        for figure in reversed(list(self._workspace.every(Figure))):
            for citation in figure.citations:
                source = self._workspace.get(Source, citation.source)
                if source is not None:
                    found.setdefault(source.id, source)
            if len(found) >= _LATEST:
                break
        return list(found.values())[:_LATEST]
