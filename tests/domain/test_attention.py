"""What needs a look."""

from __future__ import annotations

from datetime import date

import pytest

from desktop_app.domain.attention import Attention, AttentionCode, look
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.measures import ADM, ARR, RET, TGT_RET_WK, Basis
from desktop_app.domain.records import Record
from desktop_app.domain.schemes import Scheme
from tests.domain.ledgers import BLOG, GOV_UK, HOME_OFFICE, NOVEMBER, Ledger, daily, figure

TODAY = date(2025, 11, 20)


def found(code: AttentionCode, *records: Record, today: date = TODAY) -> list[Attention]:
    return [entry for entry in look(Ledger(*records), today) if entry.code is code]


def test_a_tidy_ledger_needs_no_look() -> None:
    assert look(Ledger(*NOVEMBER, *daily("2026-01-26", [0, 5])), date(2026, 2, 1)) == []


def test_rivals_are_named_with_the_drawn_one_first() -> None:
    stale = figure(RET, "42", "2025-11-05", BLOG)
    drawn = figure(RET, "94", "2025-11-05", GOV_UK)
    (entry,) = found(AttentionCode.CONTESTED, stale, drawn)
    assert entry.figures == (drawn.id, stale.id)
    assert entry.values == {"measure": RET, "start": date(2025, 11, 5), "end": date(2025, 11, 5)}


def test_rivals_in_counts_of_any_measure_are_found() -> None:
    own = [figure("OWN", amount, "2025-11-05") for amount in ("10", "80")]
    assert len(found(AttentionCode.CONTESTED, *own)) == 1


def test_a_revised_or_deprecated_rival_is_settled() -> None:
    first = figure(RET, "42", "2025-11-05", BLOG)
    revised = figure(RET, "94", "2025-11-05", BLOG, revises=first.id)
    wrong = figure(RET, "942", "2025-11-05", BLOG, rank=Rank.DEPRECATED)
    assert found(AttentionCode.CONTESTED, first, revised, wrong) == []


def test_a_total_that_falls_is_named_with_the_one_before() -> None:
    before, after = figure(ADM, "65", "2025-11-07"), figure(ADM, "57", "2025-11-10")
    (entry,) = found(AttentionCode.FALLS, before, after)
    assert entry.figures == (before.id, after.id)


def test_a_state_may_fall() -> None:
    held = [
        figure("HELD", amount, day, basis=Basis.STOCK)
        for amount, day in (("92", "2025-09-19"), ("40", "2025-11-10"))
    ]
    assert found(AttentionCode.FALLS, *held) == []


@pytest.mark.parametrize(("today", "days"), [(date(2026, 1, 6), None), (date(2026, 1, 7), 61)])
def test_the_last_total_is_old_after_sixty_days(today: date, days: int | None) -> None:
    last = figure(RET, "94", "2025-11-07")
    entries = found(AttentionCode.OLD, figure(RET, "75", "2025-10-31"), last, today=today)
    assert [entry.values["days"] for entry in entries] == ([] if days is None else [days])
    assert all(entry.figures == (last.id,) for entry in entries)


def test_only_headline_measures_grow_old() -> None:
    figures = [figure(ARR, "10", "2018-01-01", HOME_OFFICE), figure("OWN", "10", "2018-01-01")]
    assert [entry.values["measure"] for entry in found(AttentionCode.OLD, *figures)] == [ARR]
    scheme = Scheme(outbound="OWN", inbound=ADM, pressure="OTHER")
    assert [entry.values["measure"] for entry in found(AttentionCode.OLD, scheme, *figures)] == ["OWN"]


@pytest.mark.parametrize(
    ("told", "is_undated"),
    [
        (figure(RET, "94", ""), True),
        (figure(RET, "94", "2025-08-06/.."), True),
        (figure(RET, "94", "[2025-11-01..2025-11-10]"), False),
        (figure(ARR, "503", "[2025-11-01..2025-11-10]"), True),
        (figure(ARR, "1500", "2025-11-06/.."), True),
        (figure(ARR, "503", "2025-11-08"), False),
        (figure(TGT_RET_WK, "<=50", "", basis=Basis.TARGET), False),
        (figure(RET, "-", ""), True),
    ],
)
def test_what_is_on_no_chart_for_want_of_a_day_is_undated(told: Figure, is_undated: bool) -> None:
    assert bool(found(AttentionCode.UNDATED, told)) is is_undated


def test_figures_without_a_source_or_a_publication_day_are_found() -> None:
    bare = Figure(measure=RET)
    assert [entry.figures for entry in found(AttentionCode.NO_SOURCE, bare)] == [(bare.id,)]
    assert [entry.figures for entry in found(AttentionCode.UNPUBLISHED, bare)] == [(bare.id,)]


def test_a_number_for_a_day_after_its_publication_is_found() -> None:
    ahead = figure(RET, "94", "2025-11-10", published="2025-11-07")
    (entry,) = found(AttentionCode.AHEAD, ahead, figure(RET, "75", "2025-10", published="2025-10-31"))
    assert entry.values == {"measure": RET, "start": date(2025, 11, 10), "published": date(2025, 11, 7)}


def test_the_newest_comes_first_under_each_code() -> None:
    rivals = [
        figure(RET, amount, day, BLOG) for day in ("2025-11-05", "2025-11-07") for amount in ("90", "94")
    ]
    entries = look(Ledger(*rivals, Figure(measure=RET)), TODAY)
    codes = list(AttentionCode)
    assert [codes.index(entry.code) for entry in entries] == sorted(
        codes.index(entry.code) for entry in entries
    )
    assert [entry.values["end"] for entry in entries[:2]] == [date(2025, 11, 7), date(2025, 11, 5)]
