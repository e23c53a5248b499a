"""The page of sources, worked with by keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.domain.dates import PartialDate
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Source
from desktop_app.domain.statements import Statement
from desktop_app.services.workspace import Workspace
from desktop_app.ui.places import Place
from desktop_app.ui.sources.page import SourcesPage
from tests.ui.pages import HeardNotices, context_for, example_workspace

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with example_workspace() as opened:
        yield opened


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, tmp_path: Path) -> Iterator[SourcesPage]:
    context = context_for(workspace, tmp_path)
    made = SourcesPage(context)
    qtbot.addWidget(made)
    made.resize(1180, 660)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.hide()
    context.bridge.close()


def notices(page: SourcesPage) -> HeardNotices:
    heard = page.context.notices
    assert isinstance(heard, HeardNotices)
    return heard


def test_a_new_source_is_kept_by_keys_alone(qtbot: QtBot, page: SourcesPage, workspace: Workspace) -> None:
    before = workspace.count(Source)
    page.go(Place("sources", wish="add"))
    qtbot.keyClicks(page.form.publisher, "Le Monde")
    qtbot.keyClicks(page.form.published, "debut nov 2025")
    qtbot.keyClick(page.form.published, Qt.Key.Key_Return, CONTROL)
    assert workspace.count(Source) == before + 1
    kept = page.table.current_record()
    assert (kept.publisher, str(kept.published)) == ("Le Monde", "[2025-11-01..2025-11-10]")
    assert kept.published_words == "debut nov 2025"
    assert "Le Monde" in notices(page).told[-1]


def test_a_form_without_a_name_says_so_and_keeps_nothing(
    qtbot: QtBot, page: SourcesPage, workspace: Workspace
) -> None:
    before = workspace.count(Source)
    page.go(Place("sources", wish="add"))
    qtbot.keyClicks(page.form.address, "https://example.org/a")
    assert not page.form.submit()
    assert page.form.publisher.hasFocus()
    assert workspace.count(Source) == before


def test_filling_the_form_writes_nothing(page: SourcesPage, workspace: Workspace) -> None:
    revision = workspace.revision
    for source in list(workspace.every(Source))[:5]:
        page.table.select(source.id)
    assert workspace.revision == revision


def test_a_change_is_kept_when_another_row_is_chosen(
    qtbot: QtBot, page: SourcesPage, workspace: Workspace
) -> None:
    first, second = list(workspace.every(Source))[:2]
    page.table.select(first.id)
    page.form.publisher.setFocus()
    page.form.publisher.selectAll()
    qtbot.keyClicks(page.form.publisher, "Renamed")
    page.table.select(second.id)
    changed = workspace.get(Source, first.id)
    assert changed is not None
    assert changed.publisher == "Renamed"
    assert page.form.publisher.text() == second.publisher
    workspace.undo()
    assert workspace.get(Source, first.id) == first


def test_a_cited_source_stays(page: SourcesPage, workspace: Workspace) -> None:
    before = workspace.count(Source)
    page.table.select(next(iter(workspace.every(Source))).id)
    page.delete_selected()
    assert workspace.count(Source) == before
    assert notices(page).refused


def test_an_unused_source_goes_and_comes_back(page: SourcesPage, workspace: Workspace) -> None:
    with workspace.change("record source") as work:
        work.put(Source(id="spare", publisher="Nobody cites this"))
    page.table.select("spare")
    page.delete_selected()
    assert workspace.get(Source, "spare") is None
    workspace.undo()
    assert page.table.select("spare")


def test_several_go_in_one_step_and_come_back_in_one(page: SourcesPage, workspace: Workspace) -> None:
    spare = [Source(id=f"spare {n}", publisher="Nobody cites this") for n in range(3)]
    with workspace.change("record source") as work:
        work.put_all(spare)
    page.find_text()
    page.search.set_text("nobody cites")
    page.table.selectAll()
    page.delete_selected()
    assert notices(page).told[-1] == "Deleted 3 sources"
    assert all(workspace.get(Source, source.id) is None for source in spare)
    workspace.undo()
    assert all(workspace.get(Source, source.id) == source for source in spare)


def test_f2_and_the_menu_of_a_row_lead_to_the_form(qtbot: QtBot, page: SourcesPage) -> None:
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    assert page.form.publisher.hasFocus()
    words = [action.text() for action in page.table.row_menu().actions() if action.text()]
    assert words[:3] == ["Edit", "Delete", "History"]


def test_dates_stand_in_the_form_in_words_and_stay_as_they_were(
    page: SourcesPage, workspace: Workspace
) -> None:
    source = Source(id="dated", publisher="A paper", published=PartialDate.parse("2025-11-10"))
    with workspace.change("record source") as work:
        work.put(source)
    page.table.select("dated")
    assert page.form.published.text() == "10 Nov 2025"
    page.form.title.setText("A title")
    page.form.submit()
    assert workspace.get(Source, "dated") == replace(source, title="A title")


def test_finding_shows_how_many(qtbot: QtBot, page: SourcesPage) -> None:
    page.find_text()
    qtbot.keyClicks(page.search.field, "anadolu")
    assert page.search.count.text().startswith("1 of ")
    qtbot.keyClick(page.search.field, Qt.Key.Key_Escape)
    assert page.search.count.text() == ""


def test_what_rests_on_a_source_leads_there(page: SourcesPage, workspace: Workspace) -> None:
    source = next(one for one in workspace.every(Source) if one.publisher == "Anadolu Ajansı")
    page.go(Place("sources", record=source.id))
    went: list[Place] = []
    page.context.navigator.went.connect(went.append)
    first = page.side.users.itemAt(0).widget()
    first.click()
    assert went[-1].page in ("figures", "cases")


def test_what_is_cut_of_the_users_is_told_in_full(page: SourcesPage, workspace: Workspace) -> None:
    source = next(one for one in workspace.every(Source) if one.publisher == "The Guardian")
    page.go(Place("sources", record=source.id))
    lines = [page.side.users.itemAt(place).widget() for place in range(page.side.users.count())]
    cut = [line for line in lines if line.text().endswith("…")]
    assert cut
    assert all(line.toolTip() for line in cut)


def test_a_source_says_which_one_it_repeats_and_never_itself(
    qtbot: QtBot, page: SourcesPage, workspace: Workspace
) -> None:
    with workspace.change("record source") as work:
        work.put(Source(id="wire", publisher="A wire agency"))
        work.put(Source(id="outlet", publisher="An outlet"))
    page.table.select("outlet")
    qtbot.keyClicks(page.form.origin, "a wire agency")
    page.form.origin.set_value("A wire agency", "wire")
    page.form.submit()
    changed = workspace.get(Source, "outlet")
    assert changed is not None
    assert changed.derives_from == "wire"
    page.table.select("wire")
    page.form.origin.set_value("An outlet", "outlet")
    assert not page.form.submit()
    assert page.form.origin.hasFocus()


def test_words_that_name_no_source_are_not_taken_for_an_origin(
    qtbot: QtBot, page: SourcesPage, workspace: Workspace
) -> None:
    first = next(iter(workspace.every(Source)))
    page.table.select(first.id)
    qtbot.keyClicks(page.form.origin, "somebody")
    assert not page.form.submit()
    page.form.origin.clear()
    assert not page.form.is_changed


def test_what_is_not_public_is_said_to_need_a_passphrase(page: SourcesPage, workspace: Workspace) -> None:
    first = next(iter(workspace.every(Source)))
    page.table.select(first.id)
    page.form.sharing.setCurrentIndex(page.form.sharing.findData(Sharing.RED))
    assert "asks for a passphrase" in page.form._echoes["sharing"].echo
    page.form.submit()
    assert workspace.get(Source, first.id) == first
    page.form.show_source(first)


def test_a_long_title_is_read_from_its_beginning(page: SourcesPage, workspace: Workspace) -> None:
    long = Source(id="long", publisher="ITV", title="Many words " * 20)
    with workspace.change("add source") as work:
        work.put(long)
    page.go(Place("sources", record="long"))
    assert page.form.title.text() == long.title
    assert page.form.title.cursorPosition() == 0


def test_a_statement_that_cites_a_source_is_opened_from_it(page: SourcesPage, workspace: Workspace) -> None:
    said = next(each for each in workspace.every(Statement) if each.speaker == "UNHCR")
    source = said.citations[-1].source
    went: list[Place] = []
    page.context.navigator.went.connect(went.append)
    page.table.select(source)
    lines = [page.side.users.itemAt(place).widget() for place in range(page.side.users.count())]
    next(line for line in lines if line.accessibleName().startswith("UNHCR")).click()
    assert went == [Place("statements", record=said.id)]
