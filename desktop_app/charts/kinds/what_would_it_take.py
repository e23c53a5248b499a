"""Builds "What would it take": returns a week for a share of arrivals, always marked as a scenario."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from desktop_app.charts.asked import Asked
from desktop_app.charts.bodies import Level, Supposed
from desktop_app.charts.kinds.comparison import default_scheme
from desktop_app.charts.kinds.nothing import nothing
from desktop_app.charts.layout.scenario_layout import CHOSEN
from desktop_app.charts.shapes import Mark, Note
from desktop_app.charts.sheets import Column, Line, Sheet, Table, Value, number_value
from desktop_app.charts.texts import captions, grammar, saying
from desktop_app.charts.texts.captions import ALT_LIMIT
from desktop_app.charts.texts.sourcing import Sources
from desktop_app.domain.figures import Figure
from desktop_app.domain.intervals import Interval, Number, Ratio
from desktop_app.domain.measures import TGT_RET_WK, Measure
from desktop_app.domain.readings import Known, known
from desktop_app.domain.records import Record
from desktop_app.domain.scenario import Pace, needed, pace_of_arrivals, pace_of_returns, share_of
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.series import flow, running_total
from desktop_app.domain.sources import Source
from desktop_app.words import sentences
from desktop_app.words.formats import percent
from desktop_app.words.translate import _, _n

NAME = "what-would-it-take"
DRAWN: frozenset[type[Record]] = frozenset({Figure, Source, Scheme, Measure})
ARRIVING, RETURNING, TARGET = "arrivals", "returns", "target"
"""The keys of the other values."""
PLACES = 1
"""Numbers of a week are given to so many decimal places."""
BEYOND = 1.3
"""The axis goes on so far beyond the last share that matters."""


def title() -> str:
    """What the chart is called in lists."""
    return _("What would it take")


def build(asked: Asked) -> Sheet:
    """The chart of a scheme, for the share and the window that `asked` supposes."""
    ledger, scheme = known(asked.view), default_scheme(asked.view)
    arriving = pace_of_arrivals(flow(ledger, scheme.pressure), asked.assumed.weeks)
    if arriving is None or not arriving.total.high:
        why = (_("Scenario: no arrivals recorded yet"), _("The pace is that of recorded arrivals."))
        return nothing(asked, NAME, Supposed((0.0, 0.0), 0.0, 1.0, "", "", ("", "")), _columns(), why)
    returning = pace_of_returns(running_total(ledger, scheme.outbound), asked.assumed.weeks)
    return _Drawing(asked, arriving, returning, _target(ledger)).sheet()


def _target(ledger: Known) -> Figure | None:
    """The weekly target: what most statements say, and of those the one that would be drawn."""
    figures = ledger.figures(TGT_RET_WK)
    said = Counter(figure.amount for figure in figures)
    return min(figures, key=lambda each: (-said[each.amount], ledger.weight(each)), default=None)


@dataclass(frozen=True, slots=True)
class _Row:
    """What one line of the table is about."""

    key: str
    words: str
    share: Decimal | None
    a_week: Interval
    days: tuple[date, date] | None
    missing: int | None
    figures: tuple[str, ...]


class _Drawing:
    """One chart while it is put together."""

    def __init__(self, asked: Asked, arriving: Pace, returning: Pace | None, target: Figure | None) -> None:
        self._asked, self._arriving, self._returning, self._target = asked, arriving, returning, target
        self._formats, self._percent = asked.formats, asked.assumed.percent
        self._needed = needed(arriving.a_week, self._percent).rounded(PLACES)

    def sheet(self) -> Sheet:
        """All of it."""
        levels = tuple(self._levels())
        headline, emphasis = self._headline()
        lacking = self._lacking()
        pace = self._pace_said()
        subtitle = " ".join(part for part in (pace, lacking, _("Arithmetic, no forecast.")) if part)
        return Sheet(
            name=NAME,
            headline=headline,
            emphasis=emphasis,
            subtitle=self._asked.said(subtitle),
            brief_subtitle=self._asked.said(pace),
            footer=self._footer(brief=False),
            brief_footer=self._footer(brief=True),
            alt=self._alt(headline, levels),
            body=self._body(levels),
            table=Table(_columns(), tuple(self._line(row) for row in self._rows())),
            key=grammar.entries({Mark.SUPPOSED}),
            notes=(Note("missing days", lacking, ()),) if lacking else (),
            formats=self._formats,
        )

    def _body(self, levels: tuple[Level, ...]) -> Supposed:
        ratio = self._arriving.a_week
        ends = (float(ratio.low or 0), float(ratio.high if ratio.high is not None else ratio.low or 0))
        least = max(ends[0], ends[1] / 2, 1.0)
        shares = [level.low / least * 100 for level in levels]
        shares += [level.high / least * 100 for level in levels if level.high is not None]
        farthest = min(max([float(self._percent) * 1.6, 1.0, *(share * BEYOND for share in shares)]), 100.0)
        return Supposed(
            arriving=ends,
            percent=float(self._percent),
            farthest=max(farthest, float(self._percent)),
            text=_("{share}: {number} a week").format(share=self._share(), number=self._range(self._needed)),
            tag=_("Scenario"),
            units=(_("Returns a week"), _("of arrivals")),
            levels=levels,
        )

    def _levels(self) -> Iterable[Level]:
        if self._returning is not None and self._returning.total.low is not None:
            pace = self._returning.a_week
            brief = _("actual: {number} a week").format(number=self._range(pace.rounded(PLACES)))
            text = _("{pace}, {weeks} to {day}").format(
                pace=brief,
                weeks=self._weeks(self._returning),
                day=self._formats.day(self._returning.last),
            )
            high = None if pace.high is None else float(pace.high)
            yield Level(RETURNING, float(pace.low or 0), high, text, brief, is_recorded=True)
        if self._target is not None:
            amount = self._target.amount
            at = amount.value if amount.value is not None else amount.high or amount.low
            if at is not None:
                text = _("target: {number} a week").format(number=sentences.amount(amount, self._formats))
                yield Level(TARGET, float(at), float(at), text, text, is_recorded=False)

    # words

    def _share(self) -> str:
        return percent(_tidy(self._percent), self._formats)

    def _range(self, of: Interval) -> str:
        """One number, both ends, or an end: "49.7", "49.7–52.3", "at least 43.7"."""
        if of.low is not None and of.high is not None and of.low != of.high:
            low, high = (self._formats.number(_tidy(end)) for end in (of.low, of.high))
            return _("{low}–{high}").format(low=low, high=high)
        ends = (None if end is None else _tidy(end) for end in (of.low, of.high))
        return saying.interval(Interval(*ends), self._formats)

    def _headline(self) -> tuple[str, str]:
        number = self._range(self._needed)
        emphasis = _("{number} returns a week").format(number=number)
        words = _("Scenario: {share} of arrivals would take {returns}")
        return words.format(share=self._share(), returns=emphasis), emphasis

    def _pace_said(self) -> str:
        words = _("At {number} arrivals a week, the pace of the {weeks} to {day}.")
        return words.format(
            number=self._range(self._arriving.a_week.rounded(PLACES)),
            weeks=self._weeks(self._arriving),
            day=self._formats.long_day(self._arriving.last),
        )

    def _weeks(self, pace: Pace) -> str:
        days = (pace.last - pace.first).days + 1
        if days % 7:
            return _n("{n} day", "{n} days", days).format(n=self._formats.number(days))
        weeks = days // 7
        return _n("{n} week", "{n} weeks", weeks).format(n=self._formats.number(weeks))

    def _lacking(self) -> str:
        missing = self._arriving.missing
        if not missing:
            return ""
        words = _n(
            "{n} day has no record: from nobody to as many as on the busiest day.",
            "{n} days have no record: each from nobody to as many as on the busiest day.",
            missing,
        )
        return words.format(n=self._formats.number(missing))

    def _alt(self, headline: str, levels: tuple[Level, ...]) -> str:
        text = _("A line of returns a week against a share of arrivals. {headline}.").format(
            headline=headline
        )
        for level in levels:
            longer = _("{text} {level}.").format(text=text, level=captions.sentence_case(level.text))
            text = longer if len(longer) <= ALT_LIMIT else text
        return text

    def _footer(self, *, brief: bool) -> str:
        sources = Sources(self._asked.view, self._formats)
        ids = [*self._arriving.figures[-1:], *(self._returning.figures[-1:] if self._returning else ())]
        last = [figure for id in ids if (figure := self._asked.view.get(Figure, id)) is not None]
        every = [*last, *((self._target,) if self._target is not None else ())]
        named = sources.footer(last, {sources.origin(each) for each in every}, brief=brief)
        return captions.footer(named, shaded=False, as_of=self._asked.said_as_of, brief=brief)

    # the table

    def _rows(self) -> Iterable[_Row]:
        pace = self._arriving
        days = (pace.first, pace.last)
        words = _("Scenario: returns needed")
        yield _Row(CHOSEN, words, self._percent, self._needed, days, pace.missing, pace.figures)
        a_week = pace.a_week.rounded(PLACES)
        yield _Row(ARRIVING, _("Arrivals"), None, a_week, days, pace.missing, pace.figures)
        if self._returning is not None and self._returning.total.low is not None:
            of = self._returning
            a_week = of.a_week.rounded(PLACES)
            yield _Row(
                RETURNING,
                _("Actual returns"),
                self._shown(a_week.low),
                a_week,
                (of.first, of.last),
                None,
                of.figures,
            )
        if self._target is not None:
            amount = self._target.amount
            share = self._shown(amount.high if amount.value is None else amount.value)
            yield _Row(TARGET, _("Target"), share, amount.interval, None, None, (self._target.id,))

    def _shown(self, returned: Number | None) -> Decimal | None:
        """Which share of arrivals so many are, where arrivals are known as one number."""
        share = Ratio(None, None) if returned is None else share_of(returned, self._arriving.a_week)
        low = share.rounded(PLACES).low
        return Decimal(low) if share.is_exact and low is not None else None

    def _line(self, row: _Row) -> Line:
        number, day = self._formats.number, self._formats.day
        low, high = row.a_week.low, row.a_week.high
        values: dict[str, Value] = {
            "what": row.key,
            "percent": number_value(row.share),
            "low": number_value(low),
            "high": number_value(high),
            "first": None if row.days is None else row.days[0].isoformat(),
            "last": None if row.days is None else row.days[1].isoformat(),
            "days_missing": row.missing,
            "figures": " ".join(row.figures),
        }
        count = len(row.figures)
        texts = {
            "what": row.words,
            "percent": "" if row.share is None else percent(_tidy(row.share), self._formats),
            "low": "" if low is None else number(_tidy(low)),
            "high": "" if high is None else number(_tidy(high)),
            "first": "" if row.days is None else day(row.days[0]),
            "last": "" if row.days is None else day(row.days[1]),
            "days_missing": "" if row.missing is None else number(row.missing),
            "figures": _n("{n} figure", "{n} figures", count).format(n=number(count)),
        }
        said = _("{what}: {number} a week").format(what=row.words, number=self._range(row.a_week))
        return Line(row.key, values, texts, said, row.figures)


def _tidy(number: Number) -> Number:
    """Without a decimal place that is nought."""
    return int(number) if number == int(number) else number


def _columns() -> tuple[Column, ...]:
    return (
        Column("what", _("What"), width=24),
        Column("percent", _("Share of arrivals"), is_number=True, width=14),
        Column("low", _("A week, at least"), is_number=True, width=14),
        Column("high", _("A week, at most"), is_number=True, width=14),
        Column("first", _("From")),
        Column("last", _("To")),
        Column("days_missing", _("Days without a record"), is_number=True, width=16),
        Column("figures", _("Figures"), width=14),
    )
