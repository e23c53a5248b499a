"""Identifiers never repeat and sort in the order in which they were made, singly or many at once."""

from __future__ import annotations

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.identity import new_id, new_ids


@given(st.lists(st.integers(0, 50), max_size=8))
def test_single_ones_and_many_follow_each_other(counts: list[int]) -> None:
    made = [id for count in counts for id in (new_id(), *new_ids(count))]
    assert made == sorted(made)
    assert len(set(made)) == len(made) == sum(counts) + len(counts)


@pytest.mark.parametrize("count", [0, 1, 4096, 10_000])
def test_many_are_uuids_of_version_7(count: int) -> None:
    made = new_ids(count)
    assert len(set(made)) == count
    for id in made:
        read = uuid.UUID(id)
        assert (read.version, read.variant, str(read)) == (7, uuid.RFC_4122, id)
