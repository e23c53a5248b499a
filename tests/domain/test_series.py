"""Running totals: what is known of a total on each day."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.amounts import Amount, Comparator
from desktop_app.domain.dates import UNDATED, on_day, within
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.measures import ADM, ARR, RET, Basis, Measure
from desktop_app.domain.readings import Series
from desktop_app.domain.series import running_total, running_totals
from desktop_app.domain.sources import Citation
from desktop_app.domain.views import KnownOn
from tests.domain.ledgers import BLOG, GOV_UK, HOME_OFFICE, NOVEMBER, SOURCES, Ledger, figure


def steps(series: Series) -> list[tuple[str, object, object]]:
    return [(f"{reading.end:%d %b}", reading.low, reading.high) for reading in series.readings]


def total(*figures: Figure) -> Series:
    return running_total(Ledger(*figures), figures[0].measure)


class TestSteps:
    def test_a_total_holds_until_the_next_one_and_is_unknown_before_the_first(self) -> None:
        series = running_total(Ledger(*NOVEMBER), RET)
        assert [reading.value for reading in series.readings] == [75, 94, 113, 193, 281]
        assert series.at(date(2025, 10, 30)) is None
        held = series.at(date(2025, 11, 13))
        assert held is not None
        assert held.end == date(2025, 11, 7)

    def test_sources_that_say_the_same_make_one_step(self) -> None:
        series = total(figure(RET, "94", "2025-11-07"), figure(RET, "94", "2025-11-07", GOV_UK))
        assert len(series.readings) == 1
        assert len(series.readings[0].figures) == 2

    def test_a_total_stands_where_its_data_end_and_not_where_it_was_printed(self) -> None:
        series = total(
            figure(ADM, "57", "2025-11-05"),
            figure(ADM, "65", "2025-11-07", GOV_UK),
            figure(ADM, "57", "2025-11-10", data_to="2025-11-05"),
        )
        assert steps(series) == [("05 Nov", 57, 57), ("07 Nov", 65, 65)]

    def test_a_fall_is_not_hidden(self) -> None:
        series = total(figure(ADM, "65", "2025-11-07"), figure(ADM, "57", "2025-11-10"))
        assert steps(series) == [("07 Nov", 65, 65), ("10 Nov", 57, 57)]

    def test_rivals_of_one_day_widen_its_range(self) -> None:
        series = total(figure(RET, "42", "2025-11-05", BLOG), figure(RET, "94", "2025-11-05", GOV_UK))
        assert steps(series) == [("05 Nov", 42, 94)]
        assert series.readings[0].value == 94
        assert series.readings[0].rival

    def test_more_than_has_no_upper_end(self) -> None:
        assert steps(total(figure(RET, ">900", "2026-06-10"))) == [("10 Jun", 901, None)]

    def test_what_cannot_be_placed_or_counted_is_left_out(self) -> None:
        undated = figure(RET, "94", "")
        since = figure(RET, "94", "2025-08-06/..")
        assert total(undated, since, figure(RET, "-", "2025-11-07")).readings == ()
        assert running_total(Ledger(), RET) == Series(RET, Basis.CUMULATIVE)


class TestVagueDays:
    def test_alone_it_stands_at_its_latest_day_and_keeps_its_earliest(self) -> None:
        series = total(figure(RET, "94", "[2025-11-01..2025-11-10]"))
        assert [(one.start, one.end) for one in series.readings] == [(date(2025, 11, 1), date(2025, 11, 10))]

    def test_a_lower_one_is_a_rival_and_no_fall(self) -> None:
        series = total(
            figure(ADM, "65", "2025-11-07", GOV_UK, rank=Rank.PREFERRED),
            figure(ADM, "57", "[2025-11-01..2025-11-10]"),
        )
        assert steps(series) == [("07 Nov", 57, 65)]
        assert series.readings[0].value == 65
        assert series.readings[0].rival

    def test_a_lower_one_rivals_the_first_total_that_is_higher_and_not_all_of_them(self) -> None:
        series = total(
            figure(RET, "26", "2025-10-09"),
            figure(RET, "42", "2025-10-19"),
            figure(RET, "75", "2025-10-31"),
            figure(RET, "24", "2025-10"),
        )
        assert steps(series) == [("09 Oct", 24, 26), ("19 Oct", 42, 42), ("31 Oct", 75, 75)]

    def test_one_that_repeats_a_total_is_one_more_source_for_it(self) -> None:
        series = total(figure(RET, "94", "2025-11-07", GOV_UK), figure(RET, "94", "[2025-11-01..2025-11-10]"))
        assert steps(series) == [("07 Nov", 94, 94)]
        assert len(series.readings[0].figures) == 2

    def test_a_higher_one_is_a_later_total(self) -> None:
        series = total(figure(RET, "193", "2026-01-05"), figure(RET, "281", "2026-01"))
        assert steps(series) == [("05 Jan", 193, 193), ("31 Jan", 281, 281)]
        assert not any(reading.rival for reading in series.readings)

    def test_it_is_not_drawn_on_a_day_another_figure_names_unless_it_is_preferred(self) -> None:
        exact = figure(RET, "153", "2025-11-27", BLOG)
        vague = figure(RET, "94..113", "2025-11", GOV_UK)
        assert total(exact, vague).readings[0].drawn is exact
        preferred = figure(RET, "94..113", "2025-11", GOV_UK, rank=Rank.PREFERRED)
        assert total(exact, preferred).readings[0].drawn is preferred

    def test_by_a_day_speaks_of_the_last_total_up_to_it(self) -> None:
        exact = [figure(RET, "75", "2025-10-31"), figure(RET, "94", "2025-11-07")]
        assert steps(total(*exact, figure(RET, "<100", "../2025-11-10"))) == steps(total(*exact))
        higher = total(*exact, figure(RET, "113", "../2025-11-14"))
        assert steps(higher)[-1] == ("14 Nov", 113, 113)

    def test_a_total_over_a_span_stands_at_its_end(self) -> None:
        series = total(figure(ADM, "~350", "2025-09/2026-01-27"))
        assert [(one.start, one.end) for one in series.readings] == [(date(2026, 1, 27),) * 2]
        assert series.since == date(2025, 9, 1)


class TestWhereCountingStarts:
    def test_sources_date_the_beginning_of_the_scheme_differently_and_mean_one_total(self) -> None:
        figures = [
            figure(RET, "1", "2025-09-17", counted_since="2025-09-17"),
            figure(RET, "94", "2025-11-07", counted_since="2025-08-06"),
            figure(RET, "113", "2025-11-14"),
            figure(RET, "193", "2025-12-16", counted_since="2025-10"),
        ]
        (series,) = running_totals(Ledger(*figures), RET)
        assert series.since == date(2025, 8, 6)
        assert len(series.readings) == 4

    def test_a_count_started_anew_is_another_series(self) -> None:
        anew = figure(RET, "88", "2026-01-27", counted_since="2026-01-01")
        ledger = Ledger(*NOVEMBER, anew)
        assert [len(series.readings) for series in running_totals(ledger, RET)] == [5, 1]
        assert len(running_total(ledger, RET).readings) == 5
        assert running_total(ledger, RET, date(2026, 1, 1)).readings[0].drawn is anew

    def test_totals_of_a_flow_are_grouped_by_their_start(self) -> None:
        claims = [
            figure(ARR, amount, day, basis=Basis.CUMULATIVE, counted_since=since)
            for amount, day, since in (
                ("36954", "2025-10-22", "2025-01-01"),
                ("38726", "2025-11-08", "2025-01-01"),
                ("<11500", "2025-11-02", "2025-08-06"),
                ("45755", "2022-12-31", "2022-01-01"),
            )
        ]
        ledger = Ledger(*claims, figure(ARR, "503", "2025-11-08"))
        assert [(series.since, len(series.readings)) for series in running_totals(ledger, ARR)] == [
            (date(2022, 1, 1), 1),
            (date(2025, 1, 1), 2),
            (date(2025, 8, 6), 1),
        ]
        assert running_total(ledger, ARR).since == date(2025, 1, 1)

    def test_stocks_and_totals_are_never_joined(self) -> None:
        ledger = Ledger(
            Measure("HELD", basis=Basis.STOCK),
            figure("HELD", "92", "2025-09-19", basis=Basis.STOCK),
            figure("HELD", "100", "2025-11-10", basis=Basis.CUMULATIVE),
            figure("HELD", "50", "2025-11", basis=Basis.TARGET),
        )
        assert {series.basis: len(series.readings) for series in running_totals(ledger, "HELD")} == {
            Basis.STOCK: 1,
            Basis.CUMULATIVE: 1,
        }
        assert running_total(ledger, "HELD").basis is Basis.STOCK


def amounts() -> st.SearchStrategy[Amount]:
    counts = st.integers(0, 200)
    return st.one_of(
        counts.map(Amount.exactly),
        counts.map(Amount.about),
        counts.map(lambda n: Amount.of(Comparator.MORE_THAN, n)),
        st.integers(1, 200).map(lambda n: Amount.of(Comparator.LESS_THAN, n)),
        st.tuples(counts, counts).map(lambda two: Amount.between(min(two), max(two))),
    )


@st.composite
def totals(draw: st.DrawFn) -> Figure:
    first = date(2025, 11, 1) + timedelta(days=draw(st.integers(0, 20)))
    published = first + timedelta(days=draw(st.integers(0, 30)))
    return Figure(
        measure=RET,
        amount=draw(amounts()),
        basis=Basis.CUMULATIVE,
        period=within(first, first + timedelta(days=draw(st.integers(0, 10)))),
        published=draw(st.sampled_from([UNDATED, on_day(published)])),
        rank=draw(st.sampled_from(Rank)),
        citations=tuple(Citation(source.id) for source in draw(st.sets(st.sampled_from(SOURCES)))),
    )


class TestLaws:
    @given(st.lists(totals(), max_size=12))
    def test_the_range_holds_what_is_drawn_and_every_figure_is_in_one_step(
        self, figures: list[Figure]
    ) -> None:
        series = running_total(Ledger(*figures), RET)
        for reading in series.readings:
            drawn = reading.drawn.amount.interval
            assert reading.interval.hull(drawn) == reading.interval
            assert reading.figures[0] is reading.drawn
            assert (
                all(
                    a.amount.interval.meets(b.amount.interval)
                    for a in reading.figures
                    for b in reading.figures
                )
                != reading.rival
            )
        counting = [one.id for one in figures if one.rank is not Rank.DEPRECATED]
        assert sorted(series.inputs) == sorted(counting)
        ends = [reading.end for reading in series.readings]
        assert ends == sorted(set(ends))

    @given(
        st.lists(totals(), max_size=12).flatmap(lambda made: st.tuples(st.just(made), st.permutations(made)))
    )
    def test_the_order_of_entry_does_not_matter(self, two: tuple[list[Figure], list[Figure]]) -> None:
        assert running_total(Ledger(*two[0]), RET) == running_total(Ledger(*two[1]), RET)

    @given(st.lists(totals(), max_size=8), st.lists(totals(), max_size=4), st.integers(0, 60))
    def test_what_was_known_on_a_day_stays_as_it_was(
        self, early: list[Figure], late: list[Figure], days: int
    ) -> None:
        day = date(2025, 11, 1) + timedelta(days=days)
        later = [one for one in late if one.published.latest is None or one.published.latest > day]
        before = running_total(KnownOn(Ledger(*early), day), RET)
        assert running_total(KnownOn(Ledger(*early, *later), day), RET) == before

    def test_official_totals_are_marked(self) -> None:
        series = total(figure(RET, "305", "2026-02-09", HOME_OFFICE), figure(RET, "300", "2026-02-09"))
        assert series.readings[0].official
