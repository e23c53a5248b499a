"""Reads a spreadsheet in a process of its own, which is killed when it asks too much or nobody wants it.

A program of its own, rather than a forked or spawned copy of this one: a copy would load the window's
libraries again, and could not be told from the app by a bundle. It is this very executable, told what to
run: Python with two lines, or a bundled Evenhand with one argument (`worker.ARGUMENT`, answered first of
all in `desktop_app.__main__`).
"""

from __future__ import annotations

import importlib.util
import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services.spreadsheets import worker
from desktop_app.services.spreadsheets.archives import check_file
from desktop_app.services.spreadsheets.limits import DEFAULT, Limits
from desktop_app.services.spreadsheets.sheets import Cell, Sheet, Workbook

Progress = Callable[[int, int], None]
"""Called with steps done and steps in all."""
Cancelled = Callable[[], bool]
"""Asked often; True stops the reading."""

_LOOK_UP_SECONDS = 0.05
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
    """The spreadsheet at `path`, as plain values; may be called on any thread, and waits without computing.

    Raises Refusal: NOT_FOUND, IS_A_FOLDER, NO_PERMISSION, NOT_A_SPREADSHEET, SPREADSHEET_DAMAGED,
    SPREADSHEET_PROTECTED, SPREADSHEET_TOO_LARGE, CANCELLED. The file is only ever read.
    """
    try:
        check_file(path, limits)
        return _answered(path, progress, cancelled, limits)
    except Refusal as refusal:
        raise Refusal(refusal.code, path=str(path)) from refusal


def _answered(path: Path, progress: Progress | None, cancelled: Cancelled | None, limits: Limits) -> Workbook:
    request = json.dumps({"path": str(path.absolute()), "limits": asdict(limits)})
    with subprocess.Popen(
        command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        listener = threading.Thread(target=_listen, args=(process.stdout, lines), daemon=True)
        listener.start()
        try:
            with suppress(BrokenPipeError):  # it ended already: the listener hears how
                process.stdin.write(request.encode() + b"\n")
                process.stdin.close()
            return _hear(process, lines, progress, cancelled, time.monotonic() + limits.seconds)
        finally:
            process.kill()
            listener.join()


def command() -> list[str]:
    """The command that starts the reading process from this Evenhand, bundled or not."""
    if getattr(sys, "frozen", False):
        return [sys.executable, worker.ARGUMENT]
    # Isolated and without site: a third quicker to start, and nothing of the user's own Python is run.
    return [sys.executable, "-I", "-S", "-c", _RUN, *map(str, _folders())]


def _folders() -> list[Path]:
    found = importlib.util.find_spec("python_calamine")
    if found is None or found.origin is None:
        raise WorkerFailed("python_calamine is not installed")
    return [Path(__file__).resolve().parents[3], Path(found.origin).parents[1]]


def _listen(stream: IO[bytes], lines: queue.SimpleQueue[bytes]) -> None:
    for line in stream:
        lines.put(line)
    lines.put(b"")


def _hear(
    process: subprocess.Popen[bytes],
    lines: queue.SimpleQueue[bytes],
    progress: Progress | None,
    cancelled: Cancelled | None,
    until: float,
) -> Workbook:
    parsing = False
    while True:
        if cancelled is not None and cancelled():
            raise Refusal(RefusalCode.CANCELLED)
        if time.monotonic() > until:
            raise Refusal(RefusalCode.SPREADSHEET_TOO_LARGE)
        try:
            line = lines.get(timeout=_LOOK_UP_SECONDS)
        except queue.Empty:
            continue
        if not line:
            raise _ended(process.wait(), parsing)
        answer = json.loads(line)
        if "refused" in answer:
            raise Refusal(RefusalCode(answer["refused"]))
        if "sheets" in answer:
            return _workbook(answer)
        parsing = parsing or "parsing" in answer
        if progress is not None:
            progress(answer["done"], worker.STEPS)


def _ended(code: int, parsing: bool) -> Exception:
    """What it means that the process ended without an answer: by a signal, the system's limits stopped it."""
    if code < 0:
        return Refusal(RefusalCode.SPREADSHEET_TOO_LARGE)
    if parsing:
        return Refusal(RefusalCode.SPREADSHEET_DAMAGED)
    return WorkerFailed(f"the process that reads spreadsheets ended with code {code}")


def _workbook(answer: dict[str, Any]) -> Workbook:
    sheets = tuple(
        Sheet(name, tuple(tuple(map(_cell, row)) for row in rows)) for name, rows in answer["sheets"]
    )
    return Workbook(sheets, date.fromisoformat(answer["made"]) if answer["made"] else None)


def _cell(coded: bool | int | float | str | None) -> Cell:
    if type(coded) is not str:
        return coded
    text = coded[1:]
    if coded[0] == "=":
        return text
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
