"""What is kept up to date equals what is worked out from scratch, whatever came before."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.amounts import Amount
from desktop_app.domain.cited import Cited
from desktop_app.domain.dates import UNDATED, PartialDate
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.following import Following
from desktop_app.domain.ledgers import Ledgers
from desktop_app.domain.measures import ARR, RET, Basis, Measure
from desktop_app.domain.readings import Known
from desktop_app.domain.records import Record
from desktop_app.domain.series import flow, running_totals
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation, Reliability, Source, SourceKind
from desktop_app.domain.steps import Edit, Step
from desktop_app.domain.views import KnownOn, SafeToShow, Seen, Sight, View
from tests.domain.ledgers import HOME_OFFICE, PAPER, Ledger, daily, figure

MEASURES = (ARR, RET)
IDS = [f"f{number}" for number in range(14)]
SOURCES = ("home office", "paper", "blog")
PERIODS = """
    2025-08-06 2025-08-07 2025-08-08 2025-08-04/2025-08-10 2025-08-07/2025-08-13
    2025-08 2025-09 2025 2024/2026
    [2025-08-05..2025-08-09] ../2025-08-08 2025-09-01
"""
DATES = st.sampled_from([UNDATED, *map(PartialDate.parse, PERIODS.split())])
AMOUNTS = st.sampled_from(
    [Amount.parse(text) for text in ["0", "3", "5", "7", "~7", ">4", "<6", "3..5", "-"]]
)
BASES = (Basis.FLOW, Basis.FLOW, Basis.CUMULATIVE, Basis.CUMULATIVE, Basis.STOCK)
RANKS = (Rank.NORMAL, Rank.NORMAL, Rank.NORMAL, Rank.PREFERRED, Rank.DEPRECATED)
LEVELS = st.sampled_from([Sharing.CLEAR, Sharing.CLEAR, Sharing.AMBER])

figures = st.builds(
    Figure,
    id=st.sampled_from(IDS),
    measure=st.sampled_from(MEASURES),
    amount=AMOUNTS,
    basis=st.sampled_from(BASES),
    counted_since=st.sampled_from([UNDATED, *map(PartialDate.parse, ("2025-08-01", "2025-01-01"))]),
    period=DATES,
    data_to=st.sampled_from([UNDATED, UNDATED, PartialDate.parse("2025-08-08")]),
    published=DATES,
    rank=st.sampled_from(RANKS),
    revises=st.sampled_from(["", "", "", *IDS]),
    citations=st.lists(st.sampled_from(SOURCES).map(Citation), max_size=2).map(tuple),
    sharing=LEVELS,
)
sources = st.builds(
    Source,
    id=st.sampled_from(SOURCES),
    kind=st.sampled_from([SourceKind.OFFICIAL_STATISTICS, SourceKind.NEWS_REPORT]),
    reliability=st.sampled_from([Reliability.A, Reliability.B]),
    published=DATES,
    sharing=LEVELS,
)
measures = st.builds(Measure, id=st.sampled_from(MEASURES), basis=st.sampled_from(BASES))
records = st.one_of(figures, figures, figures, figures, sources, measures)
changes = st.lists(st.tuples(records, st.booleans()), min_size=1, max_size=4)


def kept(ledger: Ledger, changed: list[tuple[Record, bool]]) -> Step:
    """The step that puts these records, or takes them away."""
    edits = []
    for record, stays in changed:
        before = ledger.records.get(record.id)
        if stays:
            ledger.records[record.id] = record
        else:
            ledger.records.pop(record.id, None)
        edits.append(Edit(type(record), record.id, before, record if stays else None))
    return Step(1, datetime.now(UTC), "mk", "change", tuple(edits))


def everything(known: Known) -> dict[str, Any]:
    """All that can be asked of what is known."""
    answers: dict[str, Any] = {
        "superseded": set(known.superseded),
        "standing": {one.id: one for one in known.standing},
        "measures": set(known.measures),
    }
    for id in IDS:
        answers[id] = (known.stands(id), {one.id: one for one in known.revisers(id)})
    for measure in MEASURES:
        answers[f"about {measure}"] = {one.id: one for one in known.about(measure)}
        answers[measure] = {one.id: one for one in known.figures(measure)}
        answers[f"flow {measure}"] = flow(known, measure)
        answers[f"totals {measure}"] = running_totals(known, measure)
    return answers


@settings(max_examples=150, deadline=None)
@given(
    first=st.lists(records, max_size=10), steps=st.lists(changes, min_size=1, max_size=6), safe=st.booleans()
)
def test_following_steps_is_as_good_as_looking_through_everything(
    first: list[Record], steps: list[list[tuple[Record, bool]]], safe: bool
) -> None:
    below = Ledger(*first)
    view: View = SafeToShow(below) if safe else below
    cited = Cited(below)
    following = Following(view, cited)
    everything(following)
    for changed in steps:
        step = kept(below, changed)
        cited.take(step)
        following.take(step)
        assert everything(following) == everything(Known(view))


class UpTo:
    """The records of a ledger whose day of publication has come; sources come with their first day."""

    def __init__(self, below: Ledger, day: date) -> None:
        self.below, self.day = below, day

    def every(self, kind: type[Any]) -> list[Any]:
        return [seen for one in self.below.every(kind) if (seen := self.get(kind, one.id)) is not None]

    def get(self, kind: type[Any], id: str) -> Any:
        record = self.below.get(kind, id)
        if not isinstance(record, Figure):
            return record
        return record if (record.published.latest or date.max) <= self.day else None


@settings(max_examples=100, deadline=None)
@given(
    first=st.lists(figures, max_size=14),
    days=st.lists(st.dates(date(2025, 8, 1), date(2025, 9, 5)), min_size=1),
)
def test_turning_to_another_day_costs_only_a_look_at_what_differs(
    first: list[Figure], days: list[date]
) -> None:
    below = Ledger(*first)
    view = UpTo(below, date.min)
    following = Following(view, Cited(below))
    everything(following)
    for day in days:
        view.day = day
        following.see_otherwise(IDS)
        assert everything(following) == everything(Known(view))


turns = st.one_of(changes, st.none() | st.dates(date(2025, 8, 1), date(2025, 9, 5)))


@settings(max_examples=100, deadline=None)
@given(first=st.lists(records, max_size=12), story=st.lists(turns, min_size=1, max_size=6))
def test_one_account_for_all_who_show_it_follows_steps_and_days(
    first: list[Record], story: list[Any]
) -> None:
    below = Ledger(*first)
    lens = Turned(below)
    ledgers, seen = Ledgers(below, lens), Seen()
    for event in story:
        if isinstance(event, list):
            ledgers.take(kept(below, event))
        else:
            now = Seen(Sight.KNOWN_ON, event) if event is not None else Seen()
            lens.view = below if event is None else KnownOn(below, event)
            ledgers.turn(seen, now)
            seen = now
        assert everything(ledgers.seen) == everything(Known(lens))
        assert everything(ledgers.public) == everything(Known(SafeToShow(lens)))


class Turned:
    """A view that stays the same object while it is turned from day to day."""

    def __init__(self, view: View) -> None:
        self.view = view

    def every(self, kind: type[Any]) -> Any:
        return self.view.every(kind)

    def get(self, kind: type[Any], id: str) -> Any:
        return self.view.get(kind, id)


def test_what_nothing_touched_stays_the_same_object() -> None:
    below = Ledger(*daily("2025-08-04", [1, 2, 3]), figure(RET, "75", "2025-10-31"))
    following = Following(below)
    arrivals, returned = flow(following, ARR), running_totals(following, RET)
    step = kept(below, [(figure(ARR, "9", "2025-08-07", HOME_OFFICE), True)])
    following.take(step)
    assert running_totals(following, RET) is returned
    now = flow(following, ARR)
    assert [reading.value for reading in now.readings] == [1, 2, 3, 9]
    assert all(mine is theirs for mine, theirs in zip(now.readings, arrivals.readings, strict=False))


def test_a_source_that_turns_out_official_wins_where_it_was_cited() -> None:
    by_paper = figure(ARR, "9", "2025-08-04", PAPER)
    below = Ledger(*daily("2025-08-04", [1]), by_paper)
    following = Following(below)
    assert flow(following, ARR).readings[0].value == 1
    official = replace(PAPER, kind=SourceKind.OFFICIAL_STATISTICS)
    less = replace(HOME_OFFICE, kind=SourceKind.NEWS_REPORT)
    for source in (official, less):
        step = kept(below, [(source, True)])
        following.take(step)
    assert flow(following, ARR).readings[0].drawn is by_paper


def test_a_total_that_was_hidden_while_its_source_turned_official_comes_back_official() -> None:
    total = replace(figure(RET, "75", "2025-08-10", PAPER), published=PartialDate.parse("2025-08-10"))
    below = Ledger(total)
    view = UpTo(below, date(2025, 8, 20))
    following = Following(view, Cited(below))
    assert not running_totals(following, RET)[0].readings[0].official
    view.day = date(2025, 8, 1)
    following.see_otherwise([total.id])
    assert running_totals(following, RET) == ()
    following.take(kept(below, [(replace(PAPER, kind=SourceKind.OFFICIAL_STATISTICS), True)]))
    view.day = date(2025, 8, 20)
    following.see_otherwise([total.id])
    assert running_totals(following, RET)[0].readings[0].official
