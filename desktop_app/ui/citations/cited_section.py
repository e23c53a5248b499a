"""The sources of one record beside it: who asserts or denies it, in which words, and what they go back to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout

from desktop_app.domain.answers import Answer
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.origins import Cited, Origin, origins
from desktop_app.domain.rules import Rule
from desktop_app.domain.sources import CREDIBILITY_UNJUDGED, Citation, Quotation, Source, Stance
from desktop_app.domain.statements import Statement
from desktop_app.ui.context import Context
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.ui.widgets.sections import add_text, breakable, link, menu_link
from desktop_app.words import date_sentences, labels, stance_words
from desktop_app.words.translate import _, _n

_FIRST = 6

REMOVE_SOURCE: Mapping[type, Callable[[], str]] = {
    Figure: lambda: _("&Remove from this figure"),
    Event: lambda: _("&Remove from this event"),
    Statement: lambda: _("&Remove from this statement"),
    Rule: lambda: _("&Remove from this rule"),
    Answer: lambda: _("&Remove from this answer"),
}

SOURCE_REMOVED: Mapping[type, Callable[[], str]] = {
    Figure: lambda: _("Source removed from this figure"),
    Event: lambda: _("Source removed from this event"),
    Statement: lambda: _("Source removed from this statement"),
    Rule: lambda: _("Source removed from this rule"),
    Answer: lambda: _("Source removed from this answer"),
}


class CitedSection(QObject):
    """Fills the section. Its signals carry the citation that something is asked for.

    With `tells_stance` each source says what it does with the record, not only one that does not assert it.
    """

    sourceOpened = Signal(str)
    addAsked = Signal()
    editAsked = Signal(object)
    removeAsked = Signal(object)
    moveAsked = Signal(object, int)
    """A Citation, and how many places it is to go down."""

    def __init__(self, context: Context, *, tells_stance: bool = False) -> None:
        super().__init__()
        self._context, self._tells_stance = context, tells_stance
        self._remove_words = ""

    def fill(self, body: QVBoxLayout, record: Cited) -> None:
        """Put the sources of a record, and the way to add one, into the section."""
        self._remove_words = REMOVE_SOURCE[type(record)]()
        cited = record.citations
        found = [(one, self._context.view.get(Source, one.source)) for one in cited]
        known = [(one, source) for one, source in found if source is not None]
        if not known:
            add_text(body, _("No source yet"))
        asserting = [source for one, source in known if one.stance is Stance.ASSERTS]
        if len(asserting) > 1 or any(source.derives_from for source in asserting):
            self._add_origins(body, record, len(asserting))
        for place, (one, source) in enumerate(known[:_FIRST]):
            self._add_source(body, one, source, place, len(known))
        if len(known) > _FIRST:
            rest = self._context.formats.number(len(known) - _FIRST)
            add_text(body, _("and {n} more").format(n=rest))
        adding = link(_("Add source…"), "addCitation")
        adding.clicked.connect(self._ask_to_add)
        body.addWidget(adding)

    def _add_origins(self, body: QVBoxLayout, record: Cited, count: int) -> None:
        """Four outlets that repeat one statement are one origin: who goes back to whom."""
        found = origins(self._context.view, record)
        number = self._context.formats.number
        sources = _n("{n} source", "{n} sources", count).format(n=number(count))
        of = _n("{n} origin", "{n} origins", len(found)).format(n=number(len(found)))
        facts = {"sources": sources, "origins": of}
        if len(found) == 1:
            line = _("{sources}, {origins}: {name}").format(name=self._origin(found[0]), **facts)
        else:
            line = _("{sources}, {origins}").format(**facts)
        add_text(body, line, "")
        for origin in found:
            name = self._origin(origin)
            printed = dict.fromkeys(self._publisher(one) for one in origin.citations)
            repeated = ", ".join(one for one in printed if one and one != name)
            if repeated:
                label = add_text(body, _("{origin} ← {sources}").format(origin=name, sources=repeated))
                spoken = _("{origin}, repeated by {sources}").format(origin=name, sources=repeated)
                label.setAccessibleName(spoken)

    def _origin(self, origin: Origin) -> str:
        if origin.speaker:
            return origin.speaker
        source = self._context.view.get(Source, origin.source)
        return source.short_name if source is not None else _("a deleted source")

    def _publisher(self, citation: Citation) -> str:
        source = self._context.view.get(Source, citation.source)
        return source.short_name if source is not None else ""

    def _add_source(self, body: QVBoxLayout, cited: Citation, source: Source, place: int, count: int) -> None:
        formats = self._context.formats
        title = source.title or source.publisher
        add_text(body, title, "")
        grade = _("grade {grade}").format(grade=f"{source.reliability.value}{cited.credibility}")
        parts = [source.publisher if source.title else "", labels.source_kind(source.kind), grade]
        if source.published.is_dated:
            parts.append(date_sentences.date(source.published, formats))
        parts.append(cited.locator)
        body.addWidget(TextLabel(" · ".join(part for part in parts if part), "small", wrap=True))
        if cited.stance is not Stance.ASSERTS or self._tells_stance:
            look = "warn" if cited.stance is Stance.DENIES else "small"
            add_text(body, stance_words.marked(cited.stance), look).setAccessibleName(
                labels.stance(cited.stance)
            )
        if self._tells_stance and cited.credibility != CREDIBILITY_UNJUDGED:
            judged = labels.credibility(cited.credibility)
            add_text(body, _("Credibility {grade}").format(grade=judged))
        if cited.speaker:
            add_text(body, _("Said by: {speaker}").format(speaker=cited.speaker))
        if cited.excerpt:
            words = f"“{cited.excerpt}”"
            if cited.quotation is not Quotation.PARAPHRASE:
                kind = labels.quotation(cited.quotation)
                words = _("{kind}: {words}").format(kind=kind, words=words)
            add_text(body, words)
        if cited.note:
            add_text(body, cited.note)
        if source.address:
            # Never opened from here: the app opens no connection.
            add_text(body, breakable(source.address)).setAccessibleName(source.address)
        self._add_ways(body, cited, source, place, count)

    def _add_ways(self, body: QVBoxLayout, cited: Citation, source: Source, place: int, count: int) -> None:
        title = source.title or source.publisher
        opener = link(_("Go to source"), f"openSource{place}")
        opener.setAccessibleName(_("Open source: {name}").format(name=title))
        opener.clicked.connect(partial(self._open, source.id))
        change, menu = menu_link(_("Change"), f"changeCitation{place}")
        change.setAccessibleName(_("Change how {name} is cited").format(name=title))
        self._fill_menu(menu, cited, place, count)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(opener)
        row.addWidget(change)
        row.addStretch(1)
        body.addLayout(row)
        body.addSpacing(4)

    def _fill_menu(self, menu: QMenu, cited: Citation, place: int, count: int) -> None:
        menu.addAction(_("&Edit…")).triggered.connect(partial(self._edit, cited))
        up = menu.addAction(_("Move &up"))
        up.setEnabled(place > 0)
        up.triggered.connect(partial(self._move, cited, -1))
        down = menu.addAction(_("Move &down"))
        down.setEnabled(place < count - 1)
        down.triggered.connect(partial(self._move, cited, 1))
        menu.addSeparator()
        menu.addAction(self._remove_words).triggered.connect(partial(self._remove, cited))

    def _ask_to_add(self, _checked: bool = False) -> None:
        self.addAsked.emit()

    def _open(self, source_id: str, _checked: bool = False) -> None:
        self.sourceOpened.emit(source_id)

    def _edit(self, cited: Citation, _checked: bool = False) -> None:
        self.editAsked.emit(cited)

    def _move(self, cited: Citation, by: int, _checked: bool = False) -> None:
        self.moveAsked.emit(cited, by)

    def _remove(self, cited: Citation, _checked: bool = False) -> None:
        self.removeAsked.emit(cited)
