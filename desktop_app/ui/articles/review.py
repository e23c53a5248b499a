"""What is being decided about a pasted article: its rows, what is ticked, and what was changed by hand."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from desktop_app.domain import date_words
from desktop_app.domain.articles.reading import Article, Candidate
from desktop_app.domain.figure_draft import FigureDraft
from desktop_app.domain.measures import Measure
from desktop_app.services.articles import keeping, plan, quoting
from desktop_app.services.articles.keeping import Kept
from desktop_app.services.articles.plan import Row, State
from desktop_app.services.workspace import Workspace
from desktop_app.words import labels


class Review:
    """One article under review. Ticks and changed texts stay with their numbers when it is read anew."""

    def __init__(self, workspace: Workspace, today: date, order: date_words.Order) -> None:
        self._workspace, self._today, self._order = workspace, today, order
        self._labels = {each.id: labels.measure(each) for each in workspace.every(Measure)}
        self._ticks: dict[tuple[int, str], bool] = {}
        self._drafts: dict[tuple[int, str], FigureDraft] = {}
        self.quotes: list[str] = []
        """Words of the article that are to be kept as statements."""
        self.rows: tuple[Row, ...] = ()
        """What can be kept, in the order of the article."""
        self.dates: tuple[Row, ...] = ()
        """The dates of events, which are only pointed out."""
        self.article: Article = plan.read(workspace, "", labels=self._labels)

    def read(self, text: str, day: date | None) -> None:
        """Read the article (again), as published on `day` where it is given."""
        self.article = plan.read(self._workspace, text, day=day, labels=self._labels)
        self._plan()

    def is_ticked(self, place: int) -> bool:
        """Whether a row is to be kept."""
        row = self.rows[place]
        return row.may_be_added and self._ticks.get(_key(row.candidate), row.ticked)

    def tick(self, place: int, on: bool) -> None:
        """Have a row kept, or not."""
        self._ticks[_key(self.rows[place].candidate)] = on

    def change(self, place: int, draft: FigureDraft) -> None:
        """Take other texts for the figure of a row."""
        self._drafts[_key(self.rows[place].candidate)] = draft
        self._plan()

    def quote(self, chosen: str) -> bool:
        """Have these words kept as a statement; False where there are none, or they are kept already."""
        words = quoting.cleaned(chosen)
        if not words or words in self.quotes:
            return False
        self.quotes.append(words)
        return True

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is to be kept."""
        return not self.chosen and not self.quotes

    @property
    def chosen(self) -> list[Row]:
        """The rows to be kept."""
        return [row for place, row in enumerate(self.rows) if self.is_ticked(place)]

    @property
    def counts(self) -> tuple[int, int, int]:
        """How many ticked rows are new figures, one more source of a figure, and statements."""
        chosen = self.chosen
        statements = sum(row.state is State.STATEMENT for row in chosen)
        linked = sum(keeping.linked_to(self._workspace, row) is not None for row in chosen)
        return len(chosen) - statements - linked, linked, statements + len(self.quotes)

    def keep(self, *, publisher: str, title: str, references: Collection[int]) -> Kept:
        """Keep what is ticked, as one step; may raise a Refusal, and has then changed nothing."""
        source = keeping.source_of(
            self._workspace, self.article, publisher=publisher, title=title, today=self._today
        )
        if source.publisher != publisher.strip() and not source.publisher:
            source = replace(source, publisher=publisher.strip())
        return keeping.keep(
            self._workspace,
            self.article,
            self.chosen,
            source,
            self._today,
            frozenset(references),
            self.quotes,
        )

    def _plan(self) -> None:
        drafts = {
            candidate: draft
            for candidate in self.article.offered
            if (draft := self._drafts.get(_key(candidate))) is not None
        }
        rows = plan.plan(self._workspace, self.article, self._today, drafts=drafts, order=self._order)
        self.rows = tuple(row for row in rows if row.state is not State.LOOK)
        self.dates = tuple(row for row in rows if row.state is State.LOOK)


def _key(candidate: Candidate) -> tuple[int, str]:
    return candidate.start, str(candidate.amount)
