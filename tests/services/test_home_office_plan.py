"""What an edition adds to what is known: revisions, late editions, withdrawals, sums that do not agree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import permutations
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.amounts import Amount
from desktop_app.domain.dates import on_day, span
from desktop_app.domain.figures import Figure, Status
from desktop_app.domain.measures import Basis
from desktop_app.domain.records import Record
from desktop_app.domain.sources import Citation, Quotation, Reliability, Source, SourceKind
from desktop_app.domain.views import KnownOn
from desktop_app.services.home_office.editions import PUBLISHER, TITLE
from desktop_app.services.home_office.layout import Entry, TimeSeries
from desktop_app.services.home_office.plan import ImportPlan, Mismatch, mismatches, plan

R = TypeVar("R", bound=Record)

MONDAY = date(2026, 3, 16)
SUNDAY = MONDAY + timedelta(days=6)
FIRST, SECOND, THIRD = date(2026, 4, 3), date(2026, 6, 5), date(2026, 8, 21)
TODAY = date(2026, 9, 1)


class Records:
    """A view over plain records, in order of entry."""

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self.kept: dict[str, Record] = {}
        self.take(records)

    def take(self, records: Iterable[Record]) -> None:
        for record in records:
            self.kept[record.id] = record

    def every(self, kind: type[R]) -> Iterable[R]:
        return [record for record in self.kept.values() if isinstance(record, kind)]

    def get(self, kind: type[R], id: str) -> R | None:
        found = self.kept.get(id)
        return found if isinstance(found, kind) else None


def arrivals(values: Sequence[int | None], note: str = "") -> tuple[Entry, ...]:
    """People arrived by day, from the Monday on."""
    return tuple(
        Entry("ARR", MONDAY + timedelta(days=n), MONDAY + timedelta(days=n), value, "SB_01", n + 1, 1, note)
        for n, value in enumerate(values)
    )


def prevented(people: int | None, events: int | None, note: str = "") -> tuple[Entry, ...]:
    return (
        Entry("PREV", MONDAY, SUNDAY, people, "SB_02", 1, 4, note),
        Entry("PREV_EV", MONDAY, SUNDAY, events, "SB_02", 1, 5, note),
    )


def series(daily: tuple[Entry, ...] = (), weekly: tuple[Entry, ...] = ()) -> TimeSeries:
    return TimeSeries(daily or arrivals([0]), weekly, (), None)


def imported(view: Records, edition: date, daily: Sequence[int | None]) -> ImportPlan:
    done = plan(view, series(arrivals(daily)), edition, TODAY)
    view.take(done.records)
    return done


def known(view: Records, day: date) -> dict[str, object]:
    """What is known on a day of each period: the values of figures that no known figure replaces."""
    figures = list(KnownOn(view, day).every(Figure))
    replaced = {figure.revises for figure in figures}
    current = [figure for figure in figures if figure.id not in replaced]
    assert len({figure.period for figure in current}) == len(current)
    return {str(figure.period): figure.amount.value for figure in current}


class TestFirstEdition:
    def test_each_recorded_value_becomes_a_figure_of_one_source(self) -> None:
        done = plan(Records(), series(arrivals([503, 0, None]), prevented(199, 13, "Revised")), FIRST, TODAY)
        source, *figures = done.records
        assert isinstance(source, Source)
        assert (source.publisher, source.title, source.kind) == (
            PUBLISHER,
            TITLE,
            SourceKind.OFFICIAL_STATISTICS,
        )
        assert (source.published, source.accessed) == (on_day(FIRST), on_day(TODAY))
        assert source.reliability is Reliability.A
        assert done.added == tuple(figures)
        people, zero, week, _events = done.added
        assert (people.measure, people.amount, people.amount_words) == ("ARR", Amount.exactly(503), "503")
        assert (people.basis, people.status, people.speaker) == (Basis.FLOW, Status.PROVISIONAL, PUBLISHER)
        assert (people.period, people.published) == (on_day(MONDAY), on_day(FIRST))
        assert people.citations == (
            Citation(source.id, "503", "SB_01 B2", Quotation.VERBATIM, credibility=2),
        )
        assert zero.amount == Amount.exactly(0)
        assert week.period == span(MONDAY, SUNDAY)
        assert week.citations[0].note == "Revised"
        assert [entry.measure for entry in done.marked] == ["PREV", "PREV_EV"]

    def test_the_same_edition_again_adds_nothing(self) -> None:
        view = Records()
        imported(view, FIRST, [503, 0, None])
        again = imported(view, FIRST, [503, 0, None])
        assert (again.records, again.unchanged) == ((), 2)


class TestLaterEdition:
    def test_only_what_is_new_or_changed_is_kept(self) -> None:
        view = Records(plan(Records(), series(arrivals([503]), prevented(199, 13)), FIRST, TODAY).records)
        later = series(arrivals([503, 40]), prevented(277, 17, "Revised"))
        done = plan(view, later, SECOND, TODAY)
        view.take(done.records)
        assert [figure.period for figure in done.added] == [on_day(MONDAY + timedelta(days=1))]
        assert [(change.before.amount.value, change.after.amount.value) for change in done.revised] == [
            (199, 277),
            (13, 17),
        ]
        assert all(change.after.revises == change.before.id for change in done.revised)
        assert done.unchanged == 1
        week = str(span(MONDAY, SUNDAY))
        people = [figure for figure in view.every(Figure) if figure.measure != "PREV_EV"]
        assert known(Records(people), FIRST)[week] == 199
        assert known(Records(people), SECOND)[week] == 277

    def test_an_edition_without_news_is_still_known_to_have_been_there(self) -> None:
        view = Records()
        imported(view, FIRST, [5])
        done = imported(view, SECOND, [5])
        assert [type(record) for record in done.records] == [Source]
        assert imported(view, SECOND, [5]).records == ()

    def test_a_value_that_is_gone_is_reported_and_stays(self) -> None:
        view = Records()
        imported(view, FIRST, [5, 6, 7])
        done = imported(view, SECOND, [5, None])
        assert [figure.period for figure in done.withdrawn] == [on_day(MONDAY + timedelta(days=1))]
        assert len(list(view.every(Figure))) == 3

    def test_figures_of_others_and_of_longer_periods_are_left_alone(self) -> None:
        press = Source(publisher="A paper", kind=SourceKind.NEWS_REPORT)
        official = Source(publisher=PUBLISHER, kind=SourceKind.OFFICIAL_STATISTICS, published=on_day(FIRST))
        told = Figure(
            measure="ARR",
            amount=Amount.exactly(9),
            period=on_day(MONDAY),
            published=on_day(FIRST),
            citations=(Citation(press.id),),
        )
        week = replace(told, id="week", period=span(MONDAY, SUNDAY), citations=(Citation(official.id),))
        done = plan(Records([press, official, told, week]), series(arrivals([5])), SECOND, TODAY)
        assert ([figure.amount.value for figure in done.added], done.revised, done.withdrawn) == ([5], (), ())

    def test_a_figure_typed_in_from_the_same_statistics_counts_as_known(self) -> None:
        official = Source(publisher="home office", kind=SourceKind.OFFICIAL_STATISTICS)
        typed = Figure(
            measure="PREV",
            amount=Amount.exactly(199),
            period=span(MONDAY, SUNDAY),
            published=on_day(FIRST),
            citations=(Citation(official.id),),
        )
        done = plan(Records([official, typed]), series(weekly=prevented(277, 17)), SECOND, TODAY)
        assert [change.before for change in done.revised] == [typed]

    def test_a_source_made_by_hand_for_the_edition_is_used(self) -> None:
        mine = Source(
            publisher=PUBLISHER,
            title=TITLE.upper(),
            kind=SourceKind.OFFICIAL_STATISTICS,
            published=on_day(FIRST),
            note="Mine.",
        )
        view = Records([mine])
        done = imported(view, FIRST, [5])
        assert done.added[0].citations[0].source == mine.id
        assert len(list(view.every(Source))) == 1
        kept = view.get(Source, mine.id)
        assert kept is not None
        assert kept.note.startswith("Mine.")
        assert imported(view, FIRST, [5]).records == ()


class TestLateEdition:
    """An earlier edition after a later one: as if they had come in order."""

    def test_a_value_that_was_known_from_later_is_known_from_earlier(self) -> None:
        view = Records()
        imported(view, SECOND, [5, 6])
        done = imported(view, FIRST, [5])
        assert (done.added, done.revised, done.unchanged, done.earlier) == ((), (), 1, 1)
        assert known(view, FIRST) == {"2026-03-16": 5}
        (moved,) = (figure for figure in view.every(Figure) if figure.period == on_day(MONDAY))
        assert [cited.locator for cited in moved.citations] == ["SB_01 B2"]

    def test_a_value_that_was_revised_since_is_put_before_its_revision(self) -> None:
        view = Records()
        imported(view, SECOND, [6])
        done = imported(view, FIRST, [5])
        (first, second) = sorted(view.every(Figure), key=lambda figure: figure.published.sort_key)
        assert done.added == (first,)
        assert (first.amount.value, second.amount.value) == (5, 6)
        assert second.revises == first.id

    def test_a_value_revised_and_revised_back_is_so_in_any_order(self) -> None:
        view = Records()
        imported(view, FIRST, [5])
        imported(view, THIRD, [5])
        done = imported(view, SECOND, [6])
        assert [change.after.amount.value for change in done.revised] == [6]
        assert [known(view, day)["2026-03-16"] for day in (FIRST, SECOND, THIRD)] == [5, 6, 5]

    @given(
        st.lists(st.lists(st.integers(0, 2), min_size=1, max_size=3), min_size=2, max_size=4).map(
            lambda editions: sorted(editions, key=len)
        )
    )
    def test_the_order_of_imports_does_not_matter(self, editions: list[list[int]]) -> None:
        days = [FIRST + timedelta(days=7 * n) for n in range(len(editions))]
        expected: list[Mapping[str, object]] = [
            {str(on_day(MONDAY + timedelta(days=n))): value for n, value in enumerate(values)}
            for values in editions
        ]
        ledgers = set()
        for order in permutations(range(len(editions))):
            view = Records()
            for n in order:
                imported(view, days[n], editions[n])
            assert [known(view, day) for day in days] == expected
            for n in order:
                assert imported(view, days[n], editions[n]).records == ()
            ledgers.add(_ledger(view))
        assert len(ledgers) == 1


def _ledger(view: Records) -> frozenset[tuple[str, ...]]:
    """All figures without their names and places: what is said of when, published when, in place of what."""
    figures = {figure.id: figure for figure in view.every(Figure)}

    def said(id: str) -> str:
        figure = figures.get(id)
        return "" if figure is None else f"{figure.period} {figure.amount} {figure.published}"

    return frozenset((said(id), said(figure.revises)) for id, figure in figures.items())


class TestSums:
    def week(self, weekly: int | None, days: Sequence[int | None]) -> list[Mismatch]:
        compared = (Entry("ARR", MONDAY, SUNDAY, weekly, "SB_02", 1, 1),)
        return list(mismatches(TimeSeries(arrivals(days), (), compared, None)))

    def test_a_week_that_is_the_sum_of_its_days_is_no_news(self) -> None:
        assert self.week(28, [1, 2, 3, 4, 5, 6, 7]) == []

    def test_a_week_that_is_not_is_told_with_both_numbers(self) -> None:
        assert self.week(29, [1, 2, 3, 4, 5, 6, 7]) == [Mismatch("ARR", MONDAY, SUNDAY, 29, 28)]

    def test_days_that_were_not_recorded_may_hold_what_is_missing(self) -> None:
        assert self.week(29, [1, 2, 3, 4, 5, 6, None]) == []
        assert self.week(29, [1, 2, 3]) == []
        assert self.week(5, [1, 2, 3]) == [Mismatch("ARR", MONDAY, SUNDAY, 5, 6)]

    def test_a_week_that_was_not_recorded_is_not_compared(self) -> None:
        assert self.week(None, [1, 2, 3, 4, 5, 6, 7]) == []
