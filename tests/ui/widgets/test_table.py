from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QLineEdit, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.table import Chip, ChipKind, Column, RecordTableView


@dataclass(frozen=True)
class Row:
    id: str
    place: str
    count: int


def place(row: Row) -> str:
    return row.place


def count(row: Row) -> int:
    return row.count


def count_words(row: Row) -> str:
    return f"{row.count:,}"


def chips(row: Row) -> tuple[Chip, ...]:
    return (Chip("rival value 57", ChipKind.ATTENTION),) if row.count == 65 else ()


COLUMNS: tuple[Column[Row], ...] = (
    Column("place", "Place", place, edit=place),
    Column("count", "Value", count_words, sort=count, at_end=True),
    Column("check", "Check", chips=chips, stretch=True),
)
ROWS = (Row("a", "Dover", 94), Row("b", "Calais", 65), Row("c", "Étaples", 1_700))


@pytest.fixture
def view(qtbot: QtBot) -> RecordTableView:
    view = RecordTableView(
        COLUMNS,
        name="Figures",
        empty="No figures yet.",
        no_match="No figure matches '{text}'. Clear search (Esc).",
    )
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.show_records(ROWS)
    view.show()
    return view


def order(view: RecordTableView) -> str:
    return "".join(view.records.id_at(row) for row in range(view.records.rowCount()))


def test_the_chosen_record_stays_chosen_through_sorting_filtering_and_editing(view: RecordTableView) -> None:
    view.select("b")
    for step in (
        lambda: view.sort_by("count", descending=True),
        lambda: view.set_filter("cal"),
        lambda: view.set_filter(""),
        lambda: view.show_records([ROWS[0], replace(ROWS[1], count=9_999), ROWS[2]]),
        lambda: view.sort_by("place"),
    ):
        step()
        assert view.current_record().id == "b"
        assert [row.id for row in view.selected_records()] == ["b"]


def test_a_choice_that_is_filtered_away_comes_back_with_the_filter_lifted(
    view: RecordTableView, qtbot: QtBot
) -> None:
    view.select("b")
    with qtbot.waitSignal(view.currentRecordChanged) as told:
        view.set_filter("dover")
    assert told.args == [None]
    assert view.selected_records() == []
    view.set_filter("")
    assert view.current_record().id == "b"


def test_the_page_hears_when_the_current_record_itself_changed(view: RecordTableView, qtbot: QtBot) -> None:
    view.select("a")
    changed = replace(ROWS[0], count=95)
    with qtbot.waitSignal(view.currentRecordChanged) as told:
        view.show_records([changed, *ROWS[1:]])
    assert told.args == [changed]


def test_after_a_deletion_a_neighbour_is_current(view: RecordTableView) -> None:
    view.select("b")
    view.show_records([ROWS[0], ROWS[2]])
    assert view.current_record() in (ROWS[0], ROWS[2])
    assert view.selected_records() == [view.current_record()]


def test_keys_delete_open_and_copy(view: RecordTableView, qtbot: QtBot) -> None:
    view.select("b")
    with qtbot.waitSignal(view.deleteRequested) as told:
        qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert told.args == [[ROWS[1]]]
    with qtbot.waitSignal(view.recordActivated) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args == [ROWS[1]]
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "Place\tValue\tCheck\nCalais\t65\trival value 57\n"
    assert "<th>Place</th>" in data.html()


def test_f2_edits_in_place_and_hands_the_text_on(view: RecordTableView, qtbot: QtBot) -> None:
    view.select("a")
    qtbot.keyClick(view, Qt.Key.Key_F2)
    editor = view.findChild(QLineEdit)
    assert editor is not None
    assert editor.text() == "Dover"
    assert editor.accessibleName() == "Place"
    editor.selectAll()
    qtbot.keyClicks(editor, "Deal")
    with qtbot.waitSignal(view.editCommitted) as told:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert told.args == [ROWS[0], "place", "Deal"]


def test_a_click_on_the_header_sorts_and_a_second_turns_round(view: RecordTableView, qtbot: QtBot) -> None:
    header = view.horizontalHeader()
    where = header.viewport().rect().topLeft()
    where.setX(header.sectionViewportPosition(1) + 20)
    where.setY(5)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)
    first = order(view)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert {first, order(view)} == {"bac", "cab"}


def test_sorting_and_columns_are_in_the_menu_for_the_keyboard(view: RecordTableView) -> None:
    view.select("a")
    menu = view.row_menu()
    sorting, choosing = (action.menu() for action in menu.actions()[-2:])
    sorting.actions()[1].trigger()
    assert order(view) == "bac"
    choosing.actions()[1].trigger()
    assert [column.key for column in view.shown_columns()] == ["place", "check"]
    menu.deleteLater()


def test_the_page_adds_its_own_actions_to_a_row_s_menu(view: RecordTableView, qtbot: QtBot) -> None:
    view.select("a")
    view.menuRequested.connect(add_show_on_chart)
    menu = view.row_menu()
    assert menu.actions()[0].text() == "Show Dover on chart"
    menu.deleteLater()


def add_show_on_chart(menu: object, row: Row) -> None:
    menu.addAction(f"Show {row.place} on chart")  # type: ignore[attr-defined]


def test_the_last_column_cannot_be_hidden(view: RecordTableView) -> None:
    for key in ("place", "count", "check"):
        view.show_column(key, False)
    assert [column.key for column in view.shown_columns()] == ["check"]


def test_columns_and_sorting_come_back_after_a_restart(
    view: RecordTableView, qtbot: QtBot, tmp_path: Path
) -> None:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    view.setColumnWidth(0, 222)
    view.horizontalHeader().moveSection(1, 0)
    view.show_column("check", False)
    view.sort_by("count", descending=True)
    view.save_state(settings, "figures/table")
    later = RecordTableView(COLUMNS, name="Figures")
    qtbot.addWidget(later)
    later.show_records(ROWS)
    later.restore_state(settings, "figures/table")
    assert [column.key for column in later.shown_columns()] == ["count", "place"]
    assert later.columnWidth(0) == 222
    assert order(later) == "cab"


def test_the_keyboard_finds_the_first_record_chosen(view: RecordTableView) -> None:
    view.clearFocus()
    view.selectionModel().clear()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.selected_records() == [ROWS[0]]
    view.select("b")
    view.clearFocus()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.selected_records() == [ROWS[1]]


def test_a_wide_view_gives_its_columns_more_room(view: RecordTableView, qtbot: QtBot) -> None:
    view.resize(300, 300)
    qtbot.waitUntil(lambda: view.viewport().width() < 320)
    narrow = view.columnWidth(0)
    view.resize(1_900, 300)
    qtbot.waitUntil(lambda: view.columnWidth(0) > narrow)
    assert view.columnWidth(0) <= narrow * 1.5
    view.resize(300, 300)
    qtbot.waitUntil(lambda: view.columnWidth(0) <= narrow)


def test_the_column_that_stretches_keeps_room_for_words_and_the_table_scrolls(
    view: RecordTableView, qtbot: QtBot
) -> None:
    bar = view.horizontalScrollBar()
    assert bar.maximum() == 0
    font = view.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    view.setFont(font)
    view.resize(320, 300)
    letter = view.fontMetrics().averageCharWidth()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert view.columnWidth(2) >= letter * 12
    view.resize(1_900, 300)
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    assert sum(view.columnWidth(place) for place in range(3)) == view.viewport().width()


def point_at(view: RecordTableView, column: int) -> str:
    rect = view.visualRect(view.records.index(1, column))
    place = rect.center()
    QToolTip.hideText()
    event = QHelpEvent(QEvent.Type.ToolTip, place, view.viewport().mapToGlobal(place))
    QGuiApplication.sendEvent(view.viewport(), event)
    return str(QToolTip.text()) if QToolTip.isVisible() else ""


def test_a_cell_that_is_cut_says_the_whole_when_pointed_at(view: RecordTableView) -> None:
    assert point_at(view, 2) == ""
    view.resize(240, 300)
    view.horizontalHeader().resizeSection(0, 40)
    view.horizontalScrollBar().setValue(0)
    assert point_at(view, 0) == "Calais"


def test_a_column_dragged_to_a_width_keeps_it(view: RecordTableView, qtbot: QtBot) -> None:
    view.horizontalHeader().resizeSection(0, 77)
    view.show_column("count", False)
    view.show_column("count", True)
    view.resize(1_900, 300)
    qtbot.waitUntil(lambda: view.viewport().width() > 1_500)
    assert view.columnWidth(0) == 77


def test_widths_that_nobody_chose_are_not_remembered(
    view: RecordTableView, qtbot: QtBot, tmp_path: Path
) -> None:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    view.resize(1_900, 300)
    qtbot.waitUntil(lambda: view.viewport().width() > 1_500)
    view.save_state(settings, "figures/table")
    later = RecordTableView(COLUMNS, name="Figures")
    qtbot.addWidget(later)
    before = later.columnWidth(0)
    later.restore_state(settings, "figures/table")
    assert later.columnWidth(0) == before


@pytest.mark.parametrize("saved", ["", "nonsense", "[]", '{"columns": {"place": 3}}', '{"columns": {}}'])
def test_settings_that_cannot_be_read_change_nothing(
    view: RecordTableView, tmp_path: Path, saved: str
) -> None:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue("key", saved)
    view.restore_state(settings, "key")
    assert order(view) == "abc"


def test_an_empty_table_says_what_belongs_there_or_that_nothing_matches(view: RecordTableView) -> None:
    assert view.empty_text() == ""
    view.set_filter("dovr")
    assert view.empty_text() == "No figure matches 'dovr'. Clear search (Esc)."
    view.set_filter("")
    view.show_records([])
    assert view.empty_text() == "No figures yet."


def test_braces_typed_into_the_search_are_harmless(view: RecordTableView) -> None:
    view.set_filter("{0} {x}")
    assert "{0} {x}" in view.empty_text()


def test_tab_leaves_the_table(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    view, after = RecordTableView(COLUMNS, name="Figures"), QLineEdit()
    layout = QVBoxLayout(window)
    layout.addWidget(view)
    layout.addWidget(after)
    view.show_records(ROWS)
    window.show()
    view.setFocus()
    view.select("a")
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert window.focusWidget() is after


def test_a_screen_reader_finds_the_table_s_name_and_rows_are_high_enough(view: RecordTableView) -> None:
    assert QAccessible.queryAccessibleInterface(view).text(QAccessible.Text.Name) == "Figures"
    assert view.rowHeight(0) >= 28
    assert not view.verticalHeader().isVisible()
