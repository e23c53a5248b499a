"""The history of one figure in lines: who, when, and what changed from what to what."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from desktop_app.domain.dates import PartialDate
from desktop_app.domain.figures import Figure
from desktop_app.domain.measures import Measure
from desktop_app.domain.steps import Edit, Step
from desktop_app.domain.views import View
from desktop_app.ui.figures import figure_words
from desktop_app.words import amount_sentences, date_sentences, labels
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


def line(step: Step, edit: Edit, view: View, formats: Formats) -> str:
    """One entry: "10 Nov 2025 09:14, mk: value 94 → 95"."""
    at = step.at.astimezone()
    facts = {
        "day": formats.day(at.date()),
        "time": f"{at:%H:%M}",
        "who": step.who,
        "what": _what(edit, view, formats),
    }
    if step.who:
        return _("{day} {time}, {who}: {what}").format(**facts)
    return _("{day} {time}: {what}").format(**facts)


def _what(edit: Edit, view: View, formats: Formats) -> str:
    before, after = edit.before, edit.after
    if not isinstance(before, Figure):
        return _("entered")
    if not isinstance(after, Figure):
        return _("deleted")
    changes = list(_changes(before, after, view, formats))
    return "; ".join(changes) if changes else _("changed")


def _changes(before: Figure, after: Figure, view: View, formats: Formats) -> Iterable[str]:
    for name, said in _facts(view, formats):
        old, new = said(before), said(after)
        if old != new:
            yield _("{field} {old} → {new}").format(field=name, old=old or _("none"), new=new or _("none"))


def _facts(view: View, formats: Formats) -> tuple[tuple[str, Callable[[Figure], str]], ...]:
    def amount(figure: Figure) -> str:
        return amount_sentences.amount_short(figure.amount, formats)

    def measure(figure: Figure) -> str:
        found = view.get(Measure, figure.measure)
        return labels.measure(found) if found is not None else figure.measure

    def period(figure: Figure) -> str:
        return date_sentences.date_as_written(figure.period, figure.period_words, formats)

    def day(date: PartialDate) -> str:
        return date_sentences.date(date, formats) if date.is_dated else ""

    def graded(figure: Figure) -> str:
        return " ".join(str(citation.credibility) for citation in figure.citations)

    return (
        (_("value"), amount),
        (_("written as"), lambda figure: figure.amount_words),
        (_("measure"), measure),
        (_("date"), period),
        (_("counted"), lambda figure: labels.basis(figure.basis)),
        (_("counted since"), lambda figure: day(figure.counted_since)),
        (_("source"), lambda figure: figure_words.publishers(view, figure)),
        (_("credibility"), graded),
        (_("published"), lambda figure: day(figure.published)),
        (_("speaker"), lambda figure: figure.speaker),
        (_("status"), lambda figure: labels.status(figure.status)),
        (_("rank"), lambda figure: labels.rank(figure.rank)),
        (_("reason"), lambda figure: figure.rank_reason),
        (_("note"), lambda figure: figure.note),
    )
