"""Known on a day: the strip, the keys, and what the window says while the lens is turned."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.app import Application
from desktop_app.domain.dates import on_day
from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.views import NOW, Seen, Sight
from desktop_app.services import sample
from desktop_app.services.workspace import Workspace
from desktop_app.ui.changes.dialog import ChangesDialog
from desktop_app.ui.context import Context
from desktop_app.ui.window.day_slider import DaySlider
from desktop_app.ui.window.known_on_strip import DayField, KnownOnStrip
from tests.journeys.running import part, running

NOVEMBER = date(2025, 11, 6)
Key = Qt.Key


@pytest.fixture
def started(qtbot: QtBot, tmp_path: Path) -> Iterator[Application]:
    path = tmp_path / "example.evenhand"
    sample.create(path)
    with running(qtbot, tmp_path, path) as application:
        yield application


def context(started: Application) -> Context:
    assert started.desk is not None
    assert started.desk.context is not None
    return started.desk.context


def strip(started: Application) -> KnownOnStrip:
    return part(started, KnownOnStrip, "knownOnStrip")


def press(started: Application, key: str) -> None:
    combination = QKeySequence(key)[0]
    focused: QWidget = started.window.focusWidget() or started.window
    QTest.keyClick(focused, combination.key(), combination.keyboardModifiers())


def told(started: Application) -> str:
    assert started.desk is not None
    return started.desk.notices.toast.words


def type_day(started: Application, text: str) -> None:
    press(started, "Ctrl+Alt+K")
    field = part(started, DayField, "knownOnDay")
    assert field.hasFocus()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Key.Key_Return)


def says(started: Application, name: str) -> str:
    return part(started, QLabel, name).text()


class TestChoosingADay:
    def test_nothing_is_in_the_way_before(self, started: Application) -> None:
        assert strip(started).isHidden()
        assert started.window.windowTitle() == "example.evenhand — Evenhand"

    def test_a_day_is_typed_in_words(self, started: Application) -> None:
        type_day(started, "6 nov 2025")
        assert context(started).lens.seen == Seen(Sight.KNOWN_ON, NOVEMBER)
        assert part(started, QLabel, "overviewHeadline").text().startswith("94 people returned")

    def test_what_is_no_day_is_said_and_changes_nothing(self, started: Application) -> None:
        type_day(started, "the other day")
        assert context(started).lens.seen == NOW
        assert "is not a day" in says(started, "knownOnWords")
        assert part(started, DayField, "knownOnDay").text() == "the other day"

    def test_a_day_to_come_is_not_known_yet(self, started: Application) -> None:
        type_day(started, "1 jan 2100")
        assert context(started).lens.seen == NOW
        assert "not come yet" in says(started, "knownOnWords")

    def test_keys_step_through_the_days_of_publication(self, started: Application) -> None:
        context(started).lens.turn(Seen(Sight.KNOWN_ON, date(2025, 11, 5)))
        press(started, "Alt+PgDown")
        assert context(started).lens.day == date(2025, 11, 7)
        press(started, "Alt+PgUp")
        press(started, "Alt+PgUp")
        day = context(started).lens.day
        assert day is not None
        assert day < date(2025, 11, 5)

    def test_stepping_back_from_today_and_on_again(self, started: Application) -> None:
        press(started, "Alt+PgUp")
        assert context(started).lens.day is not None
        press(started, "Alt+PgDown")
        assert context(started).lens.seen == NOW

    def test_the_slider_is_dragged(self, started: Application, qtbot: QtBot) -> None:
        press(started, "Ctrl+Alt+K")
        slider = part(started, DaySlider, "knownOnSlider")
        middle = QPoint(slider.width() // 2, slider.height() // 2)
        QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=middle)
        qtbot.waitUntil(lambda: context(started).lens.day is not None)
        QTest.mouseMove(slider, QPoint(slider.width() - 2, middle.y()))
        QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(slider.width() - 2, middle.y()))
        qtbot.waitUntil(lambda: context(started).lens.day is None)

    def test_home_on_the_slider_is_today(self, started: Application, qtbot: QtBot) -> None:
        context(started).lens.turn(Seen(Sight.KNOWN_ON, NOVEMBER))
        slider = part(started, DaySlider, "knownOnSlider")
        slider.setFocus()
        QTest.keyClick(slider, Key.Key_Left)
        qtbot.waitUntil(lambda: context(started).lens.day != NOVEMBER)
        QTest.keyClick(slider, Key.Key_Home)
        qtbot.waitUntil(lambda: context(started).lens.seen == NOW)

    def test_arrows_in_the_field_step(self, started: Application) -> None:
        type_day(started, "6 nov 2025")
        QTest.keyClick(part(started, DayField, "knownOnDay"), Key.Key_Down)
        day = context(started).lens.day
        assert day is not None
        assert day < NOVEMBER

    def test_escape_leaves_the_strip_to_the_page(self, started: Application) -> None:
        press(started, "Ctrl+Alt+K")
        QTest.keyClick(part(started, DayField, "knownOnDay"), Key.Key_Escape)
        assert strip(started).isHidden()
        assert started.window.focusWidget() is not part(started, DayField, "knownOnDay")

    def test_the_other_sight_is_by_the_day_of_recording(self, started: Application) -> None:
        context(started).lens.turn(Seen(Sight.KNOWN_ON, NOVEMBER))
        strip(started).sight.choose(Sight.AS_STOOD.value)
        assert context(started).lens.seen == Seen(Sight.AS_STOOD, NOVEMBER)
        assert list(context(started).view.every(Figure)) == []


class TestSayingSo:
    def test_everywhere_at_once(self, started: Application, qtbot: QtBot) -> None:
        press(started, "Alt+PgUp")
        context(started).lens.turn(Seen(Sight.KNOWN_ON, NOVEMBER))
        assert not strip(started).isHidden()
        assert part(started, DayField, "knownOnDay").text() == "6 Nov 2025"
        assert says(started, "knownOnWords").startswith("Later publications are not shown")
        assert started.window.windowTitle() == "example.evenhand — Known on 6 Nov 2025 — Evenhand"
        assert says(started, "statusSeen") == "Known on 6 Nov 2025"
        assert started.window.top_bar.known_on.text() == "Known on 6 Nov 2025"
        assert says(started, "overviewBasis").startswith("As known on 6 Nov 2025")
        assert "Balance: +37" in says(started, "overviewBasis")
        press(started, "Alt+Home")
        assert strip(started).isHidden()
        assert says(started, "statusSeen") == ""
        assert started.window.top_bar.known_on.text() == "Known on: today"

    def test_the_sidebar_counts_what_is_seen(self, started: Application, qtbot: QtBot) -> None:
        everything = len(list(context(started).workspace.every(Figure)))
        context(started).lens.turn(Seen(Sight.KNOWN_ON, NOVEMBER))
        known = len(list(context(started).view.every(Figure)))
        assert known < everything
        qtbot.waitUntil(lambda: str(known) in spoken(started, "figures"))

    def test_a_figure_that_the_lens_hides_is_told_of(self, started: Application) -> None:
        context(started).lens.turn(Seen(Sight.KNOWN_ON, NOVEMBER))
        workspace = context(started).workspace
        figure = Figure(measure="RET", published=on_day(date(2026, 1, 1)))
        with workspace.change("record figure") as work:
            work.put(figure)
        context(started).notices.tell("Added")
        assert told(started) == "Added Not shown now: known on 6 Nov 2025."

    def test_undo_of_what_is_hidden_goes_back_to_today(self, started: Application) -> None:
        workspace = context(started).workspace
        late = next(f for f in workspace.every(Figure) if f.published.edtf == "2026-01-27")
        with workspace.change("delete figure") as work:
            work.remove(late)
        context(started).lens.turn(Seen(Sight.KNOWN_ON, NOVEMBER))
        press(started, "Ctrl+Z")
        assert context(started).lens.seen == NOW
        assert "Shown as known today." in told(started)

    def test_what_is_changed_through_the_lens_keeps_what_it_hides(self, started: Application) -> None:
        workspace, view = context(started).workspace, context(started).view
        context(started).lens.turn(Seen(Sight.KNOWN_ON, NOVEMBER))
        changed = [(seen, workspace.get(Event, seen.id)) for seen in view.every(Event)]
        seen, newest = next(pair for pair in changed if pair[0] != pair[1])
        assert context(started).for_change(seen) is newest
        context(started).lens.turn(Seen(Sight.AS_STOOD, NOVEMBER))
        assert context(started).for_change(seen) is seen


class TestWhatChanged:
    def test_the_report_leads_to_the_figure(self, started: Application) -> None:
        context(started).lens.turn(Seen(Sight.KNOWN_ON, NOVEMBER))
        press(started, "Ctrl+Shift+K")
        dialog = part(started, ChangesDialog, "changesDialog")
        assert "Returned to France\t94 → > 900" in dialog.text
        dialog.table.setFocus()
        QTest.keyClick(dialog.table, Key.Key_Return)
        assert context(started).lens.seen == NOW
        assert started.window.stack.currentWidget().objectName() == "figuresPage"

    def test_other_days_are_typed(self, started: Application) -> None:
        press(started, "Ctrl+Shift+K")
        dialog = part(started, ChangesDialog, "changesDialog")
        dialog.since.setText("1 nov 2025")
        dialog.until.setText("6 nov 2025")
        dialog.since.editingFinished.emit()
        assert "Balance\t+24 → +37" in dialog.text
        dialog.until.setText("1 oct 2025")
        dialog.until.editingFinished.emit()
        assert "Balance\t+24 → +37" in dialog.text
        dialog.reject()


def spoken(started: Application, name: str) -> str:
    rows = started.window.sidebar
    role = int(Qt.ItemDataRole.AccessibleTextRole)
    texts = [str(rows.item(row).data(role)) for row in range(rows.count())]
    return next(text for text in texts if text.lower().startswith(name))


def test_an_empty_workspace_has_no_days_to_step_through(qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "empty.evenhand"
    Workspace.create(path).close()
    with running(qtbot, tmp_path, path) as started:
        press(started, "Alt+PgUp")
        assert context(started).lens.seen == NOW
        press(started, "Ctrl+Alt+K")
        assert not part(started, DaySlider, "knownOnSlider").isEnabled()
