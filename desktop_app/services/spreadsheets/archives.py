"""Looks into the zip archive of a spreadsheet and takes out only what is to be read, unaltered by tricks."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services import incoming
from desktop_app.services.spreadsheets.limits import Limits

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_WORKBOOKS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_ZIP = b"PK\x03\x04"
_CONTENT, _MANIFEST, _META, _TYPE = "content.xml", "META-INF/manifest.xml", "meta.xml", "mimetype"
_TYPES = "[Content_Types].xml"
_XLSX_MEMBERS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|xl/(?:workbook|sharedStrings|styles)\.xml"
    r"|xl/_rels/workbook\.xml\.rels|xl/worksheets/[^/\\]+\.xml",
    re.IGNORECASE,
)
"""What of a workbook is read; pictures, macros and links are not even unpacked."""
_ENCRYPTED_FLAG = 0x1
_HEADER_BYTES = 30
"""Of a member, before its name."""
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError, KeyError),
)
"""What the zip reader raises over archives that are not sound."""
_MADE = re.compile(rb"<meta:creation-date>([0-9]{4}-[0-9]{2}-[0-9]{2})T")
_PLAIN_MANIFEST = (
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    ' manifest:version="1.2"><manifest:file-entry manifest:full-path="/"'
    f' manifest:media-type="{_ODS.decode()}"/></manifest:manifest>'
)


class Make(StrEnum):
    """The makes of spreadsheet that are read."""

    ODS = "ods"
    XLSX = "xlsx"
    XLS = "xls"


@dataclass(frozen=True, slots=True)
class Repacked:
    """A fresh archive of the members that hold the cells: what is read next is exactly what is counted.

    Zip readers differ in what they believe of an archive (lengths, doubled names), so none of the stranger's
    archive is handed on. An old binary workbook is no archive, and is handed on as it is.
    """

    make: Make
    archive: bytes
    parts: tuple[tuple[int, int, bool], ...]
    """Where in `archive` the texts lie, uncompressed: start, length, and whether it holds cells."""
    made: date | None = None
    """The day on which the document says it was made."""


def check_file(path: Path, limits: Limits) -> None:
    """Refuse, without unpacking, what is missing, not a file, not allowed or of no make that is read."""
    first = incoming.start(path, len(_ZIP), RefusalCode.NOT_A_SPREADSHEET)
    if first != _ZIP and first != _OLE[: len(_ZIP)]:
        raise Refusal(RefusalCode.NOT_A_SPREADSHEET)
    if incoming.size(path, RefusalCode.NOT_A_SPREADSHEET) > limits.file_bytes:
        raise Refusal(RefusalCode.SPREADSHEET_TOO_LARGE)


def repack(path: Path, limits: Limits) -> Repacked:
    """The cells of a spreadsheet, not laid out yet; Refusal for anything else."""
    # Read whole first: what fails after this is the file's doing, and not the disk's.
    data = incoming.whole(
        path, limits.file_bytes, RefusalCode.NOT_A_SPREADSHEET, RefusalCode.SPREADSHEET_TOO_LARGE
    )
    if data.startswith(_OLE):
        return _old_workbook(data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = _members(archive, limits)
            if _TYPES in members and _TYPE not in members:
                return _workbook(archive, members, limits)
            _check_type(archive, members, limits)
            made = _made(archive, members, limits)
            content = _read(archive, members[_CONTENT], limits.content_bytes, limits)
    except _DAMAGE as error:
        raise Refusal(RefusalCode.SPREADSHEET_DAMAGED) from error
    fresh, places = _packed({_TYPE: _ODS, _MANIFEST: _PLAIN_MANIFEST.encode(), _CONTENT: content})
    return Repacked(Make.ODS, fresh, ((*places[_CONTENT], True),), made)


def _old_workbook(data: bytes) -> Repacked:
    """A workbook of the binary make; a protected new one is wrapped in the same way."""
    if _ENCRYPTED in data:
        raise Refusal(RefusalCode.SPREADSHEET_PROTECTED)
    if not any(name in data for name in _WORKBOOKS):
        raise Refusal(RefusalCode.NOT_A_SPREADSHEET)
    return Repacked(Make.XLS, data, ())


def _workbook(archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo], limits: Limits) -> Repacked:
    """The members of a workbook that are read, each as it is, none larger in all than the limits allow."""
    texts: dict[str, bytes] = {}
    left = limits.content_bytes
    for name, member in members.items():
        if _XLSX_MEMBERS.fullmatch(name):
            texts[name] = _read(archive, member, left, limits)
            left -= len(texts[name])
    if not any(name.lower() == "xl/workbook.xml" for name in texts):
        raise Refusal(RefusalCode.NOT_A_SPREADSHEET)
    fresh, places = _packed(texts)
    parts = ((*place, name.lower().startswith("xl/worksheets/")) for name, place in places.items())
    return Repacked(Make.XLSX, fresh, tuple(parts))


def _packed(texts: dict[str, bytes]) -> tuple[bytes, dict[str, tuple[int, int]]]:
    """An archive of some members, uncompressed, and where in it each of them lies."""
    stream = io.BytesIO()
    places = {}
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, text in texts.items():
            # The same archive for the same file: no clock in it.
            member = zipfile.ZipInfo(name)
            archive.writestr(member, text)
            places[name] = (member.header_offset + _HEADER_BYTES + len(name.encode()), len(text))
    return stream.getvalue(), places


def _members(archive: zipfile.ZipFile, limits: Limits) -> dict[str, zipfile.ZipInfo]:
    listed = archive.infolist()
    if len(listed) > limits.members:
        raise Refusal(RefusalCode.SPREADSHEET_TOO_LARGE)
    members = {member.filename: member for member in listed}
    if len(members) != len(listed):
        raise Refusal(RefusalCode.SPREADSHEET_DAMAGED)
    return members


def _check_type(archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo], limits: Limits) -> None:
    if _TYPE not in members:
        raise Refusal(RefusalCode.NOT_A_SPREADSHEET)
    if _read(archive, members[_TYPE], limits.side_bytes, limits).strip() != _ODS:
        raise Refusal(RefusalCode.NOT_A_SPREADSHEET)
    manifest = _read(archive, members[_MANIFEST], limits.side_bytes, limits)
    if b"encryption-data" in manifest or "encrypted-package" in members:
        raise Refusal(RefusalCode.SPREADSHEET_PROTECTED)


def _made(archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo], limits: Limits) -> date | None:
    if _META not in members:
        return None
    found = _MADE.search(_read(archive, members[_META], limits.side_bytes, limits))
    try:
        return date.fromisoformat(found[1].decode()) if found else None
    except ValueError:
        return None


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int, limits: Limits) -> bytes:
    """A member's bytes, which are no more than it declares: the reader stops there and checks the sum."""
    if member.flag_bits & _ENCRYPTED_FLAG:
        raise Refusal(RefusalCode.SPREADSHEET_PROTECTED)
    if member.compress_type not in _METHODS:
        raise Refusal(RefusalCode.SPREADSHEET_DAMAGED)
    if member.file_size > most or member.file_size > limits.ratio * max(member.compress_size, 1):
        raise Refusal(RefusalCode.SPREADSHEET_TOO_LARGE)
    return archive.read(member)
