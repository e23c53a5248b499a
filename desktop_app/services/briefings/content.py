"""Gathers what goes into a briefing from what is safe to show, in words and with the sources of every number.

It takes a `SafeToShow` and nothing else, so that nothing private can reach it. Both sides of a topic have the
same form, and readings that differ stand beside each other: a briefing does not say who is right.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop_app.domain import boards
from desktop_app.domain.events import Event, Route
from desktop_app.domain.figures import Figure, Status
from desktop_app.domain.flows import flow
from desktop_app.domain.measures import Basis, Measure
from desktop_app.domain.readings import known
from desktop_app.domain.schemes import Scheme
from desktop_app.domain.sources import Citation, Source, Stance
from desktop_app.domain.statements import Position, Statement
from desktop_app.domain.views import NOW, SafeToShow, Seen
from desktop_app.services.headline import Headline, headlines, latest_balance
from desktop_app.words import (
    amount_sentences,
    changes,
    date_sentences,
    event_labels,
    known_on,
    measure_words,
    source_labels,
    stance_words,
    statement_words,
)
from desktop_app.words.formats import Formats
from desktop_app.words.translate import _


@dataclass(frozen=True, slots=True)
class Said:
    """One reading of a number: who gives it, and where it is to be read."""

    number: str
    as_at: str
    who: str
    published: str
    sources: str
    """By name, each with its grade."""


@dataclass(frozen=True, slots=True)
class Number:
    """One of the few numbers a scheme is followed by."""

    counted: str
    value: str
    as_at: str
    standing: str
    who: str
    sources: str
    readings: tuple[Said, ...] = ()
    """All readings, where they cannot all be right; the first is the one on charts."""


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody said."""

    words: str
    speaker: str
    when: str
    sources: str


@dataclass(frozen=True, slots=True)
class Side:
    """One column of a topic."""

    heading: str
    said: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """What was said on one topic, side by side."""

    title: str
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that happened to the scheme."""

    when: str
    what: str
    verified: str
    sources: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything a briefing says, but for its charts."""

    title: str
    between: str
    """The parties, and since when it runs."""
    made: str
    as_of: str
    numbers: tuple[Number, ...]
    balance: str
    topics: tuple[Topic, ...]
    happenings: tuple[Happening, ...]
    method: tuple[str, ...]
    sources: tuple[str, ...]
    """Every source that is named anywhere in it."""


def briefing(view: SafeToShow, scheme: Scheme, formats: Formats, today: date, seen: Seen = NOW) -> Briefing:
    """What is known of a scheme in a view, which is seen from `seen`."""
    gathering = _Gathering(view, formats)
    numbers = tuple(map(gathering.number, headlines(view, scheme)))
    topics = tuple(gathering.topics())
    happenings = tuple(gathering.happenings())
    point = latest_balance(view, scheme)
    balance = changes.balance(point, formats)
    said = _("Returned minus admitted, computed from the totals above: {balance}.").format(balance=balance)
    return Briefing(
        title=scheme.name or _("Briefing"),
        between=_between(scheme, formats),
        made=_("Drawn up on {day}.").format(day=formats.long_day(today)),
        as_of=_("{as_of}.").format(as_of=known_on.as_of(seen, today, formats)),
        numbers=numbers,
        balance=said if balance else "",
        topics=topics,
        happenings=happenings,
        method=_method(),
        sources=gathering.bibliography(),
    )


class _Gathering:
    """Looks things up in one view, and remembers which sources were named."""

    def __init__(self, view: SafeToShow, formats: Formats) -> None:
        self._view, self._formats = view, formats
        self._named: dict[str, Source] = {}

    def number(self, headline: Headline) -> Number:
        reading, formats = headline.reading, self._formats
        figures = self._figures(headline)
        is_sum = headline.year is not None
        is_disputed = reading.rival and not is_sum
        drawn = reading.drawn
        standing = [_("official") if reading.official else _("reported")]
        if drawn.status is Status.PROVISIONAL:
            standing.append(_("provisional"))
        if is_sum and drawn.basis is Basis.FLOW:
            standing.append(_("sum of the year so far"))
        if is_disputed:
            spread = amount_sentences.interval(reading.interval, formats)
            standing.append(_("sources differ: {range}").format(range=spread))
        return Number(
            self._counted(headline),
            amount_sentences.interval(headline.interval, formats)
            if is_sum
            else amount_sentences.amount_short(drawn.amount, formats),
            formats.day(headline.to) if is_sum else date_sentences.date(drawn.as_at, formats),
            _(", ").join(standing),
            _(", ").join(dict.fromkeys(figure.speaker for figure in figures if figure.speaker))
            if is_sum
            else drawn.speaker or _("Speaker not known"),
            self.cited(citation for figure in figures for citation in figure.citations),
            tuple(map(self._said, reading.figures)) if is_disputed else (),
        )

    def _figures(self, headline: Headline) -> list[Figure]:
        """The figures behind a number; behind a sum those of all its days, not of the last alone."""
        if headline.year is not None and headline.reading.drawn.basis is Basis.FLOW:
            readings = flow(known(self._view), headline.measure).readings
            return [one.drawn for one in readings if one.end.year == headline.year and one.end <= headline.to]
        return [figure for id in headline.inputs if (figure := self._view.get(Figure, id)) is not None]

    def topics(self) -> Iterable[Topic]:
        statements = list(self._view.every(Statement))
        names = [topic for topic, _count in boards.topics(statements)]
        if any(not statement.topic for statement in statements):
            names.append("")
        for name in names:
            board = boards.board(statements, name)
            sides = [self._side(board, Position.FOR), self._side(board, Position.AGAINST)]
            if board.of(Position.NEITHER):
                sides.append(self._side(board, Position.NEITHER))
            yield Topic(name or _("Without a topic"), tuple(sides))

    def happenings(self) -> Iterable[Happening]:
        formats = self._formats
        found = [e for e in self._view.every(Event) if not e.case and e.kind.route is Route.SCHEME]
        for event in sorted(found, key=lambda event: (*event.date.sort_key, event.id)):
            kind = event_labels.event_kind(event.kind)
            what = _("{kind}: {summary}").format(kind=kind, summary=event.summary) if event.summary else kind
            verified = event_labels.verification(event.verification)
            when = date_sentences.date(event.date, formats)
            yield Happening(when, what, verified, self.cited(event.citations))

    def bibliography(self) -> tuple[str, ...]:
        """Every source named so far, by name."""
        return tuple(sorted(map(self._described, self._named.values()), key=str.casefold))

    def cited(self, citations: Iterable[Citation]) -> str:
        """The sources, each once and with its grade; who denies it or only mentions it is marked."""
        found: dict[str, None] = {}
        for citation in citations:
            source = self._view.get(Source, citation.source)
            if source is None:
                continue
            self._named[source.id] = source
            grade = f"{source.reliability.value}{citation.credibility}"
            words = _("{source} ({grade})").format(source=source.short_name, grade=grade)
            if citation.stance is not Stance.ASSERTS:
                stance = stance_words.marked(citation.stance)
                words = _("{source}: {stance}").format(source=words, stance=stance)
            found[words] = None
        return _("; ").join(found) or _("no source")

    def _counted(self, headline: Headline) -> str:
        measure = self._view.get(Measure, headline.measure)
        words = measure_words.measure_long(measure) if measure else headline.measure
        if headline.year is None:
            return words
        return _("{counted}, {year} so far").format(counted=words, year=headline.year)

    def _said(self, figure: Figure) -> Said:
        return Said(
            amount_sentences.amount_short(figure.amount, self._formats),
            date_sentences.date(figure.as_at, self._formats),
            figure.speaker or _("Speaker not known"),
            date_sentences.date(figure.published, self._formats),
            self.cited(figure.citations),
        )

    def _side(self, board: boards.Board, position: Position) -> Side:
        said = [self._words(one) for card in board.of(position) for one in card.quotations]
        return Side(statement_words.column(position), tuple(said))

    def _words(self, statement: Statement) -> Words:
        office = statement_words.office(statement)
        speaker = statement_words.speaker(statement)
        return Words(
            statement_words.quoted(statement),
            _("{speaker}, {office}").format(speaker=speaker, office=office) if office else speaker,
            statement_words.when_and_where(statement, self._formats),
            self.cited(statement.citations),
        )

    def _described(self, source: Source) -> str:
        parts = [source.publisher, source.title if source.title != source.publisher else ""]
        parts.append(source_labels.source_kind(source.kind))
        if source.published.is_dated:
            parts.append(date_sentences.date(source.published, self._formats))
        parts += [source_labels.reliability(source.reliability), source.address]
        return _(" · ").join(part for part in parts if part)


def _between(scheme: Scheme, formats: Formats) -> str:
    parts = [_(", ").join(scheme.parties)]
    if scheme.start.is_dated:
        parts.append(_("since {day}").format(day=date_sentences.date(scheme.start, formats)))
    return _(" · ").join(part for part in parts if part)


def _method() -> tuple[str, ...]:
    return (
        _("Every number is what a source said, as it was said; sums and balances are computed from these."),
        _("Where sources differ, all readings stand beside each other. The first is the one on charts."),
        _("A running total holds from the day it was given until the next; between them it is not known."),
        _("A day without a record is not counted as zero."),
        _(
            "Grades follow the Admiralty scale: a letter for the source, A (completely reliable) to F "
            "(cannot be judged), and a number for the item, 1 (confirmed by independent sources) to 6 "
            "(cannot be judged)."
        ),
        _("Statements are grouped by topic and position, in order of date, and not counted as a score."),
        _("Notes, and records that are not for everybody, are left out."),
    )
