"""The mark grammar: every chart draws each kind of value with its own mark, and explains those it uses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from desktop_app.charts import registry
from desktop_app.charts.asked import Asked
from desktop_app.charts.bodies import Claims
from desktop_app.charts.choice import ChartChoice, Scale, Subject
from desktop_app.charts.files import tables
from desktop_app.charts.kinds.comparison import Show
from desktop_app.charts.layout.painting_lines import runs
from desktop_app.charts.registry import Chart
from desktop_app.charts.shapes import RANGED, ComparisonChart, Mark
from desktop_app.charts.targets import tracks
from desktop_app.charts.texts.grammar import mark_words
from desktop_app.charts.time_plot import TimePlot
from desktop_app.domain.dates import on_day
from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.figures import Rank, Status
from desktop_app.domain.measures import ADM, ARR, RET
from desktop_app.domain.views import SafeToShow
from desktop_app.words.formats import PlainFormats
from tests.charts.case_records import FOUNDING, REFUSED, records
from tests.charts.samples import EVENTS, SCHEME, START, TODAY, build, days, motley
from tests.domain.ledgers import BLOG, HOME_OFFICE, PAPER, Ledger, figure

SHOWN = ChartChoice(show=Show(withdrawn=True))
ON_VALUES = {
    Mark.EXACT,
    Mark.REPORTED,
    Mark.ABOUT,
    Mark.MORE_THAN,
    Mark.FEWER_THAN,
    Mark.RANGE,
    Mark.CONTESTED,
    Mark.WITHDRAWN,
    Mark.SUPPOSED,
}


def everything() -> Ledger:
    """Every kind of value at once: rivals, vague numbers and days, revisions, something withdrawn."""
    return Ledger(
        SCHEME,
        *days(START, TODAY, status=Status.PROVISIONAL),
        *EVENTS,
        figure(RET, "42", "2025-10-19", HOME_OFFICE),
        figure(RET, "75", "2025-10-31", PAPER),
        figure(RET, "94", "2025-10-31", BLOG, id="rival"),
        figure(RET, ">110", "2025-11-14", PAPER),
        figure(RET, "~150", "2025-11-27", PAPER),
        figure(RET, "193", "[2025-12-10..2025-12-20]", PAPER, status=Status.PROVISIONAL),
        figure(RET, "<300", "2026-01-27", PAPER),
        figure(RET, "999", "2025-11-20", PAPER, id="gone", rank=Rank.DEPRECATED, rank_reason="misread"),
        figure(ADM, "18", "2025-10-09", PAPER),
        figure(ADM, "51", "2025-10-31", PAPER),
        figure(ADM, "57..65", "2025-11-14", PAPER, status=Status.PROVISIONAL),
        figure(ADM, "195", "2025-12-20", PAPER),
        figure(ARR, "9", "2025-08-20", HOME_OFFICE, published="2026-03-01", revises="ARR 2025-08-20"),
    )


def drawn(chart: Chart) -> set[Mark]:
    """The marks of the values on a chart."""
    if isinstance(chart, ComparisonChart):
        return {point.mark for line in chart.lines for point in (*line.points, *line.withdrawn)}
    if isinstance(chart.body, TimePlot):
        dots = [dot for panel in chart.body.panels for track in panel.tracks for dot in track.dots]
        return {Mark.RANGE if dot.is_bare else dot.mark for dot in dots}
    return {said.mark for said in chart.body.said} if isinstance(chart.body, Claims) else set()


@pytest.mark.parametrize("name", registry.names())
def test_the_key_has_exactly_the_marks_of_the_values(name: str) -> None:
    chart = registry.build(name, Asked(everything(), PlainFormats(), TODAY, choice=SHOWN))
    explained = {entry.mark for entry in chart.key} & ON_VALUES
    if name not in ("dots", "what-would-it-take"):
        assert explained == drawn(chart)
    assert len({entry.mark for entry in chart.key}) == len(chart.key)


@pytest.mark.parametrize("name", ["returns-arrivals", "balance", "pace", "share", "year-on-year", "vintages"])
def test_files_say_the_mark_that_is_drawn_and_what_may_be_revised(name: str) -> None:
    chart = registry.build(name, Asked(everything(), PlainFormats(), TODAY, choice=SHOWN))
    lines = tables.values(chart)
    assert {Mark(line["mark"]) for line in lines} >= drawn(chart)
    assert {line["provisional"] for line in lines} <= {True, False}
    assert any(line["provisional"] for line in lines)
    assert "provisional" in tables.as_csv(chart).splitlines()[0]


def test_every_mark_of_the_grammar_has_words() -> None:
    assert mark_words().keys() >= ON_VALUES | {Mark.SPAN, Mark.PROVISIONAL, Mark.TENTATIVE}


class TestContested:
    def test_what_sources_differ_about_is_marked_so_and_never_exact(self) -> None:
        chart = build(everything())
        returned = chart.lines[0]
        (point,) = [point for point in returned.points if point.rival]
        assert (point.mark, point.low, point.high) == (Mark.CONTESTED, 75, 94)
        assert any(band.low == 75 and band.high == 94 for band in returned.bands)
        assert "sources differ" in [entry.text for entry in chart.key]

    def test_also_where_an_official_number_is_drawn(self) -> None:
        view = Ledger(figure(RET, "75", "2025-10-31", HOME_OFFICE), figure(RET, ">80", "2025-10-31", PAPER))
        (point,) = build(view).lines[0].points
        assert point.mark is Mark.CONTESTED

    def test_the_balance_and_the_share_of_contested_totals_are_contested(self) -> None:
        for name in ("balance", "share"):
            chart = registry.build(name, Asked(everything(), PlainFormats(), TODAY))
            of_day = [line for line in chart.table.lines if line.values["last"] == "2025-10-31"]
            assert [line.values["mark"] for line in of_day] == ["contested"], name

    def test_a_range_of_one_source_is_not_contested(self) -> None:
        (point,) = build(Ledger(figure(RET, "75..94", "2025-10-31", PAPER))).lines[0].points
        assert point.mark is Mark.RANGE
        assert {Mark.RANGE, Mark.CONTESTED} == RANGED


class TestProvisional:
    def test_a_total_that_may_be_revised_is_dashed_until_the_next(self) -> None:
        chart = build(everything())
        assert [point.provisional for point in chart.lines[1].points] == [False, False, True, False]
        assert Mark.TENTATIVE in {entry.mark for entry in chart.key}
        corners = chart.lines[1].vertices()
        tentative = {float(point.day) for point in chart.lines[1].points if point.provisional}
        found = list(runs(corners, tentative))
        (dashed,) = [run for run, is_tentative in found if is_tentative]
        assert dashed[0][0] in tentative
        assert dashed[0][1] == dashed[1][1]
        # The stretches join without a gap.
        for (one, _), (then, _) in pairwise(found):
            assert one[-1] == then[0]
        assert (found[0][0][0], found[-1][0][-1]) == (corners[0], corners[-1])

    def test_is_said_to_who_listens(self) -> None:
        assert build(everything()).lines[1].points[2].spoken.endswith("provisional")


class TestWithdrawn:
    def test_is_off_at_first_and_then_a_cross_beside_the_line(self) -> None:
        assert not any(line.withdrawn for line in build(everything()).lines)
        chart = build(everything(), show=Show(withdrawn=True))
        (point,) = chart.lines[0].withdrawn
        assert (point.mark, point.value, point.figures) == (Mark.WITHDRAWN, 999, ("gone",))
        assert point.spoken == "20 Nov 2025: 999 returned, withdrawn: misread"
        assert point.figures not in [other.figures for other in chart.lines[0].points]

    def test_has_its_line_of_the_table_and_can_be_pointed_at(self) -> None:
        chart = build(everything(), show=Show(withdrawn=True))
        assert [row.figures for row in chart.rows if row.mark == "withdrawn"] == [("gone",)]
        assert ("gone",) in [target.figures for track in tracks(chart) for target in track]

    def test_the_line_goes_where_it_goes_without_it(self) -> None:
        view = everything()
        with_it, without = (build(view, show=Show(withdrawn=shown)) for shown in (True, False))
        assert with_it.lines[0].points == without.lines[0].points
        assert with_it.lines[0].top == 999
        assert with_it.headline == without.headline


class TestAlongTheDays:
    @pytest.mark.parametrize("name", ["balance", "pace", "share"])
    def test_milestones_and_field_notes_are_on_every_chart_over_days(self, name: str) -> None:
        noted = [FieldNote(id=f"note {number}", date=on_day(date(2025, 11, 3))) for number in range(2)]
        view = Ledger(*everything().records.values(), *noted)
        for wanted in (True, False):
            show = Show(milestones=wanted, field_notes=wanted)
            chart = registry.build(name, Asked(view, PlainFormats(), TODAY, choice=ChartChoice(show=show)))
            assert isinstance(chart.body, TimePlot)
            assert bool(chart.body.milestones) is wanted
            assert [each.count for each in chart.body.noted] == [2] * wanted
            assert (Mark.NOTED in {entry.mark for entry in chart.key}) is wanted


class TestSaid:
    def test_what_was_withdrawn_is_a_cross_among_what_is_said_and_not_in_the_headline(self) -> None:
        gone = figure(RET, "88", "2025-10-31", PAPER, id="gone then", rank=Rank.DEPRECATED)
        view = Ledger(*everything().records.values(), gone)
        days = (date(2025, 10, 31), date(2025, 10, 31))
        for shown in (True, False):
            choice = ChartChoice(show=Show(withdrawn=shown), subject=Subject(measure=RET, days=days))
            chart = registry.build("who-says", Asked(view, PlainFormats(), TODAY, choice=choice))
            assert isinstance(chart.body, Claims)
            marks = {said.number: said.mark for said in chart.body.said}
            assert marks.get("88, withdrawn") is (Mark.WITHDRAWN if shown else None)
            assert "88" not in marks
            assert "88" not in chart.headline
            assert (Mark.WITHDRAWN in {entry.mark for entry in chart.key}) is shown


class TestJourneys:
    def test_hatched_ends_and_numbers_held_back_are_explained(self) -> None:
        refused = records(*[REFUSED] * 3, *[FOUNDING] * 9)
        chart = registry.build("journeys", Asked(Ledger(*refused), PlainFormats(), TODAY))
        assert [entry.mark for entry in chart.key] == [Mark.GAP]
        safe = SafeToShow(Ledger(*refused))
        chart = registry.build("journeys", Asked(safe, PlainFormats(), TODAY))
        assert [entry.mark for entry in chart.key] == [Mark.HELD_BACK]
        assert chart.key[0].text == "fewer than 5, not shown"


def test_bars_that_may_be_higher_are_explained() -> None:
    view = Ledger(
        *days(START, TODAY), figure(ARR, "100..400", "2025-08-20", HOME_OFFICE, id="ARR 2025-08-20")
    )
    chart = build(view)
    assert any(bar.high > bar.value for bar in chart.bars)
    assert Mark.BAR_RANGE in {entry.mark for entry in chart.key}


def test_a_chart_of_everything_has_marks_for_all_of_it() -> None:
    assert drawn(motley()) >= {Mark.EXACT, Mark.RANGE, Mark.CONTESTED, Mark.MORE_THAN, Mark.FEWER_THAN}


def test_withdrawn_totals_are_on_one_axis_too() -> None:
    for scale in (Scale.ONE_AXIS, Scale.LOG):
        choice = ChartChoice(show=Show(withdrawn=True), scale=scale)
        chart = registry.build(registry.FIRST, Asked(everything(), PlainFormats(), TODAY, choice=choice))
        assert Mark.WITHDRAWN in drawn(chart)
        assert Mark.WITHDRAWN in {entry.mark for entry in chart.key}
        assert [line.records for line in chart.table.lines if line.values["mark"] == "withdrawn"] == [
            ("gone",)
        ]
        without = replace(choice, show=Show())
        chart = registry.build(registry.FIRST, Asked(everything(), PlainFormats(), TODAY, choice=without))
        assert Mark.WITHDRAWN not in drawn(chart)
