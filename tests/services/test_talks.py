"""The scenes of a talk: ordered, described and made in one step, each undone by itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from desktop_app.domain.dates import on_day
from desktop_app.domain.scenes import Scene
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.views import SafeToShow
from desktop_app.services import sample, scenes, talks
from desktop_app.services.workspace import Workspace
from desktop_app.words.formats import PlainFormats

CHART = "returns-arrivals"


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with Workspace.in_memory() as opened:
        yield opened


def titles(workspace: Workspace) -> list[str]:
    return [scene.title for scene in talks.scenes(workspace)]


def test_a_scene_goes_one_place_and_undo_brings_it_back(workspace: Workspace) -> None:
    first, *_rest = [scenes.save(workspace, title, CHART, "") for title in ("A", "B", "C")]
    assert talks.move(workspace, first, 1)
    assert titles(workspace) == ["B", "A", "C"]
    workspace.undo()
    assert titles(workspace) == ["A", "B", "C"]


def test_at_the_end_nothing_moves_and_nothing_is_a_step(workspace: Workspace) -> None:
    scene = scenes.save(workspace, "A", CHART, "")
    before = workspace.revision
    assert not talks.move(workspace, scene, -1)
    assert not talks.move(workspace, scene, 1)
    assert workspace.revision == before


def test_caption_and_note_are_kept(workspace: Workspace) -> None:
    scene = scenes.save(workspace, "A", CHART, "{}")
    changed = talks.describe(workspace, scene, title="B", caption="So far", note="Breathe")
    assert (changed.title, changed.caption, changed.note) == ("B", "So far", "Breathe")
    assert (changed.id, changed.settings) == (scene.id, "{}")
    workspace.undo()
    assert titles(workspace) == ["A"]


def test_words_alone_come_last(workspace: Workspace) -> None:
    scenes.save(workspace, "A", CHART, "")
    text = talks.add(workspace, title="Questions", caption="", note="")
    assert titles(workspace) == ["A", "Questions"]
    assert text.chart == ""


def test_the_story_is_one_step_and_is_not_told_twice() -> None:
    with Workspace.in_memory(first=sample.records()) as workspace:
        view = SafeToShow(workspace)
        made = talks.tell_story(workspace, view, Scheme(), CHART, PlainFormats())
        days = [scene.known_on.latest for scene in made]
        assert days == sorted(set(days))  # type: ignore[type-var]
        assert list(talks.scenes(workspace)) == made
        autumn = next(scene for scene in made if scene.known_on.latest == date(2025, 11, 5))
        assert autumn.title == "94 returned; 57 admitted"
        assert autumn.caption == "Known on 5 Nov 2025: 94 returned; 57 admitted"
        assert any("First return" in scene.title for scene in made)
        assert talks.tell_story(workspace, view, Scheme(), CHART, PlainFormats()) == []
        workspace.undo()
        assert workspace.count(Scene) == 0


def test_before_the_scheme_was_in_force_the_story_is_words_alone() -> None:
    with Workspace.in_memory(first=sample.records()) as workspace:
        scheme = Scheme(start=on_day(date(2025, 8, 6)))
        made = talks.tell_story(workspace, SafeToShow(workspace), scheme, CHART, PlainFormats())
        start = scheme.start.earliest
        assert start is not None
        alone = [scene.known_on.latest for scene in made if not scene.chart]
        assert alone == [day for scene in made if (day := scene.known_on.latest) and day < start]
        assert alone
        assert talks.tell_story(workspace, SafeToShow(workspace), scheme, CHART, PlainFormats()) == []


def test_a_scene_is_put_before_another_or_at_the_end(workspace: Workspace) -> None:
    first, _second, last = [talks.add(workspace, title=title, caption="", note="") for title in "ABC"]
    assert talks.put_before(workspace, last.id, first.id)
    assert titles(workspace) == ["C", "A", "B"]
    assert talks.put_before(workspace, last.id, "")
    assert titles(workspace) == ["A", "B", "C"]
    assert not talks.put_before(workspace, last.id, "")
    assert not talks.put_before(workspace, "gone", "")
