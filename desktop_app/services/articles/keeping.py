"""Keeps what somebody ticked in an article: figures, statements, the article as their source, one step."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop_app.domain.articles.reading import Article, Candidate
from desktop_app.domain.articles.structure import Reference
from desktop_app.domain.dates import UNDATED, PartialDate, by, on_day
from desktop_app.domain.figures import Figure
from desktop_app.domain.line_pieces import folded
from desktop_app.domain.records import Record
from desktop_app.domain.sources import Citation, Quotation, Source, SourceKind, Stance
from desktop_app.domain.statements import Statement
from desktop_app.domain.views import View
from desktop_app.services.articles import quoting
from desktop_app.services.articles.plan import Row, State
from desktop_app.services.workspace import Workspace

STEP = "add article"


@dataclass(frozen=True, slots=True)
class Kept:
    """What was kept of an article."""

    figures: tuple[Figure, ...]
    linked: tuple[Figure, ...]
    """Figures that were there and now cite the article as well."""
    statements: tuple[Statement, ...]
    source: Source
    sources: int
    """How many sources are new, the article itself among them."""


def source_of(
    view: View,
    article: Article,
    *,
    publisher: str = "",
    title: str = "",
    address: str = "",
    kind: SourceKind = SourceKind.NEWS_REPORT,
    today: date,
) -> Source:
    """The source that the article is: one with its publisher, title and day, else a new one."""
    day = on_day(article.day) if article.day is not None else UNDATED
    heading = title.strip() or article.title
    for source in view.every(Source):
        same_day = not day.is_dated or not source.published.is_dated or source.published == day
        same_publisher = not publisher.strip() or folded(source.publisher) == folded(publisher.strip())
        if heading and folded(source.title) == folded(heading) and same_publisher and same_day:
            return source
    return Source(
        publisher=publisher.strip(),
        title=heading,
        kind=kind,
        published=day,
        accessed=on_day(today),
        address=address.strip(),
    )


def keep(
    workspace: Workspace,
    article: Article,
    rows: Sequence[Row],
    source: Source,
    today: date,
    references: Collection[int] = (),
    quotes: Sequence[str] = (),
) -> Kept:
    """Keep these rows as one step that one undo takes back; nothing at all where nothing can be kept.

    A row that says what a figure there says becomes one more source of that figure, not another figure.
    `source` is the article, new or known. `references` are the numbers of the entries that are kept as
    sources of their own: what a mark names is cited beside the article, as mentioned and not as read.
    `quotes` are words of the article that are kept as statements.
    Raises a Refusal of the workspace, which then is as it was.
    """
    listed = _listed(workspace, [entry for entry in article.references if entry.number in references])
    figures = [
        replace(
            row.figure,
            citations=_citations(article, row.candidate, source, listed),
            published=_published(row.figure, source, today),
        )
        for row in rows
        if row.figure is not None and linked_to(workspace, row) is None
    ]
    linked = _linked(workspace, article, rows, source, listed)
    statements = [
        _statement(article, row.candidate, source, listed) for row in rows if row.state is State.STATEMENT
    ]
    statements += [quoting.statement_of(words, source) for words in quotes]
    cited = {each.source for figure in (*figures, *linked) for each in figure.citations}
    cited |= {each.source for statement in statements for each in statement.citations}
    new = [
        each
        for each in {one.id: one for one in (source, *listed.values())}.values()
        if each.id in cited and workspace.get(Source, each.id) is None
    ]
    if figures or linked or statements:
        with workspace.change(STEP) as work:
            records: tuple[Record, ...] = (*new, *figures, *linked, *statements)
            for record in records:
                work.put(record)
    return Kept(tuple(figures), linked, tuple(statements), source, len(new))


def linked_to(view: View, row: Row) -> Figure | None:
    """The figure of the workspace that a ticked row cites the article for, in place of adding another."""
    if row.state is not State.SAME or row.twin is None:
        return None
    return view.get(Figure, row.twin.id)


def _linked(
    view: View, article: Article, rows: Sequence[Row], source: Source, listed: dict[int, Source]
) -> tuple[Figure, ...]:
    """The figures that are there already, with the article as one more source; those that cite it stay."""
    linked: dict[str, Figure] = {}
    for row in rows:
        there = linked_to(view, row)
        if there is not None and there.id not in linked:
            known = {citation.source for citation in there.citations}
            more = [
                each
                for each in _citations(article, row.candidate, source, listed)
                if each.source not in known
            ]
            if any(each.source == source.id for each in more):
                linked[there.id] = replace(there, citations=(*there.citations, *more))
    return tuple(linked.values())


def _listed(view: View, entries: Sequence[Reference]) -> dict[int, Source]:
    """The source of each entry of the references, by its number: one with its title, else a new one."""
    by_title: dict[str, Source] = {}
    if entries:
        for source in view.every(Source):
            if source.title:
                by_title.setdefault(folded(source.title), source)
    return {entry.number: _source_of_entry(by_title, entry) for entry in entries}


def _source_of_entry(by_title: Mapping[str, Source], entry: Reference) -> Source:
    title = entry.title
    if entry.publisher and title.endswith(entry.publisher):
        title = title[: -len(entry.publisher)].rstrip(" |–—-")
    known = by_title.get(folded(title)) or by_title.get(folded(entry.title))
    return known or Source(publisher=entry.publisher, title=title, note=entry.note)


def _citations(
    article: Article, candidate: Candidate, source: Source, listed: dict[int, Source]
) -> tuple[Citation, ...]:
    """The article in its own words, then what its marks name."""
    marks = " ".join(f"[{number}]" for number in candidate.markers)
    own = Citation(
        source.id,
        excerpt=article.excerpt(candidate),
        locator=_place(candidate),
        quotation=Quotation.VERBATIM,
        note=marks,
    )
    entries = [article.markers.entry_of(number) for number in candidate.markers]
    if candidate.reference is not None:
        entries.append(candidate.reference)
    mentioned = {number: listed[number] for number in entries if number is not None and number in listed}
    return (own, *(_mention(each, source, candidate) for each in mentioned.values() if each.id != source.id))


def _mention(named: Source, article: Source, candidate: Candidate) -> Citation:
    through = article.short_name
    return Citation(named.id, locator=_place(candidate), stance=Stance.MENTIONS, note=f"via {through}")


def _place(candidate: Candidate) -> str:
    """Where it stands: the paragraph, or the entry of the list of references."""
    if candidate.reference is not None:
        return f"ref. {candidate.reference}"
    return f"¶ {candidate.paragraph + 1}"


def _published(figure: Figure, source: Source, today: date) -> PartialDate:
    """When the number was first published, as far as is known: the article's day, unless it looks ahead."""
    latest, first = source.published.latest, figure.period.earliest
    if latest is not None and (first is None or first <= latest):
        return source.published
    return by(today)


def _statement(
    article: Article, candidate: Candidate, source: Source, listed: dict[int, Source]
) -> Statement:
    return Statement(
        speaker=source.short_name,
        date=source.published,
        venue=source.publisher,
        words=article.excerpt(candidate),
        quotation=Quotation.VERBATIM,
        language=source.language,
        citations=_citations(article, candidate, source, listed),
    )
