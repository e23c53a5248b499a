"""Reads the command line: opens the window, or does one thing to a workspace and answers in the terminal."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from desktop_app.commands.options import UNUSABLE, parser
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.words.translate import _

_COMMANDS = (
    *("open", "new", "import", "export", "article", "attach", "series", "changes", "chart", "screenshot"),
    *("check", "case", "charts", "brief", "present"),
)


def _with_command(arguments: Sequence[str]) -> list[str]:
    """Put in the word "open" where it was left out: `evenhand`, `evenhand FILE`, `evenhand --sample`."""
    first = next((word for word in arguments if not word.startswith("-")), "")
    asks_about = {"-h", "--help", "--version"} & set(arguments)
    if first in _COMMANDS or (asks_about and not first):
        return list(arguments)
    return ["open", *arguments]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; answers with the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    reader = parser()
    options = reader.parse_args(_with_command(given))
    if contradiction := _contradiction(options):
        reader.error(contradiction)
    try:
        return _runner(options.command)(options)
    except Refusal as refusal:
        return _refuse(refusal)
    except BrokenPipeError:
        # The reader of our output went away (as `head` does); there is nobody left to tell.
        _let_go(sys.stdout)
        return 0


def _contradiction(options: argparse.Namespace) -> str:
    """What is wrong with options that are each well formed; empty where they go together."""
    if options.command == "series" and options.start and options.end and options.start > options.end:
        return _("--from is after --to, so there is no day between them")
    if options.command == "changes" and options.until and options.since > options.until:
        return _("--since is after --until, so there is no day between them")
    if options.command == "import" and options.edition and len(options.source) > 1:
        return _("--edition goes with one file: import the others on their own")
    return ""


def _refuse(refusal: Refusal) -> int:
    from desktop_app.words import refusals

    if sys.stderr is not None:
        try:
            sys.stderr.write(f"evenhand: {refusals.sentence(refusal)}\n")
        except OSError:
            # Where nobody hears standard error, the exit code says it alone.
            _let_go(sys.stderr)
    return UNUSABLE


def _let_go(stream: TextIO) -> None:
    """Let nothing come of what `stream` still holds, which at the end would be one more fault."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def _runner(command: str) -> Callable[[argparse.Namespace], int]:
    if command == "open":
        return _open
    if command == "present":
        return _present
    if command == "changes":
        from desktop_app.commands import changes

        return changes.changes
    if command in ("charts", "chart", "screenshot"):
        from desktop_app.commands import pictures

        drawing = {"charts": pictures.charts, "chart": pictures.chart, "screenshot": pictures.screenshot}
        return drawing[command]
    if command == "brief":
        from desktop_app.commands import briefs

        return briefs.brief
    if command == "export":
        from desktop_app.commands import exporting

        return exporting.export
    if command == "article":
        from desktop_app.commands import articles

        return articles.article
    if command == "attach":
        from desktop_app.commands import evidence

        return evidence.attach
    if command == "check":
        from desktop_app.commands import checking

        return checking.check
    if command == "case":
        from desktop_app.commands import cases

        return cases.case
    if command == "import":
        from desktop_app.commands import importing

        return importing.import_files
    from desktop_app.commands import records

    return records.new if command == "new" else records.series


def _open(options: argparse.Namespace) -> int:
    if options.file is not None:
        _check_there(options.file)
    from desktop_app.commands import display

    display.require()
    from desktop_app import app

    file = options.file
    if file is not None and options.passphrase_file is not None:
        from desktop_app.commands.unlocking import unlocked

        file = unlocked(options)
    return app.run(app.Opening(file, options.sample))


def _present(options: argparse.Namespace) -> int:
    from desktop_app.commands import display, presenting

    file, scene = presenting.file_and_scene(options)
    display.require()
    from desktop_app import app

    return app.run(app.Opening(file, talk=app.Talk(scene, options.screen)))


def _check_there(path: Path) -> None:
    """Refuse a file that is not there before the window is shown; what it is, is looked at later."""
    try:
        path.stat()
    except PermissionError as error:
        raise Refusal(RefusalCode.NO_PERMISSION, path=str(path)) from error
    except OSError as error:
        raise Refusal(RefusalCode.NOT_FOUND, path=str(path)) from error
