"""Builds "One dot per person": who was returned, among everybody who arrived since the scheme's start."""

from __future__ import annotations

from datetime import date

from desktop_app.charts.asked import Asked
from desktop_app.charts.bodies import People
from desktop_app.charts.kinds import telling
from desktop_app.charts.kinds.comparison import default_scheme
from desktop_app.charts.kinds.measured import Measured
from desktop_app.charts.kinds.nothing import nothing
from desktop_app.charts.layout.dots_layout import ARRIVED, RETURNED
from desktop_app.charts.shapes import Ink, KeyEntry, Mark, Note
from desktop_app.charts.sheets import Column, Line, Sheet, Table, Value, number_value
from desktop_app.charts.texts import captions, saying
from desktop_app.charts.texts.captions import Told
from desktop_app.charts.texts.sourcing import Sources
from desktop_app.domain.balance import PER
from desktop_app.domain.figures import Figure
from desktop_app.domain.intervals import Interval
from desktop_app.domain.measures import Measure
from desktop_app.domain.named import measure
from desktop_app.domain.records import Record
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.series import accumulate, known
from desktop_app.domain.sources import Source
from desktop_app.words.measure_words import measure_verb
from desktop_app.words.translate import _, _n

NAME = "dots"
DRAWN: frozenset[type[Record]] = frozenset({Figure, Source, Scheme, Measure})


def title() -> str:
    """What the chart is called in lists."""
    return _("One dot per person")


def build(asked: Asked) -> Sheet:
    """The chart of the scheme of a view, to the last day on which both totals are known."""
    scheme = default_scheme(asked.view)
    series = Measured.of(known(asked.view), scheme)
    start, ends = scheme.start.earliest, series.ends()
    names = (_verb(asked, scheme.outbound), _verb(asked, scheme.inbound))
    why = (_("Nobody to draw yet"), _("Each arrival on a known day is drawn as a dot."))
    if ends is None:
        return nothing(asked, NAME, People(0, 0, 0), _columns(), why)
    first = ends[0] if start is None else min(start, ends[1])
    told = telling.told(series, (first, ends[1]), start, names, arrivals=True, returned=True, admitted=False)
    if told.arrived is None or not told.arrived.interval.high:
        return nothing(asked, NAME, People(0, 0, 0), _columns(), why)
    rows = accumulate(series.arrivals, told.since, told.to)
    return _Drawing(asked, told, tuple(figure for row in rows for figure in row.figures)).sheet()


def _verb(asked: Asked, code: str) -> str:
    return measure_verb(measure(asked.view, code))


class _Drawing:
    """One chart while it is put together."""

    def __init__(self, asked: Asked, told: Told, arrivals: tuple[Figure, ...]) -> None:
        self._asked, self._told, self._arrivals = asked, told, arrivals
        self._formats = asked.formats
        self._sources = Sources(asked.view, asked.formats)
        arrived = told.arrived.interval if told.arrived is not None else Interval(0, 0)
        self._arrived = arrived
        self._counted = told.arrived.counted if told.arrived is not None else arrived
        self._returned = told.returned.interval if told.returned is not None else Interval(0, 0)
        self._missing = told.arrived.missing if told.arrived is not None else 0

    def sheet(self) -> Sheet:
        """All of it."""
        headline, emphasis = self._headline()
        when, share, lacking = captions.days_said(self._told, self._formats), self._share(), self._lacking()
        subtitle = " ".join(part for part in (_("One dot per person."), when, share, lacking) if part)
        brief = " ".join(part for part in (share, lacking) if part) or when
        return Sheet(
            name=NAME,
            headline=headline,
            emphasis=emphasis,
            subtitle=self._asked.said(subtitle),
            brief_subtitle=self._asked.said(brief),
            footer=self._footer(brief=False),
            brief_footer=self._footer(brief=True),
            alt=self._alt(headline, share),
            body=self._people(),
            table=Table(_columns(), self._lines()),
            key=self._key(),
            notes=self._notes(),
            formats=self._formats,
        )

    def _people(self) -> People:
        """As many dots as people: where an end is open, as many as are certain."""
        returned, maybe = _counts(self._returned)
        arrived, maybe_arrived = _counts(self._arrived)
        # Nobody is returned who has not arrived, also where days of arrivals have no record.
        return People(returned, maybe, max(arrived, returned), maybe_arrived)

    def _headline(self) -> tuple[str, str]:
        arrived = self._briefly(self._counted)
        reading = self._told.returned
        if reading is None:
            text = _("{arrived} people arrived; none returned so far on record")
            return captions.sentence_case(text.format(arrived=arrived)), ""
        # A headline has room for one range in words.
        is_long = self._missing and not reading.interval.is_open
        returned = self._briefly(reading.interval) if is_long else saying.amount(reading, self._formats)
        text = _n(
            "{returned} of {arrived} people who arrived was {verb}",
            "{returned} of {arrived} people who arrived were {verb}",
            saying.number_for_plural(reading),
        )
        text = text.format(returned=returned, arrived=arrived, verb=self._told.names[0])
        return captions.sentence_case(text), captions.sentence_case(returned)

    def _briefly(self, of: Interval) -> str:
        """A range as "75–94"."""
        if of.low is None or of.high is None or of.is_exact:
            return saying.interval(of, self._formats)
        low, high = self._formats.number(of.low), self._formats.number(of.high)
        return _("{low}–{high}").format(low=low, high=high)

    def _share(self) -> str:
        share = captions.whole_share(self._told)
        if share is None or self._told.returned is None:
            return ""
        if share.is_exact and share.low == 0:
            return _("Fewer than 1 in {n}.").format(n=self._formats.number(PER))
        amount = captions.sentence_case(saying.interval(share, self._formats))
        return _("{amount} in {n}.").format(amount=amount, n=self._formats.number(PER))

    def _lacking(self) -> str:
        if not self._missing:
            return ""
        text = _n(
            "{n} day has no record: who arrived then is not drawn.",
            "{n} days have no record: who arrived then is not drawn.",
            self._missing,
        )
        return text.format(n=self._formats.number(self._missing))

    def _key(self) -> tuple[KeyEntry, ...]:
        people, number = self._people(), self._formats.number
        entries = [KeyEntry(Mark.PERSON, Ink.ARRIVALS, _("one person who arrived"))]
        if people.returned:
            words = _n("{n} {verb}", "{n} {verb}", people.returned)
            sure = Interval(people.returned, None if self._returned.high is None else people.returned)
            words = words.format(n=saying.interval(sure, self._formats), verb=self._told.names[0])
            entries.insert(0, KeyEntry(Mark.EXACT, Ink.RETURNED, words))
        if people.maybe_returned:
            words = _("may be {verb}: {n} more").format(
                verb=self._told.names[0], n=number(people.maybe_returned)
            )
            entries.insert(1, KeyEntry(Mark.REPORTED, Ink.RETURNED, words))
        if people.maybe_arrived:
            words = _("may have arrived: {n}").format(n=number(people.maybe_arrived))
            entries.append(KeyEntry(Mark.REPORTED, Ink.ARRIVALS, words))
        return tuple(entries)

    def _notes(self) -> tuple[Note, ...]:
        notes = [Note("missing days", self._lacking())] if self._missing else []
        if self._returned.high is None:
            text = _("The total of people returned has no upper end: only those certain are drawn large.")
            figures = self._told.returned.inputs if self._told.returned is not None else ()
            notes.append(Note("open end", text, figures))
        return tuple(notes)

    def _alt(self, headline: str, share: str) -> str:
        text = _("One dot per person. {headline}.").format(headline=headline)
        longer = _("{text} {share}").format(text=text, share=share) if share else text
        return captions.shortest(longer, text)

    def _footer(self, *, brief: bool) -> str:
        last = [*(self._told.returned.figures[:1] if self._told.returned else ()), *self._arrivals[-1:]]
        every = (*(self._told.returned.figures if self._told.returned else ()), *self._arrivals)
        origins = {self._sources.origin(figure) for figure in every}
        named = self._sources.footer(last, origins, brief=brief)
        return captions.footer(named, shaded=False, as_of=self._asked.said_as_of, brief=brief)

    def _lines(self) -> tuple[Line, ...]:
        returned = self._told.returned
        lines = []
        if returned is not None:
            words = _("Returned to France")
            days = (self._told.since, self._told.to)
            lines.append(self._line(RETURNED, words, self._returned, days, returned.figures))
        days = (self._told.since, self._told.to)
        lines.append(self._line(ARRIVED, _("Arrived"), self._counted, days, self._arrivals))
        return tuple(lines)

    def _line(
        self, key: str, words: str, of: Interval, days: tuple[date, date], figures: tuple[Figure, ...]
    ) -> Line:
        number, day = self._formats.number, self._formats.day
        ids = tuple(dict.fromkeys(figure.id for figure in figures))
        source = self._sources.footer(figures[-1:], {self._sources.origin(each) for each in figures})
        values: dict[str, Value] = {
            "people": key,
            "low": number_value(of.low),
            "high": number_value(of.high),
            "first": days[0].isoformat(),
            "last": days[1].isoformat(),
            "days_missing": self._missing if key == ARRIVED else 0,
            "source": source,
            "figures": " ".join(ids),
        }
        texts = {
            "people": words,
            "low": "" if of.low is None else number(of.low),
            "high": "" if of.high is None else number(of.high),
            "first": day(days[0]),
            "last": day(days[1]),
            "days_missing": number(self._missing) if key == ARRIVED else "",
            "source": source,
            "figures": _n("{n} figure", "{n} figures", len(ids)).format(n=number(len(ids))),
        }
        spoken = _("{people}: {amount}").format(people=words, amount=saying.interval(of, self._formats))
        return Line(key, values, texts, spoken, ids)


def _counts(of: Interval) -> tuple[int, int]:
    """How many are certain, and how many more are possible where that has an end."""
    low = int(of.low or 0)
    return low, 0 if of.high is None else int(of.high) - low


def _columns() -> tuple[Column, ...]:
    return (
        Column("people", _("People"), width=20),
        Column("low", _("At least"), is_number=True),
        Column("high", _("At most"), is_number=True),
        Column("first", _("From")),
        Column("last", _("To")),
        Column("days_missing", _("Days without a record"), is_number=True, width=16),
        Column("source", _("Source"), width=36),
        Column("figures", _("Figures"), width=14),
    )
