"""Field notes are marked on the time axis by the day, as far as the view shows them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.charts.drawing.stage import Stage
from desktop_app.charts.files.export import image
from desktop_app.charts.kinds.comparison import Show
from desktop_app.charts.kinds.milestones import MARKED
from desktop_app.charts.kinds.noted import MOST_LABELLED, labelled, noted_days
from desktop_app.charts.looks.palette import LIGHT
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.shapes import Mark
from desktop_app.charts.texts import captions
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.views import SafeToShow, View
from desktop_app.words.formats import PlainFormats
from tests.charts.samples import build, usual
from tests.charts.samples import days as arrivals
from tests.domain.ledgers import Ledger

DAYS = (date(2025, 10, 1), date(2025, 11, 30))
FORMATS = PlainFormats()


def note(day: str, sharing: Sharing = Sharing.CLEAR) -> FieldNote:
    return FieldNote(date=PartialDate.parse(day), sharing=sharing)


@pytest.fixture
def view() -> View:
    days = ("2025-11-09", "2025-11-09", "2025-10-19", "2025-11", "[2025-11-01..2025-11-10]", "", "2025-09-30")
    return Ledger(*map(note, days), note("2025-11-12", Sharing.AMBER))


def test_only_days_that_are_known_are_marked_each_once(view: View) -> None:
    found = noted_days(view, DAYS, date(2026, 1, 1))
    assert [(date.fromordinal(each.day).isoformat(), each.count) for each in found] == [
        ("2025-10-19", 1),
        ("2025-11-09", 2),
        ("2025-11-12", 1),
    ]


def test_an_audience_sees_no_private_note(view: View) -> None:
    found = noted_days(SafeToShow(view), DAYS, date(2026, 1, 1))
    assert [each.count for each in found] == [1, 2]


def test_nothing_after_the_day_of_knowledge_is_marked(view: View) -> None:
    assert len(noted_days(view, DAYS, date(2025, 11, 8))) == 1


def test_the_key_says_what_the_marks_are_and_how_many_notes(view: View) -> None:
    noted = noted_days(view, DAYS, date(2026, 1, 1))
    (entry,) = captions.noted_key(noted, FORMATS)
    assert (entry.mark, entry.text) == (Mark.NOTED, "days of field notes (4 in all)")
    assert captions.noted_key((), FORMATS) == ()
    assert captions.with_noted("A chart.", noted, FORMATS) == "A chart. Field notes of 3 days."
    assert len(captions.with_noted("x" * captions.ALT_LIMIT, noted, FORMATS)) == captions.ALT_LIMIT


def test_few_days_have_lines_with_their_places(view: View) -> None:
    places = (
        ("2025-10-01", "Dover"),
        ("2025-10-02", "Calais"),
        ("2025-10-02", "Dunkerque"),
        ("2025-10-03", ""),
    )
    notes = [replace(note(day), place=place) for day, place in places]
    found = labelled(noted_days(Ledger(*notes), DAYS, date(2026, 1, 1)))
    assert [each.label for each in found] == ["Dover", "Field notes", "Field note"]
    assert all(each.start == each.end for each in found)
    assert min(each.weight for each in found) > len(MARKED)


def test_many_days_have_marks_on_the_axis_alone() -> None:
    notes = [note(f"2025-10-{day:02}") for day in range(1, MOST_LABELLED + 2)]
    found = noted_days(Ledger(*notes), DAYS, date(2026, 1, 1))
    assert len(found) == MOST_LABELLED + 1
    assert labelled(found) == ()


def test_their_lines_come_and_go_with_them_and_not_with_milestones() -> None:
    ledger = Ledger(*arrivals(date(2025, 8, 6), date(2025, 11, 9)), note("2025-11-08"))
    chart = build(ledger, show=Show(field_notes=True, milestones=False))
    assert [each.label for each in chart.milestones] == ["Field note"]
    assert build(ledger, show=Show(milestones=False)).milestones == ()


def test_they_are_drawn_only_when_asked_for() -> None:
    ledger = Ledger(*arrivals(date(2025, 8, 6), date(2025, 11, 9)), note("2025-11-08"))
    assert usual().noted == ()
    assert build(ledger).noted == ()
    chart = build(ledger, show=Show(field_notes=True))
    assert [each.day for each in chart.noted] == [date(2025, 11, 8).toordinal()]
    assert Mark.NOTED in [entry.mark for entry in chart.key]
    assert "Field notes of 1 day." in chart.alt


@pytest.mark.usefixtures("qtbot")
def test_a_file_shows_a_mark_on_the_axis_and_counts_what_is_more_than_one() -> None:
    ledger = Ledger(
        *arrivals(date(2025, 8, 6), date(2025, 11, 9)), *(note("2025-10-01") for _each in range(3))
    )
    stage = Stage(ChartStyle.export(LIGHT), 1000, 640)
    stage.show(build(ledger, show=Show(field_notes=True)))
    (x,) = stage.labels.noted
    assert x == stage.lower.x(date(2025, 10, 1).toordinal())
    count = next(word for word in stage.labels.texts if word.text == "3")
    assert count.box.bottom < stage.lower.box.bottom
    foot = image(stage).pixelColor(round(x), round(stage.lower.box.bottom))
    assert foot.name() == ChartStyle.export(LIGHT).colour(None)
