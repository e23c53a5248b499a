"""The process that reads one spreadsheet: a request on standard input, answers line by line on the output.

It is started by `reader` and needs the standard library and python-calamine alone. Whatever a stranger's file
does to it, the app goes on: it may be killed at any time.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services.spreadsheets.archives import unpack
from desktop_app.services.spreadsheets.counting import check_content
from desktop_app.services.spreadsheets.limits import Limits

ARGUMENT = "--read-spreadsheet"
"""With this argument alone a bundled Evenhand is this process (it has no Python to start otherwise)."""

STEPS = 100
"""Progress is told in hundredths."""
_COUNTED, _PARSED = 70, 90


def main() -> int:
    """Answer the request on standard input; the exit code is 0 whether the file was read or refused."""
    # By number: a program without a console may have no sys.stdin and sys.stdout.
    with os.fdopen(0, "rb", closefd=False) as stream:
        request = json.loads(stream.readline())
    limits = Limits(**request["limits"])
    _hold_to(limits)
    try:
        answer = _read(Path(request["path"]), limits)
    except Refusal as refusal:
        answer = {"refused": refusal.code.value}
    except MemoryError:
        answer = {"refused": RefusalCode.SPREADSHEET_TOO_LARGE.value}
    _say(answer)
    return 0


def _read(path: Path, limits: Limits) -> dict[str, Any]:
    # Imported before the file is touched: a reader that is missing is our fault, not the file's.
    from python_calamine import CalamineError, CalamineWorkbook

    unpacked = unpack(path, limits)
    check_content(unpacked.content, limits, _tell_counted)
    _say({"parsing": True, "done": _COUNTED})
    try:
        workbook = CalamineWorkbook.from_filelike(unpacked.repacked())
        sheets = [
            [name, workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)]
            for name in workbook.sheet_names
        ]
    except CalamineError as error:
        raise Refusal(RefusalCode.SPREADSHEET_DAMAGED) from error
    _say({"done": _PARSED})
    return {
        "sheets": [[name, [[_coded(cell) for cell in row] for row in rows]] for name, rows in sheets],
        "made": unpacked.made.isoformat() if unpacked.made else None,
    }


def _coded(cell: object) -> object:
    """A cell for the line: numbers as they are, text after "=", dates after "@", empty as null."""
    if type(cell) is float or type(cell) is bool or type(cell) is int:
        return cell
    if type(cell) is str:
        return "=" + cell if cell else None
    if isinstance(cell, datetime | date):
        return "@" + cell.isoformat()
    return f"={cell}"


def _tell_counted(done: int, of: int) -> None:
    _say({"done": _COUNTED * done // of})


def _say(line: dict[str, Any]) -> None:
    text = memoryview(json.dumps(line, separators=(",", ":")).encode() + b"\n")
    while text:
        text = text[os.write(1, text) :]


def _hold_to(limits: Limits) -> None:
    """Ask the system to stop this process at its limits; Windows has no such call, and the clock must do."""
    if sys.platform == "win32":
        return
    import resource

    seconds = int(limits.seconds) + 1
    for what, most in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with suppress(ValueError, OSError):  # macOS refuses limits on address space
            resource.setrlimit(what, (allowed, hard))
