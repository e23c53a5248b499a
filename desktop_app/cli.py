"""Reads the command line: opens the window, or does one thing to a workspace and answers in the terminal."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from desktop_app import __version__
from desktop_app.domain.refusals import Refusal, RefusalCode
from desktop_app.words.translate import _

UNUSABLE = 2
"""The exit code when nothing could be done; the reason is one sentence on standard error."""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments in one sentence, as every other refusal is said."""

    def error(self, message: str) -> None:  # type: ignore[override]
        from desktop_app.words.refusals import printable

        self.exit(UNUSABLE, f"{self.prog}: {printable(message)}\n")


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    top = _Parser(prog="evenhand", description=_("An offline ledger for reciprocal migration schemes."))
    top.add_argument("--version", action="version", version=f"evenhand {__version__}")
    commands = top.add_subparsers(dest="command", metavar=_("COMMAND"), parser_class=_Parser)
    _window(commands.add_parser("open", help=_("open the window (the word may be left out)")))
    _new(commands.add_parser("new", help=_("make a workspace")))
    _import(commands.add_parser("import", help=_("import spreadsheets of the Home Office time series")))
    _series(commands.add_parser("series", help=_("print a measure as a series")))
    _chart(commands.add_parser("chart", help=_("draw a chart into a file")))
    _screenshot(commands.add_parser("screenshot", help=_("draw a page of the window into a file")))
    _check(commands.add_parser("check", help=_("check the file; exit 0 clean, 1 findings, 2 unusable")))
    return top


def _window(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("file", nargs="?", type=Path, help=_("a workspace"))
    sub.add_argument("--sample", action="store_true", help=_("open a fresh copy of the example"))


def _new(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("file", type=Path)
    sub.add_argument("--sample", action="store_true", help=_("with the records of the example"))


def _import(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("file", type=Path)
    sub.add_argument("source", nargs="+", type=Path)
    sub.add_argument("--edition", type=_day, help=_("the day the edition was published, 2025-11-14"))
    sub.add_argument("--json", action="store_true")


def _series(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("file", type=Path)
    sub.add_argument("measure", help=_("a measure's code, such as ARR, RET or ADM"))
    sub.add_argument("--from", dest="start", type=_day)
    sub.add_argument("--to", dest="end", type=_day)
    sub.add_argument("--known-on", type=_day)
    sub.add_argument("--cumulative", action="store_true", help=_("the running total"))
    form = sub.add_mutually_exclusive_group()
    form.add_argument("--csv", action="store_true", help=_("as CSV; this is the default"))
    form.add_argument("--json", action="store_true")


def _chart(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("file", type=Path)
    sub.add_argument("chart", help=_("a chart's name: returns-arrivals"))
    sub.add_argument("out", type=Path, help=_("a .png, .svg or .pdf file"))
    sub.add_argument("--known-on", type=_day)
    sub.add_argument("--theme", choices=("light", "dark"), default="light")
    sub.add_argument("--size", type=_size, default=(1000, 640), help=_("width x height, as 1920x1080"))


def _screenshot(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("file", type=Path)
    sub.add_argument("page", help=_("overview, figures, cases, sources or charts"))
    sub.add_argument("out", type=Path, help=_("a .png file"))
    sub.add_argument("--theme", choices=("light", "dark"), default="light")
    sub.add_argument("--size", type=_size, default=(1366, 768), help=_("width x height, as 1920x1080"))


def _check(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("file", type=Path)
    sub.add_argument("--json", action="store_true")


def _day(text: str):  # type: ignore[no-untyped-def]  # noqa: ANN202 - argparse's own protocol
    from datetime import date

    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("{text} is not a day; write it as 2025-11-14").format(text=repr(text))
        ) from None


def _size(text: str) -> tuple[int, int]:
    width, cross, height = text.lower().partition("x")
    if not (cross and width.isdigit() and height.isdigit()):
        raise argparse.ArgumentTypeError(
            _("{text} is not a size; write it as 1366x768").format(text=repr(text))
        )
    if not (200 <= int(width) <= 10_000 and 150 <= int(height) <= 10_000):
        raise argparse.ArgumentTypeError(_("a size runs from 200x150 to 10000x10000"))
    return int(width), int(height)


_COMMANDS = ("open", "new", "import", "series", "chart", "screenshot", "check")


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
    if command in ("chart", "screenshot"):
        from desktop_app.commands import pictures

        return pictures.chart if command == "chart" else pictures.screenshot
    from desktop_app.commands import records

    return {
        "new": records.new,
        "import": records.import_files,
        "series": records.series,
        "check": records.check,
    }[command]


def _open(options: argparse.Namespace) -> int:
    if options.file is not None:
        _check_there(options.file)
    from desktop_app.commands import display

    display.require()
    from desktop_app import app

    return app.run(app.Opening(options.file, options.sample))


def _check_there(path: Path) -> None:
    """Refuse a file that is not there before the window is shown; what it is, is looked at later."""
    try:
        path.stat()
    except PermissionError as error:
        raise Refusal(RefusalCode.NO_PERMISSION, path=str(path)) from error
    except OSError as error:
        raise Refusal(RefusalCode.NOT_FOUND, path=str(path)) from error
