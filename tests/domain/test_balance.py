"""Returned against admitted and against arrived."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.balance import Balance, balance, possible, returns_per_thousand, shares, sign_changes
from desktop_app.domain.figures import Figure
from desktop_app.domain.flows import flow
from desktop_app.domain.intervals import Interval
from desktop_app.domain.measures import ADM, ARR, RET
from desktop_app.domain.readings import Series
from desktop_app.domain.series import running_total
from tests.domain.ledgers import NOVEMBER, Ledger, daily, figure


def both(*figures: Figure) -> Balance:
    ledger = Ledger(*figures)
    return balance(running_total(ledger, RET), running_total(ledger, ADM))


class TestBalance:
    def test_it_is_a_difference_of_intervals_on_the_days_of_both(self) -> None:
        points = both(*NOVEMBER).points
        assert [str(point.interval) for point in points] == [
            "24..24",
            "29..29",
            "29..29",
            "-2..-2",
            "-74..-64",
        ]

    def test_the_change_is_between_two_days_and_never_on_one(self) -> None:
        (change,) = both(*NOVEMBER).changes
        assert (change.after, change.by, change.more_admitted) == (
            date(2025, 11, 14),
            date(2025, 12, 16),
            True,
        )

    def test_a_day_on_which_only_one_total_is_known_cannot_tell_the_sign(self) -> None:
        lone = figure(RET, "153", "2025-11-27")
        found = both(*NOVEMBER, lone)
        point = next(point for point in found.points if point.day == date(2025, 11, 27))
        assert point.interval == Interval(153 - 195, 153 - 84)
        assert point.sign == 0
        (change,) = found.changes
        assert (change.after, change.by) == (date(2025, 11, 14), date(2025, 12, 16))

    def test_after_the_last_total_of_one_the_other_says_only_the_most(self) -> None:
        found = both(
            figure(RET, "94", "2025-11-07"), figure(ADM, "65", "2025-11-07"), figure(RET, "113", "2025-11-14")
        )
        assert [str(point.interval) for point in found.points] == ["29..29", "..48"]

    def test_ties_and_overlapping_ranges_are_no_change(self) -> None:
        tied = both(figure(RET, "193", "2025-12-16"), figure(ADM, "193", "2025-12-16"))
        assert tied.points[0].sign == 0
        overlapping = both(
            *NOVEMBER[:3],
            *NOVEMBER[5:8],
            figure(RET, ">900", "2026-06-10"),
            figure(ADM, "~900", "2026-06-10"),
        )
        assert overlapping.points[-1].interval == Interval(901 - 950, None)
        assert overlapping.changes == ()

    def test_a_change_to_a_vague_day_is_by_its_latest_and_from_one_after_its_earliest(self) -> None:
        found = both(
            figure(RET, "94", "[2025-11-01..2025-11-10]"),
            figure(ADM, "65", "[2025-11-01..2025-11-10]"),
            figure(RET, "193", "2025-12"),
            figure(ADM, "195", "2025-12"),
        )
        (change,) = found.changes
        assert (change.after, change.by) == (date(2025, 11, 1), date(2025, 12, 31))

    def test_it_names_its_inputs_once_each(self) -> None:
        found = both(*NOVEMBER)
        assert sorted(found.inputs) == sorted(one.id for one in NOVEMBER)

    def test_without_both_totals_there_is_none(self) -> None:
        assert both(figure(RET, "94", "2025-11-07")) == Balance()

    @given(
        st.lists(st.tuples(st.sampled_from([RET, ADM]), st.integers(1, 28), st.integers(0, 99)), max_size=20)
    )
    def test_a_balance_always_allows_the_difference_of_what_is_drawn(
        self, told: list[tuple[str, int, int]]
    ) -> None:
        found = both(*(figure(code, str(count), f"2025-11-{day:02}") for code, day, count in told))
        for point in found.points:
            returned, admitted = point.returned.value, point.admitted.value
            assert returned is not None
            assert admitted is not None
            assert point.interval.contains(returned - admitted)
        for change in found.changes:
            assert change.after < change.by


_SAID = st.tuples(
    st.sampled_from((RET, ADM)),
    st.integers(1, 28).map(lambda day: f"2025-11-{day:02}"),
    st.tuples(st.sampled_from(("{}", ">{}", "<{}", "~{}")), st.integers(1, 60)).map(
        lambda said: said[0].format(said[1])
    ),
)


@given(st.lists(_SAID, max_size=20))
def test_the_changes_alone_are_those_of_the_whole_balance(said: list[tuple[str, str, str]]) -> None:
    figures = [figure(measure, amount, day, id=str(n)) for n, (measure, day, amount) in enumerate(said)]
    ledger = Ledger(*figures)
    out, back = running_total(ledger, RET), running_total(ledger, ADM)
    assert sign_changes(out, back) == balance(out, back).changes


class TestReturnsPerThousand:
    returned = running_total(Ledger(*NOVEMBER), RET)
    arrivals = flow(Ledger(*daily("2025-11-01", [0, 2000, 0, 4000, 0, 0, 4000, 3000, 639])), ARR)

    def test_it_counts_both_to_the_same_day(self) -> None:
        share = returns_per_thousand(self.returned, self.arrivals, date(2025, 11, 1), date(2025, 11, 7))
        assert share is not None
        assert share.interval == Interval.exactly(Decimal("9.400"))
        assert (share.arrived.low, share.returned.value, share.to) == (10000, 94, date(2025, 11, 7))
        assert len(share.inputs) == 8

    def test_left_to_itself_it_ends_with_the_shorter_record(self) -> None:
        share = returns_per_thousand(self.returned, self.arrivals, date(2025, 11, 1))
        assert share is not None
        assert share.to == date(2025, 11, 9)
        assert share.interval == Interval.exactly(Decimal("6.892"))  # 94 of 13,639

    def test_it_tells_the_days_without_a_record(self) -> None:
        share = returns_per_thousand(self.returned, self.arrivals, date(2025, 10, 30), date(2025, 11, 12))
        assert share is not None
        assert share.arrived.missing == 2 + 3
        assert share.arrived.day == date(2025, 11, 12)

    def test_ranges_give_a_range(self) -> None:
        returned = running_total(Ledger(figure(RET, "75..94", "2025-11-07")), RET)
        share = returns_per_thousand(returned, self.arrivals, date(2025, 11, 1))
        assert share is not None
        assert share.interval == Interval(Decimal("7.500"), Decimal("9.400"))

    def test_there_is_none_without_a_total_or_arrivals(self) -> None:
        nothing = Series(ARR, self.arrivals.basis)
        assert returns_per_thousand(self.returned, nothing, date(2025, 11, 1)) is None
        assert returns_per_thousand(self.returned, self.arrivals, date(2025, 8, 6), date(2025, 9, 1)) is None

    def test_where_nobody_arrived_no_share_can_be_said(self) -> None:
        empty = flow(Ledger(*daily("2025-11-07", [0])), ARR)
        share = returns_per_thousand(self.returned, empty, date(2025, 11, 7))
        assert share is not None
        assert share.interval == Interval(None, None)


class TestShares:
    def test_within_a_week_that_was_counted_as_a_whole_arrivals_lie_between_the_sums_around_it(self) -> None:
        weeks = [
            figure(ARR, "100", "2025-09-01/2025-09-07"),
            figure(ARR, "300", "2025-09-08/2025-09-14"),
        ]
        view = Ledger(*weeks, figure(RET, "4", "2025-09-10"))
        (share,) = shares(running_total(view, RET), flow(view, ARR), date(2025, 9, 1))
        assert (share.arrived.interval, share.arrived.missing) == (Interval(100, 400), 0)
        assert share.interval == Interval(Decimal(10), Decimal(40))

    def test_each_agrees_with_the_share_of_its_day(self) -> None:
        view = Ledger(*NOVEMBER, *daily("2025-10-01", [50] * 40))
        returned, arrivals = running_total(view, RET), flow(view, ARR)
        for share in shares(returned, arrivals, date(2025, 10, 1)):
            if not share.arrived.missing:
                alone = returns_per_thousand(returned, arrivals, date(2025, 10, 1), share.to)
                assert alone is not None
                assert alone.interval == share.interval


class TestPossible:
    def test_between_two_reports_each_total_lies_between_its_own(self) -> None:
        view = Ledger(*NOVEMBER)
        series = (running_total(view, RET), running_total(view, ADM))
        assert possible(*series, date(2025, 11, 1)) == Interval(75 - 65, 94 - 51)
        assert possible(*series, date(2025, 10, 31)) == Interval(24, 24)
        assert possible(*series, date(2025, 10, 1)) == Interval(None, None)
