"""The sentences under the entry's fields: how each was understood, and how well."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop_app.domain.amounts import Comparator
from desktop_app.domain.date_words import DateReading
from desktop_app.domain.figure_draft import FigureDraft
from desktop_app.domain.figures import Status
from desktop_app.domain.measures import Measure, Unit
from desktop_app.domain.sources import Source
from desktop_app.services import source_matching
from desktop_app.services.source_matching import Matches
from desktop_app.ui.widgets.echo import Understood
from desktop_app.words import amount_sentences, date_sentences, problem_words
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _, _n

Said = tuple[str, Understood]

STATUSES = (
    Status.UNVALIDATED,
    Status.NORMAL,
    Status.PROVISIONAL,
    Status.ESTIMATED,
    Status.DEFINITION_DIFFERS,
    Status.BREAK,
    Status.MISSING,
)
"""The statuses in the order offered."""


def measure(text: str, code: str, quiet: bool) -> Said:
    """Whether it is known what is counted; the way of counting has a button of its own."""
    if code or quiet:
        return "", Understood.NOTHING
    words = _("No such measure") if text.strip() else problem_words.problem("no measure")
    return words, Understood.PROBLEM if text.strip() else Understood.WARN


def value(draft: FigureDraft, counted: Measure | None, quiet: bool, formats: Formats) -> Said:
    """The amount as understood: "exactly 94 people", "between 75 and 94: middle not assumed"."""
    if quiet:
        return "", Understood.NOTHING
    blocked = [one for one in draft.value_problems(counted) if one.field == "value"]
    if blocked:
        state = Understood.PROBLEM if blocked[0].blocks and draft.value.strip() else Understood.WARN
        return problem_words.problem(blocked[0].code), state
    reading = draft.amount
    amount = reading.amount
    if amount is None or reading.is_range or amount.comparator is not Comparator.EXACTLY:
        return amount_sentences.amount_echo(reading, formats), Understood.WELL
    said = amount_sentences.amount(amount, formats)
    if counted is not None and counted.unit is not Unit.UNSTATED:
        said = amount_sentences.amount_with_unit(amount, counted.unit, formats)
    return _("exactly {amount}").format(amount=said), Understood.WELL


def date(text: str, reading: DateReading, quiet: bool, formats: Formats) -> Said:
    """The date as understood: "some day 1–10 Nov 2025"; or that it is kept as written."""
    if quiet:
        return "", Understood.NOTHING
    if not text.strip():
        return problem_words.problem("no date"), Understood.WARN
    said = date_sentences.date_echo(reading, formats)
    doubtful = reading.problem is not None or not reading.date.is_dated
    return said, Understood.WARN if doubtful else Understood.WELL


def source(known: Source, text: str, uses: int, formats: Formats) -> Said:
    """The source that was found: "reliability B, 1 figure so far", with its name where that is not typed."""
    facts = {
        "name": known.short_name,
        "grade": known.reliability.value,
        "figures": _n("{n} figure so far", "{n} figures so far", uses).format(n=formats.number(uses)),
    }
    if text.strip() == known.short_name:
        return _("reliability {grade} · {figures}").format(**facts), Understood.WELL
    return _("{name}: reliability {grade} · {figures}").format(**facts), Understood.WELL


def no_source(text: str, found: Matches, quiet: bool, formats: Formats) -> Said:
    """What becomes of words that name no known source."""
    if quiet:
        return "", Understood.NOTHING
    name = " ".join(text.split())
    if not name:
        return problem_words.problem("no source"), Understood.WARN
    if source_matching.is_link(name):
        return _("New source from this link"), Understood.WELL
    near = sum(match.score >= source_matching.SURE for match in found.ranked)
    if near:
        words = _n(
            "New source “{name}”; or choose the one known (F4)",
            "New source “{name}”; or choose one of {n} known (F4)",
            near,
        )
        return words.format(name=name, n=formats.number(near)), Understood.WARN
    return _("New source “{name}”").format(name=name), Understood.WELL


def status(chosen: Status, quiet: bool) -> Said:
    """What the status says of the number."""
    return ("", Understood.NOTHING) if quiet else (STATUS_SENTENCES[chosen](), Understood.WELL)


STATUS_SENTENCES: Mapping[Status, Callable[[], str]] = {
    Status.UNVALIDATED: lambda: _("not an official series"),
    Status.NORMAL: lambda: _("as published officially"),
    Status.PROVISIONAL: lambda: _("may still be revised"),
    Status.ESTIMATED: lambda: _("estimated by its source"),
    Status.DEFINITION_DIFFERS: lambda: _("counts something slightly different"),
    Status.BREAK: lambda: _("not comparable with earlier ones"),
    Status.MISSING: lambda: _("said to be missing"),
}
