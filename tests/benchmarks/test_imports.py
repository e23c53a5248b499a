"""What the floors below the window cost to load, beside a Python that loads nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

pytestmark = pytest.mark.benchmark


def test_domain_to_nothing(
    compare: Callable[..., float], fresh_python: Callable[[str], Callable[[], object]]
) -> None:
    records = "import desktop_app.domain.figures, desktop_app.domain.cases, desktop_app.domain.views"
    compare(fresh_python(records), fresh_python("import dataclasses, enum, decimal, datetime, re"), at_most=3)
