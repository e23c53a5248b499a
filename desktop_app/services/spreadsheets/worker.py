"""The process that reads spreadsheets: requests on standard input, answers on standard output.

It is started by `reader`, and whatever a stranger's file does to it, the app goes on: it may be killed at any
time. It has to start in milliseconds, so it imports python-calamine and modules that cost nothing, and speaks
in frames of `marshal` with their length before each.
"""

from __future__ import annotations

import io
import marshal
import os
import sys

from desktop_app.services.spreadsheets.corners import check_worksheets
from desktop_app.services.spreadsheets.counting import Bounds, Unfit, check_content

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO, Any

ARGUMENT = "--read-spreadsheet"
"""With this argument alone a bundled Evenhand is this process (it has no Python to start otherwise)."""

STEPS = 100
"""Progress is told in hundredths."""
DONE, DAMAGED, TOO_LARGE, PARSING, SHEETS, PROTECTED = range(6)
"""The first item of an answer; what follows is the progress, or the sheets."""
LAST = frozenset({DAMAGED, TOO_LARGE, SHEETS, PROTECTED})
"""The answers after which nothing more is said to a request."""

LENGTH_BYTES = 8
_STEPS_BACK = 19
_COUNTED, _PARSED = 70, 90
_ODS, _XLSX = "ods", "xlsx"
_PLAIN = frozenset({str, float, int, bool})


def main() -> int:
    """Answer the requests on standard input; the exit code is 0 whether files were read or refused."""
    # Imported before any file is looked at: a reader that is missing is our fault, not the file's.
    import python_calamine  # noqa: F401

    # By number: a program without a console may have no sys.stdin and sys.stdout.
    with os.fdopen(0, "rb", closefd=False) as stream:
        while (request := hear(stream)) is not None:
            _answer(*request)
    return 0


def _answer(limits: Any, bounds: Any, make: str, parts: Any, archive: bytes) -> None:
    from python_calamine import CalamineError, PasswordError

    _hold_to(*limits)
    try:
        _count(make, parts, archive, Bounds(*bounds))
        _say(PARSING, _COUNTED)
        sheets = _sheets(archive)
        _say(DONE, _PARSED)
        _say(SHEETS, sheets)
    except Unfit as unfit:
        _say(TOO_LARGE if unfit.too_large else DAMAGED)
    except PasswordError:
        _say(PROTECTED)
    except CalamineError:
        _say(DAMAGED)
    except MemoryError:
        _say(TOO_LARGE)


def _count(make: str, parts: Any, archive: bytes, bounds: Bounds) -> None:
    if make == _ODS:
        ((start, length, _),) = parts
        check_content(archive[start : start + length], bounds, _tell_counted)
    elif make == _XLSX:
        texts = [(archive[start : start + length], holds_cells) for start, length, holds_cells in parts]
        check_worksheets(texts, bounds, _tell_counted)


def _sheets(archive: bytes) -> list[object]:
    """Each sheet by its columns: quicker to hand over than its cells one by one."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    sheets: list[object] = []
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(archive))
    for place, about in enumerate(workbook.sheets_metadata):
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        sheet = workbook.get_sheet_by_index(place)
        rows: Any = sheet.to_python(skip_empty_area=False)
        merged = _fill_down(rows, sheet.merged_cell_ranges or ())
        hidden = about.visible is not SheetVisibleEnum.Visible
        sheets.append((about.name, hidden, merged, [_coded(column) for column in zip(*rows, strict=True)]))
    return sheets


def _fill_down(rows: list[list[Any]], ranges: Any) -> bool:
    """Give the cells that are merged downwards the value of the first: whether there were any."""
    filled = False
    for (first, left), (last, _) in ranges:
        if first == last or last - first > 1_000 or first >= len(rows) or left >= len(rows[first]):
            continue
        value = rows[first][left]
        for row in rows[first + 1 : last + 1]:
            if row[left] == "":
                row[left] = value
                filled = True
    return filled


def _coded(column: tuple[Any, ...]) -> tuple[list[Any], list[int]]:
    """A column for the frame: None where a cell is empty, days as their text, and which cells are days."""
    others = set(map(type, column)) - _PLAIN
    if not others:
        return [None if cell == "" else cell for cell in column] if "" in column else list(column), []
    cells: list[Any] = [None if cell == "" else cell for cell in column]
    days: list[int] = []
    for place in [place for place, cell in enumerate(cells) if type(cell) in others]:
        if hasattr(cells[place], "toordinal"):
            cells[place] = cells[place].isoformat()
            days.append(place)
        else:
            cells[place] = str(cells[place])
    return cells, days


def _tell_counted(done: int, of: int) -> None:
    _say(DONE, _COUNTED * done // max(of, 1))


def _say(*answer: Any) -> None:
    left = memoryview(frame(answer))
    while left:
        left = left[os.write(1, left) :]


def step_back() -> None:
    """Let the window go first where processors are few; where the system does not know of that, nothing."""
    if hasattr(os, "nice"):
        os.nice(_STEPS_BACK)


def frame(message: tuple[Any, ...]) -> bytes:
    """A request or an answer as it goes through a pipe."""
    text = marshal.dumps(message)
    return len(text).to_bytes(LENGTH_BYTES, "big") + text


def hear(stream: IO[bytes]) -> tuple[Any, ...] | None:
    """The next message from the other end; None where there are no more."""
    head = stream.read(LENGTH_BYTES)
    length = int.from_bytes(head, "big")
    text = stream.read(length) if len(head) == LENGTH_BYTES else b""
    if not text or len(text) < length:
        return None
    message: tuple[Any, ...] = marshal.loads(text)
    return message


def _hold_to(memory_bytes: int, seconds: int) -> None:
    """Ask the system to stop this process at its limits; Windows has no such call, and the clock must do."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    for what, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + seconds),
        (resource.RLIMIT_AS, memory_bytes),
    ):
        _, hard = resource.getrlimit(what)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(what, (allowed, hard))
        except (ValueError, OSError):
            return  # macOS refuses limits on address space
