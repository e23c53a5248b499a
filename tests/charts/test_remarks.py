from __future__ import annotations

from datetime import date

from desktop_app.charts.shapes import ComparisonChart
from desktop_app.domain.measures import ADM, RET
from tests.charts.samples import build
from tests.domain.ledgers import GOV_UK, PAPER, Ledger, figure


def said(chart: ComparisonChart, code: str) -> list[str]:
    return [note.text for note in chart.notes if note.code == code]


class TestBeginnings:
    def test_different_ones_are_said(self) -> None:
        chart = build(
            Ledger(
                figure(RET, "94", "2025-11-05", counted_since="2025-08-06"),
                figure(ADM, "57", "2025-11-05", counted_since="2025-09-24"),
            )
        )
        assert said(chart, "L1") == [
            "The two totals start on different dates: returned 6 Aug 2025, admitted 24 Sep 2025."
        ]

    def test_equal_or_unknown_ones_are_not(self) -> None:
        for since in ({"counted_since": "2025-08-06"}, {}):
            chart = build(Ledger(figure(RET, "94", "2025-11-05", **since), figure(ADM, "57", "2025-11-05")))
            assert not said(chart, "L1")


class TestFalls:
    def test_a_lower_total_is_flagged_with_both_figures(self) -> None:
        earlier, later = (
            figure(ADM, "65", "2025-11-07", id="earlier"),
            figure(ADM, "57", "2025-11-10", id="later"),
        )
        notes = [note for note in build(Ledger(earlier, later)).notes if note.code == "L3"]
        assert [note.text for note in notes] == [
            "The total admitted falls: 65 by 7 Nov 2025, 57 by 10 Nov 2025."
        ]
        assert notes[0].figures == ("earlier", "later")

    def test_a_rising_total_is_not(self) -> None:
        chart = build(Ledger(figure(ADM, "57", "2025-11-05"), figure(ADM, "65", "2025-11-07")))
        assert not said(chart, "L3")


class TestRivals:
    def test_sources_that_differ_are_flagged(self) -> None:
        chart = build(Ledger(figure(ADM, "57", "2025-11-07", PAPER), figure(ADM, "65", "2025-11-07", GOV_UK)))
        assert said(chart, "L5") == ["Sources differ: between 57 and 65 admitted by 7 Nov 2025."]

    def test_sources_that_agree_are_not(self) -> None:
        chart = build(Ledger(figure(ADM, "65", "2025-11-07", PAPER), figure(ADM, "65", "2025-11-07", GOV_UK)))
        assert not said(chart, "L5")


class TestOld:
    def test_a_last_figure_of_long_ago_is_said(self) -> None:
        view = Ledger(figure(RET, "75", "2025-10-31"))
        assert said(build(view, today=date(2026, 2, 1)), "L7") == [
            "No figure of people returned after 31 Oct 2025."
        ]

    def test_a_recent_one_is_not(self) -> None:
        view = Ledger(figure(RET, "75", "2025-10-31"))
        assert not said(build(view, today=date(2025, 11, 20)), "L7")
