"""What a whole column says of how its single cells are written."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.services.tabular.evidence import Why, date_order, number_style

DAYS = st.dates(date(2018, 1, 1), date(2026, 12, 31))


class TestDateOrder:
    @pytest.mark.parametrize(
        ("cells", "order", "why"),
        [
            (["3/4/2025", "13/4/2025"], "dmy", Why.PLACE_ABOVE_TWELVE),
            (["3/4/2025", "4/13/2025"], "mdy", Why.PLACE_ABOVE_TWELVE),
            (["Sun 09/11/2025"], "dmy", Why.WEEKDAY),
            (["Thu 09/11/2025"], "mdy", Why.WEEKDAY),
            (["9.11.2025", "3.4.2025"], "dmy", Why.DOTS),
            (["5/11/2025", "6/11/2025", "7/11/2025", "1/12/2025"], "dmy", Why.ORDER_OF_ROWS),
            (["11/5/2025", "11/6/2025", "11/7/2025", "12/1/2025"], "mdy", Why.ORDER_OF_ROWS),
            (["3/4/25", "13/4/25"], "dmy", Why.PLACE_ABOVE_TWELVE),
        ],
    )
    def test_is_decided_by_what_the_column_shows(self, cells: list[str], order: str, why: Why) -> None:
        found = date_order(cells)
        assert (found.order, found.why) == (order, why)
        assert found.examples
        assert not found.is_open

    def test_is_asked_with_the_columns_own_examples_where_nothing_tells(self) -> None:
        found = date_order(["3/4/2025", "", "2025-11-09", "5/6/2025"])
        assert found.is_open
        assert found.examples == ("3/4/2025", "5/6/2025")

    def test_is_asked_with_one_of_each_where_the_column_is_written_both_ways(self) -> None:
        found = date_order(["3/4/2025", "13/4/2025", "4/14/2025"])
        assert (found.why, found.examples) == (Why.CONTRADICTORY, ("13/4/2025", "4/14/2025"))

    @pytest.mark.parametrize("cells", [[], ["2025-11-09"], ["9 Nov 2025"], ["11/11/2025"], ["Total"]])
    def test_nothing_is_asked_where_nothing_is_open(self, cells: list[str]) -> None:
        assert not date_order(cells).is_open

    @given(st.lists(DAYS, min_size=1, max_size=30), st.sampled_from(("%d/%m/%Y", "%m/%d/%Y")))
    def test_is_never_decided_wrongly_by_a_place_or_a_weekday(self, days: list[date], form: str) -> None:
        true = "dmy" if form.startswith("%d") else "mdy"
        found = date_order([day.strftime(form) for day in days])
        if found.why is Why.PLACE_ABOVE_TWELVE:
            assert found.order == true
        named = date_order([day.strftime(f"%A {form}") for day in days])
        assert named.order in (None, true)

    @given(DAYS, st.integers(20, 60))
    def test_a_daily_series_is_always_decided_rightly(self, first: date, length: int) -> None:
        cells = [(first + timedelta(days=n)).strftime("%m/%d/%Y") for n in range(length)]
        assert date_order(cells).order in (None, "mdy")


class TestNumberStyle:
    @pytest.mark.parametrize(
        ("cells", "decimals"),
        [
            (["38.726", "12.5"], "."),
            (["38.726", "1.234,5"], ","),
            (["38.726", "1.234.567"], ","),
            (["1,097", "1,101.5"], "."),
            (["1,097", "503"], None),
            (["503"], None),
        ],
    )
    def test_is_decided_by_the_cells_that_read_in_one_way_only(
        self, cells: list[str], decimals: str | None
    ) -> None:
        found = number_style(cells)
        assert found.decimals == decimals
        assert not found.is_open

    def test_is_asked_where_a_point_may_part_thousands_or_decimals(self) -> None:
        found = number_style(["38.726", "503"])
        assert (found.is_open, found.examples) == (True, ("38.726",))
