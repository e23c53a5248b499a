"""Builds "Journeys": how far our own cases came, stage by stage, on the return route and on the legal one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desktop_app.charts.asked import Asked, tellers
from desktop_app.charts.kinds.journey_words import ASIDE, ENDS, ROUTES, STAGES, TINTS, columns
from desktop_app.charts.kinds.nothing import nothing
from desktop_app.charts.kinds.remembered import LastMade
from desktop_app.charts.shapes import KeyEntry, Mark, Note
from desktop_app.charts.sheets import Band, Fill, Flow, Line, Link, Node, Sheet, Table, Tint
from desktop_app.charts.texts.captions import shortest
from desktop_app.domain.audience import FEWEST, Guard
from desktop_app.domain.case_lines import CaseLines, case_lines
from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event, Route
from desktop_app.domain.records import Record
from desktop_app.domain.route_counts import Count, RouteCounts, Stage, Way, joined, route_counts
from desktop_app.domain.sources import Source
from desktop_app.words.translate import _, _n

NAME = "journeys"
DRAWN: frozenset[type[Record]] = frozenset({Case, Event, Source})
SMALL = 2.5
"""How large a number is drawn that is not shown: the middle of those it may be."""


def title() -> str:
    """What the chart is called in lists."""
    return _("Journeys")


def build(asked: Asked) -> Sheet:
    """The chart of all cases of a view. For an audience, counts of fewer than five are held back."""
    lines = case_lines(asked.view)
    same = (lines.lines, asked.formats)
    last = LastMade.beside(lines.beside, NAME)
    return last.of(same, (asked.seen, asked.day, asked.choice), lambda: _of(asked, lines))


def _of(asked: Asked, lines: CaseLines) -> Sheet:
    routes = [found for found in joined(lines.by_blocks(NAME, route_counts)) if found.runs]
    if not routes:
        why = (_("No journeys yet"), _("A journey is a case with events of its own."))
        return nothing(asked, NAME, Flow(()), columns(), why, of_cases=True)
    people = len({run.case for found in routes for run in found.runs})
    guard = Guard.over(people, _parts(routes), audience=asked.is_for_audience)
    if guard.is_blocked:
        words = _("Journeys of fewer than {n} people are not broken down for an audience.")
        words = words.format(n=asked.formats.number(FEWEST))
        why = (_("Too few people to show"), words)
        return nothing(asked, NAME, Flow(()), columns(), why, of_cases=True)
    told = sum(lines.by_blocks(tellers, tellers), Counter[str]())
    return _Drawing(asked, routes, guard, people, lines.beside).sheet(
        asked.footer(told, _method()), asked.footer(told, brief=True)
    )


def _parts(routes: Iterable[RouteCounts]) -> Iterable[int]:
    for found in routes:
        yield from (count.people for count in found.stages.values())
        yield from (way.count.people for way in found.ways)


def _method() -> str:
    return _(
        "A journey runs from an arrival to what is recorded last before the next. A ribbon leads to the next "
        "recorded event; a short one ends where nothing further is recorded."
    )


@dataclass(frozen=True, slots=True)
class _Shown:
    """One count as it is shown."""

    size: float
    number: str
    values: tuple[int | None, int | None]
    """Runs and people, None where they are not shown."""
    fill: Fill


class _Names:
    """The codes of the cases of a count as one text, in their order."""

    def __init__(self, codes: dict[str, str]) -> None:
        self.codes = codes
        self._said: dict[str, tuple[tuple[str, ...], str]] = {}

    def of(self, count: str, cases: tuple[str, ...]) -> str:
        """Those of the cases that are in a count now."""
        said = self._said.get(count)
        if said is None or said[0] != cases:
            named = "; ".join(sorted(self.codes.get(case, "") for case in cases))
            said = self._said[count] = (cases, named)
        return said[1]


class _Drawing:
    """One chart while it is put together."""

    def __init__(
        self, asked: Asked, routes: list[RouteCounts], guard: Guard, people: int, beside: dict[object, Any]
    ) -> None:
        self._asked, self._routes, self._guard, self._people = asked, routes, guard, people
        self._formats = asked.formats
        codes = {case.id: case.code for case in asked.view.every(Case)}
        names: _Names | None = beside.get(_Names)
        # Where no code has changed, the names of most counts are those of the chart before.
        self._names = names if names is not None and names.codes == codes else _Names(codes)
        beside[_Names] = self._names
        self._lines: list[Line] = []

    def sheet(self, footer: str, brief_footer: str) -> Sheet:
        """All of it."""
        bands = tuple(self._band(found) for found in self._routes)
        headline, emphasis = self._headline()
        subtitle = self._subtitle()
        alt = _("Boxes for each stage, ribbons between them. {headline}.").format(headline=headline)
        longer = _("{alt} {stages}.").format(alt=alt, stages=self._stages_said())
        return Sheet(
            name=NAME,
            headline=headline,
            emphasis=emphasis,
            subtitle=self._asked.said(subtitle),
            brief_subtitle=self._asked.said(self._runs_said()),
            footer=footer,
            brief_footer=brief_footer,
            alt=shortest(longer, alt),
            body=Flow(bands),
            table=Table(columns(), tuple(self._lines)),
            key=self._key(bands),
            notes=self._notes(),
            formats=self._formats,
        )

    def _key(self, bands: tuple[Band, ...]) -> tuple[KeyEntry, ...]:
        """What boxes that are not solid mean, as far as there are such."""
        fills = {node.fill for band in bands for node in band.nodes}
        words = {
            Fill.HATCHED: (Mark.GAP, _("refused, no reply, or not recorded")),
            Fill.OPEN: (
                Mark.HELD_BACK,
                _("fewer than {n}, not shown").format(n=self._formats.number(FEWEST)),
            ),
        }
        return tuple(KeyEntry(mark, None, text) for fill, (mark, text) in words.items() if fill in fills)

    def _band(self, found: RouteCounts) -> Band:
        nodes = tuple(self._node(found, stage, count) for stage, count in found.stages.items())
        links = tuple(self._link(found, way) for way in found.ways)
        return Band(ROUTES[found.route](), nodes, links)

    def _node(self, found: RouteCounts, stage: Stage, count: Count) -> Node:
        shown = self._shown(count)
        key = f"stage {stage.value}"
        name = STAGES[stage]()
        said = _("{name}: {number}").format(name=name, number=self._counted(shown, count))
        self._list(key, found.route, (name, ""), (stage.value, ""), shown, count, said)
        fill = Fill.HATCHED if stage in ENDS and shown.fill is Fill.SOLID else shown.fill
        return Node(
            key,
            name,
            shown.number,
            self._beside(found, stage, shown, count),
            shown.size,
            TINTS.get(stage, Tint.ARRIVALS),
            fill,
            is_aside=stage in ASIDE,
        )

    def _link(self, found: RouteCounts, way: Way) -> Link:
        shown = self._shown(way.count)
        then = "" if way.then is None else way.then.value
        key = f"way {way.first.value} > {then}"
        names = STAGES[way.first](), _("nothing further recorded") if way.then is None else STAGES[way.then]()
        said = _("{first}, then {then}: {number}").format(
            first=names[0], then=names[1], number=self._counted(shown, way.count)
        )
        self._list(key, found.route, names, (way.first.value, then), shown, way.count, said)
        target = None if way.then is None else f"stage {then}"
        return Link(key, f"stage {way.first.value}", target, shown.size, shown.number, shown.fill)

    def _shown(self, count: Count) -> _Shown:
        runs = self._guard.shown(count.runs, count.people)
        if runs is None:
            fewer = _("fewer than {n}").format(n=self._formats.number(FEWEST))
            return _Shown(SMALL, fewer, (None, None), Fill.OPEN)
        people = None if self._guard.is_rounded else count.people
        return _Shown(float(runs), self._formats.number(runs), (runs, people), Fill.SOLID)

    def _beside(self, found: RouteCounts, stage: Stage, shown: _Shown, count: Count) -> str:
        """What stands beside a number: how many people, and how many of whom nothing further is recorded."""
        ended = next((way.count for way in found.ways if way.first is stage and way.then is None), None)
        said = ""
        if ended is not None and ended.runs < count.runs:
            said = _("{n} with nothing further").format(n=self._shown(ended).number)
        return _(", ").join(part for part in (self._remark(shown, count), said) if part)

    def _remark(self, shown: _Shown, count: Count) -> str:
        """How many people it is, where that is another number."""
        people = shown.values[1]
        if people is None or people == count.runs:
            return ""
        return _n("{n} person", "{n} people", people).format(n=self._formats.number(people))

    def _counted(self, shown: _Shown, count: Count) -> str:
        if shown.values[0] is None:
            return shown.number
        runs = _n("{n} journey", "{n} journeys", shown.values[0]).format(n=shown.number)
        remark = self._remark(shown, count)
        return _("{journeys} of {people}").format(journeys=runs, people=remark) if remark else runs

    def _list(
        self,
        key: str,
        route: Route,
        names: tuple[str, str],
        codes: tuple[str, str],
        shown: _Shown,
        count: Count,
        said: str,
    ) -> None:
        runs, people = shown.values
        # Who it is would tell a number that is held back.
        hidden = self._guard.is_rounded
        cases = () if hidden else tuple(dict.fromkeys(count.cases))
        named = self._names.of(key, cases)
        values = {
            "route": route.value,
            "stage": codes[0],
            "then": codes[1],
            "journeys": runs,
            "people": people,
        }
        texts = {
            "route": ROUTES[route](),
            "stage": names[0],
            "then": names[1],
            "journeys": shown.number,
            "people": "" if people is None else self._formats.number(people),
            "cases": named,
        }
        self._lines.append(Line(key, {**values, "cases": named}, texts, said, cases))

    def _headline(self) -> tuple[str, str]:
        of = {stage: self._people_at(stage) for stage in (Stage.RETURNED, Stage.BACK_AGAIN, Stage.ADMITTED)}
        whole = self._guard.shown(self._people, self._people)
        people = _n("Of {n} person in our cases", "Of {n} people in our cases", whole or FEWEST)
        people = people.format(n=self._formats.number(whole or FEWEST))
        parts = [
            words.format(n=of[stage])
            for stage, words in (
                (Stage.RETURNED, _("{n} returned to France")),
                (Stage.BACK_AGAIN, _("{n} arrived again")),
                (Stage.ADMITTED, _("{n} admitted by the legal route")),
            )
            if of[stage]
        ]
        if not parts:
            parts = [_("none returned to France")]
        text = _("{people}: {parts}").format(people=people, parts=_(", ").join(parts))
        return text, parts[0]

    def _people_at(self, stage: Stage) -> str:
        """How many people came to a stage, in words; empty for nobody."""
        found = {case for one in self._routes for case in one.count(stage).cases}
        if not found:
            return ""
        shown = self._guard.shown(len(found), len(found))
        return (
            _("fewer than {n}").format(n=self._formats.number(FEWEST))
            if shown is None
            else (self._formats.number(shown))
        )

    def _runs_said(self) -> str:
        runs = sum(len(found.runs) for found in self._routes)
        shown = self._guard.shown(runs, self._people) or runs
        text = _n("{n} journey, as far as recorded.", "{n} journeys, as far as recorded.", shown)
        return text.format(n=self._formats.number(shown))

    def _subtitle(self) -> str:
        rounded = _("Rounded to the nearest {n}; fewer than {n} not shown.") if self._guard.is_rounded else ""
        parts = (
            self._runs_said(),
            rounded.format(n=self._formats.number(FEWEST)),
            _("Our own cases are no sample: they say nothing of the share of all people."),
        )
        return " ".join(part for part in parts if part)

    def _stages_said(self) -> str:
        entry = _("{stage} {number}")
        lines = [line for line in self._lines if not line.texts["then"]]
        return _(", ").join(
            entry.format(stage=line.texts["stage"], number=line.texts["journeys"]) for line in lines
        )

    def _notes(self) -> tuple[Note, ...]:
        notes = []
        unplaced = sum(found.unplaced for found in self._routes)
        if unplaced:
            words = _n(
                "{n} undated event of a case with several cycles is in no count: its cycle is not known.",
                "{n} undated events of cases with several cycles are in no count: their cycle is not known.",
                unplaced,
            )
            notes.append(Note("undated", words.format(n=self._formats.number(unplaced))))
        if not self._asked.is_for_audience:
            held = Guard.over(self._people, _parts(self._routes), audience=True)
            if held.is_blocked:
                words = _("Fewer than {n} people: what leaves the window shows no numbers.")
                notes.append(Note("small count", words.format(n=self._formats.number(FEWEST))))
            elif held.is_rounded:
                words = _("Counts of fewer than {n} are held back, and the others rounded, in what leaves.")
                notes.append(Note("small count", words.format(n=self._formats.number(FEWEST))))
        return tuple(notes)
