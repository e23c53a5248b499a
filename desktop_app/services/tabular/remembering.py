"""Remembers what was chosen for a layout, so that the next file with the same titles needs no questions."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from desktop_app.domain.figures import Status
from desktop_app.domain.measures import Basis
from desktop_app.services.tabular.evidence import DateOrder, NumberStyle, Why
from desktop_app.services.tabular.layouts import Column, Constants, Layout
from desktop_app.services.tabular.targets import Target


def remembered(layout: Layout) -> str:
    """The choices of a layout as a line of JSON, to be kept under its `signature`."""
    constants = layout.constants
    plain: dict[str, Any] = {
        "columns": {str(column.index): column.target or "" for column in layout.columns},
        "measures": {str(column.index): column.measure for column in layout.columns if column.measure},
        "orders": {
            str(column.index): column.date_order.order
            for column in layout.columns
            if column.date_order.why is Why.CHOSEN
        },
        "decimals": {
            str(column.index): column.number_style.decimals
            for column in layout.columns
            if column.number_style.why is Why.CHOSEN
        },
        "named": [list(pair) for pair in layout.named],
        "measure": constants.measure,
        "basis": constants.basis or "",
        "since": constants.since,
        "source": constants.source,
        "speaker": constants.speaker,
        "status": constants.status.value,
    }
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def recalled(layout: Layout, text: str) -> Layout:
    """The layout with the choices that `remembered` wrote; as it is where they cannot be read."""
    try:
        plain = json.loads(text)
        columns = tuple(_recalled_column(column, plain) for column in layout.columns)
        named = tuple((str(name), str(code)) for name, code in plain["named"])
        constants = Constants(
            measure=str(plain["measure"]),
            basis=Basis(plain["basis"]) if plain["basis"] else None,
            since=str(plain["since"]),
            source=str(plain["source"]),
            speaker=str(plain["speaker"]),
            status=Status(plain["status"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return layout
    return replace(layout, columns=columns, constants=constants, named=named)


def _recalled_column(column: Column, plain: dict[str, Any]) -> Column:
    key = str(column.index)
    target = plain["columns"].get(key)
    if target is None:
        return column
    column = replace(
        column, target=Target(target) if target else None, measure=str(plain["measures"].get(key, ""))
    )
    order, decimals = plain["orders"].get(key), plain["decimals"].get(key)
    if order in ("dmy", "mdy"):
        column = replace(column, date_order=DateOrder(order, Why.CHOSEN))
    if decimals in (".", ","):
        column = replace(column, number_style=NumberStyle(decimals, Why.CHOSEN))
    return column
