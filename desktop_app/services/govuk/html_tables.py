"""Takes the tables and the lines of text out of HTML, with the standard library alone, fetching nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

MOST_CELLS: Final = 20_000
"""All cells of all tables; more is no page of arrivals."""

_WIDEST: Final = 50
_SILENT: Final = frozenset({"script", "style", "noscript", "template", "svg"})
_BREAKS: Final = frozenset(
    {"p", "br", "div", "li", "ul", "ol", "dl", "dt", "dd", "tr", "h1", "h2", "h3", "h4", "h5", "h6"}
    | {"section", "header", "table", "caption", "article", "main", "title"}
)


@dataclass(frozen=True, slots=True)
class TextTable:
    """The cells of one table as text, row by row."""

    rows: tuple[tuple[str, ...], ...]


@dataclass
class _Growing:
    """A table while it is read; cells that span rows are repeated in those below."""

    rows: list[list[str]] = field(default_factory=list)
    below: dict[int, tuple[int, str]] = field(default_factory=dict)
    """By column: for how many rows more, and with what."""
    cell: list[str] | None = None
    spans: tuple[int, int] = (1, 1)


class HtmlTables(HTMLParser):
    """Reads one document. `tables`, `lines`, `title`, `metas` and `canonical` hold what was found."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[TextTable] = []
        self.metas: dict[str, str] = {}
        self.canonical = ""
        self.title = ""
        self._pieces: list[str] = []
        self._open: list[_Growing] = []
        self._silent = 0
        self._cells = 0
        self._heading: list[str] | None = None

    @property
    def lines(self) -> list[str]:
        """The text outside tables, line by line, without empty lines."""
        text = "".join(self._pieces)
        return [" ".join(line.split(" ")).strip() for line in text.split("\n") if line.strip()]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A tag opens."""
        given = {name: value or "" for name, value in attrs}
        if tag in _SILENT:
            self._silent += 1
        elif tag == "meta":
            self.metas.setdefault(given.get("name") or given.get("property") or "", given.get("content", ""))
        elif tag == "link" and given.get("rel") == "canonical":
            self.canonical = given.get("href", "")
        elif tag == "time" and given.get("datetime"):
            self.metas.setdefault("time", given["datetime"])
        elif tag == "h1":
            self._heading = []
        elif tag == "table":
            self._open.append(_Growing())
        elif tag == "tr" and self._open:
            self._end_row()
            self._open[-1].rows.append([])
        elif tag in ("td", "th") and self._open:
            self._end_cell()
            self._open[-1].cell = []
            self._open[-1].spans = (_number(given.get("colspan")), _number(given.get("rowspan")))
        if tag in _BREAKS:
            self._say("\n" if not self._open else " ")

    def handle_endtag(self, tag: str) -> None:
        """A tag closes."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "h1" and self._heading is not None:
            self.title = self.title or " ".join("".join(self._heading).split())
            self._heading = None
        elif tag in ("td", "th") and self._open:
            self._end_cell()
        elif tag in ("tr", "table") and self._open:
            self._end_row()
        if tag == "table" and self._open:
            table = self._open.pop()
            self.tables.append(TextTable(tuple(tuple(row) for row in table.rows if row)))
        if tag in _BREAKS:
            self._say("\n" if not self._open else " ")

    def handle_data(self, data: str) -> None:
        """Text."""
        if not self._silent:
            if self._heading is not None:
                self._heading.append(data)
            self._say(data)

    def _say(self, text: str) -> None:
        if not self._open:
            self._pieces.append(text)
        elif self._open[-1].cell is not None:
            self._open[-1].cell.append(text)

    def _end_row(self) -> None:
        self._end_cell()
        table = self._open[-1]
        if table.rows:
            _fill(table, table.rows[-1])

    def _end_cell(self) -> None:
        table = self._open[-1]
        if table.cell is None:
            return
        text = " ".join("".join(table.cell).split())
        table.cell = None
        if not table.rows:
            table.rows.append([])
        row = table.rows[-1]
        _fill(table, row)
        wide, high = table.spans
        for _repeated in range(min(wide, _WIDEST)):
            if high > 1:
                table.below[len(row)] = (high, text)
            row.append(text)
            self._cells += 1
        if self._cells > MOST_CELLS:
            raise ValueError("too many cells")


def _fill(table: _Growing, row: list[str]) -> None:
    """Put in what spans down from the rows above, as far as the next free column."""
    while (found := table.below.get(len(row))) is not None:
        left, text = found
        if left <= 1:
            del table.below[len(row)]
            return
        table.below[len(row)] = (left - 1, text)
        row.append(text)


def _number(text: str | None) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() and len(text) < 4 else 1
