"""Imports a table in processes of its own, so that the window goes on painting while a million rows come in.

One process writes, over its own connection to the file, what another one reads and understands meanwhile; the
window takes the step in by `Workspace.follow`, as it would anybody's. Killing them at any moment leaves the
file as it was.
"""

from __future__ import annotations

import os
import pickle
import queue
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeAlias

from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Measure
from desktop_app.domain.records import KIND_NAMES, RECORD_KINDS, Record
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services.additions import additions
from desktop_app.services.spreadsheets import worker
from desktop_app.services.tabular import guessing, reading, understanding
from desktop_app.services.tabular.applying import STEP, Report, Work, apply_at_once
from desktop_app.services.tabular.books import Book, Sheet
from desktop_app.services.tabular.layouts import Layout
from desktop_app.services.tabular.targets import MeasureNames
from desktop_app.services.tabular.understanding import Cancelled, Progress
from desktop_app.services.workspace import KeyedPath, Workspace
from desktop_app.store import codec

ARGUMENT: Final = "--bring-table"
"""With this argument alone a bundled Evenhand is this process."""

SMALL: Final = 2_000
"""Rows; so few are quicker imported than a process is started."""

_FEW_PROCESSORS: Final = 2
"""Of so few, one is left to the window: two processes that work would delay its frames by a sixth."""

_DONE, _REPORT, _REFUSED, _COLUMNS, _RECORDS = range(5)
_LOOK_UP_SECONDS = 0.05
_RUN = "import sys; from desktop_app.services.tabular.bringing import main; sys.exit(main())"
_Answers: TypeAlias = "queue.SimpleQueue[tuple[Any, ...] | None]"


class BringingFailed(RuntimeError):
    """The importing process ended by a fault of ours."""


@dataclass(frozen=True)
class Wanted:
    """What is to be imported from where."""

    file: Path | KeyedPath
    """The workspace; a key goes to the other processes over their standard input, where nobody else reads."""
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
    gently: bool = False
    """Whether a window is to go first where processors are few."""


def bring(wanted: Wanted, progress: Progress | None = None, cancelled: Cancelled | None = None) -> Report:
    """Import a table into a workspace file by other processes; may be called on any thread, and mostly waits.

    Raises the refusals of `reading.read`, `understanding.understand` and of the workspace, and CANCELLED,
    which is heeded until the step is kept; after a refusal the file is as it was.
    """
    answers: _Answers = queue.SimpleQueue()
    with _started() as process:
        talk = threading.Thread(target=_talk, args=(process, wanted, answers), daemon=True)
        talk.start()
        try:
            return _hear(answers, process, progress, cancelled)
        finally:
            process.kill()
            talk.join()


def sheet_of(book: Book, name: str, path: Path) -> Sheet:
    """The sheet of a name, or the first that is shown; Refusal BAD_ARGUMENT where there is none."""
    if not name:
        return book.shown[0]
    found = next((sheet for sheet in book.sheets if sheet.name.casefold() == name.casefold()), None)
    if found is None:
        raise Refusal(RefusalCode.BAD_ARGUMENT, name="sheet", value=name, path=str(path))
    return found


def main() -> int:
    """The importing process: a request on standard input, answers on standard output.

    It writes what a second such process reads and understands meanwhile.
    """
    with os.fdopen(0, "rb", closefd=False) as stream:
        reads, wanted = pickle.load(stream)
    if wanted.gently:
        worker.step_back()
    try:
        report = _understood(wanted, _PassedOn()) if reads else _written(wanted)
    except Refusal as refusal:
        _say(_REFUSED, refusal.code.value, refusal.values)
    else:
        _say(_REPORT, report.as_json())
    return 0


def _written(wanted: Wanted) -> Report:
    """Keep what the process that understands the table passes on, or what this one understands itself."""
    if wanted.gently and (os.cpu_count() or 1) <= _FEW_PROCESSORS:
        with additions(wanted.file, STEP) as work:
            return _understood(wanted, work)
    with _started() as process, additions(wanted.file, STEP) as work:
        assert process.stdout is not None
        _ask(process, wanted, reads=True)
        while (answer := worker.hear(process.stdout)) is not None:
            kind, *values = answer
            if kind == _COLUMNS:
                work.put_columns(Figure, values[0])
            elif kind == _RECORDS:
                work.put_all(codec.from_json(RECORD_KINDS[name], text) for name, text in values[0])
            elif kind == _REFUSED:
                raise Refusal(RefusalCode(values[0]), **values[1])
            elif kind == _REPORT:
                return Report(**values[0])
            else:
                _say(*answer)
        raise BringingFailed(f"the process that reads ended with code {process.wait()}")


def _understood(wanted: Wanted, work: Work) -> Report:
    """Read the table and pass its rows on as they are understood."""
    today = wanted.today or date.today()  # noqa: DTZ011 - the day by this computer's clock is meant
    book = reading.read(wanted.source, separator=wanted.separator, encoding=wanted.encoding)
    sheet = sheet_of(book, wanted.sheet, wanted.source)
    with Workspace.open(wanted.file) as workspace:
        layout = wanted.layout
        if layout is None:
            layout = guessing.guess(sheet, MeasureNames(workspace.every(Measure)), today)
        try:
            understanding.check(layout)
            plan = understanding.Plan(workspace, sheet, layout, today, file_name=book.name)
            return apply_at_once(workspace, plan, work, wanted.ticks, _tell)
        except Refusal as refusal:
            raise Refusal(refusal.code, **{"path": str(wanted.source), **refusal.values}) from refusal


class _PassedOn:
    """Passes on what is to be kept to the process that writes."""

    def put_columns(self, kind: type[Record], columns: Mapping[str, Any]) -> None:
        """New figures as columns of cells."""
        assert kind is Figure
        _say(_COLUMNS, dict(columns))

    def put_all(self, records: Iterable[Record]) -> None:
        """New records."""
        _say(_RECORDS, [(KIND_NAMES[type(record)], codec.to_json(record)) for record in records])


@contextmanager
def _started() -> Iterator[subprocess.Popen[bytes]]:
    """An importing process for the length of a block."""
    process = subprocess.Popen(
        _command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=Path(__file__).resolve().parents[3],
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    with process:
        try:
            yield process
        finally:
            process.kill()


def _ask(process: subprocess.Popen[bytes], wanted: Wanted, *, reads: bool) -> None:
    """Tell a process what is wanted, and whether it is to read or to write."""
    assert process.stdin is not None
    with suppress(OSError):  # it ended before it had heard all: that it ended is told by its answers
        process.stdin.write(pickle.dumps((reads, wanted)))
        process.stdin.close()


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, ARGUMENT]
    return [sys.executable, "-c", _RUN]


def _talk(process: subprocess.Popen[bytes], wanted: Wanted, answers: _Answers) -> None:
    assert process.stdout is not None
    _ask(process, wanted, reads=False)
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


def _tell(done: int, of: int) -> None:
    _say(_DONE, done, of)


def _say(*answer: Any) -> None:
    left = memoryview(worker.frame(answer))
    while left:
        left = left[os.write(1, left) :]
