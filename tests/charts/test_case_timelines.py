"""Case timelines: the chosen cases of the view by their codes, and nothing of any other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.charts import registry
from desktop_app.charts.asked import Asked
from desktop_app.charts.bodies import CaseLanes
from desktop_app.charts.choice import ChartChoice, Subject, as_json, from_json
from desktop_app.charts.drawing.sheet_stage import arrange_sheet
from desktop_app.charts.kinds.case_timelines import NAME, build
from desktop_app.charts.layout.lettering import Lettering
from desktop_app.charts.looks.style import STAGE_SIZE, ChartStyle
from desktop_app.charts.sheets import Sheet
from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event
from desktop_app.domain.records import Record
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.views import SafeToShow
from desktop_app.words.formats import PlainFormats
from tests.charts.case_records import FOUNDING, REFUSED, records
from tests.charts.samples import TODAY
from tests.domain.ledgers import Ledger

pytestmark = pytest.mark.usefixtures("qapp")

CANARY = "canary"


def told(*found: Record, cases: tuple[str, ...] = ()) -> Sheet:
    choice = ChartChoice(subject=Subject(cases=cases))
    return build(Asked(SafeToShow(Ledger(*found)), PlainFormats(), TODAY, choice=choice))


def codes(sheet: Sheet) -> list[str]:
    assert isinstance(sheet.body, CaseLanes)
    return [track.code for track in sheet.body.tracks]


def test_chosen_cases_stand_in_their_order_and_others_are_not_there() -> None:
    found = records(FOUNDING, REFUSED, FOUNDING)
    assert codes(told(*found)) == ["C-001", "C-002", "C-003"]
    assert codes(told(*found, cases=("case 3", "case 1"))) == ["C-003", "C-001"]
    sheet = told(*found, cases=("case 1",))
    assert sheet.headline == "Case C-001: 7 events"
    assert {str(line.texts["case"]) for line in sheet.table.lines} == {"C-001"}


def test_a_case_that_is_not_for_an_audience_is_neither_drawn_nor_counted() -> None:
    found = records(FOUNDING, REFUSED)
    hidden = [
        replace(record, sharing=Sharing.RED) if isinstance(record, Case) and record.id == "case 2" else record
        for record in found
    ]
    both = ("case 1", "case 2")
    assert codes(told(*hidden, cases=both)) == ["C-001"]
    assert "C-002" not in repr(told(*hidden, cases=both))
    # A scene of nobody that may be shown does not fall back on everybody.
    assert told(*hidden, cases=("case 2",)).is_empty


def test_neither_names_nor_descriptions_nor_summaries_are_in_it() -> None:
    private = [
        replace(record, description=CANARY, name=CANARY, note=CANARY)
        if isinstance(record, Case)
        else replace(record, summary=CANARY, note=CANARY, place=CANARY, authority=CANARY, date_words=CANARY)
        if isinstance(record, Event)
        else record
        for record in records(FOUNDING)
    ]
    sheet = told(*private)
    assert not sheet.is_empty
    assert CANARY not in repr(sheet)


def test_the_choice_is_kept_with_a_scene() -> None:
    choice = ChartChoice(subject=Subject(cases=("a", "b")))
    assert from_json(as_json(choice)) == choice
    assert from_json('{"cases": ["a", 7, "a"]}').subject.cases == ("a",)


@pytest.mark.parametrize("size", [STAGE_SIZE, (1024.0, 768.0)])
@pytest.mark.parametrize("count", [1, 3, 4, 9])
def test_rows_stay_within_the_picture_and_the_rest_is_counted(size: tuple[float, float], count: int) -> None:
    sheet = told(*records(*[FOUNDING] * count))
    style = ChartStyle.presenter()
    there = arrange_sheet(sheet, style, Lettering(), *size)
    for spot in there.laid.spots:
        assert spot.box.within(there.body.grown(1))
    shown = {spot.key.rsplit(" ", 1)[0] for spot in there.laid.spots}
    assert len(shown) == count or count > 3
    more = [words.text for words in there.laid.words]
    left = count - len(shown)
    assert more == ([] if not left else [f"and {left} more case" + ("s" if left > 1 else "")])
    smallest = 28 * min(size[0] / STAGE_SIZE[0], size[1] / STAGE_SIZE[1])
    assert all(words.size >= smallest - 0.01 for words in there.laid.words)


def test_it_is_in_the_register_and_lies_on_no_choice_of_days() -> None:
    kind = registry.named(NAME)
    assert kind is not None
    assert not kind.options
