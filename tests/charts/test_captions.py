from __future__ import annotations

from datetime import date

import pytest

from desktop_app.charts.kinds.comparison import Show
from desktop_app.charts.periods import Period
from desktop_app.charts.texts import captions
from desktop_app.domain.measures import ADM, ARR, RET, Basis
from desktop_app.domain.schemes import Scheme
from tests.charts.samples import ADMITTED, RETURNED, build, days, motley, totals, usual
from tests.domain.ledgers import HOME_OFFICE, PAPER, Ledger, figure

FEBRUARY = date(2026, 2, 9)


def arrivals(each: int = 100) -> list:
    """The same number on each day since the scheme began."""
    return [
        figure(ARR, str(each), date.fromordinal(day).isoformat(), HOME_OFFICE)
        for day in range(date(2025, 8, 6).toordinal(), date(2025, 11, 14).toordinal() + 1)
    ]


def headline(*totals_of_returned: str, each: int = 100) -> str:
    figures = [figure(RET, amount, "2025-11-14", PAPER) for amount in totals_of_returned]
    return build(Ledger(*arrivals(each), *figures)).headline


class TestHeadline:
    def test_is_the_share_in_whole_people(self) -> None:
        # 113 of 101 days of 100 people: 11.19 in 1,000.
        assert headline("113") == "For every 1,000 people who arrived, 11 were returned"

    def test_one_is_said_in_the_singular(self) -> None:
        assert headline("10") == "For every 1,000 people who arrived, 1 was returned"

    def test_less_than_half_a_person_is_not_none(self) -> None:
        assert headline("2") == "For every 1,000 people who arrived, fewer than 1 was returned"

    def test_sources_that_differ_make_a_range(self) -> None:
        assert headline("113", "80") == "For every 1,000 people who arrived, between 7 and 12 were returned"

    def test_more_than_gives_only_a_least(self) -> None:
        assert headline(">110") == "For every 1,000 people who arrived, at least 10 were returned"

    def test_fewer_than_gives_at_most_a_range_from_nothing(self) -> None:
        assert headline("<100") == "For every 1,000 people who arrived, between 0 and 10 were returned"

    def test_a_vague_day_makes_a_range(self) -> None:
        view = Ledger(*arrivals(), figure(RET, "94", "[2025-11-01..2025-11-10]", PAPER))
        chart = build(view)
        # 94 of 88 days of 100 people, or of 97 days.
        assert chart.headline == "For every 1,000 people who arrived, between 9 and 11 were returned"
        assert "94 returned by some day 1–10 Nov 2025" in chart.subtitle

    def test_where_days_are_missing_the_years_total_is_told_as_it_was_stated(self) -> None:
        said = figure(ARR, "36886", "2025-11-05", PAPER, basis=Basis.CUMULATIVE, counted_since="2025-01-01")
        view = Ledger(*arrivals()[:3], *arrivals()[-3:], said, figure(RET, "94", "2025-11-05", PAPER))
        chart = build(view)
        assert chart.headline == "94 people returned; 36,886 arrived by small boat in 2025"
        assert "36,886 arrived in 2025 by 5 Nov" in chart.subtitle

    def test_a_stated_total_gives_way_to_records_without_gaps(self) -> None:
        said = figure(ARR, "36886", "2025-11-05", PAPER, basis=Basis.CUMULATIVE, counted_since="2025-01-01")
        assert headline("113") == build(Ledger(*arrivals(), said, figure(RET, "113", "2025-11-14"))).headline

    def test_days_without_a_record_leave_the_share_unsaid(self) -> None:
        known = [one for one in arrivals() if str(one.period) != "2025-09-01"]
        chart = build(Ledger(*known, figure(RET, "94", "2025-11-14", PAPER)))
        assert chart.headline == "94 people returned; at least 10,000 arrived by small boat"

    def test_arrivals_alone(self) -> None:
        assert build(Ledger(*arrivals())).headline == "10,100 people arrived by small boat"

    def test_returns_alone(self) -> None:
        chart = build(Ledger(figure(RET, ">1700", "2025-11-14", PAPER)))
        assert chart.headline == "More than 1,700 people returned"

    def test_one_person_returned(self) -> None:
        assert build(Ledger(figure(RET, "1", "2025-11-14", PAPER))).headline == "1 person returned"

    def test_is_short_enough_to_be_read(self) -> None:
        assert len(usual().headline.split()) <= 12

    def test_says_what_to_remember(self) -> None:
        chart = usual()
        assert chart.emphasis in chart.headline
        assert chart.emphasis.endswith("were returned")


class TestSubtitle:
    def test_has_both_days_and_all_three_numbers(self) -> None:
        chart = build(Ledger(*arrivals(), *totals(RET, RETURNED[:7]), *totals(ADM, ADMITTED[:6])))
        assert chart.subtitle == (
            "Since the scheme came into force on 6 August 2025, to 14 November 2025. "
            "113 returned, 84 admitted, 10,100 arrived."
        )
        assert chart.brief_subtitle.startswith("6 August 2025 to 14 November 2025. 113 returned")

    def test_a_total_of_another_day_says_its_day(self) -> None:
        chart = build(Ledger(*arrivals(), *totals(RET, RETURNED[:7]), *totals(ADM, ADMITTED[:5])))
        assert "57 admitted by 5 Nov 2025" in chart.subtitle

    def test_returns_reported_after_the_last_arrivals_are_shared_to_the_total_before(self) -> None:
        later = (figure(RET, "100", "2025-11-05", PAPER), figure(RET, ">900", "2026-01-10", PAPER))
        chart = build(Ledger(*arrivals(), *later), period=Period.custom(None, None))
        # 92 days of 100 up to the total; not the 101 days of arrivals that are recorded.
        assert chart.headline == "For every 1,000 people who arrived, 11 were returned"
        assert "to 5 November 2025. 100 returned, 9,200 arrived." in chart.subtitle

    def test_without_a_scheme_it_says_which_days_were_counted(self) -> None:
        chart = build(Ledger(*arrivals()), Scheme(id="none"))
        assert chart.subtitle == "11 August 2025 to 14 November 2025. 9,600 arrived."

    def test_arrivals_that_stop_before_the_scheme_do_not_move_the_returns(self) -> None:
        chart = build(
            Ledger(*days(date(2025, 7, 1), date(2025, 7, 31)), figure(RET, "94", "2025-11-05", PAPER)),
            period=Period.custom(None, None),
        )
        assert chart.headline == "94 people returned"
        assert "to 5 November 2025" in chart.subtitle


class TestFooter:
    def test_names_the_statistics_and_the_last_total_and_counts_the_rest(self) -> None:
        assert motley().footer.startswith(
            "Sources: Home Office, 20 Feb 2026 edition (provisional); A paper, 27 Jan 2026;"
        )

    def test_says_where_sources_differ_only_if_they_do(self) -> None:
        assert "Shaded where sources differ." in motley().footer
        assert "differ" not in usual().footer

    def test_says_whose_knowledge_it_is(self) -> None:
        assert usual(known_on=date(2026, 1, 31)).footer.endswith("As known on 31 Jan 2026.")


class TestAlt:
    @pytest.mark.parametrize("chart", [usual(), motley()], ids=["usual", "motley"])
    def test_is_short(self, chart: captions.Told) -> None:
        assert 20 < len(chart.alt) <= captions.ALT_LIMIT

    def test_says_kind_days_and_ends(self) -> None:
        alt = usual().alt
        assert alt.startswith("Bars of weekly small boat arrivals over step lines, Jul 2025 to Feb 2026.")
        assert "305 returned, 367 admitted" in alt


class TestKey:
    def test_explains_the_marks_that_are_used_and_no_others(self) -> None:
        chart = motley()
        used = {point.mark for line in chart.lines for point in line.points}
        explained = {entry.mark for entry in chart.key}
        assert used <= explained
        assert [entry.text for entry in usual().key] == ["reported"]

    def test_a_gap_is_explained(self) -> None:
        assert "days without a record" in [entry.text for entry in motley().key]


class TestBalance:
    def test_says_between_which_days_the_order_changed(self) -> None:
        note = usual().balance
        assert note is not None
        assert note.lines == ("more admitted than returned", "from some day between 14 Nov and 16 Dec")

    def test_needs_both_lines(self) -> None:
        assert usual(show=Show(admitted=False)).balance is None
