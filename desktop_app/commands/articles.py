"""The command that lists what an article would add; it writes nothing."""

from __future__ import annotations

import argparse
from contextlib import closing
from typing import TYPE_CHECKING, Any

from desktop_app.commands.answering import say, say_json
from desktop_app.commands.unlocking import unlocked
from desktop_app.domain.measures import Measure
from desktop_app.words import amount_sentences, articles, labels
from desktop_app.words.formats import PlainFormats
from desktop_app.words.translate import _

if TYPE_CHECKING:
    from desktop_app.domain.articles.reading import Article
    from desktop_app.services.articles.plan import Row


def article(options: argparse.Namespace) -> int:
    """List the numbers of an article with comparator, date and marks, and what is there already."""
    from desktop_app.services import signing
    from desktop_app.services.articles import plan, texts
    from desktop_app.services.workspace import Workspace

    text = texts.load(options.text)
    with closing(Workspace.open(unlocked(options))) as workspace:
        names = {each.id: labels.measure(each) for each in workspace.every(Measure)}
        read = plan.read(workspace, text, day=options.day, labels=names)
        rows = plan.plan(workspace, read, signing.today())
    if options.json:
        say_json(_as_json(read, rows))
        return 0
    formats = PlainFormats()
    if read.title:
        say(read.title)
    if read.day is not None:
        say(_("Published: {day}").format(day=formats.day(read.day)))
    elif read.needs_day:
        say(_("The article does not say when it was published: give its day with --day."))
    for row in rows:
        one = row.candidate
        amount = amount_sentences.amount(one.amount, formats) if one.amount.has_number else one.words
        parts = (
            amount,
            names.get(one.measure, ""),
            articles.when(one, formats),
            articles.marks(one.markers),
            _("entry {n}").format(n=one.reference) if one.reference is not None else "",
            articles.state(row.state.value),
        )
        say("\t".join(parts))
    for sentence in articles.marker_report(read.markers, formats):
        say(sentence)
    return 0


def _as_json(read: Article, rows: tuple[Row, ...]) -> dict[str, Any]:
    report = read.markers
    return {
        "title": read.title,
        "day": read.day.isoformat() if read.day is not None else None,
        "needs_day": read.needs_day,
        "candidates": [_row_as_json(read, row) for row in rows],
        "references": [
            {"number": each.number, "title": each.title, "publisher": each.publisher}
            for each in read.references
        ],
        "markers": {
            "used": list(report.used),
            "without_entry": list(report.without_entry),
            "never_cited": list(report.never_cited),
            "unused": list(report.unused),
            "in_order": {str(mark): entry for mark, entry in report.in_order.items()},
            "not_reached": list(report.not_reached),
        },
    }


def _row_as_json(read: Article, row: Row) -> dict[str, Any]:
    one = row.candidate
    return {
        "kind": one.kind.value,
        "words": one.words,
        "amount": str(one.amount),
        "comparator": one.amount.comparator.value,
        "measure": one.measure,
        "basis": one.timed.basis.value,
        "date": str(one.timed.date),
        "date_words": one.timed.words,
        "date_how": one.timed.how.value,
        "since": str(one.timed.since),
        "markers": list(one.markers),
        "reference": one.reference,
        "start": one.start,
        "end": one.end,
        "sentence": read.excerpt(one),
        "state": row.state.value,
        "ticked": row.ticked,
    }
