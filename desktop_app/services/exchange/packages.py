"""Writes a data package: every table as CSV, their description, and the kept files, in one archive."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

from desktop_app.domain.attachments import Attachment
from desktop_app.domain.views import View
from desktop_app.services.exchange import csv_tables, package_schema
from desktop_app.services.exchange.columns import Table
from desktop_app.services.exchange.wishes import Content, Facts, Watch

FILES = "files/"
"""The folder of the kept files, each under its SHA-256."""
_MADE = (1980, 1, 1, 0, 0, 0)
"""Archives carry the moment of each member in local time; ours says when it was made in its description."""


def write(
    draft: Path, wanted: tuple[Table, ...], view: View, facts: Facts, watch: Watch, content: Content | None
) -> dict[str, int]:
    """Write the archive; answers how many records of each table."""
    counts: dict[str, int] = {}
    with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive:
        for table in wanted:
            with (
                archive.open(_member(f"{table.name}.csv"), "w", force_zip64=True) as raw,
                io.TextIOWrapper(raw, encoding="utf-8", newline="") as stream,
            ):
                counts[table.name] = csv_tables.write(stream, table, view, watch)
        described = package_schema.descriptor(wanted, view, facts, counts)
        text = json.dumps(described, ensure_ascii=False, indent=1)
        archive.writestr(_member(package_schema.NAME), text.encode())
        if content is not None and any(table.kind is Attachment for table in wanted):
            _write_files(archive, view, content)
    return counts


def _write_files(archive: zipfile.ZipFile, view: View, content: Callable[[str], bytes | None]) -> None:
    for sha256 in dict.fromkeys(attachment.sha256 for attachment in view.every(Attachment)):
        body = content(sha256)
        if body is not None:
            archive.writestr(_member(f"{FILES}{sha256}"), body)


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _MADE)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = 0o644 << 16
    return member
