"""Builds "Pace and target": people a week or a month, from counts of them or totals of one origin alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from desktop_app.charts.along import empty_plot
from desktop_app.charts.asked import Asked
from desktop_app.charts.choice import Per
from desktop_app.charts.kinds import comparison, time_table
from desktop_app.charts.kinds.nothing import nothing
from desktop_app.charts.kinds.pace_words import words_of
from desktop_app.charts.kinds.time_table import FROM_FIGURES, Listed, Plotted
from desktop_app.charts.shapes import Mark, Note
from desktop_app.charts.sheets import Sheet, Tint
from desktop_app.charts.texts import captions, saying
from desktop_app.charts.time_plot import Block, Level, TimePanel, TimePlot
from desktop_app.domain import dates, named
from desktop_app.domain.events import Event
from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.figures import Figure
from desktop_app.domain.intervals import Interval
from desktop_app.domain.measures import TGT_RET_WK
from desktop_app.domain.months import monthly
from desktop_app.domain.pace import DAYS_OF_WEEK, Gain, gains
from desktop_app.domain.readings import Known, Reading
from desktop_app.domain.records import Record
from desktop_app.domain.series import flow, known, running_total, weekly
from desktop_app.words import sentences
from desktop_app.words.measure_words import measure_verb
from desktop_app.words.translate import _

NAME = "pace"
DRAWN: frozenset[type[Record]] = FROM_FIGURES | {Event, FieldNote}

PLACES = Decimal("0.1")
"""A rate is said to one decimal place."""
Piece = Reading | Gain


def title() -> str:
    """What the chart is called in lists."""
    return _("Pace and target")


def build(asked: Asked) -> Sheet:
    """The chart of the days asked for: arrivals, returns and admissions, each refused for a reason."""
    return _Drawing(asked).sheet()


class _Drawing:
    """One chart while it is put together."""

    def __init__(self, asked: Asked) -> None:
        self._asked, self._formats = asked, asked.formats
        self._said = words_of(asked.choice.per)
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
            headline = _("No pace to draw yet")
            return nothing(
                self._asked, NAME, TimePlot(day, day), time_table.columns(), (headline, self._said.nothing)
            )
        first, last = self._days
        panels = tuple(self._panel(place) for place in range(len(self._codes)))
        plot = replace(empty_plot(self._asked, self._scheme, self._days), panels=panels)
        headline = self._headline()
        subtitle = self._said.subtitle.format(
            first=self._formats.day(first),
            last=self._formats.day(last),
            days=self._formats.number(_rounded(self._said.days)),
        )
        alt = _("Bars of the pace of people in panels. {headline}.").format(headline=headline)
        return Sheet(
            name=NAME,
            headline=headline,
            emphasis="",
            subtitle=self._asked.said(subtitle),
            brief_subtitle=self._asked.said(subtitle),
            footer=self._listed.footer(self._last),
            brief_footer=self._listed.footer(self._last, brief=True),
            alt=captions.shortest(alt, headline),
            body=plot,
            table=self._listed.table,
            key=time_table.key(plot, self._formats),
            notes=self._notes(),
            formats=self._formats,
        )

    def _pieces(self, code: str) -> list[Piece]:
        """The stretches that are counted, or one origin's gains where these tell of more days."""
        counts = flow(self._ledger, code)
        stretches = (monthly if self._asked.choice.per is Per.MONTH else weekly)(counts).readings
        if code == self._scheme.pressure:
            return list(stretches)
        found = gains(self._asked.view, running_total(self._ledger, code), self._said.least)
        counted = sum((each.end - each.start).days + 1 for each in stretches)
        return list(found) if sum(gain.days for gain in found) > counted else list(stretches)

    def _panel(self, place: int) -> TimePanel:
        pieces, code = self._shown[place], self._codes[place]
        name = measure_verb(named.measure(self._asked.view, code))
        is_arrivals = place == 0
        title = self._said.arriving if is_arrivals else self._title(name, pieces)
        blocks = tuple(self._block(piece, code, title) for piece in pieces)
        levels = self._target() if code == self._scheme.outbound and blocks else ()
        refused = "" if blocks else self._reason(place, name)
        return TimePanel(title, self._tints[place], blocks=blocks, levels=levels, refused=refused)

    def _title(self, name: str, pieces: list[Piece]) -> str:
        if not pieces or isinstance(pieces[0], Reading):
            return self._said.each.format(name=name)
        origin = self._listed.sources.of(pieces[0].now)
        who = (origin.publisher or origin.short_name) if origin is not None else ""
        return self._said.between.format(name=name, source=who)

    def _block(self, piece: Piece, code: str, title: str) -> Block:
        if isinstance(piece, Reading):
            interval, figures, label = piece.interval, piece.figures, ""
            mark = saying.mark_of(piece)
            is_light = saying.may_change(piece)
            words = saying.interval(interval, self._formats)
        else:
            rate = piece.each(self._said.days)
            interval, figures = Interval.exactly(rate), (piece.before, piece.now)
            mark, is_light = Mark.REPORTED, False
            label = self._formats.number(rate)
            words = self._said.rate.format(
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
                f"{code} a {self._asked.choice.per.value}",
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
        """The returns that were aimed at, as the figure that weighs most says, and who said it."""
        figure = self._target_figure()
        if figure is None:
            return ()
        text = self._said.target.format(
            amount=sentences.amount(figure.amount, self._formats),
            rate=self._formats.number(_rounded(self._aimed(figure))),
            source=self._listed.sources.name(figure),
        )
        return (Level(float(self._aimed(figure)), text),)

    def _aimed(self, figure: Figure) -> Fraction:
        """A target of so many a week, as the pace is counted here."""
        amount = figure.amount
        ends = [end for end in (amount.low, amount.high) if end is not None]
        value = amount.value if amount.value is not None else max(ends)
        return Fraction(value) * self._said.days / DAYS_OF_WEEK

    def _target_figure(self) -> Figure | None:
        said = [
            figure
            for figure in self._ledger.figures(TGT_RET_WK)
            if figure.amount.low is not None or figure.amount.high is not None
        ]
        return min(said, key=self._ledger.weight, default=None)

    def _reason(self, place: int, name: str) -> str:
        if place == 0:
            return self._said.no_arrivals
        return self._said.no_totals.format(name=name)

    def _headline(self) -> str:
        returned = self._shown[1]
        if returned:
            last = returned[-1]
            said = self._rate(last)
            name = measure_verb(named.measure(self._asked.view, self._codes[1]))
            text = self._said.headline.format(amount=said, name=name, day=self._formats.day(last.end))
            target = self._target_figure()
            if target is None:
                return text
            return self._said.aimed.format(
                text=text,
                amount=sentences.amount(target.amount, self._formats),
                rate=self._formats.number(_rounded(self._aimed(target))),
            )
        if self._shown[0]:
            week = self._shown[0][-1]
            return self._said.arrived.format(amount=self._rate(week), day=self._formats.day(week.end))
        return _("The pace of admissions, as far as known")

    def _rate(self, piece: Piece) -> str:
        if isinstance(piece, Gain):
            return self._formats.number(piece.each(self._said.days))
        return saying.interval(piece.interval, self._formats)

    def _notes(self) -> tuple[Note, ...]:
        counted = [piece for piece in self._shown[0] if isinstance(piece, Reading)]
        if not counted:
            return ()
        first, last = counted[0].start, counted[-1].end
        if self._asked.choice.per is Per.MONTH:
            every = (last.year - first.year) * 12 + last.month - first.month + 1
        else:
            every = (last - first).days // 7 + 1
        missing = every - len(counted)
        if missing <= 0:
            return ()
        words = self._said.missing(missing)
        return (Note("missing weeks", words.format(n=self._formats.number(missing))),)


def _rounded(number: Fraction) -> Decimal | int:
    """To one decimal place, or whole where that is nought."""
    exact = (Decimal(number.numerator) / number.denominator).quantize(PLACES)
    return int(exact) if exact == int(exact) else exact
