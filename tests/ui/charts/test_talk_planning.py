"""Scenes planned on the page of charts: put in order by keys, described, and made all at once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.domain.scenes import Scene
from desktop_app.services import scenes, talks
from desktop_app.ui.charts.page import ChartsPage
from desktop_app.ui.charts.scene_dialog import SceneDialog
from tests.ui.charts.opening import Opened

CHART = "returns-arrivals"


@pytest.fixture
def planned(page: ChartsPage, opened: Opened) -> Iterator[ChartsPage]:
    """The page with three saved charts, the second one chosen."""
    made = [scenes.save(opened.workspace, title, CHART, "") for title in ("A", "B", "C")]
    page.list.list.choose(made[1].id)
    yield page
    for dialog in page.window().findChildren(SceneDialog):
        dialog.reject()


def listed(page: ChartsPage) -> list[str]:
    texts = [page.list.list.item(row).text() for row in range(page.list.list.count())]
    return texts[-3:]


def dialog_of(page: ChartsPage) -> SceneDialog:
    return [d for d in page.window().findChildren(SceneDialog) if d.isVisible()][-1]


def test_the_chosen_scene_goes_up_and_down_and_stays_chosen(planned: ChartsPage, opened: Opened) -> None:
    planned.scene_earlier()
    assert listed(planned) == ["B", "A", "C"]
    planned.scene_earlier()
    assert listed(planned) == ["B", "A", "C"]
    planned.scene_later()
    planned.scene_later()
    assert listed(planned) == ["A", "C", "B"]
    assert planned.saved.current is not None
    assert planned.saved.current.title == "B"
    opened.workspace.undo()
    assert listed(planned) == ["A", "B", "C"]


def test_without_a_saved_chart_nothing_moves_and_it_is_said(page: ChartsPage, opened: Opened) -> None:
    page.scene_later()
    assert opened.told.texts == ["Choose a saved chart to move it."]


def test_caption_and_note_are_asked_for_and_kept(planned: ChartsPage, opened: Opened) -> None:
    planned.edit_scene()
    dialog = dialog_of(planned)
    assert dialog.title == "B"
    assert dialog.focusWidget() is dialog.caption_field
    QTest.keyClicks(dialog.caption_field, "So far")
    QTest.keyClick(dialog.caption_field, Qt.Key.Key_Tab)
    QTest.keyClicks(dialog.note_box, "Breathe")
    dialog.keep.click()
    scene = talks.scenes(opened.workspace)[1]
    assert (scene.title, scene.caption, scene.note) == ("B", "So far", "Breathe")


def test_a_scene_without_a_title_cannot_be_kept(planned: ChartsPage) -> None:
    planned.edit_scene()
    dialog = dialog_of(planned)
    dialog.title_field.clear()
    assert not dialog.keep.isEnabled()


def test_a_text_scene_is_listed_as_text(planned: ChartsPage, opened: Opened, qtbot: QtBot) -> None:
    planned.add_text_scene()
    dialog = dialog_of(planned)
    dialog.title_field.setText("Questions")
    dialog.keep.click()
    assert listed(planned)[-1] == "Questions · text"
    assert opened.workspace.count(Scene) == 4


def test_the_story_is_made_once_and_taken_back_by_one_undo(page: ChartsPage, opened: Opened) -> None:
    page.tell_story()
    count = opened.workspace.count(Scene)
    assert count > 1
    assert opened.told.texts[-1] == f"{count} scenes made"
    page.tell_story()
    assert opened.told.texts[-1] == "Every moment has its scene already."
    opened.workspace.undo()
    assert opened.workspace.count(Scene) == 0
