"""One line for each record that cites a source."""

from __future__ import annotations

from desktop_app.domain.records import Record
from desktop_app.domain.sources import Source
from desktop_app.domain.views import View
from desktop_app.words import record_lines
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_LONGEST = 46


def words(record: Record, view: View, formats: Formats) -> str:
    """The record in one line; of a source, that it repeats this one."""
    if isinstance(record, Source):
        return _("repeated by {name}").format(name=record.short_name)
    return record_lines.line(record, view, formats)


def short(text: str) -> str:
    """As much of a line as the side panel has room for."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
