"""Reads a spreadsheet in a process of its own, which is killed when it asks too much or nobody wants it.

A program of its own, rather than a forked or spawned copy of this one: a copy would load the window's
libraries again, and could not be told from the app by a bundle. It is this very executable, told what to
run: Python with two lines, or a bundled Evenhand with one argument (`worker.ARGUMENT`, answered first of
all in `desktop_app.__main__`).
"""

from __future__ import annotations

import importlib.util
import marshal
import math
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeAlias

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services.spreadsheets import worker
from desktop_app.services.spreadsheets.archives import Repacked, check_file, repack
from desktop_app.services.spreadsheets.limits import DEFAULT, Limits
from desktop_app.services.spreadsheets.sheets import Cell, Sheet, Workbook

Progress = Callable[[int, int], None]
"""Called with steps done and steps in all."""
Cancelled = Callable[[], bool]
"""Asked often; True stops the reading."""

_Answers: TypeAlias = "queue.SimpleQueue[tuple[Any, ...] | None]"
_Sheets: TypeAlias = list[tuple[str, list[list[Any]]]]

_LOOK_UP_SECONDS = 0.05
_REFUSED = {
    worker.DAMAGED: RefusalCode.SPREADSHEET_DAMAGED,
    worker.TOO_LARGE: RefusalCode.SPREADSHEET_TOO_LARGE,
}
_RUN = (
    "import sys; sys.path[:0] = sys.argv[1:]; "
    "from desktop_app.services.spreadsheets.worker import main; sys.exit(main())"
)


class WorkerFailed(RuntimeError):
    """The reading process ended by a fault of ours, before the file could be to blame."""


def read(
    path: Path,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    limits: Limits = DEFAULT,
) -> Workbook:
    """The spreadsheet at `path`, as plain values; may be called on any thread, and mostly waits.

    Raises Refusal: NOT_FOUND, IS_A_FOLDER, NO_PERMISSION, NOT_A_SPREADSHEET, SPREADSHEET_DAMAGED,
    SPREADSHEET_PROTECTED, SPREADSHEET_TOO_LARGE, CANCELLED. The file is only ever read.
    """
    try:
        check_file(path, limits)
        repacked = repack(path, limits)
        sheets = _answered(_request(repacked, limits), progress, cancelled, limits.seconds)
    except Refusal as refusal:
        raise Refusal(refusal.code, path=str(path)) from refusal
    return Workbook(
        tuple(Sheet(name, tuple(tuple(map(_cell, row)) for row in rows)) for name, rows in sheets),
        repacked.made,
    )


def command() -> list[str]:
    """The command that starts the reading process from this Evenhand, bundled or not."""
    if getattr(sys, "frozen", False):
        return [sys.executable, worker.ARGUMENT]
    # Isolated and without site: quicker to start, and nothing of the user's own Python is run.
    return [sys.executable, "-I", "-S", "-c", _RUN, *map(str, _folders())]


def _folders() -> list[Path]:
    found = importlib.util.find_spec("python_calamine")
    if found is None or found.origin is None:
        raise WorkerFailed("python_calamine is not installed")
    return [Path(__file__).resolve().parents[3], Path(found.origin).parents[1]]


def _request(repacked: Repacked, limits: Limits) -> bytes:
    bounds = (limits.sheets, limits.columns, limits.cells, limits.repeated_bytes)
    held_to = (limits.memory_bytes, math.ceil(limits.seconds))
    return marshal.dumps((held_to, bounds, repacked.start, repacked.length, repacked.archive))


def _answered(
    request: bytes, progress: Progress | None, cancelled: Cancelled | None, seconds: float
) -> _Sheets:
    answers: _Answers = queue.SimpleQueue()
    with subprocess.Popen(
        command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as process:
        talk = threading.Thread(target=_talk, args=(process, request, answers), daemon=True)
        talk.start()
        try:
            return _hear(process, answers, progress, cancelled, time.monotonic() + seconds)
        finally:
            process.kill()
            talk.join()


def _talk(process: subprocess.Popen[bytes], request: bytes, answers: _Answers) -> None:
    """Hand over the request, then pass on what comes back, until there is nothing more (None)."""
    assert process.stdin is not None
    assert process.stdout is not None
    with suppress(OSError):  # it ended before it had heard all: what it said tells why
        process.stdin.write(request)
        process.stdin.close()
    while (answer := worker.hear(process.stdout)) is not None:
        answers.put(answer)
    answers.put(None)


def _hear(
    process: subprocess.Popen[bytes],
    answers: _Answers,
    progress: Progress | None,
    cancelled: Cancelled | None,
    until: float,
) -> _Sheets:
    parsing = False
    while True:
        if cancelled is not None and cancelled():
            raise Refusal(RefusalCode.CANCELLED)
        if time.monotonic() > until:
            raise Refusal(RefusalCode.SPREADSHEET_TOO_LARGE)
        try:
            answer = answers.get(timeout=_LOOK_UP_SECONDS)
        except queue.Empty:
            continue
        if answer is None:
            raise _ended(process.wait(), parsing)
        kind = answer[0]
        if kind == worker.SHEETS:
            sheets: _Sheets = answer[1]
            return sheets
        if kind in _REFUSED:
            raise Refusal(_REFUSED[kind])
        parsing = parsing or kind == worker.PARSING
        if progress is not None:
            progress(answer[1], worker.STEPS)


def _ended(code: int, parsing: bool) -> Exception:
    """What it means that the process ended without an answer: by a signal, the system's limits stopped it."""
    if code < 0:
        return Refusal(RefusalCode.SPREADSHEET_TOO_LARGE)
    if parsing:
        return Refusal(RefusalCode.SPREADSHEET_DAMAGED)
    return WorkerFailed(f"the process that reads spreadsheets ended with code {code}")


def _cell(coded: Any) -> Cell:
    if type(coded) is not tuple:
        cell: Cell = coded
        return cell
    text: str = coded[0]
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
