from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.domain.amounts import Amount
from desktop_app.domain.figures import Figure, Rank
from desktop_app.domain.measures import DET, RET
from desktop_app.domain.sources import Citation, Source
from desktop_app.services.workspace import Workspace
from desktop_app.ui.figures.narrowing import ATTENTION
from desktop_app.ui.figures.reason_dialog import ReasonDialog
from desktop_app.ui.history.dialog import HistoryDialog
from desktop_app.ui.places import DRAWN, Place
from tests.domain.ledgers import figure
from tests.ui.figures.conftest import ITV, Desk

CONTROL = Qt.KeyboardModifier.ControlModifier


def cells(desk: Desk, figure_id: str) -> dict[str, str]:
    model = desk.page.table.records
    record = model.record_at(model.row_of(figure_id))
    return {column.key: column.plain(record) for column in model.columns}


def editor_at(qtbot: QtBot, desk: Desk, figure_id: str, key: str) -> QLineEdit:
    """Opens the editor of a cell as F2 does."""
    table = desk.page.table
    table.setFocus()
    index = table.records.index(table.records.row_of(figure_id), table.records.column_index(key))
    table.setCurrentIndex(index)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    # An earlier editor may still wait to be deleted.
    return table.viewport().findChildren(QLineEdit)[-1]


def edit(qtbot: QtBot, desk: Desk, figure_id: str, key: str, text: str) -> None:
    editor = editor_at(qtbot, desk, figure_id, key)
    editor.selectAll()
    qtbot.keyClicks(editor, text)
    with qtbot.waitSignal(desk.page.table.editCommitted):
        qtbot.keyClick(editor, Qt.Key.Key_Return)


def kept(desk: Desk, figure_id: str) -> Figure:
    found = desk.workspace.get(Figure, figure_id)
    assert found is not None
    return found


def test_rows_say_date_measure_counting_value_source_grade_and_status(desk: Desk) -> None:
    assert desk.shown() == ["arr", "arr-day", "adm-57", "ret-75"]
    shown = cells(desk, "arr")
    assert [shown[key] for key in ("date", "measure", "counted", "value", "source", "grade", "status")] == [
        "9 Nov 2025", "Arrived by small boat", "year so far", "38,726", "ITV News", "B6", "● Normal",
    ]  # fmt: skip
    assert cells(desk, "arr-day")["counted"] == "on the day"
    assert cells(desk, "ret-75")["counted"] == "since start"


def test_the_status_and_the_search_count_what_is_shown(qtbot: QtBot, desk: Desk) -> None:
    assert desk.page.status == "4 of 4 shown"
    desk.page.find_text()
    qtbot.keyClicks(desk.page.search.field, "small boat")
    assert desk.page.status == "2 of 4 shown"
    assert desk.page.search.count.text() == "2 of 4"
    qtbot.keyClick(desk.page.search.field, Qt.Key.Key_Escape)
    assert desk.page.status == "4 of 4 shown"


def test_escape_in_the_table_shows_all_figures_again(qtbot: QtBot, desk: Desk) -> None:
    desk.page.go(Place("figures", filter="RET"))
    desk.page.search.set_text("nothing like it")
    desk.page.table.setFocus()
    assert desk.page.table.empty_text() == "No figure matches “nothing like it”. Clear search (Esc)."
    qtbot.keyClick(desk.page.table, Qt.Key.Key_Escape)
    assert len(desk.shown()) == 4
    assert desk.page.search.text() == ""


def test_the_table_narrows_to_a_measure_and_to_what_needs_a_look(desk: Desk) -> None:
    with desk.workspace.change("record figure") as work:
        work.put(figure(RET, "57", "2025-10-31", ITV, id="rival"))
        work.put(figure(DET, "5", "2025-10-31", ITV, id="quiet"))
    assert "rival value 75" in cells(desk, "rival")["check"]
    assert "rival value 57" in cells(desk, "ret-75")["check"]
    desk.page.attention.click()
    assert "rival" in desk.shown()
    assert "quiet" not in desk.shown()
    assert desk.page.attention.text() == f"Needs attention {len(desk.shown())}"
    desk.page.attention.click()
    desk.page.go(Place("figures", filter="RET"))
    assert set(desk.shown()) == {"rival", "ret-75"}
    assert desk.page.measures.text() == "Measure: Returned to France"
    desk.page.go(Place("figures", filter=ATTENTION))
    assert desk.page.attention.isChecked()
    assert desk.page.measures.text() == "Measure: all"


@pytest.mark.parametrize("typed", ["anadolu", "sent back for 2nd time", "38726"])
def test_a_figure_is_found_by_each_of_its_sources_and_by_its_bare_digits(desk: Desk, typed: str) -> None:
    anadolu = Source(id="wire", publisher="Anadolu Ajansı", title="Migrant sent back for 2nd time")
    both = replace(kept(desk, "arr"), citations=(Citation(ITV.id), Citation(anadolu.id)))
    with desk.workspace.change("link source") as work:
        work.put_all([anadolu, both])
    desk.page.search.set_text(typed)
    assert desk.shown() == ["arr"]


def test_a_place_chooses_its_figure_even_where_a_filter_hides_it(desk: Desk) -> None:
    desk.page.search.set_text("admitted")
    desk.page.go(Place("figures", record="arr"))
    assert desk.page.table.current_record().id == "arr"
    assert desk.page.search.text() == ""


def test_the_add_wish_puts_the_keyboard_into_the_line(desk: Desk) -> None:
    desk.page.table.setFocus()
    desk.page.go(Place("figures", wish="add"))
    assert desk.page.window().focusWidget() is desk.page.entry.line


def test_a_value_is_edited_in_place_and_undone(qtbot: QtBot, desk: Desk) -> None:
    edit(qtbot, desk, "ret-75", "value", "more than 70")
    assert str(kept(desk, "ret-75").amount) == ">70"
    assert kept(desk, "ret-75").amount_words == "more than 70"
    assert cells(desk, "ret-75")["value"] == "> 70"
    assert desk.page.table.current_record().id == "ret-75"
    desk.workspace.undo()
    assert cells(desk, "ret-75")["value"] == "75"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1.2k", "Not changed. Write the number in full: k hides how far it was rounded"),
        ("94 of 100 or so", "Not changed. Write the number alone: 94, about 350, more than 1,700"),
    ],
)
def test_a_text_that_cannot_be_kept_changes_nothing_and_says_why(
    qtbot: QtBot, desk: Desk, text: str, said: str
) -> None:
    before, revision = kept(desk, "ret-75"), desk.workspace.revision
    edit(qtbot, desk, "ret-75", "value", text)
    assert kept(desk, "ret-75") == before
    assert desk.workspace.revision == revision
    assert desk.told.told == [said]


def test_a_date_that_cannot_be_read_is_kept_as_written(qtbot: QtBot, desk: Desk) -> None:
    edit(qtbot, desk, "ret-75", "date", "around michaelmas")
    assert (kept(desk, "ret-75").period_words, kept(desk, "ret-75").period.is_dated) == (
        "around michaelmas",
        False,
    )
    assert desk.told.told == ["Saved as written. Kept as written; not on charts until dated"]
    assert cells(desk, "ret-75")["date"] == "around michaelmas"
    assert "undated" in cells(desk, "ret-75")["check"]


def test_editing_the_sorted_column_keeps_the_figure_chosen(qtbot: QtBot, desk: Desk) -> None:
    edit(qtbot, desk, "arr", "date", "1 jan 2018")
    assert desk.shown()[-1] == "arr"
    assert desk.page.table.current_record().id == "arr"


def test_a_source_is_changed_by_name_and_a_new_one_made(qtbot: QtBot, desk: Desk) -> None:
    edit(qtbot, desk, "ret-75", "source", "anadolu")
    assert kept(desk, "ret-75").citations[0].source == "anadolu"
    edit(qtbot, desk, "ret-75", "source", "Le Figaro")
    source = desk.workspace.get(Source, kept(desk, "ret-75").citations[0].source)
    assert source is not None
    assert source.publisher == "Le Figaro"
    desk.workspace.undo()
    assert desk.workspace.get(Source, source.id) is None


def test_a_source_is_not_emptied(qtbot: QtBot, desk: Desk) -> None:
    edit(qtbot, desk, "ret-75", "source", " ")
    assert kept(desk, "ret-75").citations[0].source == "itv"
    assert desk.told.told == ["Not changed. Type the name of a source"]


def test_escape_leaves_the_cell_as_it_was(qtbot: QtBot, desk: Desk) -> None:
    editor = editor_at(qtbot, desk, "ret-75", "value")
    qtbot.keyClicks(editor, "999")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert kept(desk, "ret-75").amount == Amount.exactly(75)


def test_delete_takes_the_chosen_rows_in_one_step_that_undo_brings_back(qtbot: QtBot, desk: Desk) -> None:
    table = desk.page.table
    table.setFocus()
    table.selectAll()
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert desk.figures() == []
    assert desk.told.told == ["Deleted 4 figures"]
    assert desk.page.status == "0 of 0 shown"
    desk.workspace.undo()
    assert desk.shown() == ["arr", "arr-day", "adm-57", "ret-75"]


def test_rows_are_copied_with_their_titles(qtbot: QtBot, desk: Desk) -> None:
    desk.page.table.select("ret-75")
    qtbot.keyClick(desk.page.table, Qt.Key.Key_C, CONTROL)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:4] == ["Date", "Measure", "Counted", "Value"]
    assert lines[1].split("\t")[:5] == ["31 Oct 2025", "Returned to France", "since start", "75", "ITV News"]


def test_tab_leaves_the_table(qtbot: QtBot, desk: Desk) -> None:
    desk.page.table.setFocus()
    qtbot.keyClick(desk.page.table, Qt.Key.Key_Tab)
    assert desk.page.window().focusWidget() is not desk.page.table


def test_space_shows_and_hides_what_stands_behind_the_figure(qtbot: QtBot, desk: Desk) -> None:
    table = desk.page.table
    table.setFocus()
    table.select("ret-75")
    assert desk.page.inspector.isVisible()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert not desk.page.inspector.isVisible()
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert desk.page.inspector.isVisible()


def inspected(desk: Desk) -> list[str]:
    from PySide6.QtWidgets import QAbstractButton, QLabel

    page = desk.page.inspector.widget()
    said = [label.text() for label in page.findChildren(QLabel)]
    return said + [button.text() for button in page.findChildren(QAbstractButton)]


def test_the_inspector_tells_words_source_other_readings_and_history(desk: Desk) -> None:
    with desk.workspace.change("edit figure") as work:
        work.put(replace(kept(desk, "ret-75"), amount_words="just 75", note="From the headline."))
    with desk.workspace.change("record figure") as work:
        work.put(figure(RET, "57", "2025-11-01", ITV, id="near"))
    desk.page.table.select("ret-75")
    said = inspected(desk)
    for words in (
        "75",
        "Returned to France",
        "Running total, as at 31 Oct 2025",
        "Written as: “just 75”",
        "ITV News",
        "57, 1 Nov 2025",
        "From the headline.",
    ):
        assert words in said
    assert any(line.endswith("mk: entered") for line in said)
    assert any("value as written none → just 75; note none → From the headline." in line for line in said)


def test_the_inspector_counts_when_several_are_chosen(desk: Desk) -> None:
    desk.page.table.selectAll()
    assert "4 figures chosen" in inspected(desk)
    assert "Arrived by small boat: 2" in inspected(desk)


def test_history_and_chart_of_the_current_figure(desk: Desk) -> None:
    desk.page.table.select("ret-75")
    desk.page.show_history()
    dialog = desk.page.window().findChild(HistoryDialog)
    assert dialog is not None
    assert dialog.table.current_record().words == "the whole record"
    dialog.close()
    desk.page.show_on_chart()
    assert desk.went[-1] == Place("charts", record="ret-75", wish=DRAWN)


def test_a_figure_is_deprecated_with_a_reason_and_shown_so(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: ReasonDialog) -> int:
        assert not dialog.keep.isEnabled()
        qtbot.keyClicks(dialog.field, "an older total")
        assert dialog.keep.isEnabled()
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(ReasonDialog, "exec", answer)
    desk.page.table.select("ret-75")
    menu = desk.page.table.row_menu()
    next(action for action in menu.actions() if action.text() == "Deprecate…").trigger()
    menu.close()
    assert (kept(desk, "ret-75").rank, kept(desk, "ret-75").rank_reason) == (
        Rank.DEPRECATED,
        "an older total",
    )
    assert cells(desk, "ret-75")["check"] == "deprecated: an older total"


def test_an_empty_workspace_says_what_a_figure_is_and_how_to_begin(qtbot: QtBot, desk: Desk) -> None:
    with desk.workspace.change("delete figures") as work:
        for each in desk.figures():
            work.remove(each)
    assert not desk.page.table.isVisible()
    qtbot.keyClicks(desk.page.entry.line, "94 returned, 5 nov 2025")
    qtbot.keyClick(desk.page.entry.line, Qt.Key.Key_Return, CONTROL)
    assert desk.page.table.isVisible()
    assert len(desk.shown()) == 1


def test_another_process_s_figure_appears_and_the_choice_stays(desk: Desk, workspace: Workspace) -> None:
    desk.page.table.select("adm-57")
    with workspace.change("record figure") as work:
        work.put(figure(RET, "94", "2025-11-05", ITV, id="new"))
    assert "new" in desk.shown()
    assert desk.page.table.current_record().id == "adm-57"
