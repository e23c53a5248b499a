"""What is to be said of each figure, kept up to date, equals what is worked out from scratch."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.cited import Cited
from desktop_app.domain.figures import Figure
from desktop_app.domain.following import Following
from desktop_app.domain.records import Record
from desktop_app.services.figure_checks import FigureChecks, checks
from tests.domain.ledgers import Ledger
from tests.domain.test_following import IDS, MEASURES, changes, kept, records

TODAY = date(2025, 12, 1)


@settings(max_examples=100, deadline=None)
@given(first=st.lists(records, max_size=12), steps=st.lists(changes, min_size=1, max_size=5))
def test_checks_kept_up_to_date_are_as_good_as_new_ones(
    first: list[Record], steps: list[list[tuple[Record, bool]]]
) -> None:
    below = Ledger(*first)
    cited = Cited(below)
    following = Following(below, cited)
    kept_checks = FigureChecks(lambda: following, below)
    for changed in steps:
        step = kept(below, changed)
        cited.take(step)
        following.take(step)
        for measure in MEASURES:
            kept_checks.renew(measure, TODAY)
        kept_checks.renew_alone(IDS)
        found = checks(below, TODAY)
        figures = list(below.every(Figure))
        assert {one.id: set(kept_checks.of(one)) for one in figures} == {
            one.id: set(found.get(one.id, ())) for one in figures
        }
        needing = [one for one in figures if any(check.needs_a_look for check in found.get(one.id, ()))]
        assert kept_checks.to_look_at == len(needing)
        assert all(kept_checks.needs_a_look(one.id, one.measure) for one in needing)
