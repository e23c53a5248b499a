"""What the check of a file found, in one sentence each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_app.words.translate import _

Words = Callable[[], str]


def sentence(code: str, kind: str, record: str, detail: str) -> str:
    """The finding in words; the record is named by its kind and identifier, never by its contents."""
    words = FINDINGS.get(code)
    said = words() if words else code
    return said.format(kind=kind, record=record, detail=detail).strip()


FINDINGS: Mapping[str, Words] = {
    "page damage": lambda: _("The file's pages are damaged: {detail}"),
    "unreadable record": lambda: _("The {kind} {record} cannot be read"),
    "unreadable history": lambda: _("An entry of the history cannot be read: {kind} {record} {detail}"),
    "differs from history": lambda: _("The {kind} {record} is not as it was last saved"),
    "not in history": lambda: _("The {kind} {record} is in the file but not in its history"),
    "missing record": lambda: _("The {kind} {record} is in the history but not in the file"),
    "unknown link": lambda: _("The {kind} {record} names a record that is not there: {detail}"),
}
