"""Periods made of the days that a table gives."""

from __future__ import annotations

from desktop_app.domain.dates import PartialDate
from desktop_app.services.tabular import periods
from desktop_app.services.tabular.layouts import Week
from desktop_app.services.tabular.values import ReadDate


def read(edtf: str) -> ReadDate:
    return ReadDate(PartialDate.parse(edtf))


def test_a_day_stands_for_the_week_that_it_ends_or_begins() -> None:
    sunday = read("2025-11-09")
    assert str(periods.whole_week(sunday, Week.ENDING).date) == "2025-11-03/2025-11-09"
    assert str(periods.whole_week(sunday, Week.BEGINNING).date) == "2025-11-09/2025-11-15"
    assert periods.whole_week(sunday, None) is sunday
    assert periods.whole_week(read("2025-11"), Week.ENDING).date == read("2025-11").date


def test_a_period_runs_from_the_first_to_the_last_day_and_never_backwards() -> None:
    assert str(periods.joined(read("2025-11"), read("2025-12-05")).date) == "2025-11-01/2025-12-05"
    assert periods.joined(read("2025-11-09"), read("2025-11-08")).problem == "backwards"
    assert periods.joined(read("../2025-11-09"), read("2025-11-10")).problem == "no whole period"


def test_nothing_is_published_before_the_days_that_it_tells_of() -> None:
    day = PartialDate.parse("2025-11-09")
    assert periods.may_tell_of(PartialDate.parse("2025-11-10"), day)
    assert periods.may_tell_of(PartialDate.parse("2025-11-09"), day)
    assert not periods.may_tell_of(PartialDate.parse("2025-11-08"), day)
    assert not periods.may_tell_of(PartialDate.parse(""), day)
