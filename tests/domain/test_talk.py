"""The order of a talk, and the moments of a scheme."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain import talk
from desktop_app.domain.dates import on_day
from desktop_app.domain.events import Event, EventKind
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.measures import ADM, RET
from desktop_app.domain.scenes import Scene
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.sources import Citation, Source
from desktop_app.domain.views import KnownOn
from tests.domain.ledgers import PAPER, Ledger, figure

scene_lists = st.lists(
    st.builds(Scene, id=st.uuids().map(str), place=st.integers(-3, 3)), unique_by=lambda scene: scene.id
)


def test_a_scene_without_a_chart_is_text() -> None:
    assert talk.is_text(Scene())
    assert not talk.is_text(Scene(chart="returns-arrivals"))


@given(scenes=scene_lists, data=st.data())
def test_the_order_does_not_depend_on_how_the_scenes_lie(scenes: list[Scene], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(scenes))
    assert talk.in_order(scenes) == talk.in_order(shuffled)


@given(scenes=scene_lists.filter(bool), data=st.data(), by=st.integers(-4, 4))
def test_moving_keeps_every_scene_and_puts_one_elsewhere(
    scenes: list[Scene], data: st.DataObject, by: int
) -> None:
    chosen = data.draw(st.sampled_from(scenes)).id
    before = [scene.id for scene in talk.in_order(scenes)]
    after = talk.moved(scenes, chosen, by)
    ids = [scene.id for scene in after]
    assert sorted(ids) == sorted(before)
    assert talk.in_order(after) == after
    assert ids.index(chosen) == min(max(before.index(chosen) + by, 0), len(ids) - 1)
    assert [id for id in ids if id != chosen] == [id for id in before if id != chosen]


@given(scenes=scene_lists.filter(bool), data=st.data())
def test_there_and_back_is_the_order_before(scenes: list[Scene], data: st.DataObject) -> None:
    before = [scene.id for scene in talk.in_order(scenes)]
    chosen = data.draw(st.sampled_from(before[:-1] or before))
    there = talk.moved(scenes, chosen, 1)
    back = talk.moved(there, chosen, -1) if len(before) > 1 else there
    assert [scene.id for scene in back] == before


def test_what_is_not_among_them_moves_nothing() -> None:
    scenes = (Scene(id="a", place=1), Scene(id="b", place=2))
    assert talk.moved(scenes, "c", 1) == scenes


def _total(amount: str, published: str, measure: str = RET) -> Figure:
    return figure(measure, amount, published, PAPER, id=f"{measure} {amount} {published}")


def test_only_a_higher_total_is_a_moment() -> None:
    ledger = Ledger(
        PAPER,
        _total("75", "2025-10-31"),
        _total("42", "2025-11-02"),
        _total("94", "2025-11-05"),
        _total("57", "2025-11-05", ADM),
        replace(_total("999", "2025-11-03"), rank=Rank.DEPRECATED),
    )
    found = talk.moments(ledger, Scheme())
    assert [moment.day for moment in found] == [date(2025, 10, 31), date(2025, 11, 5)]
    assert [one.measure for one in found[1].figures] == [RET, ADM]


def test_what_may_be_less_is_no_higher_total() -> None:
    ledger = Ledger(PAPER, _total("94", "2025-11-05"), _total("<100", "2025-11-10"))
    assert [moment.day for moment in talk.moments(ledger, Scheme())] == [date(2025, 11, 5)]


def test_of_equal_totals_of_one_day_the_exact_one_is_told() -> None:
    ledger = Ledger(PAPER, _total("~350", "2026-01-27"), _total("350", "2026-01-27"))
    (moment,) = talk.moments(ledger, Scheme())
    assert [str(figure.amount) for figure in moment.figures] == ["350"]


def test_an_event_is_told_once_on_the_day_it_was_first_known() -> None:
    paper = Source(id="paper", published=on_day(date(2025, 10, 3)))
    later = Source(id="later", published=on_day(date(2025, 11, 7)))
    in_force, fifth, sixth = EventKind.IN_FORCE, on_day(date(2025, 8, 5)), on_day(date(2025, 8, 6))
    events = [
        Event(id="one", kind=in_force, date=fifth, citations=(Citation("later"),)),
        Event(id="two", kind=in_force, date=sixth, citations=(Citation("paper"),)),
        Event(id="own", case="C-1", kind=in_force, date=fifth),
        Event(id="none", kind=EventKind.ENDED),
    ]
    ledger = Ledger(paper, later, *events)
    (moment,) = talk.moments(ledger, Scheme())
    assert moment.day == date(2025, 10, 3)
    assert [event.id for event in moment.events] == ["two"]
    assert KnownOn(ledger, moment.day).get(Event, "two") is not None
    assert KnownOn(ledger, date(2025, 10, 2)).get(Event, "two") is None
