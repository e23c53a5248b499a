"""What stands behind the chosen finding: its arithmetic, why it is looked for, its records and sources."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.records import Record
from desktop_app.domain.sources import Source
from desktop_app.domain.statements import Statement
from desktop_app.ui import moving
from desktop_app.ui.checks.rows import FindingRow
from desktop_app.ui.context import Context
from desktop_app.ui.places import Place
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import TextLabel, rule, section_label
from desktop_app.ui.widgets.wrapped_link import WrappedLink
from desktop_app.words import findings
from desktop_app.words.finding_subjects import subject_of
from desktop_app.words.translate import _, _n

_RECORDS = (Figure, Event, Statement)
_FIRST = 12


class FindingPanel(QScrollArea):
    """Shows one finding, or how many are chosen. What it asks for is carried out by the page."""

    goAsked = Signal()
    acceptAsked = Signal()
    takeBackAsked = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setObjectName("findingInspector")
        self.setProperty("region", "inspector")
        self.setProperty("look", "station")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("The chosen finding"))
        self._page = QWidget()
        self.show_rows(())

    def show_rows(self, rows: Sequence[FindingRow]) -> None:
        """Show what is chosen."""
        focus: QWidget | None = self.window().focusWidget()
        name = focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""
        self._page = QWidget()
        body = QVBoxLayout(self._page)
        body.setContentsMargins(18, 18, 18, 18)
        body.setSpacing(8)
        if not rows:
            words = _("Choose a finding to see its arithmetic and its sources.")
            body.addWidget(TextLabel(words, "muted", wrap=True))
        elif len(rows) == 1:
            self._fill(body, rows[0])
        else:
            chosen = _n("{n} finding chosen", "{n} findings chosen", len(rows))
            heading = chosen.format(n=self._context.formats.number(len(rows)))
            body.addWidget(TextLabel(heading, "heading"))
            self._add_ways(body, rows)
        body.addStretch(1)
        before = self.takeWidget()
        if before is not None:
            before.deleteLater()
        self.setWidget(self._page)
        there = self._page.findChild(QWidget, name) if name else None
        if name:
            (there if isinstance(there, QWidget) else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, body: QVBoxLayout, row: FindingRow) -> None:
        body.addWidget(TextLabel(row.title, "muted", wrap=True))
        message = TextLabel(row.message, "heading", wrap=True)
        message.setObjectName("findingMessage")
        body.addWidget(message)
        if row.accepted is not None:
            words = _("Accepted: {reason}").format(reason=row.reason)
            body.addWidget(TextLabel(words, wrap=True))
        self._add_ways(body, [row])
        self._add_numbers(body, row)
        body.addWidget(section_label(_("Why it is looked for")))
        body.addWidget(TextLabel(findings.why(row.code), wrap=True))
        self._add_records(body, row)

    def _add_ways(self, body: QVBoxLayout, rows: Sequence[FindingRow]) -> None:
        if len(rows) == 1:
            go = Button(_("Go there"), look="primary", key="Return")
            go.setObjectName("goButton")
            go.clicked.connect(self.goAsked)
            body.addWidget(go)
            self._add_move(body, rows[0])
        if any(row.accepted is None for row in rows):
            accept = Button(_("Accept with reason…"), key="Ctrl+Return")
            accept.setObjectName("acceptButton")
            accept.clicked.connect(self.acceptAsked)
            body.addWidget(accept)
        if any(row.accepted is not None for row in rows):
            back = Button(_("Take back acceptance"), key="Del")
            back.setObjectName("takeBackButton")
            back.clicked.connect(self.takeBackAsked)
            body.addWidget(back)

    def _add_move(self, body: QVBoxLayout, row: FindingRow) -> None:
        """For an arrival on an empty day: move it to the nearest one that is not."""
        day = moving.day_offered(row.finding)
        if day is not None:
            button = Button(moving.offer(day, self._context.formats))
            button.setObjectName("moveButton")
            button.clicked.connect(partial(self._move, row))
            body.addWidget(button)

    def _move(self, row: FindingRow, _checked: bool = False) -> None:
        moving.move(self._context, row.finding)

    def _add_numbers(self, body: QVBoxLayout, row: FindingRow) -> None:
        numbers = row.numbers
        if not numbers:
            return
        body.addSpacing(2)
        body.addWidget(rule())
        body.addWidget(section_label(_("The arithmetic")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for line, (name, value) in enumerate(numbers):
            number = TextLabel(value, wrap=True)
            number.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignTrailing)
            grid.addWidget(TextLabel(name, "muted", wrap=True), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(number, line, 1)
        body.addLayout(grid)
        body.addWidget(rule())

    def _add_records(self, body: QVBoxLayout, row: FindingRow) -> None:
        records = list(self._records(row.finding.records))
        body.addWidget(section_label(_n("Record", "Records", max(1, len(records)))))
        for number, record in enumerate(records[:_FIRST]):
            words = subject_of(record, self._context.view, self._context.formats)
            body.addWidget(self._link(f"record{number}", words, record))
        if len(records) > _FIRST:
            rest = self._context.formats.number(len(records) - _FIRST)
            body.addWidget(TextLabel(_("and {n} more").format(n=rest), "small"))
        sources = self._sources(records)
        if sources:
            body.addWidget(section_label(_n("Source", "Sources", len(sources))))
        for number, source in enumerate(sources[:_FIRST]):
            body.addWidget(self._link(f"source{number}", source.short_name, source))

    def _records(self, ids: Iterable[str]) -> Iterable[Record]:
        view = self._context.view
        for id in ids:
            for kind in _RECORDS:
                record = view.get(kind, id)
                if record is not None:
                    yield record
                    break

    def _sources(self, records: Iterable[Record]) -> list[Source]:
        cited = dict.fromkeys(
            citation.source
            for record in records
            if isinstance(record, Figure | Event | Statement)
            for citation in record.citations
        )
        get = self._context.view.get
        return [source for id in cited if (source := get(Source, id)) is not None]

    def _link(self, name: str, words: str, record: Record) -> WrappedLink:
        link = WrappedLink(words)
        link.setObjectName(name)
        link.clicked.connect(partial(self._open, record))
        return link

    def _open(self, record: Record, _checked: bool = False) -> None:
        self._context.navigator.go(place_of(record))


def place_of(record: Record) -> Place:
    """Where a record is shown."""
    if isinstance(record, Event):
        return Place("cases", record=record.case or record.id)
    if isinstance(record, Statement):
        return Place("statements", record=record.id)
    return Place("sources" if isinstance(record, Source) else "figures", record=record.id)
