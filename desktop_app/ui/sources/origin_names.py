"""What the field "Repeats" of a source offers: the sources that it may go back to."""

from __future__ import annotations

from desktop_app.domain.source_draft import repeats_itself
from desktop_app.domain.views import View
from desktop_app.ui.citations.source_names import SourceNames
from desktop_app.ui.widgets.suggest import Suggestion
from desktop_app.words.formats import Formats


class OriginNames:
    """The sources of a workspace, without those that would lead a source back to itself."""

    def __init__(self, view: View, formats: Formats) -> None:
        self._view, self._names = view, SourceNames(view, formats)
        self.of: str = ""
        """Id of the source that repeats another; empty for a new one."""

    def suggest(self, typed: str) -> list[Suggestion]:
        """The sources that the words may mean; for none, those entered last."""
        return [one for one in self._names.suggest(typed) if self.may_be(one.value)]

    def may_be(self, source_id: str) -> bool:
        """Whether the source may repeat this one without going back to itself."""
        return source_id != self.of and not repeats_itself(self._view, self.of, source_id)

    def name(self, source_id: str) -> str:
        """A source in one line; empty for one that is gone."""
        return self._names.name(source_id)
