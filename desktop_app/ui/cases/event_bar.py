"""The bar over the table in which an event is typed in one line, or the chosen one changed in its fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain import any_day, date_words, event_line
from desktop_app.domain.cases import Case
from desktop_app.domain.event_draft import EventDraft
from desktop_app.domain.event_line import EventLine
from desktop_app.domain.event_twins import extent, twins
from desktop_app.domain.events import Event
from desktop_app.domain.problems import blocking
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Stance
from desktop_app.services import cases
from desktop_app.services.workspace import Workspace
from desktop_app.ui.cases import words
from desktop_app.ui.cases.event_fields import EventFields
from desktop_app.ui.cases.half_typed import NOTHING, Half, Unfinished
from desktop_app.ui.cases.suggesting import LineNames
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.ui.widgets.question import DuplicateNotice
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_WITH_LABEL, _WITH_BUTTONS = 112, 76
"""Letters of room that the line needs to have its label, and its buttons, beside it."""


class EventBar(QFrame):
    """Reads the line at every key. Nothing is kept before it is asked for.

    Ctrl+Enter keeps from anywhere in it, Enter goes on to what is missing, Escape clears and then leaves.
    What is half typed waits for its case to be looked at again.
    """

    changed = Signal()
    """Something is typed, or gone."""
    addAsked = Signal(object)
    """An EventDraft to record."""
    saveAsked = Signal(object, object)
    """The Event as it was, and the EventDraft that changes it."""
    linkAsked = Signal(object, object)
    """An Event that is the same, and the EventDraft whose source is to be added to it."""
    left = Signal()
    """Escape with nothing left to clear, or Cancel: the keyboard should go elsewhere."""

    def __init__(
        self, workspace: Workspace, formats: Formats, today: Callable[[], date], order: date_words.Order
    ) -> None:
        super().__init__()
        self.setObjectName("addEventBar")
        self.setProperty("look", "inset")
        self._workspace, self._formats, self._today, self._order = workspace, formats, today, order
        self._names = LineNames(workspace)
        self._case, self._events = "", tuple[Event, ...]()
        self._sharing = Sharing.AMBER
        self._event: Event | None = None
        self._twin: Event | None = None
        self._shown = EventDraft()
        self._read = NOTHING
        self._sticky = ("", "")
        self._halves: dict[str, Half] = {}
        self.line = Field(
            _("Event in one line"),
            placeholder=_("returned early nov 2025, anadolu"),
            look="typing",
            clears=True,
        )
        self.line.setObjectName("eventLine")
        self.fields = EventFields(workspace, formats, today, order)
        self.heading = TextLabel("", "heading", elide=True)
        self._label = TextLabel("", "small")
        self._label.setBuddy(self.line)
        self.more = Button(_("&More fields"), tall=True)
        self.more.setCheckable(True)
        self.keep = Button(_("Add event"), look="primary", key="Ctrl+Return", tall=True)
        self.keep.setObjectName("keepEvent")
        self.cancel = Button(_("Cancel"), key="Esc", tall=True)
        self.twin = DuplicateNotice()
        self.twin.link.setObjectName("linkEventButton")
        self._lay_out()
        self._connect()
        self.begin()

    def _lay_out(self) -> None:
        sideways = QBoxLayout.Direction.LeftToRight
        self._head, self._first, buttons = QBoxLayout(sideways), QBoxLayout(sideways), QHBoxLayout()
        for row in (self._head, self._first, buttons):
            row.setSpacing(8)
        for button in (self.keep, self.cancel, self.more):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for part in (self.heading, self.line):
            self._first.addWidget(part, 1)
        self._first.addLayout(buttons)
        self._head.addWidget(self._label)
        self._head.addLayout(self._first, 1)
        body = QVBoxLayout(self)
        body.setContentsMargins(14, 8, 14, 6)
        body.setSpacing(5)
        body.addLayout(self._head)
        body.addWidget(self.fields)
        body.addWidget(self.twin)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._line_changed)
        self.line.textChanged.connect(self.changed)
        self.fields.changed.connect(self._look_around)
        self.fields.changed.connect(self.changed)
        self.fields.submitted.connect(self.submit)
        self.more.toggled.connect(self.fields.ask_for_more)
        self.keep.clicked.connect(self.submit)
        self.cancel.clicked.connect(self._leave)
        self.twin.addAsked.connect(self.submit)
        self.twin.linkAsked.connect(self.link)

    @property
    def event_changed(self) -> Event | None:
        """The event being changed, or None while a new one is typed."""
        return self._event

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return bool(self.line.text().strip()) or self.draft != self._shown

    @property
    def draft(self) -> EventDraft:
        """What stands in the fields."""
        return self.fields.draft

    @property
    def unfinished(self) -> Unfinished:
        """All that is half typed and would be lost with the window."""
        new, changed = dict(self._halves), dict[str, Half]()
        if self.is_changed:
            half = Half(self.line.text(), self.draft)
            if self._event is None:
                new[self._case] = half
            else:
                changed[self._event.id] = self._lasting(half, self._event)
        return Unfinished({case: self._lasting(half) for case, half in new.items()}, changed)

    def take_unfinished(self, left: Unfinished) -> None:
        """What was half typed of cases stands in the line again when they are looked at."""
        for case, half in left.new.items():
            self._halves[case] = replace(half, read=self._read_line(half.line))
        if self._event is None and not self.is_changed:
            self._take_up()

    def take_change(self, half: Half) -> None:
        """Go on with the change of the event that is being changed."""
        blank = self._shown
        self._show(Half("", half.draft))
        self._shown = blank

    def refresh(self) -> None:
        """Learn names anew at the next key, and say again how the fields are understood."""
        self._names.forget()
        self.fields.look_again()
        self._look_around()

    def set_case(self, case: Case, events: Sequence[Event]) -> None:
        """New events are of this case, which has these so far, and are shared as far as it is."""
        is_other = case.id != self._case and self._event is None
        if is_other:
            self._put_by()
        self._case, self._events, self._sharing = case.id, tuple(events), case.sharing
        self._label.setText(_("T&ype an event of {code}").format(code=case.code.replace("&", "&&")))
        self.fields.around = extent(event for event in events if event != self._event)
        if is_other:
            self._take_up()
        elif self._event is None:
            self._shown = replace(self._shown, sharing=case.sharing)
            self.fields.sharing = case.sharing
            self._look_around()

    def begin(self, *, keep_source: bool = False) -> None:
        """Be ready for a new event: what was half typed before, or nothing but the source of the last one."""
        # Who denies one event is seldom the one who tells of the next.
        if keep_source and self.draft.stance is Stance.ASSERTS:
            self._sticky = (self.fields.source.text(), str(self.fields.source.value or ""))
        if self._event is None:
            self._halves.pop(self._case, None)
        self._event = None
        self._show_parts()
        self._take_up()

    def propose(self, draft: EventDraft) -> None:
        """Fill the fields for a new event with what is known of it already; it counts as typed."""
        self.begin()
        blank = self._shown
        self._show(Half("", replace(draft, sharing=self._sharing)))
        self._shown = blank
        self.more.setChecked(True)
        self._look_around()

    def change(self, event: Event) -> None:
        """Fill the fields with an event, to change it."""
        if self._event is None:
            self._put_by()
        self._event = event
        self.fields.around = extent(other for other in self._events if other.id != event.id)
        draft = EventDraft.of(event, cases.source_name(self._workspace, event))
        self._show(Half("", draft))
        named = words.named(event, self._formats)
        self.heading.setText(_("Changing: {event}").format(event=named))
        self._show_parts()

    def submit(self) -> bool:
        """Hand the draft on. False, with the field in fault focused, while something blocks."""
        blocked = blocking(self.fields.problems())
        if blocked:
            self.fields.say_problem(blocked[0])
            self.fields.echoes[blocked[0].field].field.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        if self._event is None:
            self.addAsked.emit(self.draft)
        else:
            self.saveAsked.emit(self._event, self.draft)
        return True

    def link(self) -> None:
        """Ask for the source to be added to the event that is the same."""
        if self._twin is not None and self.twin.link.isVisible() and self.twin.link.isEnabled():
            self.linkAsked.emit(self._twin, self.draft)

    def focus_line(self) -> None:
        """Put the keyboard where a new event is typed, behind what stands there."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.line.end(False)

    def minimumSizeHint(self) -> QSize:
        """High enough for all it says at the width it has, so that large text scrolls and is not cut."""
        hint = super().minimumSizeHint()
        layout = self.layout()
        if layout is not None and self.width() > 0:
            hint.setHeight(max(hint.height(), layout.totalHeightForWidth(self.width())))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the label over the line, and the buttons under it, where there is no room beside it."""
        super().resizeEvent(event)
        letters = self.width() / self.fontMetrics().averageCharWidth()
        ways = QBoxLayout.Direction
        for row, needed in ((self._head, _WITH_LABEL), (self._first, _WITH_BUTTONS)):
            row.setDirection(ways.TopToBottom if letters < needed else ways.LeftToRight)
        self._head.setSpacing(3 if letters < _WITH_LABEL else 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that the fields leave over."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if control:
                self.submit()
            else:
                self._go_on()
        elif event.key() == Qt.Key.Key_L and control and self._twin is not None:
            self.link()
        elif event.key() == Qt.Key.Key_Escape:
            self._step_back()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _go_on(self) -> None:
        """From the line to the first field that is missing or not understood; from a field to the next."""
        focused = self.window().focusWidget()
        order = self.fields.in_order()
        target: QWidget = self.keep
        if focused in order[:-1]:
            target = order[order.index(focused) + 1]
        elif focused is self.line:
            draft = self.draft
            missing = [] if draft.date.strip() else ["date"]
            wanted = [problem.field for problem in self.fields.problems()] + missing
            if wanted:
                target = self.fields.echoes[wanted[0]].field
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _step_back(self) -> None:
        """Escape where a field has nothing left to clear: clear all, then leave."""
        if self._event is not None or not self.is_changed:
            self._leave()
        else:
            self.begin()
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        if self._event is not None:
            self.begin()
        self.left.emit()

    def _show_parts(self) -> None:
        """A new event has a line; one that is changed has a heading and all its fields."""
        is_new = self._event is None
        for part in (self._label, self.line, self.more):
            part.setVisible(is_new)
        for part in (self.heading, self.cancel):
            part.setVisible(not is_new)
        self.keep.setText(_("Add event") if is_new else _("Save"))

    def _put_by(self) -> None:
        """Keep what is half typed for when its case is looked at again."""
        if self._case and self.is_changed:
            self._halves[self._case] = Half(self.line.text(), self.draft, self._read)

    def _take_up(self) -> None:
        """Go on with what was half typed of the case, or begin with the source of the last event."""
        name, source = self._sticky
        empty = EventDraft(source=name, source_id=source, sharing=self._sharing)
        self._show(self._halves.pop(self._case, Half("", empty, NOTHING)))
        self._shown = empty

    def _show(self, half: Half) -> None:
        self._read = half.read
        self.line.blockSignals(True)
        self.line.setText(half.line)
        self.line.blockSignals(False)
        self.fields.show_draft(half.draft, self._event)
        self._shown = self.draft

    def _line_changed(self, text: str) -> None:
        before, self._read = self._read, self._read_line(text)
        self.fields.fill(self._read, before, self._sticky)

    def _read_line(self, text: str) -> EventLine:
        if not text.strip():
            return NOTHING
        return event_line.read(text, self._names.lexicon, today=self._today(), order=self._order)

    def _lasting(self, half: Half, event: Event | None = None) -> Half:
        draft = half.draft
        read = partial(draft.reading, based_on=event, order=self._order)
        return replace(half, draft=replace(draft, date=any_day.lasting(draft.date, read, self._today())))

    def _look_around(self) -> None:
        """Compare what is typed with what the case has."""
        draft = self.draft
        is_new = self._event is None
        found = twins(self._events, draft, self._today(), self._order) if is_new else []
        self._twin = found[0] if found else None
        if self._twin is None:
            self.twin.withdraw()
            return
        source = cases.source_of(self._workspace, draft, self._twin.date)
        is_cited = source is not None and any(each.source == source.id for each in self._twin.citations)
        asked = _("There already, from this source: {event}") if is_cited else _("Looks like: {event}")
        said = words.with_sources(self._twin, self._names.source_name, self._formats)
        self.twin.ask(asked.format(event=said))
        self.twin.link.setVisible(not is_cited)
        self.twin.link.setEnabled(source is not None)
