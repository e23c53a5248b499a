"""Writes a ledger as one JSON document, a record on each line, and reads it back."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, TextIO

from desktop_app.domain.records import KIND_NAMES
from desktop_app.domain.views import View
from desktop_app.services.exchange.columns import Table
from desktop_app.services.exchange.wishes import VERSION, Facts, Watch
from desktop_app.store import codec


def write(
    stream: TextIO, wanted: tuple[Table, ...], view: View, facts: Facts, watch: Watch
) -> dict[str, int]:
    """Write the records of these tables, in order of entry; answers how many of each."""
    counts = {}
    stream.write('{"evenhand": ')
    stream.write(json.dumps(head(facts), ensure_ascii=False))
    stream.write(',\n"records": {')
    for number, table in enumerate(wanted):
        stream.write(",\n" if number else "\n")
        stream.write(f'"{KIND_NAMES[table.kind]}": [')
        count = 0
        for record in watch.over(iter(view.every(table.kind))):
            stream.write(",\n" if count else "\n")
            stream.write(codec.to_json(record))
            count += 1
        stream.write("]")
        counts[table.name] = count
    stream.write("\n}}\n")
    return counts


def head(facts: Facts) -> dict[str, Any]:
    """What a file says of itself, as plain values."""
    return {
        "format": VERSION,
        "program": facts.program,
        "made": facts.made,
        "scheme": facts.scheme,
        "known_on": _day(facts.known_on),
        "stood_on": _day(facts.stood_on),
        "everything": facts.everything,
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
