"""The import wizard: what is asked, what is passed by, what is shown of each row, and what is added."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop_app.domain.figures import Figure
from desktop_app.services.tabular import reading
from desktop_app.services.tabular.books import Book, Sheet
from desktop_app.services.workspace import Workspace
from desktop_app.ui.context import Context
from desktop_app.ui.imports import report_file
from desktop_app.ui.imports.adding import Added
from desktop_app.ui.imports.rows_model import STATE
from desktop_app.ui.imports.wizard import ADD, COLUMNS, FILE, ROWS, SHEET, ImportWizard
from tests.ui.pages import context_for

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier

PLAIN = "Date,Arrivals,Source\n2025-11-08,349,Home Office\n2025-11-09,12,Home Office\n"
OPEN = "Date,Arrivals\n3/4/2025,10\n5/6/2025,20\n7/8/2025,30\n"


@pytest.fixture
def context(qtbot: QtBot, tmp_path: Path) -> Iterator[Context]:
    path = tmp_path / "new.evenhand"
    Workspace.create(path).close()
    with Workspace.open(path) as workspace:
        context = context_for(workspace, tmp_path)
        yield context
        context.bridge.close()


def opened(qtbot: QtBot, context: Context, text: str, folder: Path, name: str = "rows.csv") -> ImportWizard:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    wizard = ImportWizard(context, reading.read(path), path=path)
    return shown(qtbot, wizard)


def shown(qtbot: QtBot, wizard: ImportWizard) -> ImportWizard:
    wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(wizard)
    wizard.show()
    return wizard


def at(qtbot: QtBot, wizard: ImportWizard, step: int) -> None:
    qtbot.waitUntil(lambda: wizard.step == step and wizard.is_at_rest, timeout=10_000)


def states(wizard: ImportWizard) -> list[str]:
    model = wizard.rows.model
    return [str(model.data(model.index(row, STATE))) for row in range(model.rowCount())]


def test_a_plain_table_goes_to_its_columns_at_once_and_is_added_by_two_keys(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    wizard = opened(qtbot, context, PLAIN, tmp_path)
    at(qtbot, wizard, COLUMNS)
    assert wizard.trail.step == "Step 3 of 5: Columns"
    QTest.keyClick(wizard, KEY.Key_Return)
    at(qtbot, wizard, ROWS)
    assert states(wizard) == ["New", "New"]
    assert context.workspace.count(Figure) == 0
    assert wizard.next.text() == "&Add 2 figures"
    with qtbot.waitSignal(wizard.added, timeout=10_000) as heard:
        QTest.keyClick(wizard.rows.table, KEY.Key_Return, CONTROL)
    added: Added = heard.args[0]
    assert added.report.added == 2
    context.workspace.follow()
    assert [str(figure.amount) for figure in context.workspace.every(Figure)] == ["349", "12"]
    context.workspace.undo()
    assert context.workspace.count(Figure) == 0


def test_what_the_column_does_not_tell_is_asked_with_its_own_cells(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    wizard = opened(qtbot, context, OPEN, tmp_path)
    at(qtbot, wizard, COLUMNS)
    row = wizard.columns.rows[0]
    assert wizard.focusWidget() is row.order
    assert "3/4/2025 · 5/6/2025 · 7/8/2025" in row.fields["order"].echo
    QTest.keyClick(row.order, KEY.Key_Return)
    assert wizard.step == COLUMNS
    asked = "Choose. 3/4/2025 · 5/6/2025 · 7/8/2025: nothing in the column tells"
    assert row.order.accessibleDescription() == asked
    QTest.keyClick(row.order, KEY.Key_Down)
    assert row.order.currentText() == "Day first: 3 Apr 2025"
    QTest.keyClick(row.order, KEY.Key_Return)
    at(qtbot, wizard, ROWS)
    plan = wizard.draft.plan
    assert plan is not None
    figure = plan[0].figure
    assert figure is not None
    assert str(figure.period) == "2025-04-03"


MIXED = (
    "Date,Arrivals,Source\n"
    "2025-11-08,349,Home Office\n2025-11-08,349,Home Office\nTotal,698,\nnever,12,Home Office\n"
)


def test_a_filter_by_state_leaves_the_ticks_alone(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    wizard = opened(qtbot, context, MIXED, tmp_path)
    at(qtbot, wizard, COLUMNS)
    wizard.go_on()
    at(qtbot, wizard, ROWS)
    rows = wizard.rows
    assert states(wizard)[:2] == ["New", "Known already: row 2 says it"]
    assert rows.model.count == 1
    QTest.keyClick(rows.show_only, KEY.Key_End)
    assert states(wizard) != []
    assert rows.model.rowCount() < 4
    assert rows.model.count == 1


def test_what_is_known_can_be_ticked_and_what_states_nothing_cannot(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    wizard = opened(qtbot, context, MIXED, tmp_path)
    at(qtbot, wizard, COLUMNS)
    wizard.go_on()
    at(qtbot, wizard, ROWS)
    rows = wizard.rows
    rows.table.choose(1)
    QTest.keyClick(rows.table, KEY.Key_Space)
    assert rows.model.count == 2
    rows.table.choose(2)
    QTest.keyClick(rows.table, KEY.Key_Space)
    assert rows.model.count == 2
    assert "A total of other rows" in rows.details.toPlainText()
    QTest.mouseClick(rows.untick_all, Qt.MouseButton.LeftButton)
    assert not wizard.next.isEnabled()
    QTest.keyClick(rows.table, KEY.Key_Return, CONTROL)
    assert wizard.step == ROWS


def test_the_file_is_read_anew_as_its_encoding_and_separator_are_chosen(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    path = tmp_path / "accents.csv"
    path.write_bytes(
        "Date;Arrivals;Source\n2025-11-08;349;Le Monde d\N{LATIN SMALL LETTER E WITH ACUTE}j\n".encode(
            "cp1252"
        )
    )
    wizard = shown(qtbot, ImportWizard(context, reading.read(path), path=path))
    assert wizard.step == FILE
    assert wizard.file.encoding.choice == "cp1252"
    assert wizard.file.separator.choice == ";"
    QTest.keyClick(wizard.file.separator, KEY.Key_Home)
    at(qtbot, wizard, FILE)
    model = wizard.file.preview.model()
    assert model.columnCount() == 2
    QTest.keyClick(wizard.file.separator, KEY.Key_Down)
    qtbot.waitUntil(lambda: wizard.is_at_rest and wizard.file.preview.model().columnCount() == 4)


def test_going_back_and_choosing_another_row_of_titles_lays_out_anew(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    wizard = opened(qtbot, context, "Some words,\n" + PLAIN, tmp_path)
    at(qtbot, wizard, COLUMNS)
    assert wizard.columns.titles.currentText().startswith("Row 2")
    QTest.keyClick(wizard.columns.titles, KEY.Key_End)
    at(qtbot, wizard, COLUMNS)
    assert [row.columns[0].title for row in wizard.columns.rows] == ["A", "B", "C"]
    wizard.go_back()
    assert wizard.step == FILE


def test_what_a_column_counts_must_be_chosen_and_the_field_says_so(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    wizard = opened(qtbot, context, "Date,Number\n2025-11-08,349\n", tmp_path)
    at(qtbot, wizard, COLUMNS)
    row = wizard.columns.rows[1]
    assert wizard.focusWidget() is row.measure
    wizard.go_on()
    assert wizard.step == COLUMNS
    assert row.measure.accessibleDescription() == "Choose what is counted"
    QTest.keyClick(row.measure, KEY.Key_Down)
    wizard.go_on()
    at(qtbot, wizard, ROWS)
    assert wizard.rows.model.count == 1


def test_a_report_of_what_was_not_added_is_written(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    wizard = opened(qtbot, context, MIXED, tmp_path)
    at(qtbot, wizard, COLUMNS)
    wizard.go_on()
    at(qtbot, wizard, ROWS)
    with qtbot.waitSignal(wizard.added, timeout=10_000) as heard:
        wizard.go_on()
    assert wizard.step == ADD
    out = tmp_path / "report.csv"
    report_file.write(context, heard.args[0], out)
    lines = out.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == "Row,What became of it,State,Column,Cells"
    assert lines[1] == "3,Not added,Known already: row 2 says it,,2025-11-08,349,Home Office"
    assert len(lines) == 4


def test_sheets_are_listed_with_the_hidden_ones_marked(
    qtbot: QtBot, context: Context, tmp_path: Path
) -> None:
    rows = [["Date", "Arrivals"], ["2025-11-08", "349"]]
    book = Book("book.xlsx", (Sheet("Data", rows), Sheet("Old", rows[:1], hidden=True)))
    wizard = shown(qtbot, ImportWizard(context, book, path=tmp_path / "book.xlsx"))
    assert wizard.step == SHEET
    words = [wizard.sheet.sheets.item(place).text() for place in range(2)]
    assert words == ["Data (2 rows)", "Old (hidden, 1 row)"]
