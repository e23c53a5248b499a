"""The chart of journeys: its words, its values, and what an audience may see of small counts."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.charts.kinds import journeys
from desktop_app.charts.sheets import Fill, Flow, Sheet
from desktop_app.domain.events import EventKind
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.views import KnownOn, SafeToShow, Seen, Sight
from tests.charts.case_records import FOUNDING, LEGAL, REFUSED, Happened, asked, records
from tests.domain.ledgers import Ledger

SMALL = {str(number) for number in range(1, 5)}


def built(*cases: tuple[Happened, ...]) -> Sheet:
    return journeys.build(asked(Ledger(*records(*cases))))


def public(*cases: tuple[Happened, ...]) -> Sheet:
    return journeys.build(asked(SafeToShow(Ledger(*records(*cases)))))


def flow(sheet: Sheet) -> Flow:
    assert isinstance(sheet.body, Flow)
    return sheet.body


def test_it_tells_people_and_journeys_and_who_told_of_them() -> None:
    sheet = built(FOUNDING, REFUSED)
    assert sheet.headline == "Of 2 people in our cases: 1 returned to France, 1 arrived again"
    assert sheet.emphasis == "1 returned to France"
    assert sheet.subtitle.startswith("3 journeys, as far as recorded.")
    assert "Our own cases, as told by A paper." in sheet.footer
    assert sheet.footer.endswith("As known on 31 Dec 2025.")
    assert len(sheet.alt) <= 200


def test_each_box_and_ribbon_has_its_line_with_the_cases() -> None:
    sheet = built(FOUNDING, REFUSED)
    (band,) = flow(sheet).bands
    lines = {line.key: line for line in sheet.table.lines}
    assert set(lines) == {node.key for node in band.nodes} | {link.key for link in band.links}
    detained = lines["stage detained"]
    assert (detained.values["journeys"], detained.values["people"]) == (2, 2)
    assert (detained.values["cases"], detained.records) == ("C-001; C-002", ("case 1", "case 2"))
    assert lines["way detained > readmission requested"].spoken == (
        "Detained, then Readmission requested: 2 journeys"
    )
    returned = lines["stage returned"]
    assert (returned.values["journeys"], returned.values["people"]) == (2, 1)
    assert returned.spoken == "Returned to France: 2 journeys of 1 person"


def test_a_way_that_ends_is_told_apart_without_colour() -> None:
    nodes = {node.key: node for node in flow(built(REFUSED)).bands[0].nodes}
    assert nodes["stage readmission refused"].fill is Fill.HATCHED
    assert nodes["stage readmission refused"].is_aside
    assert nodes["stage detained"].fill is Fill.SOLID


def test_the_key_says_of_hatching_what_every_hatched_box_is() -> None:
    unrecorded = ((EventKind.RETURNED, "2025-10-01"), (EventKind.ARRIVED_BOAT, "2025-11-09"))
    sheet = built(unrecorded)
    hatched = [node.key for node in flow(sheet).bands[0].nodes if node.fill is Fill.HATCHED]
    assert hatched == ["stage arrival not recorded"]
    assert [entry.text for entry in sheet.key] == ["refused, no reply, or not recorded"]


def test_the_legal_route_is_a_band_of_its_own() -> None:
    titles = [band.title for band in flow(built(FOUNDING, LEGAL)).bands]
    assert titles == ["Return route", "Legal route to the UK"]


def test_without_cases_it_says_so() -> None:
    sheet = built()
    assert (sheet.is_empty, sheet.headline) == (True, "No journeys yet")


def test_an_audience_sees_no_breakdown_of_fewer_than_five_people() -> None:
    sheet = public(FOUNDING, REFUSED)
    assert sheet.is_empty
    assert sheet.subtitle == "Journeys of fewer than 5 people are not broken down for an audience."
    assert "small count" in {note.code for note in built(FOUNDING, REFUSED).notes}


def test_one_small_count_rounds_all_and_names_nobody() -> None:
    sheet = public(*[FOUNDING] * 7, REFUSED, REFUSED)
    assert not sheet.is_empty
    assert "Rounded to the nearest 5; fewer than 5 not shown." in sheet.subtitle
    assert {line.texts["journeys"] for line in sheet.table.lines} <= {"5", "10", "15", "fewer than 5"}
    assert all(not line.records and not line.values["cases"] for line in sheet.table.lines)
    refused = next(line for line in sheet.table.lines if line.key == "stage readmission refused")
    assert (refused.values["journeys"], refused.texts["journeys"]) == (None, "fewer than 5")


def test_large_counts_stay_as_they_are_for_an_audience() -> None:
    sheet = public(*[REFUSED] * 6)
    assert {line.values["journeys"] for line in sheet.table.lines} == {6}
    assert sheet.table.lines[0].records


def test_private_cases_are_in_no_count_that_an_audience_sees() -> None:
    private = records(*[FOUNDING] * 9, sharing=Sharing.AMBER)
    assert journeys.build(asked(SafeToShow(Ledger(*private)))).headline == "No journeys yet"


def test_seen_from_a_day_it_says_so_and_counts_what_was_known() -> None:
    day = date(2025, 10, 20)
    view = KnownOn(Ledger(*records(FOUNDING)), day)
    sheet = journeys.build(asked(view, Seen(Sight.KNOWN_ON, day)))
    assert sheet.subtitle.startswith("As known on 20 Oct 2025 · ")
    assert "readmission requested" not in {line.values["stage"] for line in sheet.table.lines}


CASES = st.lists(st.sampled_from([FOUNDING, REFUSED, LEGAL, FOUNDING[:2], REFUSED[:3]]), max_size=14)


@given(CASES)
def test_no_number_of_fewer_than_five_people_reaches_an_audience(cases: list[tuple[Happened, ...]]) -> None:
    sheet = public(*cases)
    for line in sheet.table.lines:
        people, journeys_counted = line.values["people"], line.values["journeys"]
        assert people is None or (isinstance(people, int) and people >= 5)
        assert journeys_counted is None or (isinstance(journeys_counted, int) and journeys_counted >= 5)
    words = " ".join([sheet.headline, sheet.alt, *(line.spoken for line in sheet.table.lines)])
    assert not SMALL & set(words.replace(",", " ").replace(":", " ").split())
