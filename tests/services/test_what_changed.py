"""What changed between two days, on the example and on small ledgers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from desktop_app.domain.amounts import Amount
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.measures import ADM, BUILT_IN, RET
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.views import KnownOn, Sight
from desktop_app.services import sample
from desktop_app.services.headline import headlines, latest_balance
from desktop_app.services.what_changed import between, what_changed
from desktop_app.services.workspace import Workspace, first_records
from tests.domain.ledgers import Ledger, figure

OCTOBER, EARLY_NOVEMBER, JANUARY = date(2025, 11, 1), date(2025, 11, 6), date(2026, 1, 28)


@pytest.fixture(scope="module")
def example() -> Ledger:
    return Ledger(*first_records(), *sample.records())


@pytest.mark.parametrize(
    ("day", "returned", "admitted", "balance", "bounds"),
    [
        (OCTOBER, "75", "51", 24, (24, 24)),
        (EARLY_NOVEMBER, "94", "57", 37, (37, 37)),
        (JANUARY, "281", "~350", -69, (-74, -64)),
    ],
)
def test_the_headline_is_what_was_known_on_the_day(
    example: Ledger, day: date, returned: str, admitted: str, balance: int, bounds: tuple[int, int]
) -> None:
    view = KnownOn(example, day)
    scheme = next(iter(view.every(Scheme)))
    said = {one.measure: str(one.reading.drawn.amount) for one in headlines(view, scheme)}
    point = latest_balance(view, scheme)
    assert (said[RET], said[ADM]) == (returned, admitted)
    assert point is not None
    assert point.value == balance
    assert (point.interval.low, point.interval.high) == bounds


def test_no_balance_is_known_before_anybody_was_counted(example: Ledger) -> None:
    view = KnownOn(example, date(2025, 8, 1))
    assert latest_balance(view, next(iter(view.every(Scheme)))) is None


def test_changes_between_two_days_with_their_effect(example: Ledger) -> None:
    found = between(KnownOn(example, OCTOBER), KnownOn(example, EARLY_NOVEMBER))
    assert {(one.measure, str(one.amount)) for one in found.added} >= {(RET, "94"), (ADM, "57")}
    moved = {one.measure: one for one in found.headlines}
    assert moved[RET].differs
    before, now = found.balance
    assert before is not None
    assert now is not None
    assert (before.value, now.value) == (24, 37)


def test_a_revision_is_told_with_what_it_replaces(example: Ledger) -> None:
    found = between(KnownOn(example, EARLY_NOVEMBER), KnownOn(example, date(2025, 11, 14)))
    assert [(str(one.before.amount), str(one.now.amount)) for one in found.revised] == [("1097", "1101")]
    assert found.revised[0].now not in found.added


def test_nothing_changes_within_a_day(example: Ledger) -> None:
    found = between(KnownOn(example, OCTOBER), KnownOn(example, OCTOBER))
    assert found.count == 0
    assert not any(one.differs for one in found.headlines)


def test_a_figure_that_stands_no_more_is_withdrawn() -> None:
    told = figure(RET, "94", "2025-11-07")
    wrong = replace(told, rank=Rank.DEPRECATED, rank_reason="a slip")
    found = between(Ledger(told), Ledger(wrong))
    assert [one.id for one in found.withdrawn] == [told.id]
    assert found.headlines[0].now is None
    assert [one.id for one in between(Ledger(told), Ledger()).withdrawn] == [told.id]


def test_by_the_day_of_recording_corrections_are_revisions() -> None:
    told = figure(RET, "94", "2025-11-07")
    days = iter([datetime(2026, 3, 1, 12, tzinfo=UTC), datetime(2026, 3, 5, 12, tzinfo=UTC)])
    with Workspace.in_memory(first=[*BUILT_IN, told], clock=lambda: next(days)) as workspace:
        with workspace.change("edit figure") as work:
            work.put(replace(told, amount=Amount.parse("97")))
        assert what_changed(workspace, date(2026, 3, 2), None).count == 0
        found = what_changed(workspace, date(2026, 3, 2), None, Sight.AS_STOOD)
    assert [(str(one.before.amount), str(one.now.amount)) for one in found.revised] == [("94", "97")]
    assert isinstance(found.revised[0].now, Figure)
