"""Says the answer of a command on standard output."""

from __future__ import annotations

import os
import sys

from desktop_app.domain.refusals import Refusal, RefusalCode


def say(text: str) -> None:
    """Write an answer at once, so that it cannot fail to be written after all has been told to be well."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        # What is left in the buffer would be tried again at the end, and complained of.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise Refusal(RefusalCode.NO_OUTPUT) from error
