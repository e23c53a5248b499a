"""Column types that keep the domain's own objects as text that a person can read in any SQLite tool."""

from __future__ import annotations

from typing import Any

from sqlalchemy import String
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from desktop_app.store.codec import Cell, FieldForm


class AsText(TypeDecorator[Any]):
    """A column for one field of a record, written and read by the field's own form.

    An enum is kept by its value, never by its Python name: renaming a member cannot spoil a file.
    """

    impl = String
    cache_ok = True

    def __init__(self, form: FieldForm | None = None) -> None:
        super().__init__()
        self.form = form

    def process_bind_param(self, value: Any, dialect: Dialect) -> Cell:
        """The text for a value."""
        cell: Cell = value if self.form is None or self.form.to_cell is None else self.form.to_cell(value)
        return cell

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """The value for a text."""
        if self.form is None or self.form.from_cell is None:
            return value
        return self.form.from_cell(value)
