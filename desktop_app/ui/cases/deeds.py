"""Keeps and deletes what the page of cases asks for, and tells how it went: done, with Undo, or refused."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from desktop_app.domain.attachments import Attachment
from desktop_app.domain.case_draft import CaseDraft
from desktop_app.domain.cases import Case
from desktop_app.domain.date_words import Order
from desktop_app.domain.event_draft import EventDraft
from desktop_app.domain.events import Event
from desktop_app.domain.refusals import Refusal
from desktop_app.services import attachments, cases, forgetting
from desktop_app.services.forgetting import Report
from desktop_app.ui.cases import words
from desktop_app.ui.context import Context
from desktop_app.words import privacy_words
from desktop_app.words.translate import _, _n


class CaseDeeds:
    """Each deed is one step that Undo takes back. None, or False, where it was refused."""

    def __init__(self, context: Context, order: Order) -> None:
        self._context = context
        self._order = order

    def keep_case(self, case: Case | None, draft: CaseDraft) -> Case | None:
        """Record a new case, or what was changed of one."""
        workspace = self._context.workspace
        try:
            if case is None:
                kept = self._context.keeping(partial(cases.record_case, workspace, draft))
                said = _("Added: {name}")
            else:
                newest = self._context.for_change(case)
                kept = self._context.keeping(partial(cases.revise_case, workspace, newest, draft))
                said = _("Saved: {name}")
        except Refusal as refusal:
            self._context.notices.refuse(refusal)
            return None
        self._context.notices.tell(said.format(name=kept.code), undo=True)
        return kept

    def delete_cases(self, chosen: Sequence[Case]) -> bool:
        """Delete cases with their events."""
        try:
            cases.remove_cases(self._context.workspace, chosen)
        except Refusal as refusal:
            self._context.notices.refuse(refusal)
            return False
        n = len(chosen)
        said = _n("Deleted {n} case with its events", "Deleted {n} cases with their events", n)
        self._context.notices.tell(said.format(n=self._context.formats.number(n)), undo=True)
        return True

    def goes_with(self, case: Case) -> str:
        """What goes with a case that is forgotten, in words."""
        context = self._context
        events = cases.events_of(context.workspace, case.id)
        kept = attachments.counts(context.workspace)
        copies = sum(kept.get(id, 0) for id in (case.id, *(event.id for event in events)))
        return privacy_words.counted({Event: len(events), Attachment: copies}, context.formats)

    def forget_case(self, case: Case) -> Report | None:
        """Forget a case; no step takes that back."""
        try:
            return forgetting.forget(self._context.workspace, case)
        except Refusal as refusal:
            self._context.notices.refuse(refusal)
            return None

    def keep_event(self, case: Case, draft: EventDraft) -> Event | None:
        """Record a new event of a case."""
        context = self._context
        try:
            deed = partial(cases.record_event, context.workspace, case, draft, context.today(), self._order)
            kept = context.keeping(deed)
        except Refusal as refusal:
            context.notices.refuse(refusal)
            return None
        context.notices.tell(_("Added: {event}").format(event=words.named(kept, context.formats)), undo=True)
        return kept

    def link_event(self, event: Event, draft: EventDraft) -> Event | None:
        """Add the draft's source to an event that is the same."""
        context = self._context
        try:
            kept = cases.link_event(context.workspace, context.for_change(event), draft)
        except Refusal as refusal:
            context.notices.refuse(refusal)
            return None
        context.notices.tell(
            _("Added as one more source: {name}").format(name=draft.source.strip()), undo=True
        )
        return kept

    def change_event(self, event: Event, draft: EventDraft) -> Event | None:
        """Record what was changed of an event."""
        context = self._context
        try:
            newest = context.for_change(event)
            deed = partial(cases.revise_event, context.workspace, newest, draft, context.today(), self._order)
            kept = context.keeping(deed)
        except Refusal as refusal:
            context.notices.refuse(refusal)
            return None
        context.notices.tell(_("Saved: {event}").format(event=words.named(kept, context.formats)), undo=True)
        return kept

    def delete_events(self, chosen: Sequence[Event]) -> bool:
        """Delete events."""
        try:
            cases.remove_events(self._context.workspace, chosen)
        except Refusal as refusal:
            self._context.notices.refuse(refusal)
            return False
        n = len(chosen)
        said = _n("Deleted {n} event", "Deleted {n} events", n).format(n=self._context.formats.number(n))
        self._context.notices.tell(said, undo=True)
        return True
