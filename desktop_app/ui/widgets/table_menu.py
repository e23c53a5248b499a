"""The menus of a table: what can be done with a row, how rows are ordered, which columns are shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from desktop_app.words.translate import _

if TYPE_CHECKING:
    from desktop_app.ui.widgets.table import RecordTableView


def row_menu(view: RecordTableView) -> QMenu:
    """What the page adds for the current record, then copying, sorting and columns."""
    menu = _menu(view)
    record = view.current_record()
    if record is not None:
        view.menuRequested.emit(menu, record)
        if not menu.isEmpty():
            menu.addSeparator()
        menu.addAction(_("Copy"), QKeySequence(QKeySequence.StandardKey.Copy), view.copy)
        menu.addSeparator()
    _add_arranging(menu, view)
    return menu


def header_menu(view: RecordTableView) -> QMenu:
    """Sorting and columns."""
    menu = _menu(view)
    _add_arranging(menu, view)
    return menu


def _menu(view: RecordTableView) -> QMenu:
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def _add_arranging(menu: QMenu, view: RecordTableView) -> None:
    # A table whose order is another's, as that of a drawing beside it, cannot be sorted by itself.
    sorting = menu.addMenu(_("Sort by")) if view.isSortingEnabled() else None
    choosing = menu.addMenu(_("Columns"))
    header = view.horizontalHeader()
    for place, column in enumerate(view.records.columns):
        by_this = header.sortIndicatorSection() == place
        descending = by_this and header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
        if sorting is not None:
            action = sorting.addAction(column.title)
            action.setCheckable(True)
            action.setChecked(by_this)
            action.triggered.connect(partial(_sort, view, column.key, descending))
        action = choosing.addAction(column.title)
        action.setCheckable(True)
        action.setChecked(not view.isColumnHidden(place))
        action.toggled.connect(partial(view.show_column, column.key))


def _sort(view: RecordTableView, key: str, descending: bool) -> None:
    view.sort_by(key, descending=descending)
