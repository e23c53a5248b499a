"""What a step touches, noted as its edits come or when somebody asks."""

from __future__ import annotations

from datetime import UTC, datetime

from desktop_app.domain.figures import Figure
from desktop_app.domain.sources import Source
from desktop_app.domain.steps import Edit, Step, Touched

NEW, REVISED = Figure(id="new"), Figure(id="revised", revises="new")
SOURCE, GRADED = Source(id="s"), Source(id="s", note="read")
EDITS = (
    Edit(Figure, "new", None, NEW),
    Edit(Figure, "revised", REVISED, None),
    Edit(Source, "s", SOURCE, GRADED),
)


def step(*edits: Edit) -> Step:
    return Step(1, datetime(2026, 11, 20, tzinfo=UTC), "mk", "record figure", edits)


def test_ids_are_told_by_kind_and_what_was_there_before() -> None:
    touched = step(*EDITS).touched
    assert touched.ids == {Figure: ["new", "revised"], Source: ["s"]}
    assert touched.changed == {Figure, Source}
    assert touched.revising == [REVISED]
    assert step(*EDITS).kinds == {Figure, Source}
    assert not step(EDITS[0]).touched.changed


def test_what_was_noted_part_by_part_is_used_only_where_it_is_all() -> None:
    touched = Touched(EDITS[:1])
    assert step(*EDITS).noted(touched).touched is not touched
    touched.add(EDITS[1:])
    whole = step(*EDITS).noted(touched)
    assert whole.touched is touched
    assert whole == step(*EDITS)
    assert touched.ids == step(*EDITS).touched.ids
