"""Calls a function in a process of its own, for threads of one Python would take turns with the window.

The process reads one request and answers in frames. Killing it at any moment leaves a workspace as it was.
"""

from __future__ import annotations

import os
import pickle
import queue
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, TypeAlias

from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.services.spreadsheets import worker

ARGUMENT: Final = "--call-apart"
"""With this argument alone a bundled Evenhand is this process."""

_PROGRESS, _RESULT, _REFUSED = range(3)
_LOOK_UP_SECONDS = 0.05
_RUN = "import sys; from desktop_app.services.apart import main; sys.exit(main())"
_Answers: TypeAlias = "queue.SimpleQueue[tuple[Any, ...] | None]"


class ApartFailed(RuntimeError):
    """The process ended by a fault of ours."""


def call(
    function: Callable[..., Any],
    *values: Any,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> Any:
    """What `function(*values, progress=…)` answers; may be called on any thread, and mostly waits.

    The function is one of a module, and its values and answer are plain enough to be pickled. Raises its
    refusals, and CANCELLED.
    """
    process = subprocess.Popen(
        [sys.executable, ARGUMENT] if getattr(sys, "frozen", False) else [sys.executable, "-c", _RUN],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=Path(__file__).resolve().parents[2],
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    answers: _Answers = queue.SimpleQueue()
    request = pickle.dumps((function, values))
    talk = threading.Thread(target=_talk, args=(process, request, answers), daemon=True)
    with process:
        talk.start()
        try:
            return _hear(process, answers, progress, cancelled)
        finally:
            process.kill()
            talk.join()


def main() -> int:
    """The process: a request on standard input, answers on standard output."""
    worker.step_back()
    with os.fdopen(0, "rb", closefd=False) as stream:
        function, values = pickle.load(stream)
    try:
        result = function(*values, progress=_tell)
    except Refusal as refusal:
        _say(_REFUSED, refusal.code.value, refusal.values)
    else:
        _say(_RESULT, pickle.dumps(result))
    return 0


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
    process: subprocess.Popen[bytes],
    answers: _Answers,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> Any:
    while True:
        if cancelled():
            raise Refusal(RefusalCode.CANCELLED)
        try:
            answer = answers.get(timeout=_LOOK_UP_SECONDS)
        except queue.Empty:
            continue
        if answer is None:
            raise ApartFailed(f"a process ended with code {process.wait()}")
        if answer[0] == _RESULT:
            return pickle.loads(answer[1])
        if answer[0] == _REFUSED:
            raise Refusal(RefusalCode(answer[1]), **answer[2])
        progress(answer[1], answer[2])


def _tell(done: int, of: int) -> None:
    _say(_PROGRESS, done, of)


def _say(*answer: Any) -> None:
    left = memoryview(worker.frame(answer))
    while left:
        left = left[os.write(1, left) :]
