from __future__ import annotations

from datetime import date

from desktop_app.domain.events import EventKind, Verification
from tests.charts.samples import EVENTS, build, days, event, usual
from tests.domain.ledgers import Ledger

AUTUMN = days(date(2025, 8, 6), date(2025, 11, 9))


def test_one_for_each_kind_at_the_schemes_own_start() -> None:
    found = [(one.label, date.fromordinal(one.start)) for one in usual().milestones]
    assert found == [("In force", date(2025, 8, 6)), ("First return", date(2025, 9, 18))]


def test_a_vague_day_stays_vague() -> None:
    chart = build(Ledger(*AUTUMN, event(EventKind.EXTENDED, "[2025-10-01..2025-10-10]")))
    assert [(one.end - one.start, one.label) for one in chart.milestones] == [(9, "Extended")]


def test_what_happened_later_is_not_known_yet() -> None:
    chart = build(Ledger(*AUTUMN, *EVENTS), known_on=date(2025, 9, 1))
    assert [one.label for one in chart.milestones] in ([], ["In force"])


def test_what_befell_a_person_is_no_milestone() -> None:
    private = event(EventKind.FIRST_RETURN, "2025-09-18", case="a case", verification=Verification.CONFIRMED)
    assert build(Ledger(*AUTUMN, private)).milestones == ()


def test_what_has_no_day_is_not_drawn() -> None:
    assert build(Ledger(*AUTUMN, event(EventKind.EXTENDED, ""))).milestones == ()
