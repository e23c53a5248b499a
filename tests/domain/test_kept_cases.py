"""Timelines that are kept equal those worked out from scratch, whatever came before."""

from __future__ import annotations

from datetime import date
from itertools import chain
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.case_lines import CaseLines, case_lines, timelines
from desktop_app.domain.cases import Case
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.kept_cases import KeptCases
from desktop_app.domain.records import Record
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation, Source
from desktop_app.domain.timeline import Timeline
from desktop_app.domain.views import KnownOn, SafeToShow, View
from tests.domain.ledgers import Ledger
from tests.domain.test_following import kept

CASES = ("case 1", "case 2", "case 3")
SOURCES = ("paper", "blog")
DATES = st.sampled_from(
    [PartialDate.parse(text) for text in ("2025-08-06", "2025-08-20", "2025-09", "[2025-08-07..2025-08-09]")]
)
LEVELS = st.sampled_from([Sharing.CLEAR, Sharing.CLEAR, Sharing.AMBER])
KINDS = (EventKind.ARRIVED_BOAT, EventKind.RETURNED, EventKind.DETAINED, EventKind.ADMITTED)

cases = st.builds(Case, id=st.sampled_from(CASES), code=st.sampled_from(["C-1", "C-2"]), sharing=LEVELS)
events = st.builds(
    Event,
    id=st.sampled_from([f"e{number}" for number in range(8)]),
    case=st.sampled_from(["", *CASES, *CASES]),
    kind=st.sampled_from(KINDS),
    date=DATES,
    citations=st.lists(st.sampled_from(SOURCES).map(Citation), max_size=1).map(tuple),
    sharing=LEVELS,
)
sources = st.builds(Source, id=st.sampled_from(SOURCES), published=DATES, sharing=LEVELS)
records = st.one_of(cases, events, events, events, sources)
changes = st.lists(st.tuples(records, st.booleans()), min_size=1, max_size=4)


def over(ledger: Ledger) -> list[View]:
    """All that can lie over a workspace."""
    then = KnownOn(ledger, date(2025, 8, 21))
    return [ledger, SafeToShow(ledger), then, SafeToShow(then)]


@settings(max_examples=150, deadline=None)
@given(first=st.lists(records, max_size=12), steps=st.lists(changes, min_size=1, max_size=6))
def test_following_steps_is_as_good_as_going_through_everything(
    first: list[Record], steps: list[list[tuple[Record, bool]]]
) -> None:
    ledger = Ledger(*first)
    views = over(ledger)
    following = [KeptCases(view, ledger) for view in views]
    for changed in steps:
        ids = kept(ledger, changed).touched.ids
        for view, one in zip(views, following, strict=True):
            one.see_otherwise(ids.get(Case, ()), ids.get(Event, ()), ids.get(Source, ()))
            anew = timelines(view)
            assert dict(one.lines.lines) == dict(anew)
            assert list(one.lines.lines) == list(anew)


@given(
    numbers=st.lists(st.integers(0, 5), max_size=700),
    changed=st.lists(st.tuples(st.integers(0, 699), st.integers(0, 5)), max_size=4),
)
def test_what_is_made_by_blocks_is_what_would_be_made_of_all(
    numbers: list[int], changed: list[tuple[int, int]]
) -> None:
    made: list[int] = []

    def undated(lines: Any) -> list[int]:
        made.append(len(lines))
        return [len(line.undated) for line in lines.values()]

    def line(number: int) -> Timeline:
        return Timeline((), (Event(),) * number, (), ())

    lines = {f"case {place}": line(number) for place, number in enumerate(numbers)}
    beside: dict[object, Any] = {}
    assert list(chain(*CaseLines(lines, beside).by_blocks("undated", undated))) == numbers
    made.clear()
    for place, number in changed:
        lines[f"case {place}"] = line(number)
    expected = [len(one.undated) for one in lines.values()]
    assert list(chain(*CaseLines(lines, beside).by_blocks("undated", undated))) == expected
    assert len(made) <= 2 * len(changed)


def test_a_case_that_nothing_touched_keeps_its_timeline() -> None:
    event = Event(id="e", case="case 1", kind=EventKind.RETURNED, date=PartialDate.parse("2025-08-06"))
    ledger = Ledger(Case(id="case 1"), Case(id="case 2"), event)
    following = KeptCases(ledger, ledger)
    before = following.lines.lines["case 1"]
    other = Event(id="f", case="case 2", kind=EventKind.RETURNED, date=PartialDate.parse("2025-08-07"))
    following.see_otherwise((), kept(ledger, [(other, True)]).touched.ids[Event], ())
    assert following.lines.lines["case 1"] is before
    assert len(following.lines.lines["case 2"].entries) == 1
    assert case_lines(ledger).lines == following.lines.lines
