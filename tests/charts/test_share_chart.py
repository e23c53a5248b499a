"""Share returned: per 1,000 arrivals since a common start, a range, and honest about missing days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from desktop_app.charts.files import tables
from desktop_app.charts.kinds import share_chart
from desktop_app.charts.shapes import Mark
from desktop_app.domain.measures import RET
from tests.charts.samples import SCHEME, TODAY, days, ledger
from tests.charts.time_samples import asked, check_words, plot
from tests.domain.ledgers import Ledger, daily, figure

pytestmark = pytest.mark.usefixtures("qapp")


def test_both_are_counted_from_the_day_the_scheme_came_into_force() -> None:
    before = daily("2025-08-01", [1000] * 5)
    view = Ledger(SCHEME, *before, *daily("2025-08-06", [500] * 10), figure(RET, "50", "2025-08-15"))
    sheet = share_chart.build(asked(view))
    (line,) = tables.values(sheet)
    assert (line["first"], line["last"], line["low"], line["high"]) == ("2025-08-06", "2025-08-15", 10, 10)
    assert sheet.headline == "10 returned per 1,000 arrivals by 15 Aug 2025"


def test_missing_days_make_it_at_most_so_much_and_are_counted() -> None:
    some = daily("2025-08-06", [500] * 8 + [None, 1000])
    sheet = share_chart.build(asked(Ledger(SCHEME, *some, figure(RET, "50", "2025-08-15"))))
    (dot,) = plot(sheet).panels[0].tracks[0].dots
    assert dot.mark is Mark.FEWER_THAN
    assert sheet.headline == "At most 10 returned per 1,000 arrivals by 15 Aug 2025"
    assert "1 day" in sheet.notes[0].text


def test_a_share_of_arrivals_of_a_few_days_is_not_drawn() -> None:
    few = daily("2025-08-06", [500, 500])
    sheet = share_chart.build(asked(Ledger(SCHEME, *few, figure(RET, "50", "2025-09-15"))))
    assert (sheet.is_empty, sheet.headline) == (True, "No share to draw yet")


def test_a_vague_day_is_shared_among_the_arrivals_to_its_first_and_its_last() -> None:
    view = Ledger(SCHEME, *daily("2025-08-06", [100] * 20), figure(RET, "10", "[2025-08-15..2025-08-25]"))
    (line,) = tables.values(share_chart.build(asked(view)))
    assert (line["low"], line["high"]) == (5, 10)


def test_without_a_start_there_is_nothing_to_count_from() -> None:
    view = Ledger(*days(date(2025, 8, 1), TODAY), figure(RET, "50", "2025-09-15"))
    assert share_chart.build(asked(view)).headline == "No common start is known"


def test_words_are_short_and_keep_clear_of_each_other() -> None:
    sheet = share_chart.build(asked(ledger(SCHEME)))
    assert len(plot(sheet).panels[0].tracks[0].dots) == 11
    assert sheet.notes == ()
    check_words(sheet)


def test_a_share_is_said_to_one_place() -> None:
    said = share_chart.rounded(share_chart.Interval(Decimal("9.449"), Decimal("9.451")))
    assert (said.low, said.high) == (Decimal("9.4"), Decimal("9.5"))
