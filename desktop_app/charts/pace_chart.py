"""Builds "Pace and target": people a week, from counts of weeks or from totals of one origin, never else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop_app.charts import comparison, saying, time_table
from desktop_app.charts.along import empty_plot
from desktop_app.charts.asked import Asked
from desktop_app.charts.shapes import Mark, Note
from desktop_app.charts.sheets import Sheet, Tint
from desktop_app.charts.time_plot import Block, Level, TimePanel, TimePlot
from desktop_app.charts.time_table import FROM_FIGURES, Listed, Plotted
from desktop_app.domain import dates, named
from desktop_app.domain.events import Event
from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.figures import Figure
from desktop_app.domain.intervals import Interval
from desktop_app.domain.measures import TGT_RET_WK
from desktop_app.domain.pace import Gain, gains
from desktop_app.domain.readings import Known, Reading
from desktop_app.domain.records import Record
from desktop_app.domain.series import flow, known, running_total, weekly
from desktop_app.words import sentences
from desktop_app.words.measure_words import measure_verb
from desktop_app.words.translate import _, _n

NAME = "pace"
DRAWN: frozenset[type[Record]] = FROM_FIGURES | {Event, FieldNote}

DAYS = 7
Piece = Reading | Gain


def title() -> str:
    """What the chart is called in lists."""
    return _("Pace and target")


def build(asked: Asked) -> Sheet:
    """The chart of the days asked for: arrivals, returns and admissions a week, each refused for a reason."""
    return _Drawing(asked).sheet()


class _Drawing:
    """One chart while it is put together."""

    def __init__(self, asked: Asked) -> None:
        self._asked, self._formats = asked, asked.formats
        self._scheme = comparison.default_scheme(asked.view)
        self._ledger: Known = known(asked.view)
        self._listed = Listed(asked)
        self._last: list[Figure] = []
        scheme = self._scheme
        self._codes = (scheme.pressure, scheme.outbound, scheme.inbound)
        self._tints = (Tint.ARRIVALS, Tint.RETURNED, Tint.ADMITTED)
        every = [self._pieces(code) for code in self._codes]
        ends = [end for pieces in every for piece in pieces for end in (piece.start, piece.end)]
        self._days: tuple[date, date] | None = None
        self._shown: list[list[Piece]] = [[] for _code in self._codes]
        if ends:
            first, last = asked.period.days(min(ends), max(ends), scheme.start.earliest)
            self._days = (first, last)
            self._shown = [
                [one for one in pieces if first <= one.start and one.end <= last] for pieces in every
            ]

    def sheet(self) -> Sheet:
        """All of it."""
        if self._days is None or not any(self._shown):
            day = self._asked.day.toordinal()
            words = _("It needs counts of whole weeks, or two totals of one source on exact days.")
            return time_table.nothing(self._asked, NAME, TimePlot(day, day), _("No pace to draw yet"), words)
        first, last = self._days
        panels = tuple(self._panel(place) for place in range(len(self._codes)))
        plot = replace(empty_plot(self._asked, self._scheme, self._days), panels=panels)
        headline = self._headline()
        subtitle = _("People a week, {first} to {last}. Each panel has its own scale.").format(
            first=self._formats.day(first), last=self._formats.day(last)
        )
        alt = _("Bars of people a week in panels. {headline}.").format(headline=headline)
        return Sheet(
            name=NAME,
            headline=headline,
            emphasis="",
            subtitle=self._asked.said(subtitle),
            brief_subtitle=self._asked.said(subtitle),
            footer=self._listed.footer(self._last),
            brief_footer=self._listed.footer(self._last, brief=True),
            alt=time_table.shortest(alt, headline),
            body=plot,
            table=self._listed.table,
            key=time_table.key(plot, self._formats),
            notes=self._notes(),
            formats=self._formats,
        )

    def _pieces(self, code: str) -> list[Piece]:
        """The weeks that are counted, or the gains of one origin's totals where these tell of more days."""
        weeks = weekly(flow(self._ledger, code)).readings
        if code == self._scheme.pressure:
            return list(weeks)
        found = gains(self._asked.view, running_total(self._ledger, code))
        return list(found) if sum(gain.days for gain in found) > DAYS * len(weeks) else list(weeks)

    def _panel(self, place: int) -> TimePanel:
        pieces, code = self._shown[place], self._codes[place]
        name = measure_verb(named.measure(self._asked.view, code))
        is_arrivals = place == 0
        title = _("People arriving by small boat, each week") if is_arrivals else self._title(name, pieces)
        blocks = tuple(self._block(piece, code, title) for piece in pieces)
        levels = self._target() if code == self._scheme.outbound and blocks else ()
        refused = "" if blocks else self._reason(place, name)
        return TimePanel(title, self._tints[place], blocks=blocks, levels=levels, refused=refused)

    def _title(self, name: str, pieces: list[Piece]) -> str:
        if not pieces or isinstance(pieces[0], Reading):
            return _("People {name}, each week").format(name=name)
        origin = self._listed.sources.of(pieces[0].now)
        who = (origin.publisher or origin.short_name) if origin is not None else ""
        text = _("People {name} a week, between totals given by {source}")
        return text.format(name=name, source=who)

    def _block(self, piece: Piece, code: str, title: str) -> Block:
        if isinstance(piece, Reading):
            interval, figures, label = piece.interval, piece.figures, ""
            mark = saying.mark_of(piece)
            is_light = saying.may_change(piece)
            words = saying.interval(interval, self._formats)
        else:
            interval, figures = Interval.exactly(piece.a_week), (piece.before, piece.now)
            mark, is_light = Mark.REPORTED, False
            label = self._formats.number(piece.a_week)
            words = _("{rate} a week ({n} in {days} days)")
            words = words.format(
                rate=label,
                n=self._formats.number(piece.people),
                days=self._formats.number(piece.days),
            )
        key = f"{code} {piece.start.isoformat()}"
        days = sentences.date(dates.span(piece.start, piece.end), self._formats)
        spoken = _("{days}: {words}").format(days=days, words=words)
        self._listed.put(
            Plotted(
                key,
                f"{code} a week",
                title,
                piece.start,
                piece.end,
                interval,
                mark,
                tuple(figures),
                spoken,
                is_light,
            )
        )
        self._last = [*self._last[-1:], figures[-1]]
        low, high = (0.0 if end is None else float(end) for end in (interval.low, interval.high))
        return Block(
            key, piece.start.toordinal(), piece.end.toordinal(), low, max(low, high), is_light, label
        )

    def _target(self) -> tuple[Level, ...]:
        """The returns a week that were aimed at, as the figure that weighs most says, and who said it."""
        figure = self._target_figure()
        if figure is None:
            return ()
        text = _("aimed at: {amount} a week ({source})").format(
            amount=sentences.amount(figure.amount, self._formats), source=self._listed.sources.name(figure)
        )
        ends = [end for end in (figure.amount.low, figure.amount.high) if end is not None]
        value = figure.amount.value if figure.amount.value is not None else max(ends)
        return (Level(float(value), text),)

    def _target_figure(self) -> Figure | None:
        said = [
            figure
            for figure in self._ledger.figures(TGT_RET_WK)
            if figure.amount.low is not None or figure.amount.high is not None
        ]
        return min(said, key=self._ledger.weight, default=None)

    def _reason(self, place: int, name: str) -> str:
        if place == 0:
            return _("Not drawn: no whole week of arrivals is known in these days.")
        text = _(
            "Not drawn: in these days nobody counted people {name} by the week, and no source gave two "
            "totals on exact days at least a week apart. The difference of two sources' totals would be "
            "nobody's number."
        )
        return text.format(name=name)

    def _headline(self) -> str:
        returned = self._shown[1]
        if returned:
            last = returned[-1]
            said = self._a_week(last)
            name = measure_verb(named.measure(self._asked.view, self._codes[1]))
            text = _("{amount} {name} a week to {day}")
            text = text.format(amount=said, name=name, day=self._formats.day(last.end))
            target = self._target_figure()
            if target is None:
                return text
            aimed = sentences.amount(target.amount, self._formats)
            return _("{text}; aimed at {amount}").format(text=text, amount=aimed)
        if self._shown[0]:
            week = self._shown[0][-1]
            text = _("{amount} arrived in the week to {day}")
            return text.format(amount=self._a_week(week), day=self._formats.day(week.end))
        return _("Admissions a week, as far as known")

    def _a_week(self, piece: Piece) -> str:
        if isinstance(piece, Gain):
            return self._formats.number(piece.a_week)
        return saying.interval(piece.interval, self._formats)

    def _notes(self) -> tuple[Note, ...]:
        weeks = [piece for piece in self._shown[0] if isinstance(piece, Reading)]
        if not weeks:
            return ()
        missing = (weeks[-1].end - weeks[0].start).days // 7 + 1 - len(weeks)
        if missing <= 0:
            return ()
        words = _n(
            "{n} week of arrivals has days without a record: no bar, not zero.",
            "{n} weeks of arrivals have days without a record: no bar, not zero.",
            missing,
        )
        return (Note("missing weeks", words.format(n=self._formats.number(missing))),)
