"""Reads a saved page, whatever a browser made of it: HTML, a web archive (MHTML), Markdown or plain text."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from desktop_app.domain import date_words
from desktop_app.domain.dates import Obtained
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services import incoming
from desktop_app.services.govuk.html_tables import HtmlTables, TextTable
from desktop_app.services.govuk.text_tables import text_tables

SUFFIXES: Final = frozenset({".html", ".htm", ".xhtml", ".mhtml", ".mht", ".md", ".txt"})
"""Files that may be a saved page."""

_MOST_BYTES: Final = 16_000_000
_CHARSET: Final = re.compile(rb"charset=[\"']?([\w-]{2,20})", re.IGNORECASE)
_ARCHIVE: Final = re.compile(rb"(?:^|\n)content-type:\s*multipart/related", re.IGNORECASE)
_TAG: Final = re.compile(r"<\s*(?:!doctype html|html|head|body|table|div|p)\b", re.IGNORECASE)
_UPDATED: Final = re.compile(
    r"(?:last updated|updated|published)\s*:?\s*(?:on\s+)?((?:[a-z]+day,?\s+)?[0-9]{1,2} [a-z]+ [0-9]{4})",
    re.IGNORECASE,
)
_METAS: Final = ("govuk:public-updated-at", "govuk:updated-at", "article:modified_time", "time")


@dataclass(frozen=True, slots=True)
class Document:
    """What a saved page says: its heading, its tables as texts, and when it was last changed."""

    title: str
    address: str
    updated: date | None
    tables: tuple[TextTable, ...]


def load(path: Path) -> Document:
    """Read a saved page. Raises Refusal where it is not there, may not be read, or is too large."""
    unknown = RefusalCode.PAGE_UNKNOWN_LAYOUT
    found = incoming.whole(path, _MOST_BYTES, unknown, unknown)
    try:
        return parsed(_text(found))
    except ValueError as error:
        raise Refusal(unknown, path=str(path)) from error


def parsed(text: str) -> Document:
    """What a page's text says; ValueError where it is larger than any such page."""
    if not _TAG.search(text[:20_000]):
        lines = text.splitlines()
        heading = next((line.strip("# ").strip() for line in lines if line.strip()), "")
        title = "" if set(heading) & set("|\t") else heading
        return Document(title, "", _updated({}, lines), tuple(text_tables(lines)))
    page = HtmlTables()
    page.feed(text)
    page.close()
    lines = page.lines
    return Document(
        page.title,
        page.canonical or page.metas.get("og:url", ""),
        _updated(page.metas, lines),
        (*page.tables, *text_tables(lines)),
    )


def _text(found: bytes) -> str:
    """The page's text in the encoding that it names, else in UTF-8, else in the old Windows one."""
    if _ARCHIVE.search(found[:4_000]):
        found = _archived(found)
    if found.startswith((b"\xff\xfe", b"\xfe\xff")):
        return found.decode("utf-16", errors="replace")
    named = _CHARSET.search(found[:4_000])
    for encoding in ("utf-8-sig", named[1].decode("ascii") if named else "cp1252"):
        try:
            return found.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return found.decode("cp1252", errors="replace")


def _archived(found: bytes) -> bytes:
    """The page inside a web archive: its first part that is HTML."""
    message = email.message_from_bytes(found, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                return payload
    return b""


def _updated(metas: dict[str, str], lines: list[str]) -> date | None:
    """The day on which the page says that it was last changed."""
    for name in _METAS:
        try:
            return date.fromisoformat(metas.get(name, "")[:10])
        except ValueError:
            continue
    for found in _UPDATED.finditer("\n".join(lines)):
        reading = date_words.read(found[1], today=date.max)
        if reading.date.is_exact_day and reading.how is Obtained.STATED:
            return reading.date.earliest
    return None
