"""Kept copies of evidence: attach files to a record, look whether they are sound, take them out again."""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import TypeAlias

from desktop_app.domain.attachments import Attachment
from desktop_app.domain.events import Event
from desktop_app.domain.field_notes import FieldNote
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.sources import Source
from desktop_app.domain.views import View
from desktop_app.services import incoming
from desktop_app.services.signing import seconds
from desktop_app.services.workspace import Workspace
from desktop_app.store import contents
from desktop_app.store.appearing import appearing
from desktop_app.store.refusing import refusing

Evidenced: TypeAlias = Source | Event | FieldNote
"""What files can be evidence for."""

_HARMLESS = frozenset(
    {
        *(".pdf", ".txt", ".md", ".csv", ".tsv", ".json", ".html", ".htm", ".mhtml", ".eml", ".srt", ".vtt"),
        *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".bmp", ".heic", ".svg"),
        *(".odt", ".ods", ".odp", ".docx", ".xlsx", ".pptx", ".rtf", ".epub"),
        *(".mp3", ".m4a", ".ogg", ".opus", ".wav", ".flac", ".mp4", ".webm", ".mov", ".mkv"),
    }
)
"""Endings of files that a desktop shows; whatever is not among them it may run."""


class Soundness(StrEnum):
    """What looking at a kept copy's bytes has shown."""

    SOUND = "sound"
    CHANGED = "changed"
    """The bytes no longer give the SHA-256 that was kept."""
    GONE = "gone"


def of_record(view: View, record_id: str) -> list[Attachment]:
    """The kept copies of one record, in order of entry."""
    return [one for one in view.every(Attachment) if one.record == record_id]


def counts(view: View) -> dict[str, int]:
    """How many kept copies each record has, by its id; records without one are absent."""
    found: dict[str, int] = {}
    for one in view.every(Attachment):
        found[one.record] = found.get(one.record, 0) + 1
    return found


def attach(workspace: Workspace, record: Evidenced, paths: Sequence[Path]) -> list[Attachment]:
    """Keep files with a record, all in one step or none; they are shared as far as it is.

    Refused: what is not a plain file that may be read, and FILE_TOO_LARGE. A file whose bytes the record has
    already is not kept twice.
    """
    there = {one.sha256 for one in of_record(workspace, record.id)}
    read = [(path, _read(path)) for path in paths]
    kept = []
    with workspace.change("attach file" if len(paths) == 1 else "attach files") as work:
        for path, data in read:
            name = work.keep_content(data)
            if name in there:
                continue
            there.add(name)
            kept.append(
                work.put(
                    Attachment(
                        record=record.id,
                        name=_storable(path.name),
                        media_type=mimetypes.guess_type(path.name)[0] or "",
                        sha256=name,
                        size=len(data),
                        made=_changed_at(path),
                        sharing=record.sharing,
                    )
                )
            )
    return kept


def remove(workspace: Workspace, attachment: Attachment) -> None:
    """Take a kept copy from its record; undo brings it back whole."""
    with workspace.change("remove copy") as work:
        work.remove(attachment)


def check(workspace: Workspace, attachment: Attachment) -> Soundness:
    """Compute the SHA-256 of what is kept anew."""
    data = workspace.content(attachment.sha256)
    if data is None:
        return Soundness.GONE
    is_sound = sha256(data).hexdigest() == attachment.sha256 and len(data) == attachment.size
    return Soundness.SOUND if is_sound else Soundness.CHANGED


def contents_of(workspace: Workspace, attachment: Attachment) -> bytes:
    """The bytes, looked at again before they are handed out; COPY_DAMAGED where they are not those kept."""
    data = workspace.content(attachment.sha256)
    if data is None or sha256(data).hexdigest() != attachment.sha256:
        raise Refusal(RefusalCode.COPY_DAMAGED, name=attachment.name)
    return data


def save_as(workspace: Workspace, attachment: Attachment, path: Path) -> None:
    """Write the bytes to a file, whole or not at all; an existing file is replaced."""
    data = contents_of(workspace, attachment)
    with refusing(path, making=True), appearing(path, replace=True) as draft:
        draft.write_bytes(data)


def may_be_opened(attachment: Attachment) -> bool:
    """Whether it is of a kind that a desktop shows and never runs."""
    return Path(safe_name(attachment.name)).suffix.lower() in _HARMLESS


def safe_name(name: str) -> str:
    """A file name that stays in its folder on every system: no separators, no control characters."""
    kept = "".join(letter if letter.isprintable() and letter not in '/\\:*?"<>|' else "_" for letter in name)
    # Windows drops what ends in a dot or a blank, and a name of dots alone means a folder.
    return kept.strip(" .")[-_LONGEST_NAME:] or "copy"


_LONGEST_NAME = 120


def _storable(name: str) -> str:
    """A name without the halves of letters that stand for bytes which are no UTF-8: no file keeps those."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _read(path: Path) -> bytes:
    contents.check_size(incoming.size(path, RefusalCode.NOT_FOUND))
    # One more than may be kept, so that a file that has grown meanwhile is noticed.
    return incoming.start(path, contents.LARGEST + 1, RefusalCode.NOT_FOUND)


def _changed_at(path: Path) -> str:
    try:
        moment = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (OSError, OverflowError, ValueError):
        return ""
    return seconds(moment)
