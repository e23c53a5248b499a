"""What is said of one plotted point: what stands there, and each figure behind it with its source."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop_app.charts.shapes import RANGED, Mark, Row
from desktop_app.charts.targets import Target
from desktop_app.domain import named
from desktop_app.domain.amounts import Comparator
from desktop_app.domain.figures import Figure, Rank, Status
from desktop_app.domain.origins import origins
from desktop_app.domain.sharing import Sharing
from desktop_app.domain.sources import Citation, Source, Stance
from desktop_app.domain.standing import Standing
from desktop_app.domain.views import View
from desktop_app.services.why_drawn import reasons_among
from desktop_app.ui.charts.passage import Line
from desktop_app.words import date_sentences, drawing_words, labels, sentences, source_labels
from desktop_app.words.formats import Formats
from desktop_app.words.measure_words import measure_verb
from desktop_app.words.translate import _, _n


@dataclass(frozen=True, slots=True)
class ReadingWords:
    """One figure behind a point, as lines."""

    figure: str
    lines: tuple[Line, ...]
    drawn: bool


@dataclass(frozen=True, slots=True)
class PointWords:
    """Everything the panel says of a point."""

    heading: str
    value: str
    basis: str
    colour: str
    readings: tuple[ReadingWords, ...]


def point_words(view: View, target: Target, row: Row, formats: Formats) -> PointWords:
    """The words for one point of a chart."""
    figures = [figure for id in target.figures if (figure := view.get(Figure, id)) is not None]
    summed = row.first < row.last and len(figures) > 1
    when = date_sentences.period(row.first, row.last, formats) if summed else formats.day(row.last)
    if not summed and len(figures) == 1:
        when = date_sentences.date(figures[0].as_at, formats)
    return PointWords(
        heading=_("{series}, {when}").format(series=row.series, when=when),
        value=_value(row, formats),
        basis=_basis(view, figures, formats, summed=summed),
        colour=target.ink.value,
        readings=tuple(
            ReadingWords(figure.id, figure_lines(view, figure, formats, dated=summed), summed or place == 0)
            for place, figure in enumerate(figures)
        ),
    )


def _value(row: Row, formats: Formats) -> str:
    if Mark(row.mark) in RANGED and row.low and row.high:
        return _("{low}–{high}").format(low=_number(row.low, formats), high=_number(row.high, formats))
    return row.value


def _number(digits: str, formats: Formats) -> str:
    return formats.number(int(digits)) if digits.isdigit() else digits


def _basis(view: View, figures: list[Figure], formats: Formats, *, summed: bool) -> str:
    if summed:
        words = _n("The sum of {n} figure", "The sum of {n} figures", len(figures))
        return words.format(n=formats.number(len(figures)))
    count = len(origins(view, *figures))
    if not count:
        return _("No source yet")
    said = _n("{n} origin", "{n} origins", count).format(n=formats.number(count))
    if len(figures) < 2:
        return said
    rivals = _("{origins}, rival values") if _are_rivals(figures) else _("{origins}, no rival values")
    why = drawing_words.sentence(Standing.DRAWN, reasons_among(view, figures), "")
    return _("{origins}. {why}").format(origins=rivals.format(origins=said), why=why)


def _are_rivals(figures: list[Figure]) -> bool:
    spans = [figure.amount.interval for figure in figures]
    return any(not one.meets(other) for place, one in enumerate(spans) for other in spans[:place])


def figure_words(view: View, figure: Figure, formats: Formats) -> ReadingWords:
    """One figure behind a value that is no single point: with what it counts, and the day it holds for."""
    counted = measure_verb(named.measure(view, figure.measure))
    first, *rest = figure_lines(view, figure, formats, dated=True)
    value, day = first.text[: first.strong], date_sentences.date(figure.as_at, formats)
    said = _("{value} {counted}, {day}").format(value=value, counted=counted, day=day)
    return ReadingWords(figure.id, (replace(first, text=said), *rest), True)


def figure_lines(view: View, figure: Figure, formats: Formats, *, dated: bool) -> tuple[Line, ...]:
    """What one figure says, who said it, and how it is graded."""
    value = sentences.amount(figure.amount, formats)
    found = _cited(view, figure)
    return tuple(
        line
        for line in (
            _first_line(value, figure, formats, dated=dated),
            Line(_who(view, figure, found[1] if found else None), muted=True),
            Line(_grade(figure, found), muted=True),
        )
        if line.text
    )


def _first_line(value: str, figure: Figure, formats: Formats, *, dated: bool) -> Line:
    if dated:
        text = _("{value} on {day}").format(value=value, day=date_sentences.date(figure.as_at, formats))
    elif not figure.published.is_dated:
        text = _("{value}, no publication day").format(value=value)
    else:
        day = date_sentences.date(figure.published, formats)
        exactly = figure.amount.comparator is Comparator.EXACTLY
        text = _("{value} exactly, published {day}") if exactly else _("{value}, published {day}")
        text = text.format(value=value, day=day)
    return Line(text, strong=len(value) if text.startswith(value) else 0)


def _cited(view: View, figure: Figure) -> tuple[Citation, Source] | None:
    """The best graded source that does not deny it, with how it is cited."""
    found = [
        (citation, source)
        for citation in figure.citations
        if citation.stance is not Stance.DENIES and (source := view.get(Source, citation.source)) is not None
    ]
    return min(found, key=lambda pair: pair[1].reliability.value, default=None)


def _who(view: View, figure: Figure, source: Source | None) -> str:
    """Who said it and where it was printed, each once."""
    publisher = source.short_name if source is not None else ""
    if figure.speaker and publisher and figure.speaker != publisher:
        who = _("{speaker}, in {publisher}").format(speaker=figure.speaker, publisher=publisher)
    else:
        who = figure.speaker or publisher or _("no source yet")
    above = view.get(Source, source.derives_from) if source is not None and source.derives_from else None
    if above is None or above.short_name in (publisher, ""):
        return who
    return _("{who}, repeating {origin}").format(who=who, origin=above.short_name)


def _grade(figure: Figure, found: tuple[Citation, Source] | None) -> str:
    parts = []
    if found is not None:
        citation, source = found
        parts = [source_labels.source_kind(source.kind), f"{source.reliability.value}{citation.credibility}"]
    if figure.status is not Status.NORMAL:
        parts.append(labels.status(figure.status).lower())
    if figure.rank is not Rank.NORMAL:
        parts.append(labels.rank(figure.rank).lower())
    if figure.sharing is not Sharing.CLEAR:
        parts.append(_("not for an audience"))
    return " · ".join(parts)
