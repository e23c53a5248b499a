"""Reads the sheets of an exported workbook as texts, also after another program has saved it again.

Only what such a workbook needs is understood. A stranger's file is read with bounds: no document type
(and so no entities), no member that unpacks to more than `archives.MOST_BYTES`, no row or column beyond
a sheet's.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator
from itertools import islice, repeat
from typing import Any
from xml.parsers import expat

from desktop_app.services.exchange import archives
from desktop_app.services.exchange.archives import Damaged

_BOOK, _LINKS, _TEXTS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"
_PLACE = re.compile("([A-Z]{1,3})([0-9]{1,7})", re.ASCII)
_LINE = re.compile("[0-9]{1,7}", re.ASCII)
_PIECE = 1 << 16
_COLUMNS = 16_384
_ROWS = 1_048_576


class SheetReader:
    """The sheets of one workbook. Raises Damaged for anything that is none."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._texts: list[str] | None = None
        self.members = self._sheets()
        """The sheets' members of the archive by name, in the workbook's order."""

    def rows(self, sheet: str, most: int | None = None) -> Iterator[list[str]]:
        """The rows of a sheet from the first, each as long as its last filled cell; empty ones are given."""
        return islice(self._rows(sheet), most)

    def _rows(self, sheet: str) -> Iterator[list[str]]:
        found = _Rows(self._text)
        line = 0
        for _piece in _parsed(self._archive, self.members[sheet], found.connect):
            for number, cells in found.taken():
                if not line <= number < _ROWS:
                    raise Damaged("rows out of order")
                # Empty rows are left out of the file.
                yield from repeat([], number - line)
                yield cells
                line = number + 1

    def _text(self, number: str) -> str:
        if self._texts is None:
            self._texts = _shared_texts(self._archive) if _TEXTS in self._archive.namelist() else []
        try:
            return self._texts[int(number)]
        except (ValueError, IndexError):
            raise Damaged("a text is missing") from None

    def _sheets(self) -> dict[str, str]:
        links = dict(_attributes(self._archive, _LINKS, "Relationship", ("Id", "Target")))
        named = _attributes(self._archive, _BOOK, "sheet", ("name", "r:id"))
        try:
            return {name: _member(links[link]) for name, link in named}
        except KeyError:
            raise Damaged("a sheet is missing") from None


def _member(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")


def _attributes(
    archive: zipfile.ZipFile, member: str, element: str, names: tuple[str, str]
) -> list[tuple[str, str]]:
    """Two attributes of every such element, in order."""
    found: list[tuple[str, str]] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if _plain(tag) == element:
            found.append((attributes.get(names[0], ""), attributes.get(names[1], "")))

    def connect(parser: Any) -> None:
        parser.StartElementHandler = start

    for _piece in _parsed(archive, member, connect):
        pass
    return found


def _shared_texts(archive: zipfile.ZipFile) -> list[str]:
    texts = _Texts()
    for _piece in _parsed(archive, _TEXTS, texts.connect):
        pass
    return texts.found


def _parsed(archive: zipfile.ZipFile, member: str, connect: Callable[[Any], None]) -> Iterator[None]:
    """Feed a member to a parser piece by piece; what is connected hears of it between the pieces."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.buffer_text = True
    connect(parser)
    try:
        for piece in archives.pieces(archive, member, _PIECE):
            parser.Parse(piece, False)
            yield
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        raise Damaged("not well formed") from error
    yield


def _refuse_doctype(*_what: object) -> None:
    raise Damaged("a document type")


def _plain(tag: str) -> str:
    return tag.rpartition(":")[2]


class _Texts:
    """Gathers the shared texts: every `si`, without the reading aids (`rPh`) of East Asian names."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._parts: list[str] = []
        self._in_text, self._in_aid = False, False

    def connect(self, parser: Any) -> None:
        """Listen to a parser."""
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._letters

    def _start(self, tag: str, _attributes: dict[str, str]) -> None:
        match _plain(tag):
            case "si":
                self._parts = []
            case "rPh":
                self._in_aid = True
            case "t":
                self._in_text = not self._in_aid

    def _end(self, tag: str) -> None:
        match _plain(tag):
            case "si":
                self.found.append("".join(self._parts))
            case "rPh":
                self._in_aid = False
            case "t":
                self._in_text = False

    def _letters(self, letters: str) -> None:
        if self._in_text:
            self._parts.append(letters)


class _Rows:
    """Gathers the rows of a sheet: for each its number from zero, and the texts of its cells."""

    def __init__(self, shared: Callable[[str], str]) -> None:
        self._shared = shared
        self._rows: list[tuple[int, list[str]]] = []
        self._number = -1
        self._cells: list[str] = []
        self._column = 0
        self._type = ""
        self._parts: list[str] = []
        self._listening, self._in_aid = False, False

    def connect(self, parser: Any) -> None:
        """Listen to a parser."""
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._letters

    def taken(self) -> list[tuple[int, list[str]]]:
        """What was gathered since this was asked last."""
        rows, self._rows = self._rows, []
        return rows

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        match _plain(tag):
            case "row":
                number = attributes.get("r", "")
                self._number = int(number) - 1 if _LINE.fullmatch(number) else self._number + 1
                self._cells = []
            case "c":
                self._begin_cell(attributes)
            case "rPh":
                self._in_aid = True
            case "t" | "v":
                self._listening = not self._in_aid

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        place = _PLACE.fullmatch(attributes.get("r", ""))
        self._column = _column(place[1]) if place else len(self._cells)
        if self._column >= _COLUMNS or self._column < len(self._cells):
            raise Damaged("cells out of order")
        self._type = attributes.get("t", "n")
        self._parts = []

    def _end(self, tag: str) -> None:
        match _plain(tag):
            case "row":
                self._rows.append((self._number, self._cells))
            case "c":
                self._end_cell()
            case "rPh":
                self._in_aid = False
            case "t" | "v":
                self._listening = False

    def _end_cell(self) -> None:
        text = "".join(self._parts)
        if text:
            self._cells.extend([""] * (self._column - len(self._cells)))
            self._cells.append(self._shared(text) if self._type == "s" else text)

    def _letters(self, letters: str) -> None:
        if self._listening:
            self._parts.append(letters)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
