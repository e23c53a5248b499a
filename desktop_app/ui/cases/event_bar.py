"""The bar under the table in which an event is typed, or the chosen one changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QVBoxLayout, QWidget

from desktop_app.domain import date_words
from desktop_app.domain.event_draft import EventDraft
from desktop_app.domain.events import Event, Verification
from desktop_app.domain.problems import blocking
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Source
from desktop_app.services import cases
from desktop_app.services.workspace import Workspace
from desktop_app.ui.cases import suggesting
from desktop_app.ui.cases.button_place import beside_fields
from desktop_app.ui.cases.suggesting import SourceNames
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.echo import EchoField, Understood
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.ui.widgets.suggest import SuggestCombo
from desktop_app.words import date_sentences, event_labels, problem_words
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


class EventBar(QFrame):
    """Holds a draft. Enter goes on to the next field, Ctrl+Enter keeps, Escape leaves a change undone."""

    addAsked = Signal(object)
    """An EventDraft to record."""
    saveAsked = Signal(object, object)
    """The Event as it was, and the EventDraft that changes it."""
    left = Signal()
    """Escape with nothing left to clear, or Cancel: the keyboard should go elsewhere."""

    def __init__(
        self, workspace: Workspace, formats: Formats, today: Callable[[], date], order: date_words.Order
    ) -> None:
        super().__init__()
        self.setObjectName("addEventBar")
        self._workspace, self._formats, self._today, self._order = workspace, formats, today, order
        self._event: Event | None = None
        self._sharing = Sharing.AMBER
        self._shown = EventDraft()
        self._sources = SourceNames(workspace, formats)
        self.heading = TextLabel("", "heading", elide=True)
        self.kind = SuggestCombo("", suggesting.kinds, placeholder=_("arrived, returned…"))
        self.date = Field(clears=True, placeholder=_("early nov 2025"))
        self.source = SuggestCombo("", self._sources.suggest, placeholder=_("who says so"))
        self.note, self.summary = Field(clears=True), Field(clears=True)
        self.place, self.authority = Field(clears=True), Field(clears=True)
        self.verification = QComboBox()
        for step in Verification:
            self.verification.addItem(event_labels.verification(step), step)
        self.more = Button(_("&More fields"))
        self.more.setCheckable(True)
        self.keep = Button(_("Add event"), look="primary", key="Ctrl+Return")
        self.keep.setObjectName("keepEvent")
        self.cancel = Button(_("Cancel"), key="Esc")
        self.echoes = {
            "kind": EchoField(_("Even&t"), self.kind),
            "date": EchoField(_("&Date"), self.date, lines=2),
            "source": EchoField(_("S&ource"), self.source),
            "note": EchoField(_("&Note"), self.note),
            "summary": EchoField(_("In o&wn words"), self.summary, lines=0),
            "place": EchoField(_("&Place"), self.place, lines=0),
            "authority": EchoField(_("&Authority"), self.authority, lines=0),
            "verification": EchoField(_("Ver&ification"), self.verification, lines=0),
        }
        self._details = QWidget()
        self._lay_out()
        self._connect()
        self.begin()

    def _lay_out(self) -> None:
        first, second = QGridLayout(), QGridLayout(self._details)
        for grid, names, widths in (
            (first, ("kind", "date", "source", "note"), (5, 4, 5, 5)),
            (second, ("summary", "place", "authority", "verification"), (8, 3, 3, 3)),
        ):
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setHorizontalSpacing(8)
            for column, (name, width) in enumerate(zip(names, widths, strict=True)):
                grid.addWidget(self.echoes[name], 0, column)
                grid.setColumnStretch(column, width)
        for column, button in enumerate((self.keep, self.cancel, self.more), start=4):
            first.addWidget(beside_fields(button, self.echoes["kind"]), 0, column)
        body = QVBoxLayout(self)
        body.setContentsMargins(14, 8, 14, 8)
        body.setSpacing(4)
        body.addWidget(self.heading)
        body.addLayout(first)
        body.addWidget(self._details)

    def _connect(self) -> None:
        for field in (self.kind, self.date, self.source, self.note, self.summary, self.place, self.authority):
            field.textChanged.connect(self.look_again)
        for combo in (self.kind, self.source):
            combo.valueChanged.connect(self.look_again)
            combo.submitted.connect(self.submit)
        self.verification.currentIndexChanged.connect(self.look_again)
        self.more.toggled.connect(self._details.setVisible)
        self.keep.clicked.connect(self.submit)
        self.cancel.clicked.connect(self._leave)

    @property
    def event_changed(self) -> Event | None:
        """The event being changed, or None while a new one is typed."""
        return self._event

    @property
    def is_changed(self) -> bool:
        """Whether the fields differ from what they were filled with."""
        return self.draft != self._shown

    @property
    def draft(self) -> EventDraft:
        """What stands in the fields."""
        return EventDraft(
            kind=suggesting.kind_of(self.kind.text(), self.kind.value),
            date=self.date.text(),
            summary=self.summary.text(),
            place=self.place.text(),
            authority=self.authority.text(),
            source=self.source.text(),
            source_id=str(self.source.value or ""),
            verification=Verification(self.verification.currentData()),
            note=self.note.text(),
            sharing=self._sharing,
        )

    def set_sharing(self, sharing: Sharing) -> None:
        """New events are shared as far as the case they belong to."""
        if self._event is None:
            self._sharing = sharing
            self._shown = replace(self._shown, sharing=sharing)

    def begin(self, *, keep_source: bool = False) -> None:
        """Empty the fields for a new event; the source may stay for the next one from it."""
        source, chosen = self.source.text(), self.source.value
        self._event = None
        self._fill(EventDraft(sharing=self._sharing))
        if keep_source:
            self.source.set_value(source, chosen)
            self.source.setCursorPosition(0)
            self._shown = self.draft
        self.heading.hide()
        self.cancel.hide()
        self.more.show()
        self._details.setVisible(self.more.isChecked())
        self.keep.setText(_("Add event"))
        self.look_again()

    def propose(self, draft: EventDraft) -> None:
        """Fill the fields for a new event with what is known of it already; it counts as typed."""
        self.begin()
        blank = self._shown
        self._fill(replace(draft, sharing=self._sharing))
        self._shown = blank
        self.more.setChecked(True)
        self.look_again()

    def change(self, event: Event) -> None:
        """Fill the fields with an event, to change it."""
        self._event = event
        self._sharing = event.sharing
        self._fill(EventDraft.of(event, cases.source_name(self._workspace, event)))
        kind = event_labels.event_kind(event.kind)
        day = date_sentences.date(event.date, self._formats)
        self.heading.setText(_("Changing: {event}, {date}").format(event=kind, date=day))
        self.heading.show()
        self.cancel.show()
        self.more.hide()
        self._details.show()
        self.keep.setText(_("Save"))
        self.look_again()

    def submit(self) -> bool:
        """Hand the draft on. False, with the field in fault focused, while something blocks."""
        draft = self.draft
        blocked = blocking(draft.check(self._today(), based_on=self._event, order=self._order))
        if blocked:
            echo = self.echoes[blocked[0].field]
            echo.set_echo(problem_words.problem(blocked[0].code), Understood.PROBLEM)
            echo.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        if self._event is None:
            self.addAsked.emit(draft)
        else:
            self.saveAsked.emit(self._event, draft)
        return True

    def look_again(self) -> None:
        """Say how the fields are understood, by what the workspace holds now."""
        draft = self.draft
        typed = self.kind.text().strip()
        if draft.kind is not None:
            label = event_labels.event_kind(draft.kind)
            self.echoes["kind"].set_echo("" if label == typed else label)
        else:
            words = problem_words.problem("event without type") if typed else ""
            self.echoes["kind"].set_echo(words, Understood.PROBLEM)
        reading = draft.reading(self._today(), based_on=self._event, order=self._order)
        self._sources.about = reading.date
        said = date_sentences.date_echo(reading, self._formats) if draft.date.strip() else ""
        self.echoes["date"].set_echo(said, Understood.WARN if reading.problem else Understood.WELL)
        self._echo_source(draft)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that the fields leave over."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.submit()
            else:
                self.focusNextChild()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _leave(self) -> None:
        if self._event is not None:
            self.begin()
        self.left.emit()

    def _fill(self, draft: EventDraft) -> None:
        label = event_labels.event_kind(draft.kind) if draft.kind else ""
        self.kind.set_value(label, draft.kind)
        self.source.set_value(draft.source, draft.source_id or None)
        self.date.setText(draft.date)
        self.note.setText(draft.note)
        self.summary.setText(draft.summary)
        self.place.setText(draft.place)
        self.authority.setText(draft.authority)
        self.verification.setCurrentIndex(self.verification.findData(draft.verification))
        for field in (self.kind, self.source, self.note, self.summary):
            field.setCursorPosition(0)
        self._shown = self.draft

    def _echo_source(self, draft: EventDraft) -> None:
        source = cases.source_of(self._workspace, draft, self._sources.about)
        if source is None:
            self.echoes["source"].set_echo("")
        elif self._workspace.get(Source, source.id) is not None:
            self.echoes["source"].set_echo(self._sources.described(source))
        elif self._sources.like(draft.source) > 1:
            self.echoes["source"].set_echo(_("Several have this name: F4 to choose"), Understood.WARN)
        else:
            self.echoes["source"].set_echo(_("New source: {name}").format(name=source.short_name))
