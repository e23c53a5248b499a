"""What records name by code or id, looked up in a view."""

from __future__ import annotations

from typing import Final

from desktop_app.domain.events import Event
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import BUILT_IN, Measure
from desktop_app.domain.sources import Source
from desktop_app.domain.views import View

_BUILT_IN: Final = {measure.id: measure for measure in BUILT_IN}


def measure(view: View, code: str) -> Measure:
    """The measure of a code, also where the view has no record of it."""
    return view.get(Measure, code) or _BUILT_IN.get(code) or Measure(code)


def read_in(view: View, record: Figure | Event) -> Source | None:
    """The source that a record was read in: its first citation names it. None where there is none."""
    return view.get(Source, record.citations[0].source) if record.citations else None


def outlet(view: View, record: Figure | Event) -> str:
    """What to call the source that a record was read in; empty where there is none."""
    source = read_in(view, record)
    return "" if source is None else source.short_name
