"""What was published of one figure over time."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import ARR
from desktop_app.domain.views import KnownOn
from desktop_app.domain.vintages import Vintage, vintages
from desktop_app.services import sample
from desktop_app.services.workspace import first_records
from tests.domain.ledgers import HOME_OFFICE, PAPER, Ledger, figure

FIRST = figure(ARR, "390", "2026-05-10", HOME_OFFICE, id="first", published="2026-05-11")
LESS = figure(ARR, "322", "2026-05-10", HOME_OFFICE, id="less", published="2026-05-18", revises="first")
BACK = figure(ARR, "390", "2026-05-10", HOME_OFFICE, id="back", published="2026-05-25", revises="less")


def told(found: tuple[Vintage, ...]) -> list[tuple[str, str, bool]]:
    return [(str(one.published), str(one.amount), one.stands) for one in found]


def test_a_revision_that_is_taken_back_stays_readable() -> None:
    ledger = Ledger(BACK, FIRST, LESS)
    expected = [("2026-05-11", "390", False), ("2026-05-18", "322", False), ("2026-05-25", "390", True)]
    for one in (FIRST, LESS, BACK):
        assert told(vintages(ledger, one)) == expected
    assert [one.revises for one in vintages(ledger, FIRST)] == ["", "first", "less"]


def test_what_is_not_known_yet_is_no_vintage() -> None:
    view = KnownOn(Ledger(FIRST, LESS, BACK), date(2026, 5, 18))
    assert told(vintages(view, FIRST)) == [("2026-05-11", "390", False), ("2026-05-18", "322", True)]


def test_the_same_publisher_on_the_same_period_is_a_vintage_without_a_word_of_revising() -> None:
    again = figure(ARR, "400", "2026-05-10", HOME_OFFICE, published="2026-06-01")
    other = figure(ARR, "410", "2026-05-10", PAPER, published="2026-06-01")
    later = figure(ARR, "420", "2026-05-11", HOME_OFFICE, published="2026-06-01")
    found = vintages(Ledger(FIRST, again, other, later), FIRST)
    assert [str(one.amount) for one in found] == ["390", "400"]


def test_a_figure_alone_is_its_only_vintage() -> None:
    only = vintages(Ledger(FIRST), FIRST)
    assert told(only) == [("2026-05-11", "390", True)]
    assert only[0].source == HOME_OFFICE


def test_the_example_has_a_day_that_was_revised() -> None:
    ledger = Ledger(*first_records(), *sample.records())
    revised = next(one for one in ledger.every(Figure) if one.revises)
    assert [str(one.amount) for one in vintages(ledger, revised)] == ["1097", "1101"]
