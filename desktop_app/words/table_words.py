"""What a table is, what its columns fill and what its rows come to, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from desktop_app.words import problem_words
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n

Words = Callable[[], str]


class Report(Protocol):
    """The numbers of an import; `services.tabular.applying.Report` is one."""

    @property
    def added(self) -> int:
        """Figures that were added."""
        ...

    @property
    def sources(self) -> int:
        """Sources that came with them."""
        ...

    @property
    def same(self) -> int:
        """Values that were known already."""
        ...

    @property
    def like(self) -> int:
        """Values that may say what a figure says already."""
        ...

    @property
    def unreadable(self) -> int:
        """Values that cannot be read."""
        ...


def imported(report: Report, formats: Formats) -> str:
    """What an import did: "Added 12 figures and 2 sources. 3 were known already."."""
    added = _n("{n} figure", "{n} figures", report.added).format(n=formats.number(report.added))
    said = [_("Added {figures}.").format(figures=added) if report.added else _("Nothing was added.")]
    if report.sources:
        said = [
            _n("Added {figures} and {n} source.", "Added {figures} and {n} sources.", report.sources).format(
                figures=added, n=formats.number(report.sources)
            )
        ]
    said += remarks(report, formats)
    return " ".join(said)


def foreseen(report: Report, formats: Formats) -> str:
    """What an import would do."""
    new = _n("{n} row would be added.", "{n} rows would be added.", report.added)
    return " ".join([new.format(n=formats.number(report.added)), *remarks(report, formats)])


def remarks(report: Report, formats: Formats) -> list[str]:
    """What is not added, each with how often."""
    said = []
    for count, words in (
        (report.same, _n("{n} was known already.", "{n} were known already.", report.same)),
        (
            report.like,
            _n("{n} is like a figure there is.", "{n} are like figures there are.", report.like),
        ),
        (report.unreadable, _n("{n} cannot be read.", "{n} cannot be read.", report.unreadable)),
    ):
        if count:
            said.append(words.format(n=formats.number(count)))
    return said


def target(code: str) -> str:
    """The field that a column fills: "Counted since"; an unknown code is shown as it is."""
    words = TARGETS.get(code)
    return words() if words else code


def state(code: str) -> str:
    """What a row comes to: "Like one there is"."""
    words = STATES.get(code)
    return words() if words else code


def left_out(code: str) -> str:
    """Why a row states nothing: "A total of the rows above"."""
    words = LEFT_OUT.get(code)
    return words() if words else code


def why(code: str) -> str:
    """How it was found out how a column is written: "by a day above 12"."""
    words = WHYS.get(code)
    return words() if words else code


def note(code: str) -> str:
    """What is to be said of how a file was read."""
    words = NOTES.get(code)
    return words() if words else code


def row_problem(code: str) -> str:
    """What is wrong with a value of a row."""
    words = ROW_PROBLEMS.get(code)
    return words() if words else problem_words.problem(code)


def row(state_code: str, problems: Sequence[str]) -> str:
    """What a row comes to and why: "Cannot be read: No such measure; choose what is counted"."""
    why = "; ".join(row_problem(code) for code in problems)
    return _("{state}: {why}").format(state=state(state_code), why=why) if why else state(state_code)


TARGETS: Mapping[str, Words] = {
    "measure": lambda: _("Measure"),
    "value": lambda: _("Value"),
    "low": lambda: _("At least"),
    "high": lambda: _("At most"),
    "date": lambda: _("Day or period"),
    "date end": lambda: _("Last day of the period"),
    "since": lambda: _("Counted since"),
    "published": lambda: _("Published"),
    "source": lambda: _("Source"),
    "speaker": lambda: _("Speaker"),
    "status": lambda: _("Status"),
    "basis": lambda: _("How counted"),
    "note": lambda: _("Note"),
}

STATES: Mapping[str, Words] = {
    "new": lambda: _("New"),
    "same": lambda: _("Known already"),
    "like": lambda: _("Like one there is"),
    "unreadable": lambda: _("Cannot be read"),
    "left out": lambda: _("States nothing"),
}

LEFT_OUT: Mapping[str, Words] = {
    "blank": lambda: _("An empty row"),
    "no value": lambda: _("No number in it"),
    "total row": lambda: _("A total of other rows"),
    "remark": lambda: _("A remark, not a row"),
    "repeated titles": lambda: _("The titles again"),
}

WHYS: Mapping[str, Words] = {
    "nothing open": lambda: _("can be read in one way only"),
    "place above twelve": lambda: _("by a day above 12"),
    "weekday": lambda: _("by a weekday"),
    "order of rows": lambda: _("by the order of the rows"),
    "dots": lambda: _("dates with dots begin with the day"),
    "other cells": lambda: _("by other cells of the column"),
    "chosen": lambda: _("as chosen"),
    "contradictory": lambda: _("the column is written both ways"),
    "undecided": lambda: _("nothing in the column tells"),
}

NOTES: Mapping[str, Words] = {
    "encoding guessed": lambda: _("The file does not say how its letters are encoded; look at its accents."),
    "nuls left out": lambda: _("Signs that are no text were left out."),
    "merged filled": lambda: _("Cells that were merged downwards are filled, each with the first."),
}

ROW_PROBLEMS: Mapping[str, Words] = {
    "no measure": lambda: _("No such measure; choose what is counted"),
    "not understood": lambda: _("Not understood as a number"),
    "number among words": lambda: _("Write the number alone"),
    "unreadable": lambda: _("Not understood as a date"),
    "no date": lambda: _("No date; not on charts until dated"),
}
