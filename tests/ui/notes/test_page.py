"""The page of field notes, worked with by keys."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.domain.amounts import Amount
from desktop_app.domain.attachments import Attachment
from desktop_app.domain.dates import PartialDate
from desktop_app.domain.field_notes import FieldNote, Force, HowKnown, PlacePrecision
from desktop_app.domain.figures import Figure
from desktop_app.domain.refusals import RefusalCode
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation, Source
from desktop_app.domain.views import Seen, Sight
from desktop_app.services import field_notes
from desktop_app.services.drafts import FileDrafts
from desktop_app.services.workspace import Workspace
from desktop_app.ui.context import Context
from desktop_app.ui.notes.finding import PLACES
from desktop_app.ui.notes.page import NotesPage
from desktop_app.ui.places import Place
from desktop_app.ui.widgets.wrapped_link import WrappedLink
from tests.ui.pages import HeardNotices, context_for

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with Workspace.in_memory() as opened:
        yield opened


@pytest.fixture
def context(workspace: Workspace, tmp_path: Path) -> Iterator[Context]:
    made = context_for(workspace, tmp_path)
    yield made
    made.bridge.close()


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> Iterator[NotesPage]:
    made = shown(qtbot, context)
    yield made
    made.hide()


def shown(qtbot: QtBot, context: Context) -> NotesPage:
    made = NotesPage(context)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.go(Place("notes", wish="add"))
    made.form.fields.sharing.choose(Sharing.CLEAR)
    return made


def notes(workspace: Workspace) -> list[FieldNote]:
    return list(workspace.every(FieldNote))


def heard(page: NotesPage) -> HeardNotices:
    notices = page.context.notices
    assert isinstance(notices, HeardNotices)
    return notices


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_note(page: NotesPage, seen: str, people: str = "") -> FieldNote:
    page.add()
    QTest.keyClicks(focused(), seen)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), people)
    QTest.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
    return notes(page.context.workspace)[-1]


def put(workspace: Workspace, *made: FieldNote) -> None:
    with workspace.change("record note") as work:
        for note in made:
            work.put(replace(note, sharing=Sharing.CLEAR))


def at(id: str, place: str, day: str = "2025-11-09") -> FieldNote:
    return FieldNote(id=id, place=place, date=PartialDate.parse(day), seen=f"seen at {place}")


class TestTyping:
    def test_a_note_is_kept_by_few_keys_with_the_minute_filled_in(
        self, page: NotesPage, workspace: Workspace
    ) -> None:
        note = type_note(page, "Two boats left.", "about 40")
        assert (note.seen, note.people_words, str(note.people)) == ("Two boats left.", "about 40", "~40")
        assert str(note.date) == "2026-11-23"
        assert note.date_words == ""
        assert note.time
        assert page.table.current_record() == note
        assert heard(page).told[-1].startswith("Added: 23 Nov 2026, ")
        assert page.form.fields.seen.hasFocus()
        assert not page.form.is_changed

    def test_what_mostly_stays_the_same_stays_for_the_next(self, page: NotesPage) -> None:
        fields = page.form.fields
        fields.place.setText("Gravelines")
        fields.precision.choose(PlacePrecision.STRETCH)
        fields.observer.setText("AB")
        fields.how_known.choose(HowKnown.SAW)
        fields.weather.setText("rain")
        fields.injuries.setText("one")
        fields.force.choose([Force.DOG])
        first = type_note(page, "one")
        second = type_note(page, "two")
        for name in ("place", "precision", "observer", "how_known", "weather", "sharing"):
            assert getattr(second, name) == getattr(first, name)
        assert (second.injuries, second.force) == ("", ())
        assert first.force == (Force.DOG,)

    def test_what_stays_and_is_folded_away_is_said(self, page: NotesPage) -> None:
        page.form.fields.observer.setText("AB")
        assert page.form.staying.text() == "Stays for the next: AB"

    def test_a_private_note_is_refused_in_words_and_stays_typed(
        self, page: NotesPage, workspace: Workspace
    ) -> None:
        fields = page.form.fields
        fields.sharing.choose(Sharing.AMBER)
        assert "asks for a passphrase" in fields.echoes["sharing"].echo
        fields.seen.setPlainText("Two boats left.")
        assert page.form.submit()
        assert heard(page).refused[-1].code is RefusalCode.NEEDS_PASSPHRASE
        assert fields.seen.toPlainText() == "Two boats left."
        assert notes(workspace) == []

    def test_a_note_begins_private(self, qtbot: QtBot, context: Context) -> None:
        made = NotesPage(context)
        qtbot.addWidget(made)
        assert made.form.draft.sharing is Sharing.AMBER

    def test_an_empty_note_says_what_is_missing(self, page: NotesPage, workspace: Workspace) -> None:
        assert not page.form.submit()
        assert page.form.fields.seen.hasFocus()
        assert page.form.fields.echoes["seen"].echo == "Write what was seen"
        assert notes(workspace) == []

    def test_a_position_beyond_the_earth_is_refused_where_it_stands(
        self, page: NotesPage, workspace: Workspace
    ) -> None:
        page.form.fields.coordinates.setText("91, 1")
        page.form.fields.seen.setPlainText("x")
        assert not page.form.submit()
        assert page.form.fields.coordinates.hasFocus()
        assert "90 at most" in page.form.fields.echoes["coordinates"].echo
        assert notes(workspace) == []

    def test_force_is_chosen_by_arrows_and_space(self, page: NotesPage) -> None:
        page.form.fields.force.setFocus()
        QTest.keyClick(focused(), Qt.Key.Key_Right)
        QTest.keyClick(focused(), Qt.Key.Key_Space)
        QTest.keyClick(focused(), Qt.Key.Key_Right)
        QTest.keyClick(focused(), Qt.Key.Key_Space)
        assert page.form.draft.force == (Force.TEAR_GAS, Force.BATON)
        QTest.keyClick(focused(), Qt.Key.Key_Return, CONTROL)
        assert notes(page.context.workspace)[-1].force == (Force.TEAR_GAS, Force.BATON)

    def test_escape_clears_and_then_leaves(self, page: NotesPage, workspace: Workspace) -> None:
        put(workspace, at("a", "Calais"))
        page.add()
        QTest.keyClicks(focused(), "x")
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
        assert not page.form.is_changed
        assert page.form.fields.seen.hasFocus()
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
        assert page.table.hasFocus()

    def test_a_note_being_typed_is_gone_on_with(self, page: NotesPage) -> None:
        page.form.fields.seen.setPlainText("half")
        page.go(Place("notes", wish="add"))
        assert page.form.fields.seen.toPlainText() == "half"

    def test_a_place_written_a_little_otherwise_is_offered_and_not_taken(
        self, page: NotesPage, workspace: Workspace
    ) -> None:
        put(workspace, at("a", "Gravelines"), at("b", "Gravelines"))
        page.form.fields.place.setText("gravelines")
        assert page.form.fields.echoes["place"].echo == "New; much like Gravelines (F4 to choose)"
        note = type_note(page, "x")
        assert note.place == "gravelines"
        page.form.fields.place.setText("Gravelines")
        assert page.form.fields.echoes["place"].echo == "2 notes"

    def test_an_empty_form_that_stood_open_takes_the_minute_of_the_first_letter(
        self, page: NotesPage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        opened = page.form.draft.when
        later = datetime(2026, 11, 23, 23, 59, tzinfo=UTC)
        monkeypatch.setattr("desktop_app.ui.notes.page.now_here", lambda: later)
        assert page.form.draft.when == opened
        QTest.keyClicks(page.form.fields.seen, "x")
        assert page.form.draft.when == "2026-11-23 23:59"
        monkeypatch.setattr("desktop_app.ui.notes.page.now_here", lambda: later.replace(hour=1))
        QTest.keyClicks(page.form.fields.seen, "y")
        assert page.form.draft.when == "2026-11-23 23:59"

    def test_a_minute_typed_before_anything_else_stays(
        self, page: NotesPage, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        page.form.fields.when.setText("05:40")
        monkeypatch.setattr(
            "desktop_app.ui.notes.page.now_here", lambda: datetime(2026, 11, 23, 23, 59, tzinfo=UTC)
        )
        QTest.keyClicks(page.form.fields.seen, "x")
        assert page.form.draft.when == "05:40"


class TestTable:
    def test_find_as_you_type(self, page: NotesPage, workspace: Workspace) -> None:
        put(workspace, at("a", "Calais"), at("b", "Gravelines"))
        page.search.set_text("grav")
        assert [page.table.records.id_at(row) for row in range(page.table.records.rowCount())] == ["b"]
        assert page.search.count.text() == "1 of 2"

    def test_the_newest_is_on_top(self, page: NotesPage, workspace: Workspace) -> None:
        early = replace(at("a", "Calais"), time="05:10")
        put(workspace, early, replace(early, id="b", time="06:00"), at("c", "Calais", "2025-10-19"))
        assert [page.table.records.id_at(row) for row in range(3)] == ["b", "a", "c"]

    def test_a_note_is_changed_and_the_next_one_begins_as_before(
        self, page: NotesPage, workspace: Workspace
    ) -> None:
        put(workspace, replace(at("a", "Calais"), people=Amount.exactly(3), people_words="three"))
        page.table.select("a")
        page.edit_selected()
        assert page.form.heading.text() == "Changing: 9 Nov 2025, Calais"
        page.form.fields.boats.setText("1")
        assert page.form.submit()
        changed = workspace.get(FieldNote, "a")
        assert changed is not None
        assert (str(changed.boats), str(changed.people), str(changed.date)) == ("1", "3", "2025-11-09")
        assert page.form.note_changed is None
        assert page.form.draft.place == ""
        assert page.form.draft.sharing is Sharing.CLEAR

    def test_typing_is_not_overwritten_by_a_change(self, page: NotesPage, workspace: Workspace) -> None:
        put(workspace, at("a", "Calais"))
        page.form.fields.seen.setPlainText("half")
        page.table.select("a")
        page.edit_selected()
        assert page.form.fields.seen.toPlainText() == "half"
        assert heard(page).told[-1] == "Add or clear what is being typed first"

    def test_deleting_is_told_with_undo(self, page: NotesPage, workspace: Workspace) -> None:
        put(workspace, at("a", "Calais"))
        page.table.select("a")
        page.delete_selected()
        assert notes(workspace) == []
        assert heard(page).told[-1] == "Deleted 1 field note"

    def test_without_notes_the_page_says_what_one_is(self, page: NotesPage) -> None:
        assert page.findChild(QWidget, "notesTable").isHidden() or not page.table.isVisible()

    def test_the_lens_is_obeyed(self, page: NotesPage, workspace: Workspace) -> None:
        put(workspace, at("a", "Calais"), at("b", "Calais", "2025-11-10"))
        page.context.lens.turn(Seen(Sight.KNOWN_ON, date(2025, 11, 9)))
        assert [page.table.records.id_at(row) for row in range(page.table.records.rowCount())] == ["a"]
        assert [place.notes for place in [page.places.records.record_at(0)]] == [1]

    def test_an_export_takes_what_is_shown(self, page: NotesPage, workspace: Workspace) -> None:
        put(workspace, at("a", "Calais"), at("b", "Gravelines"))
        page.search.set_text("grav")
        assert page.shown_records().ids == frozenset({"b"})
        assert page.shown_records().kinds == (FieldNote,)


class TestPlaces:
    def test_a_place_filters_the_notes_until_it_is_lifted(
        self, page: NotesPage, workspace: Workspace
    ) -> None:
        put(workspace, at("a", "Calais"), at("b", "Gravelines"), at("c", "Gravelines"))
        page.tabs.choose(PLACES)
        assert page.places.records.record_at(0).name == "Gravelines"
        page.places.select("Gravelines")
        page.places.setFocus()
        QTest.keyClick(page.places, Qt.Key.Key_Return)
        assert page.table.records.rowCount() == 2
        assert page.only.isVisible()
        QTest.keyClick(page.table, Qt.Key.Key_Escape)
        assert page.table.records.rowCount() == 3
        assert not page.only.isVisible()

    def test_finding_looks_in_the_table_in_sight(self, page: NotesPage, workspace: Workspace) -> None:
        put(workspace, at("a", "Calais"), at("b", "Gravelines"))
        page.tabs.choose(PLACES)
        page.search.set_text("cal")
        assert page.places.records.rowCount() == 1
        assert page.search.count.text() == "1 of 2"

    def test_names_written_alike_are_shown_and_stay_two(self, page: NotesPage, workspace: Workspace) -> None:
        put(workspace, at("a", "Grande-Synthe"), at("b", "Grande Synthe"))
        column = page.places.records.columns[page.places.records.column_index("alike")]
        assert column.text(page.places.records.record_at(0)) in ("Grande-Synthe", "Grande Synthe")
        assert page.places.records.rowCount() == 2


class TestFiles:
    @pytest.fixture
    def photo(self, tmp_path: Path) -> Path:
        path = tmp_path / "beach.jpg"
        path.write_bytes(b"picture")
        os.utime(path, (1762666800, 1762666800))
        return path

    @pytest.fixture
    def chosen(self, page: NotesPage, workspace: Workspace) -> NotesPage:
        put(workspace, at("a", "Calais"))
        page.table.select("a")
        return page

    def test_a_dropped_file_is_kept_with_its_hash_and_its_own_time(
        self, chosen: NotesPage, workspace: Workspace, photo: Path
    ) -> None:
        chosen.side.dropEvent(_drop(photo))
        (kept,) = workspace.every(Attachment)
        assert (kept.record, kept.name, kept.size) == ("a", "beach.jpg", 7)
        assert kept.made == "2025-11-09T05:40:00Z" or kept.made.startswith("2025-11-09T05:40:00")
        said = [label.text() for label in chosen.side.copies.findChildren(QWidget) if hasattr(label, "text")]
        assert any("file last changed 9 Nov 2025" in words for words in said)
        assert any(words.startswith("SHA-256 ") for words in said)

    def test_a_copied_file_is_pasted_onto_the_table(
        self, chosen: NotesPage, workspace: Workspace, photo: Path
    ) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(photo))])
        QGuiApplication.clipboard().setMimeData(data)
        chosen.table.setFocus()
        QTest.keyClick(chosen.table, Qt.Key.Key_V, CONTROL)
        assert [kept.name for kept in workspace.every(Attachment)] == ["beach.jpg"]

    def test_files_wait_for_a_note(self, page: NotesPage, workspace: Workspace, photo: Path) -> None:
        page.side.dropEvent(_drop(photo))
        assert not workspace.count(Attachment)


def _drop(path: Path) -> QDropEvent:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    _ALIVE.append(data)
    return QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


_ALIVE: list[QMimeData] = []
"""An event does not keep what is dropped."""


class TestBecoming:
    def test_a_figure_is_to_be_typed_with_the_note_as_its_source(
        self, page: NotesPage, workspace: Workspace
    ) -> None:
        put(workspace, replace(at("a", "Calais"), people=Amount.about(40), people_words="about 40"))
        page.table.select("a")
        went: list[Place] = []
        page.context.navigator.went.connect(went.append)
        page.side.to_figure.click()
        assert workspace.get(Source, "note-a") is not None
        assert went == [Place("figures", wish="type about 40, 2025-11-09", source="note-a")]
        assert not workspace.count(Figure)

    def test_what_it_became_is_a_way_to_it(self, page: NotesPage, workspace: Workspace) -> None:
        put(workspace, at("a", "Calais"))
        note = workspace.get(FieldNote, "a")
        assert note is not None
        source = field_notes.as_source(workspace, note, page.context.formats)
        with workspace.change("record figure") as work:
            work.put(Figure(id="f", measure="ARR", citations=(Citation(source.id),)))
        page.table.select("a")
        (link,) = page.side.findChildren(WrappedLink)
        went: list[Place] = []
        page.context.navigator.went.connect(went.append)
        link.click()
        assert went == [Place("figures", record="f")]


class TestUnfinished:
    @pytest.fixture
    def context(self, workspace: Workspace, tmp_path: Path) -> Iterator[Context]:
        made = replace(
            context_for(workspace, tmp_path), drafts=FileDrafts(tmp_path / "drafts", tmp_path / "a.evenhand")
        )
        yield made
        made.drafts.close()
        made.bridge.close()

    def next_window(self, qtbot: QtBot, context: Context, tmp_path: Path) -> NotesPage:
        context.drafts.close()
        again = replace(context, drafts=FileDrafts(tmp_path / "drafts", tmp_path / "a.evenhand"))
        return shown(qtbot, again)

    def test_what_is_typed_is_kept_soon_and_offered_to_the_next_window(
        self, qtbot: QtBot, page: NotesPage, context: Context, tmp_path: Path
    ) -> None:
        page.form.fields.seen.setPlainText("Two boats")
        page.form.fields.force.choose([Force.DOG])
        page.form.fields.when.setText("today 05:40")
        qtbot.waitUntil(lambda: any((tmp_path / "drafts").glob("*.json")), timeout=4000)
        again = self.next_window(qtbot, context, tmp_path)
        assert again.drafts.banner.words == "An unfinished field note was kept."
        again.drafts.go_on()
        assert again.form.fields.seen.toPlainText() == "Two boats"
        assert again.form.draft.force == (Force.DOG,)
        assert again.form.draft.sharing is Sharing.CLEAR
        assert again.form.draft.when == "2026-11-23 05:40", "today may be over by then"
        assert again.form.is_changed
        again.hide()
        again.context.drafts.close()

    def test_it_is_kept_when_the_keyboard_leaves(
        self, page: NotesPage, workspace: Workspace, tmp_path: Path
    ) -> None:
        put(workspace, at("a", "Calais"))
        page.form.fields.seen.setPlainText("Two boats")
        page.table.setFocus()
        assert list((tmp_path / "drafts").glob("*.json"))

    def test_a_note_that_is_added_leaves_no_draft(
        self, page: NotesPage, workspace: Workspace, tmp_path: Path
    ) -> None:
        page.form.fields.seen.setPlainText("Two boats")
        page.drafts.keep()
        assert page.form.submit()
        assert len(notes(workspace)) == 1
        assert not list((tmp_path / "drafts").glob("*.json"))

    def test_discarding_forgets_it(
        self, qtbot: QtBot, page: NotesPage, context: Context, tmp_path: Path
    ) -> None:
        page.form.fields.seen.setPlainText("Two boats")
        page.drafts.keep()
        again = self.next_window(qtbot, context, tmp_path)
        again.drafts.discard()
        assert again.context.drafts.left("field note") is None
        again.hide()
        again.context.drafts.close()

    def test_what_is_being_typed_is_not_overwritten(
        self, qtbot: QtBot, page: NotesPage, context: Context, tmp_path: Path
    ) -> None:
        page.form.fields.seen.setPlainText("Two boats")
        page.drafts.keep()
        again = self.next_window(qtbot, context, tmp_path)
        again.form.fields.seen.setPlainText("another")
        again.drafts.go_on()
        assert again.form.fields.seen.toPlainText() == "another"
        assert again.context.drafts.left("field note") is not None
        again.hide()
        again.context.drafts.close()

    def test_an_unfinished_change_goes_on_as_a_change(
        self, qtbot: QtBot, page: NotesPage, context: Context, workspace: Workspace, tmp_path: Path
    ) -> None:
        put(workspace, at("a", "Calais"))
        page.table.select("a")
        page.edit_selected()
        page.form.fields.boats.setText("2")
        page.drafts.keep()
        again = self.next_window(qtbot, context, tmp_path)
        again.drafts.go_on()
        assert again.form.note_changed == workspace.get(FieldNote, "a")
        assert again.form.submit()
        changed = workspace.get(FieldNote, "a")
        assert changed is not None
        assert str(changed.boats) == "2"
        again.hide()
        again.context.drafts.close()
