"""What was found in a pasted article, in words: states, kinds, and marks that have no entry."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from desktop_app.domain.articles.marker_report import MarkerReport
from desktop_app.domain.articles.reading import Candidate, Kind
from desktop_app.domain.dates import Obtained
from desktop_app.words import labels
from desktop_app.words.date_sentences import date_full, start
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n

Words = Callable[[], str]

KINDS: Mapping[Kind, Words] = {
    Kind.FIGURE: lambda: _("Figure"),
    Kind.PERCENTAGE: lambda: _("Percentage"),
    Kind.RULE: lambda: _("Rule"),
    Kind.RANK: lambda: _("Rank"),
    Kind.EVENT_DATE: lambda: _("Date"),
    Kind.NOISE: lambda: _("Counts nothing"),
}

STATES: Mapping[str, Words] = {
    "new": lambda: _("New"),
    "same": lambda: _("There already"),
    "like": lambda: _("Like one there"),
    "incomplete": lambda: _("Incomplete"),
    "statement": lambda: _("As a statement"),
    "look": lambda: _("Date of an event"),
}


def kind(kind: Kind) -> str:
    """What a candidate is: "Figure"."""
    return KINDS[kind]()


def state(code: str) -> str:
    """What a candidate is beside what is there: "There already"."""
    return STATES[code]()


def when(candidate: Candidate, formats: Formats) -> str:
    """The date of a candidate, where its count begins, and how the date is known where it is not stated."""
    timed = candidate.timed
    if timed.needs_day:
        needs = _("needs the article's day")
        return _("{words}: {needs}").format(words=timed.words, needs=needs) if timed.words else needs
    if not timed.date.is_dated:
        return ""
    said = date_full(timed.date, formats)
    if timed.since.is_dated:
        said = _("{date}, since {start}").format(date=said, start=start(timed.since, formats))
    how = labels.obtained(timed.how)
    if timed.how is Obtained.STATED:
        return said
    return _("{date} ({how})").format(date=said, how=how.lower())


def marks(numbers: Sequence[int]) -> str:
    """Citation marks as they are usually printed: "[3] [14]"."""
    return " ".join(f"[{number}]" for number in numbers)


def marker_report(report: MarkerReport, formats: Formats) -> list[str]:
    """What does not fit between marks and references, a sentence each; empty where all fits."""
    if not report.used and not report.entries:
        return []
    if not report.entries:
        return [_("The text has citation marks, but no list of references.")]
    if not report.used:
        return [_("There is a list of references, but no mark in the text points to it.")]
    found = []
    if report.without_entry:
        words = _("Marks reach {highest}; the list has {n} entries. Without an entry: {numbers}.")
        found.append(
            words.format(
                highest=formats.number(max(report.used)),
                n=formats.number(len(report.entries)),
                numbers=_listed(report.without_entry),
            )
        )
    if report.never_cited:
        words = _n(
            "No mark in the text points to entry {numbers}.",
            "No mark in the text points to entries {numbers}.",
            len(report.never_cited),
        )
        found.append(words.format(numbers=_listed(report.never_cited)))
    if report.in_order:
        first, last = next(iter(report.in_order.items())), list(report.in_order.items())[-1]
        words = _(
            "By their words, the marks seem to follow the list in order: {mark} is entry {entry}, "
            "{last_mark} is entry {last_entry}."
        )
        found.append(words.format(mark=first[0], entry=first[1], last_mark=last[0], last_entry=last[1]))
        if report.not_reached:
            words = _n(
                "Then entry {numbers} is never reached.",
                "Then entries {numbers} are never reached.",
                len(report.not_reached),
            )
            found.append(words.format(numbers=_listed(report.not_reached)))
    return found


def kept(figures: int, linked: int, statements: int, sources: int, formats: Formats) -> str:
    """What was added: "Added from the article: 11 figures, 1 source."; `linked` cite it beside others."""
    parts = []
    if figures:
        parts.append(_n("{n} figure", "{n} figures", figures).format(n=formats.number(figures)))
    if linked:
        words = _n("a source for {n} figure there already", "a source for {n} figures there already", linked)
        parts.append(words.format(n=formats.number(linked)))
    if statements:
        parts.append(_n("{n} statement", "{n} statements", statements).format(n=formats.number(statements)))
    if sources:
        parts.append(_n("{n} source", "{n} sources", sources).format(n=formats.number(sources)))
    return _("Added from the article: {parts}.").format(parts=_(", ").join(parts))


def _listed(numbers: Sequence[int]) -> str:
    return _(", ").join(str(number) for number in numbers)
