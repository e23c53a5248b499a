"""Looks into the zip archive of a spreadsheet and takes out only what is to be read, unaltered by tricks."""

from __future__ import annotations

import errno
import io
import re
import stat
import struct
import zipfile
import zlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services.spreadsheets.limits import Limits

_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_ZIP = b"PK\x03\x04"
_CONTENT, _MANIFEST, _META, _TYPE = "content.xml", "META-INF/manifest.xml", "meta.xml", "mimetype"
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


@dataclass(frozen=True, slots=True)
class Repacked:
    """A fresh archive of the one member that holds the cells: what is read next is exactly what is counted.

    Zip readers differ in what they believe of an archive (lengths, doubled names), so none of the stranger's
    archive is handed on.
    """

    archive: bytes
    start: int
    """Where in `archive` the content lies, uncompressed."""
    length: int
    made: date | None
    """The day on which the document says it was made."""


def check_file(path: Path, limits: Limits) -> None:
    """Refuse, without unpacking anything, what is missing, not a file, not allowed or not a zip archive."""
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise Refusal(RefusalCode.IS_A_FOLDER)
        if not stat.S_ISREG(found.st_mode):  # opening a pipe would wait for ever
            raise Refusal(RefusalCode.NOT_A_SPREADSHEET)
        with path.open("rb") as stream:
            first = stream.read(len(_ZIP))
    except PermissionError as error:
        raise Refusal(RefusalCode.NO_PERMISSION) from error
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Refusal(RefusalCode.NOT_FOUND) from error
    except OSError as error:
        leads_nowhere = error.errno in (errno.ELOOP, errno.ENAMETOOLONG)
        raise Refusal(RefusalCode.NOT_FOUND if leads_nowhere else RefusalCode.DISK_ERROR) from error
    if first != _ZIP:
        raise Refusal(RefusalCode.NOT_A_SPREADSHEET)
    if found.st_size > limits.file_bytes:
        raise Refusal(RefusalCode.SPREADSHEET_TOO_LARGE)


def repack(path: Path, limits: Limits) -> Repacked:
    """The cells of an OpenDocument spreadsheet, still as XML text; Refusal for anything else."""
    try:
        # Read whole first: what fails after this is the file's doing, and not the disk's.
        stream = io.BytesIO(path.read_bytes())
    except OSError as error:
        raise Refusal(RefusalCode.DISK_ERROR) from error
    try:
        with zipfile.ZipFile(stream) as archive:
            members = _members(archive, limits)
            _check_type(archive, members, limits)
            made = _made(archive, members, limits)
            return _packed(_read(archive, members[_CONTENT], limits.content_bytes, limits), made)
    except _DAMAGE as error:
        raise Refusal(RefusalCode.SPREADSHEET_DAMAGED) from error


def _packed(content: bytes, made: date | None) -> Repacked:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(_TYPE, _ODS)
        archive.writestr(_MANIFEST, _PLAIN_MANIFEST)
        archive.writestr(_CONTENT, content)
        header = archive.getinfo(_CONTENT).header_offset
    return Repacked(stream.getvalue(), header + _HEADER_BYTES + len(_CONTENT), len(content), made)


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
