"""Case timelines in a talk: added from the cases, planned on the page of charts, shown to the room."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.charts.bodies import CaseLanes
from desktop_app.charts.choice import AT_FIRST, from_json
from desktop_app.domain.cases import Case
from desktop_app.domain.scenes import Scene
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.steps import Edit, Step
from desktop_app.services import talks
from desktop_app.ui import case_scenes
from desktop_app.ui.charts.page import ChartsPage
from desktop_app.ui.charts.scene_dialog import SceneDialog
from desktop_app.ui.presenter.front_chart import Chosen
from desktop_app.ui.presenter.scenes import Running
from desktop_app.ui.presenter.window import PresenterWindow
from tests.charts.case_records import FOUNDING, records
from tests.domain.ledgers import Ledger
from tests.ui.charts.opening import Opened
from tests.ui.presenter.conftest import opened, page  # noqa: F401

CASES = 5


@pytest.fixture
def cases(opened: Opened) -> list[Case]:  # noqa: F811
    found = records(*[FOUNDING] * CASES)
    opened.add(*found)
    return [record for record in found if isinstance(record, Case)]


def shown(window: PresenterWindow) -> list[str]:
    sheet = window.sheet.chart
    assert sheet is not None
    assert isinstance(sheet.body, CaseLanes)
    return [track.code for track in sheet.body.tracks]


def test_more_cases_than_a_room_can_read_become_several_scenes(
    opened: Opened,  # noqa: F811
    cases: list[Case],
) -> None:
    assert case_scenes.add_to_talk(opened.context, cases)
    made = talks.scenes(opened.workspace)
    assert [len(from_json(scene.settings).subject.cases) for scene in made] == [4, 1]
    assert opened.told.texts == ["Added to the talk: 2 scenes"]
    assert not any(case.code in repr(replace(scene, settings="")) for scene in made for case in cases)
    opened.workspace.undo()
    assert talks.scenes(opened.workspace) == ()


def test_the_room_sees_the_case_until_it_is_made_private(opened: Opened, qtbot: QtBot) -> None:  # noqa: F811
    found = records(FOUNDING, FOUNDING)
    cases = [record for record in found if isinstance(record, Case)]
    settings = case_scenes.settings([case.id for case in cases])
    scene = Scene(id="people", title="Case timelines", chart="case-timelines", settings=settings, place=1)
    ledger = Ledger(*found, scene)
    context = opened.over(ledger)
    window = PresenterWindow(context, Chosen(AT_FIRST), running=Running(context.lens.public))
    with qtbot.waitExposed(window):
        window.show()
    assert shown(window) == ["C-001", "C-002"]
    private = replace(cases[1], sharing=Sharing.AMBER)
    ledger.records[private.id] = private
    edit = Edit(Case, private.id, cases[1], private)
    context.bridge.changed.emit(Step(1, datetime(2026, 2, 20, tzinfo=UTC), "", "edit case", (edit,)))
    assert shown(window) == ["C-001"]
    assert "C-002" not in repr(window.sheet.chart)
    window.close()


def test_cases_are_ticked_in_the_dialog_of_the_scene(
    page: ChartsPage,  # noqa: F811
    opened: Opened,  # noqa: F811
    cases: list[Case],
) -> None:
    page.add_case_scene()
    dialog = page.window().findChild(SceneDialog)
    assert dialog is not None
    assert not dialog.keep.isEnabled()
    rows = [dialog.case_list.visualItemRect(dialog.case_list.item(row)) for row in range(CASES)]
    assert all(not one.intersects(other) for one, other in pairwise(rows))
    assert [dialog.case_list.item(row).text() for row in range(CASES)] == [case.code for case in cases]
    QTest.keyClick(dialog.case_list, Qt.Key.Key_Down)
    QTest.keyClick(dialog.case_list, Qt.Key.Key_Space)
    assert dialog.keep.isEnabled()
    dialog.accept()
    (scene,) = talks.scenes(opened.workspace)
    assert from_json(scene.settings).subject.cases == (cases[1].id,)
    page.list.list.choose(scene.id)
    page.edit_scene()
    again = [each for each in page.window().findChildren(SceneDialog) if each.isVisible()][-1]
    assert again.cases == (cases[1].id,)
    again.caption_field.setText("One person")
    again.accept()
    changed = opened.workspace.get(Scene, scene.id)
    assert changed is not None
    assert (changed.caption, changed.settings) == ("One person", scene.settings)


def test_nothing_is_offered_where_no_case_is_for_an_audience(page: ChartsPage, opened: Opened) -> None:  # noqa: F811
    page.add_case_scene()
    assert opened.told.texts == ["No case is for an audience and has events."]
    assert page.window().findChild(SceneDialog) is None
