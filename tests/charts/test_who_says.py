"""Who says what: every number by origin and grade, none averaged, and no words over others."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.charts.asked import Asked
from desktop_app.charts.bodies import Claims, Said
from desktop_app.charts.choice import ChartChoice, Subject
from desktop_app.charts.drawing.sheet_stage import arrange_sheet
from desktop_app.charts.kinds import who_says
from desktop_app.charts.layout.claims_layout import lay_claims, line_ends, round_ticks
from desktop_app.charts.layout.forms import Form, Sign
from desktop_app.charts.layout.lettering import Lettering
from desktop_app.charts.looks.palette import LIGHT
from desktop_app.charts.looks.style import ChartStyle
from desktop_app.charts.placing import Box
from desktop_app.charts.shapes import Ink, Mark
from desktop_app.charts.sheets import Sheet
from desktop_app.domain.contested import about
from desktop_app.domain.measures import ADM, ARR, RET
from desktop_app.domain.sources import Citation, Source
from desktop_app.domain.views import View
from desktop_app.words.formats import PlainFormats
from tests.charts.samples import TODAY
from tests.domain.ledgers import BLOG, GOV_UK, PAPER, Ledger, daily, figure
from tests.domain.test_contested import ADMITTED, FIRST, LAST, RETURNED

pytestmark = pytest.mark.usefixtures("qapp")

SIZES = ((320, 240), (600, 380), (1280, 720), (1123, 794), (3840, 2160))
MARKS = st.sampled_from([Mark.EXACT, Mark.REPORTED, Mark.ABOUT, Mark.MORE_THAN, Mark.RANGE])


def asked(view: View) -> Asked:
    return Asked(view, PlainFormats(), TODAY)


def claims(sheet: Sheet) -> Claims:
    assert isinstance(sheet.body, Claims)
    return sheet.body


def test_returned_in_early_november() -> None:
    view = Ledger(*RETURNED)
    sheet = who_says.build(asked(view), about(view, RET, FIRST, LAST))
    said = [(each.number, each.mark) for each in claims(sheet).said]
    assert ("94", Mark.REPORTED) in said
    assert ("75", Mark.REPORTED) in said
    assert ("more than 70", Mark.MORE_THAN) in said
    assert ("fewer than 100", Mark.FEWER_THAN) in said
    assert len(sheet.headline.split()) <= 12


def test_admitted_is_the_default_and_nothing_is_averaged() -> None:
    sheet = who_says.build(asked(Ledger(*RETURNED, *ADMITTED)))
    assert sheet.headline == "Admitted from France, 1–10 Nov 2025: 51, 57, 65"
    assert {each.at for each in claims(sheet).said} == {51, 57, 65}
    assert {line.values["low"] for line in sheet.table.lines} == {51, 57, 65}
    ids = {id for line in sheet.table.lines for id in str(line.values["figures"]).split()}
    assert ids == {each.id for each in ADMITTED}
    assert "each number holds for its own day" in sheet.subtitle


def test_outlets_that_repeat_one_statement_are_one_row() -> None:
    one = replace(
        figure(ADM, "65", "2025-11-07", PAPER, speaker="Home Office spokesperson"),
        citations=(
            Citation(PAPER.id, speaker="Home Office spokesperson", credibility=3),
            Citation(BLOG.id, speaker="Home Office", credibility=2),
        ),
    )
    sheet = who_says.build(asked(Ledger(one, figure(ADM, "57", "2025-11-07", GOV_UK))))
    (row,) = [each for each in claims(sheet).said if each.number == "65"]
    assert row.who == "Home Office spokesperson, grade B3"
    assert row.remark == "7 Nov 2025 · A paper; A blog"
    assert "2 numbers from 2 origins" in sheet.subtitle


@pytest.mark.parametrize("size", SIZES)
def test_all_is_inside_and_no_words_cover_others(size: tuple[int, int]) -> None:
    sheet = who_says.build(asked(Ledger(*RETURNED, *ADMITTED)))
    there = arrange_sheet(sheet, ChartStyle.export(LIGHT, size), Lettering(), *size)
    for words in there.laid.words:
        assert words.box.within(Box(0, 0, *size)), words
    for one, other in itertools.combinations(there.laid.words, 2):
        assert not one.box.grown(-0.5).meets(other.box.grown(-0.5)), (one.text, other.text)
    assert sum(isinstance(form, Sign) for form in there.laid.forms) == len(claims(sheet).said)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 60_000), MARKS, st.text("abc def", max_size=30)), min_size=1, max_size=14
    ),
    st.floats(260, 2000),
    st.floats(120, 900),
)
def test_labels_never_overlap(said: list[tuple[int, Mark, str]], width: float, height: float) -> None:
    rows = [
        Said(f"said {place}", mark, at, at, at + 5, f"{at}", f"who {who}", f"day {who}")
        for place, (at, mark, who) in enumerate(sorted(said, reverse=True, key=lambda each: each[0]))
    ]
    box = Box(10, 10, width, height)
    body = Claims(tuple(rows), Ink.RETURNED, "people")
    laid = lay_claims(body, box, ChartStyle.page(LIGHT), Lettering(), PlainFormats())
    for one, other in itertools.combinations(laid.words, 2):
        assert not one.box.grown(-0.5).meets(other.box.grown(-0.5)), (one.text, other.text)
    for words in laid.words:
        assert words.box.within(box.grown(1)), words


@given(st.floats(0, 1e6), st.floats(0, 1e6), st.integers(1, 9))
def test_the_line_holds_every_number_and_has_round_marks(one: float, other: float, most: int) -> None:
    first, last = line_ends(min(one, other), max(one, other))
    assert first <= min(one, other) <= max(one, other) <= last
    ticks = round_ticks(first, last, most, PlainFormats())
    assert len(ticks) <= most + 1
    slack = (last - first) * 1e-6
    assert all(first - slack <= tick.at <= last + slack for tick in ticks)


def test_a_day_of_its_own_is_said_once() -> None:
    view = Ledger(figure(RET, "24", "2025-10-19"), figure(RET, "42", "2025-10-19", GOV_UK))
    sheet = who_says.build(asked(view))
    assert sheet.headline == "Returned to France, 19 Oct 2025: 24, 42"
    assert "own day" not in sheet.subtitle
    assert about(view, RET, date(2025, 10, 19), date(2025, 10, 19)) is not None


OUTLETS = tuple(
    Source(id=f"outlet {number}", title=f"A report of outlet {number}", publisher=f"Outlet {number}")
    for number in range(30)
)


def of_many(count: int) -> Sheet:
    """So many numbers, of an origin each: single ones, ranges and open ones."""
    amounts = ("{n}", "{n}..{m}", ">{n}", "<{n}", "~{n}")
    figures = [
        figure(
            RET,
            amounts[place % 5].format(n=40 + 3 * place, m=60 + 3 * place),
            f"2025-11-{1 + place % 9:02d}",
            outlet,
            id=f"figure {place}",
        )
        for place, outlet in enumerate(OUTLETS[:count])
    ]
    view = Ledger(*figures, *OUTLETS)
    return who_says.build(asked(view), about(view, RET, FIRST, LAST))


@pytest.mark.parametrize("count", [2, 3, 7, 15, 30])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
def test_the_rows_fill_the_sheet_from_two_to_thirty(count: int, size: tuple[int, int]) -> None:
    sheet = of_many(count)
    there = arrange_sheet(sheet, ChartStyle.export(LIGHT, size), Lettering(), *size)
    rows = [spot.box for spot in there.laid.spots]
    assert len(rows) == len(claims(sheet).said) == count
    assert rows[-1].bottom - rows[0].y > there.body.height * 0.8
    assert len({round(row.height, 3) for row in rows}) == 1
    assert not any("more in the table" in word.text for word in there.laid.words)
    for said in claims(sheet).said:
        assert any(word.text == said.number and word.bold for word in there.laid.words), said.number


def test_a_room_reads_large_letters_and_is_told_of_what_finds_no_room() -> None:
    there = arrange_sheet(of_many(30), ChartStyle.presenter(), Lettering(), 1920, 1080)
    assert min(word.size for word in there.laid.words) >= 28
    assert any(word.text.endswith("more in the table") for word in there.laid.words)


def test_a_range_is_a_bar_and_an_open_number_has_an_arrow() -> None:
    view = Ledger(
        figure(RET, "60..88", "2025-11-04", OUTLETS[0]),
        figure(RET, ">70", "2025-11-05", OUTLETS[1]),
        *OUTLETS,
    )
    sheet = who_says.build(asked(view), about(view, RET, FIRST, LAST))
    there = arrange_sheet(sheet, ChartStyle.export(LIGHT, (1280, 720)), Lettering(), 1280, 720)
    signs = [form.mark for form in there.laid.forms if isinstance(form, Sign)]
    assert signs == [Mark.MORE_THAN], "nobody said a number within the range"
    colour = ChartStyle.export(LIGHT).colour(Ink.RETURNED)
    lines = [form for form in there.laid.forms if isinstance(form, Form) and form.colour == colour]
    assert len(lines) == 5, "a bar with two caps, an arrow with its head"


def test_an_axis_that_does_not_begin_at_zero_says_so() -> None:
    view = Ledger(figure(RET, "75", "2025-11-01", OUTLETS[0]), figure(RET, "94", "2025-11-05"), *OUTLETS)
    sheet = who_says.build(asked(view), about(view, RET, FIRST, LAST))
    there = arrange_sheet(sheet, ChartStyle.export(LIGHT, (1280, 720)), Lettering(), 1280, 720)
    texts = [word.text for word in there.laid.words]
    assert "Axis begins at 70, not at 0." in texts
    assert "70" in texts


def subject(view: View, **named: object) -> Sheet:
    choice = ChartChoice(subject=Subject(**named))  # type: ignore[arg-type]
    return who_says.build(replace(asked(view), choice=choice))


def test_a_measure_and_days_can_be_asked_for() -> None:
    view = Ledger(*RETURNED, *ADMITTED)
    sheet = subject(view, measure=RET, days=(date(2025, 10, 31), date(2025, 10, 31)))
    assert sheet.headline.startswith("Returned to France, 31 Oct 2025: ")
    assert subject(view, measure=RET).headline.startswith("Returned to France, 1–10 Nov 2025")


def test_what_coarser_figures_say_of_exactly_these_days_is_told_too() -> None:
    days = daily("2025-11-01", [10] * 30)
    month = figure(ARR, "412", "2025-11", PAPER)
    sheet = subject(Ledger(*days, month), measure=ARR, days=(date(2025, 11, 1), date(2025, 11, 30)))
    assert [each.number for each in claims(sheet).said] == ["412"]


def test_where_nobody_said_anything_it_says_of_what() -> None:
    sheet = subject(Ledger(*RETURNED), measure=ADM, days=(FIRST, LAST))
    assert (sheet.is_empty, sheet.headline) == (True, "Admitted from France, 1–10 Nov 2025")
    assert "Nothing is known of these days." in sheet.subtitle
