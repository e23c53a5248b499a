"""The commands of the terminal and their options."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from desktop_app import __version__
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
    _import(commands.add_parser("import", help=_("import a table, such as the Home Office time series")))
    _export(commands.add_parser("export", help=_("export figures, or the whole ledger")))
    _article(commands.add_parser("article", help=_("list the numbers of an article; writes nothing")))
    _attach(commands.add_parser("attach", help=_("keep copies of files with a source")))
    _series(commands.add_parser("series", help=_("print a measure as a series")))
    _changes(commands.add_parser("changes", help=_("print what changed between two days")))
    _case(commands.add_parser("case", help=_("print the cases, or one of them with its events")))
    _charts(commands.add_parser("charts", help=_("list the charts by their names, with their options")))
    _chart(commands.add_parser("chart", help=_("draw a chart into a file, or write its values")))
    _brief(commands.add_parser("brief", help=_("write a briefing: charts, figures with sources, statements")))
    _screenshot(commands.add_parser("screenshot", help=_("draw a page of the window into a file")))
    _present(commands.add_parser("present", help=_("open the window and give the talk")))
    _check(commands.add_parser("check", help=_("check the file, and what its numbers say of each other")))
    return top


def _window(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("file", nargs="?", type=Path, help=_("a workspace"))
    sub.add_argument("--sample", action="store_true", help=_("open a fresh copy of the example"))
    _unlocks(sub)


def _new(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("file", type=Path)
    sub.add_argument("--sample", action="store_true", help=_("with the records of the example"))
    sub.add_argument(
        "--passphrase-file", type=Path, metavar="PATH", help=_("with the passphrase in a file's first line")
    )


def _import(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("file", type=Path)
    sub.add_argument("source", nargs="+", type=Path)
    sub.add_argument("--edition", type=_day, help=_("the day the edition was published, 2025-11-14"))
    sub.add_argument("--sheet", help=_("which sheet of a spreadsheet"))
    sub.add_argument(
        "--map", action="append", metavar="TITLE=FIELD", help=_("what a column holds: Total=value")
    )
    sub.add_argument("--measure", help=_("what is counted where no column says it, such as ARR"))
    sub.add_argument("--source-name", help=_("the source where no column names one"))
    sub.add_argument("--published", type=_day, help=_("when it was published where no column says it"))
    sub.add_argument("--date-order", choices=("dmy", "mdy"), help=_("whether 9/11 is a day in November"))
    sub.add_argument("--decimal", choices=("point", "comma"), help=_("what stands before decimals"))
    sub.add_argument("--dry-run", action="store_true", help=_("say what would be added, and add nothing"))
    sub.add_argument("--json", action="store_true")
    _unlocks(sub)


def _export(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("file", type=Path)
    sub.add_argument("out", type=Path, help=_("a .csv, .xlsx or .json file, or a .zip: a data package"))
    sub.add_argument(
        "--kind", action="append", help=_("a table such as figures or sources; may be given again for others")
    )
    sub.add_argument("--everything", action="store_true", help=_("also notes and private records"))
    sub.add_argument("--hxl", action="store_true", help=_("with a row of HXL hashtags under the header"))
    sub.add_argument("--bom", action="store_true", help=_("a CSV file that old versions of Excel can read"))
    _looks_from(sub)
    _unlocks(sub)


def _article(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("file", type=Path)
    sub.add_argument("text", type=Path, help=_("a .txt file"))
    sub.add_argument("--day", type=_day, help=_("the day the article was published, 2025-11-10"))
    sub.add_argument("--json", action="store_true")
    _unlocks(sub)


def _attach(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("file", type=Path)
    sub.add_argument("source", metavar="SOURCE_ID", help=_("the source's id"))
    sub.add_argument("path", nargs="+", type=Path, help=_("a file to keep"))
    _unlocks(sub)


def _series(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("file", type=Path)
    sub.add_argument("measure", help=_("a measure's code, such as ARR, RET or ADM"))
    sub.add_argument("--from", dest="start", type=_day)
    sub.add_argument("--to", dest="end", type=_day)
    _looks_from(sub)
    sub.add_argument("--cumulative", action="store_true", help=_("the running total"))
    form = sub.add_mutually_exclusive_group()
    form.add_argument("--csv", action="store_true", help=_("as CSV; this is the default"))
    form.add_argument("--json", action="store_true")
    _unlocks(sub)


def _changes(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("file", type=Path)
    sub.add_argument("--since", type=_day, required=True, help=_("the first day, 2025-11-01"))
    sub.add_argument("--until", type=_day, help=_("the last day; left out, today"))
    sub.add_argument("--recorded", action="store_true", help=_("by the day of recording, not of publication"))
    sub.add_argument("--json", action="store_true")
    _unlocks(sub)


def _case(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("file", type=Path)
    sub.add_argument("code", nargs="?", help=_("a case's code, such as C-001; left out, a line for each"))
    _looks_from(sub)
    sub.add_argument("--json", action="store_true")
    _unlocks(sub)


def _charts(sub: argparse.ArgumentParser) -> None:
    sub.add_argument(
        "file", nargs="?", type=Path, help=_("a workspace, to list the charts saved in it as well")
    )
    sub.add_argument("--json", action="store_true")
    _unlocks(sub)


def _chart(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("file", type=Path)
    sub.add_argument(
        "chart", help=_("a chart's name, such as returns-arrivals, or a saved one's title; `charts` lists")
    )
    sub.add_argument(
        "out", type=Path, help=_("a .png, .svg, .pdf or .pptx file, or its values: .json, .csv or .xlsx")
    )
    _looks_from(sub)
    sub.add_argument("--theme", choices=("light", "dark"), default="light")
    sub.add_argument("--size", type=_size, default=(1000, 640), help=_("width x height, as 1920x1080"))
    _asks(sub)
    _unlocks(sub)


def _asks(sub: argparse.ArgumentParser) -> None:
    """What can be chosen of charts; which chart takes which, `charts` lists."""
    asks = sub.add_argument_group(_("what some charts can be asked for; `charts` lists which"))
    asks.add_argument(
        "--period",
        metavar="DAYS",
        help=_("since-force, this-year, last-12-weeks, all, or days: 2025-09-01..2025-12-31, early Nov 2025"),
    )
    asks.add_argument(
        "--scale", choices=("panels", "one-axis", "log"), help=_("how returns stand against arrivals")
    )
    asks.add_argument("--per", choices=("week", "month"), help=_("of which stretch a pace is taken"))
    asks.add_argument(
        "--figure",
        metavar="WHICH",
        help=_("the number whose changes are drawn: a figure's id, or words as in: arrivals 6 Sep 2025"),
    )
    asks.add_argument("--measure", metavar="WHICH", help=_("of what it is asked who says what, such as RET"))
    asks.add_argument("--percent", metavar="N", help=_("the share of arrivals that a scenario supposes"))
    asks.add_argument("--weeks", type=_number, metavar="N", help=_("the weeks whose pace a scenario takes"))


def _brief(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("file", type=Path)
    sub.add_argument("out", type=Path, help=_("a .html, .odt or .pdf file"))
    _looks_from(sub)
    sub.add_argument(
        "--charts",
        metavar="NAMES",
        help=_("the charts in it, as returns-arrivals,journeys; left out, all that have something to draw"),
    )
    _unlocks(sub)


def _screenshot(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("file", type=Path)
    sub.add_argument("page", help=_("overview, figures, cases, notes, sources, statements, charts or check"))
    sub.add_argument("out", type=Path, help=_("a .png file"))
    _looks_from(sub)
    sub.add_argument("--theme", choices=("light", "dark"), default="light")
    sub.add_argument("--size", type=_size, default=(1366, 768), help=_("width x height, as 1920x1080"))
    _unlocks(sub)


def _present(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("file", type=Path)
    sub.add_argument("--screen", type=_number, metavar="N", help=_("the audience's screen, counted from 1"))
    sub.add_argument(
        "--from", dest="start", metavar="SCENE", help=_("the scene to start from: its title or its number")
    )
    _unlocks(sub)


def _number(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(_("{text} is not a number from 1").format(text=text))
    return int(text)


def _check(sub: argparse.ArgumentParser) -> None:
    sub.description = _(
        "Findings about the contents leave it at 0: exit 0 where the file is sound, 1 where it is damaged, "
        "2 where it cannot be used."
    )
    sub.add_argument("file", type=Path)
    _looks_from(sub)
    sub.add_argument("--claim", metavar="SENTENCE", help=_("check what a sentence says instead"))
    sub.add_argument("--day", type=_day, help=_("the day the sentence was published; today if not given"))
    sub.add_argument("--json", action="store_true")
    _unlocks(sub)


def _unlocks(sub: argparse.ArgumentParser) -> None:
    """The option of every command that opens a workspace; without it, the terminal is asked."""
    sub.add_argument(
        "--passphrase-file",
        type=Path,
        metavar="PATH",
        help=_("a file whose first line is the workspace's passphrase; otherwise the terminal asks"),
    )


def _looks_from(sub: argparse.ArgumentParser) -> None:
    """The options of every command that shows something: from which day it is seen."""
    day = sub.add_mutually_exclusive_group()
    day.add_argument("--known-on", type=_day, help=_("only what was published by that day, 2025-11-06"))
    day.add_argument("--as-stood", type=_day, help=_("the file as it stood at the end of that day"))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(
            _("{text} is not a day; write it as 2025-11-14").format(text=repr(text))
        ) from None


def _size(text: str) -> tuple[int, int]:
    width, cross, height = text.lower().partition("x")
    if not (cross and width.isdecimal() and height.isdecimal()):
        raise argparse.ArgumentTypeError(
            _("{text} is not a size; write it as 1366x768").format(text=repr(text))
        )
    if not (200 <= int(width) <= 10_000 and 150 <= int(height) <= 10_000):
        raise argparse.ArgumentTypeError(_("a size runs from 200x150 to 10000x10000"))
    return int(width), int(height)
