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
from desktop_app.services.workspace import Workspace
from desktop_app.ui.context import Context
from desktop_app.ui.imports.adding import Added
from desktop_app.ui.imports.rows_model import STATE
from desktop_app.ui.imports.wizard import COLUMNS, ROWS, ImportWizard
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
    assert row.order.accessibleDescription() == "Choose: nothing in the column tells"
    QTest.keyClick(row.order, KEY.Key_Down)
    assert row.order.currentText() == "Day first: 3 Apr 2025"
    QTest.keyClick(row.order, KEY.Key_Return)
    at(qtbot, wizard, ROWS)
    plan = wizard.draft.plan
    assert plan is not None
    figure = plan[0].figure
    assert figure is not None
    assert str(figure.period) == "2025-04-03"
