"""Imports a table in a process of its own, so that the window goes on painting while a million rows come in.

The process has its own connection to the file; the window takes the step in by `Workspace.follow`, as it
would another process's. Killing it at any moment leaves the file as it was.
"""

from __future__ import annotations

import os
import pickle
import queue
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeAlias

from desktop_app.domain.measures import Measure
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services.spreadsheets import worker
from desktop_app.services.tabular import guessing, reading, understanding
from desktop_app.services.tabular.applying import Report, apply
from desktop_app.services.tabular.books import Book, Sheet
from desktop_app.services.tabular.layouts import Layout
from desktop_app.services.tabular.targets import MeasureNames
from desktop_app.services.tabular.understanding import Cancelled, Progress
from desktop_app.services.workspace import Workspace

ARGUMENT: Final = "--bring-table"
"""With this argument alone a bundled Evenhand is this process."""

SMALL: Final = 20_000
"""Rows; so few are quicker imported than a process is started."""

_DONE, _REPORT, _REFUSED = range(3)
_LOOK_UP_SECONDS = 0.05
_RUN = "import sys; from desktop_app.services.tabular.bringing import main; sys.exit(main())"
_Answers: TypeAlias = "queue.SimpleQueue[tuple[Any, ...] | None]"


class BringingFailed(RuntimeError):
    """The importing process ended by a fault of ours."""


@dataclass(frozen=True)
class Wanted:
    """What is to be imported from where."""

    file: Path
    """The workspace."""
    source: Path
    sheet: str = ""
    """The sheet's name; the first that is shown where it is empty."""
    layout: Layout | None = None
    """How the sheet is read; guessed where it is None."""
    ticks: bytes | None = None
    """One byte for each value, as `Plan.ticked`; what is new and sound where it is None."""
    today: date | None = None
    separator: str = ""
    """What parts the cells of a text file, where it was chosen."""
    encoding: str = ""
    """Of a text file, where it was chosen."""


def bring(wanted: Wanted, progress: Progress | None = None, cancelled: Cancelled | None = None) -> Report:
    """Import a table into a workspace file by another process; may be called on any thread, and mostly waits.

    Raises the refusals of `reading.read`, `understanding.understand` and of the workspace, and CANCELLED,
    which is heeded until the step is kept; after a refusal the file is as it was.
    """
    process = subprocess.Popen(
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=Path(__file__).resolve().parents[3],
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    answers: _Answers = queue.SimpleQueue()
    talk = threading.Thread(target=_talk, args=(process, pickle.dumps(wanted), answers), daemon=True)
    with process:
        talk.start()
        try:
            return _hear(answers, process, progress, cancelled)
        finally:
            process.kill()
            talk.join()


def bring_here(
    wanted: Wanted, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Report:
    """As `bring`, within this process, over a connection of its own."""
    today = wanted.today or date.today()  # noqa: DTZ011 - the day by this computer's clock is meant
    book = reading.read(
        wanted.source, cancelled=cancelled, separator=wanted.separator, encoding=wanted.encoding
    )
    sheet = sheet_of(book, wanted.sheet, wanted.source)
    with Workspace.open(wanted.file) as workspace:
        layout = wanted.layout
        if layout is None:
            layout = guessing.guess(sheet, MeasureNames(workspace.every(Measure)), today)
        try:
            plan = understanding.understand(
                workspace,
                sheet,
                layout,
                today,
                file_name=book.name,
                progress=_half(progress, 0),
                cancelled=cancelled,
            )
        except Refusal as refusal:
            raise Refusal(refusal.code, **{"path": str(wanted.source), **refusal.values}) from refusal
        return apply(workspace, plan, wanted.ticks, _half(progress, 1), cancelled)


def sheet_of(book: Book, name: str, path: Path) -> Sheet:
    """The sheet of a name, or the first that is shown; Refusal BAD_ARGUMENT where there is none."""
    if not name:
        return book.shown[0]
    found = next((sheet for sheet in book.sheets if sheet.name.casefold() == name.casefold()), None)
    if found is None:
        raise Refusal(RefusalCode.BAD_ARGUMENT, name="sheet", value=name, path=str(path))
    return found


def main() -> int:
    """The importing process: a request on standard input, answers on standard output."""
    with os.fdopen(0, "rb", closefd=False) as stream:
        wanted: Wanted = pickle.load(stream)
    try:
        report = bring_here(wanted, _tell)
    except Refusal as refusal:
        _say(_REFUSED, refusal.code.value, refusal.values)
    else:
        _say(_REPORT, report.as_json())
    return 0


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, ARGUMENT]
    return [sys.executable, "-c", _RUN]


def _talk(process: subprocess.Popen[bytes], request: bytes, answers: _Answers) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    with suppress(OSError):  # it ended before it had heard all: that it ended is told below
        process.stdin.write(request)
        process.stdin.close()
    while (answer := worker.hear(process.stdout)) is not None:
        answers.put(answer)
    answers.put(None)


def _hear(
    answers: _Answers,
    process: subprocess.Popen[bytes],
    progress: Progress | None,
    cancelled: Cancelled | None,
) -> Report:
    while True:
        if cancelled is not None and cancelled():
            raise Refusal(RefusalCode.CANCELLED)
        try:
            answer = answers.get(timeout=_LOOK_UP_SECONDS)
        except queue.Empty:
            continue
        if answer is None:
            raise BringingFailed(f"the process that imports ended with code {process.wait()}")
        if answer[0] == _REPORT:
            return Report(**answer[1])
        if answer[0] == _REFUSED:
            raise Refusal(RefusalCode(answer[1]), **answer[2])
        if progress is not None:
            progress(answer[1], answer[2])


def _half(progress: Progress | None, which: int) -> Progress | None:
    """Progress through one of two goes over the same rows."""
    if progress is None:
        return None
    told = progress

    def tell(done: int, of: int) -> None:
        told(which * of + done, 2 * of)

    return tell


def _tell(done: int, of: int) -> None:
    _say(_DONE, done, of)


def _say(*answer: Any) -> None:
    left = memoryview(worker.frame(answer))
    while left:
        left = left[os.write(1, left) :]
