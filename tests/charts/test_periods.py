from __future__ import annotations

from datetime import date

import pytest

from desktop_app.charts.periods import Period, Preset

DATA = (date(2025, 6, 2), date(2026, 2, 20))
START = date(2025, 8, 6)


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (Period(), START, DATA[1]),
        (Period(Preset.THIS_YEAR), date(2026, 1, 1), DATA[1]),
        (Period(Preset.LAST_12_WEEKS), date(2025, 11, 29), DATA[1]),
        (Period(Preset.ALL), *DATA),
        (Period.custom(date(2025, 7, 1), None), date(2025, 7, 1), DATA[1]),
        (Period.custom(None, date(2025, 9, 1)), DATA[0], date(2025, 9, 1)),
        (Period.custom(date(2026, 1, 1), date(2025, 10, 1)), date(2025, 10, 1), date(2026, 1, 1)),
        (Period.custom(date(2030, 1, 1), None), date(2030, 1, 1), date(2030, 1, 1)),
    ],
)
def test_days_shown(period: Period, first: date, last: date) -> None:
    assert period.days(*DATA, START) == (first, last)


def test_twelve_weeks_are_no_more_than_there_are() -> None:
    assert Period(Preset.LAST_12_WEEKS).days(date(2025, 12, 1), date(2025, 12, 9), START)[0] == date(
        2025, 12, 1
    )


@pytest.mark.parametrize("start", [None, date(2027, 1, 1)])
def test_without_a_start_all_is_shown(start: date | None) -> None:
    assert Period().days(*DATA, start) == DATA
