"""Reads Frictionless data packages: a description in JSON, and the tables of text that it names."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any, Final

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services import incoming
from desktop_app.services.spreadsheets.limits import Limits
from desktop_app.services.tabular import texts
from desktop_app.services.tabular.books import Book, Sheet

DESCRIPTOR: Final = "datapackage.json"

_DESCRIPTOR_BYTES: Final = 8_000_000
_TABULAR: Final = (".csv", ".tsv", ".txt", ".tab")
_RATIO: Final = 400
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, KeyError)

_Bytes = Callable[[str], bytes]


def is_package(path: Path) -> bool:
    """Whether a zip archive is a data package, or at least tables of text in one archive."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/")]
    except (*_DAMAGE, OSError):
        return False
    if "[Content_Types].xml" in names or "mimetype" in names:
        return False
    return any(
        PurePosixPath(name).name == DESCRIPTOR or PurePosixPath(name).suffix.lower() in _TABULAR
        for name in names
    )


def read_archive(path: Path, limits: Limits) -> Book:
    """A data package in a zip archive; nothing is unpacked onto the disk."""
    data = incoming.whole(path, limits.file_bytes, RefusalCode.NOT_A_TABLE, RefusalCode.SPREADSHEET_TOO_LARGE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {member.filename: member for member in archive.infolist() if not member.is_dir()}
            if len(members) > limits.members:
                raise Refusal(RefusalCode.SPREADSHEET_TOO_LARGE)
            left = [limits.content_bytes]

            def read(name: str) -> bytes:
                return _member(archive, members[name], left)

            found = next((name for name in members if PurePosixPath(name).name == DESCRIPTOR), None)
            if found is not None:
                folder = str(PurePosixPath(found).parent)
                return _described(path.name, read(found), read, "" if folder == "." else f"{folder}/")
            names = [name for name in members if PurePosixPath(name).suffix.lower() in _TABULAR]
            return _joined(path.name, [(PurePosixPath(name).stem, read(name), "") for name in names])
    except (*_DAMAGE, OSError) as error:
        raise Refusal(RefusalCode.SPREADSHEET_DAMAGED) from error


def read_folder(path: Path, limits: Limits) -> Book:
    """A data package whose description is a file, and whose tables lie beside or below it."""
    described = incoming.whole(path, _DESCRIPTOR_BYTES, RefusalCode.NOT_A_TABLE, RefusalCode.NOT_A_TABLE)

    def read(name: str) -> bytes:
        try:
            beside = (path.parent / name).resolve()
            if not beside.is_relative_to(path.parent.resolve()) or not beside.is_file():
                raise Refusal(RefusalCode.NOT_FOUND, path=name)
        except OSError as error:
            raise Refusal(RefusalCode.DISK_ERROR) from error
        return incoming.whole(
            beside, limits.content_bytes, RefusalCode.NOT_FOUND, RefusalCode.SPREADSHEET_TOO_LARGE
        )

    return _described(path.name, described, read, "")


def _member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: list[int]) -> bytes:
    if member.flag_bits & 0x1:
        raise Refusal(RefusalCode.SPREADSHEET_PROTECTED)
    if member.file_size > left[0] or member.file_size > _RATIO * max(member.compress_size, 1):
        raise Refusal(RefusalCode.SPREADSHEET_TOO_LARGE)
    left[0] -= member.file_size
    return archive.read(member)


def _described(name: str, text: bytes, read: _Bytes, folder: str) -> Book:
    try:
        description = json.loads(text.decode("utf-8-sig"))
        resources = description["resources"]
        tables = [_resource(each, read, folder) for each in resources]
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Refusal(RefusalCode.NOT_A_TABLE) from error
    return _joined(name, [table for table in tables if table is not None])


def _resource(resource: dict[str, Any], read: _Bytes, folder: str) -> tuple[str, bytes, str] | None:
    """Name, bytes and separator of one table; None for what is no text. Addresses are never followed."""
    where = resource.get("path")
    where = where[0] if isinstance(where, list) and where else where
    if not isinstance(where, str) or "://" in where:
        return None
    parts = PurePosixPath(where)
    if parts.is_absolute() or ".." in parts.parts or parts.suffix.lower() not in _TABULAR:
        return None
    dialect = resource.get("dialect")
    separator = dialect.get("delimiter", "") if isinstance(dialect, dict) else ""
    chosen = separator if isinstance(separator, str) and len(separator) == 1 else ""
    return str(resource.get("name") or parts.stem), read(folder + where), chosen


def _joined(name: str, tables: list[tuple[str, bytes, str]]) -> Book:
    sheets: list[Sheet] = []
    first: Book | None = None
    for title, data, separator in tables:
        if not data.strip():
            continue
        book = texts.book_of(title, data, separator)
        first = first or book
        sheets += book.sheets
    if first is None:
        raise Refusal(RefusalCode.EMPTY_TABLE)
    return Book(name, tuple(sheets), first.encoding, first.separator, first.notes)
