"""Tables written in a line or two, read and planned for tests."""

from __future__ import annotations

from datetime import date

from desktop_app.domain.measures import Measure
from desktop_app.services.tabular import guessing, reading, understanding
from desktop_app.services.tabular.layouts import Layout
from desktop_app.services.tabular.targets import MeasureNames
from desktop_app.services.tabular.understanding import Plan
from desktop_app.services.workspace import Workspace

TODAY = date(2026, 11, 23)


def laid_out(workspace: Workspace, text: str) -> Layout:
    """The layout that is guessed of pasted rows."""
    (sheet,) = reading.read_text(text).sheets
    return guessing.guess(sheet, MeasureNames(workspace.every(Measure)), TODAY)


def planned(workspace: Workspace, text: str, layout: Layout | None = None, name: str = "") -> Plan:
    """The plan of pasted rows; as if from a file where a name is given."""
    (sheet,) = reading.read_text(text).sheets
    chosen = laid_out(workspace, text) if layout is None else layout
    return understanding.understand(workspace, sheet, chosen, TODAY, file_name=name)
