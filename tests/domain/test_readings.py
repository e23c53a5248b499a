"""Which figures count, and which one of several is drawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.dates import UNDATED
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.intervals import Interval
from desktop_app.domain.measures import RET, Basis
from desktop_app.domain.readings import Reading, combined, known
from desktop_app.domain.sources import Citation, Stance
from tests.domain.ledgers import BLOG, GOV_UK, HOME_OFFICE, PAPER, Ledger, figure

DAY = date(2025, 11, 7)


def reading(*figures: Figure) -> Reading:
    return combined(known(Ledger(*figures)), figures, DAY, DAY)


def said(amount: str, **fields: object) -> Figure:
    return figure(RET, amount, DAY.isoformat(), **fields)


class TestWhichFigureIsDrawn:
    def test_the_preferred_one_though_its_source_is_weaker(self) -> None:
        preferred = said("94", source=BLOG, rank=Rank.PREFERRED)
        assert reading(said("90", source=HOME_OFFICE), preferred).drawn is preferred

    def test_then_official_statistics_though_not_yet_graded(self) -> None:
        official = said("94", source=HOME_OFFICE)
        ungraded = replace(official, citations=(Citation(HOME_OFFICE.id), Citation("nobody")))
        assert reading(said("90", source=GOV_UK), ungraded).drawn is ungraded

    def test_then_the_more_reliable_source(self) -> None:
        better = said("94", source=GOV_UK, published="2025-11-10")
        assert reading(said("42", source=PAPER), better).drawn is better

    def test_then_the_one_published_earlier_so_that_a_newcomer_never_wins_silently(self) -> None:
        first = said("94", published="2025-11-07")
        newcomer = said("95", published="2025-11-08")
        undated = replace(said("96"), published=UNDATED)
        assert reading(undated, newcomer, first).figures == (first, newcomer, undated)

    def test_the_best_of_its_sources_counts_but_not_one_that_denies_it(self) -> None:
        two = said("94", citations=(Citation(BLOG.id), Citation(GOV_UK.id)))
        denied = said("95", citations=(Citation(BLOG.id), Citation(HOME_OFFICE.id, stance=Stance.DENIES)))
        found = reading(denied, two)
        assert found.drawn is two
        assert not known(Ledger(denied)).is_official(denied)


class TestRange:
    @pytest.mark.parametrize(
        ("amounts", "low", "high", "rival"),
        [
            (["94"], 94, 94, False),
            (["94", "94"], 94, 94, False),
            (["65", "57"], 57, 65, True),
            (["75", ">70"], 75, 75, False),
            (["350", "~350"], 350, 350, False),
            (["~350", "350"], 345, 355, False),
            ([">900"], 901, None, False),
            ([">70", "75"], 71, None, False),
            (["42", ">70"], 42, None, True),
            (["<100"], None, 99, False),
            (["94", "<100", "42"], 42, 94, True),
            (["70..80", "78..90"], 70, 90, False),
            (["75..94", "113"], 75, 113, True),
            (["0", "0"], 0, 0, False),
        ],
    )
    def test_only_what_differs_opens_a_range(
        self, amounts: list[str], low: int | None, high: int | None, rival: bool
    ) -> None:
        # The first is drawn: it was published first.
        figures = [said(amount, published=f"2025-11-{7 + n:02}") for n, amount in enumerate(amounts)]
        found = reading(*figures)
        assert (found.low, found.high, found.rival) == (low, high, rival)
        assert found.drawn is figures[0]
        assert found.inputs == tuple(one.id for one in figures)

    def test_an_article_is_not_official_for_naming_official_statistics(self) -> None:
        article = replace(said("94"), citations=(Citation("an article"), Citation(HOME_OFFICE.id)))
        assert not known(Ledger(article, HOME_OFFICE)).is_official(article)

    def test_a_press_figure_stands_beside_official_statistics_but_enters_no_sum(self) -> None:
        found = reading(said("1101", source=HOME_OFFICE), said("1097", source=PAPER))
        assert found.interval == Interval(1097, 1101)
        assert found.counted == Interval(1101, 1101)
        assert found.rival
        assert found.official

    def test_the_line_goes_through_the_number_as_said(self) -> None:
        assert reading(said(">900")).value == 900
        assert reading(said("~350")).value == 350
        assert reading(said("75..94")).value == 75


class TestWhatCounts:
    def test_deprecated_and_unquantified_figures_are_on_no_line(self) -> None:
        wrong = said("37734", rank=Rank.DEPRECATED, rank_reason="digit slip")
        ledger = known(Ledger(wrong, said("-"), right := said("36734")))
        assert ledger.figures(RET) == [right]
        assert len(ledger.standing) == 2

    def test_a_figure_stands_until_a_known_figure_revises_it(self) -> None:
        first = said("1097")
        second = said("1101", revises=first.id)
        back = said("1097", revises=second.id)
        assert known(Ledger(first)).figures(RET) == [first]
        assert known(Ledger(first, second)).figures(RET) == [second]
        assert known(Ledger(back, second, first)).figures(RET) == [back]

    def test_a_deprecated_figure_revises_nothing(self) -> None:
        first = said("1097")
        mistake = said("11010", revises=first.id, rank=Rank.DEPRECATED)
        mended = said("1101", revises=mistake.id)
        assert known(Ledger(first, mistake)).figures(RET) == [first]
        assert known(Ledger(first, mistake, mended)).figures(RET) == [mended]

    def test_figures_that_revise_each_other_do_no_harm(self) -> None:
        one = said("1", id="one", revises="two")
        two = said("2", id="two", revises="one")
        itself = said("3", id="three", revises="three")
        assert known(Ledger(one, two, itself)).figures(RET) == [itself]

    def test_what_is_known_is_looked_up_once(self) -> None:
        ledger = known(Ledger(said("94")))
        assert known(ledger) is ledger
        assert ledger.usual_basis(RET) is Basis.CUMULATIVE
        assert ledger.usual_basis("OWN") is Basis.FLOW
