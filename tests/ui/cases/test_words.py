"""The words of the page of cases."""

from __future__ import annotations

import pytest

from desktop_app.domain.dates import DayRange, PartialDate
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.timeline import Timeline, timeline
from desktop_app.ui.cases import words
from desktop_app.words.formats import PlainFormats

ARRIVED, RETURNED = EventKind.ARRIVED_BOAT, EventKind.RETURNED
PUBLIC = (
    (ARRIVED, "2025-08-06"),
    (RETURNED, "2025-09-19"),
    (ARRIVED, "2025-10-18"),
    (RETURNED, "2025-11-05"),
)


def case(*happened: tuple[EventKind, str]) -> Timeline:
    return timeline(Event(kind=kind, date=PartialDate.parse(when)) for kind, when in happened)


def test_durations_are_said_one_after_another() -> None:
    said = words.durations(case(*PUBLIC), PlainFormats())
    assert said == "44 days to return · 29 days to re-arrival · 18 days to second return"
    vague = words.durations(case(*PUBLIC[:3], (RETURNED, "[2025-11-01..2025-11-10]")), PlainFormats())
    assert vague.endswith("14–23 days to second return")


def test_chips_count_journeys() -> None:
    assert words.counts(case(*PUBLIC), PlainFormats()) == ("2 arrivals", "2 returns")
    route = ((EventKind.TRAVELLED, "2025-09-23"), (EventKind.ADMITTED, "2025-09-23"))
    assert words.counts(case(*route), PlainFormats()) == ("1 admission",)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (None, ""),
        (DayRange(44, 44), "+44 days"),
        (DayRange(14, 23), "+14–23 days"),
        (DayRange(0, 0), "same day"),
        (DayRange(-3, 4), "−3 to 4 days"),
        (DayRange(None, None), "not known"),
    ],
)
def test_gaps(days: DayRange | None, said: str) -> None:
    assert words.gap(days) == said


@pytest.mark.parametrize(
    ("when", "written", "said"),
    [
        ("[2025-11-01..2025-11-10]", "early November 2025", "1–10 Nov"),
        ("[2025-11-01..2025-11-10]", "early November", "1–10 Nov 2025"),
        ("[2025-09-18..2025-11-08]", "autumn 2025", "18 Sep – 8 Nov"),
        ("2025-11-05", "Wednesday 5 November 2025", ""),
        ("../2025-11-09", "before 10 November 2025", "by 9 Nov 2025"),
    ],
)
def test_the_days_beside_vague_words(when: str, written: str, said: str) -> None:
    event = Event(date=PartialDate.parse(when), date_words=written)
    assert words.span_beside(event, PlainFormats()) == said


def test_what_does_not_fit_names_both_events() -> None:
    (doubt,) = case(*PUBLIC[:3], (RETURNED, "2025-10-05")).doubts
    said = words.doubt(doubt, PlainFormats())
    assert "Returned to France (5 Oct 2025) comes before Arrived by small boat (18 Oct 2025)" in said


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ret", RETURNED),
        ("arr", ARRIVED),
        ("arrived by sm", ARRIVED),
        ("DET", EventKind.DETAINED),
        ("adm", EventKind.ADMITTED),
        ("claim fr", EventKind.ASYLUM_CLAIM_FRANCE),
    ],
)
def test_a_few_letters_are_enough_for_a_type(typed: str, meant: EventKind) -> None:
    assert words.kinds_meant(typed)[0] is meant


def test_letters_that_mean_nothing_offer_nothing_and_none_offer_all() -> None:
    assert words.kinds_meant("qqq") == []
    assert set(words.kinds_meant("")) == set(words.OFFERED)
