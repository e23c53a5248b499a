"""Saved charts: kept, renamed, frozen and taken away, each as a step that can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from desktop_app.domain.scenes import Scene
from desktop_app.services import scenes, talks
from desktop_app.services.workspace import Workspace


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with Workspace.in_memory() as opened:
        yield opened


def test_saved_charts_stand_in_the_order_of_saving(workspace: Workspace) -> None:
    for title in ("First", "Second"):
        scenes.save(workspace, title, "returns-arrivals", "{}")
    assert [scene.title for scene in scenes.saved(workspace)] == ["First", "Second"]


def test_saving_under_the_same_title_replaces(workspace: Workspace) -> None:
    first = scenes.save(workspace, "So far", "returns-arrivals", "{}")
    second = scenes.save(workspace, "So far", "returns-arrivals", '{"shown": []}', date(2025, 11, 6))
    assert second.id == first.id
    assert [scene.known_on.edtf for scene in scenes.saved(workspace)] == ["2025-11-06"]


def test_a_chart_can_be_frozen_and_let_go(workspace: Workspace) -> None:
    scene = scenes.save(workspace, "So far", "returns-arrivals", "{}")
    frozen = scenes.freeze(workspace, scene, date(2025, 11, 6))
    assert frozen.known_on.latest == date(2025, 11, 6)
    assert not scenes.unfreeze(workspace, frozen).known_on.is_dated


def test_each_deed_is_undone_by_itself(workspace: Workspace) -> None:
    scene = scenes.save(workspace, "So far", "returns-arrivals", "{}")
    renamed = scenes.rename(workspace, scene, "Until now")
    scenes.remove(workspace, renamed)
    assert scenes.saved(workspace) == []
    workspace.undo()
    assert workspace.get(Scene, scene.id) == renamed
    workspace.undo()
    assert [one.title for one in scenes.saved(workspace)] == ["So far"]


def test_a_double_stands_after_its_first_with_everything_but_the_title(workspace: Workspace) -> None:
    scene = scenes.save(workspace, "So far", "returns-arrivals", "{}", date(2025, 11, 6))
    scene = talks.describe(workspace, scene, title="So far", caption="Early", note="Breathe")
    scenes.save(workspace, "Last", "balance", "{}")
    double = scenes.duplicate(workspace, scene)
    assert [one.title for one in scenes.saved(workspace)] == ["So far", "So far 2", "Last"]
    assert (double.settings, double.known_on, double.caption, double.note) == (
        "{}",
        scene.known_on,
        "Early",
        "Breathe",
    )
    assert scenes.duplicate(workspace, double).title == "So far 3"
    workspace.undo()
    workspace.undo()
    assert [(one.title, one.place) for one in scenes.saved(workspace)] == [("So far", 1), ("Last", 2)]


def test_a_chart_in_words_of_its_own_never_takes_the_title_of_another(workspace: Workspace) -> None:
    first = scenes.save_in_words(workspace, "Balance", "balance", "{}", taken=["Balance"])
    second = scenes.save_in_words(workspace, "Balance", "balance", "{}", date(2025, 11, 6), ["Balance"])
    assert [first.title, second.title] == ["Balance 2", "Balance 3"]
    assert second.known_on.latest == date(2025, 11, 6)
