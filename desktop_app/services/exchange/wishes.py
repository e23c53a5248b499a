"""What somebody asks for when a ledger is exported, and what the exported file says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from desktop_app.domain.records import Record
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.domain.views import NOW, Seen
from desktop_app.services.exchange.columns import Table, tables

R = TypeVar("R")
Content = Callable[[str], bytes | None]
"""The bytes of a kept file by their SHA-256, or None where they are not there."""

VERSION = 1
"""Of the forms written here; files of later versions are refused."""


class Format(StrEnum):
    """The forms a ledger can leave in; the value is the ending of the file's name."""

    CSV = "csv"
    """One table."""
    XLSX = "xlsx"
    PACKAGE = "zip"
    """A Frictionless data package: CSV tables with their description, in one archive."""
    JSON = "json"


def format_of(path: Path) -> Format:
    """The format that a file's name asks for; a Refusal (UNKNOWN_FORMAT) for any other ending."""
    ending = path.suffix.lower().removeprefix(".")
    if ending in list(Format):
        return Format(ending)
    known = ", ".join(f".{one.value}" for one in Format)
    raise Refusal(RefusalCode.UNKNOWN_FORMAT, name=path.suffix or path.name, known=known)


@dataclass(frozen=True)
class Wish:
    """What is to leave, and how."""

    format: Format
    kinds: tuple[type[Record], ...] = ()
    """The kinds of record; empty for all."""
    everything: bool = False
    """Also what is not for an audience: notes, and records above sharing level clear."""
    hxl: bool = False
    """A row of HXL hashtags under the header (CSV and XLSX; a data package has them in its description)."""
    marked: bool = False
    """A byte order mark at the start of a CSV file, by which old versions of Excel know UTF-8."""
    seen: Seen = NOW
    """From when the given view is seen. Only said in the file: the view is narrowed by the caller."""

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables of the kinds asked for."""
        wanted = self.kinds or tuple(tables())
        return tuple(table for kind, table in tables().items() if kind in wanted)


@dataclass(frozen=True)
class Facts:
    """What an exported file says of itself."""

    made: str
    """UTC, ISO 8601 to the second."""
    program: str
    """The version of Evenhand that wrote it."""
    everything: bool = False
    known_on: date | None = None
    stood_on: date | None = None
    scheme: str = ""
    """Name of the scheme that the ledger is about."""


@dataclass
class Watch:
    """Counts rows as they are written, tells how far it is, and stops where nobody wants them any more."""

    total: int
    progress: Callable[[int, int], None] | None = None
    cancelled: Callable[[], bool] | None = None
    done: int = field(default=0, init=False)

    _EVERY = 500

    def over(self, rows: Iterator[R]) -> Iterator[R]:
        """The same rows; raises Refusal (CANCELLED) in between."""
        for row in rows:
            yield row
            self.done += 1
            if self.done % self._EVERY == 0:
                self._look_up()

    def _look_up(self) -> None:
        if self.progress is not None:
            self.progress(min(self.done, self.total), self.total)
        if self.cancelled is not None and self.cancelled():
            raise Refusal(RefusalCode.CANCELLED)
