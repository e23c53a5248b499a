from __future__ import annotations

from datetime import date, timedelta

from desktop_app.charts.kinds.comparison import Show, default_scheme
from desktop_app.charts.periods import Period, Preset
from desktop_app.charts.shapes import Ink, Mark
from desktop_app.charts.targets import tracks
from desktop_app.domain.measures import ADM, ARR, RET
from tests.charts.samples import SCHEME, START, TODAY, build, days, eight_years, ledger, motley, usual
from tests.domain.ledgers import HOME_OFFICE, PAPER, Ledger, figure


class TestArrivals:
    def test_a_bar_is_a_week_from_monday_to_sunday(self) -> None:
        for bar in usual().bars:
            assert bar.end - bar.start == 6
            assert date.fromordinal(bar.start).weekday() == 0

    def test_a_week_that_lacks_days_is_a_gap_and_not_a_bar(self) -> None:
        view = Ledger(*days(date(2025, 8, 4), date(2025, 8, 26)), *days(date(2025, 8, 28), date(2025, 9, 7)))
        chart = build(view, period=Period(Preset.ALL))
        gap = (date(2025, 8, 25).toordinal(), date(2025, 8, 31).toordinal())
        assert chart.gaps == (gap,)
        assert gap[0] not in [bar.start for bar in chart.bars]

    def test_zero_is_a_bar_of_zero(self) -> None:
        week = [figure(ARR, "0", f"2025-08-{day:02}", HOME_OFFICE) for day in range(4, 11)]
        chart = build(Ledger(*week), period=Period(Preset.ALL))
        assert [(bar.value, bar.high) for bar in chart.bars] == [(0.0, 0.0)]

    def test_a_week_with_a_provisional_day_is_provisional(self) -> None:
        assert all(bar.provisional for bar in usual().bars)
        assert "provisional" in usual().bars[0].spoken

    def test_days_are_shown_as_a_line_where_wished(self) -> None:
        chart = eight_years(each_day=True)
        assert chart.bars == ()
        assert chart.daily is not None
        assert len(chart.daily.days) == (date(2026, 2, 15) - date(2018, 1, 1)).days + 1


class TestTotals:
    def test_a_line_starts_at_zero_when_the_scheme_does(self) -> None:
        assert all(line.lead == (START.toordinal(), 0.0) for line in usual().lines)

    def test_a_line_enters_with_what_it_held(self) -> None:
        chart = usual(period=Period.custom(date(2025, 11, 1), TODAY))
        assert [line.lead for line in chart.lines] == [
            (date(2025, 11, 1).toordinal(), 75.0),
            (date(2025, 11, 1).toordinal(), 51.0),
        ]

    def test_only_points_of_the_days_shown_are_drawn(self) -> None:
        first, last = date(2025, 11, 1), date(2025, 11, 30)
        chart = usual(period=Period.custom(first, last))
        points = [point.day for line in chart.lines for point in line.points]
        assert points
        assert all(first.toordinal() <= day <= last.toordinal() for day in points)

    def test_a_vague_day_is_a_span_that_ends_where_the_step_stands(self) -> None:
        vague = [point for point in motley().lines[0].points if point.earliest < point.day]
        assert [(date.fromordinal(one.earliest), date.fromordinal(one.day)) for one in vague] == [
            (date(2025, 12, 10), date(2025, 12, 20))
        ]

    def test_where_sources_differ_there_is_a_band_until_the_next_point(self) -> None:
        admitted = motley().lines[1]
        band = admitted.bands[0]
        assert (band.low, band.high) == (57.0, 65.0)
        assert date.fromordinal(band.start) == date(2025, 11, 7)
        assert date.fromordinal(band.end) == date(2025, 12, 16)

    def test_bands_can_be_left_out(self) -> None:
        assert not any(line.bands for line in usual(show=Show(ranges=False)).lines)

    def test_marks_say_how_a_number_is_known(self) -> None:
        marks = {point.mark for line in motley().lines for point in line.points}
        assert marks == {
            Mark.EXACT,
            Mark.REPORTED,
            Mark.RANGE,
            Mark.CONTESTED,
            Mark.ABOUT,
            Mark.MORE_THAN,
            Mark.FEWER_THAN,
        }


class TestKnowledge:
    def test_as_known_on_a_day_later_figures_are_not_there(self) -> None:
        view = Ledger(*days(date(2025, 8, 4), date(2025, 11, 16)))
        for amount, day in (("94", "2025-11-05"), ("113", "2025-11-14")):
            view.records[day] = figure(RET, amount, day, PAPER, id=day)
        chart = build(view, known_on=date(2025, 11, 7))
        assert next(line.labels for line in chart.lines) == ("94 returned",)
        assert chart.bars == ()

    def test_nothing_known_is_an_empty_chart_with_words(self) -> None:
        chart = build(Ledger())
        assert chart.is_empty
        assert chart.headline == "Nothing to draw yet"
        assert chart.alt


class TestTable:
    def test_has_a_row_for_each_plotted_value_and_no_other(self) -> None:
        for chart in (usual(), motley(), eight_years(each_day=True), usual(show=Show(arrivals=False))):
            plotted = sorted(target.figures for track in tracks(chart) for target in track)
            assert sorted(row.figures for row in chart.rows) == plotted

    def test_a_row_says_days_number_and_source(self) -> None:
        row = [row for row in usual().rows if row.measure == RET][-1]
        assert (row.series, row.first, row.last) == ("Returned to France", date(2026, 2, 9), date(2026, 2, 9))
        assert (row.value, row.low, row.high, row.mark) == ("305", "305", "305", "reported")
        assert row.source == "A paper, 9 Feb 2026"
        assert row.figures == ("RET 2026-02-09",)

    def test_an_open_end_is_empty(self) -> None:
        row = next(row for row in motley().rows if row.mark == "more than")
        assert (row.value, row.low, row.high) == ("more than 110", "111", "")


class TestChoice:
    def test_a_series_left_out_is_in_neither_picture_nor_table(self) -> None:
        chart = usual(show=Show(returned=False))
        assert [line.ink for line in chart.lines] == [Ink.ADMITTED]
        assert RET not in {row.measure for row in chart.rows}
        assert ADM in {row.measure for row in chart.rows}

    def test_a_panel_without_series_has_no_title(self) -> None:
        assert usual(show=Show(arrivals=False)).upper_title == ""
        assert usual(show=Show(returned=False, admitted=False)).lower_title == ""

    def test_the_same_question_gets_the_same_answer(self) -> None:
        view = ledger()
        assert build(view) == build(view)

    def test_the_first_scheme_is_the_default(self) -> None:
        assert default_scheme(Ledger(SCHEME)) is SCHEME
        assert not default_scheme(Ledger()).start.is_dated

    def test_a_chart_ends_with_the_last_data(self) -> None:
        assert date.fromordinal(usual(period=Period()).last) == TODAY
        assert date.fromordinal(build(Ledger(*days(START, START + timedelta(days=3)))).last) == TODAY
