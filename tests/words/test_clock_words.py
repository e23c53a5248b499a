"""Clocks and the checklist in words: each sort of result is told apart by its words and by its shape."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain import clocks, eligibility
from desktop_app.domain.answers import Answer, Reply
from desktop_app.domain.clocks import Clock
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.rules import Rule, RuleKind
from desktop_app.domain.timeline import timeline
from desktop_app.words import clock_words, eligibility_words
from desktop_app.words.formats import PlainFormats

FORMATS = PlainFormats()
AS_OF = date(2026, 8, 1)
REPLY = Rule(
    title="Reply",
    starts_with=EventKind.REQUESTED,
    ends_with=EventKind.ACCEPTED,
    days=14,
    extended_days=28,
    in_force=PartialDate.parse("2025-08-06/.."),
)


def clock(asked: str, answered: str = "", kind: EventKind = EventKind.ACCEPTED) -> Clock:
    events = [Event(id="a", kind=EventKind.REQUESTED, date=PartialDate.parse(asked))]
    if answered:
        events.append(Event(id="b", kind=kind, date=PartialDate.parse(answered)))
    return clocks.of(timeline(events), [REPLY], AS_OF)[0]


@pytest.mark.parametrize(
    ("found", "mark", "words"),
    [
        (clock("2025-10-01", "2025-10-08"), "■", "Met"),
        (clock("2025-10-01", "2025-11-08"), "□", "Not met"),
        (clock("2025-10-01", "2025-11-08", EventKind.NO_REPLY), "□", "Not met: no reply came"),
        (
            clock("2025-10-01", "2025-10-20"),
            "◇",
            "Cannot tell: within the time of exceptional cases only",
        ),
        (clock("2025-10-01", "[2025-10-10..2025-10-20]"), "◇", "Cannot tell: the dates allow both"),
        (clock("2025-10-01~", "2025-10-08"), "◇", "Cannot tell: met if the dates hold"),
        (clock("2025-10-01~", "2025-11-08"), "◇", "Cannot tell: not met if the dates hold"),
        (
            clock("2025-10-05", "[2025-10-01..2025-10-10]"),
            "◇",
            "Cannot tell: met if it came after the start",
        ),
        (clock("2025-10"), "◇", "Cannot tell: due by 15 Oct – 14 Nov 2025"),
        (clock("2026-07-01"), "◇", "Cannot tell: due by 15 Jul 2026"),
        (clock("[2026-07-22..2026-07-24]"), "▷", "Running: 4–6 days left"),
        (clock("[2026-07-10..2026-07-24]"), "◇", "Cannot tell: the time may be over, or up to 6 days left"),
        (clock(""), "◇", "Cannot tell: the day of its start is not known"),
    ],
)
def test_a_result_says_why(found: Clock, mark: str, words: str) -> None:
    assert clock_words.mark(found) == mark
    assert clock_words.result(found, FORMATS) == words


def test_what_ended_it_is_named_where_it_is_another_event() -> None:
    refused = clock("2025-10-01", "2025-10-08", EventKind.REFUSED_READMISSION)
    assert clock_words.end_short(refused, FORMATS) == "Readmission refused, 8 Oct 2025"
    assert clock_words.end_short(clock("2025-10-01", "2025-10-08"), FORMATS) == "8 Oct 2025"
    assert clock_words.end_short(clock("2025-10-01"), FORMATS) == "none recorded"


def test_limits() -> None:
    assert clock_words.limit(REPLY, FORMATS) == "14 days, exceptionally 28"
    assert clock_words.limit_short(REPLY, FORMATS) == "14 (28) days"
    assert clock_words.limit(Rule(days=1), FORMATS) == "1 day"
    assert clock_words.limit(Rule(months=3), FORMATS) == "3 months"
    assert clock_words.limit(Rule(), FORMATS) == ""


def test_the_count_explains_itself() -> None:
    names = ("Family link", "Documents", "Checks", "In France")
    rules = [Rule(id=name, kind=RuleKind.CRITERION, title=name) for name in names]
    replies = (Reply.NOT_KNOWN, Reply.NO, Reply.YES)
    answers = [Answer(rule=name, reply=reply) for name, reply in zip(names, replies, strict=False)]
    asked = eligibility.checklist(rules, answers, "", AS_OF)
    assert eligibility_words.result(asked, FORMATS) == (
        "1 of 4 criteria answered yes; 1 no: Documents; 1 not known: Family link; 1 not answered: In France."
    )
    none = eligibility.checklist(rules, [], "wide", AS_OF)
    assert eligibility_words.result(none, FORMATS) == (
        "0 of 4 criteria answered yes in the version “wide”; 4 not answered."
    )
    assert eligibility_words.result(eligibility.checklist([], [], "", AS_OF), FORMATS)
