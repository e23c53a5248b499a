"""The page of field notes: one is typed in seconds, and all are found, by text or by place."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QLocale, QObject, QSize, Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QMenu

from desktop_app.domain.attachments import Attachment
from desktop_app.domain.events import Event
from desktop_app.domain.field_note_draft import FieldNoteDraft
from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.figures import Figure
from desktop_app.domain.records import Record
from desktop_app.domain.sources import Source
from desktop_app.domain.statements import Statement
from desktop_app.services.workspace import Step
from desktop_app.ui.attachments.kept_copies import files_of
from desktop_app.ui.clock import now_here
from desktop_app.ui.context import Context
from desktop_app.ui.drafts import DraftKeeper
from desktop_app.ui.exporting.scopes import Shown
from desktop_app.ui.history.dialog import show_history
from desktop_app.ui.locales import date_order
from desktop_app.ui.notes import words
from desktop_app.ui.notes.columns import Facts
from desktop_app.ui.notes.deeds import NoteDeeds
from desktop_app.ui.notes.finding import NOTES, PLACES, Finding
from desktop_app.ui.notes.form import NoteForm
from desktop_app.ui.notes.known_places import KnownPlaces
from desktop_app.ui.notes.layout import lay_out
from desktop_app.ui.notes.side import NoteSide
from desktop_app.ui.page import Page
from desktop_app.ui.places import Place
from desktop_app.words.translate import _

_SHOWN_HERE = frozenset({FieldNote, Attachment, Source, Figure, Event, Statement})
_NARROW_EM = 62
"""Below so many letter heights the side makes room for the list."""


class NotesPage(Page):
    """The form above, notes or places below it, the chosen note at the side."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, "notes")
        order = date_order(QLocale())
        self._facts, self._known = Facts(), KnownPlaces(context.formats)
        self.finding = Finding(context, self._facts, self._known, self)
        self.table, self.places = self.finding.table, self.finding.places
        self.search, self.tabs, self.only = self.finding.search, self.finding.tabs, self.finding.only
        self._deeds = NoteDeeds(context, self._now, order)
        self._side_wanted = True
        self._has_offered = False
        self.form = NoteForm(context, self._known, self._now, order)
        self.drafts = DraftKeeper(self.form, context, "field note", self._texts)
        self.side = NoteSide(context)
        self._parts = lay_out(self)
        self._connect()

    def _connect(self) -> None:
        self.finding.turned.connect(self._show_tab)
        self.finding.counted.connect(self.say_status)
        self.form.addAsked.connect(self._keep_new)
        self.form.saveAsked.connect(self._keep_changed)
        self.form.changed.connect(self.drafts.note_change)
        self.form.left.connect(self.finding.focus)
        self.drafts.continued.connect(self._go_on)
        self.table.currentRecordChanged.connect(self._choose)
        self.table.recordActivated.connect(self._show_side)
        self.table.deleteRequested.connect(self._deeds.delete)
        self.table.menuRequested.connect(self._add_to_menu)
        self.table.installEventFilter(self)
        self.side.changeAsked.connect(self.edit_selected)
        self.side.figureAsked.connect(self._to_figure)
        self.side.eventAsked.connect(self._to_event)
        self.side.recordOpened.connect(self._open)

    # What the window asks

    def refresh(self) -> None:
        """Show the notes anew."""
        view = self.context.view
        notes = list(view.every(FieldNote))
        self._facts.refresh(view)
        self._known.refresh(notes)
        self.finding.show(notes, self._known.places)
        changed = self.form.note_changed
        if changed is not None and self.context.workspace.get(FieldNote, changed.id) is None:
            self.form.begin()
        self.form.look_again()
        self.side.show_note(self.table.current_record())
        if not self._has_offered:
            self._has_offered = True
            self.drafts.offer(_("An unfinished field note was kept."))

    def take(self, step: Step) -> None:
        """Notes, their files and what cites them are shown here; nothing else is."""
        if not step.kinds.isdisjoint(_SHOWN_HERE):
            self.refresh()

    def go(self, place: Place) -> None:
        """Show a note, or begin a new one."""
        if place.wish == "add":
            self.add()
        elif place.record:
            self.finding.reveal(place.record)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self) -> None:
        """Begin a note at this minute; one that is being typed is gone on with."""
        self.tabs.choose(NOTES)
        self.form.begin_at_once()
        self._parts.scroll.ensureWidgetVisible(self.form)

    def find_text(self) -> None:
        """Put the keyboard into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def shown_records(self) -> Shown:
        """What may be exported from here."""
        return Shown.of(self.table, FieldNote)

    def copy(self) -> None:
        """Copy the chosen rows."""
        self.finding.in_sight.copy()

    def delete_selected(self) -> None:
        """Delete the chosen notes."""
        self._deeds.delete(self.table.selected_records())

    def edit_selected(self) -> None:
        """Change the chosen note in the form."""
        note = self.table.current_record()
        if note is None:
            return
        if self.form.is_changed and self.form.note_changed != note:
            self.context.notices.tell(_("Add or clear what is being typed first"))
            self.form.fields.seen.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.form.change(self.context.for_change(note))
        self._parts.scroll.ensureWidgetVisible(self.form)

    def show_history(self) -> None:
        """Show the versions of the chosen note."""
        note = self.table.current_record()
        if note is not None:
            title = words.named(note, self.context.formats)
            show_history(self.context, FieldNote, note.id, title, self)

    def focus_first(self) -> None:
        """Begin where a note is typed."""
        self.form.fields.seen.setFocus(Qt.FocusReason.OtherFocusReason)

    def minimumSizeHint(self) -> QSize:
        """Small: the side makes room, and then the rest scrolls."""
        return QSize(320, 240)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the list where the page is narrow."""
        super().resizeEvent(event)
        self._place_side()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 changes the chosen note, Escape shows all again, pasted files are kept with the chosen note."""
        if event.key() == Qt.Key.Key_F2 and not event.modifiers():
            self.edit_selected()
        elif event.key() == Qt.Key.Key_Escape and self.finding.is_narrowed:
            self.finding.lift()
        elif event.matches(QKeySequence.StandardKey.Paste) and self._paste_files():
            pass
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the table, Space shows and hides what is at the side."""
        if watched is self.table and isinstance(event, QKeyEvent) and _is_space(event):
            self._turn_side(not self._parts.panel.isVisible())
            return True
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the columns, and what was typed."""
        self.finding.save()
        self.drafts.keep()
        super().hideEvent(event)

    # Showing

    def _now(self) -> datetime:
        """This minute, of the day that the window goes by."""
        return datetime.combine(self.context.today(), now_here().time())

    def _texts(self) -> dict[str, str]:
        return self.form.texts

    def _show_tab(self) -> None:
        if self.tabs.choice == PLACES:
            self._parts.show_places()
        else:
            self._parts.show_notes(self.table.records.total > 0)

    def _choose(self, note: FieldNote | None) -> None:
        self.side.show_note(note)
        if note is not None:
            self.context.navigator.note(Place("notes", record=note.id))
        changed = self.form.note_changed
        is_other = changed is not None and (note is None or note.id != changed.id)
        if is_other and not self.form.is_changed:
            self.form.begin()

    def _place_side(self) -> None:
        needed = self._parts.left.minimumSizeHint().width() + self._parts.panel.minimumWidth()
        room = self.width() >= max(needed, self.fontMetrics().height() * _NARROW_EM)
        self._parts.panel.setVisible(self._side_wanted and room)

    def _turn_side(self, shown: bool) -> None:
        self._side_wanted = shown
        # Asked for by hand it is shown however narrow the page is.
        self._parts.panel.setVisible(shown)

    def _show_side(self, _note: object = None) -> None:
        self._turn_side(True)

    # Changing

    def _keep_new(self, draft: FieldNoteDraft) -> None:
        kept = self._deeds.keep(draft)
        if kept is not None:
            self.form.begin()
            self.drafts.keep()
            self.finding.reveal(kept.id)
            self.form.fields.seen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_changed(self, note: FieldNote, draft: FieldNoteDraft) -> None:
        kept = self._deeds.change(note, draft)
        if kept is not None:
            self.form.begin()
            self.drafts.keep()
            self.finding.reveal(kept.id)
            self.finding.focus()

    def _go_on(self, texts: dict[str, str]) -> None:
        self.tabs.choose(NOTES)
        self.form.go_on(texts)

    def _paste_files(self) -> bool:
        files = files_of(QGuiApplication.clipboard().mimeData())
        if files and self.side.note is not None:
            self.side.copies.keep_files(files)
        return bool(files)

    def _to_figure(self) -> None:
        if self.side.note is not None:
            self._deeds.to_figure(self.side.note)

    def _to_event(self) -> None:
        if self.side.note is not None:
            self._deeds.to_event(self.side.note)

    def _open(self, record: Record) -> None:
        page = "cases" if isinstance(record, Event) else "figures"
        self.context.navigator.go(Place(page, record=record.id))

    def _add_to_menu(self, menu: QMenu, _note: FieldNote) -> None:
        menu.addAction(_("Edit"), QKeySequence("F2"), self.edit_selected)
        menu.addAction(_("Delete"), QKeySequence.StandardKey.Delete, self.delete_selected)
        menu.addSeparator()
        menu.addAction(_("Make a figure…"), self._to_figure)
        menu.addAction(_("Make an event…"), self._to_event)
        menu.addAction(_("History"), QKeySequence("Ctrl+Shift+H"), self.show_history)


def _is_space(event: QKeyEvent) -> bool:
    pressed = event.type() == QEvent.Type.KeyPress
    return pressed and event.key() == Qt.Key.Key_Space and not event.modifiers()
