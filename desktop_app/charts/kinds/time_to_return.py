"""Builds "Time to return": how long until people were returned, and until they arrived again.

From five cases on as curves with the room that vague dates and open ends leave; below that as single spells.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from desktop_app.charts.asked import Asked, tellers
from desktop_app.charts.kinds.nothing import nothing
from desktop_app.charts.kinds.remembered import LastMade
from desktop_app.charts.kinds.time_words import (
    LEFT_OUT,
    TINTS,
    TITLES,
    columns,
    days_said,
    half,
    lasted,
    left,
)
from desktop_app.charts.shapes import KeyEntry, Mark, Note
from desktop_app.charts.sheets import Column, Curve, Line, Panel, Panels, Sheet, Span, Table, Value
from desktop_app.charts.texts.captions import sentence_case, shortest
from desktop_app.domain.case_lines import CaseLines, case_lines
from desktop_app.domain.cases import Case
from desktop_app.domain.dates import DayRange
from desktop_app.domain.events import Event
from desktop_app.domain.records import Record
from desktop_app.domain.sources import Source
from desktop_app.domain.spells import LEAST_CASES, Spell, Spells, Until, joined, spells
from desktop_app.domain.survival import Step, estimate
from desktop_app.domain.timeline import Timeline
from desktop_app.words import date_sentences
from desktop_app.words.formats import Formats, percent
from desktop_app.words.translate import _, _n

NAME = "time-to-return"
DRAWN: frozenset[type[Record]] = frozenset({Case, Event, Source})
HALF = 0.5
LEVEL = 2
"""A curve is drawn on for as long again as it has changed; what is followed further is in the table."""
LEAST_DAYS = 30
MOST_SPANS = 40
"""Single spells beyond these are in the table only: fewer than five people rarely have so many."""


def title() -> str:
    """What the chart is called in lists."""
    return _("Time to return")


def build(asked: Asked) -> Sheet:
    """The chart of all cases of a view, as of the day it is seen from."""
    lines = case_lines(asked.view)
    same = (lines.lines, asked.formats)
    last = LastMade.beside(lines.beside, NAME)
    return last.of(same, (asked.seen, asked.day, asked.choice), lambda: _of(asked, lines))


def _of(asked: Asked, lines: CaseLines) -> Sheet:
    parts = lines.by_blocks((NAME, asked.day), partial(_of_cases, as_of=asked.day))
    found = [each for each in joined([spells for spells, _told in parts]) if each.spells]
    if not found:
        words = _("A stay begins with an arrival or a return whose date is known.")
        why = (_("No stays to measure yet"), words)
        return nothing(asked, NAME, Panels((), _("days")), columns(), why, of_cases=True)
    told = sum((told for _spells, told in parts), Counter[str]())
    footer, brief = asked.footer(told, _method(found)), asked.footer(told, brief=True)
    return _Drawing(asked, found).sheet(footer, brief)


def _of_cases(timelines: Mapping[str, Timeline], as_of: date) -> tuple[tuple[Spells, Spells], Counter[str]]:
    """The spells of some cases, and who tells of the cases that have any."""
    found = spells(timelines, as_of)
    used = {spell.case for each in found for spell in each.spells}
    return found, tellers({case: timelines[case] for case in used})


def _method(found: Iterable[Spells]) -> str:
    if any(each.are_enough for each in found):
        return _(
            "Estimated without a model (Turnbull 1976; Kaplan and Meier 1958); stays without a recorded end "
            "count as going on."
        )
    return _("Stays without a recorded end count as going on.")


def ends_on(found: Iterable[Spell], days: Sequence[int]) -> list[tuple[str, ...]]:
    """Of each day, in order, the cases of the spells that may have ended after so many days."""
    places = {day: place for place, day in enumerate(days)}
    ended: list[dict[str, None]] = [{} for _day in days]
    for spell in found:
        low, high = spell.lasted.low, spell.lasted.high
        if high is None:
            continue
        if low == high:
            if (place := places.get(low)) is not None:
                ended[place][spell.case] = None
            continue
        for place in range(bisect_left(days, low), bisect_right(days, high)):
            ended[place][spell.case] = None
    return [tuple(cases) for cases in ended]


class _Made(NamedTuple):
    """A panel with what is said of it."""

    panel: Panel
    headline: str
    spoken: str


class _Drawing:
    """One chart while it is put together."""

    def __init__(self, asked: Asked, found: list[Spells]) -> None:
        self._asked, self._found = asked, found
        self._formats: Formats = asked.formats
        self._codes = {case.id: case.code for case in asked.view.every(Case)}
        self._lines: list[Line] = []

    def sheet(self, footer: str, brief_footer: str) -> Sheet:
        """All of it."""
        made = [self._made(each) for each in self._found]
        headline = sentence_case(_("; ").join(each.headline for each in made))
        panels = Panels(tuple(each.panel for each in made), _("days"))
        return Sheet(
            name=NAME,
            headline=headline,
            emphasis=made[0].headline[:1].upper() + made[0].headline[1:] if len(made) > 1 else "",
            subtitle=self._asked.said(self._subtitle()),
            brief_subtitle=self._asked.said(self._basis()),
            footer=footer,
            brief_footer=brief_footer,
            alt=self._alt(headline, made),
            body=panels,
            table=Table(self._columns(), tuple(self._lines)),
            key=_key(panels),
            notes=self._notes(),
            formats=self._formats,
        )

    def _made(self, found: Spells) -> _Made:
        if found.are_enough:
            return self._estimated(found)
        return self._single(found)

    # a curve

    def _estimated(self, found: Spells) -> _Made:
        survival = estimate(spell.lasted for spell in found.spells)
        series = TITLES[found.until]()
        ended = ends_on(found.spells, [step.day for step in survival.steps])
        keys = tuple(
            self._list_step(found, step, cases) for step, cases in zip(survival.steps, ended, strict=True)
        )
        # Long after the last change a level line would take all the room.
        changed = survival.steps[-1].day if survival.steps else survival.followed
        until = min(survival.followed, max(changed * LEVEL, LEAST_DAYS))
        said = left(found.until, survival.at(until), until, self._formats)
        curve = Curve(survival.steps, keys, until, said)
        halved = half(found.until, survival.until(HALF))
        return _Made(
            Panel(self._heading(found), TINTS[found.until], found.until is Until.ARRIVAL, curve),
            halved,
            _("{series}: {left}.").format(series=series, left=said),
        )

    def _list_step(self, found: Spells, step: Step, cases: tuple[str, ...]) -> str:
        key = f"{found.until.value} {step.day}"
        low, share, high = (round(each * 100, 2) for each in (step.low, step.share, step.high))
        said = _("{series}: {left}").format(
            series=TITLES[found.until](), left=left(found.until, step, step.day, self._formats)
        )
        values: dict[str, Value] = {
            "series": f"time to {found.until.value}",
            "low": low,
            "high": high,
            "unit": "percent",
            "days": step.day,
            "share": share,
        }
        texts = {
            "series": TITLES[found.until](),
            "low": percent(round(step.low * 100), self._formats),
            "high": percent(round(step.high * 100), self._formats),
            "unit": _("percent"),
            "days": self._formats.number(step.day),
            "share": percent(round(step.share * 100), self._formats),
        }
        self._lines.append(Line(key, values, texts, said, cases))
        return key

    # single spells

    def _single(self, found: Spells) -> _Made:
        spans = tuple(self._span(place, spell) for place, spell in enumerate(found.spells))
        said = _("{series}: {stays}.").format(
            series=TITLES[found.until](),
            stays=_(", ").join(_("{case} {days}").format(case=span.name, days=span.text) for span in spans),
        )
        panel = Panel(
            self._heading(found), TINTS[found.until], found.until is Until.ARRIVAL, None, spans[:MOST_SPANS]
        )
        return _Made(panel, lasted(found), said)

    def _span(self, place: int, spell: Spell) -> Span:
        code = self._codes.get(spell.case, "")
        low, high = spell.lasted.low, spell.lasted.high
        text = date_sentences.day_range(DayRange(low, high))
        if high is None:
            words = {
                Until.RETURN: _("no return recorded in {days}"),
                Until.ARRIVAL: _("no re-arrival recorded in {days}"),
            }
            text = words[spell.until].format(days=days_said(low, self._formats))
        key = f"{spell.until.value} {place} {spell.begin.id}"
        first = date_sentences.date(spell.begin.date, self._formats)
        then = "" if spell.end is None else date_sentences.date(spell.end.date, self._formats)
        series = TITLES[spell.until]()
        said = _("{series}, {case}: {days}, from {first}").format(
            series=series, case=code, days=text, first=first
        )
        if then:
            said = _("{said} to {then}").format(said=said, then=then)
        values: dict[str, Value] = {
            "series": f"time to {spell.until.value}",
            "low": low,
            "high": high,
            "unit": "days",
            "case": code,
            "begin": spell.begin.date.edtf,
            "end": None if spell.end is None else spell.end.date.edtf,
        }
        texts = {
            "series": series,
            "low": self._formats.number(low),
            "high": "" if high is None else self._formats.number(high),
            "unit": _("days"),
            "case": code,
            "begin": first,
            "end": then,
        }
        self._lines.append(Line(key, values, texts, said, (spell.case,)))
        return Span(key, code, low, high, text)

    def _columns(self) -> tuple[Column, ...]:
        """Those in which some line has a value."""
        used = {name for line in self._lines for name in line.values}
        return tuple(column for column in columns() if column.name in used)

    # words

    def _alt(self, headline: str, made: list[_Made]) -> str:
        """With each curve's end, or each stay, where that is short enough."""
        curves = any(each.panel.curve is not None for each in made)
        kind = _("Step curves of the share left.") if curves else _("A bar of days for each stay.")
        short = _("{kind} {headline}.").format(kind=kind, headline=headline)
        longer = _("{short} {panels}").format(short=short, panels=" ".join(each.spoken for each in made))
        return shortest(longer, short)

    def _heading(self, found: Spells) -> str:
        stays = _n("{n} stay", "{n} stays", len(found.spells))
        people = _n("{n} person", "{n} people", found.cases)
        ended = _n("{n} has ended", "{n} have ended", found.ended)
        return _("{series}: {stays} of {people}, {ended}").format(
            series=TITLES[found.until](),
            stays=stays.format(n=self._formats.number(len(found.spells))),
            people=people.format(n=self._formats.number(found.cases)),
            ended=ended.format(n=self._formats.number(found.ended)),
        )

    def _basis(self) -> str:
        return _("To {day}.").format(day=self._formats.long_day(self._asked.day))

    def _subtitle(self) -> str:
        too_few = [each for each in self._found if not each.are_enough]
        parts = [self._basis()]
        if too_few:
            words = _("Single stays: a curve takes at least {n} people.")
            parts.append(words.format(n=self._formats.number(LEAST_CASES)))
        if len(too_few) < len(self._found):
            parts.append(_("The curve is the share that is left; shaded where vague dates leave it open."))
        parts.append(_("Our own cases are no sample: they say nothing of all people."))
        return " ".join(parts)

    def _notes(self) -> tuple[Note, ...]:
        why = Counter(each.why for found in self._found for each in found.left_out)
        return tuple(
            Note(reason.value, LEFT_OUT[reason](number).format(n=self._formats.number(number)))
            for reason, number in sorted(why.items())
        )


def _key(panels: Panels) -> tuple[KeyEntry, ...]:
    entries = []
    spans = [span for panel in panels.panels for span in panel.spans]
    if any(span.high is not None and span.high > span.low for span in spans):
        entries.append(KeyEntry(Mark.GAP, None, _("hatched: from the fewest to the most days")))
    if any(
        step.high > step.low
        for panel in panels.panels
        if panel.curve is not None
        for step in panel.curve.steps
    ):
        entries.append(KeyEntry(Mark.BAND, None, _("shaded: what vague dates leave open")))
    return tuple(entries)
