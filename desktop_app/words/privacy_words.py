"""What is said of forgetting and of backups."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.domain.acceptances import Acceptance
from desktop_app.domain.attachments import Attachment
from desktop_app.domain.cases import Case
from desktop_app.domain.events import Event
from desktop_app.domain.records import Record
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n


def counted(counts: Mapping[type[Record], int], formats: Formats) -> str:
    """How many records of each kind, but for the case itself: "4 events, 2 kept copies"."""
    others = sum(n for kind, n in counts.items() if kind not in (Case, Event, Attachment, Acceptance))
    parts = (
        (counts.get(Event, 0), _n("{n} event", "{n} events", counts.get(Event, 0))),
        (counts.get(Attachment, 0), _n("{n} kept copy", "{n} kept copies", counts.get(Attachment, 0))),
        (
            counts.get(Acceptance, 0),
            _n("{n} accepted finding", "{n} accepted findings", counts.get(Acceptance, 0)),
        ),
        (others, _n("{n} other record", "{n} other records", others)),
    )
    return ", ".join(words.format(n=formats.number(n)) for n, words in parts if n)


def forgotten(code: str, counts: Mapping[type[Record], int], formats: Formats) -> str:
    """What was taken out of the file."""
    with_it = counted(counts, formats)
    if not with_it:
        return _("{code} is forgotten, with its whole history.").format(code=code)
    return _("{code} is forgotten, with {records} and their whole history.").format(
        code=code, records=with_it
    )


def traces() -> str:
    """What is said where another process still has the file open."""
    return _(
        "Another window or program has the file open: traces stay in the journal beside it until it is "
        "closed there."
    )


def sources_left(names: list[str]) -> str:
    """What is said of sources that only the forgotten case cited."""
    words = _n(
        "This source was cited for it alone and stays. Look whether it names the person: {names}.",
        "These sources were cited for it alone and stay. Look whether they name the person: {names}.",
        len(names),
    )
    return words.format(names="; ".join(names))


def still_holding(n: int, formats: Formats) -> str:
    """How many backups hold what was forgotten."""
    if not n:
        return _("No backup of Evenhand's holds it.")
    words = _n("{n} backup still holds it:", "{n} backups still hold it:", n)
    return words.format(n=formats.number(n))


def unknown(n: int, formats: Formats) -> str:
    """How many backups cannot be looked into."""
    words = _n(
        "Of {n} backup it cannot be told: it has another passphrase, perhaps of another workspace.",
        "Of {n} backups it cannot be told: they have another passphrase, perhaps of another workspace.",
        n,
    )
    return words.format(n=formats.number(n))


def unprotected(n: int, formats: Formats) -> str:
    """How many backups anybody can read although the workspace has a passphrase now."""
    words = _n("{n} backup made before is not encrypted.", "{n} backups made before are not encrypted.", n)
    return words.format(n=formats.number(n))
