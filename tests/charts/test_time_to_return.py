"""The chart of how long until return and until re-arrival: curves from five cases on, single stays below."""

from __future__ import annotations

from datetime import date

from desktop_app.charts.kinds import time_to_return
from desktop_app.charts.sheets import Panel, Panels, Sheet
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.views import KnownOn, SafeToShow, Seen, Sight
from tests.charts.case_records import FOUNDING, KIND, Happened, asked, records
from tests.domain.ledgers import Ledger


def built(*cases: tuple[Happened, ...]) -> Sheet:
    return time_to_return.build(asked(Ledger(*records(*cases))))


def panels(sheet: Sheet) -> tuple[Panel, ...]:
    assert isinstance(sheet.body, Panels)
    return sheet.body.panels


def returned_after(days: int) -> tuple[Happened, ...]:
    return (KIND.ARRIVED_BOAT, "2025-10-01"), (KIND.RETURNED, date(2025, 10, 1 + days).isoformat())


def test_fewer_than_five_cases_are_drawn_as_single_stays() -> None:
    sheet = built(FOUNDING)
    to_return, to_arrival = panels(sheet)
    assert (to_return.curve, to_arrival.curve) == (None, None)
    assert [(span.name, span.low, span.high) for span in to_return.spans] == [
        ("C-001", 14, 23),
        ("C-001", 44, 44),
    ]
    assert [(span.low, span.high, span.text) for span in to_arrival.spans] == [
        (29, 29, "29 days"),
        (51, None, "no re-arrival recorded in 51 days"),
    ]
    assert sheet.headline == "Returned after 14–44 days; arrived again after 29 days"
    assert "a curve takes at least 5 people" in sheet.subtitle


def test_five_cases_are_drawn_as_a_curve_with_its_half() -> None:
    sheet = built(*(returned_after(days) for days in (10, 12, 14, 16, 18, 20)))
    to_return = panels(sheet)[0]
    assert to_return.curve is not None
    assert to_return.spans == ()
    assert [(step.day, round(step.share, 3)) for step in to_return.curve.steps][:3] == [
        (10, 0.833),
        (12, 0.667),
        (14, 0.5),
    ]
    assert sheet.headline.startswith("Half were returned within 14 days")
    assert to_return.title == "From arrival to return: 6 stays of 6 people, 6 have ended"


def test_vague_dates_leave_the_half_a_range_and_a_band() -> None:
    vague = ((KIND.ARRIVED_BOAT, "2025-10-01"), (KIND.RETURNED, "[2025-10-11..2025-10-20]"))
    sheet = built(*[vague] * 5)
    assert sheet.headline.startswith("Half were returned within 10–19 days")
    assert [entry.text for entry in sheet.key] == ["shaded: what vague dates leave open"]


def test_a_half_that_only_the_lower_bound_reaches_is_said_as_open() -> None:
    """Four ended after 10 to 80 days; two have gone on for 20 days and four for 90.

    With all ends at 10 days 6 of 10 are left; where they lie after 20 days 4 of 8 are, for two are then no
    longer followed. So half may be reached, from the 21st day on, and may not be.
    """
    vague = ((KIND.ARRIVED_BOAT, "2025-10-01"), (KIND.RETURNED, "[2025-10-11..2025-12-20]"))
    short, long = ((KIND.ARRIVED_BOAT, "2025-12-11"),), ((KIND.ARRIVED_BOAT, "2025-10-02"),)
    sheet = built(*[vague] * 4, *[short] * 2, *[long] * 4)
    assert sheet.headline == "Half were returned after 21 days at the earliest; nobody arrived again"


def test_each_step_and_each_stay_has_its_line() -> None:
    for sheet in (built(FOUNDING), built(*[FOUNDING] * 6)):
        keys = [line.key for line in sheet.table.lines]
        drawn = [span.key for panel in panels(sheet) for span in panel.spans]
        drawn += [key for panel in panels(sheet) if panel.curve is not None for key in panel.curve.keys]
        assert sorted(keys) == sorted(drawn)
        assert len(keys) == len(set(keys))
        assert all(line.records for line in sheet.table.lines)


def test_what_goes_on_is_followed_to_the_day_it_is_seen_from() -> None:
    case = ((KIND.ARRIVED_BOAT, "2025-10-01"),)
    view, day = Ledger(*records(case)), date(2025, 10, 11)
    sheet = time_to_return.build(asked(KnownOn(view, day), Seen(Sight.KNOWN_ON, day)))
    assert panels(sheet)[0].spans[0].text == "no return recorded in 10 days"
    assert sheet.subtitle.startswith("As known on 11 Oct 2025 · To 11 October 2025.")
    assert sheet.headline == "Nobody returned yet"


def test_a_stay_that_is_left_out_is_told() -> None:
    case = ((KIND.ARRIVED_BOAT, "2025-08-01"), (KIND.ARRIVED_BOAT, "2025-10-01"))
    notes = [note.text for note in built(case).notes]
    assert notes == ["1 stay is left out: another arrival follows, and no return is recorded between."]


def test_private_cases_are_not_drawn_for_an_audience() -> None:
    private = records(FOUNDING, sharing=Sharing.AMBER)
    sheet = time_to_return.build(asked(SafeToShow(Ledger(*private))))
    assert (sheet.is_empty, sheet.headline) == (True, "No stays to measure yet")
