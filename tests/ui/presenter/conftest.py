"""What the tests of the presenter share: the page of charts that a talk is given from."""

from __future__ import annotations

from tests.ui.charts.conftest import opened, page

__all__ = ["opened", "page"]
