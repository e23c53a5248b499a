"""What the tables check is checked before, where they are told not to check it again."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import pytest
from sqlalchemy import CheckConstraint

from desktop_app.domain.figures import Figure
from desktop_app.domain.records import RECORD_KINDS, Record
from desktop_app.services.workspace import Workspace
from desktop_app.store import batches, codec
from desktop_app.store.layout import table_name
from desktop_app.store.rows import CHECKED_BY_TABLE
from desktop_app.store.tables import ROW_OF


@pytest.mark.parametrize("kind", [kind for kind in RECORD_KINDS.values() if kind not in CHECKED_BY_TABLE])
def test_every_check_of_a_table_is_one_that_the_codec_makes_sure_of(kind: type[Record]) -> None:
    forms = {form.name: form for form in codec.shape_of(kind).forms}
    table: Any = ROW_OF[kind].metadata.tables[table_name(kind)]
    for check in table.constraints:
        if isinstance(check, CheckConstraint):
            name = str(check.name).removeprefix(f"ck_{table.name}_")
            assert name == "id" or (
                forms[name].accepts == {tuple}
                or all(issubclass(accepted, StrEnum) for accepted in forms[name].accepts)
            )


@pytest.mark.parametrize("id", ["", "x" * 65, "a\0b"])
def test_an_id_that_the_table_would_refuse_is_refused_among_many(id: str) -> None:
    with Workspace.in_memory() as workspace:
        many = [*(Figure(id=f"f{number}") for number in range(batches.LEAST)), Figure(id=id)]
        with pytest.raises(ValueError, match="id"), workspace.change("import figures") as work:
            work.put_all(many)
        assert workspace.count(Figure) == 0
        with pytest.raises(Exception, match="CHECK"), workspace.change("record figure") as work:
            work.put(Figure(id=""))
