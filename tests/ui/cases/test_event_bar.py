"""The bar in which an event is typed: the line, its fields, what it warns of, and what waits half typed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.domain.case_draft import CaseDraft
from desktop_app.domain.cases import Case
from desktop_app.domain.event_draft import EventDraft
from desktop_app.domain.events import EventKind, Verification
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Source, Stance
from desktop_app.services import cases
from desktop_app.services.workspace import Workspace
from desktop_app.ui.cases.event_bar import EventBar
from desktop_app.ui.formats import QtFormats
from desktop_app.ui.widgets.echo import Understood
from tests.ui.pages import TODAY

Key, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with Workspace.in_memory() as opened:
        with opened.change("add sample") as work:
            work.put(Source(id="anadolu", publisher="Anadolu Ajansı"))
            work.put(Source(id="bbc", publisher="BBC News"))
        yield opened


@pytest.fixture
def case(workspace: Workspace) -> Case:
    kept = cases.record_case(workspace, CaseDraft("C-001", sharing=Sharing.CLEAR))
    for kind, when in ((EventKind.ARRIVED_BOAT, "6 aug 2025"), (EventKind.RETURNED, "19 sep 2025")):
        draft = EventDraft(kind=kind, date=when, source="Anadolu Ajansı", sharing=Sharing.CLEAR)
        cases.record_event(workspace, kept, draft, TODAY)
    return kept


@pytest.fixture
def bar(qtbot: QtBot, workspace: Workspace, case: Case) -> EventBar:
    made = EventBar(workspace, QtFormats(QLocale("en_GB")), lambda: TODAY, "dmy")
    qtbot.addWidget(made)
    made.resize(1000, 200)
    made.set_case(case, cases.events_of(workspace, case.id))
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.focus_line()
    return made


def texts(bar: EventBar) -> tuple[str, ...]:
    fields = bar.fields
    return tuple(
        field.text() for field in (fields.kind, fields.date, fields.place, fields.source, fields.note)
    )


def echo(bar: EventBar, name: str) -> tuple[str, Understood]:
    return bar.fields.echoes[name].echo, bar.fields.echoes[name].state


def test_the_founding_line_fills_the_fields(qtbot: QtBot, bar: EventBar) -> None:
    qtbot.keyClicks(bar.line, "returned early nov 2025, anadolu")
    assert texts(bar) == ("Returned to France", "early nov 2025", "", "Anadolu Ajansı", "")
    assert echo(bar, "date") == ("some day 1–10 Nov 2025", Understood.WELL)
    draft = bar.draft
    assert (draft.kind, draft.source_id, draft.sharing) == (EventKind.RETURNED, "anadolu", Sharing.CLEAR)


def test_what_is_typed_by_hand_stays_while_the_line_goes_on(qtbot: QtBot, bar: EventBar) -> None:
    qtbot.keyClicks(bar.line, "detained")
    qtbot.keyClicks(bar.fields.note, "by hand")
    qtbot.keyClicks(bar.line, " 18 oct 2025 at Dover")
    assert texts(bar) == ("Detained", "18 oct 2025", "Dover", "", "by hand")


def test_what_the_line_no_longer_says_goes(qtbot: QtBot, bar: EventBar) -> None:
    qtbot.keyClicks(bar.line, "detained 18 oct 2025 at Dover, bbc")
    for _letter in " at Dover, bbc":
        qtbot.keyClick(bar.line, Key.Key_Backspace)
    assert texts(bar) == ("Detained", "18 oct 2025", "", "", "")


def test_a_year_that_is_not_written_is_the_cases(qtbot: QtBot, bar: EventBar) -> None:
    qtbot.keyClicks(bar.line, "detained 18 oct")
    assert echo(bar, "date")[0] == "18 Oct 2025, the year nearest the case"


def test_what_is_not_understood_is_said(qtbot: QtBot, bar: EventBar) -> None:
    qtbot.keyClicks(bar.line, "negative nrm decision 27 oct 2025, bbc")
    assert texts(bar)[-1] == "negative"
    assert echo(bar, "note") == ("Not understood, kept here: negative", Understood.WARN)


def test_fields_that_the_line_fills_show_themselves(qtbot: QtBot, bar: EventBar) -> None:
    assert not bar.fields.authority.isVisible()
    qtbot.keyClicks(bar.line, "detained 18 oct 2025 by Border Force, confirmed, denied by bbc")
    assert bar.fields.authority.isVisible()
    draft = bar.draft
    assert (draft.authority, draft.verification, draft.stance) == (
        "Border Force",
        Verification.CONFIRMED,
        Stance.DENIES,
    )
    assert echo(bar, "source")[0].startswith("✕ Denies it: BBC News")
    bar.line.clear()
    assert not bar.fields.authority.isVisible()
    assert not bar.is_changed
    bar.more.click()
    assert bar.fields.authority.isVisible()


def test_an_event_that_is_there_is_warned_of_and_not_refused(qtbot: QtBot, bar: EventBar) -> None:
    qtbot.keyClicks(bar.line, "returned sep 2025, bbc")
    assert bar.twin.isVisible()
    assert bar.twin.words.text() == "Looks like: Returned to France (19 Sep 2025), Anadolu Ajansı"
    with qtbot.waitSignal(bar.addAsked) as asked:
        qtbot.keyClick(bar.line, Key.Key_Return, CONTROL)
    assert asked.args[0].date == "sep 2025"


def test_ctrl_l_asks_for_the_source_to_be_added_to_it(
    qtbot: QtBot, bar: EventBar, workspace: Workspace, case: Case
) -> None:
    qtbot.keyClicks(bar.line, "returned sep 2025, bbc")
    with qtbot.waitSignal(bar.linkAsked) as asked:
        qtbot.keyClick(bar.line, Key.Key_L, CONTROL)
    event, draft = asked.args
    assert event == cases.events_of(workspace, case.id)[1]
    assert draft.source_id == "bbc"


def test_the_same_source_twice_has_nothing_to_add(qtbot: QtBot, bar: EventBar) -> None:
    qtbot.keyClicks(bar.line, "returned 19 sep 2025, anadolu")
    assert bar.twin.words.text().startswith("There already, from this source:")
    assert not bar.twin.link.isVisible()
    with qtbot.assertNotEmitted(bar.linkAsked):
        qtbot.keyClick(bar.line, Key.Key_L, CONTROL)


def test_another_type_or_day_is_no_twin(qtbot: QtBot, bar: EventBar) -> None:
    qtbot.keyClicks(bar.line, "returned 5 nov 2025")
    assert not bar.twin.isVisible()
    bar.line.setText("detained 19 sep 2025")
    assert not bar.twin.isVisible()


def test_escape_clears_the_line_then_leaves(qtbot: QtBot, bar: EventBar) -> None:
    qtbot.keyClicks(bar.line, "returned 5 nov 2025")
    with qtbot.assertNotEmitted(bar.left):
        qtbot.keyClick(bar.line, Key.Key_Escape)
    assert texts(bar) == ("", "", "", "", "")
    with qtbot.waitSignal(bar.left):
        qtbot.keyClick(bar.line, Key.Key_Escape)


def test_enter_goes_to_what_is_missing(qtbot: QtBot, bar: EventBar) -> None:
    qtbot.keyClicks(bar.line, "19 sep 2025")
    qtbot.keyClick(bar.line, Key.Key_Return)
    assert QApplication.focusWidget() is bar.fields.kind
    bar.line.setFocus()
    bar.line.setText("detained")
    qtbot.keyClick(bar.line, Key.Key_Return)
    assert QApplication.focusWidget() is bar.fields.date
    bar.line.setFocus()
    bar.line.setText("detained 19 sep 2025")
    qtbot.keyClick(bar.line, Key.Key_Return)
    assert QApplication.focusWidget() is bar.keep


def test_the_source_stays_and_a_line_may_name_another(qtbot: QtBot, bar: EventBar) -> None:
    bar.line.setText("detained 18 oct 2025, bbc")
    bar.begin(keep_source=True)
    assert texts(bar) == ("", "", "", "BBC News", "")
    assert not bar.is_changed
    qtbot.keyClicks(bar.line, "released 20 oct 2025, anadolu")
    assert bar.draft.source_id == "anadolu"
    bar.line.clear()
    assert bar.draft.source_id == "bbc"


def test_a_source_that_denies_does_not_stay(bar: EventBar) -> None:
    bar.line.setText("detained 18 oct 2025, denied by bbc")
    bar.begin(keep_source=True)
    assert (bar.draft.source, bar.draft.stance) == ("", Stance.ASSERTS)


def test_half_a_line_waits_while_another_event_is_changed(
    bar: EventBar, workspace: Workspace, case: Case
) -> None:
    bar.line.setText("detained 18 oct 2025")
    bar.fields.note.setText("by hand")
    half = bar.draft
    bar.change(cases.events_of(workspace, case.id)[0])
    assert not bar.line.isVisible()
    assert bar.draft.kind is EventKind.ARRIVED_BOAT
    bar.begin()
    assert (bar.line.text(), bar.draft) == ("detained 18 oct 2025", half)
    assert bar.is_changed
    bar.begin()
    assert (bar.line.text(), bar.draft.note) == ("", "")


def test_half_a_line_waits_for_its_case(bar: EventBar, workspace: Workspace, case: Case) -> None:
    other = cases.record_case(workspace, CaseDraft("C-002", sharing=Sharing.CLEAR))
    bar.line.setText("detained 18 oct")
    bar.set_case(other, [])
    assert (bar.line.text(), bar.draft.kind, bar.is_changed) == ("", None, False)
    bar.line.setText("returned")
    bar.set_case(case, cases.events_of(workspace, case.id))
    assert bar.line.text() == "detained 18 oct"
    assert echo(bar, "date")[0].startswith("18 Oct 2025")
    bar.set_case(other, [])
    assert (bar.line.text(), bar.twin.isVisible()) == ("returned", False)


def test_a_narrow_bar_puts_the_fields_in_two_rows(qtbot: QtBot, bar: EventBar) -> None:
    wide = bar.fields.note.mapTo(bar, bar.fields.note.rect().topLeft())
    assert wide.y() == bar.fields.kind.mapTo(bar, bar.fields.kind.rect().topLeft()).y()
    bar.resize(420, 400)
    qtbot.waitUntil(lambda: bar.fields.note.mapTo(bar, bar.fields.note.rect().topLeft()).y() > wide.y() + 30)
