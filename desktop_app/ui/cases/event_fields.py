"""The fields under the line of an event: five always, four more if wanted; each says how it understood."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from desktop_app.domain import date_words
from desktop_app.domain.event_draft import EventDraft
from desktop_app.domain.event_line import EventLine
from desktop_app.domain.events import Event, Verification
from desktop_app.domain.near_dates import Stretch
from desktop_app.domain.problems import Problem
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Source, Stance
from desktop_app.services import cases, source_matching
from desktop_app.services.workspace import Workspace
from desktop_app.ui.cases import suggesting
from desktop_app.ui.cases.suggesting import SourceNames
from desktop_app.ui.widgets.echo import EchoField, Understood
from desktop_app.ui.widgets.field import Field
from desktop_app.ui.widgets.suggest import SuggestCombo
from desktop_app.words import date_sentences, event_labels, problem_words, stance_words
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_FIRST = {"kind": 5, "date": 4, "place": 4, "source": 5, "note": 5}
"""The fields that always show, with their shares of the width."""
_MORE = {"summary": 8, "authority": 4, "verification": 4, "stance": 4}

_ONE_ROW = 72
"""Letters of room that the first five need side by side."""


class EventFields(QWidget):
    """Holds a draft as texts. `changed` follows every change, by the line or by hand."""

    changed = Signal()
    submitted = Signal()
    """Ctrl+Enter in an open list of suggestions."""

    def __init__(
        self, workspace: Workspace, formats: Formats, today: Callable[[], date], order: date_words.Order
    ) -> None:
        super().__init__()
        self._workspace, self._formats, self._today, self._order = workspace, formats, today, order
        self._sources = SourceNames(workspace, formats)
        self._event: Event | None = None
        self._unread = ""
        self._filling = False
        self._asks_for_more = False
        self.sharing = Sharing.AMBER
        self.around: Stretch | None = None
        """The days of the case's other events."""
        self.kind = SuggestCombo("", suggesting.kinds)
        self.source = SuggestCombo("", self._sources.suggest)
        self.date, self.place, self.note = (Field(clears=True) for _each in range(3))
        self.summary, self.authority = Field(clears=True), Field(clears=True)
        self.verification, self.stance = QComboBox(), QComboBox()
        for step in Verification:
            self.verification.addItem(event_labels.verification(step), step)
        for stance in Stance:
            self.stance.addItem(stance_words.marked(stance), stance)
        for combo in (self.verification, self.stance):
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(8)
        self.echoes = {
            "kind": EchoField(_("Even&t"), self.kind),
            "date": EchoField(_("&Date"), self.date),
            "place": EchoField(_("&Place"), self.place),
            "source": EchoField(_("S&ource"), self.source),
            "note": EchoField(_("&Note"), self.note),
            "summary": EchoField(_("In o&wn words"), self.summary, lines=0),
            "authority": EchoField(_("&Authority"), self.authority, lines=0),
            "verification": EchoField(_("Ver&ification"), self.verification, lines=0),
            "stance": EchoField(_("The source"), self.stance, lines=0),
        }
        self._details = QWidget()
        self._in_row = 0
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        self._grids = QGridLayout(), QGridLayout(self._details)
        for grid in self._grids:
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setHorizontalSpacing(8)
            grid.setVerticalSpacing(4)
        body.addLayout(self._grids[0])
        body.addWidget(self._details)
        self._fit_width()

    def _place(self, in_row: int) -> None:
        """So many fields side by side, the rest in rows below."""
        self._in_row = in_row
        for grid, shares in zip(self._grids, (_FIRST, _MORE), strict=True):
            for place, (name, share) in enumerate(shares.items()):
                grid.addWidget(self.echoes[name], place // in_row, place % in_row)
                if place < in_row:
                    grid.setColumnStretch(place, share)
            for column in range(in_row, len(shares)):
                grid.setColumnStretch(column, 0)

    def _fit_width(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        for name, share in (_FIRST | _MORE).items():
            self.echoes[name].setMinimumWidth(letter * share * 5 // 2)
        wanted = len(_FIRST) if self.width() >= letter * _ONE_ROW or not self.isVisible() else 3
        if wanted != self._in_row:
            self._place(wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fewer fields side by side where the page is narrow or the text large."""
        super().resizeEvent(event)
        self._fit_width()

    def _connect(self) -> None:
        for field in (self.kind, self.date, self.place, self.source, self.note, self.summary, self.authority):
            field.textChanged.connect(self._typed)
        for suggesting_field in (self.kind, self.source):
            suggesting_field.valueChanged.connect(self._typed)
            suggesting_field.submitted.connect(self.submitted)
        for combo in (self.verification, self.stance):
            combo.currentIndexChanged.connect(self._typed)

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
            stance=Stance(self.stance.currentData()),
            verification=Verification(self.verification.currentData()),
            note=self.note.text(),
            sharing=self.sharing,
            around=self.around,
        )

    def in_order(self) -> list[QWidget]:
        """The fields that show, as Enter goes through them."""
        names = (*_FIRST, *(_MORE if not self._details.isHidden() else ()))
        return [self.echoes[name].field for name in names]

    def problems(self) -> list[Problem]:
        """What is wrong with the draft."""
        return self.draft.check(self._today(), based_on=self._event, order=self._order)

    def ask_for_more(self, asks: bool) -> None:
        """Show all fields, or only the first five and those of the others that are filled."""
        self._asks_for_more = asks
        self._show_details()

    def show_draft(self, draft: EventDraft, event: Event | None = None) -> None:
        """Fill the fields: with an event that is changed, or with a new one."""
        self._filling = True
        self._event, self._unread, self.sharing = event, "", draft.sharing
        self.kind.set_value(event_labels.event_kind(draft.kind) if draft.kind else "", draft.kind)
        self.source.set_value(draft.source, draft.source_id or None)
        for name in ("date", "place", "note", "summary", "authority"):
            getattr(self, name).setText(getattr(draft, name))
        self.verification.setCurrentIndex(self.verification.findData(draft.verification))
        self.stance.setCurrentIndex(self.stance.findData(draft.stance))
        self._end_filling()

    def fill(self, line: EventLine, before: EventLine, sticky: tuple[str, str]) -> None:
        """Take over what the line says now and did not say before; what it does not touch stays.

        `sticky` is the source, with its id, that stands where the line names none.
        """
        self._filling = True
        self._unread = line.unread
        if line.kind is not before.kind:
            self.kind.set_value(event_labels.event_kind(line.kind) if line.kind else "", line.kind)
        for name in ("date", "place", "authority", "note"):
            if getattr(line, name) != getattr(before, name):
                getattr(self, name).setText(getattr(line, name))
        if line.source != before.source or (line.source and line.date != before.date):
            self._show_source(line.source, sticky)
        if line.stance is not before.stance:
            self.stance.setCurrentIndex(self.stance.findData(line.stance))
        if line.verification is not before.verification:
            verification = line.verification or Verification.UNKNOWN
            self.verification.setCurrentIndex(self.verification.findData(verification))
        self._end_filling()

    def look_again(self) -> None:
        """Say how the fields are understood, by what the workspace holds now."""
        draft = self.draft
        self._echo_kind(draft)
        self._echo_date(draft)
        self._echo_source(draft)
        is_unread = bool(self._unread) and self._unread in draft.note
        unread = _("Not understood, kept here: {words}").format(words=self._unread) if is_unread else ""
        self.echoes["note"].set_echo(unread, Understood.WARN)
        self._show_details()

    def say_problem(self, problem: Problem) -> None:
        """Put a problem under its field."""
        self.echoes[problem.field].set_echo(problem_words.problem(problem.code), Understood.PROBLEM)

    def _end_filling(self) -> None:
        for field in (self.kind, self.source, self.place, self.note, self.summary, self.authority):
            field.setCursorPosition(0)
        self._filling = False
        self._typed()

    def _typed(self, _what: object = None) -> None:
        if not self._filling:
            self.look_again()
            self.changed.emit()

    def _show_details(self) -> None:
        draft = self.draft
        filled = (
            draft.summary
            or draft.authority
            or draft.verification is not Verification.UNKNOWN
            or draft.stance is not Stance.ASSERTS
        )
        shows = self._event is not None or self._asks_for_more or bool(filled)
        self._details.setVisible(shows)

    def _show_source(self, typed: str, sticky: tuple[str, str]) -> None:
        if not typed:
            self.source.set_value(sticky[0], sticky[1] or None)
            return
        about = self.draft.reading(self._today(), based_on=self._event, order=self._order).date
        chosen = source_matching.find(self._workspace.every(Source), typed, about).chosen
        self.source.set_value(chosen.short_name if chosen else typed, chosen.id if chosen else None)

    def _echo_kind(self, draft: EventDraft) -> None:
        typed = self.kind.text().strip()
        if draft.kind is not None:
            label = event_labels.event_kind(draft.kind)
            self.echoes["kind"].set_echo("" if label == typed else label)
        else:
            is_begun = typed or draft.date or draft.place or draft.note
            words = problem_words.problem("event without type") if is_begun else ""
            self.echoes["kind"].set_echo(words, Understood.PROBLEM if typed else Understood.WARN)

    def _echo_date(self, draft: EventDraft) -> None:
        reading = draft.reading(self._today(), based_on=self._event, order=self._order)
        self._sources.about = reading.date
        said = date_sentences.date_echo(reading, self._formats) if draft.date.strip() else ""
        if said and self._event is None and draft.around is not None:
            usual = date_words.read(draft.date, today=self._today(), order=self._order)
            if usual != reading:
                said = _("{date}, the year nearest the case").format(date=said)
        self.echoes["date"].set_echo(said, Understood.WARN if reading.problem else Understood.WELL)

    def _echo_source(self, draft: EventDraft) -> None:
        source = cases.source_of(self._workspace, draft, self._sources.about)
        said, state = "", Understood.WELL
        if source is not None:
            if self._workspace.get(Source, source.id) is not None:
                said = self._sources.described(source)
            elif self._sources.like(draft.source) > 1:
                said, state = _("Several have this name: F4 to choose"), Understood.WARN
            else:
                said = _("New source: {name}").format(name=source.short_name)
            if draft.stance is not Stance.ASSERTS:
                does = stance_words.marked(draft.stance)
                said = _("{stance}: {source}").format(stance=does, source=said)
        self.echoes["source"].set_echo(said, state)
