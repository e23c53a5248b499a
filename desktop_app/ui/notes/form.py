"""The card in which a field note is typed, or the chosen one changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.domain import coordinates, date_words, draft_texts
from desktop_app.domain.dates import DateSyntaxError, Obtained, PartialDate
from desktop_app.domain.field_note_draft import FieldNoteDraft, at_once, moment_text
from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.problems import Problem, blocking
from desktop_app.domain.sharing import Sharing
from desktop_app.ui import date_texts
from desktop_app.ui.context import Context
from desktop_app.ui.notes import words
from desktop_app.ui.notes.fields import NoteFields
from desktop_app.ui.notes.known_places import KnownPlaces
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.echo import Understood
from desktop_app.ui.widgets.labels import TextLabel
from desktop_app.words import labels, problem_words
from desktop_app.words.translate import _

_UNFOLDED = "notes/more"
_OF = "of"
"""Among the texts of an unfinished form, the id of the note that was being changed."""

_ROWS = (
    {"people": 3, "children": 3, "boats": 3, "when": 7, "place": 6, "sharing": 5},
    {"injuries": 9, "observer": 5, "how_known": 6},
    {"weather": 6, "precision": 5, "coordinates": 6, "remark": 6},
)
"""Fields side by side, with their shares of the width."""


STAYING = ("place", "precision", "weather", "observer", "how_known", "sharing")
"""Fields that mostly are the same in the next note."""


class NoteForm(QFrame):
    """Holds a draft. Ctrl+Enter keeps it from any field; what mostly stays the same stays for the next note.

    Escape empties a field, then the form, then leaves it.
    """

    addAsked = Signal(object)
    """A FieldNoteDraft to record."""
    saveAsked = Signal(object, object)
    """The FieldNote as it was, and the FieldNoteDraft that changes it."""
    changed = Signal()
    left = Signal()

    def __init__(
        self, context: Context, places: KnownPlaces, now: Callable[[], datetime], order: date_words.Order
    ) -> None:
        super().__init__()
        self.setObjectName("noteForm")
        self.setProperty("look", "inset")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._context, self._places, self._now, self._order = context, places, now, order
        self._note: FieldNote | None = None
        self._when = ("", "")
        """What the field of the moment showed, and the draft's text for it."""
        self._blank = FieldNoteDraft()
        """What the form was filled with."""
        self._was_changed = False
        self._staying = FieldNoteDraft()
        """The new note typed last, while another is changed: what mostly stays the same is taken from it."""
        self.fields = NoteFields(places, self)
        self.heading = TextLabel("", "heading", elide=True)
        self.more = Button(_("&More fields"))
        self.more.setObjectName("moreFields")
        self.more.setCheckable(True)
        self.staying = TextLabel("", "small", elide=True)
        self.keep = Button(_("Add note"), look="primary", key="Ctrl+Return")
        self.keep.setObjectName("keepNote")
        self.cancel = Button(_("Cancel"), key="Esc")
        self._details = QWidget()
        self._lay_out()
        self.fields.changed.connect(self._look)
        self.fields.submitted.connect(self.submit)
        self.more.toggled.connect(self._unfold)
        self.keep.clicked.connect(self.submit)
        self.cancel.clicked.connect(self._leave)
        self.more.setChecked(context.settings.text(_UNFOLDED) == "shown")
        self._show(None, FieldNoteDraft(when=at_once(self._now())))

    def _lay_out(self) -> None:
        echoes = self.fields.echoes
        details = QVBoxLayout(self._details)
        details.setContentsMargins(0, 0, 0, 0)
        details.setSpacing(4)
        for row in _ROWS[1:]:
            details.addLayout(self._row(row))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for part in (self.more, self.staying, self.cancel, self.keep):
            foot.addWidget(part, 1 if part is self.staying else 0)
        body = QVBoxLayout(self)
        body.setContentsMargins(14, 8, 14, 8)
        body.setSpacing(4)
        body.addWidget(self.heading)
        body.addWidget(echoes["seen"])
        body.addLayout(self._row(_ROWS[0]))
        body.addWidget(echoes["force"])
        body.addWidget(self._details)
        body.addLayout(foot)

    def _row(self, shares: Mapping[str, int]) -> QGridLayout:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        for column, (name, share) in enumerate(shares.items()):
            grid.addWidget(self.fields.echoes[name], 0, column)
            grid.setColumnStretch(column, share)
            # Shares alone would leave the widest field its width and squeeze the others.
            self.fields.echoes[name].setMinimumWidth(self.fontMetrics().averageCharWidth() * share * 2)
        return grid

    # what stands in it

    @property
    def note_changed(self) -> FieldNote | None:
        """The note being changed, or None while a new one is typed."""
        return self._note

    @property
    def draft(self) -> FieldNoteDraft:
        """What stands in the form."""
        draft = self.fields.draft
        shown, kept = self._when
        return replace(draft, when=kept) if draft.when == shown else draft

    @property
    def is_changed(self) -> bool:
        """Whether something was typed that would be lost; what stays for the next note would not."""
        draft = self.draft
        return (draft if self._note is not None else _with_staying(draft, self._blank)) != self._blank

    @property
    def texts(self) -> dict[str, str]:
        """What would be lost with the form: nothing while it is as it was filled."""
        if not self.is_changed:
            return {}
        of = self._note.id if self._note is not None else ""
        return {**draft_texts.texts_of(self._on_any_day(self.draft)), _OF: of}

    def _on_any_day(self, draft: FieldNoteDraft) -> FieldNoteDraft:
        """The draft with the day itself for "today": it may be gone on with tomorrow."""
        reading = draft.moment(self._now(), based_on=self._note, order=self._order)
        if reading.code or reading.date.how is not Obtained.RESOLVED or not reading.date.date.is_dated:
            return draft
        return replace(draft, when=moment_text(str(reading.date.date), reading.time))

    def begin(self) -> None:
        """Empty the form for a new note, at this minute. What mostly stays the same is as in the last."""
        if self._note is None:
            self._staying = self.draft
        self._show(None, _with_staying(FieldNoteDraft(when=at_once(self._now())), self._staying))

    def begin_at_once(self) -> None:
        """Be ready for a new note; one that is being typed stays."""
        if not self.is_changed:
            self.begin()
        self.fields.seen.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def change(self, note: FieldNote) -> None:
        """Fill the form with a note, to change it."""
        if self._note is None:
            self._staying = self.draft
        self._show(note, FieldNoteDraft.of(note))
        self.fields.seen.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self, texts: Mapping[str, str]) -> None:
        """Put an unfinished form back as it was left."""
        note = self._context.workspace.get(FieldNote, texts.get(_OF, ""))
        if note is not None:
            self._show(note, FieldNoteDraft.of(note))
        blank = self._blank
        # It was begun then, not now: its minute stays.
        self._was_changed = True
        self._fill(draft_texts.from_texts(FieldNoteDraft, texts))
        self._blank = blank
        self._look()
        self.fields.seen.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> bool:
        """Hand the draft on. False, with the keyboard in the field in fault, while something blocks."""
        blocked = blocking(self._problems())
        if blocked:
            echo = self.fields.echoes[blocked[0].field]
            if self._details.isAncestorOf(echo):
                self.more.setChecked(True)
            echo.set_echo(problem_words.problem(blocked[0].code), Understood.PROBLEM)
            echo.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        if self._note is None:
            self.addAsked.emit(self.draft)
        else:
            self.saveAsked.emit(self._note, self.draft)
        return True

    # keys and looks

    def minimumSizeHint(self) -> QSize:
        """High enough for all it says at the width it has, so that large text scrolls and is not cut."""
        hint = super().minimumSizeHint()
        layout = self.layout()
        if layout is not None and self.width() > 0:
            hint.setHeight(max(hint.height(), layout.totalHeightForWidth(self.width())))
        return hint

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

    def look_again(self) -> None:
        """Say anew how the fields are understood: the places may be others now."""
        self._look()

    def _leave(self) -> None:
        if self._note is None and self.is_changed:
            self.begin()
            self.fields.seen.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if self._note is not None:
            self.begin()
        self.left.emit()

    def _unfold(self, unfolds: bool) -> None:
        self._details.setVisible(unfolds)
        self._context.settings.set_text(_UNFOLDED, "shown" if unfolds else "folded")
        self.updateGeometry()

    def _show(self, note: FieldNote | None, draft: FieldNoteDraft) -> None:
        self._note = note
        self._fill(draft)
        self._blank = self.draft
        self._was_changed = False
        formats = self._context.formats
        if note is not None:
            self.heading.setText(_("Changing: {note}").format(note=words.named(note, formats)))
        self.heading.setVisible(note is not None)
        self.cancel.setVisible(note is not None)
        self.keep.setText(_("Save") if note is not None else _("Add note"))
        # What a note says is seen whole while it is changed.
        self.more.setVisible(note is None)
        self._details.setVisible(note is not None or self.more.isChecked())
        self._look()

    def _fill(self, draft: FieldNoteDraft) -> None:
        shown = self._moment_shown(draft.when)
        self._when = (shown, draft.when)
        self.fields.fill(replace(draft, when=shown))

    def _moment_shown(self, when: str) -> str:
        """A moment in notation as it reads on screen, where that is understood in the same way."""
        notation, _space, time = when.partition(" ")
        try:
            date = PartialDate.parse(notation)
        except DateSyntaxError:
            return when
        return moment_text(date_texts.to_edit(date, self._now().date(), self._context.formats), time)

    def _problems(self) -> list[Problem]:
        return self.draft.check(self._now(), based_on=self._note, order=self._order)

    def _look(self) -> None:
        is_changed = self.is_changed
        if is_changed and not self._was_changed and self._note is None:
            self._take_the_time()
        self._was_changed = is_changed
        self._echo()
        self.changed.emit()

    def _take_the_time(self) -> None:
        """A note begins with its first letter: the minute of an empty form that stood open is an old one."""
        shown, kept = self._when
        now = at_once(self._now())
        if self.fields.when.text() != shown or kept == now:
            return
        self._blank = replace(self._blank, when=now)
        self._when = (self._moment_shown(now), now)
        self.fields.when.blockSignals(True)
        self.fields.when.setText(self._when[0])
        self.fields.when.setCursorPosition(0)
        self.fields.when.blockSignals(False)

    def _echo(self) -> None:
        draft, formats, echoes = self.draft, self._context.formats, self.fields.echoes
        problems = self._problems()
        reading = draft.moment(self._now(), based_on=self._note, order=self._order)
        said = words.count_echoes(draft, problems, formats)
        said["when"] = words.moment_echo(self.fields.when.text(), reading, problems, formats)
        said["place"] = self._places.echo(draft.place)
        said["coordinates"] = self._position_echo(draft, problems)
        said["sharing"] = self._sharing_echo(draft)
        # An empty form is not in fault: what is missing is said when it is to be kept.
        said["seen"] = ("", Understood.NOTHING)
        for name, (text, state) in said.items():
            echoes[name].set_echo(text, state)
        self.staying.setText(words.stays(draft) if not self.more.isChecked() and self._note is None else "")

    def _position_echo(self, draft: FieldNoteDraft, problems: list[Problem]) -> words.Said:
        found = next((problem for problem in problems if problem.field == "coordinates"), None)
        if found is not None:
            return problem_words.problem(found.code), Understood.PROBLEM
        position = coordinates.read(draft.coordinates).position
        same = position is None or str(position) == draft.coordinates.strip()
        return ("", Understood.NOTHING) if same else (str(position), Understood.WELL)

    def _sharing_echo(self, draft: FieldNoteDraft) -> words.Said:
        protected = self._context.workspace.is_protected
        said = labels.sharing_echo(draft.sharing, protected=protected)
        return said, Understood.WELL if draft.sharing is Sharing.CLEAR or protected else Understood.WARN


def _with_staying(draft: FieldNoteDraft, other: FieldNoteDraft) -> FieldNoteDraft:
    """The draft with what mostly stays the same as it is in another."""
    kept: dict[str, Any] = {name: getattr(other, name) for name in STAYING}
    return replace(draft, **kept)
