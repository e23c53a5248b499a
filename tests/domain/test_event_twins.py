"""What may be the same event, and the days of a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.event_draft import EventDraft
from desktop_app.domain.event_twins import extent, twins
from desktop_app.domain.events import Event, EventKind

TODAY = date(2026, 11, 23)
ARRIVED = EventDraft(kind=EventKind.ARRIVED_BOAT, date="6 aug 2025")


def kept(when: str, kind: EventKind = EventKind.ARRIVED_BOAT) -> Event:
    return EventDraft(kind=kind, date=when).event(TODAY, case="c")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        (ARRIVED, True),
        (replace(ARRIVED, date="aug 2025"), True),
        (replace(ARRIVED, date="before 10 november 2025"), True),
        (replace(ARRIVED, date="7 aug 2025"), False),
        (replace(ARRIVED, date="?"), False),
        (replace(ARRIVED, kind=EventKind.RETURNED), False),
        (replace(ARRIVED, kind=None), False),
    ],
)
def test_a_twin_is_of_the_same_type_on_days_that_meet(typed: EventDraft, found: bool) -> None:
    there = kept("6 aug 2025")
    assert twins([there], typed, TODAY) == ([there] if found else [])


def test_undated_events_are_twins_in_the_same_words() -> None:
    there = kept("after the storm")
    assert twins([there], replace(ARRIVED, date="after the storm"), TODAY) == [there]
    assert twins([there], replace(ARRIVED, date="in the storm"), TODAY) == []
    assert twins([kept("")], replace(ARRIVED, date=""), TODAY) == []


def test_the_twin_of_the_very_same_date_comes_first() -> None:
    vague, same = kept("aug 2025"), kept("6 aug 2025")
    assert twins([vague, same], ARRIVED, TODAY) == [same, vague]


def test_the_days_of_a_case_are_those_its_dates_name() -> None:
    assert extent([kept("?")]) is None
    assert extent([kept("6 aug 2025")]) == (date(2025, 8, 6), date(2025, 8, 6))
    both = [kept("6 aug 2025"), kept("early nov 2025", EventKind.RETURNED), kept("?")]
    assert extent(both) == (date(2025, 8, 6), date(2025, 11, 10))


def test_a_date_without_a_year_is_of_the_cases_year() -> None:
    draft = EventDraft(kind=EventKind.RETURNED, date="19 sep", around=extent([kept("6 aug 2025")]))
    assert str(draft.event(TODAY, case="c").date) == "2025-09-19"
