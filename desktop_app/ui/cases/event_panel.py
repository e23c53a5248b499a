"""What stands behind the chosen event: who asserts it and who denies it, and why it counts as contested."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.events import Event
from desktop_app.domain.sources import Source
from desktop_app.domain.timeline import is_contested
from desktop_app.ui.cases import words
from desktop_app.ui.citations.cited_section import CitedSection
from desktop_app.ui.context import Context
from desktop_app.ui.widgets.labels import TextLabel, rule
from desktop_app.ui.widgets.sections import add_text
from desktop_app.words import date_sentences, event_labels, stance_words
from desktop_app.words.translate import _


class EventPanel(QScrollArea):
    """Shows one event. What it asks for (`cited`) is carried out by the page."""

    sourceOpened = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._event: Event | None = None
        self.cited = CitedSection(context, tells_stance=True)
        self.cited.sourceOpened.connect(self.sourceOpened)
        self.setObjectName("eventPanel")
        self.setProperty("region", "inspector")
        self.setProperty("look", "station")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Sources of the chosen event"))
        context.theme.changed.connect(self._redress)
        self.show_event(None)

    def show_event(self, event: Event | None) -> None:
        """Show this event, or that none is chosen. Shown again, it stands where it stood."""
        is_same = event is not None and self._event is not None and event.id == self._event.id
        stood = self._standing_at() if is_same else ("", 0)
        self._event = event
        page = QWidget()
        body = QVBoxLayout(page)
        body.setContentsMargins(18, 18, 18, 18)
        body.setSpacing(5)
        if event is None:
            words_of_none = _("Choose an event to see who asserts it and who denies it.")
            body.addWidget(TextLabel(words_of_none, "muted", wrap=True))
        else:
            self._fill(body, event)
        body.addStretch(1)
        before = self.takeWidget()
        if before is not None:
            before.deleteLater()
        self.setWidget(page)
        if is_same:
            self._stand_at(page, *stood)

    def _fill(self, body: QVBoxLayout, event: Event) -> None:
        context = self._context
        body.addWidget(TextLabel(event_labels.event_kind(event.kind), "heading", wrap=True))
        body.addWidget(TextLabel(date_sentences.date_full(event.date, context.formats), wrap=True))
        if event.date_words:
            add_text(body, _("Date as written: “{words}”").format(words=event.date_words))
        for fact in words.facts(event):
            add_text(body, fact)
        body.addSpacing(4)
        body.addWidget(rule())
        body.addWidget(TextLabel(_("Sources"), "heading"))
        for sentence in stance_words.sentences(event.citations, self._name):
            add_text(body, sentence, "")
        if is_contested(event):
            add_text(body, words.why_contested(event, self._name), "warn")
        body.addSpacing(2)
        self.cited.fill(body, event)
        if event.note:
            body.addWidget(rule())
            body.addWidget(TextLabel(_("Note"), "heading"))
            add_text(body, event.note)

    def _name(self, source_id: str) -> str:
        source = self._context.view.get(Source, source_id)
        return source.short_name if source is not None else ""

    def _redress(self) -> None:
        self.show_event(self._event)

    def _standing_at(self) -> tuple[str, int]:
        """The name of what has the keyboard, and how far the page is scrolled."""
        focus: QWidget | None = self.window().focusWidget()
        name = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        return name, self.verticalScrollBar().value()

    def _stand_at(self, page: QWidget, name: str, scrolled: int) -> None:
        page.adjustSize()
        self.verticalScrollBar().setValue(scrolled)
        if name:
            there = page.findChild(QWidget, name)
            (there if isinstance(there, QWidget) else self).setFocus(Qt.FocusReason.OtherFocusReason)
