"""A chart of an account that is kept up to date is the chart that would be made of everything anew."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.charts import registry
from desktop_app.charts.asked import Asked
from desktop_app.charts.kinds import years_chart
from desktop_app.domain.case_lines import CaseLines
from desktop_app.domain.cases import Case
from desktop_app.domain.dates import PartialDate, on_day
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.figures import Figure
from desktop_app.domain.ledgers import Ledgers
from desktop_app.domain.measures import ADM, ARR, RET, Basis
from desktop_app.domain.readings import Known
from desktop_app.domain.records import Record
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation, Reliability, Source, SourceKind
from desktop_app.domain.views import NOW, KnownOn, SafeToShow, Seen, Sight, View
from desktop_app.words.formats import PlainFormats
from tests.domain.ledgers import BLOG, HOME_OFFICE, PAPER, Ledger, daily, figure
from tests.domain.test_following import kept

pytestmark = pytest.mark.usefixtures("qapp")

TODAY = date(2026, 1, 20)
FORMATS = PlainFormats()
FIRST = date(2024, 12, 28)
SCHEME = Scheme(id="scheme", start=on_day(date(2025, 1, 2)))
OF_FIGURES = ("returns-arrivals", "year-on-year")


class Kept:
    """A view with an account of what counts in it, as the window's lens has one, turned from day to day."""

    def __init__(self, below: Ledger) -> None:
        self._records = below
        self.below: View = below
        self.ledgers = Ledgers(below, self)

    @property
    def account(self) -> Known:
        return self.ledgers.seen

    @property
    def cases(self) -> CaseLines:
        return self.ledgers.seen_cases

    def every(self, kind: type[Any]) -> Any:
        return self.below.every(kind)

    def get(self, kind: type[Any], id: str) -> Any:
        return self.below.get(kind, id)

    def turn(self, before: Seen, now: Seen) -> None:
        self.below = self._records if now.day is None else KnownOn(self._records, now.day)
        self.ledgers.turn(before, now)


class Public:
    """The part of it that an audience may see, with an account of its own."""

    def __init__(self, kept: Kept) -> None:
        self.below, self._kept = SafeToShow(kept), kept

    @property
    def account(self) -> Known:
        return self._kept.ledgers.public

    @property
    def cases(self) -> CaseLines:
        return self._kept.ledgers.public_cases

    def every(self, kind: type[Any]) -> Any:
        return self.below.every(kind)

    def get(self, kind: type[Any], id: str) -> Any:
        return self.below.get(kind, id)


days_of_year = st.integers(0, 6).map(lambda number: (FIRST + timedelta(days=number)).isoformat())
sources = st.builds(
    Source,
    id=st.sampled_from([one.id for one in (HOME_OFFICE, PAPER, BLOG)]),
    publisher=st.sampled_from(["Home Office", "A paper"]),
    kind=st.sampled_from([SourceKind.OFFICIAL_STATISTICS, SourceKind.NEWS_REPORT]),
    reliability=st.sampled_from([Reliability.A, Reliability.B]),
    sharing=st.sampled_from([Sharing.CLEAR, Sharing.CLEAR, Sharing.AMBER]),
)


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    """A count of a day, a week or a year, or a total: of the days at hand, or of a year so far."""
    measure = draw(st.sampled_from([ARR, ARR, ARR, RET, ADM]))
    fields: dict[str, Any] = {
        "id": draw(st.sampled_from([f"f{number}" for number in range(10)])),
        "published": draw(days_of_year),
        "sharing": draw(st.sampled_from([Sharing.CLEAR, Sharing.CLEAR, Sharing.AMBER])),
        "revises": draw(st.sampled_from(["", "", "f1", "f2"])),
    }
    period = draw(days_of_year | st.sampled_from(["2024-12-30/2025-01-05", "2024", "2023/2025", "2025-01"]))
    if measure == ARR and draw(st.booleans()) and len(period) == 10:
        fields |= {"basis": Basis.CUMULATIVE, "counted_since": f"{period[:4]}-01-01"}
    amount = draw(st.sampled_from(["0", "3", "7", "12", "~7", ">4", "3..5"]))
    return figure(measure, amount, period, draw(st.sampled_from([HOME_OFFICE, PAPER, BLOG])), **fields)


changes = st.lists(st.tuples(st.one_of(figures(), figures(), figures(), sources), st.booleans()), max_size=3)
turns = st.none() | st.integers(0, 9).map(lambda number: FIRST + timedelta(days=number))


def drawn(name: str, view: View, seen: Seen) -> Any:
    return registry.build(name, Asked(view, FORMATS, TODAY, seen))


@pytest.mark.parametrize("name", OF_FIGURES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    first=st.lists(figures(), max_size=6), story=st.lists(st.one_of(changes, turns), min_size=1, max_size=6)
)
def test_whatever_came_before(name: str, first: list[Record], story: list[Any]) -> None:
    whole_year = daily("2024-01-01", [number % 5 for number in range(366)], published="2024-12-30")
    ledger = Ledger(SCHEME, *whole_year, *daily(f"{FIRST}", [4, 0, 5], published="2024-12-31"), *first)
    check_story(name, ledger, story)


def check_story(name: str, ledger: Ledger, story: list[Any]) -> None:
    """Build the chart after each event from what is kept, and from everything: for page and audience."""
    view = Kept(ledger)
    public, seen = Public(view), NOW
    for event in story:
        if isinstance(event, list):
            view.ledgers.take(kept(ledger, event))
        else:
            turned = NOW if event is None else Seen(Sight.KNOWN_ON, event)
            view.turn(seen, turned)
            seen = turned
        below = ledger if seen.day is None else KnownOn(ledger, seen.day)
        assert drawn(name, view, seen) == drawn(name, below, seen)
        assert drawn(name, public, seen) == drawn(name, SafeToShow(below), seen)


def test_a_year_of_which_nothing_changed_is_the_same_object() -> None:
    ledger = Ledger(SCHEME, *daily("2024-01-01", [1] * 366), *daily("2025-01-01", [2] * 9))
    view = Kept(ledger)
    before = years_chart.build(Asked(view, FORMATS, TODAY))
    view.ledgers.take(kept(ledger, [(figure(RET, "5", "2025-01-09"), True)]))
    assert years_chart.build(Asked(view, FORMATS, TODAY)) is before
    view.ledgers.take(kept(ledger, [(figure(ARR, "8", "2025-01-10", HOME_OFFICE), True)]))
    after = years_chart.build(Asked(view, FORMATS, TODAY))
    assert all(mine is theirs for mine, theirs in zip(after.table.lines, before.table.lines, strict=False))
    assert len(after.table.lines) == len(before.table.lines) + 1


happened = st.builds(
    Event,
    id=st.sampled_from([f"event {number}" for number in range(9)]),
    case=st.sampled_from(["case 1", "case 2", "case 3", "case 4", "case 5", "case 6"]),
    kind=st.sampled_from(
        [EventKind.ARRIVED_BOAT, EventKind.RETURNED, EventKind.DETAINED, EventKind.ADMITTED]
    ),
    date=days_of_year.map(PartialDate.parse) | st.just(PartialDate.parse("2025-01")),
    citations=st.sampled_from([(), (Citation("paper"),), (Citation("blog"),)]),
    sharing=st.sampled_from([Sharing.CLEAR, Sharing.CLEAR, Sharing.AMBER]),
)
cases = st.builds(
    Case,
    id=st.sampled_from(["case 1", "case 2"]),
    code=st.sampled_from(["C-1", "C-9"]),
    sharing=st.just(Sharing.CLEAR),
)
told = st.lists(st.tuples(st.one_of(happened, happened, cases, sources), st.booleans()), max_size=3)


@pytest.mark.parametrize("name", ["journeys", "time-to-return", "case-timelines"])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    first=st.lists(happened, max_size=8), story=st.lists(st.one_of(told, told, turns), min_size=1, max_size=6)
)
def test_whatever_came_before_of_cases(name: str, first: list[Record], story: list[Any]) -> None:
    known = [Case(id=f"case {number}", code=f"C-{number}", sharing=Sharing.CLEAR) for number in range(1, 7)]
    check_story(name, Ledger(*known, *first), story)
