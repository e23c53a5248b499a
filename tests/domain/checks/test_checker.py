"""Findings that are kept current are those of a full check."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.cases import Case
from desktop_app.domain.checks.check import Checker, check
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.measures import ARR, REARR, RET, TGT_RET_WK, TGT_RET_YR, Basis
from desktop_app.domain.records import Record
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.sources import Citation, Source, SourceKind
from desktop_app.domain.steps import Edit, Step
from desktop_app.domain.views import KnownOn
from tests.domain.ledgers import HOME_OFFICE, PAPER, Ledger, daily, figure

TODAY = date(2026, 3, 1)
IDS = st.sampled_from([f"f{n}" for n in range(12)])
DAYS = st.integers(0, 12).map(lambda days: (date(2025, 11, 1) + timedelta(days)).isoformat())
AMOUNTS = st.sampled_from(["5", "50", "94", "100", "140", ">90", "<60", "~50", "50..140", "150", "41"])
SOURCES = st.sampled_from(["home office", "paper", "blog", "copy"])


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    basis = draw(st.sampled_from(list(Basis)))
    measure = draw(st.sampled_from([ARR, RET, REARR, TGT_RET_WK, TGT_RET_YR, "ARR_GROWTH"]))
    fields: dict[str, Any] = {"basis": basis}
    if draw(st.booleans()):
        fields["counted_since"] = "2025-11-01"
    made = figure(measure, draw(AMOUNTS), draw(DAYS), **fields)
    return replace(
        made,
        id=draw(IDS),
        citations=(Citation(draw(SOURCES), credibility=draw(st.sampled_from([1, 6]))),),
        rank=draw(st.sampled_from(list(Rank))),
        revises=draw(st.one_of(st.just(""), IDS)),
        published=PartialDate.parse(draw(st.one_of(st.just(""), DAYS))),
    )


@st.composite
def events(draw: st.DrawFn) -> Event:
    return Event(
        id=draw(st.sampled_from([f"e{n}" for n in range(6)])),
        case=draw(st.sampled_from(["", "one", "two"])),
        kind=draw(st.sampled_from([EventKind.ARRIVED_BOAT, EventKind.RETURNED, EventKind.DETAINED])),
        date=PartialDate.parse(draw(DAYS)),
        citations=draw(st.sampled_from([(), (Citation("paper"),)])),
    )


SOURCE_EDITS = st.sampled_from(
    [
        replace(PAPER, kind=SourceKind.OFFICIAL_STATISTICS, publisher="Another office"),
        PAPER,
        replace(PAPER, published=PartialDate.parse("2025-11-05")),
        Source(id="copy", derives_from="paper"),
        Source(id="copy", publisher="Copy"),
        replace(HOME_OFFICE, kind=SourceKind.NEWS_REPORT),
        HOME_OFFICE,
    ]
)
PUT = st.one_of(figures(), events(), SOURCE_EDITS, st.just(Case(id="two", code="C-2")))
CHANGE = st.one_of(PUT, PUT, PUT, IDS)
"""A record to put, or the id of a figure to remove."""


def start() -> Ledger:
    return Ledger(
        Scheme(id="scheme", start=PartialDate.parse("2025-11-03")),
        Case(id="one", code="C-1"),
        *(
            replace(each, id=f"d{n}")
            for n, each in enumerate(daily("2025-11-01", [40, 0, 50, 5, 45, 0, 10, 90]))
        ),
    )


def changed(ledger: Ledger, changes: list[Record | str]) -> Step:
    edits = []
    for change in changes:
        id = change if isinstance(change, str) else change.id
        before = ledger.records.get(id)
        if isinstance(change, str):
            ledger.records.pop(id, None)
            if before is not None:
                edits.append(Edit(type(before), id, before, None))
        else:
            ledger.records[id] = change
            edits.append(Edit(type(change), id, before, change))
    return Step(1, datetime(2026, 1, 1, tzinfo=UTC), "", "", tuple(edits))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(CHANGE, min_size=1, max_size=3), min_size=1, max_size=6), st.booleans())
def test_findings_kept_current_are_those_of_a_full_check(
    steps: list[list[Record | str]], known_on: bool
) -> None:
    ledger = start()
    view = KnownOn(ledger, date(2025, 11, 14)) if known_on else ledger
    checker = Checker(view, TODAY)
    for changes in steps:
        checker.take(changed(ledger, changes))
        full = check(view, TODAY)
        assert checker.findings == full
        for id in ("f1", "f2", "e1"):
            assert list(checker.of_record(id)) == [finding for finding in full if id in finding.records]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.lists(CHANGE, min_size=1, max_size=3), min_size=1, max_size=6),
    st.lists(st.integers(0, 3), max_size=6),
    st.booleans(),
)
def test_steps_noted_while_it_is_gone_through_lead_to_the_same(
    steps: list[list[Record | str]], looks: list[int], turned: bool
) -> None:
    ledger = start()
    checker = Checker(ledger, TODAY, wait=True)
    for number, changes in enumerate(steps):
        slices = checker.steps()
        for _look in range(looks[number] if number < len(looks) else 0):
            next(slices, None)
        checker.note(changed(ledger, changes))
        if turned and number == 2:
            checker.begin_again(TODAY)
    assert list(checker.steps())[-1:] in ([], [0])
    assert checker.is_done
    assert checker.findings == check(ledger, TODAY)


def test_it_tells_once_of_which_records_something_else_is_found() -> None:
    ledger = start()
    checker = Checker(ledger, TODAY)
    checker.moved()
    low = replace(figure(RET, "50", "2025-11-09"), id="f1")
    high = replace(figure(RET, "94", "2025-11-08"), id="f2")
    checker.take(changed(ledger, [low, high]))
    assert checker.moved() >= {"f1", "f2"}
    assert checker.moved() == frozenset()


def test_a_step_that_changes_no_finding_says_so() -> None:
    ledger = start()
    checker = Checker(ledger, TODAY)
    claim = replace(
        figure(ARR, "95", "2025-11-04", basis=Basis.CUMULATIVE, counted_since="2025-11-01"), id="f1"
    )
    assert checker.take(changed(ledger, [claim]))
    assert not checker.take(changed(ledger, [replace(claim, note="looked at")]))


def test_in_slices_the_same_is_found_as_at_once() -> None:
    ledger = start()
    slow = Checker(ledger, TODAY, wait=True)
    assert not slow.is_done
    assert slow.findings == []
    assert list(slow.steps())[-1] == 0
    assert slow.is_done
    assert slow.findings == check(ledger, TODAY)


def test_what_concerns_a_record_is_at_hand() -> None:
    ledger = start()
    low = replace(figure(RET, "50", "2025-11-09"), id="f1")
    ledger.records |= {"f1": low, "f2": replace(figure(RET, "94", "2025-11-08"), id="f2")}
    checker = Checker(ledger, TODAY)
    assert {finding.code.value for finding in checker.of_record("f2")} >= {"falls"}


def test_an_import_is_taken_whole_and_the_old_findings_stay_until_it_is_looked_through() -> None:
    ledger = start()
    claim = replace(
        figure(ARR, "95", "2025-11-04", basis=Basis.CUMULATIVE, counted_since="2025-11-01"), id="f1"
    )
    ledger.records["f1"] = claim
    at_once, in_slices = Checker(ledger, TODAY), Checker(ledger, TODAY, wait=True)
    list(in_slices.steps())
    before = in_slices.findings
    edition = [replace(each, id=f"new{n}") for n, each in enumerate(daily("2025-09-01", [3] * 61))]
    revised = [replace(each, id=f"d{n}") for n, each in enumerate(daily("2025-11-01", [1] * 8))]
    step = changed(ledger, [*edition, *revised])
    assert at_once.take(step)
    assert in_slices.take(step)
    assert in_slices.findings == before
    list(in_slices.steps())
    assert at_once.findings == in_slices.findings == check(ledger, TODAY) != before
