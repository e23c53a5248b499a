"""A choice comes back from its line of JSON as it was, and a line that is none is the choice at first."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.charts.choice import (
    AT_FIRST,
    ChartChoice,
    Per,
    Scale,
    Subject,
    as_json,
    from_json,
    without_subject,
)
from desktop_app.charts.kinds.comparison import EVERYTHING, Show
from desktop_app.charts.periods import Period, Preset
from desktop_app.domain.scenario import MOST_WEEKS, Assumption

DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
PERIODS = st.one_of(
    st.sampled_from([Period(preset) for preset in Preset]),
    st.builds(Period.custom, st.none() | DAYS, st.none() | DAYS),
)
SHOWS = st.builds(Show, **{field.name: st.booleans() for field in fields(Show)}).filter(
    lambda show: show.arrivals or show.returned or show.admitted
)
SUPPOSED = st.builds(
    Assumption,
    st.decimals(Decimal("0.1"), Decimal(100), places=1),
    st.integers(1, MOST_WEEKS),
)
SUBJECTS = st.builds(
    Subject,
    st.text(),
    st.text(),
    st.none() | st.tuples(DAYS, DAYS).map(lambda days: (min(days), max(days))),
)
CHOICES = st.builds(
    ChartChoice, PERIODS, SHOWS, SUPPOSED, st.sampled_from(Scale), st.sampled_from(Per), SUBJECTS
)


@given(CHOICES)
def test_a_choice_comes_back_from_its_line(choice: ChartChoice) -> None:
    line = as_json(choice)
    assert "\n" not in line
    assert from_json(line) == choice


@given(CHOICES)
def test_what_a_persons_settings_keep_says_nothing_of_a_workspace(choice: ChartChoice) -> None:
    kept = without_subject(choice)
    assert kept.subject == AT_FIRST.subject
    assert not {"figure", "measure", "days"} & set(json.loads(as_json(kept)))
    assert without_subject(kept) == kept


@pytest.mark.parametrize(
    "line",
    [
        "",
        "no JSON",
        "[]",
        "null",
        '{"scale": "cubic", "per": 7, "figure": [], "days": "2025-11-10/2025-11-01"}',
        '{"period": "always", "shown": "all", "scenario": null, "days": "tomorrow"}',
        '{"of a later version": {"a": 1}}',
        "[" * 100_000,
    ],
)
def test_what_cannot_be_read_is_as_at_first(line: str) -> None:
    assert from_json(line) == AT_FIRST


def test_a_chart_of_no_series_is_one_of_all() -> None:
    assert from_json('{"shown": ["milestones"]}').show == EVERYTHING
