"""The process that reads one spreadsheet: a request on standard input, answers on standard output.

It is started by `reader`, and whatever a stranger's file does to it, the app goes on: it may be killed at any
time. It has to start in milliseconds, so it imports python-calamine and modules that cost nothing, and speaks
in frames of `marshal` with four bytes of length before each.
"""

from __future__ import annotations

import io
import marshal
import os
import sys

from desktop_app.services.spreadsheets.counting import Bounds, Unfit, check_content

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO, Any

ARGUMENT = "--read-spreadsheet"
"""With this argument alone a bundled Evenhand is this process (it has no Python to start otherwise)."""

STEPS = 100
"""Progress is told in hundredths."""
DONE, DAMAGED, TOO_LARGE, PARSING, SHEETS = range(5)
"""The first item of an answer; what follows is the progress, or the sheets."""

_COUNTED, _PARSED = 70, 90
_LENGTH_BYTES = 4


def main() -> int:
    """Answer the request on standard input; the exit code is 0 whether the file was read or refused."""
    # By number: a program without a console may have no sys.stdin and sys.stdout.
    with os.fdopen(0, "rb", closefd=False) as stream:
        limits, bounds, start, length, archive = marshal.load(stream)
    _hold_to(*limits)
    # Imported before the file is looked at: a reader that is missing is our fault, not the file's.
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        check_content(archive[start : start + length], Bounds(*bounds), _tell_counted)
        _say(PARSING, _COUNTED)
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(archive))
        sheets = [
            (name, workbook.get_sheet_by_name(name).to_python(skip_empty_area=False))
            for name in workbook.sheet_names
        ]
        _say(DONE, _PARSED)
        _say(SHEETS, [(name, [[_coded(cell) for cell in row] for row in rows]) for name, rows in sheets])
    except Unfit as unfit:
        _say(TOO_LARGE if unfit.too_large else DAMAGED)
    except CalamineError:
        _say(DAMAGED)
    except MemoryError:
        _say(TOO_LARGE)
    return 0


def _coded(cell: Any) -> object:
    """A cell for the frame: as it is, but None where it is empty and dates as their text in a tuple."""
    kind = type(cell)
    if kind is str:
        return cell or None
    if kind is float or kind is int or kind is bool:
        return cell
    return (cell.isoformat(),) if hasattr(cell, "isoformat") else str(cell)


def _tell_counted(done: int, of: int) -> None:
    _say(DONE, _COUNTED * done // of)


def _say(*answer: Any) -> None:
    frame = marshal.dumps(answer)
    left = memoryview(len(frame).to_bytes(_LENGTH_BYTES, "big") + frame)
    while left:
        left = left[os.write(1, left) :]


def hear(stream: IO[bytes]) -> tuple[Any, ...] | None:
    """The next answer from such a process; None where there are no more."""
    head = stream.read(_LENGTH_BYTES)
    length = int.from_bytes(head, "big")
    frame = stream.read(length) if len(head) == _LENGTH_BYTES else b""
    if not frame or len(frame) < length:
        return None
    answer: tuple[Any, ...] = marshal.loads(frame)
    return answer


def _hold_to(memory_bytes: int, seconds: int) -> None:
    """Ask the system to stop this process at its limits; Windows has no such call, and the clock must do."""
    if sys.platform == "win32":
        return
    import resource

    for what, most in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_AS, memory_bytes),
    ):
        _, hard = resource.getrlimit(what)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(what, (allowed, hard))
        except (ValueError, OSError):
            return  # macOS refuses limits on address space
