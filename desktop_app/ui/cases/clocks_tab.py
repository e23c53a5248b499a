"""The clocks of the chosen case: which terms of the scheme ran, how long it took, and whether that fits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain import clocks
from desktop_app.domain.cases import Case
from desktop_app.domain.clocks import Clock, InForce
from desktop_app.domain.rules import Rule
from desktop_app.domain.sources import Source
from desktop_app.domain.timeline import Timeline
from desktop_app.domain.views import View
from desktop_app.ui.context import Context
from desktop_app.ui.widgets.columns import Chip, Column, Tone
from desktop_app.ui.widgets.table import RecordTableView
from desktop_app.words import clock_labels, clock_words, date_sentences
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_STATE = "cases/clocks"


@dataclass(frozen=True, slots=True)
class ClockRow:
    """One clock as a row."""

    clock: Clock
    place: int
    sources: str

    @property
    def id(self) -> str:
        """The same for one start and one version of a rule, however the clock goes."""
        return f"{self.clock.start.id} {self.clock.rule.id}"


class ClocksTab(QWidget):
    """A table with a row for each start and each version in force then; Enter goes to the rule."""

    ruleAsked = Signal(str)
    """The id of a rule."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.table = RecordTableView(
            columns(context.formats),
            name=_("Clocks of the case"),
            empty=_("No clock ran: no recorded event of this case starts a term of the scheme."),
        )
        self.table.setObjectName("clocksTable")
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self.table)
        self.table.setMinimumHeight(self.table.fontMetrics().height() * 5)
        self.table.restore_state(context.settings.store, _STATE)
        self.table.recordActivated.connect(self._go)

    def show_case(self, case: Case, timeline: Timeline) -> None:
        """Show the clocks of a case, as of the day that the window looks from."""
        self.table.show_records(rows(self._context.view, timeline, self._context))
        if self.table.current_record() is None and self.table.records.rowCount() > 0:
            self.table.select(self.table.records.id_at(0))

    def keep(self) -> None:
        """Remember the columns."""
        self.table.save_state(self._context.settings.store, _STATE)

    def _go(self, row: ClockRow) -> None:
        self.ruleAsked.emit(row.clock.rule.id)


def rows(view: View, timeline: Timeline, context: Context) -> list[ClockRow]:
    """The clocks of a timeline, in the order of their starts."""
    found = clocks.of(timeline, view.every(Rule), context.as_of)
    return [ClockRow(clock, place, _sources(view, clock.rule)) for place, clock in enumerate(found)]


def columns(formats: Formats) -> list[Column[ClockRow]]:
    """Rule, from, to, took, limit, result, sources."""

    def told(words: Callable[[Clock, Formats], str]) -> Callable[[ClockRow], str]:
        def text(row: ClockRow) -> str:
            return words(row.clock, formats)

        return text

    def started(row: ClockRow) -> str:
        return clock_words.event(row.clock.start, formats)

    def start_day(row: ClockRow) -> str:
        return date_sentences.date(row.clock.start.date, formats)

    def limit(row: ClockRow) -> str:
        return clock_words.limit(row.clock.rule, formats)

    def result(row: ClockRow) -> str:
        return f"{clock_words.mark(row.clock)} {clock_words.result(row.clock, formats)}"

    def version(row: ClockRow) -> tuple[Chip, ...]:
        clock = row.clock
        chips = [Chip(clock.rule.version)] if clock.rule.version else []
        if clock.force is InForce.POSSIBLY:
            chips.append(Chip(clock_labels.in_force(clock.force)))
        return tuple(chips)

    return [
        Column(
            "rule",
            _("Rule"),
            lambda row: row.clock.rule.title,
            sort=lambda row: row.place,
            tone=Tone.STRONG,
            chips=version,
            tooltip=told(clock_words.in_full),
            width=35,
        ),
        Column("from", _("From"), start_day, spoken=started, tooltip=started, width=13),
        Column(
            "to",
            _("To"),
            told(clock_words.end_short),
            spoken=told(clock_words.end),
            tooltip=told(clock_words.end),
            width=15,
        ),
        Column("took", _("Took"), lambda row: clock_words.took(row.clock), width=8),
        Column(
            "limit",
            _("Limit"),
            lambda row: clock_words.limit_short(row.clock.rule, formats),
            spoken=limit,
            tooltip=limit,
            width=10,
        ),
        Column(
            "result",
            _("Result"),
            result,
            spoken=told(clock_words.result),
            tooltip=told(clock_words.result),
            width=35,
        ),
        Column(
            "sources",
            _("Source"),
            lambda row: row.sources,
            tooltip=lambda row: row.sources,
            tone=Tone.MUTED,
            stretch=True,
            width=14,
        ),
    ]


def _sources(view: View, rule: Rule) -> str:
    found = (view.get(Source, citation.source) for citation in rule.citations)
    return ", ".join(dict.fromkeys(source.short_name for source in found if source is not None))
