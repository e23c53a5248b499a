"""Rows of a table that state nothing."""

from __future__ import annotations

import pytest

from desktop_app.services.tabular.books import Row
from desktop_app.services.tabular.leaving_out import LeftOut, left_out

TITLES = ("date", "value")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ((None, " "), LeftOut.BLANK),
        (("Grand total:", 12), LeftOut.TOTAL),
        (("Provisional until audited", None), LeftOut.REMARK),
        (("DATE", "Value"), LeftOut.TITLES),
        (("2025-11-08", 503), None),
        ((503, None), None),
    ],
)
def test_why_a_row_states_nothing(row: Row, why: LeftOut | None) -> None:
    assert left_out(row, TITLES) is why
