"""A kept copy in words: how large it is, since when it is kept, and when its file was made."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from desktop_app.domain.attachments import Attachment
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _

_KILO = 1000


def facts(attachment: Attachment, formats: Formats) -> str:
    """Size and day: "1.2 MB, kept 10 Nov 2025"."""
    said = size(attachment.size, formats)
    if not attachment.recorded:
        return said
    kept = datetime.fromisoformat(attachment.recorded).astimezone().date()
    return _("{size}, kept {day}").format(size=said, day=formats.day(kept))


def made(attachment: Attachment, formats: Formats) -> str:
    """When the file says it was last changed, by this computer's clock; empty where it says nothing."""
    if not attachment.made:
        return ""
    moment = datetime.fromisoformat(attachment.made).astimezone()
    said = _("file last changed {day}, {time}")
    return said.format(day=formats.day(moment.date()), time=f"{moment:%H:%M}")


def size(count: int, formats: Formats) -> str:
    """So many bytes, in the largest unit that leaves a whole part: "830 bytes", "12 kB", "1.2 MB"."""
    if count < _KILO:
        return _("{n} bytes").format(n=formats.number(count))
    if count < _KILO**2:
        return _("{n} kB").format(n=formats.number(round(count / _KILO)))
    tenths = round(count * 10 / _KILO**2)
    whole, tenth = divmod(tenths, 10)
    shown = whole if whole >= 10 or not tenth else Decimal(tenths) / 10
    return _("{n} MB").format(n=formats.number(shown))
