"""A table's columns as one line of settings: which are shown, how wide, in which order, sorted by what."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from desktop_app.ui.widgets.table import RecordTableView


def described(view: RecordTableView) -> str:
    """The arrangement of the view's columns, as JSON."""
    header = view.horizontalHeader()
    columns = {
        column.key: {
            "place": header.visualIndex(place),
            "width": header.sectionSize(place) if _is_chosen(view, place) else None,
            "hidden": view.isColumnHidden(place),
        }
        for place, column in enumerate(view.records.columns)
    }
    section = header.sortIndicatorSection()
    by = view.records.columns[section].key if 0 <= section < len(view.records.columns) else ""
    descending = header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
    return json.dumps({"columns": columns, "sort": by, "descending": descending})


def _is_chosen(view: RecordTableView, place: int) -> bool:
    stretches = view.records.columns[place].stretch
    return view.widths.are_chosen and not stretches and not view.isColumnHidden(place)


def restore(view: RecordTableView, text: str) -> None:
    """Arrange the view's columns as described; what cannot be read leaves them as they are."""
    try:
        state = json.loads(text)
        wanted = {key: _Arrangement(**value) for key, value in state["columns"].items()}
        by, descending = str(state["sort"]), bool(state["descending"])
    except (ValueError, TypeError, KeyError, AttributeError):
        return
    header = view.horizontalHeader()
    known = {key: each for key, each in wanted.items() if view.records.column_index(key) >= 0}
    for place, key in enumerate(sorted(known, key=lambda key: known[key].place)):
        header.moveSection(header.visualIndex(view.records.column_index(key)), place)
    for key, each in known.items():
        place = view.records.column_index(key)
        view.widths.hide(place, hidden=each.hidden)
        if each.width is not None:
            view.setColumnWidth(place, each.width)
    view.widths.fit()
    if by in known:
        view.sort_by(by, descending=descending)


class _Arrangement:
    def __init__(self, place: Any, width: Any, hidden: Any) -> None:
        self.place = int(place)
        self.width = None if width is None else int(width)
        self.hidden = bool(hidden)
