"""The inspector of figures: sources, what is drawn and why, status and rank, all from the keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.figures import Figure, Rank, Status
from desktop_app.domain.measures import RET
from desktop_app.domain.sources import Citation, Stance
from desktop_app.domain.statements import Statement
from desktop_app.services import figures
from desktop_app.ui.citations.dialog import CitationDialog
from desktop_app.ui.figures.reason_dialog import ReasonDialog
from desktop_app.ui.places import CHANGES, Place
from tests.domain.ledgers import figure
from tests.ui.figures.conftest import ANADOLU, ITV, Desk


def body(desk: Desk) -> QWidget:
    page = desk.page.inspector.widget()
    assert page is not None
    return page


def said(desk: Desk) -> list[str]:
    return [label.text() for label in body(desk).findChildren(QLabel)]


def button(desk: Desk, name: str) -> QPushButton:
    found = body(desk).findChild(QAbstractButton, name)
    assert isinstance(found, QPushButton), name
    return found


def choose(desk: Desk, name: str, words: str) -> None:
    """Take an entry from the menu of a button in the inspector."""
    actions = button(desk, name).menu().actions()
    next(action for action in actions if words in action.text().replace("&", "")).trigger()


def kept(desk: Desk, id: str) -> Figure:
    found = desk.workspace.get(Figure, id)
    assert found is not None
    return found


@pytest.fixture
def cited_twice(desk: Desk) -> Desk:
    with desk.workspace.change("edit figure") as work:
        work.put(
            figure(
                RET,
                "75",
                "2025-10-31",
                ITV,
                id="ret-75",
                speaker="Home Office",
            )
        )
    with desk.workspace.change("link source") as work:
        both = (*kept(desk, "ret-75").citations, Citation(ANADOLU.id))
        work.put(replace(kept(desk, "ret-75"), citations=both))
    desk.page.table.select("ret-75")
    return desk


def test_outlets_that_repeat_one_statement_are_one_origin(cited_twice: Desk) -> None:
    assert "2 sources, 1 origin: Home Office" in said(cited_twice)
    assert "Home Office ← ITV News, Anadolu Ajansı" in said(cited_twice)


def test_sources_are_ordered_and_taken_away_in_steps_that_undo_takes_back(cited_twice: Desk) -> None:
    choose(cited_twice, "changeCitation1", "Move up")
    assert [one.source for one in kept(cited_twice, "ret-75").citations] == [ANADOLU.id, ITV.id]
    choose(cited_twice, "changeCitation0", "Remove")
    assert [one.source for one in kept(cited_twice, "ret-75").citations] == [ITV.id]
    cited_twice.workspace.undo()
    cited_twice.workspace.undo()
    assert [one.source for one in kept(cited_twice, "ret-75").citations] == [ITV.id, ANADOLU.id]


def test_adding_a_source_opens_its_form(desk: Desk) -> None:
    desk.page.table.select("ret-75")
    button(desk, "addCitation").setFocus()
    button(desk, "addCitation").click()
    dialog = desk.page.window().findChild(CitationDialog)
    assert dialog is not None
    dialog.source.set_value("Anadolu Ajansı", ANADOLU.id)
    dialog.stance.setCurrentIndex(dialog.stance.findData(Stance.DENIES))
    dialog.speaker.setText("a minister")
    dialog.submit()
    assert "Contested by a minister, citing Anadolu Ajansı" in said(desk)
    assert desk.page.window().focusWidget() is button(desk, "addCitation")


def test_what_is_drawn_and_its_rivals_are_named(desk: Desk) -> None:
    with desk.workspace.change("record figure") as work:
        work.put(figure(RET, "57", "2025-10-31", ITV, id="rival", published="2025-11-05"))
    desk.page.table.select("ret-75")
    assert "Drawn because: published earlier" in said(desk)
    assert "1 rival value" in said(desk)
    desk.page.table.select("rival")
    assert "Not drawn. Drawn instead: 75, 31 Oct 2025, ITV News (published earlier)" in said(desk)
    button(desk, "openDrawn").click()
    assert desk.page.table.current_record().id == "ret-75"


def test_preferring_needs_a_reason_and_names_what_was_preferred(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk.workspace.change("record figure") as work:
        work.put(figure(RET, "57", "2025-10-31", ITV, id="rival", published="2025-11-05"))
    figures.set_rank(desk.workspace, kept(desk, "ret-75"), Rank.PREFERRED, "an older letter")

    def answer(dialog: ReasonDialog) -> int:
        assert not dialog.keep.isEnabled()
        assert any("75 (ITV News) is preferred so far" in one.text() for one in dialog.findChildren(QLabel))
        qtbot.keyClicks(dialog.field, "a later letter")
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(ReasonDialog, "exec", answer)
    desk.page.table.select("rival")
    choose(desk, "setRank", "Prefer")
    assert kept(desk, "rival").rank is Rank.PREFERRED
    assert kept(desk, "ret-75").rank is Rank.NORMAL
    assert "Rank: preferred, because: a later letter" in said(desk)


def test_a_status_is_set_and_the_keyboard_stays_where_it_was(desk: Desk) -> None:
    desk.page.table.select("ret-75")
    button(desk, "setStatus").setFocus()
    choose(desk, "setStatus", "Provisional")
    assert kept(desk, "ret-75").status is Status.PROVISIONAL
    assert button(desk, "setStatus").hasFocus()


def test_a_folded_section_stays_folded(qtbot: QtBot, desk: Desk) -> None:
    desk.page.table.select("ret-75")
    heading = button(desk, "historyHeading")
    heading.setFocus()
    qtbot.keyClick(heading, Qt.Key.Key_Left)
    assert not button(desk, "allVersions").isVisible()
    desk.page.table.select("adm-57")
    assert not button(desk, "allVersions").isVisible()
    qtbot.keyClick(button(desk, "historyHeading"), Qt.Key.Key_Return)
    assert button(desk, "allVersions").isVisible()


def test_a_revision_is_shown_with_what_it_revised(desk: Desk) -> None:
    with desk.workspace.change("record figure") as work:
        work.put(figure(RET, "76", "2025-10-31", ITV, id="later", published="2025-11-20", revises="ret-75"))
    desk.page.table.select("later")
    assert any("stands no more" in line for line in said(desk))
    went: list[Place] = []
    desk.page.context.navigator.went.connect(went.append)
    button(desk, "showChanges").click()
    assert went == [Place("charts", record="later", wish=CHANGES)]
    button(desk, "openVintage0").click()
    assert desk.page.table.current_record().id == "ret-75"


def test_a_figure_says_how_many_statements_answer_it_and_goes_there(desk: Desk) -> None:
    desk.page.table.select("ret-75")
    assert body(desk).findChild(QAbstractButton, "figureReplies") is None
    went: list[Place] = []
    desk.page.context.navigator.went.connect(went.append)
    with desk.workspace.change("record statement") as work:
        work.put(Statement(speaker="A minister", words="It is so", answers=("ret-75",)))
        work.put(Statement(speaker="A critic", words="It is not", disputes=("ret-75",)))
    desk.page.table.select("ret-94")
    desk.page.table.select("ret-75")
    found = button(desk, "figureReplies")
    assert found.text() == "Answered by 1 statement, disputed by 1"
    found.click()
    assert went == [Place("statements", filter="about ret-75")]
