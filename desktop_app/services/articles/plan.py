"""Says what each number of an article would add to a workspace, without adding anything."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from desktop_app.domain import date_words, measure_phrases
from desktop_app.domain.articles import reading
from desktop_app.domain.articles.reading import Article, Candidate, Kind
from desktop_app.domain.articles.timing import Timed
from desktop_app.domain.dates import UNDATED, DateKind, Obtained, PartialDate
from desktop_app.domain.figure_draft import FigureDraft
from desktop_app.domain.figures import Figure
from desktop_app.domain.line_pieces import folded
from desktop_app.domain.measures import Basis, Measure, Unit
from desktop_app.domain.problems import Problem, blocking
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.views import View
from desktop_app.services import figure_company
from desktop_app.services.articles.gathered import Gathered


class State(StrEnum):
    """What a candidate is beside what is there already."""

    NEW = "new"
    SAME = "same"
    """The very figure is there, or stands further up in the article."""
    LIKE = "like"
    """A figure that may say the same is there."""
    INCOMPLETE = "incomplete"
    """It lacks what a figure needs; `Row.problems` say what."""
    STATEMENT = "statement"
    """It is kept as a statement in the article's words."""
    LOOK = "look"
    """The date of an event: it is recorded on the page of cases, not here."""


@dataclass(frozen=True, slots=True)
class Row:
    """One candidate as it would be kept."""

    candidate: Candidate
    draft: FigureDraft | None
    """The texts of its figure, which may be changed; None where it makes no figure."""
    figure: Figure | None
    """What the draft makes, not yet citing anything."""
    state: State
    problems: tuple[Problem, ...] = ()
    twin: Figure | None = None
    """The figure that is the same or like it."""
    ticked: bool = False

    @property
    def may_be_added(self) -> bool:
        """Whether anything comes of ticking it."""
        return self.state is State.STATEMENT or self.figure is not None


def read(
    view: View, text: str, *, day: date | None = None, labels: Mapping[str, str] | None = None
) -> Article:
    """Read an article with the measures of a workspace and the beginning of its scheme.

    `labels` are the measures' names on screen by code, which an article may use as well.
    """
    return reading.read(text, day=day, start=scheme_start(view), names=measure_names(view, labels))


def measure_names(view: View, labels: Mapping[str, str] | None = None) -> dict[str, re.Pattern[str]]:
    """By code, what names each measure of a workspace in folded prose."""
    names = dict(measure_phrases.MEASURES)
    for measure in view.every(Measure):
        words = folded((labels or {}).get(measure.id, measure.label))
        # A single word ("scheme") stands in any sentence; a name of several says what is counted.
        if measure.id not in names and " " in words.strip():
            names[measure.id] = measure_phrases.whole(re.escape(words))
    return names


def scheme_start(view: View) -> PartialDate:
    """The day from which totals of the scheme count, where it is known."""
    return next((scheme.start for scheme in view.every(Scheme)), UNDATED)


def plan(
    view: View,
    article: Article,
    today: date,
    *,
    drafts: Mapping[Candidate, FigureDraft] | None = None,
    order: date_words.Order = None,
) -> tuple[Row, ...]:
    """A row for each candidate that is offered, in the order of the article. Nothing is changed.

    Ticked is what can be added as it stands, is not there yet, and is the article's own: what stands in its
    list of references is another source's. `drafts` holds the texts that somebody changed.
    """
    codes = frozenset(candidate.measure for candidate in article.offered)
    known = Gathered(view, codes)
    rows = []
    for candidate in article.offered:
        draft = (drafts or {}).get(candidate) or draft_of(candidate)
        row = understand(known, candidate, draft, today, order)
        if row.figure is not None:
            known.add(row.figure)
        rows.append(row)
    return tuple(rows)


def draft_of(candidate: Candidate) -> FigureDraft | None:
    """The texts of the figure that a candidate may become; None for what is no figure."""
    if candidate.kind not in (Kind.FIGURE, Kind.PERCENTAGE):
        return None
    when = candidate.timed
    is_total = when.basis is Basis.CUMULATIVE
    # A percentage of arrivals counts no people: which measure it belongs to, only people can say.
    measure = "" if candidate.kind is Kind.PERCENTAGE else candidate.measure
    return FigureDraft(
        measure=measure,
        value=candidate.value,
        date=_date_text(when),
        basis=when.basis,
        since=str(when.since) if is_total else "",
    )


def _date_text(when: Timed) -> str:
    """The article's words for a date where they say it by themselves, else its notation."""
    if when.needs_day:
        return when.words
    if when.how is Obtained.STATED and date_words.read(when.words, today=date.max).date == when.date:
        return when.words
    if when.date.kind is DateKind.BY and when.date.latest is not None:
        return f"by {when.date.latest.isoformat()}"
    return str(when.date)


def understand(
    view: View,
    candidate: Candidate,
    draft: FigureDraft | None,
    today: date,
    order: date_words.Order = None,
) -> Row:
    """What a candidate would become with these texts, beside what `view` holds."""
    if draft is None:
        state = State.LOOK if candidate.kind is Kind.EVENT_DATE else State.STATEMENT
        return Row(candidate, None, None, state)
    measure = view.get(Measure, draft.measure)
    problems = [
        problem for problem in draft.check(today, measure=measure, order=order) if problem.field != "source"
    ]
    if candidate.kind is Kind.PERCENTAGE and measure is not None and measure.unit is not Unit.PERCENT:
        problems.append(Problem("measure", "other unit"))
    before = draft_of(candidate)
    if candidate.timed.needs_day and before is not None and draft.date == before.date:
        # Read against today, "last year" would be another year than the article's.
        problems = [problem for problem in problems if problem.field != "date"]
        problems.append(Problem("date", "needs article day"))
    if blocking(problems):
        return Row(candidate, draft, None, State.INCOMPLETE, tuple(problems))
    figure = _figure(candidate, draft, measure, today, order)
    near = view.near(figure) if isinstance(view, Gathered) else view
    same = next((other for other in near.every(Figure) if _is_same(figure, other)), None)
    twin = same or next(iter(figure_company.duplicates_of(near, figure)), None)
    state = State.NEW if twin is None else State.SAME if same is not None else State.LIKE
    ticked = (
        state is State.NEW
        and candidate.kind is Kind.FIGURE
        and candidate.reference is None
        and figure.period.is_dated
        and figure.amount.has_number
    )
    return Row(candidate, draft, figure, state, tuple(problems), twin, ticked)


def _figure(
    candidate: Candidate, draft: FigureDraft, measure: Measure | None, today: date, order: date_words.Order
) -> Figure:
    """The figure of a draft; what was not changed keeps the article's words and how it was understood."""
    made = draft.figure(today, measure=measure, order=order)
    before = draft_of(candidate)
    if before is not None and draft.date == before.date:
        when = candidate.timed
        words = "" if when.words == str(when.date) else when.words
        made = replace(made, period_words=words, period_how=when.how)
    if before is not None and draft.value == before.value:
        made = replace(made, amount=candidate.amount, amount_words=candidate.words)
    return made


def _is_same(figure: Figure, twin: Figure) -> bool:
    """Whether both say the same number of the same measure up to the same last day."""
    if (figure.measure, figure.amount, figure.basis) != (twin.measure, twin.amount, twin.basis):
        return False
    last, other = figure.period.latest, twin.period
    starts_alike = figure.basis is not Basis.FLOW or figure.period.earliest == other.earliest
    return starts_alike and last is not None and last in (other.latest, twin.as_at.latest)


def counts(rows: Sequence[Row]) -> dict[State, int]:
    """How many rows there are of each state."""
    return {state: sum(row.state is state for row in rows) for state in State}
