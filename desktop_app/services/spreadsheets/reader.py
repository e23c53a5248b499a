"""Reads a spreadsheet in a process of its own, which is killed when it asks too much or nobody wants it.

A program of its own, rather than a forked or spawned copy of this one: a copy would load the window's
libraries again, and could not be told from the app by a bundle. It is this very executable, told what to
run: Python with two lines, or a bundled Evenhand with one argument (`worker.ARGUMENT`, answered first of
all in `desktop_app.__main__`).
"""

from __future__ import annotations

import importlib.util
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
from desktop_app.services.spreadsheets.sheets import Sheet, Workbook

if sys.platform == "linux":
    import fcntl

Progress = Callable[[int, int], None]
"""Called with steps done and steps in all."""
Cancelled = Callable[[], bool]
"""Asked often; True stops the reading."""

_Answers: TypeAlias = "queue.SimpleQueue[tuple[Any, ...] | None]"
_Sheets: TypeAlias = list[tuple[str, bool, bool, list[tuple[list[Any], list[int]]]]]
_Process: TypeAlias = "subprocess.Popen[bytes]"

_LOOK_UP_SECONDS = 0.05
_PIPE_BYTES = 1 << 20
_REFUSED = {
    worker.DAMAGED: RefusalCode.SPREADSHEET_DAMAGED,
    worker.TOO_LARGE: RefusalCode.SPREADSHEET_TOO_LARGE,
    worker.PROTECTED: RefusalCode.SPREADSHEET_PROTECTED,
}
_RUN = (
    "import sys; sys.path[:0] = sys.argv[1:]; "
    "from desktop_app.services.spreadsheets.worker import main; sys.exit(main())"
)


class WorkerFailed(RuntimeError):
    """The reading process ended by a fault of ours, before the file could be to blame."""


class Spare:
    """A reading process kept ready, so that the next file need not wait for one to start.

    May be used from several threads. A process that was refused a file, was cancelled or ended is not used
    again. Whoever makes a spare closes it.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: _Process | None = None
        self._closed = False

    def get_ready(self) -> None:
        """Start a process unless one stands ready; takes a few milliseconds and does not wait for it."""
        with self._lock:
            if self._process is None and not self._closed:
                self._process = _started()

    def take(self) -> _Process:
        """The process that stands ready, or a new one; the caller's until it is given back or killed."""
        with self._lock:
            process, self._process = self._process, None
        if process is not None and process.poll() is not None:
            _ended(process)
            process = None
        return process or _started()

    def give_back(self, process: _Process) -> None:
        """Keep a process that has answered in full."""
        with self._lock:
            if self._process is None and not self._closed:
                self._process = process
                return
        _ended(process)

    def close(self) -> None:
        """End the process that stands ready."""
        with self._lock:
            process, self._process, self._closed = self._process, None, True
        if process is not None:
            _ended(process)


def read(
    path: Path,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    limits: Limits = DEFAULT,
    spare: Spare | None = None,
) -> Workbook:
    """The spreadsheet at `path`, as plain values; may be called on any thread, and mostly waits.

    `spare` is a process that may stand ready. Raises Refusal: NOT_FOUND, IS_A_FOLDER, NO_PERMISSION,
    NOT_A_SPREADSHEET, SPREADSHEET_DAMAGED, SPREADSHEET_PROTECTED, SPREADSHEET_TOO_LARGE, CANCELLED. The file
    is only ever read.
    """
    try:
        check_file(path, limits)
        repacked = repack(path, limits)
        sheets = _answered(_request(repacked, limits), progress, cancelled, limits.seconds, spare)
    except Refusal as refusal:
        raise Refusal(refusal.code, path=str(path)) from refusal
    return Workbook(tuple(_sheet(*each) for each in sheets), repacked.made)


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
    return worker.frame((held_to, bounds, repacked.make.value, repacked.parts, repacked.archive))


def _started() -> _Process:
    process = subprocess.Popen(
        command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    if sys.platform == "linux" and process.stdin is not None:
        # A few megabytes go through at once, instead of in forty turns between two processes.
        with suppress(OSError):  # the system may allow less: then it takes the turns
            fcntl.fcntl(process.stdin.fileno(), fcntl.F_SETPIPE_SZ, _PIPE_BYTES)
    return process


def _ended(process: _Process) -> None:
    """End a process, and let go of everything that was held for it."""
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):  # what could not be handed over any more is not wanted
                pipe.close()


def _answered(
    request: bytes,
    progress: Progress | None,
    cancelled: Cancelled | None,
    seconds: float,
    spare: Spare | None,
) -> _Sheets:
    answers: _Answers = queue.SimpleQueue()
    process = _started() if spare is None else spare.take()
    talk = threading.Thread(target=_talk, args=(process, request, answers), daemon=True)
    talk.start()
    sheets: _Sheets | None = None
    try:
        sheets = _hear(process, answers, progress, cancelled, time.monotonic() + seconds)
        return sheets
    finally:
        if sheets is None or spare is None:
            process.kill()
        talk.join()
        if sheets is None or spare is None:
            _ended(process)
        else:
            spare.give_back(process)


def _talk(process: _Process, request: bytes, answers: _Answers) -> None:
    """Hand over the request, then pass on what comes back, up to the last answer or the end (None)."""
    assert process.stdin is not None
    assert process.stdout is not None
    with suppress(OSError):  # it ended before it had heard all: what it said tells why
        process.stdin.write(request)
        process.stdin.flush()
    while (answer := worker.hear(process.stdout)) is not None:
        answers.put(answer)
        if answer[0] in worker.LAST:
            return
    answers.put(None)


def _hear(
    process: _Process,
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
            raise _why_ended(process.wait(), parsing)
        kind = answer[0]
        if kind == worker.SHEETS:
            sheets: _Sheets = answer[1]
            return sheets
        if kind in _REFUSED:
            raise Refusal(_REFUSED[kind])
        parsing = parsing or kind == worker.PARSING
        if progress is not None:
            progress(answer[1], worker.STEPS)


def _why_ended(code: int, parsing: bool) -> Exception:
    """What it means that the process ended without an answer: by a signal, the system's limits stopped it."""
    if code < 0:
        return Refusal(RefusalCode.SPREADSHEET_TOO_LARGE)
    if parsing:
        return Refusal(RefusalCode.SPREADSHEET_DAMAGED)
    return WorkerFailed(f"the process that reads spreadsheets ended with code {code}")


def _sheet(name: str, hidden: bool, merged: bool, columns: list[tuple[list[Any], list[int]]]) -> Sheet:
    for cells, days in columns:
        for place in days:
            text: str = cells[place]
            cells[place] = datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    return Sheet(name, tuple(zip(*(cells for cells, _ in columns), strict=True)), hidden, merged)
